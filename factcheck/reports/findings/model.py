"""What a finding holds, and which conflicts of a scan are findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.comparing import Conflict, Relation
from factcheck.decisions import Decision, Standing
from factcheck.figures import Figure
from factcheck.reports import describe
from factcheck.reports.sides import Side, short_reading, sides
from factcheck.reports.text import Quote, one_line, quote, source_name
from factcheck.scan import Scan

_LINK = re.compile(r"""https?://[^\s<>\\`|"'{}\[\]]+""")
QUOTE = 400  # characters of a sentence around its figure


@dataclass(frozen=True, slots=True)
class Passage:
    """One place where a reading stands: its source, as an editor opens it, and its sentence."""

    outlet: str
    title: str | None
    published: str | None  # a day as 2031-05-03
    url: str | None
    path: str
    line: int
    speaker: str | None  # whom the text names as saying so; None: the outlet in its own voice
    quote: Quote

    @property
    def place(self) -> str:
        return f"{self.path}:{self.line}"

    @property
    def link(self) -> str | None:
        """The address, where it is one that can stand in any markup and be only an address."""
        return self.url if self.url and _LINK.fullmatch(self.url) else None


@dataclass(frozen=True, slots=True)
class Reading:
    """One side of a finding: a number as first written, how it is read, who says so, the days it is about."""

    words: str
    means: str
    speakers: tuple[str, ...]
    days: str
    passages: tuple[Passage, ...]

    @property
    def said_by(self) -> tuple[str, ...]:
        """The people and bodies that the texts name, or else the outlets themselves."""
        return self.speakers or tuple(dict.fromkeys(passage.outlet for passage in self.passages))


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote on it, and when."""

    by: str
    day: str
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A confirmed conflict; ``notes`` are oldest first, the one given with the confirmation among them."""

    id: str  # of the decision: `factcheck decisions show` knows it
    question: str
    claim: str | None
    relation: Relation
    reason: str
    readings: tuple[Reading, ...]
    confirmed_by: str
    confirmed_on: str
    notes: tuple[Note, ...]


def findings(scan: Scan) -> tuple[Finding, ...]:
    """The conflicts of a scan that stand confirmed today, in the reader's order."""
    return tuple(_finding(conflict, standing, by) for conflict, standing, by in _confirmed(scan) if standing.decided)


def open_again(scan: Scan) -> tuple[tuple[str, str], ...]:
    """The questions that were confirmed and are open again, each with why: they are no findings until decided."""
    pairs = _confirmed(scan)
    return tuple((conflict.group.question, at.why or "") for conflict, at, _ in pairs if not at.decided)


def _confirmed(scan: Scan) -> Iterator[tuple[Conflict, Standing, Decision]]:
    """Each conflict whose last word is a confirmation, whether or not it still covers the texts."""
    for conflict, standing in zip(scan.questions, scan.standings, strict=False):
        if standing.decision is not None and standing.decision.kind == "confirmed":
            yield conflict, standing, standing.decision


def _finding(conflict: Conflict, standing: Standing, decision: Decision) -> Finding:
    return Finding(
        id=decision.id,
        question=one_line(conflict.group.question),
        claim=conflict.group.type,
        relation=conflict.relation,
        reason=describe.reason(conflict),
        readings=tuple(map(_reading, sides(conflict))),
        confirmed_by=one_line(decision.by),
        confirmed_on=decision.day,
        notes=tuple(
            Note(one_line(each.by), each.day, one_line(each.note))
            for each in sorted((*standing.history, *standing.notes), key=lambda each: (each.at, each.id))
            if each.note.strip()
        ),
    )


def _reading(side: Side) -> Reading:
    return Reading(
        words=describe.words(side.first),
        means=short_reading(side.first),
        speakers=tuple(describe.speakers(side.figures)),
        days=describe.days(side.figures),
        passages=tuple(map(_passage, side.figures)),
    )


def _passage(figure: Figure) -> Passage:
    document = figure.document
    return Passage(
        outlet=describe.outlet(document),
        title=one_line(document.title) if document.title else None,
        published=document.published.isoformat() if document.published else None,
        url=one_line(document.url) if document.url else None,
        path=source_name(document.path),
        line=figure.line,
        speaker=describe.source(figure) if figure.context.speaker else None,
        quote=quote(figure, QUOTE),
    )
