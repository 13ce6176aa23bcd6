"""The stories of a scan with what is made of them: which documents tell of one event, and what it is called."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.claims.asking import MONTHS
from factcheck.comparing import Conflict
from factcheck.documents import Document
from factcheck.figures import Figure
from factcheck.reports import describe
from factcheck.reports.text import one_line
from factcheck.scan import Scan

_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_TITLE = 48  # characters of a title that stands for a name


@dataclass(frozen=True, slots=True)
class Story:
    """One event: its name ("Aleppo, 15 April 2017"), the ids of its documents, its groups in the reader's order."""

    id: str
    name: str
    documents: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


def stories(scan: Scan) -> tuple[Story, ...]:
    """The stories that have a group, in the reader's order of their first."""
    home = _homes(scan)
    held: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in describe.ordered(scan):
        held[home[conflict.group.claims[0].figure.document.id]].append(conflict)
    members: dict[str, list[Document]] = defaultdict(list)
    for document in scan.documents:
        members[home[document.id]].append(document)
    figures: dict[str, list[Figure]] = defaultdict(list)
    for figure in scan.figures:
        figures[home[figure.document.id]].append(figure)
    return tuple(
        Story(f"s{n}", _named(members[key], figures[key]), tuple(each.id for each in members[key]), tuple(conflicts))
        for n, (key, conflicts) in enumerate(held.items(), 1)
    )


def _homes(scan: Scan) -> Mapping[str, str]:
    """For each document the first document that groups tie it to."""
    root = {document.id: document.id for document in scan.documents}

    def find(document: str) -> str:
        while root[document] != document:
            document = root[document]
        return document

    for conflict in scan.conflicts:
        first, *others = dict.fromkeys(claim.figure.document.id for claim in conflict.group.claims)
        for other in others:
            root[find(other)] = find(first)
    return {document.id: find(document.id) for document in scan.documents}


def _named(documents: Sequence[Document], figures: Sequence[Figure]) -> str:
    """The place that most of the documents tell of, or the names of their titles; and the day."""
    where = _place(figures) or _titled(documents)
    day = _day(documents, figures)
    return one_line(f"{where}, {day}" if day else where)


def _place(figures: Sequence[Figure]) -> str:
    places = Counter(place for place, _ in {(f.context.place.name, f.document.id) for f in figures if f.context.place})
    return max(places, key=lambda place: (places[place], -len(place), place), default="")


def _titled(documents: Sequence[Document]) -> str:
    titles = [document.title or "" for document in documents]
    names = Counter(name for title in titles for name in dict.fromkeys(_NAME.findall(title)))
    shared = [name for name, n in names.most_common(2) if n > max(1, len(titles) // 2)]
    if shared:
        return " and ".join(shared)
    first = next(filter(None, titles), describe.outlet(documents[0]))
    return first if len(first) <= _TITLE else first[: first.rfind(" ", 0, _TITLE)] + " …"


def _day(documents: Sequence[Document], figures: Sequence[Figure]) -> str:
    """The day that most documents give their figures, or the first on which one of them was published."""
    told = {(f.context.when.start, f.document.id) for f in figures if f.context.when and _is_day(f)}
    often = Counter(day for day, _ in told)
    day = min(often, key=lambda each: (-often[each], each), default=None)
    day = day or min(_published(documents), default=None)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def _is_day(figure: Figure) -> bool:
    when = figure.context.when
    return when is not None and when.start == when.stop


def _published(documents: Iterable[Document]) -> list[dt.date]:
    return [document.published for document in documents if document.published]
