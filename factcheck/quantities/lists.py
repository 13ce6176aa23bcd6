"""Bare numbers in a list with an "or": "30, 50 or 100 days"; not "30, 50 and 100 died", which are three figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.quantities.draft import Draft

_COMMA = re.compile(r",\s")
_OR = re.compile(r",?\s(?:or|and/or)\s(?:even\s|perhaps\s|maybe\s)?")
WIDEST_GAP = 24
_MOST = 6


def gap_between(first: Draft, second: Draft, text: str) -> str:
    """The words between two numbers; empty where too many."""
    return text[first.end : second.start] if 0 <= second.start - first.end <= WIDEST_GAP else ""


def listed(drafts: Sequence[Draft], at: int, text: str) -> int:
    """Bare numbers, commas, and an "or" before the last: "30, 50 or 100 days"; how many they are, or 0."""
    stop = at
    while stop + 1 < len(drafts) and stop - at < _MOST:
        draft = drafts[stop]
        if draft.unit is not None or draft.doubt or draft.numeral.form not in ("digits", "words"):
            return 0
        gap = gap_between(draft, drafts[stop + 1], text)
        if _COMMA.fullmatch(gap):
            stop += 1
        elif stop > at and _OR.fullmatch(gap):
            return _take_list(drafts[at : stop + 2])
        else:
            return 0
    return 0


def _take_list(drafts: Sequence[Draft]) -> int:
    first, last = drafts[0], drafts[-1]
    first.values = tuple(draft.value for draft in drafts)
    first.alternatives = True
    first.stop, first.end, first.unit, first.unit_span = last.stop, last.end, last.unit, last.unit_span
    first.per, first.hyphenated = last.per, last.hyphenated
    return len(drafts)
