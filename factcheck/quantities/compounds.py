"""One measure in two units: "20 hours, 34 minutes", "5 feet 10 inches", "six pounds and three ounces"."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from factcheck.quantities.draft import Draft
from factcheck.units import UnitIndex

_BETWEEN = re.compile(r"(?:,? (?:and )?)?")
# "In two years, three months before the vote": what comes after is a day, not a part of the measure.
_DATED = re.compile(r" (?:after|before|later|earlier|ago)\b")
_TIMES = {"time", "months"}
_MOST_PARTS = 5280  # feet of a mile


def join_compounds(drafts: list[Draft], text: str, units: UnitIndex) -> list[Draft]:
    """The drafts with each measure of several units as one, in its smallest unit.

    A run of measures is joined as a whole or not at all: "3 years, 2 months, 14 days" has no smallest unit, because
    months are of no fixed length.
    """
    joined: list[Draft] = []
    at = 0
    while at < len(drafts):
        stop = at + 1
        while stop < len(drafts) and _beside(drafts[stop - 1], drafts[stop], text, units):
            stop += 1
        joined.extend(_joined(drafts[at:stop], text) if stop > at + 1 else drafts[at:stop])
        at = stop
    return joined


def _beside(first: Draft, second: Draft, text: str, units: UnitIndex) -> bool:
    """Whether two measures of time, of length or of weight stand in one run."""
    a, b = first.unit, second.unit
    if a is None or b is None:
        return False
    if a.name == "hour" and b.name == "metre" and text[second.stop : second.end] == "m":
        second.unit = b = units.named["minute"]  # "2h 30m"
    alike = a.dimension == b.dimension or {a.dimension, b.dimension} == _TIMES
    return alike and _BETWEEN.fullmatch(text, first.end, second.start) is not None


def _joined(run: list[Draft], text: str) -> list[Draft]:
    parts = [_parts(first, second, text) for first, second in pairwise(run)]
    steps = [part for part in parts if part is not None]
    if len(steps) == len(parts):
        for second, step in zip(run[1:], steps, strict=True):
            _take(run[0], second, step)
        return run[:1]
    return run


def _parts(first: Draft, second: Draft, text: str) -> Decimal | None:
    """How many of the second's unit make one of the first's, where the two are one measure."""
    a, b = first.unit, second.unit
    if a is None or b is None or a == b or a.dimension != b.dimension or not a.factor or not b.factor:
        return None
    if first.per is not None or first.prefixed or second.prefixed or not _plain(first) or not _plain(second):
        return None
    if 0 <= second.hedge_start < second.start or first.hedge_stop >= 0:
        return None
    between = text[first.end : second.start]
    if not _BETWEEN.fullmatch(between) or ("," in between and _DATED.match(text, second.end)):
        return None
    parts = a.factor / b.factor
    whole = parts == parts.to_integral_value() and 1 < parts <= _MOST_PARTS and first.value % 1 == 0
    return parts if whole and 0 < second.value < parts else None


def _plain(draft: Draft) -> bool:
    """A number that stands for itself."""
    return not draft.values and draft.numeral.bounds is None and draft.numeral.form in ("digits", "words")


def _take(first: Draft, second: Draft, parts: Decimal) -> None:
    first.value = first.value * parts + second.value
    first.grain, first.factor = second.grain, Decimal(1)
    first.unit, first.unit_span, first.per = second.unit, second.unit_span, second.per
    first.stop, first.end = second.stop, second.end
    first.hedge_stop = second.hedge_stop
    first.hedge = first.hedge or second.hedge
    first.doubt = first.doubt or second.doubt
    first.hyphenated = second.hyphenated
    first.trace.append("two units of one measure")
