"""``factcheck serve``: decide conflicts in the browser."""

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
    decisions_option,
    heed_interrupts,
    note,
    published_option,
    rules_option,
    tell_rules,
)
from factcheck.errors import MissingExtraError

if TYPE_CHECKING:
    from factcheck.review.web.desk import Desk


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port to use; default: any free one.")
@click.option("--open/--no-open", "browser", default=None, help="Open the browser or not; default: on a desktop.")
@decisions_option
@by_option
@rules_option
@published_option
def serve(
    paths: tuple[str, ...],
    port: int,
    browser: bool | None,
    decisions: Path,
    by: str | None,
    rules: tuple[Path, ...],
    published: dt.date | None,
) -> None:
    """Show the report in the browser, live, and decide conflicts there.

    PATHS are those of `factcheck scan`. The server listens on 127.0.0.1 only, and only the address that it
    prints opens it. Decisions go to the same file as those of `factcheck review`; the page follows what
    changes in the articles, the rules and the decisions. Ctrl-C ends it.
    """
    _need_extra()
    from factcheck.review.web.server import show, start

    with ProgressLine(sys.stderr) as progress:
        desk = _desk(paths, decisions, by, rules, published, progress)
    server, address = start(desk, port)
    click.echo(f"Review at {address}\nDecisions go to {decisions}. Ctrl-C ends it.")
    sys.stdout.flush()
    if browser or (browser is None and sys.stdout.isatty()):
        show(address)
    heed_interrupts()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
    click.echo(f"Stopped; {desk.left} to decide, all decisions are saved.")


def _need_extra() -> None:
    try:
        import werkzeug  # noqa: F401
    except ImportError as error:
        what = f"factcheck serve needs {error.name}, which is not installed"
        raise MissingExtraError(what, extra="serve") from error


def _desk(
    paths: tuple[str, ...],
    decisions: Path,
    by: str | None,
    rules: tuple[Path, ...],
    published: dt.date | None,
    progress: ProgressLine,
) -> Desk:
    from factcheck.decisions import Recorder, whoami
    from factcheck.review.articles import Articles
    from factcheck.review.session import Session
    from factcheck.review.web.desk import Desk

    articles = Articles(paths, rules=rules, options=read_options(published), progress=progress)
    session = Session(articles, decisions, Recorder(by or whoami()), everything=True)
    tell_rules(articles.ruleset)
    for problem in session.log.problems:
        note(str(problem))
    return Desk(session)
