"""Days told from a day named before: "two days later", "the following year", "that night"."""

from __future__ import annotations

import re

from factcheck.context.calendar import Calendar
from factcheck.context.days import Days, ago, holding, inside_calendar, whole_month

_YEAR = 366  # days
_STEPS = {"next": 1, "following": 1, "previous": -1, "preceding": -1}


def is_anchored(match: re.Match[str]) -> bool:
    """Whether a phrase of time is told from another day than that of publication."""
    return bool(match["rd"] or match["fx"] or match["ty"])


@inside_calendar
def from_day(match: re.Match[str], calendar: Calendar, named: Days | None) -> Days | None:
    """The days a matched phrase means, seen from those named before; ``None`` when those are too wide."""
    if named is None:
        return None
    if match["ty"]:
        return whole_month(named.start.year, calendar.months[match["m3"].lower().rstrip(".")])
    if match["rd"]:
        unit = match["ru"].lower().rstrip("s")
        later = match["rd"].lower() not in ("earlier", "before")
        return _shifted("1" if match["rn"].lower() == "the" else match["rn"], unit, calendar, named, later=later)
    unit, which = match["fu"].lower(), match["fx"].lower()
    if unit in ("night", "morning", "evening", "afternoon"):
        unit = "day"
    if which in ("same", "that"):
        return _around(named, unit)
    return _shifted("1", unit, calendar, named, later=_STEPS[which] > 0)


def _shifted(count: str, unit: str, calendar: Calendar, named: Days, *, later: bool) -> Days | None:
    """Days so many units off: a day exactly, weeks, months and years as wide as their unit."""
    wide = (named.stop - named.start).days
    if wide > {"day": 1, "week": 1, "month": 31}.get(unit, _YEAR):
        return None
    day = named.stop if unit == "day" and later else named.start
    return ago(count, unit, calendar, day, sign=1 if later else -1)


def _around(named: Days, unit: str) -> Days | None:
    """The day, week, month or year that the named days lie in."""
    whole = holding(unit, named.start)
    return whole if named.stop <= whole.stop else None
