"""Two quantities side by side: brought to one unit, and what their numbers alone say to each other."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcheck.intervals import Interval
from factcheck.quantities import Quantity, common

Fit = Literal["same", "noted", "rounding", "typical", "hard", "apart"]

_ROUNDING = 20  # a number is never rounded by more than this part of it
_CONVERTING = 5  # nor by more than this part of it with its unit: a fortnight is not 20 days
_HUNDREDS = 100  # "several" and "dozens" are used too freely to be held against each other
_STRICT = frozenset({"more_than", "less_than", "nearly", "just_over"})  # "over 60" leaves out 60 itself


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity's numbers in the unit of the comparison; ``grain`` is the worth of the last digit stated."""

    values: tuple[Decimal, ...]
    hard: Interval
    typical: Interval
    grain: Decimal


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two readings in one unit; ``converted`` and ``doubt`` as of `factcheck.quantities.Common`."""

    a: Reading
    b: Reading
    converted: bool = False
    doubt: str | None = None


def pair_up(a: Quantity, b: Quantity) -> Pairing | str:
    """Both quantities in one unit, or why they cannot be compared (SEMANTICS: currencies are never converted)."""
    found = common(a, b)
    if isinstance(found, str):
        return found
    one, other = (
        _reading(quantity, factor, offset)
        for quantity, factor, offset in zip((a, b), found.factors, found.offsets, strict=True)
    )
    return Pairing(one, other, found.converted, found.doubt)


def fit(pairing: Pairing, a: Quantity, b: Quantity) -> Fit:
    """How the numbers alone stand to each other: the first of the levels of SEMANTICS §3.4-3.6 that holds."""
    x, y = pairing.a, pairing.b
    ranges = len(x.values) == len(y.values) > 1 and x.values != y.values and not (a.alternatives or b.alternatives)
    if not pairing.converted and set(x.values) & set(y.values) and not ranges:  # "10 to 15" beside "15 to 20"
        sides = {each.hedge if each.hedge in _STRICT else None for each in (a, b)}
        return "noted" if len(sides) > 1 else "same"
    if _rounds_to(x, y, pairing.converted, a, b):
        return "rounding"
    if x.typical.overlaps(y.typical):
        return "typical"
    if a.vague and b.vague and _magnitudes_apart(x, y):
        return "apart"
    meets = _rounds_across_hedge(x, y, a, b) or _rounds_across_hedge(y, x, b, a) or _meets(x, y, a, b)
    return "hard" if meets or x.hard.overlaps(y.hard) else "apart"


def _reading(quantity: Quantity, factor: Decimal, offset: Decimal) -> Reading:
    grain = quantity.grain if quantity.grain is not None else stated_grain(quantity)
    hard, typical = _rounded(quantity, grain)
    values = tuple(value * factor + offset for value in quantity.values)
    return Reading(values, hard.scaled(factor).shifted(offset), typical.scaled(factor).shifted(offset), grain * factor)


def _rounded(quantity: Quantity, grain: Decimal) -> tuple[Interval, Interval]:
    """Both intervals; a plain round number gives way by half its grain, but never by more than a twentieth.

    "40 dead" is not 38 or 42, though its last digit may look rounded; "1.2 million" is 1,187,432. What is rounded up
    leaves the upper end out: "9.3 billion" and "9.4 billion" are two numbers.
    """
    value = quantity.single
    if value is None or quantity.hedge is not None or quantity.hard.is_point:
        return quantity.hard, quantity.typical
    slack = min(grain / 2, abs(value) / _ROUNDING) if abs(value) >= _HUNDREDS or grain < 1 else Decimal(0)
    narrow = Interval(value - slack, value + slack, high_open=slack > 0)
    return (narrow, narrow) if quantity.hard.holds(narrow) else (quantity.hard, quantity.typical)


def stated_grain(quantity: Quantity) -> Decimal:
    """The worth of the last digit of the first value, as far as the value itself tells."""
    exponent = quantity.values[0].as_tuple().exponent if quantity.values else 0
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)


def _rounds_to(x: Reading, y: Reading, converted: bool, a: Quantity, b: Quantity) -> bool:
    """Whether the finer reading is the coarser one when rounded to its grain.

    In one unit only plain numbers round (a hedge has its own interval); a conversion rounds whatever its hedge, and may
    drop the digits that follow: 1.89 m are 6.2 feet.
    """
    if len(x.values) != 1 or len(y.values) != 1 or a.vague or b.vague:
        return False
    if not converted and (a.hedge not in (None, "about") or b.hedge not in (None, "about")):
        return False
    gap, coarse = abs(x.values[0] - y.values[0]), max(x.grain, y.grain)
    most = max(abs(x.values[0]), abs(y.values[0]))
    if converted:
        dropped = abs((x if x.grain > y.grain else y).values[0]) < most and gap < min(coarse, most / _ROUNDING)
        return dropped or gap <= min(coarse / 2, most / _CONVERTING)
    if most < _HUNDREDS and coarse > 1:
        return False
    return x.grain != y.grain and gap <= min(coarse / 2, most / _ROUNDING)


def _rounds_across_hedge(loose: Reading, exact: Reading, hedged: Quantity, plain: Quantity) -> bool:
    """ "nearly 900,000" for 908,614: loosely said, but the round number is the right one."""
    if hedged.hedge not in ("nearly", "just_over") or plain.hedge not in (None, "about") or plain.vague:
        return False
    one, other = loose.values, exact.values
    return len(one) == len(other) == 1 and abs(one[0] - other[0]) * _ROUNDING <= one[0]


def _magnitudes_apart(x: Reading, y: Reading) -> bool:
    """Whether two loose words are of different magnitudes: who says "dozens" does not mean "hundreds"."""
    low, high = sorted((x.typical, y.typical), key=lambda typical: typical.low or 0)
    return high.low is not None and high.low >= _HUNDREDS and low.high is not None and low.high < high.low


def _meets(x: Reading, y: Reading, a: Quantity, b: Quantity) -> bool:
    """Intervals that only touch at an open end: "more than 100" beside "nearly 100" or "fewer than 100"."""
    ends = (x.hard.low, y.hard.high), (y.hard.low, x.hard.high)
    return None not in (a.hedge, b.hedge) and any(low is not None and low == high for low, high in ends)
