"""Days told from a day named before: "two days later", "the following year", "that night"."""

from __future__ import annotations

import re

from factcheck.context.calendar import Calendar
from factcheck.context.days import UNITS, Days, holding, inside_calendar, units_off, whole_month

_MONTH, _YEAR = 27, 364  # days


def is_anchored(match: re.Match[str]) -> bool:
    """Whether a phrase of time is told from another day than that of publication."""
    return bool(match["rd"] or match["fx"] or match["ty"] or match["pf"])


@inside_calendar
def from_day(match: re.Match[str], calendar: Calendar, named: Days | None) -> Days | None:
    """The days a matched phrase means, seen from those named before; ``None`` when those are too wide."""
    if named is None:
        return None
    if match["pf"]:
        year = match["py"] if match["py"].isdecimal() else ""
        return _years_off(named, int(year) - named.start.year if year else -1)
    if match["ty"]:
        return whole_month(named.start.year, calendar.month(match["m3"]))
    if match["rd"]:
        number = 1 if match["rn"].lower() == "the" else calendar.number(match["rn"])
        return _off(named, number * calendar.steps.get(match["rd"].lower(), 1), match["ru"].lower().rstrip("s"))
    step, unit = calendar.steps[match["fx"].lower()], match["fu"].lower()
    unit = unit if unit in UNITS else "day"  # "that night"
    if step:
        return _off(named, step, unit)
    whole = holding(unit, named.start)
    return whole if named.stop <= whole.stop else None


def _years_off(named: Days, number: int) -> Days:
    """The same months of another year."""
    months = (named.stop.month - named.start.month) % 12 + 1
    return whole_month(named.start.year + number, named.start.month, months)


def _off(named: Days, number: int, unit: str) -> Days | None:
    """Days so many units off: a day exactly, weeks, months and years as wide as their unit."""
    wide = (named.stop - named.start).days
    if unit == "year" and number < 0 and _MONTH <= wide < _YEAR:
        return _years_off(named, number)  # "in May …, and a year earlier": in May too
    if wide > {"day": 1, "week": 1, "month": 31}.get(unit, _YEAR + 2):
        return None
    return units_off(number, unit, named.stop if unit == "day" and number > 0 else named.start)
