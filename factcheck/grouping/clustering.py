"""Clusters from scored pairs: joined from the surest down, never across a veto."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from factcheck.pairs.company import PairKey

UNSCORED = -6.0  # bits: two claims that no block brought together
_MEAN = 0.6  # share of the mean of all pairs in what joins two clusters; the rest is what speaks best for each claim


class Cluster(NamedTuple):
    """The places of its members, and the bits of its weakest join."""

    members: tuple[int, ...]
    weakest: float


class Clusters:
    """Agglomerative clustering over the pairs that blocking brought together.

    The bits between two clusters are for one part the mean over all their pairs, for the other the mean, over all
    their claims, of the best link to the other cluster: a terse headline need not look like every sentence of the
    other side, as long as it looks like one. A pair that was never scored counts as ``UNSCORED``, a vetoed one
    forbids. The order of joins depends on bits and then on document order alone.
    """

    def __init__(self, bits: Mapping[PairKey, float], vetoed: frozenset[PairKey], least: float) -> None:
        self.members: dict[int, list[int]] = {}
        self.weakest: dict[int, float] = {}
        self._least = least
        self._sums: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        self._best: dict[int, dict[int, dict[int, float]]] = defaultdict(dict)  # of each member to another cluster
        self._forbidden: dict[int, set[int]] = defaultdict(set)
        for (a, b), value in bits.items():
            for one, other in ((a, b), (b, a)):
                self.members[one] = [one]
                self._sums[one][other] = (value, 1)
                self._best[one][other] = {one: value}
        for a, b in vetoed:
            self._forbidden[a].add(b)
            self._forbidden[b].add(a)
        self._heap: list[tuple[float, int, int]] = []
        for a, b in bits:
            self._queue(a, b)

    def run(self) -> list[Cluster]:
        """Every cluster of two or more, in order."""
        while self._heap:
            negative, a, b = heapq.heappop(self._heap)
            current = a in self.members and b in self.members and self._bits(a, b) == -negative
            if current and b not in self._forbidden[a]:
                self._join(a, b, -negative)
        return sorted(
            Cluster(tuple(sorted(members)), self.weakest[at])
            for at, members in self.members.items()
            if len(members) > 1
        )

    def _queue(self, a: int, b: int) -> None:
        value = self._bits(a, b)
        if value >= self._least and b not in self._forbidden[a]:
            heapq.heappush(self._heap, (-value, min(a, b), max(a, b)))

    def _bits(self, a: int, b: int) -> float:
        total, scored = self._sums[a][b]
        one, other = self._best[a][b], self._best[b][a]
        sizes = len(self.members[a]), len(self.members[b])
        mean = (total + (sizes[0] * sizes[1] - scored) * UNSCORED) / (sizes[0] * sizes[1])
        best = (self._mean(one, sizes[0]) + self._mean(other, sizes[1])) / 2
        return round(_MEAN * mean + (1 - _MEAN) * best, 6)

    def _mean(self, values: Mapping[int, float], size: int) -> float:
        """The mean over a cluster's members, those without a scored link counted as such."""
        return (math.fsum(values.values()) + (size - len(values)) * UNSCORED) / size

    def _join(self, a: int, b: int, bits: float) -> None:
        """Add ``b`` to ``a`` (the earlier in document order) and queue what has changed."""
        self.weakest[a] = min(bits, self.weakest.get(a, bits), self.weakest.pop(b, bits))
        self.members[a] += self.members.pop(b)
        for other in self._forbidden.pop(b, set()):
            self._forbidden[other].discard(b)
            self._forbidden[other].add(a)
            self._forbidden[a].add(other)
        own, near = self._best[a], self._sums[a]
        del own[b], near[b]
        theirs = self._best.pop(b)
        for other, (total, scored) in self._sums.pop(b).items():
            if other == a:
                continue
            before, count = near.get(other, (0.0, 0))
            near[other] = self._sums[other][a] = (before + total, count + scored)
            own.setdefault(other, {}).update(theirs[other])
            toward = self._best[other].setdefault(a, {})
            for member, value in self._best[other].pop(b).items():
                toward[member] = max(value, toward.get(member, value))
            del self._sums[other][b]
        for other in near:
            self._queue(a, other)
