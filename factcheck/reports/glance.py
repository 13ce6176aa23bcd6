"""The first screen of the terminal report: stories with their questions, and the last lines, which say what to do."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.reports import Options, describe
from factcheck.reports.columns import GLUE, dotted, glue_numbers, wrap
from factcheck.reports.overview import Chapter, Row, overview
from factcheck.reports.text import one_line
from factcheck.scan import Scan

if TYPE_CHECKING:
    from factcheck.reports.table import Look

_LABEL = 10  # columns of the verdict


def glance_lines(scan: Scan, options: Options, look: Look) -> Iterator[str]:
    """One question a row under its story, the most serious first; nothing where there is no more than one."""
    chapters = overview(scan)
    if sum(len(chapter.rows) for chapter in chapters) < 2:
        return
    top = options.top or len(scan.questions)
    for chapter in chapters:
        rows = [row for row in chapter.rows if row.rank <= top]
        if rows:
            yield ""
            yield from _heading(chapter, options.width, look)
            for row in rows:
                yield from _row(row, options.width, look)


def _heading(chapter: Chapter, width: int, look: Look) -> Iterator[str]:
    name, about = chapter.story.name, chapter.about
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
    spread = glue_numbers(row.spread).replace(" – ", f"{GLUE}–{GLUE}")
    facts = dotted((spread, row.against, row.days.replace(" – ", f"{GLUE}–{GLUE}")))
    yield from map(look.faint, wrap(facts, width, " " * len(start)))


def last_lines(scan: Scan, options: Options, style: Callable[[str], str]) -> Iterator[str]:
    """The worst again, where a terminal shows the end first, and what to do next."""
    rows = [row for chapter in overview(scan) for row in chapter.rows]
    if rows:
        yield ""
    if len(rows) > 1:
        worst = min(rows, key=lambda row: row.rank)
        yield from wrap(f"Most serious: 1. {worst.question} {glue_numbers(worst.against)}", options.width)
    if rows:
        paths = shlex.join(map(one_line, options.paths)) or "PATH…"
        yield from _todo((f"factcheck review {paths}", f"factcheck scan {paths} -o report.html"), options.width, style)


def _todo(commands: Sequence[str], width: int, style: Callable[[str], str]) -> Iterator[str]:
    for label, command in zip(("Decide:", "Read:"), commands, strict=True):
        first, *more = wrap(f"{label:<7} {command}", width, "", " " * 8)
        yield first.replace(command, style(command), 1)
        yield from more
