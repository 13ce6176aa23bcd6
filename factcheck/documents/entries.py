"""What passes between the readers of formats and the making of documents.

A reader takes a `Source` and gives an `Entry` for every document in it, an `Unread` for what it cannot read, or
another `Source` for a file that the source holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from factcheck.documents.metadata import Known
from factcheck.documents.model import BlockKind, Location, Unread
from factcheck.documents.options import ReadOptions
from factcheck.errors import UnreadableError
from factcheck.vocabulary import Vocabulary

LARGEST = 20_000_000  # bytes; no article is larger, and one that claims to be is a mistake to be told, not waited for


@dataclass(slots=True)
class Budget:
    """What one file may unpack to, its members counted together: bombs end here.

    ``bytes`` and ``documents`` are what is left of it.
    """

    bytes: int = 500_000_000
    documents: int = 200_000

    def spend(self, count: int) -> None:
        """Take ``count`` unpacked bytes. Raises UnreadableError when there are not as many left."""
        self.bytes -= count
        if self.bytes < 0:
            raise UnreadableError("unpacks to more than 500 MB", todo="unpack it and scan the folder")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes and its name, whether it lies on disk or inside another file.

    ``depth`` counts the files around it; ``sibling`` gives the bytes of a file beside it by its name, or ``None``.
    """

    path: str
    data: bytes = field(repr=False)
    vocabulary: Vocabulary
    options: ReadOptions = field(default_factory=ReadOptions)
    depth: int = 0
    budget: Budget = field(default_factory=Budget)
    sibling: Callable[[str], bytes | None] = field(default=lambda _: None, repr=False)

    def inside(self, path: str, data: bytes, sibling: Callable[[str], bytes | None] = lambda _: None) -> Source:
        """A file that this one holds."""
        return Source(path, data, self.vocabulary, self.options, self.depth + 1, self.budget, sibling)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an extracted text. ``kind`` is ``None`` for plain text whose lines are still to be looked at.

    ``marks`` say where its places stood in the file: pairs of an offset in ``text`` and a page or a time.
    """

    text: str
    kind: BlockKind | None = None
    speaker: str | None = None
    marks: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One document as its format gives it.

    ``labels`` tells whether labelled and dated lines of the text are the document's own data: not on a web page,
    which has better. ``number`` is the row or the entry in a file of many documents, from 1; ``above`` counts the lines
    of the file above the text, where the text is a part of a plain one.
    """

    pieces: tuple[Piece, ...]
    known: tuple[Known, ...] = ()
    location: Location = "line"
    number: int = 0
    above: int = 0
    labels: bool = True
    note: str | None = None
    sha256: str | None = None


Found = Entry | Unread | Source
Read = Callable[[Source], Iterator[Found]]
