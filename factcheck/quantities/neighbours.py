"""Numbers beside a look-alike that are of its kind: "2014 to 2017", "ages 5, 7 and 9", "Rooms 12 and 14"."""

from __future__ import annotations

import re

from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import is_plural, next_words

_BESIDE = re.compile(r",\s|,?\sand\s")
_DAYS = re.compile(r",? (?:and )?[0-9]{1,2}[,.;)]")  # behind a day of several of a month: "May 6, 13, and 14, a"
_END = re.compile(r"[,.;)]|\s*$")
_ROW = re.compile(
    r"[,;.)]|\s*$| and [0-9]| (?:was|were|is|are|has|have|had|cause[sd]?|left|won|met"
    r"|fell|went|came|said|walked|opened|closed|voted|lost|shut)\b"
)
_LAST_YEAR = 2100
_SIZES = {
    "date": (1, 31),
    "clock time": (0, 24),
    "year": (1500, _LAST_YEAR),
    "age of a person": (0, 120),
}  # of a look-alike's neighbour


def is_next(first: Draft, second: Draft, gap: str, text: str, limit: int) -> bool:
    """Whether the second of two numbers in a row is an age, a name or a day of a month as the first is."""
    if first.doubt not in ("age of a person", "name", "date") or not (_BESIDE.fullmatch(gap)):
        return False
    if second.doubt is not None or not alike(second, first) or second.numeral.form != first.numeral.form:
        return False
    if any(is_plural(word.lower()) for word in next_words(text, second.stop, limit, 2)):
        return False
    if first.doubt == "date":
        return (_DAYS if gap == ", " else _END).match(text, second.stop) is not None and second.value > first.value
    return _ROW.match(text, second.stop) is not None and (first.doubt != "name" or second.value > first.value)


def alike(second: Draft, first: Draft) -> bool:
    """Whether a second number can be the same kind of look-alike as the first: bare, not hedged, of its size."""
    low, high = _SIZES.get(first.doubt or "", (0, _LAST_YEAR))
    bare = second.unit is None and second.hedge is None and second.factor == 1 and second.value % 1 == 0
    return second.doubt in (None, first.doubt) and bare and low <= second.value <= high
