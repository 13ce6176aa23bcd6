"""The unit that a level leaves out beside the one it is held against: "$5.2 billion, up from 4.8 billion".

So too "up on 2019's 4.8 billion".

What must not match: "$5.2 billion, up from 20 ships", "40 tonnes. From 12 of them", "got $300 from 12 on Friday".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.quantities.draft import Draft

_REACH = 70  # characters between the two
_HELD = re.compile(
    r"[^.;:()\d]*?(?:\b(?:up|down) (?:sharply |slightly )?from|,? compared (?:with|to)"
    r"|\b(?:up|down) on (?:the )?(?:[a-z]+ ){0,2}(?:[a-z]+|[0-9]{4})['’]s"
    r"|,? (?P<loose>against|versus|vs\.?)|\b(?P<bare>from)) (?:only |just |about |around |some |nearly |almost )?",
    re.IGNORECASE,
)
# What may follow such a level: its time or the end of the clause, never something that it counts.
_CLOSED = re.compile(
    r"\s*(?:[.,;)\n]|$|(?:in|on|at|last|during|for|earlier|previously|before|and|but|when)\b"
    r"|(?:an?|the|one) (?:year|month|week|quarter|day|decade|previous|prior|same|earlier)\b)"
)
_LOOSE = frozenset({"index points", "magnitude", "angle"})


def share_unit(figures: Sequence[Draft], at: int, text: str) -> None:
    """Give a bare level the unit, and the currency, of the level before it."""
    if at == 0:
        return
    first, second = figures[at - 1], figures[at]
    bare = second.unit is None and second.per is None and second.numeral.form in ("digits", "words")
    if not bare or first.unit is None or first.unit.dimension in _LOOSE or second.ordinal:
        return
    start = second.hedge_start if 0 <= second.hedge_start < second.start else second.start
    gap = text[first.end : start]
    held = _HELD.fullmatch(gap) if 0 < len(gap) <= _REACH else None
    if held is None or not _CLOSED.match(text, second.end):
        return
    if held["bare"] and first.change is None:
        return  # "got $300 from 12 on Friday"
    if held["loose"] and second.factor == 1 and second.value % 1 == 0:
        return  # "costs $5, against 12 in favour"
    second.unit, second.per = first.unit, first.per
    second.trace.append(f"unit {first.unit.name} of the level before it")
