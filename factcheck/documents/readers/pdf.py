"""PDF (pypdfium2): the text of its pages in reading order, paragraphs put together again, each page's number kept."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median

import pypdfium2

from factcheck.documents.entries import Entry, Found, Piece, Source
from factcheck.documents.metadata import Known
from factcheck.documents.model import BlockKind
from factcheck.documents.outlets import site_in_title
from factcheck.documents.readers.columns import Box, in_reading_order
from factcheck.documents.readers.paragraphs import Line, Paragraph, paragraphs
from factcheck.documents.readers.pdftext import boxes_of
from factcheck.errors import UnreadableError

PAGES = 2000  # of one document; what has more is a book or a trap
_HEAD = 40  # paragraphs among which the title stands
_TITLE_WORDS = 3
_TITLE_LENGTH = 220
_LARGE = 1.25  # times the usual height of letters
_SENTENCE = 60  # characters of a line that may be a sentence
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]", re.I)
_PRINTED = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?|(?:https?|file)://\S+", re.I
)
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
        known = _known(pdf, _address(pages))
    finally:
        pdf.close()
    empty = [number for number, boxes in enumerate(pages, start=1) if not boxes]
    if len(empty) == len(pages):
        raise UnreadableError("its pages are pictures without text", todo="recognise its text (OCR) and scan that")
    note = f"{_pages(empty)} without text, perhaps scanned; recognise the text (OCR) to have it read" if empty else None
    pieces = tuple(_joined(_pieces(pages, known.title)))
    headline = next((piece.text for piece in pieces if piece.kind == "title"), None)
    known = replace(known, outlet=site_in_title(known.title, headline))
    yield Entry(pieces, (known,), location="page", note=note)


def _why(error: str) -> UnreadableError:
    if "password" in error.lower():
        return UnreadableError("encrypted", todo="open it with its password and save its text")
    return UnreadableError("broken as a PDF", todo="save it anew, or save its text")


def _known(pdf: pypdfium2.PdfDocument, address: str | None) -> Known:
    told = pdf.get_metadata_dict()
    title = (told.get("Title") or "").strip()
    author = (told.get("Author") or "").strip()
    return Known(
        "meta",
        title=title if title and not _NO_TITLE.search(title) else None,
        author=author if author and not _NO_TITLE.search(author) else None,
        url=address,
    )


def _boxes(pdf: pypdfium2.PdfDocument, number: int) -> list[Box]:
    """The lines of text on a page, or pieces of them, with their places."""
    page = pdf[number]
    try:
        return boxes_of(page, number + 1)
    finally:
        page.close()


def _pieces(pages: Sequence[list[Box]], title: str | None) -> Iterator[Piece]:
    """The text of all pages, with the offset at which each of them begins; what is nothing but links is furniture.

    What stands above the title of a page printed from a browser is its menu.
    """
    running = _running(pages)
    lines: list[Line] = []
    for number, boxes in enumerate(pages, start=1):
        kept = [box for box in boxes if not _is_running(box, running) and not _is_printed(box, title)]
        lines.extend(Line(box, number) for box in in_reading_order(kept))
    found = list(paragraphs(lines))
    at = title_index(found, title)
    for index, paragraph in enumerate(found):
        kind: BlockKind | None = "furniture" if paragraph.linked or (at is not None and index < at) else None
        marks = tuple((offset, str(page)) for offset, page in paragraph.pages)
        yield Piece(paragraph.text, "title" if index == at else kind, marks=marks)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same with runs of plain ones in one, so that their layout is found together."""
    for plain, run in itertools.groupby(pieces, key=lambda piece: piece.kind is None):
        if not plain:
            yield from run
            continue
        text = ""
        marks: list[tuple[int, str]] = []
        for piece in run:
            text += "\n\n" if text else ""
            marks.extend((len(text) + offset, label) for offset, label in piece.marks)
            text += piece.text
        yield Piece(text, marks=tuple(marks))


def title_index(found: Sequence[Paragraph], title: str | None) -> int | None:
    """The paragraph of the first page that is the title: the one that the file is called by, or the one in large print.

    Large print below sentences is the title of another article on the page, so it is none.
    """
    head = list(itertools.takewhile(lambda paragraph: paragraph.pages[0][1] == 1, found[:_HEAD]))
    for index, paragraph in enumerate(head):
        if title and len(paragraph.text.split()) >= _TITLE_WORDS and paragraph.text in title:
            return index
    top = list(itertools.takewhile(lambda paragraph: not _is_sentence(paragraph.text), head))
    largest = max(top, key=lambda paragraph: paragraph.size, default=None)
    usual = median(paragraph.size for paragraph in found) if found else 0.0
    if largest is None or largest.size < _LARGE * usual or len(largest.text) > _TITLE_LENGTH:
        return None
    return top.index(largest)


def _is_sentence(text: str) -> bool:
    return len(text) > _SENTENCE and text.rstrip('"”’)').endswith((".", "!", "?"))


def _running(pages: Sequence[list[Box]]) -> frozenset[str]:
    """What stands in the margins of several pages, its digits aside: heads and feet of pages."""
    seen = Counter(text for boxes in pages for text in {_plain(box.text) for box in boxes if _in_margin(box)})
    return frozenset(text for text, count in seen.items() if count > 1 and 2 * count >= len(pages))


def _is_running(box: Box, running: frozenset[str]) -> bool:
    return _in_margin(box) and (_plain(box.text) in running or bool(_PAGE_NUMBER.fullmatch(box.text)))


def _is_printed(box: Box, title: str | None) -> bool:
    """Whether a browser put a text into the margin: when it was printed, the page's title, its address."""
    return _in_margin(box) and (box.text == title or _PRINTED.fullmatch(box.text) is not None)


def _address(pages: Sequence[list[Box]]) -> str | None:
    """The address that a browser prints in the margin."""
    margins = (box.text for boxes in pages for box in boxes if _in_margin(box))
    return next((text for text in margins if text.startswith("http") and _PRINTED.fullmatch(text)), None)


def _in_margin(box: Box) -> bool:
    return box.bottom < _MARGIN * box.page_height or box.top > (1 - _MARGIN) * box.page_height


def _plain(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _pages(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:5])) + (", …" if len(numbers) > 5 else "")
    return f"page{'s' if len(numbers) > 1 else ''} {shown}"
