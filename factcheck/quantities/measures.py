"""Units in words or symbols apart from their number, and what a rate is given by."""

from __future__ import annotations

import re

from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import NEXT_WORD
from factcheck.spans import Span
from factcheck.units import CURRENCY, Unit, UnitIndex

_NEXT = re.compile(
    r"(?P<gap>[ \u00a0\u2009\u202f-]|\n(?!\n))(?P<word>[^\W\d_]{1,40}"
    r"(?:[.](?=[^\W\d_])|(?<=\bsq)[.](?= )|(?<=\bcu)[.](?= )|(?<=\bdeg)[.](?= ))?|[%°º℃℉]|[€$£¥₹₽₴₺₩₪₦](?! ?[0-9]))"
)
_SYMBOL = re.compile(
    r"[ \u00a0\u2009\u202f-](?P<word>[^\W\d_]{1,40}(?:[/·.-][^\W\d_]{1,20}){0,3}(?:\^?[23](?![0-9])|[²³])?"
    r"|[%％‰°º](?: ?[CF]\b)?)"
)
_NOT_AGO = r"(?!\s(?:earlier|ago|later|before|after|on|long)\b)"  # "$5 a year earlier" is no rate
_PER = re.compile(
    r"(?:\s?/\s?|[\s-](?:per|an?|each|every|for each|for every)[\s-])(?P<word>[A-Za-z]{1,40}(?:[²³]|\^[23]|\b))"
    rf"{_NOT_AGO}(?P<more>[ -][A-Za-z]{1, 40})?",
    re.IGNORECASE,
)
_PER_COUNTED = re.compile(
    r"[ \u00a0-][a-z][a-z-]{0,24}(?: [a-z][a-z-]{0,24}){0,3}? (?:per|an?|each|every) "
    rf"(?P<word>second|minute|hour|day|night|week|month|year|game|person|capita)\b{_NOT_AGO}"
)
_PER_MANY = re.compile(
    r"(?: (?!and\b|or\b|but\b|to\b)[a-z][a-z-]{0,24}){0,4}? (?:per|for every|to every) "
    r"(?P<many>10{2,6}|10{0,2},000(?:,000)?|(?:an? |one |1 |10 )?(?:(?:hundred )?thousand|[mb]illion))(?![0-9.,]*[0-9])"
    r"(?P<noun> (?!(?:in|of|for|and|was|were|is|are|at|last|this|over|by|to|or|from|on|per)\b)"
    r"(?:(?:live|cubic|square|metric) )?[a-z][a-z-]+)?"
)
_LONGER = frozenset("/·.-^23²³")  # behind a word: the symbol may go on
_RATES = (" per ", " a ", " an ", " each ", " every ")
_PERIODS = frozenset(["second", "minute", "hour", "day", "night", "week", "month", "year", "game", "person"])
_SLANG_INITIALS = frozenset("g")
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
_OF = re.compile(r"(?P<of> of)?(?: an?)?(?= )")
_ENDS = re.compile(r"[.,;)]|\s*$")
_MAGNITUDE = ("magnitude ", "magnitude-", "magnitude of ")
_BELOW = re.compile(r"(?: degrees?)? below (?:zero|freezing)\b")
_DEGREES = ("digits", "words")
_INCHES = re.compile(r"-(?P<inches>1[01]|[0-9])(?:-inch(?:es)?)?\b(?!-)")
_SCALE = re.compile(r"\.? (?P<scale>[CF])\b(?!\w|['’-])")  # "2 degrees F"
_SCALES = {"C": "degree celsius", "F": "degree fahrenheit"}
_LONE_LETTERS = frozenset("mWVLlCF")  # units of one letter that may stand behind a space
_GLUED_LETTERS = frozenset("tgh")  # likewise, where nothing is joined to them: not "5 t-shirts"
_RAISED = tuple("23²³")
_JOINED = re.compile(r"[\w'’-]")
_BRACKETED = re.compile(r" ?[(\[](?P<word>[^()\[\]\n]{1,20})[)\]]")
_CLAUSE = re.compile(r"[;!?]|[.,] ")
_DOTTED = re.compile(r"[ \u00a0-](?P<letters>(?:[a-z]\.){2,3})")
_NEAR = 80  # characters in which a word tells the sense of a symbol
_MONEY_BETWEEN = re.compile(r"(?: of)?(?: [a-z][a-z-]{1,20}){1,2}(?= [a-z]+s\b)")
# "40 grand in cash", "ten grand."; not "12 grand jurors", "two grand pianos".
_AMOUNT = re.compile(
    r"[ -](?P<word>[a-z]{4,8})(?=\s*(?:[.,;:)!?\"”’]|$)"
    r"|\s(?:in|an?|per|to|for|from|on|each|and|or|at|by|of|more|less|was|is|were|worth|short|off|with|that|this|last|every|apiece|cash|back|over|into|when|if|before|after|between)\b)"
)
_MOST_BETWEEN = 2
_PER_REACH = 110  # characters behind a number in which what it is a rate of stands
_THOUSAND = 1_000
_MONEY_FACTOR = 1_000_000


def attach_unit(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """Take in the unit's words apart from the number: "30 days", "105-mph", "10.5 million Australian dollars"."""
    _take_slang(draft, text, limit, units)
    if draft.unit is None or draft.prefixed:
        found = unit_at(text, draft.stop, limit, units) or _past_words(draft, text, limit, units)
        found = found or _bracketed(draft, text, limit, units)
        if found:
            _take(draft, text, *found, units)
    if draft.unit is not None and draft.unit.dimension in ("angle", "temperature"):
        scale = _SCALE.match(text, draft.end, limit)
        if scale and draft.unit.dimension == "angle":
            draft.unit, draft.end = units.named[_SCALES[scale["scale"]]], scale.end()
        below = _BELOW.match(text, draft.end, limit)
        if below and draft.value > 0:
            draft.value, draft.end = -draft.value, below.end()
            scaled = unit_at(text, draft.end, limit, units)  # "15 degrees below zero Celsius"
            if scaled and scaled[0].dimension == "temperature":
                draft.unit, draft.end = scaled[0], scaled[2]
    if draft.unit is None and draft.numeral.form in _DEGREES and draft.value > 0:
        below = _BELOW.match(text, draft.stop, limit) if text.startswith((" below", " degree"), draft.stop) else None
        if below:  # "4 below zero"
            draft.unit, draft.value, draft.end = units.named["degree"], -draft.value, below.end()
    if draft.unit is None and draft.before[-14:].lower().endswith(_MAGNITUDE):
        draft.unit = units.named["magnitude"]
    if draft.unit is None and draft.value % 1 and draft.numeral.form == "digits":
        quake = NEXT_WORD.match(text, draft.stop, limit)
        measured = (
            draft.words[-1] in _MEASURES and not units.quakes.isdisjoint(_plain(draft.words)) if draft.words else False
        )
        if measured or (quake and quake[1].lower() in units.quakes):
            draft.unit = units.named["magnitude"]  # "a second 7.7 earthquake", "a quake measuring 6.1"
    if draft.unit is not None:
        if draft.unit.name == "foot" and draft.hyphenated:
            _take_inches(draft, text, limit, units)
        _attach_rate(draft, text, limit, units)
    if _per_many(draft, text, limit):
        return
    if draft.unit is None and draft.numeral.form in ("digits", "words", "vague"):
        match = _PER_COUNTED.match(text, draft.stop, limit)
        if match:
            draft.per = units.per[match["word"]]
        else:
            _attach_bare_rate(draft, text, limit, units)


def _plain(words: list[str]) -> set[str]:
    return {word.strip(",;()") for word in words}


_MEASURES = frozenset(["measuring", "measured", "registered", "registering", "m", "mw"])


def _attach_bare_rate(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """What a bare number is given by: "sold 5,000 a year", "12 per km²"; not "killed three a mile away"."""
    if not text.startswith(_RATES, draft.stop):
        return
    match = _PER.match(text, draft.stop, limit)
    word = units.per.get(match["word"].lower().replace("^", "")) if match else None
    if match and word and (word in _PERIODS or text.startswith(" per ", draft.stop)):
        _attach_rate(draft, text, limit, units)


def _per_many(draft: Draft, text: str, limit: int) -> bool:
    """Take in the number that a rate is given by: "14.2 per 100,000 people", "9 deaths for every 1,000 births"."""
    if draft.per is not None or draft.numeral.form not in ("digits", "words"):
        return False
    near = text[draft.end : draft.end + _PER_REACH]
    if " per " not in near and " every " not in near:
        return False
    match = _PER_MANY.match(text, draft.end, limit)
    if match is None:
        return False
    many = _MANY.get(match["many"].removeprefix("a ").removeprefix("one ").replace(",", ""))
    if many is None:
        return False
    draft.per, draft.end = f"{many:,}{match['noun'] or ''}", match.end()
    return True


def _take_slang(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """Money in thousands by another word: "40 grand"."""
    match = _AMOUNT.match(text, draft.stop, limit) if text[draft.stop + 1 : draft.stop + 2] in _SLANG_INITIALS else None
    factor = units.slang.get(match["word"]) if match else None
    if match and factor:
        draft.value, draft.factor, draft.grain = draft.value * factor, draft.factor * factor, factor
        draft.stop = draft.end = match.end()
        draft.unit = draft.unit or units.named["money"]
        draft.prefixed = True


def _bracketed(draft: Draft, text: str, limit: int, units: UnitIndex) -> tuple[Unit, int, int] | None:
    """A unit in brackets: "25 (kg)"."""
    match = _BRACKETED.match(text, draft.stop, limit) if text.startswith(("(", " (", " ["), draft.stop) else None
    if match is None or draft.numeral.form not in ("digits", "words"):
        return None
    word = match["word"]
    lone = len(word) == 1 and word not in _LONE_LETTERS | _GLUED_LETTERS
    unit = None if lone else units.glued.get(word) or units.words.get(word.lower())
    return None if unit is None else (unit, match.start("word"), match.end())


def sense_of(symbol: str, text: str, start: int, stop: int, limit: int, units: UnitIndex) -> Unit | None:
    """The unit that a symbol of several senses stands for here, by the words of its line: "45 kt"."""
    sense = units.senses.get(symbol)
    if sense is None:
        return None
    before = _CLAUSE.split(text[max(0, start - _NEAR) : start])[-1]
    behind = _CLAUSE.split(text[stop : min(limit, stop + _NEAR)])[0]
    words = {word.strip(".,;:()").lower() for word in (*before.split(), *behind.split())}
    words.add(">" + "".join(behind.split()[:1]))
    for name, cues in sense.others.items():
        if words & cues:
            return units.named[name]
    return units.named[sense.plain] if sense.plain else None


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
        whole = draft.numeral.form in ("vague", "fraction") or (draft.factor > 1 and match["of"])
        found = unit_at(text, match.end(), limit, units) if whole else None
        return found or _money_past_words(draft, text, limit, units)
    money = _money_past_words(draft, text, limit, units)
    if money:
        return money
    at, skipped = draft.stop, 0
    word = NEXT_WORD.match(text, at, limit)
    while word and word[1] in units.between and skipped < _MOST_BETWEEN:
        at, skipped = word.end(), skipped + 1
        word = NEXT_WORD.match(text, at, limit)
    draft.in_row = skipped > 0 and not _IN_ROW.isdisjoint(text[draft.stop : at].split())
    return unit_at(text, at, limit, units) if skipped else None


_IN_ROW = frozenset(["consecutive", "straight", "successive"])


def _money_past_words(draft: Draft, text: str, limit: int, units: UnitIndex) -> tuple[Unit, int, int] | None:
    """A currency behind what it is called: "millions of taxpayer dollars", "40 million public euros"."""
    match = _MONEY_BETWEEN.match(text, draft.stop, limit) if draft.factor >= _THOUSAND or draft.numeral.bounds else None
    found = unit_at(text, match.end(), limit, units) if match else None
    return found if found and found[0].dimension == CURRENCY else None


def _take(draft: Draft, text: str, unit: Unit, start: int, stop: int, units: UnitIndex) -> None:
    if draft.unit is None or (draft.unit.ambiguous and unit.dimension == CURRENCY):
        draft.hyphenated = text[draft.stop] == "-"
        draft.unit, draft.unit_span, draft.end = _sense(unit, draft, units), Span(start, stop), stop
        if unit.dimension == "percent" and not draft.hyphenated:
            draft.stop = stop
        rate = units.rates.get(unit.name)
        if rate:  # "40,000 bpd"
            draft.unit, draft.per = units.named[rate.unit], rate.per
            draft.value, draft.factor = draft.value * rate.times, draft.factor * rate.times
            draft.grain = None if draft.grain is None else draft.grain * rate.times
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
    longer = text[match.end("word") : match.end("word") + 1] in _LONGER or not text[match.start("word")].isalpha()
    spaced = _SYMBOL.match(text, at, limit) if longer else match
    symbol = spaced["word"] if spaced else ""
    if spaced and "/" in symbol and symbol in units.symbols:
        return units.symbols[symbol], spaced.start("word"), spaced.end()
    if spaced and symbol[-1:] in _RAISED and symbol in units.symbols:
        return units.symbols[symbol], spaced.start("word"), spaced.end()  # "12 km^2"
    dotted = _DOTTED.match(text, at, limit) if match["word"][1:] in ("", ".") else None
    name = dotted["letters"].replace(".", "") if dotted else ""
    if dotted and name in units.words:
        return units.words[name], dotted.start("letters"), dotted.end()  # "106 m.p.h."
    longest = units.longest.get(match["word"].lower())
    found = _phrase(text, match, longest, limit, units) if longest else None
    if found and found[0].name in units.senses:  # "12 stone 4 pounds"; not "12 stone walls"
        found = found if sense_of(found[0].name, text, at, found[2], limit, units) else None
    if found:
        return found
    if text[match.end("word") : match.end("word") + 1] == "." and match["word"] + "." in units.symbols:
        return units.symbols[match["word"] + "."], match.start("word"), match.end("word") + 1
    sense = sense_of(symbol, text, at, spaced.end(), limit, units) if spaced else None
    if spaced and sense is not None:
        return sense, spaced.start("word"), spaced.end()
    for candidate, stop in ((symbol, spaced.end() if spaced else at), (match["word"], match.end("word"))):
        if candidate in units.symbols and (len(candidate) > 1 or not candidate.isalpha() or candidate in _LONE_LETTERS):
            return units.symbols[candidate], match.start("word"), stop
    sign = match["word"]
    if sign in units.glued and (
        sign in "€$£¥₹₽₴₺₩₪₦" or (sign in _GLUED_LETTERS and not _JOINED.match(text, match.end()))
    ):
        return units.glued[sign], match.start("word"), match.end("word")
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
        owned = text[start].isupper() and text[stops[size - 1] : stops[size - 1] + 2] in ("'s", "’s")  # "one Pence's"
        if unit is not None and not owned and not text[stops[size - 1] : stops[size - 1] + 1].isalnum():
            return unit, start, stops[size - 1]
    return None


def _attach_rate(draft: Draft, text: str, limit: int, units: UnitIndex) -> None:
    """Take in what a rate is given by: "$52 a barrel", "40 hours a week", "$5/day", "$10.10 an hour"."""
    match = _PER.match(text, draft.end, limit)
    if match:
        word, more = match["word"].lower(), (match["more"] or "").lower().replace("-", " ")
        for phrase, stop in ((word + more, match.end()), (word.replace("^", ""), match.end("word"))):
            if phrase in units.per:
                draft.per, draft.end = units.per[phrase], stop
                return
    adverb = _ADVERB.match(text, draft.end, limit)
    if adverb and adverb[1] in units.adverbs:
        draft.per = units.adverbs[adverb[1]]
