"""Dates as headers write them: enough for a publication line, without a date library's start-up."""

from __future__ import annotations

import datetime as dt
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
    r")(?!\d|[-/]\d)",
    re.IGNORECASE,
)
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


class FoundDate(NamedTuple):
    """A date and where it stands."""

    date: dt.date
    span: Span


def find_date(text: str, start: int = 0, stop: int | None = None) -> FoundDate | None:
    """The first whole date (day, month and year) of ``text[start:stop]``, if any."""
    for match in _DATE.finditer(text, start, len(text) if stop is None else stop):
        part = match.groupdict()
        year, month, day = next((part[f"y{n}"], part[f"m{n}"], part[f"d{n}"]) for n in "123" if part[f"y{n}"])
        date = _date(int(year), _month_number(month), int(day))
        if date is not None:
            return FoundDate(date, Span(match.start(), match.end()))
    return None


def date_in_name(name: str) -> dt.date | None:
    """A date in a file name or path: 2025-06-01, 2025_06_01, 2025/06/01 or 20250601."""
    for match in _IN_NAME.finditer(name):
        date = _date(int(match[1]), int(match[3]), int(match[4]))
        if date is not None:
            return date
    return None


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
