"""A claim as linking sees it: everything a comparison of two claims asks for, worked out once per claim."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.pairs.differences import days_of, place_of
from factcheck.pairs.lists import LinkingLists, linking_lists
from factcheck.pairs.segments import time_marks
from factcheck.pairs.traits import (
    amount_of,
    attribution,
    before,
    currencies,
    degrees_of,
    in_repeated_title,
    is_partial,
    number_key,
)
from factcheck.quantities import scale_of
from factcheck.stories import Stories
from factcheck.stories.words import WordWeights, base_form, base_words, placed_words, word_weights
from factcheck.vocabulary import Vocabulary

_RIGHT = 40  # characters behind or before a number in which its own words stand
_NEAR = 70  # characters on either side of a number that are about it more than the rest of the sentence
_TELLING = (Decimal(10),)  # a number from which on it is hardly equal to another by chance
_NAME = re.compile(r"\b[A-Z][a-z’'-]{2,}\b")
_NAME_BITS = 4.0  # a capitalised word that is commoner than this starts a sentence, or a heading


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One claim's fields of comparison; ``index`` is its place in document order, ``document`` its document's."""

    index: int
    document: int
    claim: Claim
    kind: str  # by what it is measured in: figures of different ones never meet
    type: str | None  # the rule's claim type, unless the rule is broad
    rule: str | None  # the same of any rule
    family: str | None  # the rule's family, also of a broad one
    head: str | None
    action: str | None
    special: frozenset[str]  # what makes the counted more special than people: children, soldiers
    degrees: frozenset[str]  # how badly hurt or damaged
    earlier: bool  # given as overtaken: "the previous toll of 112"
    number: str  # key of its own values
    amount: float | None  # its value in its base unit, where it has but one
    many: float | None  # of a rate, how many of its base unit it is given by: 604800 seconds
    unit: str | None
    currencies: frozenset[str]  # in which its text gives the amount once more: "£1.7m ($2.6m)"
    plain: bool  # one value without a hedge
    words: frozenset[str]  # telling base words of the sentence
    right: frozenset[str]  # telling words behind it
    left: frozenset[str]  # telling words before it
    foreign: frozenset[str]  # names that title and lead of no document of its story hold
    marks: frozenset[str]  # what sets the sentence off in time
    days: tuple[int, int] | None
    partial: bool  # "three of the wounded", "another 12", a part of a whole beside it
    elsewhere: bool  # in a place that no lead of its story names
    headline: bool
    order: int  # of its sentence among the sentences with figures in its document

    @property
    def concept(self) -> str | None:
        """The first part of the rule's name: what it is about."""
        return self.type.partition(".")[0] if self.type is not None else None

    @property
    def sentence(self) -> tuple[int, int]:
        return self.document, self.claim.figure.sentence.start

    @property
    def aside(self) -> bool:
        """Whether the sentence is set off from the story of its document: by other names or another time."""
        return bool(self.foreign or self.marks) and not self.headline


class Profiler:
    """Makes profiles of claims that stand in document order."""

    def __init__(self, vocabulary: Vocabulary, stories: Stories) -> None:
        self._known = stories.known
        self._story = stories.story
        self._weights: WordWeights = word_weights(vocabulary)
        self._lists: LinkingLists = linking_lists(vocabulary)
        self._currencies: Mapping[str, frozenset[str]] = {}

    def run(self, claims: Sequence[Claim]) -> list[Profile]:
        self._currencies = currencies(claims)
        documents: dict[str, int] = {}
        sentences: dict[int, dict[int, int]] = defaultdict(dict)
        profiles = []
        for index, claim in enumerate(claims):
            document = documents.setdefault(claim.figure.document.id, len(documents))
            orders = sentences[document]
            order = orders.setdefault(claim.figure.sentence.start, len(orders))
            profiles.append(self._profile(index, document, claim, order))
        return _ruled_by_each_other(profiles, self._story)

    def _profile(self, index: int, document: int, claim: Claim, order: int) -> Profile:
        figure, context = claim.figure, claim.figure.context
        placed = _placed_words(figure.document.text, *figure.sentence)
        words = frozenset(word for _, word in placed)
        telling = self._weights.telling(words)
        at, scale = figure.quantity.number, scale_of(figure.quantity)
        days, place = days_of(figure), place_of(figure)
        counted = (*context.counted.qualifiers, context.counted.head) if context.counted is not None else ()
        return Profile(
            index=index,
            document=document,
            claim=claim,
            kind=scale.group,
            type=None if claim.rule is None or claim.rule.broad else claim.type,
            rule=claim.type if claim.rule is not None else None,
            family=claim.rule.kin if claim.rule is not None else None,
            head=self._head(claim),
            action=self._action(claim),
            special=self._lists.special.intersection(map(base_form, counted)),
            degrees=degrees_of(claim, self._lists),
            earlier=not self._lists.words.earlier.isdisjoint(before(claim)),
            number=number_key(figure.quantity),
            amount=amount_of(figure.quantity),
            many=float(scale.many) if scale.per else None,
            unit=figure.quantity.unit.name if figure.quantity.unit else None,
            currencies=self._currencies.get(figure.id, frozenset()),
            plain=figure.quantity.hedge is None and figure.quantity.single is not None,
            words=telling,
            right=frozenset(word for place, word in placed if at.stop <= place < at.stop + _RIGHT) & telling,
            left=frozenset(word for place, word in placed if at.start - _RIGHT <= place < at.start) & telling,
            foreign=self._foreign(claim, placed) - self._known(document),
            marks=time_marks(figure.document, figure.sentence, days),
            days=days,
            partial=is_partial(claim),
            elsewhere=place is not None and not base_words(place.name.casefold()) & self._known(document),
            headline=context.voice == "headline" or in_repeated_title(claim),
            order=order,
        )

    def _foreign(self, claim: Claim, placed: Sequence[tuple[int, str]]) -> frozenset[str]:
        """Names in a figure's sentence and what narrows it down near the number, but for what names who says it."""
        at, said = claim.figure.quantity.number, attribution(claim.figure)
        near = {word for place, word in placed if at.start - _NEAR <= place < at.stop + _NEAR and place not in said}
        return self._names(claim, said) | (near & self._lists.words.narrowing)

    def _head(self, claim: Claim) -> str | None:
        counted = claim.figure.context.counted
        head = counted.told if counted is not None and not counted.inferred else None
        return None if head is None else self._lists.thing(head)

    def _action(self, claim: Claim) -> str | None:
        """The action's class; a rule whose name tells of one stands in for a verb that was not found.

        A tally is what was voted or scored, whichever verb tells it: "passed 7-2", "voted 8-2 for it".
        """
        if claim.figure.quantity.tally is not None:
            return "vote" if claim.figure.quantity.tally in ("for", "against") else "score"
        action = claim.figure.context.action
        if action is not None:
            return self._lists.action(action.lemma)
        ruled = self._lists.action(claim.type.rpartition(".")[2]) if claim.type is not None else ""
        return ruled if ruled in self._lists.actions else None

    def _names(self, claim: Claim, said: range) -> frozenset[str]:
        """Capitalised words within the sentence that are names: of no weekday, not of who says it, and not common."""
        figure = claim.figure
        found = _NAME.finditer(figure.document.text, figure.sentence.start + 1, figure.sentence.stop)
        names = {base_form(name.group().lower()) for name in found if name.start() not in said}
        return frozenset(
            name for name in names if name not in self._lists.words.calendar and self._weights.bits(name) >= _NAME_BITS
        )


_placed_words = functools.lru_cache(maxsize=64)(placed_words)  # once for all figures of a sentence


def _ruled_by_each_other(profiles: list[Profile], story: Callable[[int], int]) -> list[Profile]:
    """A telling number whose question no rule knows takes over the rule of the same number in its story.

    If it is the only one there: headline, lead and other documents say one thing, and seldom all in plain words.
    """
    rules: dict[tuple[int, str], set[tuple[str, str | None]]] = defaultdict(set)
    for profile in profiles:
        if profile.type is not None:
            rules[story(profile.document), profile.number].add((profile.type, profile.family))
    for at, profile in enumerate(profiles):
        known = rules.get((story(profile.document), profile.number), ())
        if profile.type is None and len(known) == 1 and profile.claim.figure.quantity.values[:1] >= _TELLING:
            ((type_, family),) = known
            profiles[at] = replace(profile, type=type_, rule=type_, family=family)
    return profiles
