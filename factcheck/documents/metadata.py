"""What is known of a document besides its text: title, outlet, day of publication, address."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from factcheck.documents.dates import date_in_name, find_date
from factcheck.documents.layout_words import LayoutMatchers, layout_matchers
from factcheck.documents.model import Block, PublishedFrom
from factcheck.vocabulary import Vocabulary

_KEY_VALUE = re.compile(r"^\s*([A-Za-z][\w -]{0,30}?)\s*:\s*(\S.*?)\s*$", re.M)
_SITE = r"(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})"
_SITE_AND_PORT = re.compile(rf"{_SITE}(?:_\d{{2,5}})?", re.I)
_SITE_AND_MORE = re.compile(rf"{_SITE}(?=[-_ ])", re.I)
_NOT_SITES = frozenset({"txt", "md", "html", "htm", "json", "pdf", "xml", "csv"})


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the text, its header or its file name tell."""

    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    published_from: PublishedFrom | None = None
    url: str | None = None


def find_metadata(text: str, blocks: tuple[Block, ...], path: str, vocabulary: Vocabulary) -> Metadata:
    """The metadata of a text: its own header first, then what its path tells."""
    matchers = layout_matchers(vocabulary)
    fields = _header_fields(text, blocks, matchers)
    published, source = _published(text, blocks, fields.get("date"), path, matchers)
    return Metadata(
        title=fields.get("title") or _title(text, blocks),
        outlet=fields.get("outlet") or outlet_of(path),
        published=published,
        published_from=source,
        url=fields.get("url"),
    )


def _header_fields(text: str, blocks: tuple[Block, ...], matchers: LayoutMatchers) -> Mapping[str, str]:
    """The known ``key: value`` lines of the metadata at the top, under our own names."""
    keys = matchers.words.header
    names = {"title": keys.title, "date": keys.date, "outlet": keys.outlet, "url": keys.url}
    found: dict[str, str] = {}
    for block in blocks:
        if block.kind != "metadata":
            break
        for match in _KEY_VALUE.finditer(text, block.span.start, block.span.stop):
            name = next((name for name, known in names.items() if match[1].lower() in known), None)
            if name is not None:
                found.setdefault(name, match[2].strip("\"'"))
    return found


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    title = next((block for block in blocks[:4] if block.kind == "title"), None)
    return " ".join(title.span.of(text).lstrip("# ").split()) if title else None


def _published(
    text: str, blocks: tuple[Block, ...], field: str | None, path: str, matchers: LayoutMatchers
) -> tuple[dt.date | None, PublishedFrom | None]:
    if field is not None and (found := find_date(field)) is not None:
        return found.date, "metadata"
    dates = []
    for block in blocks[:8]:
        line = block.span.of(text)
        if block.kind == "metadata" and (found := find_date(line)) is not None:
            dates.append((bool(matchers.later_word.search(line.lower())), found.date))
    if dates:
        return min(dates, key=lambda dated: dated[0])[
            1
        ], "header"  # one that says "published" or nothing before "updated"
    if (date := _opening_date(text, blocks, matchers)) is not None:
        return date, "header"
    date = date_in_name(PurePath(path).name) or date_in_name(path)
    return (date, "filename") if date else (None, None)


def _opening_date(text: str, blocks: tuple[Block, ...], matchers: LayoutMatchers) -> dt.date | None:
    """A whole date with which the first paragraph begins, as in "3 Oct 2016 At least 20 people …"."""
    first = next((block for block in blocks[:6] if block.kind == "paragraph"), None)
    if first is None:
        return None
    found = find_date(text, first.span.start, min(first.span.stop, first.span.start + 60))
    if found is None:
        return None
    before = text[first.span.start : found.span.start].lower()
    return None if re.search(r"[^\W\d_]", matchers.dateline_word.sub("", before)) else found.date


def outlet_of(path: str) -> str | None:
    """The outlet that a file name tells: ``www.site.com__12.txt`` or ``Daily_Herald__ab12.txt``; else ``None``."""
    name = PurePath(path).name
    left, mark, right = name.partition("__")
    site = _SITE_AND_PORT.fullmatch(left) if mark else _SITE_AND_MORE.match(name)
    if site is not None and site[1].rpartition(".")[2].lower() not in _NOT_SITES:
        return site[1].lower()
    if not mark or left == PurePath(right).stem or not re.match(r"(?=.*[^\W\d_]{2})[^\W_]", left):
        return None
    return None if re.match(r"\d+(?:_|$)|[0-9a-f]{8,}$", left) else left.replace("_", " ").strip()
