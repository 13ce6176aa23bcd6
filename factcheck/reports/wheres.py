"""Where figures stand, in few characters: the outlet or the file's name, told apart from others, and the lines."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from factcheck.documents import Document
from factcheck.figures import Figure
from factcheck.reports import describe
from factcheck.reports.sides import some
from factcheck.reports.text import source_name

NAME = 13  # characters of a file's name in a column
PIECE = 8  # characters of what tells two of them apart, where fewer than all of them do
LINES = 3  # lines of one document that are named

_BOUNDARY = re.compile(r"([\s/_.-]+)")


def names(documents: Iterable[Document]) -> Mapping[str, str]:
    """By a document's id what a column calls it; no two the same, the whole path stands below a quote."""
    alike: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        alike[short(document).casefold()].append(document)
    named = {}
    for group in alike.values():
        if len(group) == 1:
            named[group[0].id] = short(group[0])
            continue
        differences = _cut(
            _differences([source_name(os.fspath(PurePath(each.path).with_suffix(""))) for each in group])
        )
        for document, piece in zip(group, differences, strict=True):
            named[document.id] = f"{describe.outlet(document)} ({piece})" if document.outlet else f"…{piece}"
    return named


def of_figures(figures: Iterable[Figure]) -> Mapping[str, str]:
    """The `names` of the documents that hold some figures."""
    return names({figure.document.id: figure.document for figure in figures}.values())


def where(figures: Sequence[Figure], named: Mapping[str, str]) -> str:
    """Each document with the lines its figures stand on: ``Herald:4,9, Wire:2``."""
    lines: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for figure in figures:
        lines[figure.document.id][figure.line] = None
    return some((f"{named[document]}:{_lines(list(on))}" for document, on in lines.items()), 3)


def short(document: Document) -> str:
    """The outlet, or a file's name short enough for a column."""
    name = describe.outlet(document)
    if document.outlet or len(name) <= NAME:
        return name
    return f"{name[: NAME - 5]}…{name[-4:]}"


def _lines(lines: Sequence[int]) -> str:
    return ",".join([*map(str, lines[:LINES]), *(["…"] if len(lines) > LINES else [])])


def _differences(paths: Sequence[str]) -> list[str]:
    """What tells some paths apart: the words between those with which all of them begin and end."""
    words = [_BOUNDARY.split(path) for path in paths]
    start = _shared(words)
    stop = min(_shared([path[::-1] for path in words]), min(map(len, words)) - start)
    pieces = ["".join(path[start : len(path) - stop]).strip("/_.- ") for path in words]
    if all(pieces):
        return pieces
    return ["".join(path[max(0, start - 2) : len(path)]).strip("/_.- ") or path[-1] for path in words]


def _cut(pieces: Sequence[str]) -> list[str]:
    """The same with long ones cut to their beginnings, as far as those still differ."""
    for room in range(PIECE // 2, max(map(len, pieces))):
        cut = [piece if len(piece) <= max(PIECE, room + 1) else f"{piece[:room]}…" for piece in pieces]
        if len(set(cut)) == len(set(pieces)):
            return cut
    return list(pieces)


def _shared(words: Sequence[Sequence[str]]) -> int:
    """How many words all of them begin with."""
    return next((n for n, column in enumerate(zip(*words, strict=False)) if len(set(column)) > 1), min(map(len, words)))
