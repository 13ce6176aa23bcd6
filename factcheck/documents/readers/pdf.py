"""PDF (pypdfium2): the text of its pages in reading order, paragraphs put together again, each page's number kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2

from factcheck.documents.entries import Entry, Found, Piece, Source
from factcheck.documents.metadata import Known
from factcheck.documents.readers.columns import Box, in_reading_order
from factcheck.documents.readers.paragraphs import Line, paragraphs
from factcheck.errors import UnreadableError

PAGES = 2000  # of one document; what has more is a book or a trap
BOXES = 20_000  # pieces of text on one page
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]", re.I)
_NO_TITLE = re.compile(
    r"^(?:microsoft word|untitled|\(?anonymous|\(?unspecified|document\d*)\b|\.(?:docx?|indd|pdf|html?|odt)$", re.I
)
_MARGIN = 0.09  # of a page's height at its top and bottom, where running heads stand


def read(source: Source) -> Iterator[Found]:
    """The one document of a PDF. Its dates of making and saving are no day of publication."""
    try:
        pdf = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        raise _why(str(error)) from error
    try:
        if len(pdf) > PAGES:
            raise UnreadableError(f"{len(pdf):,} pages, more than the {PAGES:,} one document may have", todo="split it")
        pages = [_boxes(pdf, number) for number in range(len(pdf))]
        known = _known(pdf)
    finally:
        pdf.close()
    empty = [number for number, boxes in enumerate(pages, start=1) if not boxes]
    if len(empty) == len(pages):
        raise UnreadableError("its pages are pictures without text", todo="recognise its text (OCR) and scan that")
    text, marks = _text(pages)
    note = f"{_pages(empty)} without text, perhaps scanned; recognise the text (OCR) to have it read" if empty else None
    yield Entry((Piece(text, marks=marks),), (known,), location="page", note=note)


def _why(error: str) -> UnreadableError:
    if "password" in error.lower():
        return UnreadableError("encrypted", todo="open it with its password and save its text")
    return UnreadableError("broken as a PDF", todo="save it anew, or save its text")


def _known(pdf: pypdfium2.PdfDocument) -> Known:
    told = pdf.get_metadata_dict()
    title = (told.get("Title") or "").strip()
    author = (told.get("Author") or "").strip()
    return Known(
        "meta",
        title=title if title and not _NO_TITLE.search(title) else None,
        author=author if author and not _NO_TITLE.search(author) else None,
    )


def _boxes(pdf: pypdfium2.PdfDocument, number: int) -> list[Box]:
    """The lines of text on a page, or pieces of them, with their places."""
    page = pdf[number]
    try:
        words = page.get_textpage()
        try:
            count = words.count_rects()
            if count > BOXES:
                raise UnreadableError(f"page {number + 1} has too many pieces of text", todo="save its text")
            height = page.get_height() or 1
            return [box for index in range(count) if (box := _box(words, index, height)) is not None]
        finally:
            words.close()
    finally:
        page.close()


def _box(words: pypdfium2.PdfTextPage, index: int, page_height: float) -> Box | None:
    """One piece of text, as high as its font is, whatever letters it has."""
    left, bottom, right, top = words.get_rect(index)
    text = " ".join(words.get_text_bounded(left, bottom, right, top).split())
    if not text:
        return None
    at = words.get_index(left + 0.5, (bottom + top) / 2, 3, 3)
    if at is not None:
        _, bottom, _, top = words.get_charbox(at, loose=True)
    return Box(left, page_height - top, right, page_height - bottom, text, page_height)


def _text(pages: Sequence[list[Box]]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text of all pages, with the offset at which each of them begins."""
    running = _running(pages)
    lines: list[Line] = []
    for number, boxes in enumerate(pages, start=1):
        kept = [box for box in boxes if not _is_running(box, running)]
        lines.extend(Line(box, number) for box in in_reading_order(kept))
    parts: list[str] = []
    marks: list[tuple[int, str]] = []
    at = 0
    for paragraph in paragraphs(lines):
        for offset, page in paragraph.pages:
            if not marks or marks[-1][1] != str(page):
                marks.append((at + offset, str(page)))
        parts.append(paragraph.text)
        at += len(paragraph.text) + 2
    return "\n\n".join(parts), tuple(marks)


def _running(pages: Sequence[list[Box]]) -> frozenset[str]:
    """What stands in the margins of several pages, its digits aside: heads and feet of pages."""
    seen = Counter(text for boxes in pages for text in {_plain(box.text) for box in boxes if _in_margin(box)})
    return frozenset(text for text, count in seen.items() if count > 1 and 2 * count >= len(pages))


def _is_running(box: Box, running: frozenset[str]) -> bool:
    return _in_margin(box) and (_plain(box.text) in running or bool(_PAGE_NUMBER.fullmatch(box.text)))


def _in_margin(box: Box) -> bool:
    return box.bottom < _MARGIN * box.page_height or box.top > (1 - _MARGIN) * box.page_height


def _plain(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _pages(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:5])) + (", …" if len(numbers) > 5 else "")
    return f"page{'s' if len(numbers) > 1 else ''} {shown}"
