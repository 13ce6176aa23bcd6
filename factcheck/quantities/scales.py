"""Scales: degrees of heat and cold, magnitudes of quakes, the inches of a height.

"4 below zero", "2 degrees F", "a second 7.7 earthquake", "5-foot-10"; not "sales are 4 below target", "a 7.7 rise".
"""

from __future__ import annotations

import re

from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import NEXT_WORD
from factcheck.quantities.unit_words import unit_at
from factcheck.units import UnitIndex

_MAGNITUDE = ("magnitude ", "magnitude-", "magnitude of ")
_BELOW = re.compile(r"(?: degrees?)? below (?:zero|freezing)\b")
_DEGREES = ("digits", "words")
_INCHES = re.compile(r"-(?P<inches>1[01]|[0-9])(?:-inch(?:es)?)?\b(?!-)")
_SCALE = re.compile(r"\.? (?P<scale>[CF])\b(?!\w|['’-])")  # "2 degrees F"
_LONG = re.compile(r" in (?:tall|high|long|wide|deep|thick|across|in diameter)\b")
_SCALES = {"C": "degree celsius", "F": "degree fahrenheit"}
_MEASURES = frozenset(["measuring", "measured", "registered", "registering", "m", "mw"])


def read_degrees(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """The scale and the sign behind degrees: "2 degrees F", "15 degrees below zero Celsius"."""
    scale = _SCALE.match(text, draft.end, limit)
    if scale and draft.unit is not None and draft.unit.dimension == "angle":
        draft.unit, draft.end = units.named[_SCALES[scale["scale"]]], scale.end()
    below = _BELOW.match(text, draft.end, limit)
    if below and draft.value > 0:
        draft.value, draft.end = -draft.value, below.end()
        scaled = unit_at(text, draft.end, limit, units)
        if scaled and scaled[0].dimension == "temperature":
            draft.unit, draft.end = scaled[0], scaled[2]


def read_scale(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """The scale of a number without a unit, by what stands around it: "4 below zero", "of magnitude 6.1"."""
    if text.startswith((" below", " degree"), draft.stop) and draft.numeral.form in _DEGREES and draft.value > 0:
        below = _BELOW.match(text, draft.stop, limit)
        if below:
            draft.unit, draft.value, draft.end = units.named["degree"], -draft.value, below.end()
            return
    if text.startswith(" in ", draft.stop) and _LONG.match(text, draft.stop):
        draft.unit, draft.end = units.named["inch"], draft.stop + len(" in")  # "2 1/2 in thick"
        return
    if draft.before[-14:].lower().endswith(_MAGNITUDE) or (
        draft.grain is not None
        and draft.grain < 1
        and draft.numeral.form == "digits"
        and _shakes(draft, text, limit, units)
    ):
        draft.unit = units.named["magnitude"]


def _shakes(draft: Draft, text: str, limit: int, units: UnitIndex) -> bool:
    """Whether a decimal is a quake's magnitude: "a second 7.7 earthquake", "a quake measuring 6.1"."""
    quake = NEXT_WORD.match(text, draft.stop, limit)
    if quake and quake[1].lower() in units.quakes:
        return True
    measured = bool(draft.words) and draft.words[-1] in _MEASURES
    return measured and not units.quakes.isdisjoint(word.strip(",;()") for word in draft.words)


def take_inches(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """The inches of somebody's height: "5-foot-10", "a 6-foot-2-inch man"."""
    match = _INCHES.match(text, draft.end, limit)
    if match and draft.value % 1 == 0:
        draft.value, draft.grain = draft.value * 12 + int(match["inches"]), None
        draft.unit, draft.unit_span = units.named["inch"], None
        draft.stop = draft.end = match.end()
