"""What a rate is given by: "$52 a barrel", "sold 5,000 a year", "14.2 per 100,000 people", "3 million m³ daily".

What must not match: "$5 a year earlier", "killed three a mile away".
"""

from __future__ import annotations

import re

from factcheck.quantities.draft import Draft
from factcheck.units import UnitIndex

_NOT_AGO = r"(?!\s(?:earlier|ago|later|before|after|on|long)\b)"  # "$5 a year earlier" is no rate
_PER = re.compile(
    r"(?:\s?/\s?|[\s-](?:per|an?|each|every|for each|for every)[\s-])(?P<word>[A-Za-z]{1,40}(?:[²³]|\^[23]|\b))"
    rf"{_NOT_AGO}(?P<more>[ -][A-Za-z]{1, 40})?",
    re.IGNORECASE,
)
_PER_ANY = re.compile(r" per (?P<word>[a-z]{3,24})\b(?! cent\b)")  # "$520 per vial": behind "per" any noun
_NO_NOUN = frozenset(["cent", "the", "his", "her", "its", "their", "our", "this", "that", "usual", "annum"])
_PER_COUNTED = re.compile(
    r"[ \u00a0-][a-z][a-z-]{0,24}+(?: [a-z][a-z-]{0,24}+){0,3}? (?:per|an?|each|every) "
    rf"(?P<word>second|minute|hour|day|night|week|month|year|game|person|capita)\b{_NOT_AGO}"
)
_PER_MANY = re.compile(
    r"(?: (?!and\b|or\b|but\b|to\b)[a-z][a-z-]{0,24}){0,4}? (?:per|for every|to every) "
    r"(?P<many>10{2,6}|10{0,2},000(?:,000)?|(?:an? |one |1 |10 )?(?:(?:hundred )?thousand|[mb]illion))(?![0-9.,]*[0-9])"
    r"(?P<noun> (?!(?:in|of|for|and|was|were|is|are|at|last|this|over|by|to|or|from|on|per)\b)"
    r"(?:(?:live|cubic|square|metric) )?[a-z][a-z-]+)?"
)
_RATES = (" per ", " a ", " an ", " each ", " every ")
_PERIODS = frozenset(["second", "minute", "hour", "day", "night", "week", "month", "year", "game", "person"])
_MANY = {
    **{str(10**power): 10**power for power in range(2, 10)},
    "thousand": 1_000,
    "1 thousand": 1_000,
    "10 thousand": 10_000,
    "hundred thousand": 100_000,
    "million": 1_000_000,
    "1 million": 1_000_000,
    "10 million": 10_000_000,
    "billion": 1_000_000_000,
    "1 billion": 1_000_000_000,
}
_ADVERB = re.compile(r"\s([a-z]{1,40}ly)\b")
_PER_REACH = 110  # characters behind a number in which what it is a rate of stands
_PLAIN = ("digits", "words")


def attach_rates(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """Take in what the number is given by, behind its unit, its counted noun or the number itself."""
    if draft.unit is not None:
        _attach_rate(draft, text, limit, units)
    plain = draft.numeral.form in _PLAIN
    if plain and draft.per is None and _per_many(draft, text, limit):
        return
    if draft.unit is None and (plain or draft.numeral.form == "vague"):
        match = _PER_COUNTED.match(text, draft.stop, limit)
        if match:
            draft.per = units.per[match["word"]]
        elif text.startswith(_RATES, draft.stop):
            _attach_bare_rate(draft, text, limit, units)


def _attach_bare_rate(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """What a bare number is given by: "sold 5,000 a year", "12 per km²"; not "killed three a mile away"."""
    match = _PER.match(text, draft.stop, limit)
    word = units.per.get(match["word"].lower().replace("^", "")) if match else None
    if match and word and (word in _PERIODS or text.startswith(" per ", draft.stop)):
        _attach_rate(draft, text, limit, units)


def _per_many(draft: Draft, text: str, limit: int) -> bool:
    """Take in the number that a rate is given by: "14.2 per 100,000 people", "9 deaths for every 1,000 births"."""
    near = text[draft.end : draft.end + _PER_REACH]
    match = _PER_MANY.match(text, draft.end, limit) if " per " in near or " every " in near else None
    many = _MANY.get(match["many"].removeprefix("a ").removeprefix("one ").replace(",", "")) if match else None
    if match is None or many is None:
        return False
    draft.per, draft.end = f"{many:,}{match['noun'] or ''}", match.end()
    return True


def _attach_rate(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """Take in what a rate is given by: "$52 a barrel", "40 hours a week", "$5/day", "$10.10 an hour"."""
    match = _PER.match(text, draft.end, limit)
    if match:
        word, more = match["word"].lower(), (match["more"] or "").lower().replace("-", " ")
        for phrase, stop in ((word + more, match.end()), (word.replace("^", ""), match.end("word"))):
            if phrase in units.per:
                draft.per, draft.end = units.per[phrase], stop
                return
    any_noun = _PER_ANY.match(text, draft.end, limit)
    if any_noun and any_noun["word"] not in _NO_NOUN:
        draft.per, draft.end = any_noun["word"], any_noun.end()
        return
    adverb = _ADVERB.match(text, draft.end, limit)
    if adverb and adverb[1] in units.adverbs:
        draft.per = units.adverbs[adverb[1]]
