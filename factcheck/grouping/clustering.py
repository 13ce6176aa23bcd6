"""Clusters from scored pairs: joined from the surest down, by the mean of all their pairs, never across a veto."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

PairKey = tuple[int, int]
UNSCORED = -6.0  # bits: two claims that no block brought together


class Clusters:
    """Agglomerative clustering over the pairs that blocking brought together.

    The bits between two clusters are the mean over all their pairs; a pair that was never scored counts as
    ``UNSCORED``, a vetoed one forbids. The order of joins depends on bits and then on document order alone.
    """

    def __init__(self, bits: Mapping[PairKey, float], vetoed: frozenset[PairKey], least: float) -> None:
        self.members: dict[int, list[int]] = {}
        self.weakest: dict[int, float] = {}
        self._least = least
        self._sums: dict[int, dict[int, tuple[float, int]]] = {}
        self._forbidden: dict[int, set[int]] = {}
        for (a, b), value in bits.items():
            self._add(a, b, value)
        for a, b in vetoed:
            self._forbidden.setdefault(a, set()).add(b)
            self._forbidden.setdefault(b, set()).add(a)
        self._heap: list[tuple[float, int, int]] = []
        for a, near in self._sums.items():
            for b, (total, _) in near.items():
                if a < b and total >= least:
                    self._heap.append((-total, a, b))
        heapq.heapify(self._heap)

    def _add(self, a: int, b: int, value: float) -> None:
        for one, other in ((a, b), (b, a)):
            self.members.setdefault(one, [one])
            self._sums.setdefault(one, {})[other] = (value, 1)

    def run(self) -> list[tuple[tuple[int, ...], float]]:
        """Every cluster of two or more, in order, with the bits of its weakest join."""
        while self._heap:
            negative, a, b = heapq.heappop(self._heap)
            if a in self.members and b in self.members and self._mean(a, b) == -negative and self._allowed(a, b):
                self._join(a, b, -negative)
        return sorted((tuple(sorted(m)), self.weakest[at]) for at, m in self.members.items() if len(m) > 1)

    def _mean(self, a: int, b: int) -> float:
        total, scored = self._sums[a].get(b, (0.0, 0))
        pairs = len(self.members[a]) * len(self.members[b])
        return (total + (pairs - scored) * UNSCORED) / pairs

    def _allowed(self, a: int, b: int) -> bool:
        return b not in self._forbidden.get(a, ())

    def _join(self, a: int, b: int, bits: float) -> None:
        """Add ``b`` to ``a`` (the earlier in document order) and queue what has changed."""
        self.weakest[a] = min(bits, self.weakest.get(a, bits), self.weakest.pop(b, bits))
        self.members[a] += self.members.pop(b)
        self._move_vetoes(a, b)
        near = self._sums[a]
        for other, (total, scored) in self._sums.pop(b).items():
            if other == a:
                continue
            before, count = near.get(other, (0.0, 0))
            near[other] = self._sums[other][a] = (before + total, count + scored)
            del self._sums[other][b]
        del near[b]
        for other in near:
            mean = self._mean(a, other)
            if mean >= self._least and self._allowed(a, other):
                heapq.heappush(self._heap, (-mean, min(a, other), max(a, other)))

    def _move_vetoes(self, a: int, b: int) -> None:
        for other in self._forbidden.pop(b, set()):
            self._forbidden[other].discard(b)
            self._forbidden[other].add(a)
            self._forbidden.setdefault(a, set()).add(other)
