"""``factcheck watch``: scan again whenever something changes, and tell only what is new."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.settings import read_options
from factcheck.cli.shared import decisions_option, heed_interrupts, note, published_option, rules_option, unread_line
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.review.articles import Articles
    from factcheck.scan import Scan


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--every",
    type=click.FloatRange(min=0.1),
    default=1.0,
    show_default=True,
    help="Seconds between looks at the files.",
)
@decisions_option
@rules_option
@published_option
def watch(
    paths: tuple[str, ...], every: float, decisions: Path, rules: tuple[Path, ...], published: dt.date | None
) -> None:
    """Scan, and scan again whenever an article, a rule or a decision changes; print only what is new.

    PATHS are those of `factcheck scan`. Only files that changed are read again. Ctrl-C ends it.
    """
    from factcheck.review.articles import Articles
    from factcheck.review.news import lines, news

    heed_interrupts()
    before: Scan | None = None
    try:
        articles = Articles(paths, rules=rules, options=read_options(published))
        for now in _scans(articles, decisions, every):
            width = shutil.get_terminal_size((80, 24)).columns
            for report in news(before, now):
                click.echo("\n".join(lines(report, width)) + "\n")
            click.echo(f"{_time()}  {_summary(now)}")
            sys.stdout.flush()
            before = now
    except KeyboardInterrupt:
        click.echo()


def _scans(articles: Articles, decisions: Path, every: float) -> Iterator[Scan]:
    """A scan now and one after each change; what cannot be used is told, and waited for."""
    from factcheck.decisions import load
    from factcheck.decisions.files import state

    told: set[str] = set()
    seen = None
    while True:
        try:
            changed = articles.changed()
            now = state(decisions)
            if changed or now != seen:
                seen = now
                log = load(decisions)
                found = articles.scan(log)
                over = filter(None, [articles.ruleset.laid_over])
                problems = [*over, *map(str, articles.ruleset.problems), *map(str, log.problems), *_unread(found)]
                told = _tell_new(problems, told)
                yield found
        except FactcheckError as error:
            told = _tell_new([str(error)], told)
        time.sleep(every)


def _tell_new(problems: list[str], told: set[str]) -> set[str]:
    for problem in problems:
        if problem not in told:
            note(problem)
    return set(problems)


def _unread(found: Scan) -> list[str]:
    return [unread_line(each) for each in found.unread]


def _summary(found: Scan) -> str:
    from factcheck.reports import describe

    documents = describe.count(len(found.documents), "document")
    return f"{documents}, {describe.count(len(found.figures), 'figure')}: {describe.headline(found).lower()}"


def _time() -> str:
    return dt.datetime.now().astimezone().strftime("%H:%M:%S")
