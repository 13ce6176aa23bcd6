"""Quantities in base units, so that any two of one dimension compare: hectares and square kilometres, shares and rates.

``measured`` brings one quantity to its base; two may be compared where their ``base`` is the same. Nothing is ever
converted that has no exact factor: no currency into another, no month into days, no percentage point into percent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from factcheck.intervals import Interval
from factcheck.quantities.model import Quantity
from factcheck.units import CURRENCY

ONE, HUNDRED = Decimal(1), Decimal(100)
SHARE = "share"  # the base of ratios, percentages and rates per so many: parts of one
# What a rate is given by, in the base unit of its dimension.
_SPANS: Mapping[str, tuple[Decimal, str]] = {
    "second": (ONE, "second"),
    "minute": (Decimal(60), "second"),
    "hour": (Decimal(3_600), "second"),
    "day": (Decimal(86_400), "second"),
    "week": (Decimal(604_800), "second"),
    "fortnight": (Decimal(1_209_600), "second"),
    "month": (ONE, "month"),
    "quarter": (Decimal(3), "month"),
    "year": (Decimal(12), "month"),
    "annum": (Decimal(12), "month"),
    "decade": (Decimal(120), "month"),
}
_MINOR = {"cent": "dollar"}  # hundredths of a currency that the text does not name either


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity's numbers in base units; ``base`` names what they measure, and is the same for all that compare."""

    values: tuple[Decimal, ...]
    hard: Interval
    typical: Interval
    grain: Decimal | None
    base: str


class _Scale(NamedTuple):
    base: str
    factor: Decimal = ONE
    offset: Decimal = Decimal(0)


def measured(quantity: Quantity) -> Measured:
    """The quantity in base units: "14 days" in seconds, "three quarters" and "75 %" in parts of one."""
    scale = _rated(_scale(quantity), quantity)
    factor, offset = scale.factor, scale.offset
    return Measured(
        values=tuple(value * factor + offset for value in quantity.values),
        hard=quantity.hard.scaled(factor).shifted(offset),
        typical=quantity.typical.scaled(factor).shifted(offset),
        grain=None if quantity.grain is None else quantity.grain * factor,
        base=scale.base,
    )


def distance(a: Quantity, b: Quantity) -> Decimal | None:
    """How far apart two quantities are, as a part of the greater: 0 for the same; None where they do not compare."""
    x, y = measured(a), measured(b)
    if x.base != y.base or not x.values or not y.values:
        return None
    first, second = max(x.values), max(y.values)
    greater = max(abs(first), abs(second))
    return abs(first - second) / greater if greater else Decimal(0)


def _scale(quantity: Quantity) -> _Scale:
    """What the number itself is measured in, its rate left out."""
    unit = quantity.unit
    if unit is None:
        return _Scale(SHARE if quantity.kind == "ratio" else quantity.kind if quantity.kind != "rate" else "count")
    if unit.dimension == "percent":
        return _Scale(SHARE, ONE / HUNDRED)
    if unit.dimension == CURRENCY:
        major = _MINOR.get(unit.name)
        return _Scale(f"money {major or unit.name}", ONE / HUNDRED if major else ONE)
    if unit.factor is None:
        return _Scale(unit.name)
    return _Scale(unit.dimension, unit.factor, unit.offset)


def _rated(scale: _Scale, quantity: Quantity) -> _Scale:
    """The scale of a rate: per so many of a thing, per length of time, per anything else."""
    per = quantity.per
    if per is None:
        return scale
    number, _, noun = per.partition(" ")
    if number[0].isdigit():
        many = Decimal(number.replace(",", ""))
        base = SHARE if scale.base == "count" else f"{scale.base} per {noun or 'one'}"
        return _Scale(base, scale.factor / many)
    span = _SPANS.get(per)
    if span is None:
        return scale._replace(base=f"{scale.base} per {per}")
    return _Scale(f"{scale.base} per {span[1]}", scale.factor / span[0])
