"""What is new between two scans: conflicts that came, changed, or went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from factcheck.comparing import Conflict
from factcheck.decisions import Standing, needs_decision
from factcheck.reports import describe
from factcheck.reports.text import one_line, quote
from factcheck.scan import Scan

Kind = Literal["new", "changed", "decided", "gone"]
_Key = frozenset[tuple[str, str, str]]  # path, words and sentence of each figure: what a reader would call the same


@dataclass(frozen=True, slots=True)
class Report:
    """One thing that happened to a conflict."""

    kind: Kind
    conflict: Conflict
    standing: Standing


def news(before: Scan | None, now: Scan) -> list[Report]:
    """What a reader does not know yet, in the reader's order; of a first scan, everything to decide."""
    known = dict(_open(before)) if before else {}
    today = dict(_open(now))
    everywhere = {_key(conflict): (conflict, standing) for conflict, standing in _all(now)}
    made: list[Report] = []
    for key, (conflict, standing) in today.items():
        if key not in known:
            seen = any(key & other for other in known)
            made.append(Report("changed" if seen else "new", conflict, standing))
    for key, (conflict, standing) in known.items():
        if key in today or any(key & other for other in today):
            continue
        if key in everywhere and everywhere[key][1].decided:
            made.append(Report("decided", *everywhere[key]))
        else:
            made.append(Report("gone", conflict, standing))
    return made


def lines(report: Report) -> Iterator[str]:
    """A report in plain lines: what, why, and each side with its place."""
    conflict, standing = report.conflict, report.standing
    label = {"new": "NEW", "changed": "CHANGED", "decided": "DECIDED", "gone": "GONE"}[report.kind]
    yield f"{label} {describe.LABELS[conflict.relation].lower()}: {one_line(conflict.group.question)}"
    if report.kind == "gone":
        return
    if report.kind == "decided":
        yield f"  {describe.standing(standing)}"
        return
    if reason := describe.reason(conflict):
        yield f"  {reason}"
    if standing.why:
        yield f"  {describe.standing(standing)}"
    for claim in conflict.group.claims:
        yield f"  {describe.place(claim.figure)}: {quote(claim.figure, 160)}"


def _all(scan: Scan) -> Iterator[tuple[Conflict, Standing]]:
    standings = scan.standings or (Standing(),) * len(scan.conflicts)
    yield from zip(scan.conflicts, standings, strict=True)


def _open(scan: Scan) -> Iterator[tuple[_Key, tuple[Conflict, Standing]]]:
    for conflict, standing in _all(scan):
        if needs_decision(conflict, standing):
            yield _key(conflict), (conflict, standing)


def _key(conflict: Conflict) -> _Key:
    figures = (claim.figure for claim in conflict.group.claims)
    return frozenset((f.document.path, f.text, " ".join(f.sentence_text.split())) for f in figures)
