"""What a read document is."""

from __future__ import annotations

import datetime as dt
import os
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from factcheck.spans import LineMap, Span

BlockKind = Literal[
    "title", "heading", "paragraph", "bullet", "caption", "table", "turn", "byline", "metadata", "furniture"
]  # fmt: skip

_BYTE = re.compile(r"\\x([89a-f][0-9a-f])")

# Blocks that hold no figures, and what their digits are seen as.
SILENT: dict[str, str] = {
    "furniture": "page furniture",
    "metadata": "the document's own data",
    "byline": "byline",
    "turn": "the name of a turn",
}

# How something is known of a document, the strongest first: the first that tells it is believed.
Provenance = Literal[
    "sidecar", "front_matter", "label", "header", "json_ld", "meta", "feed", "mail",
    "dateline", "title", "filename", "folder", "option",
]  # fmt: skip

TOLD_BY: dict[Provenance, str] = {
    "sidecar": "sidecar",
    "front_matter": "front matter",
    "label": "labelled line",
    "header": "date line",
    "json_ld": "JSON-LD",
    "meta": "meta tags",
    "feed": "feed",
    "mail": "mail",
    "dateline": "dateline",
    "title": "title",
    "filename": "file name",
    "folder": "folder name",
    "option": "option",
}

# In whose terms a place inside a document is told.
Location = Literal["line", "page", "time", "row", "entry"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of one kind. Sentences never cross blocks; those of the `SILENT` kinds hold no figures.

    ``speaker`` is whose turn it is in a transcript, as fully as the transcript names them; ``None`` elsewhere.
    """

    span: Span
    kind: BlockKind
    speaker: str | None = None


class Copy(NamedTuple):
    """Another file that holds a document too, and what they have in common: the ``text`` or the ``address``."""

    path: str
    why: str


class Mark(NamedTuple):
    """From an offset of a text on, where that stood in the file: a page's number, a time stamp."""

    start: int
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known of it.

    ``text`` is the decoded source itself for plain text and Markdown (every span counts its code points), else what
    was extracted. ``published`` is the day of publication, ``modified`` that of the last change the source tells;
    ``published_from`` and ``outlet_from`` say how those are known. ``location`` says in whose terms `where` speaks;
    ``entry`` is the row or the entry of a file that holds many documents, from 1, and 0 for all others. ``copies`` are
    documents of the same scan that are this one once more, and are not counted; ``above`` are the lines of the file
    above a text that is one of several articles in it.
    """

    id: str
    path: str
    text: str = field(repr=False)
    sha256: str
    outlet: str | None = None
    title: str | None = None
    published: dt.date | None = None
    published_from: Provenance | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    note: str | None = None  # what a reader should know about how it was read
    outlet_from: Provenance | None = None
    modified: dt.date | None = None
    author: str | None = None
    location: Location = "line"
    entry: int = 0
    marks: tuple[Mark, ...] = field(default=(), repr=False)
    copies: tuple[Copy, ...] = ()
    above: int = 0
    _lines: list[LineMap] = field(default_factory=list, repr=False, compare=False)

    @property
    def lines(self) -> LineMap:
        """The lines of ``text``, numbered as in its file."""
        if not self._lines:
            self._lines.append(LineMap(self.text, self.above))
        return self._lines[0]

    def line(self, offset: int) -> int:
        """The line (from 1) of an offset in ``text``."""
        return self.lines.line(offset)

    def where(self, offset: int) -> str:
        """The place of an offset in the reader's terms: ``line 12``, ``page 3``, ``0:01:20``, ``row 5``."""
        if self.location in ("row", "entry"):
            return f"{self.location} {self.entry}"
        index = bisect_right(self.marks, offset, key=lambda mark: mark.start) - 1
        if self.location == "line" or index < 0:
            return f"line {self.line(offset)}"
        label = self.marks[index].label
        return f"page {label}" if self.location == "page" else label

    def section(self, offset: int) -> str | None:
        """The heading below which an offset stands: whose points they are on a page that digests many outlets."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        while index >= 0 and self.blocks[index].kind != "heading":
            index -= 1
        return " ".join(self.blocks[index].span.of(self.text).lstrip("# ").split()) if index >= 0 else None

    @property
    def file(self) -> str:
        """The path of the file that holds it, which other documents may share."""
        return self.path.rsplit("#", 1)[0] if self.entry else self.path

    @property
    def order(self) -> tuple[str, int]:
        """By what documents are sorted: their file, then their place in it."""
        return self.file, self.entry


def printable_path(path: str) -> str:
    """A path as text that can be written anywhere; a byte that is no text as ``\\xff``, so that no two are alike."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def is_there(path: str) -> bool:
    """Whether there is anything at a path, also at one that `printable_path` gave."""
    if os.path.exists(path):  # noqa: PTH110 - never raises, whatever the path
        return True
    written = _BYTE.sub(lambda byte: bytes.fromhex(byte[1]).decode("utf-8", "surrogateescape"), path)
    return written != path and os.path.exists(written)  # noqa: PTH110


@dataclass(frozen=True, slots=True)
class Unread:
    """A path whose content could not be read, and why, with what to do about it.

    ``line`` is set where all was read but for the sentence in that line.
    """

    path: str
    why: str
    line: int | None = None

    @property
    def where(self) -> str:
        """The path, with the line where there is one."""
        return self.path if self.line is None else f"{self.path}:{self.line}"
