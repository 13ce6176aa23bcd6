"""Quantities: numeral + hedge + unit, as two intervals over exact decimals."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcheck.intervals import Interval
from factcheck.spans import Span

Hedge = Literal["at_most", "at_least", "more_than", "less_than", "about", "nearly", "just_over", "range", "vague"]
Kind = Literal[
    "count", "money", "percent", "points", "duration", "length", "area", "volume", "mass", "speed", "temperature",
    "energy", "power", "pressure", "data", "frequency", "force", "angle", "magnitude", "ratio", "multiple", "ordinal",
    "age", "rate", "other",
]  # fmt: skip
Change = Literal["up", "down"]
ChangePart = Literal["by", "to", "from"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit: singular English name (``day``, ``kilometre``, ``USD``, ``percent``).

    ``dimension`` names what can be converted into what; a value times ``factor`` is in the dimension's base unit
    (``None`` where there is no exact conversion, as between currencies).
    """

    name: str
    dimension: str
    factor: Decimal | None = None
    offset: Decimal = Decimal(0)
    ambiguous: bool = False  # "dollars" of an unnamed country


@dataclass(frozen=True, slots=True)
class Quantity:
    """What one numeral says: an interval to which its words commit, and the one a reader expects.

    ``span`` covers hedge, number and magnitude or symbol as written; ``number`` the numeral alone with its magnitude
    and currency or percent sign; ``unit_span`` the unit's words when they are apart from it. ``values`` are in ``unit``
    (or plain counts): one value, two for a range, more for alternatives. ``grain`` is half-open rounding evidence: the
    worth of the last digit that is stated (1 for "52", 100000 for "1.2 million"), ``None`` where nothing was rounded.
    ``trace`` tells in order why it reads as it does.
    """

    span: Span
    number: Span
    values: tuple[Decimal, ...]
    hard: Interval
    typical: Interval
    kind: Kind
    hedge: Hedge | None = None
    unit: Unit | None = None
    unit_span: Span | None = None
    per: str | None = None  # "day", "barrel": the denominator of a rate
    grain: Decimal | None = None
    change: Change | None = None
    change_part: ChangePart | None = None  # rose BY 5 % TO 20 FROM 15
    alternatives: bool = False  # "30, 50 or 100 days"
    vague: bool = False  # dozens, a few
    words: bool = False  # written in words, not digits
    trace: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """Something with digits or number words that is not a figure, and why."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in a text, in text order."""

    quantities: tuple[Quantity, ...]
    seen: tuple[Seen, ...]
