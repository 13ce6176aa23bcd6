"""The matrix of a story for the terminal: its sources down, its questions across by their numbers; and the outlets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.reports import Options, describe
from factcheck.reports.columns import GLUE, NOTHING, glue_numbers, table, wrap
from factcheck.reports.matrix import FEW, Cell, Matrix, Tally, matrix, tallies
from factcheck.reports.overview import overview
from factcheck.scan import Scan

if TYPE_CHECKING:
    from factcheck.reports.table import Look

DIFFERS = "≠"
_LEGEND = f"{DIFFERS} another source says what does not fit; {DIFFERS} apart: most of the others do. No grades."
_MOST = 10  # outlets that are counted without --all
_NAME, _CELL = 22, 12  # columns of a source and of a cell, as a measure of how many questions fit side by side
_INDENT = "   "


def crossing_lines(scan: Scan, options: Options, look: Look) -> Iterator[str]:
    """For each story with several sources who says what, by the numbers of the overview; then a count by outlet."""
    ranks = {conflict.group.id: n for n, conflict in enumerate(describe.undecided(scan), 1)}
    blocks = [
        (chapter.story.name, made)
        for chapter in overview(scan)
        if (made := matrix(chapter.story, scan)) and len(made.rows) >= FEW and _columns(made, ranks, options)
    ]
    if not blocks:
        return
    yield from ("", look.bold("WHO SAYS WHAT"), *map(look.faint, wrap(_LEGEND, options.width)))
    for name, made in blocks:
        yield ""
        yield from map(look.bold, wrap(name, options.width))
        yield from _across(made, _columns(made, ranks, options), ranks, options.width, look)
    yield from _outlets(tallies(scan), options, look)


def _columns(made: Matrix, ranks: Mapping[str, int], options: Options) -> list[int]:
    """Which columns of a matrix are among those that the report shows, in their order."""
    top = options.top or len(ranks)
    shown = [n for n, column in enumerate(made.columns) if ranks.get(column.id, top + 1) <= top]
    return sorted(shown, key=lambda n: ranks[made.columns[n].id])


def _across(made: Matrix, columns: Sequence[int], ranks: Mapping[str, int], width: int, look: Look) -> Iterator[str]:
    """As many questions side by side as fit, then the next ones under them."""
    fit = max((width - len(_INDENT) - _NAME) // (_CELL + 2), 1)
    for at in range(0, len(columns), fit):
        if at:
            yield ""
        some = columns[at : at + fit]
        rows = [(name, *(_cell(cells[n]) for n in some)) for name, cells in made.rows if any(cells[n] for n in some)]
        heads = [f"{ranks[made.columns[n].id]} {describe.LABELS[made.columns[n].relation].lower()}" for n in some]
        lines = table(
            ("Source", *heads), rows, width - len(_INDENT), least=(10, *[8] * len(some)), header_style=look.faint
        )
        yield from (f"{_INDENT}{line}".rstrip() for line in lines)


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return NOTHING
    mark = f" {DIFFERS}{GLUE}apart" if cell.apart else f"{GLUE}{DIFFERS}" if cell.differs else ""
    return glue_numbers(cell.words) + mark


def _outlets(counted: Sequence[Tally], options: Options, look: Look) -> Iterator[str]:
    """How often each outlet is with the rest and how often apart, those first that answer the most questions."""
    shown = counted if options.everything else counted[:_MOST]
    rows = [(each.outlet, str(each.along), str(each.apart)) for each in shown]
    if not rows:
        return
    yield ""
    yield from map(look.bold, wrap("All questions that several outlets answer", options.width))
    lines = table(("Outlet", "With the rest", "Apart"), rows, options.width - len(_INDENT), header_style=look.faint)
    yield from (f"{_INDENT}{line}".rstrip() for line in lines)
    if more := len(counted) - len(rows):
        told = wrap(f"{describe.count(more, 'more outlet')} (--all shows them)", options.width, _INDENT)
        yield from map(look.faint, told)
