"""What a rule says of the numbers themselves: how far "about" may be off, and whether they are ever rounded."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from factcheck.figures import Figure
from factcheck.intervals import Interval
from factcheck.quantities import Quantity
from factcheck.ruleset import ClaimType

_UNROUNDED = Decimal("1E-9")  # the worth of the last digit of a number that is exact


def fit_figure(figure: Figure, rule: ClaimType) -> Figure:
    """The figure with its quantity read as the rule says; the same one when it says nothing of it."""
    quantity = figure.quantity
    if rule.tolerance is not None and quantity.hedge == "about" and quantity.values:
        return dataclasses.replace(figure, quantity=_loosened(quantity, rule.tolerance))
    if not rule.rounding and quantity.hedge is None and len(quantity.values) == 1:
        point = Interval.point(quantity.values[0])
        return dataclasses.replace(
            figure, quantity=dataclasses.replace(quantity, hard=point, typical=point, grain=_UNROUNDED)
        )
    return figure


def _loosened(quantity: Quantity, tolerance: Decimal) -> Quantity:
    """ "About n" is off by no more than the tolerance, as a rule by no more than half of it."""
    low, high = min(quantity.values), max(quantity.values)
    hard, typical = (Interval(low - abs(low) * share, high + abs(high) * share) for share in (tolerance, tolerance / 2))
    return dataclasses.replace(quantity, hard=hard, typical=typical)
