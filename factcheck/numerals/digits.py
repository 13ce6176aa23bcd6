"""Numbers in digits: "1,234.5", "1 000 000", "12,34,567", "2½", "1 1/2", "1.2 million"."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.numerals.model import Numeral
from factcheck.numerals.vocabulary import Lexicon
from factcheck.numerals.words import FOLD, ONE, collect, extend

# What must not match: "1,23" (a list, or a decimal comma, below), "2019,2020", "1.2.3".
_DIGITS = re.compile(
    r"(?P<grouped>[0-9]{1,3}(?P<mark>[,\u00a0\u2009\u202f'’])[0-9]{3}(?:(?P=mark)[0-9]{3})*(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"
    r"|[0-9]{1,3}(?:(?: 000)+|(?: [0-9]{3}){2,})(?![0-9])"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9.]))"
    r"|(?P<plain>[0-9]+(?:[.·][0-9]+)?)"
)
_FRACTION = re.compile(r"(?P<gap>[ \u00a0-]?)(?P<top>[0-9]{1,3})[/\u2044](?P<bottom>[0-9]{1,3})(?![0-9/])")
_DECIMAL_COMMA = re.compile(r",([0-9]{1,2})(?= ?(?:%|per ?cent|million|billion|trillion|bn|mn|mln)\b)")
_CALIBRE = re.compile(r"[ -]?(?:cali(?:ber|bre)|cal\b|magnum|revolver|pistol|handgun|rifle)", re.IGNORECASE)
_POWER = re.compile(r" ?[×x] ?10(?:\^(?P<plain>-?[0-9]{1,2})|(?P<up>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))")
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_NOT_DIGIT = re.compile(r"[^0-9.]")
_MOST_DIGITS = 24  # longer runs are identifiers


def read_digits(lexicon: Lexicon, text: str, start: int, low: int, limit: int) -> Numeral | None:
    """The number that starts with the digit or fraction sign at ``start``; None for a run too long to be one."""
    glyph = lexicon.words.glyphs.get(text[start])
    if glyph:
        return _magnified(lexicon, text, start, start + 1, glyph[0] / glyph[1], ONE / glyph[1], limit)
    match = _DIGITS.match(text, start, limit)
    if match is None or match.end() - start > _MOST_DIGITS:
        return None
    start, stop, written = _point_before(text, start, match, low)
    value = Decimal(written)
    grain = _grain(written)
    comma = _DECIMAL_COMMA.match(text, stop, limit)
    if comma and match["plain"] and "." not in written:
        value, stop = Decimal(f"{written}.{comma[1]}"), comma.end()
        grain = ONE.scaleb(-len(comma[1]))
    return _with_fraction(lexicon, text, start, stop, value, grain, limit)


def _point_before(text: str, start: int, match: re.Match[str], low: int) -> tuple[int, int, str]:
    """Where a number really starts: ".001", and ". 38 caliber" as some agencies space it."""
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
    part = _FRACTION.match(text, stop, limit)
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
    power = _POWER.match(text, stop, limit)
    if power:
        exponent = int(power["up"].translate(_RAISED) if power["up"] else power["plain"])
        return Numeral(start, power.end(), value * Decimal(10) ** exponent, "digits", grain * Decimal(10) ** exponent)
    fold = FOLD.match(text, stop, limit)
    if fold:
        return Numeral(start, fold.end(), value, "multiple", word="fold")
    run = collect(lexicon, text, stop, limit)
    if run:
        amount = extend(lexicon.words, run, 0, Decimal(0), value, grain, digits=True)
        if amount.used:
            return Numeral(start, run[amount.used - 1].stop, amount.value, "digits", amount.grain, amount.factor)
    return Numeral(start, stop, value, "fraction" if fraction else "digits", grain)
