"""Places in a text: half-open spans of Unicode code points."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Span(NamedTuple):
    """The half-open range ``[start, stop)`` of code points in a document's text."""

    start: int
    stop: int

    def of(self, text: str) -> str:
        """The piece of ``text`` this span covers."""
        return text[self.start : self.stop]

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.stop <= self.stop

    def overlaps(self, other: Span) -> bool:
        return self.start < other.stop and other.start < self.stop

    def joined(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.stop, other.stop))


class LineMap:
    """Line numbers (from 1) for offsets of one text; a line ends at ``\\n``, ``\\r`` or ``\\r\\n``.

    ``above`` are lines that stand above the text and are counted.
    """

    def __init__(self, text: str, above: int = 0) -> None:
        self._above = above
        starts = [0]
        at = 0
        for line in text.splitlines(keepends=True):
            at += len(line)
            if line[-1] in "\r\n":
                starts.append(at)
        # str.splitlines also breaks at form feeds and the like; editors do not count those.
        self._starts = starts

    def line(self, offset: int) -> int:
        return bisect_right(self._starts, offset) + self._above

    def column(self, offset: int) -> int:
        """The column (from 1) of ``offset`` within its line."""
        return offset - self._starts[bisect_right(self._starts, offset) - 1] + 1
