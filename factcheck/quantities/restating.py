"""Numbers said twice: "12 (twelve)" is one figure; "40 km (25 miles)" are two, the second restating the first."""

from __future__ import annotations

import re

from factcheck.quantities.draft import Draft

_OPEN = re.compile(
    r"[^.;:()\n]{0,24}[(\[](?:or |about |around |roughly |approximately |some |nearly |approx\.? |equivalent to )?"
)
_BESIDE = re.compile(r" ?/ ?|,? or (?:about |around |roughly )?")
_NEXT = re.compile(r"[;,] (?:or |about |around |roughly )?")  # "£1.7m (2m euros; $2.6m)"
_FAR = 40  # characters between them at most
_SAME = "the same number in other words"


def mark_restated(drafts: list[Draft], text: str) -> None:
    """Link each conversion to the number it restates; a repetition in words is no figure of its own."""
    for at in range(1, len(drafts)):
        first, second = drafts[at - 1], drafts[at]
        start = second.hedge_start if 0 <= second.hedge_start < second.start else second.start
        if start - first.end > _FAR:
            continue
        gap = text[first.end : start]
        bracket = _OPEN.fullmatch(gap) is not None
        again = first.restates is not None and _NEXT.fullmatch(gap) is not None
        if not bracket and not again and not _BESIDE.fullmatch(gap):
            continue
        if (
            bracket
            and second.unit is None
            and second.value == first.value
            and second.numeral.words != first.numeral.words
        ):
            if text[second.stop : second.stop + 1] == ")":
                second.doubt = _SAME
        elif _convertible(first, second):
            _restate(drafts, at)
        elif not bracket and gap != "/" and first.unit is not None and second.unit is not None:
            second.echoes = at - 1  # "up 58 points, or 0.2 %"


def _convertible(first: Draft, second: Draft) -> bool:
    """Whether two numbers measure one thing in two units."""
    a, b = first.unit, second.unit
    if a is None or b is None or a.name == b.name or a.dimension != b.dimension:
        return False
    if first.per != second.per or {a.name, b.name} == {"dollar", "cent"}:
        return False  # "net 4.2 million dollars, or 31 cents a share"
    return len(first.values) == len(second.values)


def _restate(drafts: list[Draft], at: int) -> None:
    """The second says the first again; its hedge holds for both."""
    first, second = drafts[at - 1], drafts[at]
    origin = first.restates if first.restates is not None else at - 1
    second.restates = second.echoes = origin
    if second.hedge is None and drafts[origin].hedge is not None:
        second.hedge = drafts[origin].hedge
        second.trace.append("hedged as the number it restates")
