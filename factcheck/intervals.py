"""Intervals of exact decimals, with open and unbounded ends."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between ``low`` and ``high``; ``None`` is unbounded, an open end leaves the bound out."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    def contains(self, value: Decimal) -> bool:
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below

    def overlaps(self, other: Interval) -> bool:
        """Whether some value lies in both; an open end touches nothing."""
        return _reaches(self, other) and _reaches(other, self)

    def holds(self, other: Interval) -> bool:
        """Whether every bound of ``other`` lies within this one (openness of shared ends ignored)."""
        low_ok = self.low is None or (other.low is not None and other.low >= self.low)
        high_ok = self.high is None or (other.high is not None and other.high <= self.high)
        return low_ok and high_ok

    def scaled(self, factor: Decimal) -> Interval:
        """The interval times a positive exact factor, as in a conversion of units."""
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.low_open,
            self.high_open,
        )

    def shifted(self, offset: Decimal) -> Interval:
        """The interval moved by an exact offset, as from degrees Celsius to kelvin."""
        if not offset:
            return self
        return Interval(
            None if self.low is None else self.low + offset,
            None if self.high is None else self.high + offset,
            self.low_open,
            self.high_open,
        )

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Interval(low, high)


def _reaches(a: Interval, b: Interval) -> bool:
    """Whether ``a`` starts no later than ``b`` ends."""
    if a.low is None or b.high is None:
        return True
    if a.low == b.high:
        return not (a.low_open or b.high_open)
    return a.low < b.high
