"""Quantities in base units, so that any two of one dimension compare: hectares and square kilometres, shares and rates.

`common` says in what two quantities can be held against each other, and is the only way in which anything is ever
converted. Nothing is that has no exact factor: no currency into another, no month into days, no percentage point into
percent.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from factcheck.quantities.model import Quantity
from factcheck.units import CURRENCY, Unit

ONE, HUNDRED = Decimal(1), Decimal(100)
SHARE = "percent"  # the dimension of ratios, percentages and rates per so many, and its base
COUNT = "count"
MONEY = "money"
_PLAIN_KINDS = frozenset({"count", "other"})
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


class Scale(NamedTuple):
    """What a number is measured in: its dimension, how much one of it is in that one's base unit, and of a rate what
    it is given by, as a base unit with how many of those.
    """

    dimension: str
    factor: Decimal = ONE
    offset: Decimal = Decimal(0)
    currency: str = ""
    per: str = ""
    many: Decimal = ONE

    @property
    def base(self) -> str:
        """A name that is the same for all that compare, whatever they are given by."""
        return f"{self.dimension} {self.currency}".rstrip()

    @property
    def group(self) -> str:
        """The same for all that may compare: what a count or a sum is given by may be left out."""
        return self.dimension if self.dimension in (COUNT, MONEY) or not self.per else f"{self.dimension} per"

    def of(self, value: Decimal) -> Decimal:
        """A value in the base unit, its rate left out."""
        return value * self.factor + self.offset


class Common(NamedTuple):
    """Two quantities that compare: by what each is multiplied, and then moved, to be in one unit.

    ``converted`` tells that one of them was measured in another unit, and so has been rounded in it; ``doubt`` says
    why the units may yet not be one.
    """

    factors: tuple[Decimal, Decimal] = (ONE, ONE)
    offsets: tuple[Decimal, Decimal] = (Decimal(0), Decimal(0))
    converted: bool = False
    doubt: str | None = None


def scale_of(quantity: Quantity) -> Scale:
    """What a quantity is measured in: "14 days" in seconds, "three quarters" and "75 %" in percent."""
    return _rated(_scale(quantity), quantity.per)


def common(a: Quantity, b: Quantity) -> Common | str:
    """How two quantities come to one unit, or in words why they do not (SEMANTICS: no currency is ever converted)."""
    one, other = scale_of(a), scale_of(b)
    if one.per and other.per and one.per != other.per:
        return f"per {a.per} against per {b.per}"
    if bool(one.per) != bool(other.per):
        if one.group != other.group:
            return f"{_kind(a)} against {_kind(b)}"
        one, other = one._replace(many=ONE), other._replace(many=ONE)  # what a sum is given by may be left out
    if one.dimension == other.dimension == SHARE:
        return Common((one.factor, other.factor))
    if one.dimension == other.dimension == MONEY:
        if one.currency == other.currency or a.unit is None or b.unit is None:
            return _converted(one, other)
        doubt = _one_currency(a.unit, b.unit)
        return "currencies are not converted" if doubt is None else Common(doubt=doubt or None)
    if one.dimension == other.dimension:
        return _converted(one, other)
    if (a.unit is None or b.unit is None) and (a.kind == b.kind or {a.kind, b.kind} <= _PLAIN_KINDS):
        return Common()  # the unit is left out
    if a.kind != b.kind or a.unit is None or b.unit is None:
        return f"{_kind(a)} against {_kind(b)}"
    if a.unit.dimension == b.unit.dimension:
        return f"{a.unit.name} and {b.unit.name} have no exact conversion"
    return f"{a.unit.name} against {b.unit.name}"


def factor_into(unit_of: Quantity, quantity: Quantity) -> Decimal | None:
    """What a quantity's values are multiplied with to be in the unit of another; ``None`` where there is no way."""
    found = common(unit_of, quantity)
    if isinstance(found, str) or any(found.offsets):
        return None
    return found.factors[1] / found.factors[0]


def distance(a: Quantity, b: Quantity) -> Decimal | None:
    """How far apart two quantities are, as a part of the greater: 0 for the same; None where they do not compare."""
    found = common(a, b)
    if isinstance(found, str) or not a.values or not b.values:
        return None
    first, second = (
        max(quantity.values) * factor + offset
        for quantity, factor, offset in zip((a, b), found.factors, found.offsets, strict=True)
    )
    greater = max(abs(first), abs(second))
    return abs(first - second) / greater if greater else Decimal(0)


def _converted(one: Scale, other: Scale) -> Common:
    """Two scales of one dimension: each as it is where they are one, else in base units."""
    if one.factor * other.many == other.factor * one.many and one.offset == other.offset:
        return Common()
    factors = one.factor * other.many, other.factor * one.many
    return Common(factors, (one.offset, other.offset), converted=True)


def _one_currency(a: Unit, b: Unit) -> str | None:
    """Whether one currency may be the other, only named less exactly: "$5" may be US$5, but never £5.

    ``None`` where it cannot; else what is doubtful about it, "" for nothing: a bare dollar is a US dollar to most who
    write it; beside A$ or C$ it may be either.
    """
    if MONEY in (a.name, b.name):
        return "one names its currency, the other does not"
    for plain, named in ((a, b), (b, a)):
        if plain.ambiguous and named.called == plain.name:
            usual = plain.name != "dollar" or named.name == "USD"
            return "" if usual else "one names its dollar, the other does not"
    return None


def _scale(quantity: Quantity) -> Scale:
    """What the number itself is measured in, its rate left out."""
    unit, kind = quantity.unit, quantity.kind
    if kind == "ratio":
        return Scale(SHARE, HUNDRED)
    if kind == "percent" or (unit is not None and unit.dimension == "percent"):
        return Scale(SHARE)
    if unit is None:
        return Scale(COUNT if kind in ("rate", *_PLAIN_KINDS) else kind)
    if kind == COUNT:
        return Scale(COUNT)
    if unit.dimension == CURRENCY:
        major = _MINOR.get(unit.name)
        return Scale(MONEY, ONE / HUNDRED if major else ONE, currency=major or unit.name)
    if unit.factor is None:
        return Scale(unit.name)
    dimension = f"age in {unit.dimension}" if kind == "age" else unit.dimension
    return Scale(dimension, unit.factor, unit.offset)


def _rated(scale: Scale, per: str | None) -> Scale:
    """The scale of a rate: per so many of a thing, per length of time, per anything else."""
    if per is None:
        return scale
    number, _, noun = per.partition(" ")
    if number[0].isdigit():
        many = Decimal(number.replace(",", ""))
        if scale.dimension == COUNT:
            return Scale(SHARE, HUNDRED / many)
        return scale._replace(per=noun or "one", many=many)
    many, base = _SPANS.get(per, (ONE, per))
    return scale._replace(per=base, many=many)


_KIND_NAMES = {"points": "percentage points", "money": "an amount of money", "percent": "a percentage"}


def _kind(quantity: Quantity) -> str:
    return _KIND_NAMES.get(quantity.kind, f"a {quantity.kind}")
