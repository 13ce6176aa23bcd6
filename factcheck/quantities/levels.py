"""The unit that a level leaves out beside the one it is held against: "$5.2 billion, up from 4.8 billion".

So too "up on 2019's 4.8 billion"; and which way it went: "raised its stake to 52 % from 44 %".

What must not match: "$5.2 billion, up from 20 ships", "40 tonnes. From 12 of them", "got $300 from 12 on Friday".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.quantities.draft import Draft, words_before_hedge
from factcheck.quantities.model import Change, ChangePart

_REACH = 70  # characters between the two
_HELD = re.compile(
    r"(?:[^.;:()\d]|\b(?:19|20)\d\d\b)*?(?:\b(?:up|down) (?:sharply |slightly )?from|,? compared (?:with|to)"
    r"|\b(?:up|down) on (?:the )?(?:[a-z]+ ){0,2}(?:[a-z]+|[0-9]{4})['’]s"
    r"|,? (?P<loose>against|versus|vs\.?)|\b(?:instead of|rather than)(?: the)?|\b(?P<bare>from))"
    r" (?:only |just |about |around |some |nearly |almost |an? |its |the )*",
    re.IGNORECASE,
)
# What may follow such a level: its time or the end of the clause, never something that it counts.
_CLOSED = re.compile(
    r"\s*(?:[.,;)\n]|$|(?:in|on|at|last|during|for|earlier|previously|before|and|but|when|asked|bid|high|low"
    r"|yesterday|today|overnight|respectively)\b"
    r"|(?:an?|the|one) (?:year|month|week|quarter|day|decade|previous|prior|same|earlier)\b)"
)
_ALIKE = 20  # how many times as great one of two levels may be
_NUMBERS = ("digits", "words")
_PARTS: tuple[ChangePart, ChangePart] = ("to", "from")
_LOOSE = frozenset({"index points", "magnitude", "angle"})


def share_unit(figures: Sequence[Draft], at: int, text: str) -> None:
    """Give a bare level the unit, and the currency, of the level before it; tell which way it went."""
    if at == 0:
        return
    first, second = figures[at - 1], figures[at]
    if second.ordinal or second.numeral.form not in _NUMBERS or first.numeral.form not in _NUMBERS:
        return
    start = second.hedge_start if 0 <= second.hedge_start < second.start else second.start
    gap = text[first.end : start]
    held = _HELD.fullmatch(gap) if 0 < len(gap) <= _REACH else None
    if held is None or not _CLOSED.match(text, second.end):
        return
    if held["bare"] and first.change is None and not _was_at(first, second):
        return  # "got $300 from 12 on Friday"
    if second.unit is None and second.per is None and first.unit is not None and first.unit.dimension not in _LOOSE:
        if held["loose"] and second.factor == 1 and second.value % 1 == 0:
            return  # "costs $5, against 12 in favour"
        second.unit, second.per = first.unit, first.per
        second.trace.append(f"unit {first.unit.name} of the level before it")
    if held["bare"] and first.unit == second.unit and first.value != second.value:
        change: Change = first.change or ("up" if first.value > second.value else "down")
        for draft, part in zip((first, second), _PARTS, strict=True):
            if draft.change is None:
                draft.change, draft.change_part = change, part
                draft.trace.append(f"{part}: the two levels")


def _near(first: Draft, second: Draft) -> bool:
    return 0 < first.value < second.value * _ALIKE and second.value < first.value * _ALIKE


def _was_at(first: Draft, second: Draft) -> bool:
    """Whether two numbers may be levels of one thing: "its stake to 52 % from 44", "traded at 4.50 dlrs, from 4.20"."""
    led = words_before_hedge(first)[-1:]
    alike = first.unit is not None and (second.unit is None or second.unit == first.unit)
    return alike and _near(first, second) and led in (["to"], ["at"])
