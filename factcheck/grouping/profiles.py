"""A claim as linking sees it: everything a comparison of two claims asks for, worked out once per claim."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.context.model import Counted
from factcheck.grouping.lists import LinkingLists, linking_lists
from factcheck.grouping.segments import time_marks
from factcheck.grouping.words import base_form, base_words, word_weights
from factcheck.quantities import Quantity
from factcheck.vocabulary import Vocabulary

_NAME = re.compile(r"\b[A-Z][a-z’'-]{2,}\b")
_NEAR = 70  # characters on either side of a number that are about it more than the rest of the sentence


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One claim's fields of comparison; ``index`` is its place in document order, ``document`` its document's."""

    index: int
    document: int
    claim: Claim
    kind: str
    words: frozenset[str]  # telling base words of the sentence
    near: frozenset[str]  # those near the number
    numbers: frozenset[str]  # keys of the other figures of the sentence
    number: str  # key of its own values
    head: str | None
    qualifiers: frozenset[str]
    action: str | None
    speaker: str | None
    days: tuple[int, int] | None
    place: tuple[str, ...]
    special: frozenset[str]  # what makes the counted more special than people: children, soldiers
    names: frozenset[str]  # capitalised words of the sentence, but for the speaker's
    marks: frozenset[str]  # what sets the sentence off in time
    headline: bool
    order: int  # of its sentence among the sentences with figures in its document

    @property
    def sentence(self) -> tuple[int, int]:
        return self.document, self.claim.figure.sentence.start


def make_profiles(claims: Sequence[Claim], vocabulary: Vocabulary) -> list[Profile]:
    """Profiles of claims that stand in document order."""
    documents: dict[str, int] = {}
    numbers = _numbers_by_sentence(claims)
    lists = linking_lists(vocabulary)
    orders: dict[tuple[str, int], int] = {}
    seen: dict[str, int] = {}
    profiles = []
    for index, claim in enumerate(claims):
        figure = claim.figure
        document = documents.setdefault(figure.document.id, len(documents))
        sentence = (figure.document.id, figure.sentence.start)
        if sentence not in orders:
            orders[sentence] = seen.get(figure.document.id, 0)
            seen[figure.document.id] = orders[sentence] + 1
        others = frozenset(key for at, key in numbers[sentence] if at != figure.quantity.number.start)
        profiles.append(_profile(index, document, claim, others, orders[sentence], lists, vocabulary))
    return profiles


def number_key(quantity: Quantity) -> str:
    """The same for quantities of the same kind and values, whatever their hedge."""
    return quantity.kind[:4] + ":" + "/".join(str(_plain(value)) for value in quantity.values)


def _plain(value: Decimal) -> Decimal:
    return value.normalize()


def _numbers_by_sentence(claims: Sequence[Claim]) -> Mapping[tuple[str, int], list[tuple[int, str]]]:
    numbers: dict[tuple[str, int], list[tuple[int, str]]] = {}
    for claim in claims:
        figure = claim.figure
        key = (figure.document.id, figure.sentence.start)
        numbers.setdefault(key, []).append((figure.quantity.number.start, number_key(figure.quantity)))
    return numbers


def _profile(
    index: int,
    document: int,
    claim: Claim,
    others: frozenset[str],
    order: int,
    lists: LinkingLists,
    vocabulary: Vocabulary,
) -> Profile:
    figure, context = claim.figure, claim.figure.context
    weights = word_weights(vocabulary)
    text, number = figure.document.text, figure.quantity.number
    start, stop = max(figure.sentence.start, number.start - _NEAR), min(figure.sentence.stop, number.stop + _NEAR)
    counted = context.counted
    return Profile(
        index=index,
        document=document,
        claim=claim,
        kind=block_kind(figure.quantity),
        words=weights.telling(base_words(figure.sentence_text)),
        near=weights.telling(base_words(text[start:stop])),
        numbers=others,
        number=number_key(figure.quantity),
        head=counted.head if counted else None,
        qualifiers=frozenset(map(base_form, counted.qualifiers)) if counted else frozenset(),
        action=lists.action(context.action.lemma) if context.action else None,
        speaker=context.speaker.key if context.speaker else None,
        days=(context.when.start.toordinal(), context.when.stop.toordinal()) if context.when else None,
        place=_place(claim),
        special=_special(context.counted, lists),
        names=_names(claim),
        marks=time_marks(figure.document, figure.sentence.start, figure.sentence.stop),
        headline=context.voice == "headline",
        order=order,
    )


def _special(counted: Counted | None, lists: LinkingLists) -> frozenset[str]:
    if counted is None:
        return frozenset()
    words = {base_form(word) for word in (*counted.qualifiers, counted.head)}
    return frozenset(word for word in words if lists.exclusive(word))


def _names(claim: Claim) -> frozenset[str]:
    """Capitalised words within the sentence, in base form; its first word tells nothing by its capital."""
    figure = claim.figure
    found = _NAME.findall(figure.document.text, figure.sentence.start + 1, figure.sentence.stop)
    speaker = figure.context.speaker
    spoken = frozenset(speaker.text.lower().split()) if speaker is not None else frozenset()
    return frozenset(base_form(name.lower()) for name in found if name.lower() not in spoken)


def _place(claim: Claim) -> tuple[str, ...]:
    place = claim.figure.context.place
    return () if place is None else tuple(name.casefold() for name in (place.name, *place.within))


def block_kind(quantity: Quantity) -> str:
    """What kinds of quantity may be compared at all, as a key: figures of different keys never meet."""
    if quantity.kind in ("percent", "ratio"):
        return "percent"
    if quantity.kind in ("count", "other", "multiple"):
        return "count"
    return quantity.kind if quantity.unit is None else quantity.unit.dimension or quantity.kind
