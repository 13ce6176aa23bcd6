"""Dates as headers write them: enough for a publication line, without a date library's start-up."""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import NamedTuple

from factcheck.spans import Span

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = "|".join(rf"{name[:3]}(?:{name[3:]})?" if name != "september" else "sept?(?:ember)?" for name in _MONTHS)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DATE = re.compile(
    rf"(?<![\w/-]){_WEEKDAY}(?:"
    r"(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})"
    rf"|(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m3>{_MONTH})\.?,?\s+(?P<y3>\d{{4}})"
    rf"|(?P<d4>\d{{1,2}})-(?P<m4>{_MONTH})-(?P<y4>\d{{4}}|\d\d)"
    # "9 Jun 89 (AFP)": only where nothing but a mark follows, since "3 May 12 people" is another thing.
    rf"|(?P<d5>\d{{1,2}})\s+(?P<m5>{_MONTH})\.?,?\s+['’]?(?P<y5>\d\d)(?=\s*(?:$|[(\[|—–]|--|-\s))"
    r")(?!\d|[-/]\d)",
    re.IGNORECASE | re.MULTILINE,
)
_DAY = re.compile(
    rf"(?<![\w/-]){_WEEKDAY}(?:(?P<m1>{_MONTH})\.?\s+(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s+(?P<m2>{_MONTH})\.?)\b",
    re.IGNORECASE,
)
_CENTURY = 70
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*")
_MAIL_MOMENT = re.compile(r"(?:[A-Z][a-z]{2},? +)?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d.*")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_SECONDS = re.compile(r"1?\d{9}(?:\d{3})?(?:\.\d+)?")


class FoundDate(NamedTuple):
    """A date and where it stands."""

    date: dt.date
    span: Span


def find_date(text: str, start: int = 0, stop: int | None = None) -> FoundDate | None:
    """The first whole date (day, month and year) of ``text[start:stop]``, if any."""
    for match in _DATE.finditer(text, start, len(text) if stop is None else stop):
        part = match.groupdict()
        year, month, day = next((part[f"y{n}"], part[f"m{n}"], part[f"d{n}"]) for n in "12345" if part[f"y{n}"])
        date = _date(_year(year), _month_number(month), int(day))
        if date is not None:
            return FoundDate(date, Span(match.start(), match.end()))
    return None


def find_day(text: str, start: int, stop: int, near: dt.date) -> FoundDate | None:
    """The first day and month of ``text[start:stop]``, in the year that brings it nearest to a date."""
    match = _DAY.search(text, start, stop)
    if match is None:
        return None
    month, day = _month_number(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
    dates = [date for year in (-1, 0, 1) if (date := _date(near.year + year, month, day)) is not None]
    if not dates:
        return None
    return FoundDate(min(dates, key=lambda date: abs(date - near)), Span(match.start(), match.end()))


def day_of(value: str, zone: str | None = None) -> dt.date | None:
    """The day that a value of some metadata tells: a date, or a moment, which is the day in ``zone`` if one is given.

    Without a zone a moment's day is the one written, that of the outlet. "03/05/2020" is no date: it may be two.
    """
    value = value.strip()
    moment = _moment(value)
    if moment is not None:
        aware = moment.tzinfo is not None and zone
        return (moment.astimezone(_zone(zone)) if aware and zone else moment).date()
    if (slashed := _SLASHED.match(value)) is not None:
        first, second = int(slashed[1]), int(slashed[2])
        month, day = (second, first) if first > 12 else (first, second)
        return _date(int(slashed[3]), month, day) if first > 12 or second > 12 or first == second else None
    found = find_date(value)
    return found.date if found else date_in_name(value) if len(value) == 8 else None


def _moment(value: str) -> dt.datetime | None:
    try:
        if _MOMENT.fullmatch(value):
            return dt.datetime.fromisoformat(value)
        if _MAIL_MOMENT.fullmatch(value):
            from email.utils import parsedate_to_datetime

            return parsedate_to_datetime(value)
        if _SECONDS.fullmatch(value):  # since 1970, as exports and feeds write them
            seconds = float(value)
            return dt.datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return None


@functools.lru_cache(maxsize=8)
def _zone(name: str) -> dt.tzinfo:
    import zoneinfo  # for the few that name one

    return zoneinfo.ZoneInfo(name)


def date_in_name(name: str) -> dt.date | None:
    """A date in a file name or path: 2025-06-01, 2025_06_01, 2025/06/01 or 20250601."""
    for match in _IN_NAME.finditer(name):
        date = _date(int(match[1]), int(match[3]), int(match[4]))
        if date is not None:
            return date
    return None


def _year(digits: str) -> int:
    """A year as written; of two digits, the one from 1970 to 2069."""
    year = int(digits)
    return year if len(digits) > 2 else year + (1900 if year >= _CENTURY else 2000)


def _month_number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(n for n, name in enumerate(_MONTHS, start=1) if name.startswith(word[:3].lower()))


def _date(year: int, month: int, day: int) -> dt.date | None:
    if not 1800 <= year <= 2200:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
