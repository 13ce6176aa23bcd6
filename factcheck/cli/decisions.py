"""``factcheck decisions``: the log of decisions."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.choosing import Choice
from factcheck.cli.lazy import LazyGroup
from factcheck.cli.output import check_output, force_option
from factcheck.cli.progress import ProgressLine
from factcheck.cli.settings import read_options
from factcheck.cli.shared import by_option, decisions_option, note, published_option, rules_option, write_text
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.decisions import Decision, Log
    from factcheck.review.listing import Entry
    from factcheck.scan import Scan


EXAMPLES = {
    "list": "factcheck decisions list articles/",
    "show": "factcheck decisions show 3f9a",
    "undo": "factcheck decisions undo 3f9a --by Ann",
    "prune": "factcheck decisions prune articles/ --dry-run",
    "export": "factcheck decisions export articles/ -f markdown -o decisions.md",
}


@click.group(cls=LazyGroup, examples=EXAMPLES)
def decisions() -> None:
    """List, show, undo, prune and export what people decided.

    The log is one line of JSON for each decision, in factcheck.decisions.jsonl; keep it in git with the articles,
    with `*.decisions.jsonl merge=union` in .gitattributes.
    """


@decisions.command(name="list")
@click.argument("paths", nargs=-1)
@click.option("--stale", is_flag=True, help="Only those that fit nothing any more; needs PATHS.")
@decisions_option
@rules_option
@published_option
def list_(
    paths: tuple[str, ...], stale: bool, decisions: Path, rules: tuple[Path, ...], published: dt.date | None
) -> None:
    """List all decisions by time; with PATHS, how each stands with the articles there today."""
    from factcheck.review import listing

    if stale and not paths:
        raise UsageError("--stale needs the articles", todo="name their PATHS")
    log = _load(decisions)
    listed = listing.entries(log, _scan(paths, log, rules, published) if paths else None)
    listed = [entry for entry in listed if entry.stands == "stale"] if stale else listed
    _write(listing.text(listed) or "No decisions.\n")


@decisions.command()
@click.argument("id_", metavar="ID")
@decisions_option
def show(id_: str, decisions: Path) -> None:
    """Show one decision with every figure it was about. The beginning of the ID is enough."""
    from factcheck.review import listing

    log = _load(decisions)
    wanted = _one(log, id_)
    _write(listing.details(next(entry for entry in listing.entries(log) if entry.decision == wanted)))


@decisions.command()
@click.argument("id_", metavar="ID")
@decisions_option
@by_option
def undo(id_: str, decisions: Path, by: str | None) -> None:
    """Take a decision back. Both stay in the log. The beginning of the ID is enough."""
    from factcheck.decisions import Recorder, whoami

    log = _load(decisions)
    wanted = _one(log, id_)
    if wanted not in log.active:
        raise UsageError(f"{wanted.id} was taken back already", todo="see `factcheck decisions list`")
    Recorder(by or whoami()).retract(log, wanted)
    _write(f"Taken back: {wanted.kind}, {wanted.question}\n")


@decisions.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help="Remove without asking.")
@click.option("--dry-run", is_flag=True, help="Only show what would be removed.")
@click.option("--missing", is_flag=True, help="Also those on folders that are not there, as an unmounted drive.")
@decisions_option
@rules_option
@published_option
def prune(
    paths: tuple[str, ...],
    yes: bool,
    dry_run: bool,
    missing: bool,
    decisions: Path,
    rules: tuple[Path, ...],
    published: dt.date | None,
) -> None:
    """Remove the decisions that fit nothing in the articles any more, after showing them.

    Decisions on files that exist but are not among PATHS stay, as do lines that cannot be read. So do those on files
    whose whole folder is missing or empty, unless --missing is given: it may be renamed, or not mounted.
    """
    from factcheck.decisions import remove
    from factcheck.review import listing

    log = _load(decisions)
    found = _scan(paths, log, rules, published)
    away = {} if missing else _away(found, log)
    stale = [entry for entry in listing.entries(log, found) if entry.stands == "stale"]
    listed = [entry for entry in stale if entry.decision.id not in away]
    if away:
        kept = f"{len(away)} decision{' stays, its folder is' if len(away) == 1 else 's stay, their folders are'}"
        folders = ", ".join(sorted(set(away.values())))
        note(f"{kept} missing or empty: {folders}; is a drive not mounted, a folder renamed? else add --missing")
    if not listed:
        _write("Nothing to prune.\n" if away else "Nothing to prune: every decision fits.\n")
        return
    _write(listing.text(listed))
    if dry_run:
        return
    if not yes and not click.confirm(f"Remove {_count(listed)}?"):
        _write("Nothing was removed.\n")
        return
    remove(log, [entry.decision for entry in listed])
    _write(f"Removed {_count(listed)} from {decisions}.\n")


@decisions.command()
@click.argument("paths", nargs=-1)
@click.option(
    "-f",
    "--format",
    "format_",
    type=Choice(["csv", "json", "markdown"]),
    default="csv",
    show_default=True,
    help="How to write it.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@force_option
@decisions_option
@rules_option
@published_option
def export(
    paths: tuple[str, ...],
    format_: str,
    output: Path | None,
    force: bool,
    decisions: Path,
    rules: tuple[Path, ...],
    published: dt.date | None,
) -> None:
    """Write the decisions as a table; with PATHS, with how each stands today."""
    from factcheck.review import listing

    check_output(output, force=force)
    log = _load(decisions)
    writers: dict[str, Callable[[list[Entry]], str]] = {
        "csv": listing.as_csv, "json": listing.as_json, "markdown": listing.as_markdown,
    }  # fmt: skip
    made = writers[format_](listing.entries(log, _scan(paths, log, rules, published) if paths else None))
    write_text(made, output)


def _load(path: Path) -> Log:
    from factcheck.decisions import load

    if not path.exists():
        raise UsageError("there is no log of decisions", where=str(path), todo="decide with `factcheck review PATH`")
    log = load(path)
    for problem in log.problems:
        note(str(problem))
    return log


def _scan(paths: tuple[str, ...], log: Log, rules: tuple[Path, ...], published: dt.date | None) -> Scan:
    from factcheck.review.articles import Articles

    with ProgressLine(sys.stderr) as progress:
        return Articles(paths, rules=rules, options=read_options(published), progress=progress).scan(log)


def _away(found: Scan, log: Log) -> dict[str, str]:
    """By id, the decisions whose files are not there because their folder is not, or has nothing in it."""
    stale = found.review.stale if found.review else ()
    return {
        each.decision.id: folder
        for each in stale
        for folder in (str(Path(path).parent) for path in each.missing)
        if _is_empty(log.base / folder)
    }


def _is_empty(folder: Path) -> bool:
    try:
        return not any(not inside.name.startswith(".") for inside in folder.iterdir())
    except OSError:
        return True


def _one(log: Log, id_: str) -> Decision:
    """The decision whose id begins so."""
    found = [each for each in log.decisions if each.kind != "retracted" and each.id.startswith(id_)]
    if len(found) != 1:
        what = f"no decision {id_!r}" if not found else f"{len(found)} decisions begin with {id_!r}"
        raise UsageError(what, todo="see `factcheck decisions list`")
    return found[0]


def _count(listed: list[Entry]) -> str:
    return f"{len(listed)} decision{'' if len(listed) == 1 else 's'}"


def _write(made: str) -> None:
    write_text(made, None)
