"""Text and Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.documents.decoding import decode
from factcheck.documents.entries import Entry, Found, Piece, Source
from factcheck.errors import UnreadableError


def read(source: Source) -> Iterator[Found]:
    """The text as it is, whole."""
    decoded = decode(source.data)
    if not decoded.text.strip():
        raise UnreadableError("empty", todo="there is nothing to read in it")
    yield Entry((Piece(decoded.text),), note=decoded.note)
