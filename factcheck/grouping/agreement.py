"""Whether two numbers say the same, so that nothing has to keep them apart."""

from __future__ import annotations

from decimal import Decimal

from factcheck.grouping.evidence import Pair, converts
from factcheck.grouping.profiles import Profile

_ROUNDING = 20  # a number is never rounded by more than this part of it


def agree(pair: Pair) -> bool:
    """Whether the two numbers do not contradict each other, so that there is nothing to keep apart."""
    a, b = pair.a.claim.figure.quantity, pair.b.claim.figure.quantity
    same = pair.a.number == pair.b.number or (a.unit == b.unit and not set(a.values).isdisjoint(b.values))
    return same or converts(a, b) or (a.typical.overlaps(b.typical) and _comparable(pair))


def _comparable(pair: Pair) -> bool:
    """Whether two numbers are in one unit, and no further apart than rounding or a hedge explains."""
    a, b = pair.a.claim.figure.quantity, pair.b.claim.figure.quantity
    if a.unit != b.unit or a.vague or b.vague:
        return False
    x, y = value_of(pair.a), value_of(pair.b)
    return a.hedge is not None or b.hedge is not None or abs(x - y) * _ROUNDING <= max(abs(x), abs(y))


def value_of(profile: Profile) -> Decimal:
    return max(profile.claim.figure.quantity.values, default=Decimal(0))
