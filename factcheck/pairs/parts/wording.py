"""What the words say: how much of what is told around one number is told around the other."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.pairs.pair import Pair
from factcheck.pairs.parts.asked import Level


def sentence(pair: Pair) -> Iterable[Level]:
    return _likeness(pair, pair.a.words, pair.b.words, 40.0)


def right(pair: Pair) -> Iterable[Level]:
    return _likeness(pair, pair.a.right, pair.b.right, 20.0)


def left(pair: Pair) -> Iterable[Level]:
    return _likeness(pair, pair.a.left, pair.b.left, 20.0)


def _likeness(pair: Pair, a: frozenset[str], b: frozenset[str], most: float) -> Iterable[Level]:
    """The bits of the shared words, and their share of the smaller side."""
    shared = a & b
    if not shared:
        return _NOTHING if a and b else ()
    scope = pair.scope
    bits = scope.sum(pair.story, shared)
    least = min(scope.total(pair.a, a), scope.total(pair.b, b))
    return (("shared", min(bits, most) / 10), ("share", bits / least if least > 0 else 0.0))


_NOTHING = (("nothing shared", 1.0),)
