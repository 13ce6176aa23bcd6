"""Number lines: where each figure stands, worked out from the data; the templates draw them as SVG.

All places are per cent of the plot's width (or height), so a drawing stretches to any page without its text growing.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.comparing import Conflict
from factcheck.figures import Figure
from factcheck.intervals import Interval
from factcheck.quantities import Quantity, factor_into
from factcheck.reports import describe
from factcheck.reports.axis import Axis, axis
from factcheck.reports.text import one_line

_ZERO, _WHOLE_LINE = Decimal(0), Decimal(100)
_INFINITE = Decimal("Infinity")


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
    unit, drawn, undrawn = in_one_unit([claim.figure for claim in conflict.group.claims])
    values = [value for _, quantity in drawn for value in bounds(quantity)]
    if not values:
        return None
    unbounded = any(quantity.hard.high is None for _, quantity in drawn)
    scale = axis(values, room_above=unbounded, from_zero=any(quantity.hard.low is None for _, quantity in drawn))
    return NumberLine(_rows(drawn, scale), scale, unit, tuple(one_line(figure.text) for figure in undrawn))


def in_one_unit(figures: Sequence[Figure]) -> tuple[str, list[tuple[Figure, Quantity]], list[Figure]]:
    """The figures with their quantities in the unit of the first, and those that cannot be put into it."""
    first = figures[0].quantity
    drawn, undrawn = [], []
    for figure in figures:
        quantity = in_unit_of(first, figure.quantity)
        if quantity is None:
            undrawn.append(figure)
        else:
            drawn.append((figure, quantity))
    return describe.with_unit("", first).strip(), drawn, undrawn


def in_unit_of(first: Quantity, quantity: Quantity) -> Quantity | None:
    """A quantity in the unit of another, its ends as people count; ``None`` where there is no way."""
    factor = factor_into(first, quantity)
    if factor is None:
        return None
    scaled = _scaled(quantity, factor)
    if scaled.kind != "count":
        return scaled
    hard, typical = (describe.for_readers(span, scaled) for span in (scaled.hard, scaled.typical))
    return dataclasses.replace(scaled, hard=hard, typical=typical)


def _scaled(quantity: Quantity, factor: Decimal) -> Quantity:
    if factor == 1:
        return quantity
    values = tuple(value * factor for value in quantity.values)
    hard, typical = quantity.hard.scaled(factor), quantity.typical.scaled(factor)
    return dataclasses.replace(quantity, values=values, hard=hard, typical=typical)


def bounds(quantity: Quantity) -> Iterable[Decimal]:
    """The values a plot must have room for."""
    ends = (quantity.hard.low, quantity.hard.high, quantity.typical.low, quantity.typical.high)
    return [value for value in (*ends, *quantity.values) if value is not None]


def _rows(drawn: Sequence[tuple[Figure, Quantity]], scale: Axis) -> tuple[Row, ...]:
    """A row for each source: "officials" of two outlets are two, a person named in both is one."""
    marks: dict[tuple[str, str], dict[tuple[Interval, Interval], Mark]] = {}
    called: dict[tuple[str, str], str] = {}
    for figure, quantity in sorted(drawn, key=lowest_first):
        says = figure.context.speaker
        key = (says.key if says else "", "" if says and says.named else describe.outlet(figure.document))
        called[key] = max(called.get(key, ""), describe.source(figure), key=len)
        marks.setdefault(key, {}).setdefault((quantity.hard, quantity.typical), _mark(figure, quantity, scale))
    often = Counter(called.values())
    rows = []
    for (speaker, outlet), of in marks.items():
        source = called[speaker, outlet]
        alike = often[source] > 1 and outlet not in ("", source)
        rows.append(Row(f"{source}, {outlet}" if alike else source, tuple(of.values())))
    return tuple(rows)


def lowest_first(drawn: tuple[Figure, Quantity]) -> tuple[Decimal, Decimal]:
    """For sorting: from the lowest that a reader expects to the highest."""
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
    hollow = left_out(quantity)
    return tuple(Dot(scale.at(value), value in hollow) for value in quantity.values)


def left_out(quantity: Quantity) -> frozenset[Decimal]:
    """The values that the words name and leave out: "more than 60"."""
    hard = quantity.hard
    ends = ((hard.low, hard.low_open), (hard.high, hard.high_open))
    return frozenset(end for end, is_open in ends if is_open and end is not None)
