"""Parts of the context that linking weighs as they are: told alike, told otherwise, or told of one only."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.pairs.pair import Pair
from factcheck.pairs.parts.asked import Level


def alike(name: str) -> Callable[[Pair], Iterable[Level]]:
    """What compares one part of the context by its ``key``."""

    def levels(pair: Pair) -> Iterable[Level]:
        one, other = (getattr(profile.claim.figure.context, name) for profile in (pair.a, pair.b))
        if one is not None and other is not None:
            yield ("same" if one.key == other.key else "different"), 1.0
        elif one is not other:
            yield "one silent", 1.0

    return levels
