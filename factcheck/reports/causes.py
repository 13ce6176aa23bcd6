"""Why two figures may differ, in a word, and what would settle it: the next step for whoever looks into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Literal

from factcheck.comparing import FLAGGED, Comparison, Conflict
from factcheck.figures import Figure
from factcheck.pairs.values import pair_up
from factcheck.reports import describe, wheres
from factcheck.reports.text import one_line

Cause = Literal[
    "speakers", "day", "place", "part", "counted", "rounding", "unit", "slip", "copy", "update", "unknown"
]  # fmt: skip

CAUSES: Mapping[Cause, str] = {
    "speakers": "two speakers",
    "day": "different days",
    "place": "different places",
    "part": "a part and its whole",
    "counted": "not the same thing counted",
    "rounding": "rounding",
    "unit": "the unit",
    "slip": "a slip of writing",
    "copy": "a copied text that was changed, or a stale number",
    "update": "a later count",
    "unknown": "unknown",
}
_OF_NATURE: Mapping[str, Cause] = {
    "drift": "copy", "fall": "copy", "slip": "slip", "conversion": "unit", "arithmetic": "part",
}  # fmt: skip
_NEAR = Decimal("0.02")  # of the larger number: so near to each other, one may be rounded


def step(conflict: Conflict) -> str:
    """The likely cause and the next step for what is to look at, in one line; nothing for the rest."""
    pair = conflict.deciding
    if pair is None or conflict.relation not in FLAGGED:
        return ""
    why = cause(pair)
    return settle(pair) if why == "unknown" else f"{describe.sentence(CAUSES[why])}? {settle(pair)}"


def cause(pair: Comparison) -> Cause:
    """The likeliest reason why the figures of a pair differ, from what their texts say of themselves."""
    one, other = pair.a.figure, pair.b.figure
    if pair.nature is not None and pair.nature in _OF_NATURE:
        return _OF_NATURE[pair.nature]
    if pair.relation == "update":
        return "update"
    if pair.hint and "slip" in pair.hint and pair.relation != "disputed":
        return "slip"
    if other.id == one.whole or one.id == other.whole:
        return "part"
    found = {each.part: each.standing for each in pair.differences}
    if pair.relation == "disputed" or found.get("speaker") == "unlike":
        return "speakers"
    if found.get("when") == "apart":
        return "day"
    if found.get("place") in ("apart", "unlike"):
        return "place"
    if "qualifiers" in found or found.get("counted") == "unlike":
        return "counted"
    if found.get("when") == "unknown" and _day_is_open(pair):
        return "day"
    return "rounding" if _is_near(one, other) else "unknown"


def settle(pair: Comparison) -> str:
    """One line of what would settle it, with the words and places to look at."""
    one, other = pair.a.figure, pair.b.figure
    a, b = _at(one, other), _at(other, one)
    why = cause(pair)
    if why == "speakers":
        return one_line(f"Ask both what they count, and as of when: {_speaker(one, a)} and {_speaker(other, b)}.")
    if why == "day" and _day(one) == _day(other) == _NO_DAY:
        return f"Ask which day each is about: neither {a} nor {b} names one."
    if why in _TOLD:
        tell = _TOLD[why]
        return one_line(f"{a}: {tell(one)}; {b}: {tell(other)}.")
    if why == "unknown" and pair.nature == "internal":
        return f"Do both count the whole of the same thing, at the same time? Read around {a} and {b}."
    return _PLAIN[why].format(a=a, b=b)


_PLAIN: Mapping[Cause, str] = {
    "part": "Is one a part of the other? Read around {a} and {b}, and add up.",
    "rounding": "Is one of them rounded? Ask for the exact number behind {a} and {b}.",
    "unit": "Do both mean the same unit? Convert {a} and {b} again.",
    "slip": "Look at the digits and the unit in the source of {a} and {b}: one of them may be a slip.",
    "copy": "Which came first? Compare {a} and {b} with the text that both go back to.",
    "update": "Take the later one ({b}), unless a still later text has another.",
    "unknown": "Ask where {a} and {b} have their numbers from.",
}


def _day_is_open(pair: Comparison) -> bool:
    """Whether texts that do not both give a day may be about two: published on two days, or in doubt and not on one."""
    figures = (pair.a.figure, pair.b.figure)
    days = {figure.document.published for figure in figures}
    if pair.relation != "check":
        return len(days) > 1 and None not in days
    return any(figure.context.when for figure in figures) or len(days) > 1 or None in days


def _is_near(one: Figure, other: Figure) -> bool:
    pairing = pair_up(one.quantity, other.quantity)
    if isinstance(pairing, str) or len(pairing.a.values) != 1 or len(pairing.b.values) != 1:
        return False
    low, high = sorted((abs(pairing.a.values[0]), abs(pairing.b.values[0])))
    return bool(high) and high - low <= _NEAR * high


def _at(figure: Figure, other: Figure) -> str:
    """Where a figure stands, as inside a sentence: ``line 12``, ``the headline``, ``Herald, line 12``."""
    if figure.document.id == other.document.id:
        if figure.line == other.line:
            return f"“{describe.words(figure)}” in {figure.where}"
        return "the headline" if figure.context.voice == "headline" else figure.where
    named = wheres.of_figures((figure, other))
    return f"{named[figure.document.id]}, {figure.where}"


def _speaker(figure: Figure, at: str) -> str:
    return f"{describe.source(figure)} ({at})" if figure.context.speaker else at


_NO_DAY = "no day"


def _day(figure: Figure) -> str:
    if figure.context.when:
        return describe.about(figure.context.when)
    published = figure.document.published
    return f"{_NO_DAY}, published on {published}" if published else _NO_DAY


def _place(figure: Figure) -> str:
    return figure.context.place.name if figure.context.place else "no place"


def _counted(figure: Figure) -> str:
    return f"“{figure.context.counted.text}”" if figure.context.counted else "no noun"


_TOLD: Mapping[Cause, Callable[[Figure], str]] = {"day": _day, "place": _place, "counted": _counted}
