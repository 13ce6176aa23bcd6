"""Units in words or symbols apart from their number, and what a rate is given by."""

from __future__ import annotations

import re

from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import NEXT_WORD
from factcheck.spans import Span
from factcheck.units import CURRENCY, Unit, UnitIndex

_NEXT = re.compile(r"(?P<gap>[ \u00a0\u2009\u202f-]|\n(?!\n))(?P<word>[^\W\d_]{1,40}(?:[.](?=[^\W\d_]))?|[%°º℃℉€])")
_SYMBOL = re.compile(
    r"[ \u00a0\u2009\u202f-](?P<word>[^\W\d_]{1,40}(?:[/·.-][^\W\d_]{1,20}){0,3}[23²³]?|[%％‰°º](?: ?[CF]\b)?)"
)
_NOT_AGO = r"(?!\s(?:earlier|ago|later|before|after|on|long)\b)"  # "$5 a year earlier" is no rate
_PER = re.compile(
    r"(?:\s?/\s?|[\s-](?:per|an?|each|every|for each|for every)[\s-])(?P<word>[A-Za-z]{1,40}\b)"
    rf"{_NOT_AGO}(?P<more>[ -][A-Za-z]{1, 40})?",
    re.IGNORECASE,
)
_PER_COUNTED = re.compile(
    r"[ \u00a0-][a-z][a-z-]{0,24}(?: [a-z][a-z-]{0,24}){0,3}? (?:per|an?|each|every) "
    rf"(?P<word>second|minute|hour|day|night|week|month|year|game|person|capita)\b{_NOT_AGO}"
)
_ADVERB = re.compile(r"\s([a-z]{1,40}ly)\b")
_OF = re.compile(r"(?P<of> of)?(?: an?)?(?= )")
_ENDS = re.compile(r"[.,;)]|\s*$")
_MAGNITUDE = ("magnitude ", "magnitude-", "magnitude of ")
_BELOW = re.compile(r" below (?:zero|freezing)\b")
_INCHES = re.compile(r"-(?P<inches>1[01]|[0-9])(?:-inch)?\b(?!-)")
_SCALE = re.compile(r"\.? (?P<scale>[CF])\b(?!\w|['’-])")  # "2 degrees F"
_SCALES = {"C": "degree celsius", "F": "degree fahrenheit"}
_LONE_LETTERS = frozenset("mWVLlCF")  # units of one letter that may stand behind a space
_MOST_BETWEEN = 2
_MONEY_FACTOR = 1_000_000


def attach_unit(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """Take in the unit's words apart from the number: "30 days", "105-mph", "10.5 million Australian dollars"."""
    if draft.unit is None or draft.prefixed:
        found = unit_at(text, draft.stop, limit, units) or _past_words(draft, text, limit, units)
        if found:
            _take(draft, text, *found, units)
    if draft.unit is not None and draft.unit.dimension in ("angle", "temperature"):
        scale = _SCALE.match(text, draft.end, limit)
        if scale and draft.unit.dimension == "angle":
            draft.unit, draft.end = units.named[_SCALES[scale["scale"]]], scale.end()
        below = _BELOW.match(text, draft.end, limit)
        if below and draft.value > 0:
            draft.value, draft.end = -draft.value, below.end()
    if draft.unit is None and draft.before[-14:].lower().endswith(_MAGNITUDE):
        draft.unit = units.named["magnitude"]
    if draft.unit is not None:
        if draft.unit.name == "foot" and draft.hyphenated:
            _take_inches(draft, text, limit, units)
        _attach_rate(draft, text, limit, units)
    elif draft.numeral.form in ("digits", "words", "vague"):
        match = _PER_COUNTED.match(text, draft.stop, limit)
        if match:
            draft.per = units.per[match["word"]]


def _take_inches(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """The inches of somebody's height: "5-foot-10", "a 6-foot-2-inch man"."""
    match = _INCHES.match(text, draft.end, limit)
    if match and draft.value % 1 == 0:
        draft.value, draft.grain = draft.value * 12 + int(match["inches"]), None
        draft.unit, draft.unit_span = units.named["inch"], None
        draft.stop = draft.end = match.end()


def _past_words(draft: Draft, text: str, limit: int, units: UnitIndex) -> tuple[Unit, int, int] | None:
    """A unit behind "of" or a word that only qualifies it: "a couple of years", "six more weeks", "half a mile"."""
    match = _OF.match(text, draft.stop, limit)
    if match and match.group():
        whole = draft.numeral.form in ("vague", "fraction") or draft.factor > 1
        return unit_at(text, match.end(), limit, units) if whole or not match["of"] else None
    at, skipped = draft.stop, 0
    word = NEXT_WORD.match(text, at, limit)
    while word and word[1] in units.between and skipped < _MOST_BETWEEN:
        at, skipped = word.end(), skipped + 1
        word = NEXT_WORD.match(text, at, limit)
    return unit_at(text, at, limit, units) if skipped else None


def _take(draft: Draft, text: str, unit: Unit, start: int, stop: int, units: UnitIndex) -> None:
    if draft.unit is None or (draft.unit.ambiguous and unit.dimension == CURRENCY):
        draft.hyphenated = text[draft.stop] == "-"
        draft.unit, draft.unit_span, draft.end = _sense(unit, draft, units), Span(start, stop), stop
        if unit.dimension == "percent" and not draft.hyphenated:
            draft.stop = stop
    elif unit.dimension == CURRENCY:  # "$5 million dollars"
        draft.end = stop


def _sense(unit: Unit, draft: Draft, units: UnitIndex) -> Unit:
    """A million pounds is money, five pounds are a weight; a quarter-point is one of a percentage."""
    if unit.name == "point" and draft.numeral.form == "fraction":
        return units.named["percentage point"]
    if unit.name == "pound" and draft.factor >= _MONEY_FACTOR:
        return units.named["GBP"]
    return unit


def unit_at(text: str, at: int, limit: int, units: UnitIndex) -> tuple[Unit, int, int] | None:
    """The unit that follows ``at`` after a space or hyphen, longest words first."""
    match = _NEXT.match(text, at, limit)
    if match is None:
        return None
    spaced = _SYMBOL.match(text, at, limit)
    symbol = spaced["word"] if spaced else ""
    if spaced and "/" in symbol and symbol in units.symbols:
        return units.symbols[symbol], spaced.start("word"), spaced.end()
    longest = units.longest.get(match["word"].lower())
    found = _phrase(text, match, longest, limit, units) if longest else None
    if found:
        return found
    if text[match.end("word") : match.end("word") + 1] == "." and match["word"] + "." in units.symbols:
        return units.symbols[match["word"] + "."], match.start("word"), match.end("word") + 1
    for candidate, stop in ((symbol, spaced.end() if spaced else at), (match["word"], match.end("word"))):
        if candidate in units.symbols and (len(candidate) > 1 or not candidate.isalpha() or candidate in _LONE_LETTERS):
            return units.symbols[candidate], match.start("word"), stop
    if len(symbol) == 1 and spaced and symbol in units.glued and _ENDS.match(text, spaced.end()):
        return units.glued[symbol], match.start("word"), spaced.end()  # "is currently 18 R."
    return None


def _phrase(
    text: str, match: re.Match[str], longest: int, limit: int, units: UnitIndex
) -> tuple[Unit, int, int] | None:
    start = match.start("word")
    words, stops = [match["word"].lower()], [match.end()]
    follow = _NEXT.match(text, match.end(), limit)
    while follow and len(words) < longest:
        words.append(follow["word"].lower())
        stops.append(follow.end())
        follow = _NEXT.match(text, follow.end(), limit)
    for size in range(len(words), 0, -1):
        unit = units.words.get(" ".join(words[:size]))
        if unit is not None and not text[stops[size - 1] : stops[size - 1] + 1].isalnum():
            return unit, start, stops[size - 1]
    return None


def _attach_rate(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """Take in what a rate is given by: "$52 a barrel", "40 hours a week", "$5/day", "$10.10 an hour"."""
    match = _PER.match(text, draft.end, limit)
    if match:
        word, more = match["word"].lower(), (match["more"] or "").lower().replace("-", " ")
        for phrase, stop in ((word + more, match.end()), (word, match.end("word"))):
            if phrase in units.per:
                draft.per, draft.end = units.per[phrase], stop
                return
    adverb = _ADVERB.match(text, draft.end, limit)
    if adverb and adverb[1] in units.adverbs:
        draft.per = units.adverbs[adverb[1]]
