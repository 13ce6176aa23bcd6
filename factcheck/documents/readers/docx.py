"""Word documents (python-docx): paragraphs, headings, lists, tables with their heads, footnotes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

import docx
import lxml.etree
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from factcheck.documents.entries import Entry, Found, Piece, Source
from factcheck.documents.metadata import Known
from factcheck.documents.model import BlockKind
from factcheck.documents.readers.office import check_package, layed_out, table_lines
from factcheck.errors import UnreadableError

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(source: Source) -> Iterator[Found]:
    """The one document of a Word file. Its dates of making and saving are no day of publication."""
    check_package(source)
    try:
        word = docx.Document(io.BytesIO(source.data))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise UnreadableError("broken as a Word document", todo="save it anew as .docx or as text") from error
    core = word.core_properties
    known = Known("meta", title=core.title or None, author=core.author or None)
    yield Entry(tuple(layed_out([*_pieces(word), *_footnotes(word)])), (known,))


def _pieces(word: Word) -> Iterator[Piece]:
    for block in word.iter_inner_content():
        if isinstance(block, Table):
            for line in _rows(block):
                yield Piece(line, "table")
        elif text := " ".join(block.text.split()):
            yield Piece(text, _kind(block))


def _kind(paragraph: Paragraph) -> BlockKind | None:
    """What the style of a paragraph says it is; ``None`` for plain text, whose words tell."""
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    if style == "title":
        return "title"
    if style.startswith("heading"):
        return "heading"
    if style.startswith("list"):
        return "bullet"
    return "caption" if style == "caption" else None


def _rows(table: Table) -> Iterator[str]:
    rows = [[" ".join(cell.text.split()) for cell in row.cells] for row in table.rows]
    yield from table_lines(rows, headed=True)


def _footnotes(word: Word) -> Iterator[Piece]:
    for relation in word.part.rels.values():
        if relation.reltype.endswith(("/footnotes", "/endnotes")) and not relation.is_external:
            parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True)
            tree = lxml.etree.fromstring(relation.target_part.blob, parser)
            for note in tree:
                text = " ".join("".join(run.text or "" for run in note.iter(f"{_W}t")).split())
                if text:
                    yield Piece(text, "paragraph")
