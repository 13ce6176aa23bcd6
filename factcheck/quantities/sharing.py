"""What two numbers beside each other share: a unit, a magnitude, a kind: "45 and 50 mg", "$50-60 million".

What must not match: "killed two and five hours later fled", "a 90 dollar or 384 million dollar bid".
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.quantities.draft import Draft
from factcheck.units import CURRENCY

_MILLION = Decimal(10**6)
_ALIKE = 20  # how many times as great one of two numbers with one unit may be
_UNSHARED = frozenset(["point", "magnitude"])
_TIMES = frozenset(["time", "months"])
_LATER = re.compile(r"\s(?:later|earlier|ago|before|after)\b")


def share_unit(first: Draft, second: Draft, text: str, *, listed: bool) -> None:
    """Give a bare number the unit of the next: "to 1.5 from 2.25 percent", "pills of 45 and 50 mg"."""
    bare = first.unit is None and first.doubt is None and first.numeral.bounds is None and first.per is None
    if not bare or second.unit is None or second.doubt or second.prefixed or second.unit.name in _UNSHARED:
        return
    if second.unit.dimension in _TIMES and _LATER.match(text, second.end):
        return  # "killed two and five hours later"
    if listed and not (first.value * _ALIKE > second.value > 0 and second.value * _ALIKE > first.value):
        return
    first.unit, first.hyphenated, first.listed = second.unit, second.hyphenated, listed
    share_magnitude(first, second)


def fit(first: Draft, second: Draft) -> bool:
    """Whether two numbers are of one kind: the same unit, or one unit for both."""
    if first.unit is None:
        return not second.prefixed or first.factor == 1
    if second.unit is None:
        return first.prefixed or first.unit.dimension == "magnitude"
    same = first.unit.dimension == second.unit.dimension
    if same and first.unit.factor and second.unit.factor and not (first.unit.offset or second.unit.offset):
        return True  # "between 9 mm and 3 cm"
    return first.unit.name == second.unit.name or (same and (first.unit.ambiguous or second.unit.ambiguous))


def share_magnitude(first: Draft, second: Draft, *, dashed: bool = False) -> None:
    """Give the first the magnitude that stands behind the second: "$50-60 million", "1.5-2 million"."""
    thousands = first.factor == second.factor == 1 and second.value % 1000 == 0 < first.value and dashed
    if thousands and first.value * 1000 < second.value and first.value < 1000 and first.unit is None:
        first.value *= 1000  # "100-150,000 troops"
        first.grain = second.grain
    own = first.unit_span is not None and first.unit_span.start >= first.stop  # "a 90 dollar or 384 million dollar bid"
    if (
        not own
        and first.factor == 1 < second.factor
        and first.value < 1000
        and first.value * second.factor < second.value
    ):
        first.value *= second.factor
        first.grain = first.grain * second.factor if first.grain else None
        first.factor = second.factor


def take_millions(first: Draft, second: Draft, text: str) -> None:
    """Read the "m" of one end of a range of money as a million, not metres: "$3m-5m", "3m to 5m dollars"."""
    for one, other in ((first, second), (second, first)):
        paid = other.unit is not None and other.unit.dimension == CURRENCY and other.factor == _MILLION
        if paid and one.unit is not None and one.unit.name == "metre" and text[one.stop : one.end] == "m":
            one.unit, one.unit_span, one.stop = None, None, one.end
            one.value, one.factor = one.value * _MILLION, _MILLION
            one.grain = one.grain * _MILLION if one.grain else None


def convert(first: Draft, second: Draft) -> None:
    """Bring the first of a range to the second's unit."""
    a, b = first.unit, second.unit
    if a is None or b is None or a == b or not a.factor or not b.factor or a.offset or b.offset:
        return
    first.value, first.grain = first.value * a.factor / b.factor, None
    first.unit = b
