"""Findings in Markdown: pasteable into a story memo, an issue, a page of a wiki that reads Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.reports.findings.formats import title
from factcheck.reports.findings.model import Finding, Passage, Reading
from factcheck.reports.markdown import code, escape
from factcheck.reports.sides import some


def render(found: Sequence[Finding]) -> str:
    """A heading a finding; under it why, each reading with its quotes, who confirmed it, the notes."""
    lines = [f"# {title(found)}", ""]
    for n, finding in enumerate(found, 1):
        lines += _finding(n, finding)
    return "\n".join(lines).rstrip("\n") + "\n"


def _finding(n: int, finding: Finding) -> Iterator[str]:
    yield f"## {n}. {escape(finding.question)}"
    yield ""
    yield escape(finding.reason)
    yield ""
    for reading in finding.readings:
        yield from _reading(reading)
    yield ""
    yield f"Confirmed by {escape(finding.confirmed_by)} on {finding.confirmed_on}."
    for note in finding.notes:
        yield ""
        yield f"Note ({escape(note.by)}, {note.day}): {escape(note.text)}"
    yield ""


def _reading(reading: Reading) -> Iterator[str]:
    read = "" if reading.means == reading.words else f", read as {escape(reading.means)}"
    days = f", {reading.days}" if reading.days else ""
    yield f"- **{escape(reading.words)}**{read} — {escape(some(reading.said_by))}{days}"
    for passage in reading.passages:
        yield f"  - “{_quoted(passage)}” — {_source(passage)}"


def _quoted(passage: Passage) -> str:
    before, words, after = passage.quote
    return f"{escape(before)}**{escape(words)}**{escape(after)}"


def _source(passage: Passage) -> str:
    titled = f", “{escape(passage.title)}”" if passage.title else ""
    dated = f", {passage.published}" if passage.published else ""
    link = f", <{passage.link}>" if passage.link else ""
    return f"{escape(passage.outlet)}{titled}{dated}{link} ({code(passage.place)})"
