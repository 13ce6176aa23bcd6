"""What keeps two claims apart whatever else speaks for them: each veto is a reason in words."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.grouping.evidence import Pair
from factcheck.grouping.passages import alike, shingles
from factcheck.grouping.profiles import Profile

Veto = Callable[[Pair], str | None]

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
    if a.unit != b.unit and a.unit is not None and b.unit is not None and a.unit.dimension == b.unit.dimension:
        return None
    if pair.a.speaker is not None and pair.b.speaker is not None and pair.a.speaker != pair.b.speaker:
        return None
    if pair.a.number == pair.b.number and _may_repeat(pair.a, pair.b):
        return None
    if pair.a.earlier != pair.b.earlier and pair.a.action == pair.b.action:
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
    a, b = pair.a.special, pair.b.special
    for one in sorted(a - b):
        for other in sorted(b - a):
            if pair.lists.exclude(one, other):
                return f"{one} against {other}"
    return None


def _nations(pair: Pair) -> str | None:
    a, b = pair.a.nations, pair.b.nations
    if a and b and not a & b:
        return f"of {min(a)} against of {min(b)}"
    return None


VETOES: tuple[Veto, ...] = (_part_and_whole, _one_sentence, _copied_elsewhere, _counted, _nations)
