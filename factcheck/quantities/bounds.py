"""Hard and typical intervals of a number with its hedge (SEMANTICS, section 2)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from factcheck.intervals import Interval
from factcheck.quantities.draft import Draft
from factcheck.quantities.model import Hedge

ZERO = Decimal(0)
_TYPICAL = Decimal("0.5")  # of how far "about" may be off, what a reader expects
_DIGITS = 5  # units of the last digit that is stated by which "about" may be off: "some 88.41 %" is told exactly
_COUNTED = frozenset(["percent", "points"])  # said to the last digit, however round
_HALF_MORE = Decimal("1.5")
_ROUND_FROM, _WHOLE = 20, Decimal(100)  # a hundred, of percents or people, is counted
_MOST_ROUNDING = Decimal("0.25")  # "a million" is not half a million


def intervals(draft: Draft, spread: Mapping[str, Decimal]) -> tuple[Interval, Interval]:
    """What the words commit to, and what a reader expects; ``spread`` is by what share a hedged number may be off."""
    if len(draft.values) > 1:
        hedge = "about" if draft.rough else draft.hedge
        return _hedged_range(min(draft.values), max(draft.values), hedge, spread["about"])
    if draft.numeral.bounds is not None:
        return _vague(draft, spread)
    return _hedged(draft.values[0] if draft.values else draft.value, draft, spread)


def _hedged(n: Decimal, draft: Draft, spread: Mapping[str, Decimal]) -> tuple[Interval, Interval]:
    size, hedge = abs(n), draft.hedge
    if hedge is None or hedge == "range":
        counted = draft.unit is not None and draft.unit.dimension in _COUNTED
        slack = ZERO if counted else rounding(n, draft.grain, draft.numeral.form)
        both = Interval(n - slack, n + slack)
        return both, both
    if hedge in spread:
        off = size * spread[hedge]
        if hedge == "about" and draft.numeral.form == "digits" and n:
            off = min(off, _DIGITS * Decimal(1).scaleb(_last_digit(n)))
        below, above = (0 if hedge == "just_over" else off), (0 if hedge == "nearly" else off)
        most = _WHOLE if draft.unit is not None and draft.unit.dimension == "percent" and n <= _WHOLE else n + above
        high, expected = min(n + above, most), min(n + above * _TYPICAL, most)
        return Interval(n - below, high), Interval(n - below * _TYPICAL, expected)
    if hedge in ("at_least", "more_than"):
        return Interval(n, None), Interval(n, n + size / 2, low_open=hedge == "more_than")
    floor = ZERO if n >= 0 else None
    half = n / 2 if n >= 0 else n * _HALF_MORE
    opened = hedge == "less_than"
    return Interval(floor, n, high_open=opened), Interval(half, n, high_open=opened)


def _last_digit(n: Decimal) -> int:
    """The power of ten of the last digit that is stated, as far as the value tells: 2 of 1,200, −2 of 88.41."""
    exponent = n.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _hedged_range(low: Decimal, high: Decimal, hedge: Hedge | None, about: Decimal) -> tuple[Interval, Interval]:
    if hedge == "about":
        below, above = abs(low) * about, abs(high) * about
        return Interval(low - below, high + above), Interval(low - below * _TYPICAL, high + above * _TYPICAL)
    both = Interval(low, high)
    if hedge in ("at_least", "more_than"):
        return Interval(low, None), both
    if hedge in ("at_most", "less_than"):
        return Interval(min(ZERO, low), high), both
    return both, both


def _vague(draft: Draft, spread: Mapping[str, Decimal]) -> tuple[Interval, Interval]:
    bounds = draft.numeral.bounds
    if bounds is None:
        return _hedged(draft.value, draft, spread)
    hard, typical = Interval(*bounds.hard), Interval(*bounds.typical)
    if draft.hedge in ("at_least", "more_than"):
        return Interval(hard.low, None), Interval(typical.low, None)
    if draft.hedge in ("at_most", "less_than"):
        return Interval(ZERO, hard.high), Interval(ZERO, typical.high)
    return hard, typical


def rounding(n: Decimal, grain: Decimal | None, form: str) -> Decimal:
    """Half a unit of the last digit that is stated, where the number is round and at least 20."""
    if (
        grain is None
        or grain <= 1
        or abs(n) < _ROUND_FROM
        or form == "fraction"
        or (form == "digits" and abs(n) == _WHOLE)
    ):
        return ZERO
    return min(grain / 2, abs(n) * _MOST_ROUNDING)
