"""Which event a sentence is about: the story of the day, or one set off by another time."""

from __future__ import annotations

import datetime as dt
import functools
import re

from factcheck.display import MONTHS
from factcheck.documents import Document
from factcheck.spans import Span

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH = re.compile(
    r"\b(?:in|since|of|last|early|late|mid|until|from|by|during)[ -](" + "|".join(MONTHS) + r")\b(?! \d{1,2}\b)"
)
_LAST_YEAR = re.compile(r"\b(?:last|previous) year\b", re.IGNORECASE)
_APART = re.compile(r"\b(?:which|that|who|whose|where|when|after|devastated|hit|struck) ", re.IGNORECASE)
_A_MONTH = range(27, 31)  # days from the first to the last of a month
_A_YEAR = 365
_BACKGROUND = 60  # days before publication from which a day is one of another event
_FAR = 90  # characters between a year and a number that has nothing to do with it
_FRONT = 20  # characters from a sentence's start in which a year holds for all of it


Days = tuple[int, int]  # the first and the last, as ordinals


def time_marks(document: Document, sentence: Span, number: int, days: Days | None) -> frozenset[str]:
    """The marks that set the figure at ``number`` apart in time: past years, months, "last year".

    The days that it is known to be about tell better than words.
    """
    if days is not None and document.published is not None:
        return _marks_of_days(days, document.published)
    return _marks(document.text, sentence, own_year(document) or None, number)


def _marks_of_days(days: Days, published: dt.date) -> frozenset[str]:
    start, stop = days
    past = published.toordinal() - stop
    if past > _BACKGROUND or stop - start in _A_MONTH:
        day = dt.date.fromordinal(stop)
        return frozenset({str(day.year) if past > _A_YEAR or stop - start > max(_A_MONTH) else MONTHS[day.month - 1]})
    return frozenset({"since"}) if stop - start > _BACKGROUND else frozenset()


def own_year(document: Document) -> int:
    """The year of a document; of an undated one the last that it names."""
    if document.published is not None:
        return document.published.year
    return _last_year(document.text)


@functools.lru_cache(maxsize=256)
def _last_year(text: str) -> int:
    """The last year that a text names, looked for once: every undated figure of it asks."""
    return max((int(found) for found in _YEAR.findall(text)), default=0)


def _marks(text: str, sentence: Span, year: int | None, number: int) -> frozenset[str]:
    start, stop = sentence
    marks = set()
    for match in _YEAR.finditer(text, start, stop):
        far = abs(match.start() - number) > _FAR and match.start() - start > _FRONT
        if match.start() > number and _APART.search(text, number, match.start()):
            continue  # "killed five in a region devastated by the tsunami of 2004"
        if not far and (year is None or int(match.group()) < year):
            marks.add(match.group())
    marks.update(_MONTH.findall(text, start, stop))
    if _LAST_YEAR.search(text, start, stop):
        marks.add(str(year - 1) if year is not None else "last year")
    return frozenset(marks)
