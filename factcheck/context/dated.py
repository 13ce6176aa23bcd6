"""The days a phrase of time means, seen from the day of publication."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from factcheck.context.calendar import Calendar
from factcheck.context.days import (
    Days,
    day_of,
    holding,
    inside_calendar,
    nearest,
    nearest_weekday,
    one,
    shifted,
    units_off,
    weekend,
    whole_month,
)  # fmt: skip

_WHOLE = ("week", "month", "year", "weekend", "quarter")  # not "next day", "last decade"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A matched phrase, and where it is seen from.

    ``future`` tells that the clause speaks of what is to come, so that "Monday" is the next one.
    """

    match: re.Match[str]
    calendar: Calendar
    today: dt.date | None
    future: bool

    def said(self, part: str) -> str:
        """A part in small letters, empty where the phrase lacks it."""
        return (self.match[part] or "").lower()

    def day(self, part: str) -> int:
        """The number of "4", "14th"; 0 for none."""
        return int(re.sub(r"\D", "", self.said(part)) or 0)

    def month(self, part: str) -> int:
        return self.calendar.month(self.said(part))

    def year(self, part: str) -> int:
        return int(self.said(part) or 0)

    def number(self, part: str) -> int:
        """How many units; one where none is told."""
        return self.calendar.number(self.said(part) or "1")

    def unit(self, part: str) -> str:
        return self.said(part).rstrip("s")

    def step(self, part: str) -> int | None:
        """-1 of "last", 0 of "this", 1 of "next"."""
        return self.calendar.steps.get(self.said(part))

    def quarter(self, part: str) -> int:
        return self.calendar.quarters[self.said(part)]

    def nearest(self, in_year: Callable[[int], dt.date | None]) -> dt.date | None:
        return None if self.today is None else nearest(self.today, self.future, in_year)


@inside_calendar
def resolve(match: re.Match[str], calendar: Calendar, today: dt.date | None, future: bool) -> Days | None:
    """The days a matched phrase means, seen from ``today``; ``None`` when it cannot be told."""
    phrase = _Phrase(match, calendar, today, future)
    before = phrase.said("pre").strip()
    days = None if before in calendar.words.limits else _read(phrase)
    if days is not None and phrase.said("win"):
        days = _window(phrase, days)
    if before == "since" and days is not None:
        return Days(days.start, today) if today and today >= days.start else None
    return days


def _read(phrase: _Phrase) -> Days | None:
    for part, dated in _DATED.items():
        if phrase.said(part):
            return dated(phrase)
    for part, seen in _SEEN.items():
        if phrase.said(part) and phrase.today is not None:
            return seen(phrase, phrase.today)
    return None


# Phrases with a date of their own, which lack at most the year


def _month_day(phrase: _Phrase) -> Days | None:
    """A day of a month, or the days of "June 2-5", "from 2 to 5 June", "May 28 to June 2"."""
    if phrase.said("d1"):
        opens, first, last = phrase.month("m1"), phrase.day("d1"), phrase.day("d3")
        ends = phrase.month("m4") or opens
    else:
        ends, first, last = phrase.month("m2"), phrase.day("d0"), phrase.day("d2")
        opens = phrase.month("m0") or ends
    year = phrase.year("y1") or phrase.year("y3") or _century(phrase.year("y0"), phrase.today)
    in_year = functools.partial(day_of, month=ends, day=last or first)
    stop = in_year(year) if year else phrase.nearest(in_year)
    if stop is None or not (first and last):
        return one(stop)
    start = day_of(phrase.year("y3") or stop.year - (opens > ends), opens, first)
    return Days(start, stop) if start is not None and start <= stop else one(start)


def _century(year: int, today: dt.date | None) -> int:
    """The year that two digits stand for, the last one that has begun: 2024 of "29 jun 24", 1989 of "89"."""
    now = 2099 if today is None else today.year
    return now - (now - year) % 100 if year else 0


def _window(phrase: _Phrase, days: Days) -> Days | None:
    """The days of "the three months to September", "the week ending May 31", "the week of May 12"."""
    unit = phrase.said("lu")
    if phrase.said("lo"):
        opens = unit == "week" and days.start == days.stop
        return one(days.start, nights=6) if opens else days
    return Days(shifted(days.stop + dt.timedelta(days=1), unit, -phrase.number("ln")), days.stop)


def _month(phrase: _Phrase) -> Days | None:
    """A month with its year, or the last one of its name that has begun."""
    month, today = phrase.month("m3"), phrase.today
    if phrase.said("y2"):
        return whole_month(phrase.year("y2"), month)
    if today is None:
        return None
    if phrase.said("ly"):
        return whole_month(today.year + phrase.calendar.steps[phrase.said("ly").split()[0]], month)
    if phrase.future or phrase.step("mr") == 1:
        return whole_month(today.year + (month < today.month), month)
    return whole_month(today.year - (month > today.month), month)


def _months(phrase: _Phrase) -> Days | None:
    """From the first day of one month to the last of another: "December 2013 and December 2014", "May to July"."""
    first, last, until = phrase.month("ra"), phrase.month("rb"), phrase.year("ryb")
    if not until and phrase.today is None:
        return None
    if not until and phrase.today is not None:
        until = phrase.today.year - (bool(phrase.said("rl")) or (last > phrase.today.month and not phrase.future))
    since = phrase.year("rya") or until - (first > last)
    days = Days(dt.date(since, first, 1), whole_month(until, last).stop)
    return days if days.start <= days.stop else None


def _years(phrase: _Phrase) -> Days | None:
    """All days from one year to another, which may be shortened: "2014-16"."""
    first, last = phrase.said("ya"), phrase.said("yb")
    until = int(last) if len(last) == 4 else int(first[:2] + last)
    return Days(dt.date(int(first), 1, 1), dt.date(until, 12, 31)) if int(first) <= until else None


def _portion(phrase: _Phrase) -> Days | None:
    """The days of "the first three months of the year", "the second half of 2014", no later than today."""
    whole, unit, number = _whole(phrase), phrase.said("ou").rstrip("s"), phrase.number("on")
    if whole is None:
        return None
    if phrase.said("op") in ("last", "final"):
        start = shifted(whole.stop + dt.timedelta(days=1), unit, -number)
    else:
        start = shifted(whole.start, unit, number * (phrase.quarter("op") - 1))
    stop = min(whole.stop, shifted(start, unit, number) - dt.timedelta(days=1))
    if phrase.today is not None and start <= phrase.today and not phrase.future:
        stop = min(stop, phrase.today)
    return Days(start, stop) if whole.start <= start <= stop else None


def _whole(phrase: _Phrase) -> Days | None:
    """All days of "the year", "last month", "May 2014", "2014"."""
    words, today = phrase.said("of"), phrase.today
    first, _, last = words.rpartition(" ")
    month = phrase.calendar.month(first if last.isdigit() else words)
    if last.isdigit():
        return whole_month(int(last), month or 1, 1 if month else 12)
    if today is None:
        return None
    if month:
        return whole_month(today.year - (month > today.month), month)
    return holding(last, shifted(today, last, phrase.calendar.steps.get(first, 0)))


# Phrases that tell days only from the day they are seen from


def _weekday(phrase: _Phrase, today: dt.date) -> Days | None:
    """ "Friday", "last Friday", "Friday to Sunday", "Friday night into Saturday"."""
    target, last = (phrase.calendar.weekdays.get(phrase.said(part).rstrip("."), -1) for part in ("w", "w2"))
    stop = nearest_weekday(today, target if last < 0 else last, phrase.step("wr"), phrase.future)
    if last < 0:
        return one(stop, 1 if phrase.said("wn") else 0)
    return Days(stop - dt.timedelta(days=(last - target) % 7), stop) if stop is not None else None


def _near(phrase: _Phrase, today: dt.date) -> Days:
    """The days from today that a word tells; any other is today's."""
    first, last = phrase.calendar.near.get(phrase.said("near"), (0, 0))
    return Days(today + dt.timedelta(days=first), today + dt.timedelta(days=last))


def _past(phrase: _Phrase, today: dt.date) -> Days:
    """Days of "the past 24 hours", "the last three years", which reach to today; "last week" is the one before this."""
    unit, which = phrase.unit("pu"), phrase.said("pw")
    rolling = phrase.said("pn") or which == "past" or (phrase.said("pt") and which == "last")
    before = shifted(today, unit, -phrase.number("pn"))
    return Days(before, today) if rolling or unit not in _WHOLE else holding(unit, before)


def _coming(phrase: _Phrase, today: dt.date) -> Days:
    """Days of "the next three years", which begin today; "next week" is the one behind this."""
    unit, rolling = phrase.unit("nu"), phrase.said("nn")
    then = shifted(today, unit, phrase.number("nn"))
    return Days(today, then) if rolling or unit not in _WHOLE else holding(unit, then)


def _this(phrase: _Phrase, today: dt.date) -> Days | None:
    """ "This week" up to today, or all of it where the clause looks ahead."""
    unit, future = phrase.said("tu"), phrase.future
    if unit in phrase.calendar.seasons:
        return _season(phrase, today, "tu")
    if unit == "weekend":  # told early in a week, the one before
        return weekend(today, future or today.weekday() > 2)
    whole = holding(unit, today)
    return whole if future else Days(whole.start, today)


def _season(phrase: _Phrase, today: dt.date, part: str = "s") -> Days | None:
    """ "This summer", "last winter": of this year, or the one before it where it has not begun."""
    start, step = phrase.calendar.seasons[phrase.said(part)], phrase.step("sr") if part == "s" else 0
    if step is None:
        return None
    return whole_month(today.year + (step if start <= today.month else -(not phrase.future)), start, 3)


def _quarter(phrase: _Phrase, today: dt.date) -> Days:
    """The last quarter of that number that has begun by today."""
    first = 3 * phrase.quarter("q") - 2
    return whole_month(today.year - (first > today.month), first, 3)


def _holiday(phrase: _Phrase) -> Days | None:
    """A holiday's day: "12-25", or the first such weekday from a day on: "11-22 thursday"."""
    calendar = phrase.calendar
    day, _, from_then = calendar.holidays[phrase.said("h").replace("’", "'")].partition(" ")

    def in_year(year: int) -> dt.date | None:
        found = day_of(year, *map(int, day.split("-")))
        if not from_then or found is None:
            return found
        return found + dt.timedelta(days=(calendar.weekdays[from_then] - found.weekday()) % 7)

    return one(phrase.nearest(in_year))


# How a phrase is read that has a part.
_DATED: Mapping[str, Callable[[_Phrase], Days | None]] = {
    "iso": lambda phrase: one(day_of(*map(int, phrase.said("iso").split("-")))),
    "d1": _month_day,
    "d2": _month_day,
    "ra": _months,
    "m3": _month,
    "ya": _years,
    "op": _portion,
    "qy2": lambda phrase: whole_month(phrase.year("qy2"), 3 * phrase.quarter("q") - 2, 3),
    "sy": lambda phrase: whole_month(phrase.year("sy"), phrase.calendar.seasons[phrase.said("s")], 3),
    "sy2": lambda phrase: whole_month(phrase.year("sy2"), phrase.calendar.seasons[phrase.said("s")], 3),
    "dec": lambda phrase: holding("decade", dt.date(phrase.year("dec"), 1, 1)),
    "h": _holiday,
    "y": lambda phrase: whole_month(phrase.year("y"), 1, 12),
}
_SEEN: Mapping[str, Callable[[_Phrase, dt.date], Days | None]] = {
    "w": _weekday,
    "near": _near,
    "pu": _past,
    "we": lambda phrase, today: weekend(today, phrase.future),
    "tu": _this,
    "nu": _coming,
    "mu": lambda phrase, today: one(today) if phrase.future else None,
    "sn": lambda phrase, today: Days(shifted(today, phrase.unit("sd"), -phrase.number("sn")), today),
    "an": lambda phrase, today: units_off(-phrase.number("an"), phrase.unit("au"), today),
    "q": _quarter,
    "s": _season,
}
