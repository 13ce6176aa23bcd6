"""From a text, or from paths, to documents."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from factcheck.documents.building import build
from factcheck.documents.discovery import discover
from factcheck.documents.entries import LARGEST, Entry, Piece, Source
from factcheck.documents.model import Document, Unread, printable_path
from factcheck.documents.options import ReadOptions
from factcheck.documents.readers import Reader, load, missing, reader_for
from factcheck.errors import FactcheckError, UnreadableError
from factcheck.vocabulary import Vocabulary, default_vocabulary

HEAD = 4096  # bytes by which a format is known
DEEPEST = 3  # files inside files inside files


def document_from_text(
    text: str,
    path: str = "-",
    published: dt.date | None = None,
    *,
    id: str = "d1",  # noqa: A002 - the name of the field
    options: ReadOptions | None = None,
    vocabulary: Vocabulary | None = None,
) -> Document:
    """A document from text already decoded; ``published`` is used where the text and its path do not tell."""
    options = options or ReadOptions(published=published)
    source = Source(path, text.encode("utf-8", "surrogatepass"), vocabulary or default_vocabulary(), options)
    return dataclasses.replace(build(Entry((Piece(text),)), source), id=id)


def read_file(
    path: str,
    options: ReadOptions | None = None,
    *,
    stdin: BinaryIO | None = None,
    vocabulary: Vocabulary | None = None,
) -> tuple[Document | Unread, ...]:
    """What one file (or ``-``) holds: its document or documents, and what of it could not be read, with why."""
    shown = printable_path(path)
    try:
        data = _bytes(path, stdin)
    except UnreadableError as error:
        return (Unread(shown, str(error)),)
    except OSError as error:
        return (Unread(shown, f"{(error.strerror or str(error)).lower()}; check that it is a file you may read"),)
    source = Source(
        shown, data, vocabulary or default_vocabulary(), options or ReadOptions(), sibling=_beside(Path(path))
    )
    return tuple(read_source(source))


def read_source(source: Source) -> Iterator[Document | Unread]:
    """The documents of a source and of all that it holds; what goes wrong in one of them is told and ends only that."""
    reader = reader_for(source.path, source.data[:HEAD])
    try:
        if source.depth > DEEPEST:
            raise UnreadableError("a file inside a file inside a file …", todo="unpack it and scan the folder")
        _check_size(len(source.data), reader)
        empty = True
        for found in load(reader)(source):
            empty = False
            if isinstance(found, Source):
                yield from read_source(found)
            elif isinstance(found, Unread):
                yield found
            else:
                source.budget.documents -= 1
                if source.budget.documents < 0:
                    raise UnreadableError("holds more documents than can be told apart", todo="split it")
                yield build(found, source)
        if empty:
            raise UnreadableError(f"{reader.what} that holds nothing to read", todo="look into it with its own program")
    except FactcheckError as error:
        yield Unread(source.path, " ".join(str(error).split()))
    except ImportError as error:
        yield Unread(source.path, str(missing(error, reader)))
    except RecursionError:
        yield Unread(source.path, "nested too deeply; save its text and scan that")
    except MemoryError:
        yield Unread(source.path, "too large for this machine; split it")
    except Exception as error:  # a broken file, in whatever way its library says so
        why = " ".join(str(error).split())[:200]
        yield Unread(source.path, f"cannot be read as {reader.what} ({why or type(error).__name__}); save its text")


def read_documents(
    paths: Iterable[str | os.PathLike[str]],
    options: ReadOptions | None = None,
    *,
    stdin: BinaryIO | None = None,
    vocabulary: Vocabulary | None = None,
) -> tuple[tuple[Document, ...], tuple[Unread, ...]]:
    """The documents behind files, folders, patterns and ``-``, sorted by path, and what could not be read."""
    discovery = discover(paths, options)
    found = [
        each for path in discovery.sources for each in read_file(path, options, stdin=stdin, vocabulary=vocabulary)
    ]
    documents = [document for document in found if isinstance(document, Document)]
    unread = [*discovery.unread, *(problem for problem in found if isinstance(problem, Unread))]
    return number_documents(documents), tuple(sorted(unread, key=lambda problem: problem.path))


def number_documents(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The same documents sorted by path, with the ids d1, d2, …"""
    ordered = sorted(documents, key=lambda document: document.order)
    return tuple(dataclasses.replace(document, id=f"d{n}") for n, document in enumerate(ordered, start=1))


def _beside(path: Path) -> Callable[[str], bytes | None]:
    """The bytes of a small file in the folder of another, by its name."""

    def read(name: str) -> bytes | None:
        try:
            other = path.parent / name
            return other.read_bytes() if other.is_file() and other.stat().st_size < 1_000_000 else None
        except (OSError, ValueError):
            return None

    return read


def _bytes(path: str, stdin: BinaryIO | None) -> bytes:
    if path == "-":
        return _limited(stdin or sys.stdin.buffer, LARGEST)
    if kind := odd_kind(path):
        raise UnreadableError(f"{kind}, not a file", todo="save what it gives as text, or pipe it in with -")
    with Path(path).open("rb") as handle:
        reader = reader_for(path, handle.read(HEAD))
        handle.seek(0)
        _check_size(os.fstat(handle.fileno()).st_size, reader)
        return _limited(handle, reader.largest)


def odd_kind(path: str | os.PathLike[str]) -> str | None:
    """What a path is that may never end, or never begin: a pipe, a socket, a device; ``None`` for all else."""
    mode = Path(path).stat().st_mode
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device" if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) else None


def _limited(handle: BinaryIO, largest: int) -> bytes:
    data = handle.read(largest + 1)
    if len(data) > largest:
        raise _too_large("this", largest)
    return data


def _check_size(size: int, reader: Reader) -> None:
    if size > reader.largest:
        raise _too_large(f"{size / 1_000_000:,.1f} MB", reader.largest)


def _too_large(what: str, largest: int) -> UnreadableError:
    return UnreadableError(
        f"{what} is more than the {largest // 1_000_000} MB one document may have", todo="split it into articles"
    )
