"""What a reader calls a document: its outlet as it spells itself, or its file's name; two of one name told apart."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from factcheck.documents.model import Document

PIECE = 8  # characters of what tells two documents apart, where fewer than all of them do

_BOUNDARY = re.compile(r"([\s/_.-]+)")
_STDIN = "stdin"


def outlet(document: Document) -> str:
    """The outlet ("inquirer.net", "Daily Herald – Opinion"), or what stands for it: the file's name."""
    if document.outlet:
        return document.outlet.replace(" - ", " – ")
    if document.path == "-":
        return _STDIN
    stem = PurePath(document.path).stem
    one, _, other = stem.partition("__")
    return one if one and one == other else stem  # "41_1__41_1": some collections give a name twice


def names(documents: Iterable[Document]) -> Mapping[str, str]:
    """By a document's id what it is called beside the others: no two the same ("BBC News (8k2f…)")."""
    alike: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        alike[outlet(document).casefold()].append(document)
    named = {}
    for group in alike.values():
        pieces = told_apart(group) if len(group) > 1 else [""]
        for document, piece in zip(group, pieces, strict=True):
            named[document.id] = f"{outlet(document)} ({piece})" if piece else outlet(document)
    return named


def told_apart(documents: Sequence[Document]) -> list[str]:
    """A few characters of each document's path that the others do not have."""
    paths = [_bare(document) for document in documents]
    return _cut(_differences([_STDIN if path == "-" else " ".join(path.split()) for path in paths]))


def _bare(document: Document) -> str:
    """A document's path without its ending, and with its place in a file of many."""
    path = os.fspath(PurePath(document.path).with_suffix(""))
    return f"{path}#{document.entry}" if document.entry else path


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
