"""What the html report shows, made ready for its templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.comparing import Relation
from factcheck.figures import Figure
from factcheck.quantities import Seen
from factcheck.reports import describe
from factcheck.reports.cards import UNDECIDED, Card, Names
from factcheck.reports.fingerprint import lasting
from factcheck.reports.matrix import Matrix, Tally, matrix, tallies
from factcheck.reports.overview import WORST, Chapter, Row, overview
from factcheck.reports.sheets import Sheet
from factcheck.reports.text import one_line
from factcheck.scan import Scan

_AGGREGATIONS = {"event": "of one event", "total": "running total", "increment": "in addition"}


@dataclass(frozen=True)
class Page:
    """All of the report."""

    scan: Scan
    cards: tuple[Card, ...]
    sheets: tuple[Sheet, ...]
    chapters: tuple[Chapter, ...] = ()

    def matrix(self, chapter: Chapter) -> Matrix | None:
        """What the sources of a story say to its questions."""
        return matrix(chapter.story, self.scan)

    @property
    def worst(self) -> tuple[Row, ...]:
        """The most serious of all, where they belong to several stories and so may stand far down the overview."""
        rows = sorted((row for chapter in self.chapters for row in chapter.rows), key=lambda row: row.rank)[:WORST]
        beside = len(self.chapters) > 1 and tuple(rows) != self.chapters[0].rows[:WORST]
        return tuple(rows) if beside else ()

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """How often each outlet is with the rest and how often apart."""
        return tallies(self.scan)

    @property
    def open_cards(self) -> tuple[Card, ...]:
        """Those a person still has to look at."""
        return tuple(card for card in self.cards if card.undecided)

    @property
    def confirmed_cards(self) -> tuple[Card, ...]:
        """Those of which a person said that they are conflicts: they stand."""
        return tuple(card for card in self.cards if card.confirmed)

    @property
    def other_cards(self) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if not card.undecided and not card.confirmed)

    @property
    def tally(self) -> Mapping[Relation, int]:
        return {relation: n for relation, n in describe.tally(self.scan).items() if n}

    @property
    def decided(self) -> int:
        """How many of those to look at a person has decided."""
        return sum(card.flagged and card.standing.decided for card in self.cards)

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
    keys = lasting(ordered)
    cards = tuple(
        Card(c, n, standings.get(c.group.id, UNDECIDED), names, key)
        for n, (c, key) in enumerate(zip(ordered, keys, strict=True))
    )
    return Page(scan, cards, tuple(_sheets(scan, cards, names, seen=seen)), overview(scan))


def _sheets(scan: Scan, cards: Sequence[Card], names: Names, *, seen: bool) -> Iterator[Sheet]:
    figures: dict[str, list[Figure]] = {}
    passed: dict[str, list[Seen]] = {}
    for figure in scan.figures:
        figures.setdefault(figure.document.id, []).append(figure)
    for document, item in scan.seen if seen else ():
        passed.setdefault(document.id, []).append(item)
    of_figure = {claim.figure.id: card for card in reversed(cards) for claim in card.claims}
    for document in scan.documents:
        own, other = tuple(figures.get(document.id, ())), tuple(passed.get(document.id, ()))
        yield Sheet(document, own, other, of_figure, names.path(document))


def details(figure: Figure) -> tuple[str, ...]:
    """How a figure is read, in short pieces: its reading, what is counted and done, its scope and its standing."""
    context = figure.context
    parts = ["read as " + describe.reading(figure.quantity)]
    if context.counted:
        parts.append(one_line(context.counted.text) + (f" ({context.action.lemma})" if context.action else ""))
    if context.when:
        parts.append(describe.about(context.when))
    if context.place:
        parts.append("in " + one_line(context.place.name))
    parts += describe.told_as(figure)
    if context.aggregation:
        parts.append(_AGGREGATIONS.get(context.aggregation, context.aggregation.replace("_", " ")))
    if context.voice != "body":
        parts.append(context.voice)
    return tuple(parts)
