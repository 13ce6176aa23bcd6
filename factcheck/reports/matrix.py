"""Who is with the rest and who is apart: for one story its sources against its questions, and a count for each outlet.

Counts, no grades: an outlet that stands apart may be the one that is right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.comparing import FLAGGED, Conflict, Relation
from factcheck.figures import Figure
from factcheck.reports import describe, wheres
from factcheck.reports.sides import some
from factcheck.reports.stories import Story
from factcheck.reports.text import one_line
from factcheck.scan import Scan

MOST = 10  # questions side by side
FEW = 3  # sources from which a matrix tells more than the conflicts themselves, in a text


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says to one question.

    ``differs`` where another source says something that cannot be squared with it; ``apart`` where most others do.
    """

    words: str
    figure: str  # the id of the first figure
    apart: bool
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A question of a story that several of its documents answer."""

    id: str
    question: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Matrix:
    """The sources of a story against its questions; ``left`` is how many questions did not fit."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, tuple[Cell | None, ...]], ...]
    left: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How often an outlet answers a question with most others, and how often apart from them."""

    outlet: str
    along: int
    apart: int


def matrix(story: Story, scan: Scan) -> Matrix | None:
    """The matrix of a story; ``None`` where no two of its documents answer one question."""
    shared = [conflict for conflict in story.conflicts if len(documents_of(conflict)) > 1]
    if not shared:
        return None
    columns = shared[:MOST]
    documents = [document for document in scan.documents if document.id in set(story.documents)]
    named = wheres.names(documents)
    cells = [_cells(conflict) for conflict in columns]
    rows = [(named[document.id], tuple(column.get(document.id) for column in cells)) for document in documents]
    heads = (Column(c.group.id, one_line(c.group.question), c.relation) for c in columns)
    return Matrix(tuple(heads), tuple(row for row in rows if any(row[1])), len(shared) - len(columns))


def tallies(scan: Scan) -> tuple[Tally, ...]:
    """How often each outlet is with the rest and how often apart, of the questions that several outlets answer."""
    along: Counter[str] = Counter()
    away: Counter[str] = Counter()
    for conflict in scan.questions:
        named = {claim.figure.document.id: describe.outlet(claim.figure.document) for claim in conflict.group.claims}
        if len(set(named.values())) < 2:
            continue
        apart = {named[document] for document in apart_in(conflict)}
        away.update(apart)
        along.update(set(named.values()) - apart)
    outlets = sorted({*along, *away}, key=lambda each: (-along[each] - away[each], each.casefold()))
    return tuple(Tally(each, along[each], away[each]) for each in outlets)


def documents_of(conflict: Conflict) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.figure.document.id for claim in conflict.group.claims))


def apart_in(conflict: Conflict) -> frozenset[str]:
    """The documents that disagree with most of the others; of two that disagree, both."""
    documents, at_odds = documents_of(conflict), _at_odds(conflict)
    others = len(documents) - 1
    return frozenset(document for document in documents if 2 * len(at_odds.get(document, ())) > others)


def _at_odds(conflict: Conflict) -> Mapping[str, set[str]]:
    """For each document that disagrees with another one, those it disagrees with."""
    at_odds: defaultdict[str, set[str]] = defaultdict(set)
    for each in conflict.comparisons:
        a, b = each.a.figure.document.id, each.b.figure.document.id
        if each.relation in FLAGGED and a != b:
            at_odds[a].add(b)
            at_odds[b].add(a)
    return at_odds


def _cells(conflict: Conflict) -> Mapping[str, Cell]:
    apart, at_odds = apart_in(conflict), _at_odds(conflict)
    said: defaultdict[str, list[Figure]] = defaultdict(list)
    for claim in conflict.group.claims:
        said[claim.figure.document.id].append(claim.figure)
    return {
        document: Cell(_words(figures), figures[0].id, document in apart, document in at_odds)
        for document, figures in said.items()
    }


def _words(figures: Sequence[Figure]) -> str:
    return some((describe.words(figure) for figure in figures), 2)
