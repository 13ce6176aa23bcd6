"""Who is told beside a number and is no part of it: "Anna Berg and eight others drowned" makes nine; and who did it
and is told to be in it: "six were killed, including the gunman" may be five elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.context.action import find_action
from factcheck.context.model import Cue
from factcheck.context.parts import PartWords, part_words
from factcheck.context.view import SentenceView
from factcheck.intervals import Interval
from factcheck.lemmas import noun_lemma
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import NAME, PLURAL

Found = tuple["Beside", int] | None  # and the word that says so


@dataclass(frozen=True, slots=True)
class Beside:
    """How many are told beside a number, at least and at most: "the skipper, Anna Berg" may be one or two.

    Less than none are in the number, and some leave them out.
    """

    least: int
    most: int

    @property
    def told(self) -> str:
        return f"{self.most} who are not in the number" if self.most else f"{-self.least} whom some leave out"

    def over(self, interval: Interval) -> Interval:
        """The values of a number with those beside it."""
        return replace(interval.shifted(Decimal(self.least)), high=interval.shifted(Decimal(self.most)).high)


def find_beside(view: SentenceView, quantity: Quantity) -> tuple[Beside | None, tuple[Cue, ...]]:
    """Who is told beside a number, or as one of it, by the first of the ways to say so."""
    words, group = part_words(view.vocabulary), view.group(quantity)
    if quantity.kind != "count" or group is None or quantity.single is None:
        return None, ()
    found = next((found for way in _WAYS if (found := way(view, group, words)) is not None), None)
    if found is None:
        return None, ()
    beside, told = found
    return beside, (Cue("beside", view.read.words[told].span, beside.told),)


def _others(view: SentenceView, group: Group, words: PartWords) -> Found:
    """Those who stand in one row with a number of others, or whom it goes along with."""
    behind = range(group.number + 1, min(group.stop + 1, len(view.read.words)))
    rest = next((at for at in behind if view.read.words[at].lower in words.rest), None)
    beside = _row(view, group, words) if rest is not None else None
    return None if beside is None or rest is None else (beside, rest)


def _row(view: SentenceView, group: Group, words: PartWords) -> Beside | None:
    """All others of a row, if each of them tells how many it is."""
    mates = group.chain[1:] if group.role == "member" else _joined(view, group, words)
    mates = [mate for mate in mates if mate.role != "of"]
    counts = [_count(view, mate) for mate in mates]
    most = sum(count or 0 for count in counts)
    renamed = len(mates) > 1 and any(_is_name(view, mate) and mate.behind_comma for mate in mates)
    return Beside(most - renamed, most) if most and None not in counts else None


def _joined(view: SentenceView, group: Group, words: PartWords) -> list[Group]:
    """Whom a group goes along with: the last object before it with its row, else the subject with its own."""
    clause = group.clause
    if clause is None or group.preposition not in words.joining:
        return []
    objects = [g for g in clause.groups if g.role == "object" and g.index < group.index]
    if objects and group.preposition == "with":
        return []  # "charged him with three other crimes"
    first = objects[-1] if objects else clause.subject
    return [] if first is None else [first, *(g for g in view.read.groups if first in g.chain[1:] and g is not group)]


def _count(view: SentenceView, group: Group) -> int | None:
    """How many a group is: its number, else one for a name or a singular."""
    if (quantity := view.quantity_in(group)) is not None:
        return int(quantity.single) if quantity.single is not None and quantity.kind == "count" else None
    if group.head < 0:
        return None
    word = view.read.words[group.head]
    return None if word.known & PLURAL or word.lower in part_words(view.vocabulary).them else 1


def _is_name(view: SentenceView, group: Group) -> bool:
    return group.head >= 0 and bool(view.read.words[group.head].tags & NAME)


def _reflexive(view: SentenceView, group: Group, words: PartWords) -> Found:
    """ "Killed two people and then himself", "before she shot herself": whoever did it may be counted elsewhere."""
    ends = (g for g in view.read.groups if g.head >= 0 and view.read.words[g.head].lower in words.reflexive)
    end = next((g for g in ends if g.role in ("object", "member") or g.preposition == "on"), None)
    quantity = view.quantity_in(group)
    action = find_action(view, quantity)[0] if end is not None and quantity is not None else None
    lost = action is not None and action.lemma in view.read.lexicon.words("loss")
    return (Beside(0, 1), end.head) if end is not None and lost else None


def _who_did_it(view: SentenceView, group: Group, words: PartWords) -> Found:
    """ "Six were killed, including the gunman": some count him and some do not; "not including" him, likewise."""
    groups = view.read.groups[group.index + 1 :]
    led = next((g for g in groups if g.number >= 0 or g.preposition in words.into), None)
    if led is None or led.preposition not in words.into:
        return None
    who = next((g for g in groups if led in g.chain and _is_one(view, g, words.doers)), None)
    count = _count(view, led if who is None or who.role == "of" else who)
    if who is None or count is None:
        return None
    left_out = led.at > 0 and view.read.words[led.at - 1].lower == "not"
    return (Beside(0, count) if left_out else Beside(-count, 0)), who.head


def _crew(view: SentenceView, group: Group, words: PartWords) -> Found:
    """ "49 passengers and a crew of five": the people on board are both."""
    if not _is_one(view, group, words.passengers):
        return None
    rows = (
        g for g in view.read.groups if g in group.chain[1:] or group in g.chain[1:] or g.preposition in words.joining
    )
    crew = next((g for g in rows if any(word.lower in words.crew for word in view.read.words[g.start : g.stop])), None)
    if crew is None:
        return None
    behind = view.read.after(crew)
    told = view.quantity_in(crew) or (view.quantity_in(behind) if behind is not None and behind.role == "of" else None)
    if told is None or told.kind != "count" or told.single is None:
        return None
    return Beside(int(told.single), int(told.single)), crew.head


def _is_one(view: SentenceView, group: Group, nouns: frozenset[str]) -> bool:
    return group.head >= 0 and noun_lemma(view.read.words[group.head].lower) in nouns


_WAYS: tuple[Callable[[SentenceView, Group, PartWords], Found], ...] = (_others, _reflexive, _who_did_it, _crew)
