"""Money told in other words: "40 grand", "millions of taxpayer dollars", "90 Bermudan cents"; not "12 grand jurors"."""

from __future__ import annotations

import re

from factcheck.quantities.draft import Draft
from factcheck.quantities.unit_words import unit_at
from factcheck.units import CURRENCY, Unit, UnitIndex

_LAND_BETWEEN = re.compile(r"(?: [A-Z][\w.'’-]*){1,2}(?= [a-z]+s\b)")  # whose currency it is
_MONEY_BETWEEN = re.compile(r"(?: of)?(?: [a-z][a-z-]{1,20}){1,2}(?= [a-z]+s\b)")
_AMOUNT = re.compile(
    r"[ -](?P<word>[a-z]{4,8})(?=\s*(?:[.,;:)!?\"”’]|$)"
    r"|\s(?:in|an?|per|to|for|from|on|each|and|or|at|by|of|more|less|was|is|were|worth|short|off|with|that|this|last|every|apiece|cash|back|over|into|when|if|before|after|between)\b)"
)
_THOUSAND = 1_000


def take_slang(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """Take in a slang word for thousands of money: "40 grand"."""
    match = _AMOUNT.match(text, draft.stop, limit)
    factor = units.slang.get(match["word"]) if match else None
    if match and factor:
        draft.value, draft.factor, draft.grain = draft.value * factor, draft.factor * factor, factor
        draft.stop = draft.end = match.end()
        draft.unit = draft.unit or units.named["money"]
        draft.prefixed = True


def money_past_words(draft: Draft, text: str, limit: int, units: UnitIndex) -> tuple[Unit, int, int] | None:
    """A currency behind what it is called: "millions of taxpayer dollars", "90 Bermudan cents"."""
    big = draft.factor >= _THOUSAND or draft.numeral.bounds
    match = _LAND_BETWEEN.match(text, draft.stop, limit) or (big and _MONEY_BETWEEN.match(text, draft.stop, limit))
    found = unit_at(text, match.end(), limit, units) if match else None
    return found if found and found[0].dimension == CURRENCY else None
