"""The formats of findings: each a function from findings to text, its module imported when it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.errors import UsageError
from factcheck.marks import COMMENT
from factcheck.reports.findings.model import Finding


class Format(NamedTuple):
    """Where a format's ``render(findings) -> str`` lives, how its files end, and the line that marks them as ours.

    Without such a line they are known by how they begin.
    """

    module: str
    suffix: str
    mark: str = ""


FORMATS: Mapping[str, Format] = {
    "markdown": Format("factcheck.reports.findings.markdown", ".md", COMMENT),
    "html": Format("factcheck.reports.findings.page", ".html"),
    "csv": Format("factcheck.reports.findings.csvout", ".csv"),
    "json": Format("factcheck.reports.findings.jsonout", ".json"),
    "wikitext": Format("factcheck.reports.findings.wikitext", ".wiki", COMMENT),
}


def render(found: Sequence[Finding], format: str) -> str:  # noqa: A002 - the option's own name
    """The findings in the named format. Raises UsageError for an unknown one."""
    known = FORMATS.get(format)
    if known is None:
        raise UsageError(f'no format "{format}"', todo="choose one of " + ", ".join(FORMATS))
    text: str = importlib.import_module(known.module).render(found)
    return text


def report(found: Sequence[Finding], format: str) -> str:  # noqa: A002 - the option's own name
    """`render`, to be printed or kept: with the mark by which a scan knows it for a report, not an article."""
    return render(found, format) + FORMATS[format].mark


def title(found: Sequence[Finding]) -> str:
    """``2 confirmed conflicts``."""
    return f"{len(found) or 'No'} confirmed conflict{'' if len(found) == 1 else 's'}"
