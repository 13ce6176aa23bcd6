"""Figures of copies: what is said of the figures that they repeat holds for them too."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator

from factcheck.figures import Figure
from factcheck.scan import Scan

MIRRORED = 3  # copies of one figure with which its pairs are told too


class Repeats:
    """By the id of a figure those that repeat it in copies of its document."""

    def __init__(self, scan: Scan) -> None:
        self._of: defaultdict[str, list[str]] = defaultdict(list)
        for copy in scan.copies:
            for figure in copy.figures:
                if figure.id in copy.same:
                    self._of[copy.same[figure.id]].append(figure.id)

    def with_copies(self, ids: list[str]) -> list[str]:
        """Some figures, and behind them those that repeat one of them."""
        return [*ids, *(copy for each in ids for copy in self._of.get(each, ()))]

    def pairs(self, a: str, b: str) -> Iterator[tuple[str, str]]:
        """A pair of figures, and the same pair as the first few copies tell it."""
        first, second = ([each, *self._of.get(each, ())[:MIRRORED]] for each in (a, b))
        yield from itertools.product(first, second)


def originals(scan: Scan) -> Iterator[tuple[Figure, str | None]]:
    """The figures of copies, each with the id of the one it repeats."""
    for copy in scan.copies:
        for figure in copy.figures:
            yield figure, copy.same.get(figure.id)
