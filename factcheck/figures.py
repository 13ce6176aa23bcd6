"""Figures: quantities in context. ``extract_figures(document, vocabulary)`` is the stage of a whole document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.context.polarity import is_unreported
from factcheck.context.registry import Context, read_context
from factcheck.context.view import Views
from factcheck.display import marked, one_line, paragraph
from factcheck.documents import SILENT, Document
from factcheck.errors import FactcheckError
from factcheck.invisible import Plain, plain
from factcheck.numerals import lexicon
from factcheck.quantities import Quantity, Reading, Seen, read_quantities
from factcheck.sentences.bounds import sentence_spans
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary

_DIGITS = re.compile(r"\d(?:[\d.,:/-]*\d)?")


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

    def __repr__(self) -> str:
        """``<Figure 'at least 12' people, a.txt:3>``: what it holds in full would be pages long."""
        counted = f" {one_line(self.context.counted.text)}" if self.context.counted else ""
        return f"<Figure {one_line(self.text)!r}{counted}, {self.document.path}:{self.line}>"

    def _repr_html_(self) -> str:
        text, span = self.document.text, self.quantity.span
        start, stop = min(self.sentence.start, span.start), max(self.sentence.stop, span.stop)
        quote = marked(text[start : span.start], self.text, text[span.stop : stop])
        return quote + paragraph(f"{self.document.path}:{self.line}")

    @property
    def number(self) -> str:
        return self.quantity.number.of(self.document.text)

    @property
    def where(self) -> str:
        """Its place in the terms of its document's reader: ``line 12``, ``page 3``, ``0:01:20``, ``row 5``."""
        if self.document.location == "line":
            return f"line {self.line}"
        return self.document.where(self.quantity.span.start)

    @property
    def sentence_text(self) -> str:
        return self.sentence.of(self.document.text)


@dataclass(frozen=True, slots=True)
class Fault:
    """A sentence that the program failed on: its figures are missing, and ``error`` says what went wrong."""

    span: Span
    error: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gave: its figures, what only looks like one, and the sentences that could not be read."""

    document: Document
    figures: tuple[Figure, ...]
    seen: tuple[Seen, ...]
    faults: tuple[Fault, ...] = ()
    cut: int | None = None  # where reading stopped, in a text of more numbers than any article has


MOST_NUMBERS = 15_000  # in one text; as many take the better part of a minute

Contexts = list[tuple[Quantity, Span, Context]]


def extract_figures(document: Document, vocabulary: Vocabulary) -> Extraction:
    """All figures of a document with their context, in text order; a pure function of the text and the words.

    A sentence that the program fails on is left out and told in ``faults``; it never costs the others. Soft hyphens
    are read as nothing, other invisible characters as a break; all places are those of the text as it is.
    """
    shown = plain(document.text)
    if shown is None:
        return _extract(document, vocabulary)
    blocks = (
        replace(block, span=Span(shown.there(block.span.start), shown.there(block.span.stop)))
        for block in document.blocks
    )
    found = _extract(replace(document, text=shown.text, blocks=tuple(blocks), _lines=[]), vocabulary)
    return Extraction(
        document=document,
        figures=tuple(_as_written(figure, document, shown) for figure in found.figures),
        seen=shown.back(found.seen),
        faults=shown.back(found.faults),
        cut=None if found.cut is None else shown.back(Span(found.cut, found.cut + 1)).start,
    )


def _as_written(figure: Figure, document: Document, shown: Plain) -> Figure:
    return replace(
        figure,
        document=document,
        quantity=shown.back(figure.quantity),
        sentence=shown.back(figure.sentence),
        context=shown.back(figure.context),
    )


def _extract(document: Document, vocabulary: Vocabulary) -> Extraction:
    spans, cut = _bounded(document, vocabulary)
    reading, faults = _quantities(document, vocabulary, spans)
    seen = [*reading.seen, *_silent_digits(document)]
    place = {id(quantity): i for i, quantity in enumerate(reading.quantities)}
    views = Views(document, vocabulary, reading.quantities, reading.seen)
    contexts: Contexts = []
    for quantity in reading.quantities:
        sentence = quantity.span
        try:
            view = views.of(quantity)
            if view is None:
                continue
            sentence = view.span
            if is_unreported(view, quantity):
                seen.append(Seen(quantity.span, "the absence of a report, not zero"))
                continue
            contexts.append((quantity, sentence, read_context(view, quantity)))
        except FactcheckError:  # of the rules, not of the sentence
            raise
        except Exception as error:
            faults.append(Fault(sentence, _said(error)))
    views.forget()
    broken = {fault.span for fault in faults}
    figures = _numbered(document, [found for found in contexts if found[1] not in broken], place)
    told = {fault.span: fault for fault in sorted(faults, key=lambda fault: fault.span)}
    return Extraction(document, figures, tuple(sorted(seen, key=lambda item: item.span)), tuple(told.values()), cut)


def _bounded(document: Document, vocabulary: Vocabulary) -> tuple[list[Span], int | None]:
    """The blocks to read, and where they end early: behind the most numbers that are read of one text."""
    spans = [block.span for block in document.blocks if block.kind not in SILENT]
    if len(document.text) < 2 * MOST_NUMBERS:
        return spans, None
    left = MOST_NUMBERS
    for index, span in enumerate(spans):
        for start in _numbers(document.text, span, vocabulary):
            left -= 1
            if left < 0:
                kept = [Span(span.start, start)] if start > span.start else []
                return [*spans[:index], *kept], start
    return spans, None


def _numbers(text: str, span: Span, vocabulary: Vocabulary) -> Iterator[int]:
    """Where anything starts in a block that may be a number."""
    words, at = lexicon(vocabulary), span.start
    while (place := words.next(text, at, span.stop)) is not None:
        start, stop = place
        yield start
        digits = _DIGITS.match(text, start, span.stop)
        at = max(stop, digits.end() if digits else 0)


def _quantities(document: Document, vocabulary: Vocabulary, spans: list[Span]) -> tuple[Reading, list[Fault]]:
    """The quantities of all blocks; where one makes the program fail, of all its sentences but that one."""
    text = document.text
    try:
        return read_quantities(text, vocabulary, spans), []
    except FactcheckError:
        raise
    except Exception:
        sound, faults = [], []
        for span in spans:
            pieces = [span] if _fault(text, vocabulary, span) is None else sentence_spans(text, span, vocabulary)
            found = [(piece, _fault(text, vocabulary, piece)) for piece in pieces]
            sound += [piece for piece, fault in found if fault is None]
            faults += [fault for _, fault in found if fault is not None]
        return read_quantities(text, vocabulary, sound), faults


def _fault(text: str, vocabulary: Vocabulary, span: Span) -> Fault | None:
    try:
        read_quantities(text, vocabulary, [span])
    except Exception as error:
        return Fault(span, _said(error))
    return None


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".rstrip(": ")


def _silent_digits(document: Document) -> Iterator[Seen]:
    for block in document.blocks:
        if block.kind in SILENT:
            for digits in _DIGITS.finditer(document.text, *block.span):
                yield Seen(Span(*digits.span()), SILENT[block.kind])


def _numbered(
    document: Document, contexts: Sequence[tuple[Quantity, Span, Context]], place: dict[int, int]
) -> tuple[Figure, ...]:
    """Figures with their ids; a whole that became no figure is forgotten."""
    ids = {place[id(quantity)]: f"{document.id}.f{n}" for n, (quantity, _, _) in enumerate(contexts, start=1)}
    return tuple(
        Figure(
            id=ids[place[id(quantity)]],
            document=document,
            line=document.line(quantity.span.start),
            quantity=quantity,
            sentence=sentence,
            context=context,
            whole=None if context.whole is None else ids.get(context.whole),
        )
        for quantity, sentence, context in contexts
    )
