"""Exports: CSV, TSV, JSON and JSONL, where each row is a document.

Which column holds what is told by `[columns]` of the configuration, or else by their usual names.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import PurePath
from typing import Any

from factcheck.documents.decoding import decode
from factcheck.documents.entries import LARGEST, Entry, Found, Piece, Source
from factcheck.documents.headers import FIELDS, from_fields
from factcheck.documents.layout_words import layout_matchers, plain_key
from factcheck.documents.model import Location, Unread
from factcheck.errors import UnreadableError

Row = tuple[int, Mapping[str, Any]]  # its number in the file, and its values by column

_TAGS = re.compile(r"</?(?:p|div|br|h\d|li|blockquote|span|strong|em|a)\b[^>]*>", re.I)
_LISTS = ("articles", "items", "documents", "entries", "data", "results", "rows", "records", "stories", "hits")
_DEEPEST = 4


def read(source: Source) -> Iterator[Found]:
    """The rows of an export that hold a text."""
    text = decode(source.data).text
    if not text.strip():
        raise UnreadableError("empty", todo="there is nothing to read in it")
    suffix = PurePath(source.path).suffix.lower()
    if suffix in (".jsonl", ".ndjson"):
        yield from documents(_json_lines(text, source), source, "row")
    elif suffix in (".csv", ".tsv", ".tab"):
        yield from documents(_csv_rows(text, suffix), source, "row")
    else:
        yield from _json(text, source)


def documents(rows: Iterable[Row | Unread], source: Source, location: Location) -> Iterator[Found]:
    """A document for each row with a text; at least one row must have one. Broken rows are passed on."""
    columns: Mapping[str, str] | None = None
    found, empty = 0, 0
    for row in rows:
        if isinstance(row, Unread):
            yield row
            continue
        number, values = row
        if columns is None or "text" not in columns:
            columns = columns_of(values, source)
        entry = _entry(values, columns, source, number, location)
        found, empty = found + (entry is not None), empty + (entry is None)
        if entry is not None:
            yield entry
    if not found:
        raise _why_none(columns, empty)


def _why_none(columns: Mapping[str, str] | None, rows: int) -> UnreadableError:
    if not rows:
        return UnreadableError("no rows in it", todo="there is nothing to read in it")
    if columns and "text" in columns:
        what = f'no row has a text in its column "{columns["text"]}"'
        return UnreadableError(what, todo='name another one in factcheck.toml: [columns] text = "…"')
    what = "no column of it is known to hold the text"
    return UnreadableError(what, todo='name it in factcheck.toml: [columns] text = "…"')


def columns_of(values: Mapping[str, Any], source: Source) -> dict[str, str]:
    """By our names (text, title, date, outlet, url, author) the columns of an export that hold them."""
    keys = layout_matchers(source.vocabulary).words.header
    plain = {plain_key(column): column for column in reversed(list(values)) if isinstance(column, str)}
    found: dict[str, str] = {}
    for name in ("text", *FIELDS):
        told = source.options.columns.get(name)
        if told is not None:
            found[name] = told
            continue
        usual = next((plain[key] for word in getattr(keys, name) if (key := plain_key(word)) in plain), None)
        if usual is not None and usual not in found.values():
            found[name] = usual
    return found


def _entry(
    values: Mapping[str, Any], columns: Mapping[str, str], source: Source, number: int, location: Location
) -> Entry | None:
    text = _word(values.get(columns.get("text", "")))
    if not text or not text.strip():
        return None
    if len(text) > LARGEST:
        raise UnreadableError(f"row {number} has more text than a document may have", todo="split it")
    fields = {name: word for name in FIELDS if (word := _word(values.get(columns.get(name, ""))))}
    title = " ".join(fields.get("title", "").split())
    known = from_fields("label", fields, source.options.time_zone)
    return Entry((Piece(title, "title"), *_pieces(text, title)), (known,), location=location, number=number)


def _pieces(text: str, title: str) -> Iterator[Piece]:
    """The text of a cell, be it HTML or plain; a first line that repeats the title is left out."""
    if len(_TAGS.findall(text[:5000])) > 2:
        from factcheck.documents.readers import markup

        yield from markup.pieces_of(markup.parse(text))
        return
    text = text.replace("\r\n", "\n").strip("\n")
    first, _, rest = text.partition("\n")
    yield Piece(rest.lstrip("\n") if title and " ".join(first.split()) == title else text)


def _word(value: Any) -> str | None:
    """A value of a row as a text: also the name in ``{"name": …}`` and the items of a list."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return _word(value.get("name") or value.get("title"))
    if isinstance(value, list):
        return "\n\n".join(word for item in value if (word := _word(item))) or None
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return None if value is None or isinstance(value, bool) else str(value)


def _csv_rows(text: str, suffix: str) -> Iterator[Row]:
    """Each row by its number as a spreadsheet shows it: the heads are row 1."""
    csv.field_size_limit(LARGEST)
    head = text[:65536].splitlines()[0]
    delimiter = "\t" if suffix != ".csv" else max(",;\t|", key=head.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    heads = [name.strip() for name in next(reader)]
    try:
        for number, cells in enumerate(reader, start=2):
            if cells:
                yield number, dict(zip(heads, cells, strict=False))
    except csv.Error as error:
        raise UnreadableError(f"broken near line {reader.line_num} ({error})", todo="export it anew") from error


def _json_lines(text: str, source: Source) -> Iterator[Row | Unread]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
        except ValueError as error:
            yield Unread(f"{source.path}#{number}", f"row {number} is no JSON ({error}); export it anew")
            continue
        if isinstance(values, dict):
            yield number, values


def _json(text: str, source: Source) -> Iterator[Found]:
    try:
        data = json.loads(text)
    except ValueError as error:
        if text.lstrip().startswith("{") and "\n{" in text.strip():
            yield from documents(_json_lines(text, source), source, "row")
            return
        raise UnreadableError(f"no JSON ({error})", todo="export it anew") from error
    rows = _objects(data, _DEEPEST)
    if rows is None and isinstance(data, dict):
        columns = columns_of(data, source)
        entry = _entry(data, columns, source, 0, "line")
        if entry is not None:
            yield entry
            return
    yield from documents(enumerate(rows or (), start=1), source, "entry")


def _objects(data: Any, deep: int) -> list[Mapping[str, Any]] | None:
    """The list of objects that a JSON file is, or that one of its usual keys holds."""
    if isinstance(data, list):
        return [
            item["_source"] if isinstance(item.get("_source"), dict) else item
            for item in data
            if isinstance(item, dict)
        ]
    if isinstance(data, dict) and deep:
        for key in chain((key for key in _LISTS if key in data), data if len(data) == 1 else ()):
            if (found := _objects(data[key], deep - 1)) is not None:
                return found
    return None
