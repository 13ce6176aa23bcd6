"""The scale of a plot: values to places between 0 and 100, and the ticks that a reader can count by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from factcheck.reports.describe import compact

_MATHS = Context(prec=15, Emin=-999999, Emax=999999, traps=[])
_WIDE = Decimal(500)  # from here on a straight line would press the small values into one point
_LEAST_WIDTH = Decimal("0.1")  # of the values: 162 and 163 are to look as close as they are
_DRAWN = 100  # powers of ten; what lies beyond is drawn at the edge
_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the line, 0 to 100, with its label."""

    at: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from ``low`` to ``high`` over 0 to 100: straight, or by magnitudes (``logarithmic``, with a zero)."""

    low: Decimal
    high: Decimal
    logarithmic: bool
    ticks: tuple[Tick, ...]
    unit: Decimal = Decimal(1)  # of a logarithmic axis: below it values run straight down to zero

    def at(self, value: Decimal) -> Decimal:
        """Where a value stands, kept within the line."""
        return _place(value, self.low, self.high, self.unit if self.logarithmic else None)


def _place(value: Decimal, low: Decimal, high: Decimal, unit: Decimal | None) -> Decimal:
    low, high, value = (_bend(v, unit) for v in (low, high, min(max(value, low), high)))
    share = _MATHS.divide(_MATHS.subtract(value, low), _MATHS.subtract(high, low)) if high != low else Decimal("0.5")
    return _MATHS.multiply(share, Decimal(100)).quantize(_HUNDREDTH)


def _bend(value: Decimal, unit: Decimal | None) -> Decimal:
    """The value itself, or its magnitude above ``unit``."""
    if unit is None:
        return value
    return _MATHS.log10(_MATHS.add(Decimal(1), _MATHS.divide(value, unit)))


def axis(values: Iterable[Decimal], *, room_above: bool = False, from_zero: bool = False) -> Axis:
    """The axis that holds all ``values``; ``room_above`` leaves space for "or more"."""
    known = sorted(value for value in values if value.is_finite() and abs(value.adjusted()) < _DRAWN) or [Decimal(0)]
    low, high = known[0], known[-1]
    positive = [value for value in known if value > 0]
    if low >= 0 and positive and _MATHS.divide(high, positive[0]) >= _WIDE:
        return _logarithmic(positive[0], high, zero=from_zero or low == 0)
    if from_zero or (0 < low <= high * Decimal("0.4")):
        low = min(low, Decimal(0))
    whole = all(value == value.to_integral_value() for value in known)
    return _straight(low, high, room_above, least_step=Decimal(1) if whole else Decimal(0))


def _straight(low: Decimal, high: Decimal, room_above: bool, least_step: Decimal) -> Axis:
    lacking = _LEAST_WIDTH * max(abs(low), abs(high)) - _MATHS.subtract(high, low)
    if low == high:
        pad = max(abs(low) / 4, Decimal(1))
        low, high = (low - pad if low else low), high + pad
    elif lacking > 0:
        low, high = _MATHS.subtract(low, lacking / 2), _MATHS.add(high, lacking / 2)
    step = max(_step(_MATHS.subtract(high, low)), least_step)
    start = _MATHS.multiply(_MATHS.divide(low, step).to_integral_value(ROUND_FLOOR), step)
    count = int(_MATHS.divide(_MATHS.subtract(high, start), step).to_integral_value(ROUND_CEILING))
    marks = [_MATHS.add(start, _MATHS.multiply(step, Decimal(n))) for n in range(count + 1)]
    end = marks[-1]
    room = min(step / 2, _MATHS.subtract(end, start) / 8)
    if room_above and _MATHS.subtract(end, high) < room:
        end = _MATHS.add(end, room)
    return Axis(start, end, False, tuple(Tick(_place(mark, start, end, None), compact(mark)) for mark in marks))


def _step(width: Decimal) -> Decimal:
    """The round step (1, 2 or 5 of a power of ten) that cuts ``width`` into three to six."""
    power = Decimal(10) ** (_MATHS.divide(width, Decimal(6)).adjusted())
    return next(power * n for n in (1, 2, 5, 10) if power * n * 6 >= width)


def _logarithmic(smallest: Decimal, high: Decimal, *, zero: bool) -> Axis:
    """Powers of ten; with ``zero`` the line starts there and bends below the smallest value."""
    first, last = smallest.adjusted(), high.adjusted() + (high > Decimal(10) ** high.adjusted())
    jump = max(1, -(-(last - first) // 6))
    marks = [Decimal(10) ** power for power in range(first, last + 1, jump)]
    if marks[-1] < high:
        marks.append(marks[-1] * Decimal(10) ** jump)
    unit = marks[0] / 10
    start = Decimal(0) if zero else marks[0]
    ticks = ([Decimal(0)] if zero else []) + marks
    return Axis(start, marks[-1], True, tuple(Tick(_place(t, start, marks[-1], unit), compact(t)) for t in ticks), unit)


def day_place(day: dt.date, first: dt.date, last: dt.date) -> Decimal:
    """Where a day stands between the first and the last, 0 to 100."""
    return _place(Decimal(day.toordinal()), Decimal(first.toordinal()), Decimal(last.toordinal()), None)
