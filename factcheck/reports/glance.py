"""The first screen of the terminal report: stories with their questions, and the last lines, which say what to do."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.reports import Options, describe
from factcheck.reports.columns import GLUE, dotted, glue_numbers, wrap
from factcheck.reports.overview import WORST, Chapter, Row, overview
from factcheck.reports.text import one_line
from factcheck.scan import Scan

if TYPE_CHECKING:
    from factcheck.reports.table import Look

_LABEL = 10  # columns of the verdict
_SCREEN = 20  # lines of the first screen, below the summary and above the prompt


def glance_lines(scan: Scan, options: Options, look: Look) -> Iterator[str]:
    """One question a row under its story, the most serious first; nothing where there is no more than one.

    Where the rest of a story would push one of the worst off the first screen, it comes after them.
    """
    chapters = overview(scan)
    if sum(len(chapter.rows) for chapter in chapters) < 2:
        return
    top = options.top or len(scan.questions)
    parts = [(chapter, tuple(row for row in chapter.rows if row.rank <= top)) for chapter in chapters]
    if _reach(parts, options.width, look) > _SCREEN:
        parts = [*_only(parts, lambda row: row.rank <= WORST), *_only(parts, lambda row: row.rank > WORST)]
    told: set[str] = set()
    for chapter, rows in parts:
        if rows:
            yield ""
            yield from _heading(chapter, options.width, look, again=chapter.story.id in told)
            told.add(chapter.story.id)
            for row in rows:
                yield from _row(row, options.width, look)


_Part = tuple[Chapter, tuple[Row, ...]]


def _only(parts: Sequence[_Part], fits: Callable[[Row], bool]) -> Iterator[_Part]:
    yield from ((chapter, tuple(filter(fits, rows))) for chapter, rows in parts)


def _reach(parts: Sequence[_Part], width: int, look: Look) -> int:
    """The line on which the last of the worst ends."""
    line = last = 0
    for chapter, rows in parts:
        line += 1 + sum(1 for _ in _heading(chapter, width, look)) if rows else 0
        for row in rows:
            line += sum(1 for _ in _row(row, width, look))
            last = line if row.rank <= WORST else last
    return last


def _heading(chapter: Chapter, width: int, look: Look, *, again: bool = False) -> Iterator[str]:
    name, about = chapter.story.name, "the rest" if again else chapter.about
    if len(name) + len(about) + 3 <= width:
        yield look.bold(name) + look.faint(f" · {about}")
        return
    yield from map(look.bold, wrap(name, width))
    yield from map(look.faint, wrap(dotted([about]), width))


def _row(row: Row, width: int, look: Look) -> Iterator[str]:
    label = describe.LABELS[row.conflict.relation].upper() + ("" if row.conflict.likely else "?")
    start = f"{row.rank:>3} {label:<{_LABEL}}"
    first, *more = wrap(start.replace(" ", GLUE) + row.question, width, "", " " * len(start))
    yield look.relation(row.conflict.relation, first[: len(start)]) + first[len(start) :]
    yield from more
    facts = dotted(glue_numbers(told).replace(" – ", f"{GLUE}–{GLUE}") for told in row.told)
    yield from map(look.faint, wrap(facts, width, " " * len(start)))


def last_lines(scan: Scan, options: Options, style: Callable[[str], str]) -> Iterator[str]:
    """The worst again, where a terminal shows the end first, and what to do next."""
    rows = [row for chapter in overview(scan) for row in chapter.rows]
    if rows:
        yield ""
    if len(rows) > 1:
        yield "Most serious:"
        for row in sorted(rows, key=lambda row: row.rank)[: min(WORST, options.top or WORST)]:
            told = f"{row.rank}. {row.question} {glue_numbers(row.against)}"
            yield from wrap(told, options.width, "  ", "     ")
    if rows:
        paths = shlex.join(map(one_line, options.paths)) or "PATH…"
        yield from _todo((f"factcheck review {paths}", f"factcheck scan {paths} -o report.html"), options.width, style)


def _todo(commands: Sequence[str], width: int, style: Callable[[str], str]) -> Iterator[str]:
    for label, command in zip(("Decide:", "Read:"), commands, strict=True):
        first, *more = wrap(f"{label:<7} {command}", width, "", " " * 8)
        yield first.replace(command, style(command), 1)
        yield from more
