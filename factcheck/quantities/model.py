"""Quantities: numeral + hedge + unit, as two intervals over exact decimals."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcheck.intervals import Interval
from factcheck.numerals import Seen
from factcheck.spans import Span
from factcheck.units import Unit

Hedge = Literal["at_most", "at_least", "more_than", "less_than", "about", "nearly", "just_over", "range", "vague"]
Kind = Literal[
    "count", "money", "percent", "points", "duration", "length", "area", "volume", "mass", "speed", "temperature",
    "energy", "power", "pressure", "data", "frequency", "force", "angle", "magnitude", "ratio", "multiple", "ordinal",
    "age", "rate", "other",
]  # fmt: skip
Change = Literal["up", "down"]
ChangePart = Literal["by", "to", "from"]
Tally = Literal["for", "against", "own", "other"]


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
    tally: Tally | None = None  # votes for and against ("7-2"), goals of one's own and the other's ("beat them 3-1")
    words: bool = False  # written in words, not digits
    restates: int | None = None  # index, in the reading, of the quantity that this one converts: "40 km (25 miles)"
    cell: tuple[Span, Span] | None = None  # the label of its row, and all of a table in running text
    trace: tuple[str, ...] = ()

    @property
    def single(self) -> Decimal | None:
        """The one value of a number that is no range and no loose word."""
        return self.values[0] if len(self.values) == 1 and not self.vague else None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in a text, in text order."""

    quantities: tuple[Quantity, ...]
    seen: tuple[Seen, ...]
