"""Reports: each a function from a Scan and `Options` to text, known by the name of its format.

A new format is one line in `FORMATS` and one module with a function ``render(scan, options) -> str``; the module is
imported only when its format is asked for.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.marks import COMMENT, LINE

if TYPE_CHECKING:
    from factcheck.scan import Scan


@dataclass(frozen=True, slots=True)
class Options:
    """What a reader may ask of a report; each format heeds what concerns it."""

    everything: bool = False  # also the claims that agree
    figures: bool = False  # the table of all figures instead of the conflicts
    seen: bool = False  # also what holds digits and is no figure
    with_text: bool = False  # the texts of the documents too
    width: int = 80
    color: bool = False
    top: int = 0  # only so many of the most serious; 0: all
    paths: tuple[str, ...] = ()  # what was scanned, for the commands that a report names
    bom: bool = False  # a byte-order mark, for spreadsheets


@dataclass(frozen=True, slots=True)
class Format:
    """A report format: where its ``render`` lives, and one line of help."""

    name: str
    module: str
    help: str
    suffix: str
    mark: str = ""  # the line that ends it, by which it is known for a report; without one, by how it begins


FORMATS: Mapping[str, Format] = {
    known.name: known
    for known in (
        Format("table", "factcheck.reports.table", "tables for the terminal", ".txt", f"\n{LINE}\n"),
        Format("json", "factcheck.reports.jsonout", "one JSON object, see `factcheck schema`", ".json"),
        Format("jsonl", "factcheck.reports.jsonl", "one JSON object a line", ".jsonl"),
        Format("markdown", "factcheck.reports.markdown", "tables that paste into GitHub and wikis", ".md", COMMENT),
        Format("wikitable", "factcheck.reports.wikitable", "tables for MediaWiki", ".wiki", COMMENT),
        Format("csv", "factcheck.reports.csvout", "one row a figure, for spreadsheets", ".csv"),
        Format("html", "factcheck.reports.html", "one self-contained page", ".html"),
        Format("sarif", "factcheck.reports.sarif", "for code scanning", ".sarif"),
        Format("github", "factcheck.reports.github", "annotations for GitHub Actions", ".txt", f"::debug::{LINE}\n"),
    )
}


def render(scan: Scan, format: str, options: Options | None = None) -> str:  # noqa: A002 - the option's own name
    """The report of a scan in the named format. Raises UsageError for an unknown one."""
    known = FORMATS.get(format)
    if known is None:
        raise UsageError(f'no format "{format}"', todo="choose one of " + ", ".join(FORMATS))
    module = importlib.import_module(known.module)
    text: str = module.render(scan, options or Options())
    return text


def report(scan: Scan, format: str, options: Options | None = None) -> str:  # noqa: A002 - the option's own name
    """`render`, to be printed or kept: with the mark by which a later scan knows it for a report, not an article."""
    return render(scan, format, options) + FORMATS[format].mark
