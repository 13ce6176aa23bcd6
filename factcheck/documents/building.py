"""From an entry, as a format gives it, to a document."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence

from factcheck.documents.entries import Entry, Piece, Source
from factcheck.documents.headers import find_knowledge, path_knowledge
from factcheck.documents.layout import find_blocks, line_kind
from factcheck.documents.layout_words import layout_matchers
from factcheck.documents.metadata import Known, settle
from factcheck.documents.model import SILENT, Block, Document, Mark
from factcheck.documents.outlets import is_nothing, outlet_names, outlet_of, outlet_of_folder
from factcheck.documents.sidecar import sidecar_knowledge
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary

_BETWEEN = "\n\n"


def build(entry: Entry, source: Source) -> Document:
    """The document of an entry: its text laid out, and what is known of it settled."""
    text, blocks, marks = lay_out(entry.pieces, source.vocabulary)
    sidecar, trouble = sidecar_knowledge(source) if not entry.number else (None, None)
    knowledge = [*entry.known, *_knowledge(text, blocks, entry, source), *([sidecar] if sidecar else ())]
    names = outlet_names(source.vocabulary, source.options.outlets)
    known = settle((_something(each, source.vocabulary) for each in knowledge), names)
    whole = hashlib.sha256(text.encode("utf-8", "surrogatepass") if entry.number else source.data)
    return Document(
        id="d1",
        path=f"{source.path}#{entry.number}" if entry.number else source.path,
        text=text,
        sha256=entry.sha256 or whole.hexdigest(),
        outlet=known.outlet,
        title=known.title,
        published=known.published,
        published_from=known.published_from,
        url=known.url,
        blocks=blocks,
        note="; ".join(note for note in (entry.note, trouble) if note) or None,
        outlet_from=known.outlet_from,
        modified=known.modified,
        author=known.author,
        location=entry.location,
        entry=entry.number,
        marks=marks,
        above=entry.above,
    )


def _something(known: Known, vocabulary: Vocabulary) -> Known:
    """The same without the names that say that there is none."""
    title, outlet, author = (
        None if value and is_nothing(value, vocabulary) else value
        for value in (known.title, known.outlet, known.author)
    )
    return dataclasses.replace(known, title=title, outlet=outlet, author=author)


def lay_out(pieces: Sequence[Piece], vocabulary: Vocabulary) -> tuple[str, tuple[Block, ...], tuple[Mark, ...]]:
    """The text of some pieces, one below the other, with its blocks and its marks."""
    parts: list[str] = []
    blocks: list[Block] = []
    marks: list[Mark] = []
    at = 0
    titled = False
    for piece in pieces:
        if not piece.text:
            continue
        if parts:
            parts.append(_BETWEEN)
            at += len(_BETWEEN)
        blocks.extend(_moved(_blocks(piece, vocabulary, titled=titled), at))
        marks.extend(Mark(at + offset, label) for offset, label in piece.marks)
        titled = titled or piece.kind == "title"
        parts.append(piece.text)
        at += len(piece.text)
    return "".join(parts), tuple(blocks), tuple(marks)


def _moved(blocks: Sequence[Block], by: int) -> Iterator[Block]:
    for block in blocks:
        yield Block(Span(block.span.start + by, block.span.stop + by), block.kind, block.speaker)


def _blocks(piece: Piece, vocabulary: Vocabulary, *, titled: bool) -> Sequence[Block]:
    if piece.kind is None:
        return find_blocks(piece.text, vocabulary, titled=titled)
    kind = piece.kind
    if kind == "paragraph":  # a format says that this is a paragraph; its words may say that it is furniture
        looked = line_kind(piece.text, layout_matchers(vocabulary), near_top=False, last=True)
        kind = looked if looked is not None and (looked in SILENT or looked == "caption") else kind
    return (Block(Span(0, len(piece.text)), kind, piece.speaker),)


def _knowledge(text: str, blocks: Sequence[Block], entry: Entry, source: Source) -> Iterator[Known]:
    """What the text, the path and the options tell."""
    options = source.options
    matchers = layout_matchers(source.vocabulary)
    names = outlet_names(source.vocabulary, options.outlets)
    from_path = tuple(path_knowledge(source.path, outlet_of(source.path), outlet_of_folder(source.path, names)))
    near: list[dt.date] = [
        known.published for known in (*entry.known, *from_path, Known("option", published=options.published))
        if known.published is not None
    ]  # fmt: skip
    for known in find_knowledge(text, blocks, matchers, options.time_zone, near):
        if entry.labels or known.source in ("dateline", "title"):
            yield known
        elif known.title:
            yield Known("header", title=known.title)
    yield from from_path
    yield Known("option", published=options.published, outlet=options.outlet)
