"""What a text says of itself: front matter, labelled lines, date lines, the dateline, a date in its title."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.documents.dates import date_in_name, day_of, find_date, find_day
from factcheck.documents.layout_words import HeaderKeys, LayoutMatchers, plain_key
from factcheck.documents.metadata import Known
from factcheck.documents.model import Block
from factcheck.spans import Span

_KEY_VALUE = re.compile(r"^[ \t>*_-]*([A-Za-z][\w -]{0,30}?)[*_]*[ \t]*:[*_]*[ \t]*(\S.*?)?[ \t]*$", re.M)
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?")
_DATELINE = re.compile(r"[A-Z][A-Z'’-]+(?![\w])")
_ANY_PLACE = re.compile(r"(?:[A-Z][\w'’-]+(?:[ -][\w'’-]+){0,3}(?:,? ?\([A-Z][\w ]{2,30}\))?, ?){1,2}")
_SIGNED = re.compile(r"\s*(?:\([^()]{2,40}\)\s*(?:--|[-—–])|(?:[.:|]|--|[-—–])\s+[\"“‘'A-Z0-9])")
_SMALL = re.compile(r"(?<!\w)(?!de |la |el |al |of |and |del )[a-z]")
_DATELINE_LENGTH = 60  # characters from the place to the end of the date
FIELDS = ("title", "date", "modified", "outlet", "url", "author")
_AGE = dt.timedelta(days=183)  # a day without its year is taken to lie this near to another date known


def find_knowledge(
    text: str, blocks: Sequence[Block], matchers: LayoutMatchers, zone: str | None, near: Iterable[dt.date] = ()
) -> Iterator[Known]:
    """What the text tells of itself, one `Known` a kind of telling; ``near`` gives a dateline its year."""
    first = blocks[0] if blocks else None
    front = first.span.of(text) if first and first.kind == "metadata" and text.startswith("---") else None
    if front is not None:
        yield from_fields("front_matter", front_fields(front, matchers.words.header), zone)
    labelled = _labelled(text, blocks, matchers) if front is None else {}
    if labelled:
        yield from_fields("label", labelled, zone)
    title = _title(text, blocks)
    yield Known("header", title=title, published=_header_date(text, blocks, matchers))
    if (day := _dateline(text, blocks, near)) is not None:
        yield Known("dateline", published=day)
    if title and (found := find_date(title)) is not None:
        yield Known("title", published=found.date)


def from_fields(source: str, fields: Mapping[str, str], zone: str | None) -> Known:
    """A `Known` of values as written, by our names: title, date, modified, outlet, url, author."""
    return Known(
        source=source,  # type: ignore[arg-type]
        title=fields.get("title") or None,
        outlet=fields.get("outlet") or None,
        published=day_of(fields.get("date", ""), zone),
        modified=day_of(fields.get("modified", ""), zone),
        url=fields.get("url") or None,
        author=fields.get("author") or None,
    )


def field_of(key: str, keys: HeaderKeys) -> str | None:
    """Our name for a key as people write it ("Publication date", "og:site_name"), if it is one we know."""
    return _field_names(keys).get(plain_key(key))


@functools.lru_cache(maxsize=4)
def _field_names(keys: HeaderKeys) -> Mapping[str, str]:
    return {plain_key(key): name for name in reversed(FIELDS) for key in getattr(keys, name)}


def front_fields(front: str, keys: HeaderKeys) -> dict[str, str]:
    """The known keys of a front matter, with values over several lines (``title: >``) in one."""
    found: dict[str, str] = {}
    lines = front.splitlines()
    for at, line in enumerate(lines):
        match = _KEY_VALUE.fullmatch(line) if line[:1].isalpha() else None
        name = field_of(match[1], keys) if match else None
        if match is None or name is None:
            continue
        value = match[2] or ""
        if not value or _BLOCK_SCALAR.fullmatch(value):
            value = " ".join(_indented(lines[at + 1 :]))
        found.setdefault(name, value.strip().strip("\"'"))
    return found


def _indented(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if line.strip() and not line.startswith((" ", "\t")):
            return
        if line.strip():
            yield line.strip().removeprefix("- ").strip("\"'")


def _labelled(text: str, blocks: Sequence[Block], matchers: LayoutMatchers) -> dict[str, str]:
    """The known ``Key: value`` lines among the document's own data, the first of each; mostly they stand at the top."""
    found: dict[str, str] = {}
    for block in blocks:
        if block.kind != "metadata":
            continue
        for match in _KEY_VALUE.finditer(text, *block.span):
            name = field_of(match[1], matchers.words.header)
            if name is not None and match[2]:
                found.setdefault(name, match[2].strip("\"'*_"))
    return found


def _first(blocks: Sequence[Block], many: int) -> Iterator[Block]:
    """The first blocks below the menus of a page."""
    return itertools.islice((block for block in blocks if block.kind != "furniture"), many)


def _title(text: str, blocks: Sequence[Block]) -> str | None:
    title = next((block for block in _first(blocks, 6) if block.kind == "title"), None)
    return " ".join(title.span.of(text).lstrip("# ").split()) if title else None


def _header_date(text: str, blocks: Sequence[Block], matchers: LayoutMatchers) -> dt.date | None:
    """The date line near the top; one that says "published" or nothing goes before one that says "updated"."""
    dates = []
    for block in _first(blocks, 8):
        line = block.span.of(text)
        if block.kind == "metadata" and (found := find_date(line)) is not None:
            dates.append((bool(matchers.later_word.search(line.lower())), found.date))
    if dates:
        return min(dates, key=lambda dated: dated[0])[1]
    return _opening_date(text, blocks, matchers)


def _opening_date(text: str, blocks: Sequence[Block], matchers: LayoutMatchers) -> dt.date | None:
    """A whole date with which the first paragraph begins, as in "3 Oct 2016 At least 20 people …"."""
    first = next((block for block in _first(blocks, 6) if block.kind == "paragraph"), None)
    if first is None:
        return None
    found = find_date(text, first.span.start, min(first.span.stop, first.span.start + 60))
    if found is None:
        return None
    before = text[first.span.start : found.span.start].lower()
    return None if re.search(r"[^\W\d_]", matchers.dateline_word.sub("", before)) else found.date


def _dateline(text: str, blocks: Sequence[Block], near: Iterable[dt.date]) -> dt.date | None:
    """The day of "KABUL, 3 May (AFP) —"; a day without its year is taken near to another date that is known."""
    first = next((block for block in _first(blocks, 8) if block.kind == "paragraph"), None)
    place = _DATELINE.match(text, *first.span) if first else None
    if first is not None and place is None:
        return _signed_dateline(text, first.span)
    if first is None or place is None:
        return None
    stop = min(first.span.stop, place.end() + _DATELINE_LENGTH)
    found = find_date(text, place.end(), stop)
    if found is not None:
        return found.date if _is_place(text[place.end() : found.span.start]) else None
    for known in sorted(near):
        day = find_day(text, place.end(), stop, known)
        if day and _is_place(text[place.end() : day.span.start]) and abs(day.date - known) <= _AGE:
            return day.date
    return None


def _signed_dateline(text: str, span: Span) -> dt.date | None:
    """The day of "San Tarn, 9 Jun 89 (AFP) --" or "San Tarn, 9 June 1989.", where what follows tells what it is."""
    place = _ANY_PLACE.match(text, *span)
    found = find_date(text, place.end(), min(span.stop, place.end() + _DATELINE_LENGTH)) if place else None
    if place is None or found is None or text[place.end() : found.span.start].strip():
        return None
    return found.date if _SIGNED.match(text, found.span.stop) else None


def _is_place(words: str) -> bool:
    """Whether words between the first of a dateline and its date are more of its place: "… , Norland (AFP) – "."""
    return not _SMALL.search(words) and not any(mark in words for mark in ".!?:")


def path_knowledge(path: str, outlet: str | None, folder_outlet: str | None) -> Iterator[Known]:
    """What the name of a file and those of its folders tell; ``outlet`` and ``folder_outlet`` as found in them."""
    name = re.split(r"[/\\]", path)[-1]
    yield Known("filename", published=date_in_name(name), outlet=outlet)
    yield Known("folder", published=date_in_name(path), outlet=folder_outlet)
