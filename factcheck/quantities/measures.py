"""The unit of a number, apart from it or in brackets, with its scale and what a rate is given by.

"30 days", "six more weeks", "half a mile", "25 (kg)"; what is counted is no unit: "60 tonnes of grain" has tonnes.
"""

from __future__ import annotations

import re

from factcheck.quantities.draft import Draft
from factcheck.quantities.money import money_past_words, take_slang
from factcheck.quantities.rates import attach_rates
from factcheck.quantities.scales import read_degrees, read_scale, take_inches
from factcheck.quantities.tables import NEXT_WORD
from factcheck.quantities.unit_words import GLUED_LETTERS, LONE_LETTERS, unit_at
from factcheck.spans import Span
from factcheck.units import CURRENCY, Unit, UnitIndex

_BRACKETED = re.compile(r" ?[(\[](?P<word>[^()\[\]\n]{1,20})[)\]]")
_MOST_BETWEEN = 2
_MILLION = 1_000_000
_OF = re.compile(r"(?P<of> of)?(?: an?)?(?= )")
_LEADS = (" of ", " a ", " an ")
_IN_ROW = frozenset(["consecutive", "straight", "successive"])


def attach_unit(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """Take in the unit's words apart from the number: "30 days", "105-mph", "10.5 million Australian dollars"."""
    behind = text[draft.stop : draft.stop + 2]
    if behind[1:] == "g":
        take_slang(draft, text, limit, units)
    if draft.unit is None or draft.prefixed:
        found = unit_at(text, draft.stop, limit, units) or _past_words(draft, text, limit, units)
        if not found and ("(" in behind or "[" in behind):
            found = _bracketed(draft, text, limit, units)
        if found:
            _take(draft, text, *found, units)
    if draft.unit is None:
        read_scale(draft, text, limit, units)
    elif draft.unit.dimension in ("angle", "temperature"):
        read_degrees(draft, text, limit, units)
    elif draft.unit.name == "foot" and draft.hyphenated:
        take_inches(draft, text, limit, units)
    attach_rates(draft, text, limit, units)


def _bracketed(draft: Draft, text: str, limit: int, units: UnitIndex) -> tuple[Unit, int, int] | None:
    """A unit in brackets: "25 (kg)"."""
    match = _BRACKETED.match(text, draft.stop, limit)
    if match is None or draft.numeral.form not in ("digits", "words"):
        return None
    word = match["word"]
    lone = len(word) == 1 and word not in LONE_LETTERS | GLUED_LETTERS
    unit = None if lone else units.glued.get(word) or units.words.get(word.lower())
    return None if unit is None else (unit, match.start("word"), match.end())


def _past_words(draft: Draft, text: str, limit: int, units: UnitIndex) -> tuple[Unit, int, int] | None:
    """A unit behind "of" or a word that only qualifies it: "a couple of years", "six more weeks", "half a mile"."""
    if text.startswith(_LEADS, draft.stop):
        match = _OF.match(text, draft.stop, limit)
        whole = draft.numeral.form in ("vague", "fraction") or (draft.factor > 1 and match and match["of"])
        found = unit_at(text, match.end(), limit, units) if match and whole else None
        return found or money_past_words(draft, text, limit, units)
    money = money_past_words(draft, text, limit, units)
    if money:
        return money
    at, skipped = draft.stop, 0
    word = NEXT_WORD.match(text, at, limit)
    while word and word[1] in units.between and skipped < _MOST_BETWEEN:
        at, skipped = word.end(), skipped + 1
        word = NEXT_WORD.match(text, at, limit)
    if not skipped:
        return None
    draft.in_row = not _IN_ROW.isdisjoint(text[draft.stop : at].split())
    return unit_at(text, at, limit, units)


def _take(draft: Draft, text: str, unit: Unit, start: int, stop: int, units: UnitIndex) -> None:
    if draft.unit is None or (draft.unit.ambiguous and unit.dimension == CURRENCY):
        draft.hyphenated = text[draft.stop] == "-"
        draft.unit = _sense(unit, draft, text[stop : stop + 4], units)
        draft.unit_span, draft.end = Span(start, stop), stop
        if unit.dimension == "percent" and not draft.hyphenated:
            draft.stop = stop
        rate = units.rates.get(unit.name)
        if rate:  # "40,000 bpd"
            draft.unit, draft.per = units.named[rate.unit], rate.per
            draft.value, draft.factor = draft.value * rate.times, draft.factor * rate.times
            draft.grain = None if draft.grain is None else draft.grain * rate.times
    elif unit.dimension == CURRENCY:  # "$5 million dollars"
        draft.end = stop


def _sense(unit: Unit, draft: Draft, behind: str, units: UnitIndex) -> Unit:
    """Millions of pounds are money, five pounds and a million pounds of beef a weight; a quarter-point is a share's."""
    if unit.name == "point" and draft.numeral.form == "fraction":
        return units.named["percentage point"]
    many = draft.factor if draft.numeral.bounds is None else draft.value
    if unit.name == "pound" and many >= _MILLION:
        return unit if behind.startswith(" of ") else units.named["GBP"]
    return unit
