"""The days a phrase of time means, seen from the day of publication."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec

from factcheck.context.calendar import Calendar


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


@inside_calendar
def resolve(match: re.Match[str], calendar: Calendar, today: dt.date | None, future: bool) -> Days | None:
    """The days a matched phrase means, seen from ``today``; ``None`` when it cannot be told.

    ``future`` tells that the clause speaks of what is to come, so that "Monday" is the next one.
    """
    days = _resolve(match, calendar, today, future)
    before = (match["pre"] or "").strip().lower()
    if days is None or before in calendar.words.limits:
        return None
    if before == "since":
        return Days(days.start, today) if today and today >= days.start else None
    return days


def _resolve(match: re.Match[str], calendar: Calendar, today: dt.date | None, future: bool) -> Days | None:
    groups = match.groupdict()
    if groups["iso"]:
        return _one(_date(*map(int, groups["iso"].split("-"))))
    if groups["d1"] or groups["d2"]:
        return _month_day(groups, calendar, today, future)
    if groups["ra"]:
        return _months(groups, calendar, today, future)
    if groups["m3"]:
        return _month(groups, calendar, today, future)
    if groups["ya"]:
        return _years(groups["ya"], groups["yb"])
    if groups["op"]:
        return _portion(groups, calendar, today, future)
    if groups["qy2"]:
        return whole_month(int(groups["qy2"]), 3 * calendar.quarters[(groups["q"] or "").lower()] - 2, 3)
    if groups["sy"] or groups["sy2"]:
        return whole_month(int(groups["sy"] or groups["sy2"]), calendar.seasons[groups["s"].lower()], 3)
    if groups["dec"]:
        return holding("decade", dt.date(int(groups["dec"]), 1, 1))
    if groups["y"]:
        return whole_month(int(groups["y"]), 1, 12)
    return None if today is None else _relative(groups, calendar, today, future)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _one(day: dt.date | None, nights: int = 0) -> Days | None:
    return None if day is None else Days(day, day + dt.timedelta(days=nights))


def _month_day(groups: dict[str, str | None], calendar: Calendar, today: dt.date | None, future: bool) -> Days | None:
    """A day of a month, or the days of "June 2-5", "May 28 to June 2"."""
    name, other = (groups["m1"], groups["m4"]) if groups["d1"] else (groups["m2"], groups["m0"])
    first, last = (_day(groups[name]) for name in (("d1", "d3") if groups["d1"] else ("d0", "d2")))
    month = calendar.months[(name or "").lower().rstrip(".")]
    further = calendar.months[other.lower().rstrip(".")] if other else month
    opens, ends = (month, further) if groups["d1"] else (further, month)
    year = groups["y1"] or groups["y3"]
    if not first or not last:
        ends, last = month, first or last
    if year:
        stop = _date(int(year), ends, last)
    elif today is None:
        return None
    else:
        stop = _nearest(today, future, *(_date(today.year + shift, ends, last) for shift in (-1, 0, 1)))
    if stop is None or not first or not (groups["d3"] or groups["d0"]):
        return _one(stop)
    start = _date(int(groups["y3"] or stop.year - (opens > ends)), opens, first)
    return Days(start, stop) if start is not None and start <= stop else _one(start)


def _day(written: str | None) -> int:
    """The number of "4", "14th"; 0 for none."""
    return int(re.sub(r"\D", "", written)) if written else 0


def _nearest(today: dt.date, future: bool, *candidates: dt.date | None) -> dt.date | None:
    """The last day not after today (a day of grace for time zones), or the next one when the clause looks ahead."""
    known = [day for day in candidates if day is not None]
    soon = min((day for day in known if day >= today), default=None)
    last = max((day for day in known if day <= today + dt.timedelta(days=1)), default=None)
    if soon is None or last is None or future:
        return soon or last
    return soon if (today - last).days > 300 and (soon - today).days < 45 else last


def _month(groups: dict[str, str | None], calendar: Calendar, today: dt.date | None, future: bool) -> Days | None:
    month = calendar.months[(groups["m3"] or "").lower().rstrip(".")]
    if groups["y2"]:
        return whole_month(int(groups["y2"]), month)
    if today is None:
        return None
    if groups["ly"]:
        shift = {"last": -1, "this": 0, "next": 1}[groups["ly"].split()[0]]
        return whole_month(today.year + shift, month)
    ahead = future or (groups["mr"] or "").lower() == "next"
    if ahead:
        return whole_month(today.year + (month < today.month), month)
    return whole_month(today.year - (month > today.month), month)


def _months(groups: dict[str, str | None], calendar: Calendar, today: dt.date | None, future: bool) -> Days | None:
    """From the first day of one month to the last of another: "December 2013 and December 2014", "May to July"."""
    first, last = (calendar.months[(groups[key] or "").lower().rstrip(".")] for key in ("ra", "rb"))
    if groups["ryb"]:
        until = int(groups["ryb"])
    elif today is None:
        return None
    else:
        until = today.year - 1 if groups["rl"] else today.year - (last > today.month and not future)
    since = int(groups["rya"] or until - (first > last))
    days = Days(dt.date(since, first, 1), whole_month(until, last).stop)
    return days if days.start <= days.stop else None


def whole_month(year: int, month: int, months: int = 1) -> Days:
    last = month + months - 1
    after = dt.date(year + last // 12, last % 12 + 1, 1)
    return Days(dt.date(year, month, 1), after - dt.timedelta(days=1))


def _years(first: str, last: str) -> Days | None:
    until = int(last) if len(last) == 4 else int(first[:2] + last)
    return Days(dt.date(int(first), 1, 1), dt.date(until, 12, 31)) if int(first) <= until else None


# The months and days that units of time are made of.
_UNITS = {
    "day": (0, 1),
    "24-hour period": (0, 1),
    "week": (0, 7),
    "weekend": (0, 7),
    "month": (1, 0),
    "quarter": (3, 0),
    "half": (6, 0),
    "year": (12, 0),
    "decade": (120, 0),
}


def _shifted(day: dt.date, unit: str, number: int) -> dt.date:
    """The day so many units off; hours count as the days they reach into, since days are all we tell."""
    from dateutil.relativedelta import relativedelta

    if unit == "hour":
        unit, number = "day", -(-number // 24) if number > 0 else number // 24
    months, days = _UNITS[unit]
    return day + relativedelta(months=months * number, days=days * number)


def holding(unit: str, day: dt.date) -> Days:
    """The whole week, weekend (the one that ends the week), month, quarter, half, year or decade that holds a day."""
    months, days = _UNITS[unit]
    if months:
        first = (12 * day.year + day.month - 1) // months * months
        return whole_month(first // 12, first % 12 + 1, months)
    monday = day - dt.timedelta(days=day.weekday() if days > 1 else 0)
    start = monday + dt.timedelta(days=5 if unit == "weekend" else 0)
    return Days(start, monday + dt.timedelta(days=days - 1))


def _portion(groups: dict[str, str | None], calendar: Calendar, today: dt.date | None, future: bool) -> Days | None:
    """The days of "the first three months of the year", "the second half of 2014", no later than today."""
    whole = _whole((groups["of"] or "").lower(), calendar, today)
    place, unit, count = (groups["op"] or "").lower(), (groups["ou"] or "").rstrip("s"), groups["on"]
    if whole is None:
        return None
    number = _number(count, calendar)
    start = _shifted(whole.start, unit, number * (calendar.quarters[place] - 1))
    stop = min(whole.stop, _shifted(start, unit, number) - dt.timedelta(days=1))
    if today is not None and start <= today and not future:
        stop = min(stop, today)
    return Days(start, stop) if whole.start <= start <= stop else None


def _whole(words: str, calendar: Calendar, today: dt.date | None) -> Days | None:
    """All days of "the year", "last month", "May 2014", "2014"."""
    first, _, last = words.rpartition(" ")
    if last.isdigit():
        month = calendar.months.get(first.rstrip("."))
        return whole_month(int(last), month) if month else whole_month(int(last), 1, 12)
    if today is None:
        return None
    month = calendar.months.get(words.rstrip("."))
    if month:
        return whole_month(today.year - (month > today.month), month)
    return _previous(last, today) if first == "last" else _this(last, calendar, today, True)


def _relative(groups: dict[str, str | None], calendar: Calendar, today: dt.date, future: bool) -> Days | None:
    if groups["w"]:
        return _weekday(groups, calendar, today, future)
    if groups["near"]:
        return _near(groups["near"].lower(), today)
    if groups["pu"]:
        rolling = groups["pw"] == "past" or (bool(groups["pt"]) and groups["pw"] == "last")
        return _past(groups["pn"], groups["pu"].lower(), not rolling, calendar, today)
    if groups["we"]:
        return _weekend(today, future)
    if groups["tu"]:
        return _this(groups["tu"], calendar, today, future)
    if groups["nu"]:
        return _coming(groups["nn"], groups["nu"].lower(), calendar, today)
    if groups["mu"]:
        return _one(today) if future else None
    if groups["sn"]:
        return Days(_shifted(today, (groups["sd"] or "").rstrip("s"), -_number(groups["sn"], calendar)), today)
    if groups["an"]:
        return ago(groups["an"], groups["au"] or "", calendar, today)
    if groups["q"]:  # the last one of that number that has begun by today
        first = 3 * calendar.quarters[groups["q"].lower()] - 2
        return whole_month(today.year - (first > today.month), first, 3)
    if groups["s"] and (groups["sr"] or "").lower() in ("last", "next", "this"):
        return _this(groups["s"], calendar, today, future, (groups["sr"] or "").lower())
    if groups["h"]:
        written = calendar.holidays[groups["h"].lower().replace("’", "'")]
        return _one(_nearest(today, future, *(_holiday(written, today.year + shift, calendar) for shift in (-1, 0, 1))))
    return None


def _weekday(groups: dict[str, str | None], calendar: Calendar, today: dt.date, future: bool) -> Days | None:
    target = calendar.weekdays[(groups["w"] or "").lower().rstrip(".")]
    which, last = (groups["wr"] or "").lower(), calendar.weekdays.get((groups["w2"] or "").lower().rstrip("."))
    if last is not None:  # "Friday to Sunday"
        stop = _nearest_weekday(today, last, which, future)
        return Days(stop - dt.timedelta(days=(last - target) % 7), stop) if stop is not None else None
    return _one(_nearest_weekday(today, target, which, future), 1 if groups["wn"] else 0)


def _holiday(written: str, year: int, calendar: Calendar) -> dt.date | None:
    """The day of a holiday in a year: "12-25", or the first such weekday from a day on: "11-22 thursday"."""
    day, _, weekday = written.partition(" ")
    found = _date(year, *map(int, day.split("-")))
    if not weekday or found is None:
        return found
    return found + dt.timedelta(days=(calendar.weekdays[weekday] - found.weekday()) % 7)


def _weekend(today: dt.date, future: bool) -> Days:
    """The weekend that is on or was last; the next one looking ahead."""
    found = holding("weekend", today if future or today.weekday() >= 5 else today - dt.timedelta(days=7))
    return found if future else Days(found.start, min(found.stop, today))


@functools.lru_cache(maxsize=4096)
def _nearest_weekday(today: dt.date, number: int, which: str, future: bool) -> dt.date | None:
    """News convention: a bare weekday is the nearest past one, today counting; the next one when looking ahead."""
    from dateutil.relativedelta import relativedelta, weekday

    target = weekday(number)
    if which == "next" or (future and which != "last"):
        return today + relativedelta(days=+1 if which == "next" else 0, weekday=target(+1))
    day = today + relativedelta(days=-1 if which == "last" else 0, weekday=target(-1))
    # Six days back without "last" is as likely to be tomorrow: better not to say.
    return None if not which and (today - day).days > 5 else day


# The days from today that a word tells; any other is today's.
_NEAR = {"yesterday": (-1, -1), "last night": (-1, -1), "overnight": (-1, 0), "tomorrow": (1, 1)}


def _near(word: str, today: dt.date) -> Days:
    first, last = _NEAR.get(word, (0, 0))
    return Days(today + dt.timedelta(days=first), today + dt.timedelta(days=last))


_WHOLE = ("week", "month", "year", "weekend", "quarter")  # not "next day", "last decade"


def _number(word: str | None, calendar: Calendar) -> int:
    if not word:
        return 1
    return int(word) if word.isdigit() else calendar.counts[word.lower()]


def _past(word: str | None, unit: str, named: bool, calendar: Calendar, today: dt.date) -> Days | None:
    """Days of "the past 24 hours", "the last three years", which reach to today; "last week" is the one before this."""
    unit = unit.rstrip("s")
    if not word and named and unit in _WHOLE:
        return _previous(unit, today)
    return Days(_shifted(today, unit, -_number(word, calendar)), today)


def _previous(unit: str, today: dt.date) -> Days:
    return holding(unit, _shifted(today, unit, -1))


def _this(unit: str, calendar: Calendar, today: dt.date, future: bool, which: str | None = "this") -> Days | None:
    if unit in calendar.seasons:
        start = calendar.seasons[unit]
        year = today.year - (start > today.month and not future) - ((which == "last") and start <= today.month)
        return whole_month(year + (which == "next" and start <= today.month), start, 3)
    if unit == "weekend":  # told early in a week, the one before
        return _weekend(today, future or today.weekday() > 2)
    whole = holding(unit, today)
    return whole if future else Days(whole.start, today)


def _coming(word: str | None, unit: str, calendar: Calendar, today: dt.date) -> Days | None:
    unit = unit.rstrip("s")
    if not word and unit in _WHOLE:
        return holding(unit, _shifted(today, unit, 1))
    return Days(today, _shifted(today, unit, _number(word, calendar)))


def ago(word: str, unit: str, calendar: Calendar, today: dt.date, *, sign: int = -1) -> Days | None:
    """The days of "two days ago" (later, with ``sign`` 1): a day; weeks, months and years as wide as their unit."""
    number, unit = sign * _number(word, calendar), unit.rstrip("s")
    if unit == "hour":
        return Days(_shifted(today, unit, number), today)
    day = _shifted(today, unit, number)
    return holding("year" if unit == "decade" else unit, day)
