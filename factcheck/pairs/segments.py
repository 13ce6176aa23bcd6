"""Which event a sentence is about: the story of the day, or one set off by another time."""

from __future__ import annotations

import datetime as dt
import functools
import re

from factcheck.display import MONTHS
from factcheck.documents import Document
from factcheck.pairs.differences import Days
from factcheck.spans import Span

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH = re.compile(
    r"\b(?:in|since|of|last|early|late|mid|until|from|by|during)[ -](" + "|".join(MONTHS) + r")\b(?! \d{1,2}\b)"
)
_LAST_YEAR = re.compile(r"\b(?:last|previous) year\b", re.IGNORECASE)
_A_MONTH = range(27, 31)  # days from the first to the last of a month
_A_YEAR = 365
_BACKGROUND = 60  # days before publication from which a day is one of another event


def time_marks(document: Document, sentence: Span, days: Days | None) -> frozenset[str]:
    """The marks that set a figure's sentence apart in time: past years, months, "last year".

    The days that the figure is known to be about tell better than words.
    """
    if days is not None and document.published is not None:
        return _marks_of_days(days, document.published)
    year = _last_year(document.text) if document.published is None else document.published.year
    said = document.text[sentence.start : sentence.stop]
    marks = {found.group() for found in _YEAR.finditer(said) if int(found.group()) < year}
    marks.update(_MONTH.findall(said))
    if _LAST_YEAR.search(said):
        marks.add(str(year - 1) if year else "last year")
    return frozenset(marks)


def _marks_of_days(days: Days, published: dt.date) -> frozenset[str]:
    start, stop = days
    past = published.toordinal() - stop
    if past > _BACKGROUND or stop - start in _A_MONTH:
        day = dt.date.fromordinal(stop)
        return frozenset({str(day.year) if past > _A_YEAR or stop - start > max(_A_MONTH) else MONTHS[day.month - 1]})
    return frozenset({"since"}) if stop - start > _BACKGROUND else frozenset()


@functools.lru_cache(maxsize=256)
def _last_year(text: str) -> int:
    """The last year that a text names, or 0, looked for once: every undated figure of it asks."""
    return max((int(found) for found in _YEAR.findall(text)), default=0)
