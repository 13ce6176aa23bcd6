"""Shares: "one in four", "3 out of every 70", "1-in-50-year", "a quarter of 1 percent".

What must not match: "1 in London and 400 in Leeds", "3 in 2019", "two of the four".
"""

from __future__ import annotations

import re

from factcheck.quantities.draft import Draft

_SHARE = re.compile(r"(?:\s|-)(?:in|out of)(?:\s|-)(?:(?:every|each)\s|a[\s-])?|\sof every\s")
_IN = re.compile(r"[\s-]in[\s-](?:every |each |a[ -])?|\sout of (?:every|each)\s")
_SHARE_WHOLES = frozenset([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10000, 100000, 1000000])


def is_share(gap: str) -> bool:
    """Whether the words between two numbers make them a share: " in ", " out of every "."""
    return _SHARE.fullmatch(gap) is not None


def share_of(first: Draft, second: Draft, gap: str) -> int:
    """A share: "one in four", "three out of five", "9 in 10"."""
    yearly = second.unit is not None and second.unit.name == "year" and second.hyphenated and first.value == 1
    if first.unit or (second.unit and not yearly) or first.factor != 1 or not 0 < first.value < second.value:
        return 1
    told = first.value == 1 or "every" in gap or "each" in gap
    single = told and _IN.fullmatch(gap) is not None and second.doubt is None
    if single and second.value % 1 == 0:
        return _take_share(first, second, yearly=yearly)
    if second.value not in _SHARE_WHOLES or ("out" not in gap and first.value > 10 and second.value != 100):
        return 1
    if first.doubt and not first.doubt.startswith("one"):
        return 1
    return _take_share(first, second)


def _take_share(first: Draft, second: Draft, *, yearly: bool = False) -> int:
    first.value = first.value / second.value
    first.grain, first.doubt = None, None
    first.per = "year" if yearly else None  # "a 1-in-50-year flood"
    first.stop = first.end = second.stop
    first.numeral = first.numeral._replace(form="fraction", stop=second.stop)
    first.trace.append("a share of so many")
    return 2


def part_of_unit(first: Draft, second: Draft) -> int:
    """A fraction of one unit: "a quarter of 1 percent"."""
    first.unit, first.unit_span = second.unit, second.unit_span
    first.stop, first.end, first.per = second.stop, second.end, second.per
    return 2
