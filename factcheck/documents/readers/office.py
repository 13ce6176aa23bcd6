"""What the office formats share: packages looked at before they are unpacked, text that is laid out as a whole."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.documents.entries import Piece, Source
from factcheck.errors import UnreadableError


def check_package(source: Source) -> None:
    """Spend what a package says it unpacks to; zip libraries stop a member at that size, so it cannot say too little.

    Raises UnreadableError for what is no package, is encrypted or is a bomb.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as package:
            source.budget.spend(sum(member.file_size for member in package.infolist()))
            encrypted = any(member.flag_bits & 1 for member in package.infolist())
    except zipfile.BadZipFile as error:
        what = "encrypted" if source.data.startswith(b"\xd0\xcf\x11\xe0") else "broken as an office document"
        raise UnreadableError(what, todo="open it in its own program and save its text") from error
    if encrypted:
        raise UnreadableError("encrypted", todo="open it in its own program and save its text")


def layed_out(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same pieces with runs of plain ones (``kind`` is ``None``) joined, so that their layout is found together."""
    held: list[str] = []
    for piece in _titled(list(pieces)):
        if piece.kind is None:
            held.append(piece.text)
            continue
        if held:
            yield Piece("\n\n".join(held))
            held = []
        yield piece
    if held:
        yield Piece("\n\n".join(held))


def _titled(pieces: list[Piece]) -> list[Piece]:
    """The same pieces with the heading that stands above everything as the title, where none is called one."""
    if pieces and pieces[0].kind == "heading" and all(piece.kind != "title" for piece in pieces):
        return [replace(pieces[0], kind="title"), *pieces[1:]]
    return pieces


def table_lines(rows: list[list[str]], *, headed: bool) -> Iterator[str]:
    """Rows of cells as lines: ``North: Dead 7; Missing 3`` under a head, else the cells one after the other."""
    heads = rows[0] if headed and len(rows) > 1 else []
    for row in rows[1:] if heads else rows:
        first, *cells = row or [""]
        if heads and len(row) == len(heads):
            rest = "; ".join(f"{head} {cell}".strip() for head, cell in zip(heads[1:], cells, strict=True) if cell)
            line = f"{first}: {rest}" if first and rest else first or rest
        else:
            line = "; ".join(cell for cell in row if cell)
        if line:
            yield line
