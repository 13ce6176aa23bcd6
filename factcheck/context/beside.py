"""Who is told beside a number and is no part of it: "Anna Berg and eight others drowned" makes nine."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.context.action import find_action
from factcheck.context.model import Cue
from factcheck.context.parts import PartWords, part_words
from factcheck.context.view import SentenceView
from factcheck.intervals import Interval
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import NAME, PLURAL


@dataclass(frozen=True, slots=True)
class Beside:
    """How many are told beside a number, at least and at most: "the skipper, Anna Berg" may be one or two."""

    least: int
    most: int

    def over(self, interval: Interval) -> Interval:
        """The values of a number with those beside it."""
        return replace(interval.shifted(Decimal(self.least)), high=interval.shifted(Decimal(self.most)).high)


def find_beside(view: SentenceView, quantity: Quantity) -> tuple[Beside | None, tuple[Cue, ...]]:
    """Those who stand in one row with a number of others, or whom it goes along with; and who killed himself, too."""
    words, group = part_words(view.vocabulary), view.group(quantity)
    if quantity.kind != "count" or group is None or quantity.single is None:
        return None, ()
    behind = view.read.words[group.number + 1 : group.stop + 1]
    rest = next((word.span for word in behind if word.lower in words.rest), None)
    beside, span = (_row(view, group, words), rest) if rest else (None, None)
    if beside is None and (end := _reflexive(view, quantity, words)) is not None:
        beside, span = Beside(0, 1), view.read.words[end.head].span
    if beside is None or span is None:
        return None, ()
    return beside, (Cue("beside", span, f"{beside.least} to {beside.most} beside them"),)


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


def _reflexive(view: SentenceView, quantity: Quantity, words: PartWords) -> Group | None:
    """ "Killed two people and then himself", "before she shot herself": whoever did it may be counted elsewhere."""
    ends = (g for g in view.read.groups if g.head >= 0 and view.read.words[g.head].lower in words.reflexive)
    end = next((g for g in ends if g.role in ("object", "member") or g.preposition == "on"), None)
    action = find_action(view, quantity)[0] if end is not None else None
    return end if action is not None and action.lemma in view.read.lexicon.words("loss") else None
