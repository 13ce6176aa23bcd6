"""Clusters from scored pairs: joined from the surest down, never across a veto."""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping
from typing import NamedTuple

from factcheck.pairs.company import PairKey

UNSCORED = -6.0  # bits: two claims that no block brought together
_MEAN = 0.6  # share of the mean of all pairs in what joins two clusters; the rest is what speaks best for each claim


class Cluster(NamedTuple):
    """The places of its members, those of each of its parts, and the bits of its weakest join."""

    members: tuple[int, ...]
    parts: tuple[tuple[int, ...], ...]
    weakest: float


class Clusters:
    """Agglomerative clustering over the pairs that blocking brought together.

    The bits between two clusters are for one part the mean over all their pairs, for the other the mean, over all
    their claims, of the best link to the other cluster: a terse headline need not look like every sentence of the
    other side, as long as it looks like one. A pair that was never scored counts as ``UNSCORED``, a vetoed one
    forbids. The order of joins depends on bits and then on document order alone.
    """

    def __init__(
        self,
        bits: Mapping[PairKey, float],
        vetoed: frozenset[PairKey],
        sure: float,
        least: float,
    ) -> None:
        self.members: dict[int, list[int]] = {}
        self.weakest: dict[int, float] = {}
        self._sure, self._least = sure, least
        self._sums: dict[int, dict[int, tuple[float, int]]] = {}
        self._best: dict[int, dict[int, dict[int, float]]] = {}  # of each member of a cluster to another cluster
        self._forbidden: dict[int, set[int]] = {}
        for (a, b), value in bits.items():
            self._add(a, b, value)
        for a, b in vetoed:
            self._forbidden.setdefault(a, set()).add(b)
            self._forbidden.setdefault(b, set()).add(a)
        self._heap = [(-self._bits(a, b), a, b) for (a, b), value in bits.items() if value >= least]
        heapq.heapify(self._heap)

    def _add(self, a: int, b: int, value: float) -> None:
        for one, other in ((a, b), (b, a)):
            self.members.setdefault(one, [one])
            self._sums.setdefault(one, {})[other] = (value, 1)
            self._best.setdefault(one, {})[other] = {one: value}

    def run(self) -> list[Cluster]:
        """Every cluster of two or more, in order; its parts are those that it was joined from with doubt."""
        self._join_down_to(self._sure)
        parts = {member: part for part in map(tuple, map(sorted, self.members.values())) for member in part}
        self._join_down_to(self._least)
        return sorted(
            Cluster(tuple(sorted(members)), tuple(sorted({parts[member] for member in members})), self.weakest[at])
            for at, members in self.members.items()
            if len(members) > 1
        )

    def _join_down_to(self, least: float) -> None:
        while self._heap and -self._heap[0][0] >= least:
            negative, a, b = heapq.heappop(self._heap)
            current = a in self.members and b in self.members and self._bits(a, b) == -negative
            if current and self._allowed(a, b):
                self._join(a, b, -negative)

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

    def _allowed(self, a: int, b: int) -> bool:
        return b not in self._forbidden.get(a, ())

    def _join(self, a: int, b: int, bits: float) -> None:
        """Add ``b`` to ``a`` (the earlier in document order) and queue what has changed."""
        self.weakest[a] = min(bits, self.weakest.get(a, bits), self.weakest.pop(b, bits))
        self.members[a] += self.members.pop(b)
        self._move_vetoes(a, b)
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
            value = self._bits(a, other)
            if value >= self._least and self._allowed(a, other):
                heapq.heappush(self._heap, (-value, min(a, other), max(a, other)))

    def _move_vetoes(self, a: int, b: int) -> None:
        for other in self._forbidden.pop(b, set()):
            self._forbidden[other].discard(b)
            self._forbidden[other].add(a)
            self._forbidden.setdefault(a, set()).add(other)
