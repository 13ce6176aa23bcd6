"""Text and Markdown, one article or several."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.documents.decoding import decode
from factcheck.documents.entries import Entry, Found, Piece, Source
from factcheck.documents.parting import find_parts
from factcheck.errors import UnreadableError
from factcheck.spans import LineMap


def read(source: Source) -> Iterator[Found]:
    """The text as it is: the whole of it, or each of the articles that stand in it."""
    decoded = decode(source.data)
    if not decoded.text.strip():
        raise UnreadableError("empty", todo="there is nothing to read in it")
    parts = find_parts(decoded.text, source.vocabulary)
    if not parts:
        yield Entry((Piece(decoded.text),), note=decoded.note)
    lines = LineMap(decoded.text)
    for number, part in enumerate(parts, start=1):
        text, above = part.of(decoded.text), lines.line(part.start) - 1
        yield Entry((Piece(text),), number=number, above=above, note=decoded.note if number == 1 else None)
