"""Where figures stand, in few characters: the outlet or the file's name, told apart from others, and the lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factcheck.documents import Document
from factcheck.documents.called import told_apart
from factcheck.figures import Figure
from factcheck.reports import describe
from factcheck.reports.sides import some

NAME = 13  # characters of a file's name in a column
LINES = 3  # places in one document that are named


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
        differences = told_apart(group)
        for document, piece in zip(group, differences, strict=True):
            named[document.id] = f"{describe.outlet(document)} ({piece})" if document.outlet else f"…{piece}"
    return named


def of_figures(figures: Iterable[Figure]) -> Mapping[str, str]:
    """The `names` of the documents that hold some figures."""
    return names({figure.document.id: figure.document for figure in figures}.values())


def where(figures: Sequence[Figure], named: Mapping[str, str]) -> str:
    """Each document with the places of its figures: ``Herald:4,9, Wire:2``, ``Report page 3,5``."""
    places: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for figure in figures:
        places[figure.document.id][figure.where] = None
    return some((f"{named[document]}{_places(list(at))}" for document, at in places.items()), 3)


def short(document: Document) -> str:
    """The outlet, or a file's name short enough for a column."""
    name = describe.outlet(document)
    if document.outlet or len(name) <= NAME:
        return name
    return f"{name[: NAME - 5]}…{name[-4:]}"


def _places(places: Sequence[str]) -> str:
    """Some places in one document: ``:4,9`` for lines, `` page 3,5``, `` 0:01:20,0:04:00``."""
    kind, space, _ = places[0].rpartition(" ")
    numbers = [place.removeprefix(kind + space) for place in places[:LINES]]
    shown = ",".join([*numbers, *(["…"] if len(places) > LINES else [])])
    return f":{shown}" if kind == "line" else f" {kind}{space}{shown}"
