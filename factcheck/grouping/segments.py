"""Which event a sentence is about: the story of the day, or one set off by another time."""

from __future__ import annotations

import functools
import re

from factcheck.documents import Document

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = re.compile(
    r"\b(?:in|since|of|last|early|late|mid|until|from|by|during)[ -]("
    + "|".join(m.capitalize() for m in _MONTHS)
    + r")\b(?! \d{1,2}\b)"
)
_LAST_YEAR = re.compile(r"\b(?:last|previous) year\b", re.IGNORECASE)
_THIS_YEAR = re.compile(r"\b(?:this year|so far this year|earlier this year)\b", re.IGNORECASE)
_AGO = re.compile(r"\b(?:years|decades|months) (?:ago|earlier|before)\b|\b(?:decade|century)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|began|erupted|started|outbreak|onset|to date)\b", re.IGNORECASE)
_REACH = 300  # characters before a sentence in which a time still holds
_NOW = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|\b(?:today|yesterday|tonight|now|so far|have|has|says|is|are)\b|[\"“]"
)
_LOOSE = frozenset({"since", "this year"})


@functools.lru_cache(maxsize=8192)
def time_marks(document: Document, start: int, stop: int) -> frozenset[str]:
    """The marks that set the sentence ``[start, stop)`` apart in time: years, months, "last year", "since".

    A sentence without marks takes over the year of the sentence before it, in the same block.
    """
    year = document.published.year if document.published is not None else None
    marks = _marks(document.text, start, stop, year)
    if marks or _NOW.search(document.text, start, stop):
        return marks
    before = max(0, document.text.rfind(".", 0, max(0, start - 2)), start - _REACH)
    return frozenset(mark for mark in _marks(document.text, before, start, year) if mark not in _LOOSE)


def _marks(text: str, start: int, stop: int, year: int | None) -> frozenset[str]:
    sentence = text[start:stop]
    marks = {found for found in _YEAR.findall(sentence) if found != str(year)}
    marks.update(found.lower() for found in _MONTH.findall(sentence))
    if _LAST_YEAR.search(sentence):
        marks.add(str(year - 1) if year is not None else "last year")
    for name, pattern in (("this year", _THIS_YEAR), ("ago", _AGO), ("since", _SINCE)):
        if pattern.search(sentence):
            marks.add(name)
    return frozenset(marks)
