"""What the other pairs of a story say of a pair: whether one of its figures has a better match, and what its twins say.

A text seldom answers one question with two numbers, so a better match beside a figure speaks against a pair. Figures
with one number that surely answer one question are *twins*; what each of them is like counts for all. Both are asked
after a first look at every pair by itself; the levels weigh against that first look in bits.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.pairs.profiles import Profile

PairKey = tuple[int, int]  # two claims by their place in document order, the earlier first
_LEAST, _MOST = -7.0, 12.0  # bits beyond which a first look is simply sure: of no match, of one
_UNIT = 10.0  # bits of a first look that are one amount of a level
_NO_RIVAL = -3.0  # bits of the rival of a figure that stands alone: that a text is short is no evidence
_SURE = 1.0  # bits from which two equal numbers are twins
LEVELS = ("first look", "best rival", "twins", "has twins")
_TWINS = 4  # of a claim that are asked, the surest


class Company:
    """The first look at all pairs of a scan: the bits of those that were weighed."""

    def __init__(self, bits: Mapping[PairKey, float], profiles: Sequence[Profile]) -> None:
        self._bits = {key: max(_LEAST, min(_MOST, each)) for key, each in bits.items()}
        self._numbers = [profile.number for profile in profiles]
        self._documents = [profile.document for profile in profiles]
        matches: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
        twins: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for (a, b), each in self._bits.items():
            for one, other in ((a, b), (b, a)):
                matches[one, self._documents[other]].append((-each, other))
                if each > _SURE and self._numbers[a] == self._numbers[b]:
                    twins[one].append((-each, other))
        self._matches = {key: sorted(found) for key, found in matches.items()}
        self._twins = {one: [other for _, other in sorted(found)[:_TWINS]] for one, found in twins.items()}

    def levels(self, a: int, b: int) -> Iterator[tuple[str, float]]:
        """What the company of a pair says, the first look at the pair itself first; amounts are tens of bits."""
        first = self._bits[a, b]
        yield "first look", first / _UNIT
        rival = max(self._rival(a, b), self._rival(b, a))
        yield "best rival", (rival if rival > -math.inf else _NO_RIVAL) / _UNIT
        ones, others = [a, *self._twins.get(a, ())], [b, *self._twins.get(b, ())]
        keys = [key for x in ones for y in others if (key := (min(x, y), max(x, y))) != (a, b)]
        told = [self._bits[key] for key in keys if key in self._bits]
        yield "twins", (math.fsum(told) / len(told) if told else first) / _UNIT
        if told:
            yield "has twins", 1.0

    def _rival(self, claim: int, other: int) -> float:
        """The bits of the best match of a claim, in the document of another, that has not the other's number."""
        matches, number = self._matches[claim, self._documents[other]], self._numbers[other]
        return next((-bits for bits, match in matches if self._numbers[match] != number), -math.inf)
