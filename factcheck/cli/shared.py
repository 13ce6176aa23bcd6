"""What the commands share: options, writing reports, notes on standard error."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from factcheck.cli.choosing import meant
from factcheck.cli.output import write_bytes, write_file
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.documents import Unread
    from factcheck.reports import Options
    from factcheck.ruleset import Ruleset
    from factcheck.scan import Scan


class Day(click.ParamType[dt.date]):
    """A date as 2025-06-01."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; write it as 2025-06-01", param, ctx)


rules_option = click.option(
    "--rules",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder of rules laid over those of factcheck. Claims of ./rules, in the current folder, are taken unasked.",
)
published_option = click.option(
    "--date",
    "published",
    type=Day(),
    help="Day of publication of documents that do not tell theirs, as 2025-06-01.",
)
outlet_option = click.option("--outlet", metavar="NAME", help="Outlet of documents that do not tell theirs.")
decisions_option = click.option(
    "--decisions",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("factcheck.decisions.jsonl"),
    show_default=True,
    metavar="FILE",
    help="The log of decisions: by default one in the current folder.",
)
by_option = click.option(
    "--by", metavar="NAME", help="Who decides; else $FACTCHECK_BY, git's user.name, or the login name."
)


def color_wanted(stream: IO[str]) -> bool:
    """Whether a stream is a terminal whose reader has not said no to colour (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def heed_interrupts() -> None:
    """Control-C and ``kill`` end a command that goes on until then, also one started in a script's background."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)


def note(text: str) -> None:
    """One line on standard error; what it quotes cannot give the terminal orders."""
    from factcheck.reports.text import one_line

    click.echo(f"factcheck: {one_line(text)}", err=True)


def tell_rules(ruleset: Ruleset) -> None:
    """On standard error, what is laid over the rules of factcheck, and what is wrong with it."""
    if ruleset.laid_over:
        note(ruleset.laid_over)
    for problem in ruleset.problems:
        note(str(problem))


def unread_line(problem: Unread) -> str:
    """What could not be read, and why, as one line for a reader."""
    from factcheck.reports.text import source_name

    name = source_name(problem.path)
    return f"{name}: not read: {problem.why}" if problem.line is None else f"{name}:{problem.line}: {problem.why}"


def format_of_suffix(output: Path | None, suffixes: Mapping[str, str], default: str) -> str:
    """The format that a file's name tells, by the ending of each. Raises UsageError for a name that tells none."""
    suffix = output.suffix.lower() if output else ""
    if not suffix:
        return default
    found = next((name for name, ending in suffixes.items() if ending == suffix), None)
    if found is None:
        known = ", ".join(dict.fromkeys(suffixes.values()))
        todo = f"use one of {known}, or name one with --format.{meant(suffix, suffixes.values())}".removesuffix(".")
        raise UsageError(f"no format ends in {suffix}", where=str(output), todo=todo)
    return found


def write_report(
    scan: Scan,
    format: str,  # noqa: A002 - the option's own name
    options: Options,
    output: Path | None,
    *,
    pager: bool = False,
) -> None:
    """Print a report, or write it to a file (whole or not at all); a terminal may page one longer than its screen."""
    from factcheck.reports import report

    write_text(report(scan, format, options), output, pager=pager)


def write_text(text: str, output: Path | None, *, pager: bool = False) -> None:
    """Print a text, or write it to a file (whole or not at all); a terminal may page one longer than its screen."""
    data = text.encode("utf-8", "replace")
    if output is None:
        if pager and is_long(text):
            page(text)
        else:
            write_bytes(data)
    else:
        write_file(output, data)


def is_long(text: str) -> bool:
    """Whether a text goes to a terminal, from a terminal, and is longer than its screen."""
    reading = sys.stdin is not None and sys.stdin.isatty() and os.environ.get("TERM") != "dumb"
    return reading and sys.stdout.isatty() and text.count("\n") >= shutil.get_terminal_size((80, 24)).lines


def page(text: str) -> None:
    """Through $PAGER or less, from the top; less shows colours and leaves the text on the screen."""
    os.environ.setdefault("LESS", "FRX")
    click.echo_via_pager(text, color=color_wanted(sys.stdout))
