"""The text of a PDF's page as boxes: runs of characters that stand together, with their places.

Programs set letters one by one, justified, kerned, so that the rectangles of a page cut words in pieces; the characters
and the spaces between them, as the library finds them, do not.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from factcheck.documents.readers.columns import GUTTER, Box
from factcheck.errors import UnreadableError

CHARACTERS = 200_000  # of one page; what has more is no page of words
_SPACE = 0.25  # of the letters' height; a wider gap is a space that nobody wrote
_WIDEST = 3.0  # of the letters' height; a space in a justified line is no wider
_GUESSED, _WRITTEN = "g", "w"
_LINKS = 5_000  # of one page


class _Place(NamedTuple):
    """A rectangle in the page's own terms: points from its lower left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: _Place) -> bool:
        """Whether the middle of another one lies in this one."""
        x, y = (other.left + other.right) / 2, (other.bottom + other.top) / 2
        return self.left <= x <= self.right and self.bottom <= y <= self.top


def boxes_of(page: pypdfium2.PdfPage, number: int) -> list[Box]:
    """The pieces of lines on a page; raises UnreadableError for a page that holds too much."""
    words = page.get_textpage()
    try:
        count = words.count_chars()
        if count > CHARACTERS:
            raise UnreadableError(f"page {number} has too much text", todo="save its text")
        links = _links(page)
        height = page.get_height() or 1
        return [_box(text, place, links, height) for text, place in _runs(words, count)]
    finally:
        words.close()


def _box(text: str, place: _Place, links: Sequence[_Place], height: float) -> Box:
    linked = any(link.holds(place) for link in links)
    return Box(place.left, height - place.top, place.right, height - place.bottom, text, height, linked)


def _runs(words: pypdfium2.PdfTextPage, count: int) -> Iterator[tuple[str, _Place]]:
    """The text between two breaks, each as high as its font is, whatever letters it has."""
    held, place, space = "", _Place(0, 0, 0, 0), ""
    for character, here in _characters(words, count):
        if here is None:
            space = max(space, character)
            continue
        height = place.top - place.bottom
        gap = here.left - place.right
        # A space that was written may be as wide as a justified line needs it; one that was guessed may be a gutter.
        widest = max(GUTTER, _WIDEST * height) if space == _WRITTEN else GUTTER
        apart = abs(here.bottom - place.bottom) > height / 2 or gap > widest or gap < -4 * GUTTER
        if held and apart:
            yield held, place
            held = ""
        if not held:
            held, place = character, here
        else:
            held += (" " if space or gap > _SPACE * height else "") + character
            place = _Place(place.left, place.top, max(place.right, here.right), place.bottom)
        space = ""
    if held:
        yield held, place


def _characters(words: pypdfium2.PdfTextPage, count: int) -> Iterator[tuple[str, _Place | None]]:
    """Each character with its place; without one, whether a space was written or guessed by the library."""
    text = words.get_text_range() if count else ""
    whole = len(text) == count
    rectangle = pdfium.FS_RECTF()
    for index in range(count):
        character = text[index] if whole else chr(pdfium.FPDFText_GetUnicode(words.raw, index))
        if character.isspace() or character == "\0":
            yield _GUESSED if pdfium.FPDFText_IsGenerated(words.raw, index) == 1 else _WRITTEN, None
        elif pdfium.FPDFText_GetLooseCharBox(words.raw, index, ctypes.byref(rectangle)):
            yield character, _Place(rectangle.left, rectangle.top, rectangle.right, rectangle.bottom)


def _links(page: pypdfium2.PdfPage) -> list[_Place]:
    """The places of links on a page; nothing is followed."""
    found: list[_Place] = []
    position, link, rectangle = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while len(found) < _LINKS and pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
        if pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rectangle)):
            found.append(_Place(rectangle.left, rectangle.top, rectangle.right, rectangle.bottom))
    return found
