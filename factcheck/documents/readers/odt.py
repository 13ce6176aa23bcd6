"""OpenDocument texts: paragraphs, headings, lists, tables with their heads, footnotes.

The one part that holds the text is read with lxml, so that nothing else of a package is opened and its entities are
not resolved.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

import lxml.etree

from factcheck.documents.entries import Entry, Found, Piece, Source
from factcheck.documents.metadata import Known
from factcheck.documents.model import BlockKind
from factcheck.documents.readers.office import check_package, layed_out, table_lines
from factcheck.errors import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": " "}


def read(source: Source) -> Iterator[Found]:
    """The one document of an OpenDocument text. Its dates of making and saving are no day of publication."""
    check_package(source)
    with zipfile.ZipFile(io.BytesIO(source.data)) as package:
        content = _part(package, "content.xml")
        meta = _part(package, "meta.xml") if "meta.xml" in package.namelist() else None
    body = content.find(f".//{_OFFICE}text")
    if body is None:
        raise UnreadableError("an OpenDocument file that is no text", todo="save its text and scan that")
    known = Known("meta", title=_told(meta, "title"), author=_told(meta, "creator"))
    yield Entry(tuple(layed_out([*_pieces(body), *_notes(body)])), (known,))


def _part(package: zipfile.ZipFile, name: str) -> Element:
    try:
        data = package.read(name)
        return lxml.etree.fromstring(data, lxml.etree.XMLParser(resolve_entities=False, no_network=True))
    except (KeyError, lxml.etree.XMLSyntaxError, zipfile.BadZipFile) as error:
        raise UnreadableError("broken as an OpenDocument text", todo="save it anew as .odt or as text") from error


def _told(meta: Element | None, name: str) -> str | None:
    found = meta.find(f".//{_DC}{name}") if meta is not None else None
    return (found.text or "").strip() or None if found is not None else None


def _pieces(body: Element) -> Iterator[Piece]:
    """The blocks below an element in order; what tables and lists hold is given as theirs."""
    stack = list(reversed(body))
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag == f"{_TABLE}table":
            rows = [
                [_words(cell) for cell in row.iter(f"{_TABLE}table-cell")] for row in element.iter(f"{_TABLE}table-row")
            ]
            for line in table_lines(rows, headed=True):
                yield Piece(line, "table")
        elif tag in (f"{_TEXT}h", f"{_TEXT}p"):
            if text := _words(element):
                yield Piece(text, _kind(element))
        elif isinstance(tag, str) and not tag.endswith(("tracked-changes", "table-of-content", "sequence-decls")):
            stack.extend(reversed(element))


def _kind(element: Element) -> BlockKind | None:
    if element.get(f"{_TEXT}style-name") == "Title":
        return "title"
    if element.tag == f"{_TEXT}h":
        return "heading"
    return "bullet" if any(each.tag == f"{_TEXT}list-item" for each in element.iterancestors()) else None


def _words(element: Element) -> str:
    """The words of an element in one line, without its notes."""
    parts: list[str] = []
    _gather(element, parts)
    return " ".join("".join(parts).split())


def _gather(element: Element, parts: list[str]) -> None:
    parts.append(element.text or "")
    for child in element:
        if child.tag in _SPACES:
            parts.append(_SPACES[child.tag])
        elif isinstance(child.tag, str) and child.tag not in (f"{_TEXT}note", f"{_OFFICE}annotation"):
            _gather(child, parts)
        if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            parts.append(" ")
        parts.append(child.tail or "")


def _notes(body: Element) -> Iterator[Piece]:
    for note in body.iter(f"{_TEXT}note-body"):
        if text := _words(note):
            yield Piece(text, "paragraph")
