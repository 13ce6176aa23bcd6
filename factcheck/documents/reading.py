"""From a text, or from paths, to documents."""

from __future__ import annotations

import datetime as dt
import hashlib

from factcheck.documents.layout import find_blocks
from factcheck.documents.metadata import find_metadata
from factcheck.documents.model import Document
from factcheck.vocabulary import Vocabulary, default_vocabulary


def document_from_text(
    text: str,
    path: str = "-",
    published: dt.date | None = None,
    *,
    id: str = "d1",  # noqa: A002 - the name of the field
    sha256: str | None = None,
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
    )
