"""What the html report shows, made ready for its templates: cards for the groups, lines for the documents' texts."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from factcheck.claims import Claim
from factcheck.comparing import FLAGGED, Comparison, Conflict, Relation
from factcheck.decisions.model import Standing
from factcheck.documents import Document
from factcheck.figures import Figure
from factcheck.grouping import Link
from factcheck.quantities import Seen
from factcheck.reports import describe, plots
from factcheck.reports.text import Quote, one_line, quote
from factcheck.scan import Scan
from factcheck.spans import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")

_UNDECIDED = Standing()


@dataclass(frozen=True)
class Names:
    """How the report names documents and places: without the folder that all documents share."""

    documents: tuple[Document, ...] = ()

    @cached_property
    def _folder(self) -> str:
        folders = [re.split(r"(?<=[/\\])", document.path)[:-1] for document in self.documents]
        shared = itertools.takewhile(lambda parts: len(set(parts)) == 1, zip(*folders, strict=False))
        return one_line("".join(parts[0] for parts in shared))

    def place(self, figure: Figure) -> str:
        """``file:line``."""
        return describe.place(figure).removeprefix(self._folder)

    def listed(self, ids: Collection[str]) -> str:
        """Documents by their outlets, or by their files where they share one: ``Tarn Herald and Coast Wire``."""
        documents = [document for document in self.documents if document.id in ids]
        names = [describe.outlet(document) for document in documents]
        if len(set(names)) < len(names):
            names = [one_line(document.path).removeprefix(self._folder) for document in documents]
        return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


_NO_NAMES = Names()


@dataclass(frozen=True)
class Card:
    """One group of figures as the report shows it. ``order`` is its place in the reader's order."""

    conflict: Conflict
    order: int
    standing: Standing = _UNDECIDED
    names: Names = _NO_NAMES

    @property
    def id(self) -> str:
        return self.conflict.group.id

    @property
    def relation(self) -> Relation:
        return self.conflict.relation

    @property
    def flagged(self) -> bool:
        return self.relation in FLAGGED

    @property
    def undecided(self) -> bool:
        return self.flagged and not self.standing.decided

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The pair that decides the verdict first, then the others in text order."""
        deciding = self.comparison
        pair = (deciding.a, deciding.b) if deciding else ()
        return tuple({claim.figure.id: claim for claim in (*pair, *self.conflict.group.claims)}.values())

    @property
    def type(self) -> str:
        return self.conflict.group.type or "other"

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(describe.outlet(claim.figure.document) for claim in self.claims))

    @cached_property
    def number_line(self) -> plots.NumberLine | None:
        return plots.number_line(self.conflict)

    @cached_property
    def timeline(self) -> plots.Timeline | None:
        return plots.timeline(self.conflict)

    @property
    def comparison(self) -> Comparison | None:
        return describe.deciding(self.conflict)

    @property
    def latest(self) -> str:
        """The latest day a figure of the group is about, for sorting."""
        return max((day.isoformat() for claim in self.claims if (day := describe.day(claim.figure))), default="")

    @cached_property
    def weakest(self) -> Link | None:
        """The link that the group hangs on: the least sure one."""
        return min(self.conflict.group.links, key=lambda link: link.probability, default=None)

    @property
    def waterfall(self) -> tuple[plots.Weight, ...]:
        return plots.waterfall(self.weakest) if self.weakest else ()


class Piece(NamedTuple):
    """A run of a document's line: plain text, a figure, or something seen that is no figure."""

    text: str
    figure: Figure | None = None
    seen: Seen | None = None
    first: bool = True  # of a figure that runs over a line's end, only the first piece is its anchor


class Line(NamedTuple):
    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Sheet:
    """A document's text with every figure marked."""

    document: Document
    figures: tuple[Figure, ...]
    seen: tuple[Seen, ...]
    cards: Mapping[str, Card]  # by the id of a figure

    @property
    def lines(self) -> Iterator[Line]:
        """The lines that hold text; numbered as an editor numbers them."""
        marks = _marks(self.figures, self.seen)
        at = 0
        for n, match in enumerate(_LINE.finditer(self.document.text), 1):
            text = match.group().rstrip("\r\n")
            while at < len(marks) and marks[at][0].stop <= match.start():
                at += 1
            if text.strip():
                span = Span(match.start(), match.start() + len(text))
                yield Line(n, tuple(_pieces(self.document.text, span, marks, at)))


_Marked = tuple[Span, Figure | None, Seen | None]


def _marks(figures: Sequence[Figure], seen: Sequence[Seen]) -> list[_Marked]:
    """What is marked, in text order, cut so that nothing overlaps: a figure goes before what was only seen."""
    wanted: list[_Marked] = [(figure.quantity.span, figure, None) for figure in figures]
    wanted += [(item.span, None, item) for item in seen]
    wanted.sort(key=lambda mark: (mark[0].start, mark[1] is None, mark[0].stop))
    kept: list[_Marked] = []
    end = 0
    for span, figure, item in wanted:
        if span.start >= end or figure is not None:
            kept.append((Span(max(span.start, end), max(span.stop, end)), figure, item))
            end = max(end, span.stop)
    return kept


def _pieces(text: str, line: Span, marks: Sequence[_Marked], at: int) -> Iterator[Piece]:
    position = line.start
    while at < len(marks) and marks[at][0].start < line.stop:
        span, figure, seen = marks[at]
        start, stop = max(span.start, line.start), min(span.stop, line.stop)
        if start > position:
            yield Piece(text[position:start])
        yield Piece(text[start:stop], figure, seen, first=span.start >= line.start)
        position, at = max(position, stop), at + 1
    if position < line.stop:
        yield Piece(text[position : line.stop])


@dataclass(frozen=True)
class Page:
    """All of the report."""

    scan: Scan
    cards: tuple[Card, ...]
    sheets: tuple[Sheet, ...]

    @property
    def open_cards(self) -> tuple[Card, ...]:
        """Those a person still has to look at."""
        return tuple(card for card in self.cards if card.undecided)

    @property
    def other_cards(self) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if not card.undecided)

    @property
    def tally(self) -> Mapping[Relation, int]:
        return {relation: n for relation, n in describe.tally(self.scan).items() if n}

    @property
    def types(self) -> tuple[str, ...]:
        return tuple(sorted({card.type for card in self.cards}))

    @property
    def outlets(self) -> tuple[str, ...]:
        return tuple(sorted({outlet for card in self.cards for outlet in card.outlets}))

    @property
    def standing_alone(self) -> int:
        """How many figures answer a question that no other figure answers."""
        return len(self.scan.figures) - len({claim.figure.id for card in self.cards for claim in card.claims})


def page(scan: Scan, *, seen: bool = False) -> Page:
    """The report of a scan; with ``seen`` the texts also mark what was taken for no figure."""
    standings = describe.standings(scan)
    ordered = describe.ordered(scan)
    names = Names(scan.documents)
    cards = tuple(Card(c, n, standings.get(c.group.id, _UNDECIDED), names) for n, c in enumerate(ordered))
    return Page(scan, cards, tuple(_sheets(scan, cards, seen=seen)))


def _sheets(scan: Scan, cards: Sequence[Card], *, seen: bool) -> Iterator[Sheet]:
    figures: dict[str, list[Figure]] = {}
    passed: dict[str, list[Seen]] = {}
    for figure in scan.figures:
        figures.setdefault(figure.document.id, []).append(figure)
    for document, item in scan.seen if seen else ():
        passed.setdefault(document.id, []).append(item)
    of_figure = {claim.figure.id: card for card in reversed(cards) for claim in card.claims}
    for document in scan.documents:
        yield Sheet(document, tuple(figures.get(document.id, ())), tuple(passed.get(document.id, ())), of_figure)


def quoted(figure: Figure) -> Quote:
    """The sentence as the report quotes it."""
    return quote(figure, 900)


def details(figure: Figure) -> tuple[str, ...]:
    """How a figure is read, in short pieces: its reading, what is counted and done, its scope and its standing."""
    context = figure.context
    parts = ["read as " + describe.reading(figure.quantity)]
    if context.counted:
        parts.append(one_line(context.counted.text) + (f" ({context.action.lemma})" if context.action else ""))
    if context.when:
        parts.append(_days(figure))
    if context.place:
        parts.append("in " + one_line(context.place.name))
    if context.modality != "actual":
        parts.append(context.modality)
    if context.polarity == "denied":
        parts.append("denied")
    if context.aggregation:
        parts.append(context.aggregation.replace("_", " "))
    if context.voice != "body":
        parts.append(context.voice)
    return tuple(parts)


def _days(figure: Figure) -> str:
    when = figure.context.when
    if when is None:
        return ""
    if when.start == when.stop:
        return f"on {when.start}"
    return f"from {when.start} to {when.stop}"
