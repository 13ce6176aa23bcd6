"""One measure in two units: "20 hours, 34 minutes", "5 feet 10 inches", "six pounds and three ounces"."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from factcheck.quantities.draft import Draft
from factcheck.spans import Span
from factcheck.units import CURRENCY, UnitIndex

_BETWEEN = re.compile(r"(?:,? (?:and )?)?")
# "In two years, three months before the vote": what comes after is a day, not a part of the measure.
_DATED = re.compile(r" (?:after|before|later|earlier|ago)\b")
_TIMES = {"time", "months"}
_MINOR = frozenset(["cent", "penny"])
_HUNDRED = Decimal(100)
_INCHES_OF_FOOT = 12
_INCHES = re.compile(r" in(?= (?:tall|high|long|wide|deep|thick|across)\b|[.,;)]|$)")
_CLOSED = re.compile(r"[.,;)]|$| (?:tall|and|in height|with|or)\b")
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
    if first.unit is None:
        return False
    _take_inches(first, second, text, units)
    _take_minor(first, second, text, units)
    a, b = first.unit, second.unit
    if b is None:
        return False
    if a.name == "pound" and b.name == "penny":
        first.unit = a = units.named["GBP"]
    if a.name == "hour" and b.name == "metre" and text[second.stop : second.end] == "m":
        second.unit = b = units.named["minute"]  # "2h 30m"
    alike = a.dimension == b.dimension or {a.dimension, b.dimension} == _TIMES
    return alike and _BETWEEN.fullmatch(text, first.end, second.start) is not None


def _take_inches(first: Draft, second: Draft, text: str, units: UnitIndex) -> None:
    """Read the inches that look like a plain number: "12 ft 2 in high", "six foot two"."""
    if first.unit is None or first.unit.name != "foot" or second.unit is not None or second.doubt or first.per:
        return
    if not _BETWEEN.fullmatch(text, first.end, second.start) or not 0 <= second.value < _INCHES_OF_FOOT:
        return
    inches = _INCHES.match(text, second.stop)
    if inches or (text[first.end - 4 : first.end].endswith(("foot", "ft")) and _CLOSED.match(text, second.stop)):
        second.unit, second.end = units.named["inch"], inches.end() if inches else second.stop
        second.hedge_stop = -1


def _take_minor(first: Draft, second: Draft, text: str, units: UnitIndex) -> None:
    """Read the hundredths that look like a plain number: "two pounds fifty", "4 euros 20"; not "5 pounds 20 times"."""
    paid = first.unit is not None and (first.unit.dimension == CURRENCY or first.unit.name == "pound")
    if not paid or first.prefixed or first.per or second.unit is not None or second.doubt:
        return
    if second.start != first.end + 1 or text[first.end] != " " or not _FEWEST_PENCE <= second.value < _HUNDRED:
        return
    if second.factor == 1 and second.hedge is None and _PAID.match(text, second.stop):
        second.unit = units.named["penny" if first.unit and first.unit.name == "pound" else "cent"]


_FEWEST_PENCE = 5
_PAID = re.compile(r"[.,;)]|$| (?:for|each|an?|per|in|on|at|more|less|to|from|and)\b")


def to_major(draft: Draft, units: UnitIndex) -> None:
    """Pence as the pounds that they make."""
    major = units.majors.get(draft.unit.name) if draft.unit is not None else None
    if major is None:
        return
    draft.unit, draft.value, draft.factor = major, draft.value / _HUNDRED, draft.factor / _HUNDRED
    draft.values = tuple(value / _HUNDRED for value in draft.values)
    draft.grain = None if draft.grain is None else draft.grain / _HUNDRED


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
    if a is not None and b is not None and a.dimension == b.dimension == CURRENCY:
        return _HUNDRED if _is_minor(first, second, text) else None
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


def _is_minor(first: Draft, second: Draft, text: str) -> bool:
    """Whether the second tells the hundredths of a currency: "two dollars and forty cents"."""
    small = second.unit is not None and second.unit.name in _MINOR and 0 < second.value < _HUNDRED
    big = first.unit is not None and first.unit.name not in _MINOR and first.value % 1 == 0 and first.factor == 1
    return small and big and _plain(first) and _plain(second) and "," not in text[first.end : second.start]


def _plain(draft: Draft) -> bool:
    """A number that stands for itself."""
    return not draft.values and draft.numeral.bounds is None and draft.numeral.form in ("digits", "words")


def _take(first: Draft, second: Draft, parts: Decimal) -> None:
    if second.unit is not None and second.unit.name in _MINOR:
        first.value, first.grain = first.value + second.value / parts, None
        if first.unit_span is not None and second.unit_span is not None:
            first.unit_span = Span(first.unit_span.start, second.unit_span.stop)  # "dollars and forty cents"
        first.stop, first.end, first.hedge_stop = second.stop, second.end, second.hedge_stop
        return
    first.value = first.value * parts + second.value
    first.grain, first.factor = second.grain, Decimal(1)
    first.unit, first.unit_span, first.per = second.unit, second.unit_span, second.per
    first.stop, first.end = second.stop, second.end
    first.hedge_stop = second.hedge_stop
    first.hedge = first.hedge or second.hedge
    first.doubt = first.doubt or second.doubt
    first.hyphenated = second.hyphenated
    first.trace.append("two units of one measure")
