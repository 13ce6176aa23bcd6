"""The unit that stands behind a place, in words or as a symbol: "30 days", "12 km^2", "106 m.p.h.", "45 kt".

What must not match: a counted noun ("12 stone walls", "5 t-shirts"), a name ("one Pence's").
"""

from __future__ import annotations

import re

from factcheck.units import Unit, UnitIndex

_NEXT = re.compile(
    r"(?P<gap>[ \u00a0\u2009\u202f-]|\n(?!\n))(?P<word>(?:[A-Z][.]){2}|[^\W\d_]{1,40}"
    r"(?:[.](?=[^\W\d_])|(?<=\bsq)[.](?= )|(?<=\bcu)[.](?= )|(?<=\bdeg)[.](?= ))?|[%°º℃℉]|[€$£¥₹₽₴₺₩₪₦](?! ?[0-9]))"
)
_SYMBOL = re.compile(
    r"[ \u00a0\u2009\u202f-](?P<word>[^\W\d_]{1,40}(?:[/·.-][^\W\d_]{1,20}){0,3}(?:\^?[23](?![0-9])|[²³])?"
    r"|[%％‰°º](?: ?[CF]\b)?)"
)
_LONGER = frozenset("/·.-^23²³")  # behind a word: the symbol may go on
LONE_LETTERS = frozenset("mWVLlCF")  # units of one letter that may stand behind a space
GLUED_LETTERS = frozenset("tgh")  # likewise, where nothing is joined to them: not "5 t-shirts"
_RAISED = tuple("23²³")
_SIGNS = "€$£¥₹₽₴₺₩₪₦"
_JOINED = re.compile(r"[\w'’-]")
_CLAUSE = re.compile(r"[;!?]|[.,] ")
_DOTTED = re.compile(r"[ \u00a0-](?P<letters>(?:[a-z]\.){2,3})")
_ENDS = re.compile(r"[.,;)]|\s*$")
_NAMED = re.compile(r"(?<=\b(?:St|Mt|Ft|Pt))\. [A-Z][a-z]")  # a saint, a mount, a fort, a point
_OWNS = ("'s", "’s")
_NEAR = 80  # characters in which a word tells the sense of a symbol


def unit_at(text: str, at: int, limit: int, units: UnitIndex) -> tuple[Unit, int, int] | None:
    """The unit that follows ``at`` after a space or hyphen, with its start and stop, longest words first."""
    match = _NEXT.match(text, at, limit)
    if match is None:
        return None
    word = match["word"]
    if units.starts.isdisjoint((word, word.lower(), word.lower().rstrip("."))):
        return None
    start, stop = match.span("word")
    behind = text[stop : stop + 1]
    if _NAMED.match(text, stop) or (word[0].isupper() and text.startswith(_OWNS, stop)):
        return None  # "one St. Louis officer", "10 Ft. Worth police", "one Pence's", "half of HP's"
    spaced = _SYMBOL.match(text, at, limit) if behind in _LONGER or not word[0].isalpha() else match
    symbol, end = (spaced["word"], spaced.end("word")) if spaced else ("", at)
    if symbol in units.symbols and ("/" in symbol or symbol.endswith(_RAISED)):
        return units.symbols[symbol], start, end  # "12 km^2"
    if word[1:] in ("", "."):
        dotted = _DOTTED.match(text, at, limit)
        unit = units.words.get(dotted["letters"].replace(".", "")) if dotted else None
        if dotted and unit:
            return unit, start, dotted.end()  # "106 m.p.h."
    longest = units.longest.get(word.lower())
    found = _phrase(text, match, longest, limit, units) if longest else None
    if found and found[0].name in units.senses:  # "12 stone 4 pounds"; not "12 stone walls"
        found = found if sense_of(found[0].name, text, at, found[2], limit, units) else None
    if found:
        return found
    if behind == "." and word + "." in units.symbols:
        return units.symbols[word + "."], start, stop + 1
    return _symbol(text, at, (symbol, end), (word, stop), limit, units)


def _symbol(
    text: str, at: int, longer: tuple[str, int], shorter: tuple[str, int], limit: int, units: UnitIndex
) -> tuple[Unit, int, int] | None:
    """The unit of a symbol that is read as ``longer`` or ``shorter``, each with where it ends."""
    sense = sense_of(longer[0], text, at, longer[1], limit, units) if longer[0] else None
    if sense is not None:
        return sense, at + 1, longer[1]
    for symbol, stop in (longer, shorter):
        if symbol in units.symbols and (len(symbol) > 1 or not symbol.isalpha() or symbol in LONE_LETTERS):
            return units.symbols[symbol], at + 1, stop
    sign, stop = shorter
    if sign in units.glued and (sign in _SIGNS or (sign in GLUED_LETTERS and not _JOINED.match(text, stop))):
        return units.glued[sign], at + 1, stop
    lone = len(longer[0]) == 1 and longer[0] in units.glued and _ENDS.match(text, longer[1])
    return (units.glued[longer[0]], at + 1, longer[1]) if lone else None  # "is currently 18 R."


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
