"""From a text, or from paths, to documents."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from factcheck.documents.decoding import decode
from factcheck.documents.discovery import discover
from factcheck.documents.layout import find_blocks
from factcheck.documents.metadata import find_metadata
from factcheck.documents.model import Document, Unread
from factcheck.errors import UnreadableError
from factcheck.vocabulary import Vocabulary, default_vocabulary

LARGEST = 20_000_000  # bytes; no article is larger, and one that claims to be is a mistake to be told, not waited for


def document_from_text(
    text: str,
    path: str = "-",
    published: dt.date | None = None,
    *,
    id: str = "d1",  # noqa: A002 - the name of the field
    sha256: str | None = None,
    note: str | None = None,
    vocabulary: Vocabulary | None = None,
) -> Document:
    """A document from text already decoded; ``published`` is used where the text and its path do not tell.

    ``sha256`` is that of the file's bytes; without it, that of the text in UTF-8.
    """
    vocabulary = vocabulary or default_vocabulary()
    blocks = find_blocks(text, vocabulary)
    known = find_metadata(text, blocks, path, vocabulary)
    given = published is not None and known.published is None
    return Document(
        id=id,
        path=path,
        text=text,
        sha256=sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        outlet=known.outlet,
        title=known.title,
        published=published if given else known.published,
        published_from="option" if given else known.published_from,
        url=known.url,
        blocks=blocks,
        note=note,
    )


def read_document(
    path: str,
    published: dt.date | None = None,
    *,
    stdin: BinaryIO | None = None,
    vocabulary: Vocabulary | None = None,
) -> Document | Unread:
    """One file (or ``-``) as a document, or why it could not be read."""
    shown = printable_path(path)
    try:
        data = _bytes(path, stdin)
        decoded = decode(data)
    except UnreadableError as error:
        return Unread(shown, str(error))
    except OSError as error:
        return Unread(shown, f"{(error.strerror or str(error)).lower()}; check that it is a file you may read")
    if not decoded.text.strip():
        return Unread(shown, "empty; there is nothing to read in it")
    return document_from_text(
        decoded.text,
        shown,
        published,
        sha256=hashlib.sha256(data).hexdigest(),
        note=decoded.note,
        vocabulary=vocabulary,
    )


def read_documents(
    paths: Iterable[str | os.PathLike[str]],
    published: dt.date | None = None,
    *,
    stdin: BinaryIO | None = None,
    vocabulary: Vocabulary | None = None,
) -> tuple[tuple[Document, ...], tuple[Unread, ...]]:
    """The documents behind files, folders, patterns and ``-``, sorted by path, and what could not be read."""
    discovery = discover(paths)
    read = functools.partial(read_document, published=published, stdin=stdin, vocabulary=vocabulary)
    found = [read(source) for source in discovery.sources]
    documents = [document for document in found if isinstance(document, Document)]
    unread = [*discovery.unread, *(problem for problem in found if isinstance(problem, Unread))]
    return number_documents(documents), tuple(sorted(unread, key=lambda problem: problem.path))


def number_documents(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The same documents sorted by path, with the ids d1, d2, …"""
    ordered = sorted(documents, key=lambda document: document.path)
    return tuple(dataclasses.replace(document, id=f"d{n}") for n, document in enumerate(ordered, start=1))


def printable_path(path: str) -> str:
    """A path as text that can be written anywhere, whatever bytes the file system holds."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _bytes(path: str, stdin: BinaryIO | None) -> bytes:
    if path == "-":
        return _limited(stdin or sys.stdin.buffer)
    with Path(path).open("rb") as handle:
        size = os.fstat(handle.fileno()).st_size
        if size > LARGEST:
            raise _too_large(f"{size / 1_000_000:,.1f} MB")
        return _limited(handle)


def _limited(handle: BinaryIO) -> bytes:
    data = handle.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _too_large("this")
    return data


def _too_large(what: str) -> UnreadableError:
    most = f"{LARGEST // 1_000_000} MB"
    return UnreadableError(f"{what} is more than the {most} one document may have", todo="split it into articles")
