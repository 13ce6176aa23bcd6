"""``factcheck explain``: why a number is read as it is."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.output import write_bytes
from factcheck.cli.progress import ProgressLine
from factcheck.cli.settings import read_options
from factcheck.cli.shared import color_wanted, published_option, rules_option, tell_rules
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.documents import Document
    from factcheck.explain import Trace
    from factcheck.ruleset import Ruleset
    from factcheck.scan import Scan

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::\d+)?")

_LONGEST_NUMBER = 12  # digits


@click.command()
@click.argument("what")
@click.argument("paths", nargs=-1)
@rules_option
@published_option
@click.option("--tree", is_flag=True, help="Draw how the sentence is read: its clauses and the path from each number.")
@click.option("--width", type=click.IntRange(min=40), help="Columns; default: the terminal's.")
def explain(
    what: str, paths: tuple[str, ...], rules: tuple[Path, ...], published: dt.date | None, tree: bool, width: int | None
) -> None:
    """Show what every number in a sentence was read as, and why.

    WHAT is a sentence, or FILE:LINE. For a line, the figures of PATHS (else of the file's folder) are grouped with
    it, to show which group each of its numbers went to.
    """
    from factcheck.reports.explained import render
    from factcheck.ruleset import default_folders, load_ruleset, with_tolerances

    ruleset = with_tolerances(load_ruleset(*default_folders(*rules)), read_options().tolerances)
    tell_rules(ruleset)
    place = _PLACE.fullmatch(what)
    if place and _is_file(place["path"]):
        traces = _line(Path(place["path"]), _number(place["line"]), paths, ruleset, published)
    elif _is_file(what):
        raise UsageError("which line of it?", where=what, todo=f"add :LINE, as in {what}:1")
    elif place and not re.search(r"\s", what):
        raise UsageError("no such file", where=place["path"], todo="check the path, or put a sentence in quotes")
    else:
        from factcheck.explain import explain_text

        if tree:
            from factcheck.reports.tree import draw_tree

            write_bytes(draw_tree(what, ruleset.vocabulary).encode("utf-8", "replace"))
            return

        traces = explain_text(what, ruleset, published=published)
    bold = _bold if color_wanted(sys.stdout) else str
    width = width or shutil.get_terminal_size((80, 24)).columns
    write_bytes(render(traces, ruleset, width, bold).encode("utf-8", "replace"))


def _bold(text: str) -> str:
    return f"\x1b[1m{text}\x1b[0m"


def _number(digits: str) -> int:
    """A line's number; one of more digits than any file has lines is past them all."""
    return int(digits) if len(digits) < _LONGEST_NUMBER else 10**_LONGEST_NUMBER


def _is_file(words: str) -> bool:
    """Whether the words are the path of a file; a sentence may be too long to be one."""
    try:
        return Path(words).is_file()
    except (OSError, ValueError):
        return False


def _line(
    path: Path, line: int, paths: tuple[str, ...], ruleset: Ruleset, published: dt.date | None
) -> tuple[Trace, ...]:
    from factcheck.explain import explain_line
    from factcheck.scan import scan

    around = paths or (str(path.parent),)
    with ProgressLine(sys.stderr) as progress:
        found = scan((str(path), *around), ruleset, options=read_options(published), progress=progress, strict=False)
    return explain_line(found, _document(found, path, line), line, ruleset)


def _document(found: Scan, path: Path, line: int) -> Document:
    """The document of a file that has a line; a text may hold several, and a document may lie in several files."""
    real = _as_told(path)
    held = [document for document in found.documents if Path(document.file).resolve() == real]
    if not held:
        raise _not_held(found, path)
    here = next((each for each in held if each.line(0) <= line <= each.line(len(each.text))), None)
    if here is None:
        last = max(document.line(len(document.text)) for document in held)
        if 1 <= line <= last:
            raise UsageError(f"line {line} is in none of its articles", where=str(path), todo="name one that is")
        raise UsageError(f"there is no line {line}", where=str(path), todo=f"its last line is {last}")
    return here


def _not_held(found: Scan, path: Path) -> UsageError:
    real = _as_told(path)
    for document in found.documents:
        if any(Path(copy.path).resolve() == real for copy in document.copies):
            what = f"the same document as {document.path}, and counted once with it"
            return UsageError(what, where=str(path), todo="explain a line of that one")
    why = next((problem.why for problem in found.unread if Path(problem.path).resolve() == real), "not read")
    return UsageError(why, where=str(path))


def _as_told(path: Path) -> Path:
    """A path with its name as documents tell theirs, which may be no text."""
    from factcheck.documents import printable_path

    return Path(printable_path(str(path))).resolve()
