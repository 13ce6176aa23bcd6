"""Number lines and timelines: where each figure stands, worked out from the data; the templates draw them as SVG.

All places are per cent of the plot's width (or height), so a drawing stretches to any page without its text growing.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.comparing import Conflict, TimelinePoint
from factcheck.comparing.values import pair_up
from factcheck.figures import Figure
from factcheck.grouping import Link
from factcheck.intervals import Interval
from factcheck.quantities import Quantity
from factcheck.reports import describe
from factcheck.reports.axis import Axis, Tick, axis, day_place
from factcheck.reports.text import one_line

_ZERO, _WHOLE_LINE = Decimal(0), Decimal(100)
_SHARES = {("percent", "ratio"): Decimal(100), ("ratio", "percent"): Decimal("0.01")}
_INFINITE = Decimal("Infinity")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LABEL_ROOM = Decimal(14)  # per cent of the width that a day's label needs


@dataclass(frozen=True, slots=True)
class Band:
    """An interval on the line; an unbounded end runs on past the line's own (``runs_left``, ``runs_right``)."""

    left: Decimal
    right: Decimal
    runs_left: bool = False
    runs_right: bool = False

    @property
    def width(self) -> Decimal:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Dot:
    """A value as written; ``hollow`` where the words leave the value itself out ("more than 60")."""

    at: Decimal
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """One reading of one source: what the words commit to, what a reader expects, and the values as written."""

    hard: Band
    typical: Band
    dots: tuple[Dot, ...]
    words: str
    reading: str
    figure: str  # the id of the first figure that reads so


@dataclass(frozen=True, slots=True)
class Row:
    """All readings of one source, from the lowest."""

    source: str
    outlets: tuple[str, ...]
    marks: tuple[Mark, ...]

    @property
    def words(self) -> str:
        return " · ".join(dict.fromkeys(mark.words for mark in self.marks))


@dataclass(frozen=True, slots=True)
class NumberLine:
    """The readings of a group by source over one axis; ``undrawn`` are figures in units that do not convert."""

    rows: tuple[Row, ...]
    axis: Axis
    unit: str
    undrawn: tuple[str, ...] = ()


def number_line(conflict: Conflict) -> NumberLine | None:
    """The number line of a group, or ``None`` when no figure of it has a value to draw."""
    unit, drawn, undrawn = _one_unit([claim.figure for claim in conflict.group.claims])
    values = [value for _, quantity in drawn for value in _bounds(quantity)]
    if not values:
        return None
    unbounded = any(quantity.hard.high is None for _, quantity in drawn)
    scale = axis(values, room_above=unbounded, from_zero=any(quantity.hard.low is None for _, quantity in drawn))
    return NumberLine(_rows(drawn, scale), scale, unit, tuple(one_line(figure.text) for figure in undrawn))


def _one_unit(figures: Sequence[Figure]) -> tuple[str, list[tuple[Figure, Quantity]], list[Figure]]:
    """The figures with their quantities in the unit of the first, and those that cannot be put into it."""
    first = figures[0].quantity
    drawn, undrawn = [], []
    for figure in figures:
        factor = _factor(figure.quantity, first)
        if factor is None:
            undrawn.append(figure)
        else:
            drawn.append((figure, _scaled(figure.quantity, factor)))
    return describe.with_unit("", first).strip(), drawn, undrawn


def _factor(quantity: Quantity, first: Quantity) -> Decimal | None:
    """What a quantity's values are multiplied with to be in the unit of ``first``; ``None`` where there is no way."""
    pairing = pair_up(first, quantity)
    if isinstance(pairing, str):
        return None
    if (first.kind, quantity.kind) in _SHARES:
        return _SHARES[first.kind, quantity.kind]
    one, other = first.unit, quantity.unit
    if not pairing.converted or one is None or other is None:
        return Decimal(1)
    if one.offset or other.offset or not one.factor or not other.factor:
        return None
    return other.factor / one.factor


def _scaled(quantity: Quantity, factor: Decimal) -> Quantity:
    if factor == 1:
        return quantity
    values = tuple(value * factor for value in quantity.values)
    hard, typical = quantity.hard.scaled(factor), quantity.typical.scaled(factor)
    return dataclasses.replace(quantity, values=values, hard=hard, typical=typical)


def _bounds(quantity: Quantity) -> Iterable[Decimal]:
    """The values a plot must have room for."""
    ends = (quantity.hard.low, quantity.hard.high, quantity.typical.low, quantity.typical.high)
    return [value for value in (*ends, *quantity.values) if value is not None]


def _rows(drawn: Sequence[tuple[Figure, Quantity]], scale: Axis) -> tuple[Row, ...]:
    marks: dict[str, dict[tuple[Interval, Interval], Mark]] = {}
    outlets: dict[str, dict[str, None]] = {}
    for figure, quantity in sorted(drawn, key=_lowest_first):
        source = describe.source(figure)
        outlets.setdefault(source, {})[describe.outlet(figure.document)] = None
        marks.setdefault(source, {}).setdefault((quantity.hard, quantity.typical), _mark(figure, quantity, scale))
    return tuple(Row(source, tuple(outlets[source]), tuple(of.values())) for source, of in marks.items())


def _lowest_first(drawn: tuple[Figure, Quantity]) -> tuple[Decimal, Decimal]:
    typical = drawn[1].typical
    low = -_INFINITE if typical.low is None else typical.low
    return (low, _INFINITE if typical.high is None else typical.high)


def _mark(figure: Figure, quantity: Quantity, scale: Axis) -> Mark:
    hard, typical = quantity.hard, quantity.typical
    words, reading, dots = describe.words(figure), describe.reading(figure.quantity), _dots(quantity, scale)
    if quantity.alternatives:  # "30, 50 or 100 days": what lies between them is not said
        hard = typical = Interval.point(quantity.values[0])
    return Mark(_band(hard, scale), _band(typical, scale), dots, words, reading, figure.id)


def _band(interval: Interval, scale: Axis) -> Band:
    left = _ZERO if interval.low is None else scale.at(interval.low)
    right = _WHOLE_LINE if interval.high is None else scale.at(interval.high)
    return Band(left, right, interval.low is None, interval.high is None)


def _dots(quantity: Quantity, scale: Axis) -> tuple[Dot, ...]:
    """The values as written; a vague word or a range stands as its band alone."""
    if quantity.hedge in ("vague", "range") and not quantity.hard.is_point:
        return ()
    hard = quantity.hard
    left_out = {end for end, is_open in ((hard.low, hard.low_open), (hard.high, hard.high_open)) if is_open}
    return tuple(Dot(scale.at(value), value in left_out) for value in quantity.values)


@dataclass(frozen=True, slots=True)
class Step:
    """The reading of one day; heights are per cent from the top."""

    at: Decimal
    top: Decimal
    bottom: Decimal
    middle: Decimal
    runs_up: bool
    day: dt.date
    reading: str
    words: str
    who: str
    label: str  # the day, empty where there is no room for it


@dataclass(frozen=True, slots=True)
class Timeline:
    """How a figure moved: one step a day that has a reading."""

    steps: tuple[Step, ...]
    ticks: tuple[Tick, ...]  # ``at`` is per cent from the top
    unit: str


def timeline(conflict: Conflict) -> Timeline | None:
    """The timeline of a running total with readings on two days or more."""
    points = conflict.timeline
    if len({point.day for point in points}) < 2:
        return None
    readings = [point.reading for point in points]
    values = [value for reading in readings for value in (reading.low, reading.high) if value is not None]
    scale = axis(values, room_above=any(reading.high is None for reading in readings))
    every = 1 if len(scale.ticks) < 5 else 2  # there is room for few, one above the other
    ticks = tuple(Tick(_WHOLE_LINE - tick.at, tick.label) for tick in scale.ticks[::every])
    steps: list[Step] = []
    labelled_to = -_LABEL_ROOM
    years = points[0].day.year != points[-1].day.year
    for point in points:
        at = day_place(point.day, points[0].day, points[-1].day)
        labelled = at - labelled_to >= _LABEL_ROOM and (at <= _WHOLE_LINE - _LABEL_ROOM or point is points[-1])
        labelled_to = at if labelled else labelled_to
        steps.append(_step(at, point, scale, _day_label(point.day, years) if labelled else ""))
    unit = describe.with_unit("", points[0].claims[0].figure.quantity).strip()
    return Timeline(tuple(steps), ticks, unit)


def _day_label(day: dt.date, year: bool) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def _step(at: Decimal, point: TimelinePoint, scale: Axis, label: str) -> Step:
    reading = point.reading
    top = _ZERO if reading.high is None else _WHOLE_LINE - scale.at(reading.high)
    bottom = _WHOLE_LINE if reading.low is None else _WHOLE_LINE - scale.at(reading.low)
    middle = bottom if reading.high is None else (top if reading.low is None else (top + bottom) / 2)
    words = " · ".join(dict.fromkeys(one_line(claim.figure.text) for claim in point.claims))
    who = ", ".join(dict.fromkeys(describe.source(claim.figure) for claim in point.claims))
    unbounded = reading.high is None
    return Step(at, top, bottom, middle, unbounded, point.day, describe.interval(reading), words, who, label)


@dataclass(frozen=True, slots=True)
class Weight:
    """One step of the sum that joined two claims: its weight, and the piece of a line from sum to sum."""

    part: str
    level: str
    words: str
    left: Decimal
    width: Decimal
    adds: bool


_HEARD = 0.05  # bits; what weighs less is not worth a line


def waterfall(link: Link) -> tuple[Weight, ...]:
    """The evidence of a link as a waterfall, without the parts that say nothing."""
    steps = [step for step in link.evidence if abs(step.weight) >= _HEARD]
    sums = [Decimal(0)]
    for step in steps:
        sums.append(sums[-1] + Decimal(f"{step.weight:.4f}"))
    low, high = min(sums), max(sums)
    span = high - low or Decimal(1)
    places = [((total - low) / span * 100).quantize(Decimal("0.01")) for total in sums]
    return tuple(
        Weight(
            one_line(step.part),
            one_line(step.level),
            f"{step.weight:+.1f}".replace("-", "\N{MINUS SIGN}"),
            min(before, after),
            abs(after - before),
            after > before,
        )
        for step, before, after in zip(steps, places, places[1:], strict=False)
    )
