"""Findings for a talk page of MediaWiki: headings, lists and quotes that show just what the articles say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.reports.findings.formats import title
from factcheck.reports.findings.model import Finding, Passage, Reading
from factcheck.reports.sides import some
from factcheck.reports.wikitable import escape


def render(found: Sequence[Finding]) -> str:
    """A heading a finding, its readings as a list, the quotes indented under them."""
    lines: list[str] = [] if found else [f"{title(found)}."]
    for finding in found:
        lines += _finding(finding)
    return "\n".join(lines).rstrip("\n") + "\n"


def _finding(finding: Finding) -> Iterator[str]:
    yield f"== {escape(finding.question)} =="
    yield escape(finding.reason)
    for reading in finding.readings:
        yield from _reading(reading)
    yield f"Confirmed by {escape(finding.confirmed_by)} on {finding.confirmed_on}."
    for note in finding.notes:
        yield f": {escape(note.by)}, {note.day}: {escape(note.text)}"
    yield ""


def _reading(reading: Reading) -> Iterator[str]:
    days = f", {reading.days}" if reading.days else ""
    yield f"* '''{escape(reading.words)}''' – {escape(some(reading.said_by))}{days}"
    for passage in reading.passages:
        before, words, after = passage.quote
        quoted = f"{escape(before, inside=True)}'''{escape(words, inside=True)}'''{escape(after, inside=True)}"
        yield f"** “{quoted}” ({_source(passage)})"


def _source(passage: Passage) -> str:
    parts = (passage.outlet, passage.title and f"“{passage.title}”", passage.published)
    told = [escape(part) for part in parts if part]
    return ", ".join([*told, passage.link or escape(passage.url or passage.place)])
