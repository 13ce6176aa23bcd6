"""Runs of days and how they are reckoned: so many units off, the unit that holds a day, the nearest of a kind."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec


@dataclass(frozen=True, slots=True)
class Days:
    """A run of days, both ends included."""

    start: dt.date
    stop: dt.date


_P = ParamSpec("_P")


def inside_calendar(told: Callable[_P, Days | None]) -> Callable[_P, Days | None]:
    """The same function, which tells nothing of days that no calendar holds: before the year 1 or after 9999."""

    @functools.wraps(told)
    def bounded(*args: _P.args, **kwargs: _P.kwargs) -> Days | None:
        try:
            return told(*args, **kwargs)
        except (OverflowError, ValueError):
            return None

    return bounded


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """A day of the calendar; ``None`` for the 30th of February."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def one(day: dt.date | None, nights: int = 0) -> Days | None:
    """A day as a run of days, with the nights behind it that count with it."""
    return None if day is None else Days(day, day + dt.timedelta(days=nights))


def whole_month(year: int, month: int, months: int = 1) -> Days:
    """All days of some months."""
    last = month + months - 1
    after = dt.date(year + last // 12, last % 12 + 1, 1)
    return Days(dt.date(year, month, 1), after - dt.timedelta(days=1))


# The months and days that units of time are made of.
UNITS = {
    "day": (0, 1), "24-hour period": (0, 1), "week": (0, 7), "weekend": (0, 7),
    "month": (1, 0), "quarter": (3, 0), "half": (6, 0), "year": (12, 0), "decade": (120, 0),
}  # fmt: skip


def shifted(day: dt.date, unit: str, number: int) -> dt.date:
    """The day so many units off; hours count as the days they reach into, since days are all we tell."""
    from dateutil.relativedelta import relativedelta

    if unit == "hour":
        unit, number = "day", -(-number // 24) if number > 0 else number // 24
    months, days = UNITS[unit]
    return day + relativedelta(months=months * number, days=days * number)


def holding(unit: str, day: dt.date) -> Days:
    """The whole week, weekend (the one that ends the week), month, quarter, half, year or decade that holds a day."""
    months, days = UNITS[unit]
    if months:
        first = (12 * day.year + day.month - 1) // months * months
        return whole_month(first // 12, first % 12 + 1, months)
    monday = day - dt.timedelta(days=day.weekday() if days > 1 else 0)
    start = monday + dt.timedelta(days=5 if unit == "weekend" else 0)
    return Days(start, monday + dt.timedelta(days=days - 1))


def weekend(today: dt.date, future: bool) -> Days:
    """The weekend that is on or was last; the next one looking ahead."""
    found = holding("weekend", today if future or today.weekday() >= 5 else today - dt.timedelta(days=7))
    return found if future else Days(found.start, min(found.stop, today))


def units_off(number: int, unit: str, today: dt.date) -> Days:
    """The days of "two days ago" (later, where the number is above 0): a day; longer units as wide as they are."""
    day = shifted(today, unit, number)
    if unit == "hour":
        return Days(day, today)
    return holding("year" if unit == "decade" else unit, day)


def nearest(today: dt.date, future: bool, in_year: Callable[[int], dt.date | None]) -> dt.date | None:
    """The last such day not after today (a day of grace for time zones), or the next one when the clause looks ahead.

    ``in_year`` gives the day that a year has of the kind.
    """
    known = [day for shift in (-1, 0, 1) if (day := in_year(today.year + shift)) is not None]
    soon = min((day for day in known if day >= today), default=None)
    last = max((day for day in known if day <= today + dt.timedelta(days=1)), default=None)
    if soon is None or last is None or future:
        return soon or last
    return soon if (today - last).days > 300 and (soon - today).days < 45 else last


@functools.lru_cache(maxsize=4096)
def nearest_weekday(today: dt.date, number: int, step: int | None, future: bool) -> dt.date | None:
    """News convention: a bare weekday is the nearest past one, today counting; the next one when looking ahead.

    ``step`` tells "last" (-1), "this" (0) and "next" (1) from a bare weekday.
    """
    from dateutil.relativedelta import relativedelta, weekday

    target = weekday(number)
    if step == 1 or (future and step != -1):
        return today + relativedelta(days=+1 if step == 1 else 0, weekday=target(+1))
    day = today + relativedelta(days=-1 if step == -1 else 0, weekday=target(-1))
    # Six days back without "last" is as likely to be tomorrow: better not to say.
    return None if step is None and (today - day).days > 5 else day
