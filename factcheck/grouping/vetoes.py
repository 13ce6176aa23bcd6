"""What keeps two claims apart whatever else speaks for them: each veto is a reason in words."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.grouping import internal
from factcheck.grouping.agreement import value_of
from factcheck.grouping.apart import apart
from factcheck.grouping.evidence import Pair, converts, place_relation
from factcheck.grouping.passages import alike, shingles
from factcheck.grouping.profiles import Profile

Veto = Callable[[Pair], str | None]

_READ = frozenset({"speed", "temperature", "pressure"})
_HOUR = re.compile(r"\b(\d{1,2}(?:[:.]\d\d)?) ?([ap])\.? ?m\b|\b(noon|midnight)\b")
_COPIED = 0.5  # share of shingles from which two sentences are one passage
_BESIDE = 0.34  # share of the words beside two numbers from which they stand at the same place of it


def veto(pair: Pair) -> str | None:
    """Why the two can never be one claim, or ``None``."""
    return next((reason for check in VETOES if (reason := check(pair)) is not None), None)


def _part_and_whole(pair: Pair) -> str | None:
    a, b = pair.a.claim.figure, pair.b.claim.figure
    if a.whole == b.id or b.whole == a.id:
        return "one is a part of the other"
    return None


def _one_sentence(pair: Pair) -> str | None:
    """Two figures of one sentence are two things, unless one restates, moves, disputes or repeats the other."""
    if pair.a.sentence != pair.b.sentence or pair.a.headline != pair.b.headline:
        return None
    a, b = pair.a.claim.figure.quantity, pair.b.claim.figure.quantity
    if a.change_part is not None and b.change_part is not None and {a.change_part, b.change_part} == {"from", "to"}:
        return None
    if converts(a, b):
        return None
    if pair.a.speaker is not None and pair.b.speaker is not None and pair.a.speaker != pair.b.speaker:
        return None
    if pair.a.number == pair.b.number and _may_repeat(pair.a, pair.b):
        return None
    if pair.a.earlier != pair.b.earlier and pair.a.action is not None and pair.a.action == pair.b.action:
        return None
    return "two figures of one sentence"


def _may_repeat(a: Profile, b: Profile) -> bool:
    """Whether an equal number may be the same one again, as in a title run into its text."""
    heads = a.head is None or b.head is None or a.head == b.head
    actions = a.action is None or b.action is None or a.action == b.action
    return heads and actions


def _copied_elsewhere(pair: Pair) -> str | None:
    """In a passage that was copied each number has its own place: the 14 of one is not the 35 of the other."""
    if pair.one_document and pair.a.sentence == pair.b.sentence:
        return None
    if not pair.a.companions or not pair.b.companions or pair.a.number == pair.b.number:
        return None
    a, b = pair.a.claim.figure, pair.b.claim.figure
    if alike(shingles(a.sentence_text), shingles(b.sentence_text)) < _COPIED:
        return None
    least = min(len(pair.a.beside), len(pair.b.beside))
    if least and len(pair.a.beside & pair.b.beside) < _BESIDE * least:
        return "two places of one passage"
    return None


def _counted(pair: Pair) -> str | None:
    a, b = pair.a.kinds, pair.b.kinds
    for one in sorted(a - b):
        for other in sorted(b - a):
            if pair.lists.exclude(one, other):
                return f"{one} against {other}"
    return None


def _fractions(pair: Pair) -> str | None:
    """Nobody counts fractions of people: .38 is a calibre, wherever a sentence breaks."""
    below = [pair.a.kind == "count" and 0 < value_of(profile) < 1 for profile in (pair.a, pair.b)]
    return "a fraction against a count" if below[0] != below[1] else None


def _ages(pair: Pair) -> str | None:
    """Children, women and men are some of the people, whom another figure counts."""
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        some = one.special & pair.lists.some_people
        if some and other.head == "person" and not other.special & pair.lists.some_people:
            return f"{min(some)} against people"
    return None


def _nations(pair: Pair) -> str | None:
    a, b = pair.a.nations, pair.b.nations
    if a and b and not a & b:
        return f"of {min(a)} against of {min(b)}"
    return None


def _days(pair: Pair) -> str | None:
    """What happened on one day did not happen on another."""
    a, b = pair.a, pair.b
    if not (a.dated and b.dated) or a.action is None or a.action != b.action or a.days is None or b.days is None:
        return None
    return "different days" if a.days[1] < b.days[0] or b.days[1] < a.days[0] else None


def _siblings(pair: Pair) -> str | None:
    """Two rules of one family tell apart what is easily mixed up: killed and injured, passengers and all aboard."""
    a, b = pair.a.type, pair.b.type
    if a is None or b is None or a == b or a.partition(".")[0] != b.partition(".")[0]:
        return None
    same = pair.a.number == pair.b.number or (pair.a.action is not None and pair.a.action == pair.b.action)
    return None if same else f"{a} against {b}"


def _scenarios(pair: Pair) -> str | None:
    """What would happen at one rate or price is not what would happen at another."""
    a, b = pair.a.conditions, pair.b.conditions
    if pair.a.number == pair.b.number or not a or not b or a & b:
        return None
    return "under different conditions"


def _readings(pair: Pair) -> str | None:
    """Winds, heat and the path of a storm change by the hour: readings of other days or hours are other readings."""
    if pair.a.number == pair.b.number or not any(_is_reading(pair, profile) for profile in (pair.a, pair.b)):
        return None
    days = [profile.claim.figure.document.published for profile in (pair.a, pair.b)]
    if None not in days and days[0] != days[1]:
        return "read on different days"
    hours = [frozenset(_HOUR.findall(profile.claim.figure.sentence_text.lower())) for profile in (pair.a, pair.b)]
    return "read at different hours" if hours[0] != hours[1] else None


def _is_reading(pair: Pair, profile: Profile) -> bool:
    claim = profile.claim
    return claim.figure.quantity.kind in _READ or claim.type in pair.lists.readings


def _elapsed(pair: Pair) -> str | None:
    """How long something has gone on counts up from day to day: articles of other days give another number."""
    a, b = pair.a.claim, pair.b.claim
    if pair.one_document or pair.a.number == pair.b.number or not {a.type, b.type} <= pair.lists.elapsing:
        return None
    first, second = a.figure.document.published, b.figure.document.published
    x, y = value_of(pair.a), value_of(pair.b)
    if first is None or second is None or pair.a.number.partition(":")[0] != "day":
        return "told on different days" if first != second else None
    counted = abs(abs((first - second).days) - abs(x - y)) <= 1
    return "told on different days" if first != second and counted else None


def _both_sides(pair: Pair) -> str | None:
    """What both sides did together is not what one of them did."""
    if pair.a.mutual != pair.b.mutual and (pair.a.nations or pair.b.nations):
        return "of one side against of both"
    return None


def _places(pair: Pair) -> str | None:
    """Two places of one text, neither within the other, are two places; so are a town and that town with another."""
    a, b = pair.a.place, pair.b.place
    if not pair.one_document or pair.a.number == pair.b.number or not a or not b:
        return None
    relation = place_relation(pair)
    joint = relation == "nested" and a[0] not in b and b[0] not in a
    return f"{a[0]} against {b[0]}" if joint or relation == "apart" else None


VETOES: tuple[Veto, ...] = (
    _part_and_whole,
    _one_sentence,
    _copied_elsewhere,
    _counted,
    _fractions,
    _ages,
    _nations,
    _days,
    _siblings,
    _scenarios,
    _readings,
    _elapsed,
    _both_sides,
    _places,
    *internal.VETOES,
    apart,
)
