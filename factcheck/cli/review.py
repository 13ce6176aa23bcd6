"""``factcheck review``: decide conflicts in the terminal."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.progress import ProgressLine
from factcheck.cli.settings import read_options
from factcheck.cli.shared import (
    by_option,
    color_wanted,
    decisions_option,
    note,
    published_option,
    rules_option,
    tell_rules,
    unread_line,
)
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.review.session import Session


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--all", "everything", is_flag=True, help="Go also through the claims that do not conflict.")
@decisions_option
@by_option
@rules_option
@published_option
def review(
    paths: tuple[str, ...],
    everything: bool,
    decisions: Path,
    by: str | None,
    rules: tuple[Path, ...],
    published: dt.date | None,
) -> None:
    """Decide conflicts one by one, with single keys.

    PATHS are those of `factcheck scan`. Every key is saved at once to the decisions file; a later review
    goes on where this one stopped. Press ? for all keys.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "a review needs a terminal", todo="run it in one, or use `factcheck serve` or `factcheck decisions`"
        )
    with ProgressLine(sys.stderr) as progress:
        from factcheck.decisions import Recorder, whoami
        from factcheck.review.articles import Articles
        from factcheck.review.session import Session

        articles = Articles(paths, rules=rules, options=read_options(published), progress=progress)
        session = Session(articles, decisions, Recorder(by or whoami()), everything=everything)
    tell_rules(articles.ruleset)
    for problem in session.log.problems:
        note(str(problem))
    if session.items:
        _run(session)
    _summary(session)


def _run(session: Session) -> None:
    from factcheck.review.keyboard import Terminal
    from factcheck.review.terminal import run

    try:
        with Terminal() as terminal:
            run(session, terminal, colour=color_wanted(sys.stdout))
    except (KeyboardInterrupt, EOFError):
        pass  # as good as q: everything is saved


def _summary(session: Session) -> None:
    """What is left, on the screen that the review gave back, and what was not read."""
    from factcheck.reports.describe import count

    for unread in session.scan.unread:
        note(unread_line(unread))
    if not session.scan.documents:
        click.echo("Nothing was read.")
        return
    if not session.items:
        click.echo(f"Nothing to review in {count(len(session.scan.documents), 'document')}.")
        return
    done = sum(item.standing.decided for item in session.items)
    click.echo(f"{count(done, 'finding')} decided, {session.left} to decide; saved in {session.log.path}")
