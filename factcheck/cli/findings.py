"""``factcheck findings``: the confirmed conflicts, for a memo."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.choosing import Choice
from factcheck.cli.output import check_output, force_option
from factcheck.cli.progress import ProgressLine
from factcheck.cli.settings import read_options
from factcheck.cli.shared import (
    decisions_option,
    format_of_suffix,
    note,
    published_option,
    rules_option,
    unread_line,
    write_text,
)
from factcheck.errors import UsageError
from factcheck.reports.findings.formats import FORMATS

if TYPE_CHECKING:
    from factcheck.scan import Scan


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("-f", "--format", "format_", type=Choice(list(FORMATS)), help="How to write them; else: markdown.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@force_option
@decisions_option
@rules_option
@published_option
@click.pass_context
def findings(
    ctx: click.Context,
    paths: tuple[str, ...],
    format_: str | None,
    output: Path | None,
    force: bool,
    decisions: Path,
    rules: tuple[Path, ...],
    published: dt.date | None,
) -> None:
    """Write the conflicts that were confirmed, and nothing else.

    PATHS are those of `factcheck scan`. Each finding has its question, the readings at odds with their quotes and
    sources, who says so, the day, who confirmed it, and the notes: to be pasted into a story memo or a talk page.

    \b
    Exit codes: 0 written, also when there are none; 2 wrong usage or a broken rules
    file; 3 some input could not be read (the rest is still written).
    """
    from factcheck.reports.findings import findings as collect
    from factcheck.reports.findings import open_again, report

    wanted = format_ or format_of_suffix(output, {name: known.suffix for name, known in FORMATS.items()}, "markdown")
    check_output(output, force=force)
    scan, problems = _scan(paths, decisions, rules, published)
    found = collect(scan)
    for question, why in open_again(scan):
        note(f"left out, open again: {question} ({why})")
    if not found:
        note("no conflict is confirmed; decide with `factcheck review` or `factcheck serve`")
    write_text(report(found, wanted), output)
    ctx.exit(2 if problems else 3 if scan.unread else 0)


def _scan(
    paths: tuple[str, ...], decisions: Path, rules: tuple[Path, ...], published: dt.date | None
) -> tuple[Scan, int]:
    """The articles as they stand with the log; what is wrong with either, or with the rules, is told and counted."""
    from factcheck.decisions import load
    from factcheck.review.articles import Articles

    if not decisions.exists():
        raise UsageError(
            "there is no log of decisions", where=str(decisions), todo="decide with `factcheck review PATH`"
        )
    log = load(decisions)
    with ProgressLine(sys.stderr) as progress:
        articles = Articles(paths, rules=rules, options=read_options(published), progress=progress)
        scan = articles.scan(log)
    for problem in (*articles.ruleset.problems, *log.problems):
        note(str(problem))
    for unread in scan.unread:
        note(unread_line(unread))
    return scan, len(articles.ruleset.problems)
