"""What was counted before a number that has no noun of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.context.action_words import action_words
from factcheck.context.counted_phrases import built, demonyms
from factcheck.context.crowds import crowd_above
from factcheck.context.head_nouns import phrase
from factcheck.context.heads import find_head
from factcheck.context.model import PERSON, Counted
from factcheck.context.noun_words import COUNT_KINDS, kind_of, nouns
from factcheck.context.parts import is_part
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import OBJECT, PLURAL, SUBJECT

PEOPLE = Counted(PERSON, PERSON)
SHARES = frozenset({"percent", "ratio"})
_MOVED = COUNT_KINDS | {"money", "percent", "points", "rate"}
_BACK = 6  # sentences back in which "the three" are looked for
_FAR = 6  # numbers back in a sentence that a bare one is held against


@dataclass(frozen=True, slots=True)
class Bare:
    """A number whose noun may have to be taken over, and ``find`` to ask what another one counts."""

    view: SentenceView
    index: int
    find: Callable[[SentenceView, int], Counted | None]

    @property
    def quantity(self) -> Quantity:
        return self.view.quantities[self.index]

    @property
    def group(self) -> Group | None:
        return self.view.read.number_groups.get(self.index)

    def of(self, view: SentenceView, index: int) -> Counted | None:
        """What another number counts, as what this one counts too: without the place of its words."""
        counted = self.find(view, index)
        return None if counted is None else replace(counted, span=None)

    def earlier(self, kinds: frozenset[str] = frozenset()) -> Counted | None:
        """What the last number of its kind, or of ``kinds``, counts before this one in the sentence."""
        view, kind = self.view, kind_of(self.quantity)
        kinds = kinds or (SHARES if kind in SHARES else frozenset({kind}))
        alike = (i for i in self._back() if kind_of(view.quantities[i]) in kinds and not is_part(view, i))
        alike = (i for i in alike if not self._is_said_by(view.read.number_groups.get(i)))
        return next(filter(None, (self.of(view, i) for i in alike)), None)

    def elsewhere(self, kinds: frozenset[str] = COUNT_KINDS, values: tuple[Decimal, ...] = ()) -> Counted | None:
        """What the sentence before counted last; or, some sentences back, what ``values`` were counted of."""
        for before in self.view.walk(-1, _BACK if values else 1):
            for i in range(len(before.quantities) - 1, -1, -1):
                other = before.quantities[i]
                if kind_of(other) in kinds and values in ((), other.values) and find_head(before, i) is not None:
                    return self.of(before, i)
        return None

    def held_against(self) -> Counted | None:
        """What is told of the amount before by how it moved: "earned $5m, or $2 a share, up 3 %", "(down from 9 %)"."""
        view, group = self.view, self.group
        mark = group.prior if group is not None else None
        again = group is not None and view.read.words[group.start - 1].lower == "or"  # "by 3 %, or 9,000 barrels"
        mark = mark.prior if mark is not None and again else mark
        before = mark.prior if mark is not None and mark.kind in ("comma", "dash", "open") else None
        if group is None or before is None or self.index == 0 or kind_of(self.quantity) not in _MOVED:
            return None
        opener = view.read.words[group.start].lower.partition(" ")[0]
        held = opener in action_words(view.vocabulary).moving or opener in view.read.lexicon.words("against")
        aside = group.role in ("apposition", "member") and self.quantity.change_part == "by"
        held = held or aside or again  # ", 3 % more than in May"
        named = before.number < 0 and not before.preposition and before.role != "object"
        return self.of(view, self.index - 1) if held and not named else None

    def whole(self) -> Counted | None:
        """What "them" takes some of: the last counted that can be so many."""
        view, quantity, share = self.view, self.quantity, kind_of(self.quantity) in SHARES
        for i in self._back():
            other, group = view.quantities[i], view.read.number_groups.get(i)
            if kind_of(other) not in COUNT_KINDS | {"points"} or group is None or is_part(view, i):
                continue
            few = not (share or quantity.vague or other.vague) and max(other.values) < max(quantity.values)
            beside = share and group.preposition in view.read.lexicon.words("beside an event")
            counted = None if few or beside else self.of(view, i)
            if counted is not None:
                return counted
        return None

    def named(self, group: Group) -> Counted | None:
        """The plural noun that "them" or "including 12" stands for: the nearest before, no part of another."""
        sentence, clause = self.view.read, group.clause
        aside = group.preposition == "including"
        stop = group.index if aside or clause is None else clause.start
        for other in reversed(sentence.groups[:stop]):
            plural = other.head >= 0 and sentence.words[other.head].tags & (PLURAL | SUBJECT | OBJECT) == PLURAL
            if other.kind == "noun" and plural and not (aside and (other.preposition or other.role == "subject")):
                return replace(built(self.view, self.index, phrase(sentence, other, "of")), span=None)
        return None

    def asked(self) -> Counted | None:
        """The people that a bare share is one of: those of the share before it, or those told of around it."""
        before = self.earlier(SHARES)
        if before is not None and before.head in self._human():
            return before
        head = crowd_above(self.view, self.group) if self.group is not None else None
        return replace(built(self.view, self.index, head), span=None) if head is not None else None

    def people(self) -> Counted | None:
        """The people, public or group of whom the last share was told."""
        before = self.earlier() or self.elsewhere(SHARES)
        held = before is not None and before.head in self._human() | nouns(self.view.vocabulary).collective
        return before if held else None

    def _human(self) -> frozenset[str]:
        view = self.view
        return nouns(view.vocabulary).people | demonyms(view.vocabulary) | view.read.lexicon.words("person")

    def _is_said_by(self, other: Group | None) -> bool:
        """Whether a number counts those who say this one: "two officials said 20 had died"."""
        above, saying = self.view.path(self.quantity), self.view.read.lexicon.words("plainly", "giving", "clausal")
        if other is None:
            return False
        return any(clause.subject is other and clause is other.clause and clause.lemma in saying for clause, _ in above)

    def _back(self) -> range:
        return range(self.index - 1, max(self.index - 1 - _FAR, -1), -1)
