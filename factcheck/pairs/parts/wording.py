"""What the words say: how much of what is told around one number is told around the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.pairs.pair import Pair
from factcheck.pairs.parts.asked import Level

_NOTHING = (("nothing shared", 1.0),)


def words_in(place: str, most: float) -> Callable[[Pair], Iterable[Level]]:
    """How much of what is told in a place around one number, its sentence or one side of it, is told in the other's.

    The bits of the shared words, up to ``most``, and their share of the smaller side.
    """

    def part(pair: Pair) -> Iterable[Level]:
        a, b = getattr(pair.a, place), getattr(pair.b, place)
        shared = a & b
        if not shared:
            return _NOTHING if a and b else ()
        bits = pair.scope.sum(pair.a, shared)
        least = min(pair.scope.total(pair.a, a), pair.scope.total(pair.b, b))
        return (("shared", min(bits, most) / 10), ("share", bits / least if least > 0 else 0.0))

    return part
