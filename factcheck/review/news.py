"""What is new between two scans: conflicts that came, changed, or went."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.claims import Claim
from factcheck.comparing import SERIOUSNESS, Conflict
from factcheck.decisions import Standing, needs_decision
from factcheck.figures import Figure
from factcheck.reports import describe
from factcheck.reports.text import one_line, quote
from factcheck.scan import Scan

Kind = Literal["new", "changed", "decided", "gone"]
_Figure = tuple[str, str, str]  # path, words and sentence: what a reader would call the same
_Key = frozenset[_Figure]


@dataclass(frozen=True, slots=True)
class Report:
    """One thing that happened to a conflict; ``fresh`` are the figures that a changed one did not have before."""

    kind: Kind
    conflict: Conflict
    standing: Standing
    fresh: tuple[Claim, ...] = ()


def news(before: Scan | None, now: Scan) -> list[Report]:
    """What a reader does not know yet, in the reader's order; of a first scan, everything to decide."""
    known = dict(_open(before)) if before else {}
    today = dict(_open(now))
    everywhere = {_key(conflict): (conflict, standing) for conflict, standing in _all(now)}
    made: list[Report] = []
    for key, (conflict, standing) in today.items():
        if key not in known:
            seen = frozenset[_Figure]().union(*(other for other in known if key & other))
            fresh = tuple(claim for claim in conflict.group.claims if seen and _figure(claim.figure) not in seen)
            made.append(Report("changed" if seen else "new", conflict, standing, fresh))
    for key, (conflict, standing) in known.items():
        if key in today or any(key & other for other in today):
            continue
        if key in everywhere and everywhere[key][1].decided:
            made.append(Report("decided", *everywhere[key]))
        else:
            made.append(Report("gone", conflict, standing))
    return made


def lines(report: Report, width: int = 80) -> Iterator[str]:
    """A report in lines of ``width``: what, why, and each side with its place, its speaker and its number in brackets.

    Of a changed conflict the figures that came stand first, marked with a plus, and the reason is one of theirs.
    """
    conflict, standing = report.conflict, report.standing
    label = {"new": "NEW", "changed": "CHANGED", "decided": "DECIDED", "gone": "GONE"}[report.kind]
    yield from _wrapped(
        f"{label} {describe.LABELS[conflict.relation].lower()}: {one_line(conflict.group.question)}", width
    )
    if report.kind == "gone":
        return
    if report.kind == "decided":
        yield from _wrapped(describe.standing(standing), width, "  ")
        return
    if reason := _reason(report):
        yield from _wrapped(reason, width, "  ")
    if standing.why:
        yield from _wrapped(describe.standing(standing), width, "  ")
    fresh = {claim.figure.id for claim in report.fresh}
    for claim in _sides(conflict, report.fresh):
        yield from _wrapped(_side(claim.figure), width, "+ " if claim.figure.id in fresh else "  ")


def _reason(report: Report) -> str:
    """The reason of the most serious comparison with a figure that came; else that of the whole."""
    fresh = {claim.figure.id for claim in report.fresh}
    theirs = [each for each in report.conflict.comparisons if {each.a.figure.id, each.b.figure.id} & fresh]
    if not theirs:
        return describe.reason(report.conflict)
    return one_line(min(theirs, key=lambda each: SERIOUSNESS.index(each.relation)).reason)


def _sides(conflict: Conflict, fresh: Sequence[Claim]) -> Iterator[Claim]:
    """What came first, then the two that decide, then the rest."""
    deciding = conflict.deciding
    ordered = (*fresh, *((deciding.a, deciding.b) if deciding else ()), *conflict.group.claims)
    yield from {claim.figure.id: claim for claim in ordered}.values()


def _side(figure: Figure) -> str:
    said = quote(figure, 160)
    return f"{describe.place(figure)}: {describe.source(figure)}: “{said.before}[{said.words}]{said.after}”"


def _wrapped(text: str, width: int, start: str = "") -> list[str]:
    indent = " " * (len(start) + 2 * bool(start))
    return textwrap.wrap(
        text,
        max(width, 20),
        initial_indent=start,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _all(scan: Scan) -> Iterator[tuple[Conflict, Standing]]:
    standings = scan.standings or (Standing(),) * len(scan.questions)
    yield from zip(scan.questions, standings, strict=True)


def _open(scan: Scan) -> Iterator[tuple[_Key, tuple[Conflict, Standing]]]:
    for conflict, standing in _all(scan):
        if needs_decision(conflict, standing):
            yield _key(conflict), (conflict, standing)


def _key(conflict: Conflict) -> _Key:
    return frozenset(_figure(claim.figure) for claim in conflict.group.claims)


def _figure(figure: Figure) -> _Figure:
    return figure.document.path, figure.text, " ".join(figure.sentence_text.split())
