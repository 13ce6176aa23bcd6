"""What keeps two claims apart whatever else speaks for them: each veto is a reason in words."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.grouping.evidence import Pair

Veto = Callable[[Pair], str | None]


def veto(pair: Pair) -> str | None:
    """Why the two can never be one claim, or ``None``."""
    return next((reason for check in VETOES if (reason := check(pair)) is not None), None)


def _part_and_whole(pair: Pair) -> str | None:
    a, b = pair.a.claim.figure, pair.b.claim.figure
    if a.whole == b.id or b.whole == a.id:
        return "one is a part of the other"
    return None


def _one_sentence(pair: Pair) -> str | None:
    """Two figures of one sentence are two things, unless one restates, moves or disputes the other."""
    if pair.a.sentence != pair.b.sentence:
        return None
    a, b = pair.a.claim.figure.quantity, pair.b.claim.figure.quantity
    if a.change_part is not None and b.change_part is not None and {a.change_part, b.change_part} == {"from", "to"}:
        return None
    if a.unit != b.unit and a.unit is not None and b.unit is not None and a.unit.dimension == b.unit.dimension:
        return None
    if pair.a.speaker is not None and pair.b.speaker is not None and pair.a.speaker != pair.b.speaker:
        return None
    return "two figures of one sentence"


def _qualifiers(pair: Pair) -> str | None:
    a, b = pair.a.qualifiers, pair.b.qualifiers
    for one in sorted(a - b):
        for other in sorted(b - a):
            if pair.lists.exclude(one, other):
                return f"{one} against {other}"
    return None


def _heads(pair: Pair) -> str | None:
    a, b = pair.a.head, pair.b.head
    if a is not None and b is not None and pair.lists.exclude(a, b):
        return f"{a} against {b}"
    return None


VETOES: tuple[Veto, ...] = (_part_and_whole, _one_sentence, _heads, _qualifiers)
