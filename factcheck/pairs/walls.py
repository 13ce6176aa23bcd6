"""The things that keep two figures apart whatever else speaks for them."""

from __future__ import annotations

from factcheck.pairs.pair import Pair
from factcheck.pairs.parts.asked import same


def wall(pair: Pair) -> str | None:
    """Why the two can never be one claim, or ``None``."""
    a, b = pair.a.claim.figure, pair.b.claim.figure
    if a.whole == b.id or b.whole == a.id:
        return "one is a part of the other"
    if pair.one_sentence and pair.a.headline == pair.b.headline and not _told_twice(pair):
        return "two figures of one sentence"
    return None


def _told_twice(pair: Pair) -> bool:
    """Whether one sentence restates, moves, disputes or repeats a number."""
    a, b = pair.a.claim.figure.quantity, pair.b.claim.figure.quantity
    head, action = same(pair.a.head, pair.b.head), same(pair.a.action, pair.b.action)
    moved = {a.change_part, b.change_part} == {"from", "to"}
    converted = pair.fit == "rounding" and pair.a.unit != pair.b.unit  # "40 km (25 miles)"
    repeated = pair.a.number == pair.b.number and "other" not in (head, action)  # a title run into its text
    overtaken = pair.a.earlier != pair.b.earlier and action == "same"
    return moved or converted or repeated or overtaken or pair.stands("speaker") == "unlike"
