"""Two figures of one group that cannot be held against each other: other currencies, percentages and points.

The contract has no relation "not comparable": such a pair is compatible, and its reason says why nothing was compared.
"""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.drift import same_passage
from factcheck.comparing.model import Comparison
from factcheck.comparing.sides import in_order
from factcheck.pairs.values import pair_up
from factcheck.quantities import Quantity
from factcheck.units import CURRENCY
from factcheck.vocabulary import Vocabulary

_SLIP = "same digits in another {}: slip?"


def incomparable(a: Claim, b: Claim, vocabulary: Vocabulary) -> Comparison:
    """What stands between two figures that `compare` cannot compare.

    SEMANTICS §3.1 comes first and stops at two currencies ("$2.5m / €2.5m: not comparable, hinted"), so that the
    "same digits with another currency" of §3.6 is a hint. It is a conflict only where the passage around the number is
    the same too: then the currency, not the number, was copied wrongly.
    """
    a, b = in_order(a, b)
    one, other = a.figure.quantity, b.figure.quantity
    hint = _hint(one, other)
    x, y = naming.reading(a), naming.reading(b)
    if hint is not None and a.figure.document.id != b.figure.document.id and same_passage(a, b, vocabulary):
        first, second = naming.outlets(a, b)
        reason = f"Nearly the same passage has {x} in {first} and {y} in {second}."
        return Comparison(a, b, "conflict", reason, hint=hint, nature="drift")
    x, y = naming.pair(a, b)
    return Comparison(
        a, b, "compatible", f"{x} and {y} are not compared: {_why(one, other)}.", hint=hint, nature="apart"
    )


def _why(a: Quantity, b: Quantity) -> str:
    if _in_money(a) and _in_money(b):
        return "currencies are not converted"
    if {a.kind, b.kind} == {"percent", "points"}:
        return "a percentage and percentage points are different things"
    pairing = pair_up(a, b)
    return pairing if isinstance(pairing, str) else "they measure different things"


def _hint(a: Quantity, b: Quantity) -> str | None:
    """Where the digits are the same and only the currency, or percent for points, is not."""
    if a.values != b.values or a.vague or b.vague:
        return None
    if _in_money(a) and _in_money(b):
        return _SLIP.format("currency") if a.unit != b.unit else None
    return _SLIP.format("unit") if {a.kind, b.kind} == {"percent", "points"} else None


def _in_money(quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.unit.dimension == CURRENCY
