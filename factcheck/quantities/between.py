"""Two bounds that make one range: "above 40 and below 60", "at least $3m and at most $6m".

What must not match: "more than 40 boats and fewer than 60 cars".
"""

from __future__ import annotations

import re

from factcheck.quantities.draft import Draft
from factcheck.quantities.sharing import fit, share_magnitude

_BOUNDS = re.compile(r",?\s(?:and|but|nor|yet)\s(?:not\s)?")


def bounded(first: Draft, second: Draft, text: str) -> bool:
    """Whether one number bounds from below what the next bounds from above: "above 40 and below 60"."""
    if second.hedge_start < first.end or first.values or second.values or second.value == first.value:
        return False
    if _BOUNDS.fullmatch(text, first.end, second.hedge_start) is None or first.doubt or second.doubt:
        return False
    lower, upper = (first, second) if first.value < second.value else (second, first)
    return lower.hedge in ("at_least", "more_than") and upper.hedge in ("at_most", "less_than")


def between_bounds(first: Draft, second: Draft) -> int:
    fits = fit(first, second) or (first.unit is not None and second.unit is None)
    if not fits:
        return 1
    share_magnitude(first, second)
    first.unit = first.unit or second.unit
    first.unit_span, first.per = second.unit_span or first.unit_span, second.per or first.per
    first.values = (min(first.value, second.value), max(first.value, second.value))
    first.range, first.hedge = True, "range"
    first.stop, first.end = second.stop, second.end
    first.trace.append("two bounds of one range")
    return 2
