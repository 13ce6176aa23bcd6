"""Numbers in digits: "1,234.5", "1 000 000", "12,34,567", "2½", "1 1/2", "1.2 million"."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.numerals.model import Numeral
from factcheck.numerals.pointed import parted
from factcheck.numerals.vocabulary import Lexicon
from factcheck.numerals.words import FOLD, ONE, collect, extend

# What must not match: "1,23" (a list, or a decimal comma, below), "2019,2020", "1.2.3".
_DIGITS = re.compile(
    r"(?P<grouped>[0-9]{1,3}(?P<mark>[,\u00a0\u2009\u202f'’])[0-9]{3}(?:(?P=mark)[0-9]{3})*(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:(?: 000)+|(?: [0-9]{3}){2,})(?![0-9])"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9.]))"
    r"|(?P<plain>[0-9]+(?:[.·][0-9]+)?)"
)
_PLAIN = re.compile(r"[0-9]++(?![,.·'’ \u00a0\u2009\u202f][0-9])")  # most numbers, found fast
_CONTINENTAL = re.compile(
    r"[0-9]{1,3}(?P<dot>[. '’\u00a0\u2009\u202f])[0-9]{3}(?:(?P=dot)[0-9]{3})*,[0-9]{1,2}(?![0-9]|,[0-9])"
)
_FRACTION = re.compile(r"(?P<gap>[ \u00a0-]?)(?P<top>[0-9]{1,3})[/\u2044](?P<bottom>[0-9]{1,3})(?![0-9/])")
_DECIMAL_COMMA = re.compile(
    r",([0-9]{1,2})(?![0-9,])"
    r"(?= ?(?:[%€£$°]|(?:per ?cent|[mb]illion|trillion|bn|mn|mln|[A-Z]{3}|euros?|zł|kr|lei|leva|TL|Br|Ft|Kč|kn|kuna"
    r"|km²?|kg|mm|cm)\b))"
)
_MONEY_BEFORE = re.compile(r"(?:[€£$¥]|\b(?:EUR|CHF|PLN|SEK|NOK|DKK|CZK|HUF|RON|BRL|TRY|RUB|UAH|R\$)) ?\Z")
_MONEY_COMMA = re.compile(r",([0-9]{2})(?![0-9]|,[0-9])")
# Before and behind thousands set apart by a space: "needs 2 390 workers"; not "Room 2 390 guests", "2 350-seat halls".
# "On May 5 300 people left" neither: no word with a capital leads to one number.
_RUNNING = re.compile(r"(?:^|\b[a-z]+|\() \Z|[€£$] ?\Z")
_LED = 24  # characters in which the word before stands
_APART = re.compile(
    r"[1-9][0-9]{0,2} [0-9]{3}"
    r"(?= (?:[a-z]{3,}s|people|men|women|children|k[mg]|ha|kr|Ft|zł|Kč|lei|TL|[A-Z]{3})\b| ?[€£$])"
)
_BY_COMMA = re.compile(r"[0-9],[0-9]{3}(?![0-9])")
_BY_DOT = re.compile(r"[0-9]\.[0-9]{3}(?:,[0-9]{1,2}\b|\.[0-9]{3}\b)|[0-9],[0-9]{2} ?(?:€|EUR|euros)")
_DOTTED = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
# Currencies that nobody divides: a dot before three digits groups them: "Rp 31.500", "1.727 Ft".
_WHOLE_BEFORE = re.compile(r"\b(?:Rp\.?|IDR|HUF|VND|CLP|COP|ISK|PYG) ?\Z")
_WHOLE_BEHIND = re.compile(r" ?(?:Ft|HUF|IDR|VND|CLP|COP|ISK|PYG|₫|rupiah|forints?|dong)\b")
_WHOLE_REACH = 5
_BEFORE = 4  # characters in which a currency stands
_CALIBRE = re.compile(r"[ -]?(?:cali(?:ber|bre)|cal\b|magnum|revolver|pistol|handgun|rifle)", re.IGNORECASE)
_POWER = re.compile(r" ?[×x*] ?10(?:\^(?P<plain>-?[0-9]{1,2})|(?P<up>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))")
_EXPONENT = re.compile(r"[eE](?P<power>[+-]?[0-9]{1,3})(?!\w|\.\w)")
_BARE_POWER = re.compile(r"\^(?P<plain>-?[0-9]{1,2})|(?P<up>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})")  # of ten only
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_NOT_DIGIT = re.compile(r"[^0-9.]")
_BASE = 10
_TIMES = tuple("×x*")
_POWERS = frozenset(" ×x*eE^⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST_DIGITS = 24  # longer runs are identifiers


def read_digits(lexicon: Lexicon, text: str, start: int, low: int, limit: int) -> Numeral | None:
    """The number that starts with the digit or fraction sign at ``start``; None for a run too long to be one."""
    glyph = lexicon.words.glyphs.get(text[start])
    if glyph:
        return _magnified(lexicon, text, start, start + 1, glyph[0] / glyph[1], ONE / glyph[1], limit)
    bare = _PLAIN.match(text, start, limit)
    if bare is not None and bare.end() - start <= _MOST_DIGITS and "." not in text[max(low, start - 2) : start]:
        written = bare.group()
        return _with_fraction(lexicon, text, start, bare.end(), Decimal(written), _grain(written), limit)
    gap = text.find(" ", start + 1, start + 4)
    apart = _spaced(text, start, low, limit) if gap > 0 and text[gap + 1 : gap + 2].isdigit() else None
    match = apart or _DIGITS.match(text, start, limit)
    if match and text[match.end() : match.end() + 1] == ",":
        match = _CONTINENTAL.match(text, start, limit) or match
    if match is None or match.end() - start > _MOST_DIGITS:
        return None
    start, stop, written = _point_before(text, start, match, low)
    value = Decimal(written)
    grain = _grain(written)
    plain = match.re is _DIGITS and match["plain"] and "." not in written
    comma = _decimal_comma(text, start, stop, low, limit) if plain and text.startswith(",", stop) else None
    if comma:
        value, stop = Decimal(f"{written}.{comma[1]}"), comma.end()
        grain = ONE.scaleb(-len(comma[1]))
    return _with_fraction(lexicon, text, start, stop, value, grain, limit)


def _spaced(text: str, start: int, low: int, limit: int) -> re.Match[str] | None:
    """Thousands set apart by a space, where the text groups no other number by commas: "2 390 workers"."""
    grouped = _CONTINENTAL.match(text, start, limit)
    if grouped:
        return grouped  # "5 833,00 €"
    match = _APART.match(text, start, limit)
    if match is None or _BY_COMMA.search(text):
        return None
    return match if start == low or _RUNNING.search(text, max(low, start - _LED), start) else None


def _decimal_comma(text: str, start: int, stop: int, low: int, limit: int) -> re.Match[str] | None:
    """The decimals behind a comma, where a unit or currency tells that it is no list: "1,89 €", "€1,89"."""
    behind = _DECIMAL_COMMA.match(text, stop, limit)
    if behind or not _MONEY_BEFORE.search(text, max(low, start - _BEFORE), start):
        return behind
    return _MONEY_COMMA.match(text, stop, limit)


def _dotted(text: str, start: int, written: str, low: int) -> bool:
    """Whether a dot groups thousands: of money, in a text that writes "1.234,56" elsewhere."""
    if _DOTTED.fullmatch(written) and (
        _WHOLE_BEFORE.search(text, max(low, start - _WHOLE_REACH), start)
        or _WHOLE_BEHIND.match(text, start + len(written))
    ):
        return True
    money = _DOTTED.fullmatch(written) and _MONEY_BEFORE.search(text, max(low, start - _BEFORE), start)
    return bool(money) and _BY_DOT.search(text) is not None and _BY_COMMA.search(text) is None


def _point_before(text: str, start: int, match: re.Match[str], low: int) -> tuple[int, int, str]:
    """Where a number really starts: ".001", and ". 38 caliber" as some agencies space it."""
    if match.re is _APART:
        return start, match.end(), match.group().replace(" ", "")
    if match.re is _CONTINENTAL:
        whole, _, part = match.group().rpartition(",")
        return start, match.end(), re.sub(r"[^0-9]", "", whole) + "." + part
    if match["plain"] and "." in match.group() and _dotted(text, start, match.group(), low):
        return start, match.end(), match.group().replace(".", "")
    written = _NOT_DIGIT.sub("", match.group()) if match["plain"] is None else match.group().replace("·", ".")
    if match["plain"] is None and written.count(".") > 1:
        written = written.replace(".", "")
    stop = match.end()
    if (
        start > low
        and text[start - 1] == "."
        and "." not in written
        and (start - 2 < low or text[start - 2] in " ($£€-~+")
    ):
        return start - 1, stop, "0." + written
    spaced = (
        start - 1 > low and text[start - 2 : start] == ". " and len(written) in (2, 3) and _CALIBRE.match(text, stop)
    )
    return (start - 2, stop, "0." + written) if spaced else (start, stop, written)


def _grain(written: str) -> Decimal:
    """The worth of the last digit that is stated; of trailing zeros, a round number states those of two digits."""
    if "." in written:
        return ONE.scaleb(-len(written.partition(".")[2]))
    if written[-1] != "0":
        return ONE
    zeros = len(written) - len(written.rstrip("0"))
    return Decimal(10) ** max(0, min(zeros, len(written.lstrip("0")) - 2))


def _with_fraction(
    lexicon: Lexicon, text: str, start: int, stop: int, value: Decimal, grain: Decimal, limit: int
) -> Numeral | None:
    """Take in a fraction: "1/16", "1 1/2", "2½"."""
    glyph = lexicon.words.glyphs.get(text[stop]) if stop < limit else None
    if glyph:
        return _magnified(lexicon, text, start, stop + 1, value + glyph[0] / glyph[1], ONE / glyph[1], limit)
    if stop < limit and text[stop] in "/\u2044":
        whole = _FRACTION.match(text, start, limit)
        if whole and _proper(whole):
            bottom = Decimal(whole["bottom"])
            return _magnified(lexicon, text, start, whole.end(), value / bottom, ONE / bottom, limit, fraction=True)
    part = _FRACTION.match(text, stop, limit) if text[stop + 1 : stop + 2].isdigit() else None
    if part and part["gap"] and _proper(part) and value == value.to_integral_value():
        bottom = Decimal(part["bottom"])
        return _magnified(lexicon, text, start, part.end(), value + Decimal(part["top"]) / bottom, ONE / bottom, limit)
    return _magnified(lexicon, text, start, stop, value, grain, limit)


def _proper(match: re.Match[str]) -> bool:
    """1/2, 3/16; not 9/11, 24/7, 11/2025."""
    top, bottom = int(match["top"]), int(match["bottom"])
    return 0 < top < bottom and (bottom in (2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100))


def _magnified(
    lexicon: Lexicon,
    text: str,
    start: int,
    stop: int,
    value: Decimal,
    grain: Decimal,
    limit: int,
    *,
    fraction: bool = False,
) -> Numeral:
    """Take in the magnitude behind the digits: "1.2 million", "5 hundred", "25k", "3bn"."""
    after = text[stop : stop + 2]
    if after[:1] in _POWERS and (after[:1] != " " or after[1:] in _TIMES):
        powered = _powered(text, start, stop, limit, value, grain)
        if powered:
            return powered
    fold = FOLD.match(text, stop, limit) if "f" in after else None
    if fold:
        return Numeral(start, fold.end(), value, "multiple", word="fold")
    longer = parted(lexicon, text, stop, limit, value, ONE) if after[1:] == "a" else None
    if longer:
        value, stop, grain = longer
    run = collect(lexicon, text, stop, limit)
    if run:
        amount = extend(lexicon.words, run, 0, Decimal(0), value, grain, digits=True)
        if amount.used:
            return Numeral(start, run[amount.used - 1].stop, amount.value, "digits", amount.grain, amount.factor)
    return Numeral(start, stop, value, "fraction" if fraction else "digits", grain)


def _powered(text: str, start: int, stop: int, limit: int, value: Decimal, grain: Decimal) -> Numeral | None:
    """A number with its power of ten: "4.2E+04", "3 × 10⁶", "10^6"; not "3E", "2E10" of a code."""
    exponent = _EXPONENT.match(text, stop, limit) if text[stop : stop + 1] in ("e", "E") else None
    if exponent and (grain < 1 or exponent["power"][0] in "+-" or text[stop] == "e"):
        return _times_power(start, exponent.end(), value, grain, int(exponent["power"]))
    power = _POWER.match(text, stop, limit)
    if power is None and value == _BASE:
        power = _BARE_POWER.match(text, stop, limit)
        value, grain = (ONE, ONE) if power else (value, grain)
    if power is None:
        return None
    raised = int(power["up"].translate(_RAISED) if power["up"] else power["plain"])
    return _times_power(start, power.end(), value, grain, raised)


def _times_power(start: int, stop: int, value: Decimal, grain: Decimal, power: int) -> Numeral | None:
    """The number so many powers of ten greater, unless it is past anything that is counted."""
    if abs(value.adjusted() + power) > _MOST_DIGITS or abs(power) > _MOST_DIGITS:
        return None
    size = Decimal(10) ** power
    return Numeral(start, stop, value * size, "digits", grain * size)
