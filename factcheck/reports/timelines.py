"""Timelines: how the reading of a claim moved from day to day, in per cent of the drawing's width and height."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from factcheck.comparing import Conflict, TimelinePoint
from factcheck.intervals import Interval
from factcheck.reports import describe
from factcheck.reports.axis import Axis, Tick, axis, day_place
from factcheck.reports.text import one_line

_ZERO, _WHOLE_LINE = Decimal(0), Decimal(100)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LABEL_ROOM = Decimal(14)  # per cent of the width that a day's label needs


@dataclass(frozen=True, slots=True)
class Step:
    """The reading of one day; heights are per cent from the top."""

    at: Decimal
    top: Decimal
    bottom: Decimal
    middle: Decimal
    runs_up: bool
    day: str  # or the month or year, where the texts tell no more
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
    readings = [_reading(point) for point in points]
    values = [value for reading in readings for value in (reading.low, reading.high) if value is not None]
    scale = axis(values, room_above=any(reading.high is None for reading in readings))
    every = 1 if len(scale.ticks) < 5 else 2  # there is room for few, one above the other
    ticks = tuple(Tick(_WHOLE_LINE - tick.at, tick.label) for tick in scale.ticks[::every])
    steps: list[Step] = []
    labelled_to = -_LABEL_ROOM
    years = points[0].day.year != points[-1].day.year
    for point, reading in zip(points, readings, strict=True):
        at = day_place(point.day, points[0].day, points[-1].day)
        labelled = at - labelled_to >= _LABEL_ROOM and (at <= _WHOLE_LINE - _LABEL_ROOM or point is points[-1])
        labelled_to = at if labelled else labelled_to
        label = _day_label(point.day, _told(point), year=years) if labelled else ""
        steps.append(_step(at, point, reading, scale, label))
    unit = describe.with_unit("", points[0].claims[0].figure.quantity).strip()
    return Timeline(tuple(steps), ticks, unit)


def _told(point: TimelinePoint) -> str:
    """The day of a step as exactly as its texts tell it: ``2031-03`` where all of them mean the month."""
    whens = {when.label for claim in point.claims if (when := claim.figure.context.when) and when.stop == point.day}
    known = len(whens) == 1 and all(claim.figure.context.when for claim in point.claims)
    return whens.pop() if known else point.day.isoformat()


def _day_label(day: dt.date, told: str, *, year: bool) -> str:
    if len(told) == 4:
        return told
    month = _MONTHS[day.month - 1] if len(told) == 7 else f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{month} {day.year}" if year else month


def _reading(point: TimelinePoint) -> Interval:
    """What a day says: its narrowest figure where all others leave room for it ("several", "at least five"), else all.

    Figures in several units are left as the scan has them.
    """
    quantities = [claim.figure.quantity for claim in point.claims]
    if len(quantities) < 2 or len({quantity.unit for quantity in quantities}) > 1:
        return point.reading
    spans = [quantity.hard for quantity in quantities]
    return next((span for span in spans if all(other.holds(span) for other in spans)), point.reading)


def _step(at: Decimal, point: TimelinePoint, reading: Interval, scale: Axis, label: str) -> Step:
    top = _ZERO if reading.high is None else _WHOLE_LINE - scale.at(reading.high)
    bottom = _WHOLE_LINE if reading.low is None else _WHOLE_LINE - scale.at(reading.low)
    middle = bottom if reading.high is None else (top if reading.low is None else (top + bottom) / 2)
    words = " · ".join(dict.fromkeys(one_line(claim.figure.text) for claim in point.claims))
    who = ", ".join(dict.fromkeys(describe.source(claim.figure) for claim in point.claims))
    unbounded = reading.high is None
    return Step(at, top, bottom, middle, unbounded, _told(point), describe.interval(reading), words, who, label)
