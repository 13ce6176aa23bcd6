"""Figures: quantities in context. ``extract_figures(document, vocabulary)`` is the stage of a whole document."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.context.model import Context
from factcheck.documents import Document
from factcheck.quantities import Quantity, Seen
from factcheck.spans import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in context, in its document."""

    id: str  # "d1.f3" inside one document; the scan renumbers for output
    document: Document
    line: int
    quantity: Quantity
    sentence: Span
    context: Context
    whole: str | None = None  # id of the figure this one is a part of

    @property
    def text(self) -> str:
        return self.quantity.span.of(self.document.text)

    @property
    def number(self) -> str:
        return self.quantity.number.of(self.document.text)

    @property
    def sentence_text(self) -> str:
        return self.sentence.of(self.document.text)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gave: its figures and what only looks like one."""

    document: Document
    figures: tuple[Figure, ...]
    seen: tuple[Seen, ...]
