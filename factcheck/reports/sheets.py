"""The documents' texts as the report shows them: line by line, every figure marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.documents import Document
from factcheck.figures import Figure
from factcheck.quantities import Seen
from factcheck.reports.cards import Card
from factcheck.spans import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


class Piece(NamedTuple):
    """A run of a document's line: plain text, a figure, or something seen that is no figure."""

    text: str
    figure: Figure | None = None
    seen: Seen | None = None
    first: bool = True  # of a figure that runs over a line's end, only the first piece is its anchor


class Line(NamedTuple):
    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Sheet:
    """A document's text with every figure marked."""

    document: Document
    figures: tuple[Figure, ...]
    seen: tuple[Seen, ...]
    cards: Mapping[str, Card]  # by the id of a figure
    path: str  # without the folder that all documents share

    @property
    def lines(self) -> Iterator[Line]:
        """The lines that hold text; numbered as an editor numbers them."""
        marks = _marks(self.figures, self.seen)
        at = 0
        for n, match in enumerate(_LINE.finditer(self.document.text), 1):
            text = match.group().rstrip("\r\n")
            while at < len(marks) and marks[at][0].stop <= match.start():
                at += 1
            if text.strip():
                span = Span(match.start(), match.start() + len(text))
                yield Line(n, tuple(_pieces(self.document.text, span, marks, at)))


_Marked = tuple[Span, Figure | None, Seen | None]


def _marks(figures: Sequence[Figure], seen: Sequence[Seen]) -> list[_Marked]:
    """What is marked, in text order, cut so that nothing overlaps: a figure goes before what was only seen."""
    wanted: list[_Marked] = [(figure.quantity.span, figure, None) for figure in figures]
    wanted += [(item.span, None, item) for item in seen]
    wanted.sort(key=lambda mark: (mark[0].start, mark[1] is None, mark[0].stop))
    kept: list[_Marked] = []
    end = 0
    for span, figure, item in wanted:
        if span.start >= end or figure is not None:
            kept.append((Span(max(span.start, end), max(span.stop, end)), figure, item))
            end = max(end, span.stop)
    return kept


def _pieces(text: str, line: Span, marks: Sequence[_Marked], at: int) -> Iterator[Piece]:
    position = line.start
    while at < len(marks) and marks[at][0].start < line.stop:
        span, figure, seen = marks[at]
        start, stop = max(span.start, line.start), min(span.stop, line.stop)
        if start > position:
            yield Piece(text[position:start])
        yield Piece(text[start:stop], figure, seen, first=span.start >= line.start)
        position, at = max(position, stop), at + 1
    if position < line.stop:
        yield Piece(text[position : line.stop])
