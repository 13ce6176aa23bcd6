"""What a numeral is: the words or digits of a number as written, and what they are worth."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from factcheck.spans import Span

Form = Literal["digits", "words", "vague", "zero", "multiple", "fraction", "ordinal"]


@dataclass(frozen=True, slots=True)
class Seen:
    """Something with digits or number words that is not a figure, and why."""

    span: Span
    why: str


_MOST_PLACES = 24  # exact arithmetic has 28


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a loose word commits to, and what a reader expects of it."""

    hard: tuple[Decimal, Decimal]
    typical: tuple[Decimal, Decimal]

    def times(self, factor: Decimal, *, open_ended: bool = False) -> Bounds:
        """The bounds of so many hundreds, thousands, …; open-ended, up to where the next name would be used."""
        (low, high), (first, last) = self.hard, self.typical
        if not open_ended:
            return Bounds((low * factor, high * factor), (first * factor, last * factor))
        top = max((high + 1) * factor, 1000 * factor) - 1
        return Bounds((low * factor, top), (first * factor, (last + 1) * factor - 1))


class Numeral(NamedTuple):
    """One number as written.

    ``value`` includes the magnitude ``factor`` ("1.2 million": 1200000 and 1000000), which a neighbour in a range may
    share. ``grain`` is the worth of the last digit that is stated. ``bounds`` is set for loose words only.
    """

    start: int
    stop: int
    value: Decimal
    form: Form
    grain: Decimal | None = None
    factor: Decimal = Decimal(1)
    bounds: Bounds | None = None
    word: str = ""  # the loose, zero or multiple word that decided
    words: bool = False  # spelled out

    @property
    def span(self) -> Span:
        return Span(self.start, self.stop)

    @property
    def counts(self) -> bool:
        """Whether something can be so many; what is not, exact arithmetic cannot hold either."""
        return -_MOST_PLACES <= self.value.adjusted() <= _MOST_PLACES
