"""Digits that form a structure of their own: dates, clock times, phone numbers, web addresses, decades."""

from __future__ import annotations

import re

from factcheck.quantities.tables import Lookalikes

_TIME_ZONE = r"(?:GMT|gmt|UTC|BST|CET|CEST|EST|EDT|ET|IST|MSK|EET|EEST|WAT|SAST|local time)\b"
_STRUCTURE = re.compile(
    r"(?P<address>[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9.]|\.[0-9]))"
    r"|(?P<place>[0-9]{1,3}(?:\.[0-9]+)?°? ?[NS],? ?[0-9]{1,3}(?:\.[0-9]+)?°? ?[EW]\b"
    r"|[0-9]{1,3}[°º] ?[0-9]{1,2}(?:\.[0-9]+)?['′’](?: ?[0-9]{1,2}(?:\.[0-9]+)?(?:[\"″”]|''|′′))? ?[NSEW]?\b"
    r"|[0-9]{1,3}(?:\.[0-9]+)?(?:[°º] ?[NSEW]\b| degrees (?:north|south|east|west)\b)"
    r"|[0-9]{1,2}\.[0-9]{4,}, ?-?[0-9]{1,3}\.[0-9]{4,})"
    r"|(?P<date>[0-9]{4}(?P<mark>[-/.])[01]?[0-9](?P=mark)[0-3]?[0-9](?![0-9])(?:[T ][0-9:.]+Z?)?"
    r"|[0-3]?[0-9](?P<stroke>[/.-])[0-3]?[0-9](?P=stroke)(?:[12][0-9]{3}|[0-9]{2})(?![0-9.]))"
    r"|(?P<clock>[0-2]?[0-9](?:[:.][0-5][0-9])?[ \u00a0]?(?:[ap]\. ?m\b\.?|[ap]m\b|A\.M\b\.?|P\.M\b\.?|[AP]M\b)"
    rf"|[0-2]?[0-9]\.[0-5][0-9] ?(?:hrs\b|hours\b|{_TIME_ZONE})"
    r"|[0-9]{1,2}(?::[0-5][0-9]){1,2}(?:\.[0-9]+)?(?![0-9%])|[0-2]?[0-9] o['’]clock\b"
    rf"|[0-2][0-9][0-5][0-9](?:(?: \([0-2][0-9][0-5][0-9])?(?: ?{_TIME_ZONE})"
    r"| ?(?:hrs|hours)\b(?= (?:GMT|UTC|local|on)))"
    r"|[01]?[0-9] (?:GMT|noon|midnight)\b)"
    r"|(?P<phone>1?[-. (]{0,2}[0-9]{3}\)?[-. ][0-9]{3}[-. ][0-9]{4}(?![0-9])|[0-9]{3}-[0-9]{4}(?![0-9-])"
    r"|0[0-9]{2,4} (?:[0-9]{3,4} ?[0-9]{3,4}|[0-9]{2} ?[0-9]{2} ?[0-9]{2,3})(?![0-9])"
    r"|(?:1[-.])?8[0-9]{2}[-.][A-Z0-9][A-Z0-9.-]{5,}\b)"
    r"|(?P<citation>[0-9]{1,4} [A-Z]\.(?: ?[A-Z][a-z]{0,5}\.){0,3}(?: ?[23]d)? (?:§+ ?)?"
    r"[0-9]{1,4}(?![0-9A-Za-z]|[.,-][0-9]))"
    r"|(?P<version>[0-9]{1,3}\.[0-9]{1,2}\.[0-9]{1,4}(?![0-9,]|\.[0-9]))"
    r"|(?P<hardware>(?:[0-9][0-9A-Fa-f]:)(?:[0-9A-Fa-f]{2}:){4}[0-9A-Fa-f]{2}\b)"
    r"|(?P<years>(?:1[5-9]|20)[0-9]{2}\s?[-–/]\s?(?:(?:1[5-9]|20)[0-9]{2}|[0-9]{2})(?![0-9%]|,[0-9]))"
    r"|(?P<name>[0-9]{1,2}-[A-Z](?![\w-]))"
    r"|(?P<ratio>[0-9]{1,3}:[0-9]{1,3}(?![0-9:]))"
    r"|(?P<decade>[0-9]{2,3}0s\b|[2-9]0['’]?s\b)"
    r"|(?P<number>(?![0-9]+-[0-9]{1,2}/(?:[2-8]|16|32|64)(?![0-9]))[0-9]{1,3}(?:[-/][0-9]{1,4}){2,})"
)
# What stands behind the first digits of any of them, and of few other numbers: found fast. A new kind of structure
# has its own here too.
_OPENS = re.compile(
    r"[0-9]++(?:[/:°º(A-Za-z'’]|[-–](?![a-z])|\.(?:[-. (]?[0-9]|[A-Z])"
    rf"|\s(?:[-–/.( 0-9]|[NS][, 0-9]|[A-Z]\.|[NSEW]\b|[AaPp](?:[Mm]\b|\.)|hrs\b|hours\b|{_TIME_ZONE}|o['’]"
    r"|noon\b|midnight\b|degrees\b))"
)
_WHY = {
    "address": "network address",
    "place": "coordinates",
    "citation": "number in a code",
    "version": "version",
    "hardware": "number in a code",
    "date": "date",
    "clock": "clock time",
    "phone": "phone number",
    "years": "years",
    "decade": "decade",
    "name": "name",
    "ratio": "odds or a scale",
    "number": "number in a code",
}
_ABROAD = re.compile(r"(?:[0-9]{1,3}(?:[ .-]\(?[0-9]{2,5}\)?){2,4}|[0-9]{9,15})(?![0-9])")
_ESCAPE = re.compile(r"[0-9;]*[A-Za-z]")  # behind ESC and a bracket: a terminal's colour or cursor
_ESCAPED = re.compile(r"\x1b\[[0-9;]*[A-Za-z]$")
_CODE = 20  # characters of a name in capitals
_CODED = re.compile(r"(?<![\w/-])[A-Z]{1,4}(?:[-/][A-Z]{1,4})+ \Z")  # "F/A 18", "SEA-ME-WE 4"
_MODEL = re.compile(r"[0-9]{1,2}(?![\w,.%-])")
_MAGNITUDES = frozenset(["M", "Mw", "ML"])
_QUAKE = re.compile(r"[2-9]\.[0-9] (?:[a-z]+ )?(?:earth|sea|main|after|fore)?(?:quake|shock|tremor)")
_TOKEN_LEFT = 40
_TO_TAIL = re.compile(  # "10-to-15-year", "one-in-500-year", "2-for-1"
    r"(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten)-(?:to|or|in|for)"
)
_NAME_END = re.compile(r"[^\W_]{1,60}(?:[-.][^\W_]{1,60}){0,4}")
_TOKEN_END = re.compile(r"[^\s,;()\"“”<>\[\]]{0,200}")


def structure_at(text: str, start: int, limit: int) -> tuple[int, str] | None:
    """Where a structure that starts with the digit at ``start`` ends, and what it is."""
    if start and text[start - 1] == "+":
        phone = _ABROAD.match(text, start, limit)
        if phone:
            return phone.end(), "phone number"
    if start > 1 and text[start - 1] == "[" and text[start - 2] == "\x1b":
        escape = _ESCAPE.match(text, start, limit)
        return (escape.end(), "terminal colour") if escape else None
    if text[start - 2 : start - 1].isupper() and _CODED.search(text, max(0, start - _CODE), start):
        model = _MODEL.match(text, start, limit)
        if model:
            return model.end(), "name"
    match = _STRUCTURE.match(text, start, limit) if _OPENS.match(text, start, limit) else None
    if match is None or match.lastgroup is None:
        return None
    if match.lastgroup == "years" and not _years(match.group()):
        return None
    if match.lastgroup == "phone" and _is_range(match.group(), text, match.end(), limit):
        return None
    if match.lastgroup == "address" and any(int(part) > _OCTET for part in match.group().split(".")):
        return None
    return match.end(), _WHY[match.lastgroup]


def _is_range(written: str, text: str, stop: int, limit: int) -> bool:
    """Whether "100-1000" goes from the one number to the other: both round, with what they count behind."""
    first, dash, last = written.partition("-")
    if not dash or not (first.isdigit() and last.isdigit()) or last[0] == "0":
        return False
    rising = int(last) > int(first) and int(last) % _ROUND == 0
    return rising and _COUNTED.match(text, stop, limit) is not None


_OCTET, _ROUND = 255, 50
_COUNTED = re.compile(r" ?(?:%|[a-z]{2,})")


def _years(written: str) -> bool:
    """2017-18, 1863-97 and 2010–2014 are years; 2000-00 and 2050-1990 are not."""
    first, last = int(written[:4]), re.split(r"\D+", written)[-1]
    return int(last) > (first if len(last) == 4 else first % 100) or int(last) == (first + 1) % 100


def name_around(text: str, start: int, low: int, limit: int) -> tuple[int, int, str] | None:
    """The token a digit sits inside when letters or address marks are glued before it: "F-16", "user9", "x.com/1"."""
    left = max(low, start - _TOKEN_LEFT)
    head = text[left:start]
    if "\x1b" in head and _ESCAPED.search(head):
        return None
    cut = max(head.rfind(mark) for mark in ' \n\t\u00a0("“,;[<>—–')
    glued = head[cut + 1 :]
    stop = _TOKEN_END.match(text, start, limit).end()  # type: ignore[union-attr]
    while stop > start + 1 and text[stop - 1] in ".:'’!?-":
        stop -= 1
    begin = start - len(glued)
    token = text[begin:stop]
    if "://" in token or "www." in token or ".com" in token or token.count("/") > 2:
        return begin, stop, "web address"
    if "@" in glued:
        return begin, stop, "handle"
    if glued.startswith("#") and glued[1:2].isalpha():
        return begin, stop, "hashtag"
    if glued in _MAGNITUDES and _QUAKE.match(text, start, limit):
        return None  # "an M5.1 quake"
    if glued and (glued[-1].isalpha() or glued[-1] == "_"):
        return begin, stop, "name"
    return None


def hyphen_name(text: str, start: int, low: int, limit: int, known: Lookalikes) -> tuple[int, int, str] | None:
    """Names like "F-16", "Covid-19", "TPP-11"; but "minus-5", "magnitude-6.1", "to-260,000" lead to a number."""
    at = start - 1
    while at > low and start - at < _TOKEN_LEFT and (text[at - 1].isalnum() or text[at - 1] in "-‑"):
        at -= 1
    word = text[at : start - 1].lower()
    if not word or word in known.names.leads or word in known.names.eras or _TO_TAIL.fullmatch(word):
        return None
    stop = _NAME_END.match(text, start, limit).end()  # type: ignore[union-attr]
    return at, stop, "name"
