"""RSS and Atom: every entry a document (feedparser). An address is never followed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import feedparser

from factcheck.documents.dates import day_of
from factcheck.documents.entries import Entry, Found, Piece, Source
from factcheck.documents.metadata import Known
from factcheck.documents.readers import markup
from factcheck.errors import UnreadableError


def read(source: Source) -> Iterator[Found]:
    """The entries of a feed in its order."""
    if b"<!ENTITY" in source.data:
        raise UnreadableError("a feed that defines entities of its own", todo="save its text and scan that")
    feed = feedparser.parse(io.BytesIO(source.data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version") and not feed.entries:
        raise UnreadableError("XML, but no feed", todo="save its text and scan that")
    outlet = markup.tidy(feed.feed.get("title", "")) or None
    for number, entry in enumerate(feed.entries, start=1):
        found = _entry(entry, outlet, source.options.time_zone, number)
        if found is not None:
            yield found


def _entry(entry: Any, outlet: str | None, zone: str | None, number: int) -> Entry | None:
    title = markup.words(markup.parse(entry["title"])) if entry.get("title", "").strip() else ""
    pieces = [Piece(title, "title"), *_text(entry)]
    if not any(piece.text for piece in pieces):
        return None
    changed = dict.get(entry, "updated", "")  # asked as a plain dict: feedparser would answer with another date
    known = Known(
        "feed",
        title=title or None,
        outlet=markup.tidy((entry.get("source") or {}).get("title", "")) or outlet,
        published=day_of(entry.get("published", "") or changed, zone),
        modified=day_of(changed, zone),
        url=entry.get("link"),
        author=entry.get("author"),
    )
    return Entry(tuple(pieces), (known,), location="entry", number=number, labels=False)


def _text(entry: Any) -> Iterator[Piece]:
    """The longest text that an entry gives: the whole of it or its summary."""
    texts = [content.get("value", "") for content in entry.get("content", ())] + [entry.get("summary", "")]
    text = max(texts, key=len)
    if text.strip():
        yield from markup.pieces_of(markup.parse(text))
