"""What a read document is."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from factcheck.spans import LineMap, Span

BlockKind = Literal["title", "heading", "paragraph", "bullet", "caption", "byline", "metadata", "furniture"]
PublishedFrom = Literal["header", "metadata", "filename", "option"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of one kind. Sentences never cross blocks; furniture and metadata hold no figures."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known of it.

    ``text`` is the decoded source itself for plain text and Markdown (every span counts its code points);
    ``published`` is the day of publication and ``published_from`` says how it is known.
    """

    id: str
    path: str
    text: str = field(repr=False)
    sha256: str
    outlet: str | None = None
    title: str | None = None
    published: dt.date | None = None
    published_from: PublishedFrom | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    note: str | None = None  # what a reader should know about how it was read
    _lines: list[LineMap] = field(default_factory=list, repr=False, compare=False)

    def line(self, offset: int) -> int:
        """The line (from 1) of an offset in ``text``."""
        if not self._lines:
            self._lines.append(LineMap(self.text))
        return self._lines[0].line(offset)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        return self.blocks[index] if index >= 0 and offset < self.blocks[index].span.stop else None


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
