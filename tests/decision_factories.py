"""Marked texts to conflicts: a figure is written ``[12]``, ``[at least 12]``; texts of one group stand together."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from factcheck.claims import Claim
from factcheck.comparing import Conflict, Relation
from factcheck.context.model import Place, When
from factcheck.context.registry import Context
from factcheck.decisions import Log, Recorder, Review, review
from factcheck.documents import Document
from factcheck.figures import Figure
from factcheck.grouping import ClaimGroup, Link
from factcheck.intervals import Interval
from factcheck.quantities import Quantity
from factcheck.spans import Span

NOW = dt.datetime(2031, 5, 17, 9, 30, tzinfo=dt.UTC)
_WORDS = {"six": 6, "nine": 9, "twelve": 12, "fifteen": 15, "nineteen": 19}
_MARK = re.compile(r"\[(?P<text>[^\]@|]+)(\|(?P<group>\w+))?(@(?P<when>[\d-]+))?(@(?P<place>\w+))?\]")


@dataclass
class Clock:
    """A clock that a second passes on at each look."""

    now: dt.datetime = NOW

    def __call__(self) -> dt.datetime:
        self.now += dt.timedelta(seconds=1)
        return self.now


@dataclass(frozen=True)
class World:
    """Today's texts, as a scan would see them."""

    documents: tuple[Document, ...]
    figures: tuple[Figure, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for conflict in self.conflicts for claim in conflict.group.claims)

    def stand(self, log: Log, exists: Iterable[str] = ()) -> Review:
        there = {str(log.base / path) for path in exists}
        return review(
            self.conflicts, log, documents=self.documents, figures=self.figures, exists=lambda path: path in there
        )

    def said(self, log: Log) -> list[str]:
        """The standing of each conflict in one line: ``decided dismissed``, ``reopened dismissed: why``."""
        standings = self.stand(log).standings
        return [
            " ".join(filter(None, [s.state, s.decision.kind if s.decision else ""])) + (f": {s.why}" if s.why else "")
            for s in standings
        ]


def world(
    texts: Mapping[str, str],
    *,
    base: Path = Path(),
    claim: str | None = "casualties.killed",
    question: str = "How many people were killed?",
    relation: Relation = "conflict",
) -> World:
    """A scan of marked texts by path. Figures marked ``[12|B]`` are in group B, ``[12|_]`` alone, others in A."""
    documents: list[Document] = []
    figures: list[Figure] = []
    groups: dict[str, list[Figure]] = {}
    for path, marked in texts.items():
        document, found = _read(str(base / path), marked, len(documents) + 1)
        documents.append(document)
        for group, figure in found:
            figures.append(figure)
            if group != "_":
                groups.setdefault(group, []).append(figure)
    conflicts = [
        _conflict(name, [_claim(figure, claim, question) for figure in members], question, relation)
        for name, members in groups.items()
    ]
    return World(tuple(documents), tuple(figures), tuple(conflicts))


def recorder(by: str = "Ann", clock: Clock | None = None) -> Recorder:
    return Recorder(by, "rules0", clock or Clock())


def _read(path: str, marked: str, number: int) -> tuple[Document, list[tuple[str, Figure]]]:
    text, marks, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        marks.append((len(text), match))
        text += match["text"]
        last = match.end()
    text += marked[last:]
    sha = hashlib.sha256(text.encode()).hexdigest()
    document = Document(f"d{number}", path, text, sha, outlet=Path(path).stem.title(), published=NOW.date())
    return document, [(m["group"] or "A", _figure(document, at, m, n)) for n, (at, m) in enumerate(marks)]


def _figure(document: Document, at: int, match: re.Match[str], number: int) -> Figure:
    span = Span(at, at + len(match["text"]))
    digits = re.search(r"\d+", match["text"])
    value = Decimal(digits[0]) if digits else Decimal(_WORDS[match["text"].casefold()])
    hard = Interval(value, None) if match["text"].startswith("at least") else Interval.point(value)
    day = dt.date.fromisoformat(match["when"]) if match["when"] else None
    context = Context(
        when=When(day, day, match["when"]) if day else None, place=Place(match["place"]) if match["place"] else None
    )
    ends = [0, *(end.end() for end in re.finditer(r"[.!?]\s+", document.text)), len(document.text)]
    sentence = Span(max(end for end in ends if end <= at), min(end for end in ends if end > at))
    quantity = Quantity(span, span, (value,), hard, hard, "count")
    return Figure(f"{document.id}.f{number}", document, document.line(at), quantity, sentence, context)


def _claim(figure: Figure, claim: str | None, question: str) -> Claim:
    return Claim(figure, claim, None, question, (claim or question,))


def _conflict(name: str, claims: Sequence[Claim], question: str, relation: Relation) -> Conflict:
    links = tuple(Link(a, b, (), 0.9) for a, b in itertools.pairwise(claims))
    group = ClaimGroup(name, claims[0].type, question, tuple(claims), links, 0.9)
    bounds = claims[0].figure.quantity.hard
    return Conflict(group, relation, (), 0.5, bounds, len(claims), len(claims))
