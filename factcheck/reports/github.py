"""Annotations for GitHub Actions: workflow commands that put each conflict beside the line it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.comparing import Conflict, Relation
from factcheck.documents import Unread
from factcheck.figures import Figure
from factcheck.reports import Options, describe
from factcheck.reports.causes import step
from factcheck.reports.text import one_line, visible
from factcheck.scan import Scan

_COMMANDS: Mapping[Relation, str] = {"conflict": "error", "disputed": "warning", "check": "notice"}


def render(scan: Scan, options: Options) -> str:  # noqa: ARG001 - every report takes options
    """One command a group to look at, on the figure that its verdict starts from; dismissed groups are left out."""
    lines = [_command(conflict) for conflict in describe.undecided(scan)]
    lines += [_command(conflict, "Confirmed: ") for conflict in describe.confirmed(scan)]
    lines += [_warning(problem) for problem in scan.unread]
    return "".join(line + "\n" for line in lines)


def _warning(problem: Unread) -> str:
    line = "" if problem.line is None else f",line={problem.line}"
    return f"::warning file={_property(problem.path)}{line},title=Not read::{_message(problem.why)}"


def _command(conflict: Conflict, standing: str = "") -> str:
    deciding = conflict.deciding
    figure = (deciding.a if deciding else conflict.group.claims[0]).figure
    lines = figure.document.lines
    start, stop = figure.quantity.span
    properties = {
        "file": figure.document.file,
        "line": str(lines.line(start)),
        "endLine": str(lines.line(stop)),
        "col": str(lines.column(start)),
        "endColumn": str(lines.column(stop)),
        "title": f"{standing}{describe.LABELS[conflict.relation]}: {one_line(conflict.group.question)}",
    }
    if figure.document.location != "line":  # lines of what was extracted are no lines of the file
        del properties["line"], properties["endLine"], properties["col"], properties["endColumn"]
    elif properties["line"] != properties["endLine"]:  # GitHub takes columns only within one line
        del properties["col"], properties["endColumn"]
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = "\n".join([*filter(None, (describe.reason(conflict), step(conflict))), *_figures(conflict, figure)])
    return f"::{_COMMANDS[conflict.relation]} {given}::{_message(text)}"


def _figures(conflict: Conflict, first: Figure, most: int = 8) -> Iterator[str]:
    """The other figures of the group, a line each; what says the same on the same line is told once."""
    figures = (claim.figure for claim in conflict.group.claims if claim.figure.id != first.id)
    others = list(dict.fromkeys(map(_figure, figures)))
    yield from others[:most]
    if len(others) > most:
        yield f"and {len(others) - most} more"


def _figure(figure: Figure) -> str:
    return f"{describe.place(figure)}: {describe.words(figure)} ({describe.source(figure)})"


def _message(text: str) -> str:
    """Text as the data of a workflow command."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
