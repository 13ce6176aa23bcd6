"""Timelines: every reading of a claim as a mark of its own, on its day, in per cent of the drawing's width and height.

No line runs from one to the next: two readings may be of different things, and what lies between was never said.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.comparing import Conflict, TimelinePoint
from factcheck.figures import Figure
from factcheck.intervals import Interval
from factcheck.quantities import Quantity
from factcheck.reports import describe, plots
from factcheck.reports.axis import Axis, Tick, axis, day_place
from factcheck.reports.sides import some
from factcheck.reports.text import one_line

_ZERO, _WHOLE_LINE = Decimal(0), Decimal(100)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LABEL_ROOM = Decimal(14)  # per cent of the width that a day's label needs
_TALL = Decimal(11)  # per cent of the height that a number needs
_APART = 9  # pixels between two readings of one day


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval from ``top`` to ``bottom``, per cent from the top; an unbounded end runs on."""

    top: Decimal
    bottom: Decimal
    runs_up: bool = False
    runs_down: bool = False

    @property
    def height(self) -> Decimal:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Reading:
    """What was said of one day: all that the words commit to, what a reader expects, the values as written.

    ``shift`` are the pixels by which it stands beside the middle of its day, ``clear`` those after which nothing of
    the day stands; ``label`` is empty where there is no room for it.
    """

    at: Decimal
    shift: int
    clear: int
    hard: Bar
    typical: Bar
    dots: tuple[tuple[Decimal, bool], ...]  # the height, and whether the words leave the value itself out
    day: str
    reading: str
    words: str
    who: str
    label: str

    @property
    def label_at(self) -> Decimal:
        """The height of the number beside it."""
        return self.dots[0][0] if self.dots else (self.hard.top + self.hard.bottom) / 2


@dataclass(frozen=True, slots=True)
class Day:
    """A day on the axis, or the month or year where the texts tell no more."""

    at: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """All readings of a claim by day; the legend names what is drawn."""

    readings: tuple[Reading, ...]
    days: tuple[Day, ...]
    ticks: tuple[Tick, ...]  # ``at`` is per cent from the top
    unit: str

    @property
    def has_lines(self) -> bool:
        return any(each.hard.height for each in self.readings)

    @property
    def has_bands(self) -> bool:
        return any(each.typical.height for each in self.readings)

    @property
    def has_arrows(self) -> bool:
        return any(each.hard.runs_up or each.hard.runs_down for each in self.readings)

    @property
    def has_hollow(self) -> bool:
        return any(hollow for each in self.readings for _, hollow in each.dots)


_Said = tuple[TimelinePoint, Quantity, tuple[Figure, ...]]  # one reading of one day, with all who give it


def timeline(conflict: Conflict) -> Timeline | None:
    """The timeline of a claim with readings on two days or more."""
    points = conflict.timeline
    if len({point.day for point in points}) < 2:
        return None
    first = points[0].claims[0].figure.quantity
    said = [each for point in points for each in _said(point, first)]
    if len({point.day for point, _, _ in said}) < 2:
        return None
    values = [value for _, quantity, _ in said for value in plots.bounds(quantity)]
    scale = axis(values, room_above=any(quantity.hard.high is None for _, quantity, _ in said))
    every = 1 if len(scale.ticks) < 6 else 2  # there is room for few, one above the other
    ticks = tuple(Tick(_WHOLE_LINE - tick.at, tick.label) for tick in scale.ticks[::every])
    unit = describe.with_unit("", first).strip()
    return Timeline(tuple(_readings(said, scale)), tuple(_days(points)), ticks, unit)


def _said(point: TimelinePoint, first: Quantity) -> Iterator[_Said]:
    """The different readings of a day, the lowest first, as far as they are in the unit of the first."""
    together: dict[tuple[Interval, Interval], list[tuple[Figure, Quantity]]] = {}
    for claim in point.claims:
        quantity = plots.in_unit_of(first, claim.figure.quantity)
        if quantity is not None:
            together.setdefault((quantity.hard, quantity.typical), []).append((claim.figure, quantity))
    for same in sorted(together.values(), key=lambda same: plots.lowest_first(same[0])):
        yield point, same[0][1], tuple(figure for figure, _ in same)


def _readings(said: Sequence[_Said], scale: Axis) -> Iterator[Reading]:
    first, last = said[0][0].day, said[-1][0].day
    of_day: dict[dt.date, int] = {}
    placed: list[tuple[Decimal, Decimal]] = []
    for point, quantity, figures in said:
        count = sum(other.day == point.day for other, _, _ in said)
        n = of_day[point.day] = of_day.get(point.day, -1) + 1
        at = day_place(point.day, first, last)
        step = min(_APART, 60 / count)
        shifts = (round((n - (count - 1) / 2) * step), round((count - 1) / 2 * step + _APART))
        made = _reading(at, shifts, point, quantity, figures, scale)
        if all(abs(at - x) >= _LABEL_ROOM or abs(made.label_at - y) >= _TALL for x, y in placed):
            placed.append((at, made.label_at))
            yield made
        else:
            yield dataclasses.replace(made, label="")


def _reading(
    at: Decimal,
    shifts: tuple[int, int],
    point: TimelinePoint,
    quantity: Quantity,
    figures: Sequence[Figure],
    scale: Axis,
) -> Reading:
    words = " · ".join(dict.fromkeys(describe.words(figure) for figure in figures))
    hollow = plots.left_out(quantity)
    vague = quantity.hedge in ("vague", "range") and not quantity.hard.is_point
    dots = () if vague else tuple((_WHOLE_LINE - scale.at(value), value in hollow) for value in quantity.values)
    return Reading(
        at,
        *shifts,
        _bar(quantity.hard, scale),
        _bar(quantity.typical, scale),
        dots,
        _told(point, figures),
        describe.reading(figures[0].quantity),
        words,
        some(describe.source(figure) for figure in figures),
        one_line(describe.words(figures[0])),
    )


def _bar(interval: Interval, scale: Axis) -> Bar:
    top = _ZERO if interval.high is None else _WHOLE_LINE - scale.at(interval.high)
    bottom = _WHOLE_LINE if interval.low is None else _WHOLE_LINE - scale.at(interval.low)
    return Bar(top, bottom, interval.high is None, interval.low is None)


def _days(points: Sequence[TimelinePoint]) -> Iterator[Day]:
    """Every day that has a reading, with its label where there is room for it."""
    years = points[0].day.year != points[-1].day.year
    labelled_to = -_LABEL_ROOM
    for point in points:
        at = day_place(point.day, points[0].day, points[-1].day)
        labelled = at - labelled_to >= _LABEL_ROOM and (at <= _WHOLE_LINE - _LABEL_ROOM or point is points[-1])
        labelled_to = at if labelled else labelled_to
        told = _told(point, [claim.figure for claim in point.claims])
        yield Day(at, _day_label(point.day, told, year=years) if labelled else "")


def _told(point: TimelinePoint, figures: Sequence[Figure]) -> str:
    """The day as exactly as the texts tell it: ``2031-03`` where all of them mean the month."""
    whens = {when.label for figure in figures if (when := figure.context.when) and when.stop == point.day}
    known = len(whens) == 1 and all(figure.context.when for figure in figures)
    return whens.pop() if known else point.day.isoformat()


def _day_label(day: dt.date, told: str, *, year: bool) -> str:
    if len(told) == 4:
        return told
    month = _MONTHS[day.month - 1] if len(told) == 7 else f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{month} {day.year}" if year else month
