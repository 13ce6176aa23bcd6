"""Which event: its time, its place, the names beside it, and what sets a sentence off from its story."""

from __future__ import annotations

import math
from collections.abc import Iterator

from factcheck.pairs.differences import days_stand
from factcheck.pairs.pair import Pair
from factcheck.pairs.parts.asked import Level, of_two

_LONG = 6.0  # log2 of the days between two reports beyond which more say no more


def event(pair: Pair) -> Iterator[Level]:
    """Whether both sentences are of the story's time, or are set off by the same time, or by different ones."""
    a, b = pair.a.marks, pair.b.marks
    if a or b:
        one = "one of a past year" if any(mark.isdigit() for mark in a | b) else "one set off in time"
        yield ("same time" if a & b else "different times" if a and b else one), 1.0


def names(pair: Pair) -> Iterator[Level]:
    """Names that no lead of the story holds narrow a figure down: to a town, a house, another story."""
    a, b = pair.a.foreign, pair.b.foreign
    one = "one narrower" if a or b else "of the story"
    yield ("same names" if a & b else "different names" if a and b else one), 1.0


def when(pair: Pair) -> Iterator[Level]:
    """The days the figures are about, else those of their document's own story; and how far two reports are apart."""
    a, b = pair.a.days, pair.b.days
    told = a is not None and b is not None
    a, b = a or pair.scope.story_days(pair.a), b or pair.scope.story_days(pair.b)
    stands = days_stand(a, b)
    if a is not None and b is not None:
        yield stands if told else f"{stands}, by the story", 1.0
    one, other = (profile.claim.figure.document.published for profile in (pair.a, pair.b))
    if one is not None and other is not None and one != other:
        yield "later report", 1.0
        yield "days between", min(math.log2(1 + abs((one - other).days)), _LONG) / _LONG


def place(pair: Pair) -> Iterator[Level]:
    """Where; a place that no lead of the story names makes a figure one of less than the whole story."""
    stands = pair.stands("place")
    if stands != "unknown":
        yield stands, 1.0
    yield from of_two("elsewhere", pair.a.elsewhere, pair.b.elsewhere)
