"""The answer at first sight: one row for each question, under the story it belongs to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.comparing import FLAGGED, Comparison, Conflict
from factcheck.context.model import written_days
from factcheck.figures import Figure
from factcheck.intervals import Interval
from factcheck.quantities import Quantity
from factcheck.reports import describe, plots, stories, wheres
from factcheck.reports.stories import Story
from factcheck.reports.text import one_line
from factcheck.scan import Scan

WORST = 3  # questions that are told first, whatever their stories
_NAME = 34  # characters of a speaker's name


@dataclass(frozen=True, slots=True)
class Row:
    """One question to look at. ``rank`` is its place among all of them, 1 for the first."""

    rank: int
    conflict: Conflict

    @property
    def question(self) -> str:
        return one_line(self.conflict.group.question)

    @property
    def spread(self) -> str:
        return spread(self.conflict)

    @property
    def against(self) -> str:
        return against(self.conflict)

    @property
    def told(self) -> tuple[str, ...]:
        """The same in a line: no range where the two that disagree are its ends, no day that the question names."""
        days = self.days
        return tuple(filter(None, (_besides(self.conflict), self.against, "" if days in self.question else days)))

    @property
    def days(self) -> str:
        """The days of all figures, as people write them: ``15 – 18 April 2017``."""
        spans = [span for claim in self.conflict.group.claims if (span := describe.span(claim.figure))]
        return written_days(min(start for start, _ in spans), max(stop for _, stop in spans)) if spans else ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A story with the rows that are to look at in it."""

    story: Story
    rows: tuple[Row, ...]

    @property
    def about(self) -> str:
        """``7 documents, 3 to look at, 1 maybe``."""
        sure = len(self.rows) - self.maybe
        told = [f"{sure} to look at" if sure else "", f"{self.maybe} maybe" if self.maybe else ""]
        return ", ".join(filter(None, (describe.count(len(self.story.documents), "document"), *told)))

    @property
    def maybe(self) -> int:
        """How many of the rows are but a maybe."""
        return sum(not row.conflict.likely for row in self.rows)


def overview(scan: Scan) -> tuple[Chapter, ...]:
    """The stories that have something to look at, the most serious first; what is decided is left out."""
    ranks = {conflict.group.id: n for n, conflict in enumerate(describe.undecided(scan), 1)}
    chapters = []
    for story in stories.stories(scan):
        rows = (
            Row(ranks[conflict.group.id], conflict)
            for conflict in story.conflicts
            if conflict.relation in FLAGGED and conflict.group.id in ranks
        )
        if found := tuple(sorted(rows, key=lambda row: row.rank)):
            chapters.append(Chapter(story, found))
    return tuple(sorted(chapters, key=lambda chapter: chapter.rows[0].rank))


def spread(conflict: Conflict) -> str:
    """From the lowest number to the highest, and the one that most documents give: ``20 – 126, mostly 112``."""
    figures = [claim.figure for claim in conflict.group.claims]
    _, drawn, _ = plots.in_one_unit(figures)
    numbers = [
        (value, figure, quantity) for figure, quantity in drawn if not quantity.vague for value in _values(quantity)
    ]
    known = [*numbers, *_beyond(drawn, [value for value, _, _ in numbers])]
    if not known:
        return ""
    low, high = min(known, key=lambda each: each[0]), max(known, key=lambda each: each[0])
    mostly = _mostly(drawn)
    most = f", mostly {_worded(mostly, drawn[0][1])}" if mostly is not None and low[0] != high[0] else ""
    return _ends(low, high, drawn[0][1]) + most


def _besides(conflict: Conflict) -> str:
    """What the `spread` tells beside the numbers of the pair that disagrees: ``mostly 230,000``, else all of it."""
    pair = conflict.deciding
    quantities = [claim.figure.quantity for claim in conflict.group.claims]
    if pair is None or any(quantity.vague for quantity in quantities):
        return spread(conflict)
    two = {value for claim in (pair.a, pair.b) for value in _values(claim.figure.quantity)}
    if any(value not in two for quantity in quantities for value in _values(quantity)):
        return spread(conflict)
    return spread(conflict).partition(", ")[2] if len(quantities) > len(two) else ""


_End = tuple[Decimal, Figure, Quantity]


def _beyond(drawn: Sequence[tuple[Figure, Quantity]], numbers: Sequence[Decimal]) -> Iterator[_End]:
    """The ends of vague words that lie below or above all numbers: "dozens" is no end of "20 – 126"."""
    for figure, quantity in drawn:
        ends = _values(quantity) if quantity.vague else ()
        if ends and (not numbers or max(ends) < min(numbers) or min(ends) > max(numbers)):
            yield from ((value, figure, quantity) for value in ends)


def _ends(low: _End, high: _End, first: Quantity) -> str:
    """The lowest and the highest number in one unit; where one of them is a vague word, as written."""
    if any(quantity.vague for _, _, quantity in (low, high)):
        return " – ".join(dict.fromkeys(_end(*each, first) for each in (low, high)))
    if low[0] == high[0]:
        return _worded(low[0], first)
    text = describe.interval(describe.for_readers(Interval(low[0], high[0]), first)).replace(" to ", " – ")
    if low[0] == 0:
        text = f"0 – {describe.interval(describe.for_readers(Interval.point(high[0]), first))}"
    return describe.with_unit(text, first)


def _end(value: Decimal, figure: Figure, quantity: Quantity, first: Quantity) -> str:
    if not quantity.vague:
        return _worded(value, first)
    words = describe.words(figure)
    return words[:1].lower() + words[1:]


def _worded(value: Decimal, quantity: Quantity) -> str:
    return describe.with_unit(describe.interval(describe.for_readers(Interval.point(value), quantity)), quantity)


def _values(quantity: Quantity) -> tuple[Decimal, ...]:
    """The numbers as written; of a vague word the ends that it has."""
    if quantity.vague or not quantity.values:
        return tuple(end for end in (quantity.hard.low, quantity.hard.high) if end is not None)
    return quantity.values


def _mostly(drawn: Sequence[tuple[Figure, Quantity]]) -> Decimal | None:
    """The number that more documents give than any other, where at least two do."""
    giving: defaultdict[Decimal, set[str]] = defaultdict(set)
    for figure, quantity in drawn:
        if len(quantity.values) == 1 and not quantity.vague:
            giving[_plain(quantity.values[0])].add(figure.document.id)
    often = Counter({value: len(documents) for value, documents in giving.items()}).most_common(2)
    if not often or often[0][1] < 2 or (len(often) > 1 and often[0][1] == often[1][1]):
        return None
    return often[0][0]


def _plain(value: Decimal) -> Decimal:
    """One value for 100, 100.0 and 1E+2."""
    return Decimal(f"{value.normalize():f}") if value.is_finite() else value


def against(conflict: Conflict) -> str:
    """The two that disagree, each with who says so: ``20 (sputnik) against 126 (ahram)``."""
    comparison = conflict.deciding
    return "" if comparison is None else " against ".join(opponents(comparison))


def opponents(comparison: Comparison) -> tuple[str, str]:
    """Each side of a pair in few words; two of one name are told apart by where they stand."""
    one, other = comparison.a.figure, comparison.b.figure
    named = wheres.of_figures((one, other))
    inside = one.document.id == other.document.id  # an article against itself is named but once
    names = [_who(figure, named[figure.document.id], alone=inside) for figure in (one, other)]
    if names[0] == names[1]:
        named_other = "same article, " if inside else f"{named[other.document.id]}, "
        names = [_line(one, f"{named[one.document.id]}, "), _line(other, named_other)]
    a, b = (f"{_said(figure)} ({name})" for figure, name in zip((one, other), names, strict=True))
    return a, b


def _said(figure: Figure) -> str:
    """The figure as written; of one that is denied, that it is: else equal numbers would stand against each other."""
    return describe.words(figure) + (", denied" if figure.context.polarity == "denied" else "")


def _who(figure: Figure, document: str, *, alone: bool) -> str:
    """Who says a figure, and in which document as far as there is room; ``alone``: both stand in one."""
    speaker = figure.context.speaker
    if not speaker:
        return document
    name = describe.source(figure)
    if not alone and len(name) + len(document) + 2 <= _NAME:
        return f"{name}, {document}"
    return name if len(name) <= _NAME else name[: name.rfind(" ", 0, _NAME)] + " …"


def _line(figure: Figure, document: str) -> str:
    return document + ("headline" if figure.context.voice == "headline" else figure.where)
