"""``factcheck scan``: the main job."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from factcheck.cli.choosing import Choice
from factcheck.cli.output import check_output, force_option
from factcheck.cli.progress import ProgressLine
from factcheck.cli.settings import read_options
from factcheck.cli.shared import (
    by_option,
    color_wanted,
    decisions_option,
    format_of_suffix,
    note,
    outlet_option,
    published_option,
    rules_option,
    tell_rules,
    unread_line,
    write_report,
)
from factcheck.reports import FORMATS, Options

if TYPE_CHECKING:
    from factcheck.comparing import Conflict, Policy
    from factcheck.ruleset import Ruleset
    from factcheck.scan import Scan


# The formats that heed an option; all others are told to ignore it.
HEEDED = {
    "seen": ("json", "jsonl", "html"), "figures": ("table",), "top": ("table", "markdown"), "with-text": ("json",),
    "bom": ("csv",),
}  # fmt: skip


_COPIES = 4  # of one document that are named


class ScanOptions(TypedDict):
    """What the command line gives."""

    paths: tuple[str, ...]
    everything: bool
    figures: bool
    top: int | None
    pager: bool
    format_: str | None
    output: Path | None
    rules: tuple[Path, ...]
    decisions: Path
    baseline: bool
    by: str | None
    published: dt.date | None
    outlet: str | None
    policy: Policy
    seen: bool
    with_text: bool
    bom: bool
    force: bool
    exit_zero: bool
    jobs: int | None
    width: int | None


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--all", "everything", is_flag=True, help="Show also the claims whose figures agree.")
@click.option("--figures", is_flag=True, help="Show the table of all figures instead of the conflicts.")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Show only the N most serious.")
@click.option("-f", "--format", "format_", type=Choice(list(FORMATS)), help="How to print; default: table.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@force_option
@rules_option
@decisions_option
@click.option("--baseline", is_flag=True, help="Put aside every open conflict as it stands; only new ones count then.")
@by_option
@published_option
@outlet_option
@click.option(
    "--policy",
    type=Choice(["range", "latest", "origins"]),
    default="range",
    help="Which reading of a claim is the best: none but the range, the latest, or that of most origins.",
)
@click.option("--seen", is_flag=True, help="With json, jsonl, html: also what holds digits and is no figure.")
@click.option("--with-text", is_flag=True, help="With json: also the texts of the documents.")
@click.option("--bom", is_flag=True, help="With csv: begin with a byte-order mark, for spreadsheets.")
@click.option("--pager/--no-pager", default=True, help="Whether a terminal shows a long table page by page.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever was found or could not be read.")
@click.option("--jobs", type=click.IntRange(min=1), help="Worker processes; default: as many as help.")
@click.option("--width", type=click.IntRange(min=40), help="Columns of the tables; default: the terminal's.")
@click.pass_context
def scan(ctx: click.Context, /, **options: Unpack[ScanOptions]) -> None:
    """Find the figures of articles and show where they conflict.

    PATHS are files, folders, patterns, or - for standard input; `factcheck formats` lists what can be read.

    \b
    Exit codes: 0 nothing to review, 1 conflicts or checks to review, 2 wrong usage or
    a broken rules file, 3 some input could not be read (the rest is still printed).
    """
    suffixes = {name: known.suffix for name, known in FORMATS.items()}
    format_ = options["format_"] or format_of_suffix(options["output"], suffixes, "table")
    check_output(options["output"], force=options["force"])
    _tell_unheeded(options, format_)
    ruleset = _load(options["rules"])
    found = _scan(options, ruleset)
    _tell(found, options)
    _tell_stopped(ruleset)
    if options["baseline"]:
        found = _accept(found, options)
    report_options = Options(
        everything=options["everything"],
        figures=options["figures"],
        top=options["top"] or 0,
        paths=options["paths"],
        seen=options["seen"],
        with_text=options["with_text"],
        bom=options["bom"],
        width=options["width"] or shutil.get_terminal_size((80, 24)).columns,
        color=options["output"] is None and color_wanted(sys.stdout),
    )
    write_report(found, format_, report_options, options["output"], pager=options["pager"] and format_ == "table")
    ctx.exit(exit_code(found, ruleset, exit_zero=options["exit_zero"]))


def _load(folders: tuple[Path, ...]) -> Ruleset:
    """The rules in force; what is wrong with them is told, and the rest of them is used."""
    from factcheck.ruleset import default_folders, load_ruleset

    ruleset = load_ruleset(*default_folders(*folders))
    tell_rules(ruleset)
    return ruleset


def _scan(options: ScanOptions, ruleset: Ruleset) -> Scan:
    from factcheck.scan import scan as run

    log = None
    if options["decisions"].exists():
        from factcheck.decisions import load

        log = load(options["decisions"])
        for problem in log.problems:
            note(str(problem))
    if "-" in options["paths"] and sys.stdin.isatty():
        note("reading standard input; end it with Control-D on a line of its own")
    with ProgressLine(sys.stderr) as progress:
        return run(
            options["paths"],
            ruleset,
            options=read_options(options["published"], options["outlet"]),
            log=log,
            policy=options["policy"],
            jobs=options["jobs"],
            progress=progress,
            strict=False,
        )


def _accept(found: Scan, options: ScanOptions) -> Scan:
    """The scan after all that is open in it was put aside in the log."""
    from factcheck.decisions import Recorder, Standing, load, needs_decision, whoami
    from factcheck.scan import reviewed

    log = load(options["decisions"])
    standings = found.standings or (Standing(),) * len(found.questions)
    open_ = [c for c, standing in zip(found.questions, standings, strict=True) if needs_decision(c, standing)]
    log = Recorder(options["by"] or whoami(), found.rules_hash).baseline(log, open_)
    note(f"{len(open_)} put aside as baseline in {options['decisions']}")
    return reviewed(found, log)


def _tell(found: Scan, options: ScanOptions) -> None:
    """On standard error, one line each: what was not read, what was read with a guess."""
    from factcheck.reports.text import source_name

    for document in found.documents:
        if document.note:
            note(f"{source_name(document.path)}: {document.note}")
    for problem in found.unread:
        note(unread_line(problem))
    _tell_copies(found)
    if found.left_out:
        what = "file or folder" if found.left_out == 1 else "files and folders"
        note(f"{found.left_out} {what} left out, as the configuration or an ignore file says")
    if found.passed_over:
        names = ", ".join(Path(path).name for path in found.passed_over)
        note(f"passed over as notes, not articles: {names}; name them to read them")
    if found.ours:
        names = ", ".join(Path(path).name for path in found.ours)
        note(f"left out, since factcheck wrote {'it' if len(found.ours) == 1 else 'them'}: {names}")
    otherwise = sum(standing.remark is not None for standing in found.standings)
    if otherwise:
        hold = f"{otherwise} decision{' holds' if otherwise == 1 else 's hold'}"
        note(
            f"{options['decisions']}: {hold}, though the same texts are read otherwise now; `factcheck decisions list`"
        )
    if stale := len(found.review.stale) if found.review else 0:
        fits = f"{stale} decision{' fits' if stale == 1 else 's fit'} nothing any more"
        note(f"{options['decisions']}: {fits}; `factcheck decisions prune` shows and removes them")


def _tell_copies(found: Scan) -> None:
    """On standard error, each document that came more than once."""
    from factcheck.reports.text import source_name

    for document in found.documents:
        if document.copies:
            names = [f"{source_name(copy.path)} (same {copy.why})" for copy in document.copies]
            more = f" and {len(names) - _COPIES} more" if len(names) > _COPIES else ""
            copies = "copy" if len(names) == 1 else "copies"
            note(f"{source_name(document.path)} counts once, with its {copies} {', '.join(names[:_COPIES])}{more}")


def _tell_stopped(ruleset: Ruleset) -> None:
    """On standard error, the rules that were given up because their pattern took too long."""
    from factcheck.claims import stopped_patterns

    for problem in stopped_patterns(ruleset):
        note(str(problem))


def _tell_unheeded(options: ScanOptions, format_: str) -> None:
    """On standard error, the options that the format does not heed."""
    asked = {
        "seen": options["seen"], "figures": options["figures"], "top": options["top"],
        "with-text": options["with_text"], "bom": options["bom"],
    }  # fmt: skip
    for name, heeding in HEEDED.items():
        if asked[name] and format_ not in heeding:
            where = "a table" if format_ == "table" else format_
            *most, last = heeding
            known = f"{', '.join(most)} and {last}" if most else last
            note(f"--{name} changes nothing in {where}; it is for {known}")


def exit_code(found: Scan, ruleset: Ruleset, *, exit_zero: bool = False) -> int:
    """2 broken rules, 3 something was not read, 1 something is left to review, else 0."""
    from factcheck.claims import stopped_patterns

    if ruleset.problems or stopped_patterns(ruleset):
        return 2
    if exit_zero:
        return 0
    return 3 if found.unread else int(bool(undecided(found)))


def undecided(found: Scan) -> tuple[Conflict, ...]:
    """The groups that are likely flags and that no person has decided on."""
    from factcheck.comparing import FLAGGED

    standings = found.standings or (None,) * len(found.questions)
    pairs = zip(found.questions, standings, strict=True)
    asking = ((c, standing) for c, standing in pairs if c.relation in FLAGGED and c.likely)
    return tuple(c for c, standing in asking if not (standing and standing.decided))
