"""The things that keep two figures apart whatever else speaks for them."""

from __future__ import annotations

from factcheck.pairs.pair import Pair
from factcheck.pairs.profiles import Profile


def wall(pair: Pair) -> str | None:
    """Why the two can never be one claim, or ``None``."""
    a, b = pair.a.claim.figure, pair.b.claim.figure
    if a.whole == b.id or b.whole == a.id:
        return "one is a part of the other"
    if pair.fit is None and (pair.a.unit in pair.b.currencies or pair.b.unit in pair.a.currencies):
        return "one text gives the amount in the currency of the other too"
    if pair.one_sentence and pair.a.headline == pair.b.headline and not _told_twice(pair):
        return "two figures of one sentence"
    return None


def _told_twice(pair: Pair) -> bool:
    """Whether one sentence restates, moves, disputes or repeats a number."""
    a, b = pair.a.claim.figure.quantity, pair.b.claim.figure.quantity
    if a.change_part is not None and b.change_part is not None and {a.change_part, b.change_part} == {"from", "to"}:
        return True
    if pair.fit == "rounding" and pair.a.unit != pair.b.unit:  # "40 km (25 miles)"
        return True
    if pair.stands("speaker") == "unlike":
        return True
    if pair.a.number == pair.b.number and _may_repeat(pair.a, pair.b):
        return True
    return pair.a.earlier != pair.b.earlier and pair.a.action is not None and pair.a.action == pair.b.action


def _may_repeat(a: Profile, b: Profile) -> bool:
    """Whether an equal number may be the same one again, as in a title run into its text."""
    heads = a.head is None or b.head is None or a.head == b.head
    actions = a.action is None or b.action is None or a.action == b.action
    return heads and actions
