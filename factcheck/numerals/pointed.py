"""What goes on a number past its cardinal: "one point four million", "two and one-half", "four score and six"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factcheck.numerals.vocabulary import Lexicon

_THOUSAND, _DOZEN, _TEN = Decimal(1000), Decimal(12), Decimal(10)
_ZERO_WORDS = ("oh", "zero", "nought")
# "three score sheep"; not "the two score twice", nor "scores of 90 and 80".
_SCORES = re.compile(
    r"[ \u00a0-]scores?(?: and (?P<rest>[a-z]+))?(?= (?:of (?!the\b)[a-z]|years\b|men\b|people\b|[a-z]+s\b))"
)
_MOST_SCORES, _SCORE = 20, 20
_AT_REACH = 4
_AT = re.compile(r"\b(?:at|on|to)\s$", re.IGNORECASE)


class Longer(NamedTuple):
    """A number that goes on: its value, where it ends, the worth of its last digit."""

    value: Decimal
    stop: int
    grain: Decimal


def longer(
    lexicon: Lexicon, text: str, start: int, stop: int, limit: int, value: Decimal, factor: Decimal
) -> Longer | None:
    """The number that goes on behind a cardinal in words, by the first letter of what follows."""
    match text[stop + 1 : stop + 2]:
        case "p" | "P":
            return pointed(lexicon, text, start, stop, limit, value)
        case "a":
            return parted(lexicon, text, stop, limit, value, factor)
        case "s":
            return scored(lexicon, text, stop, limit, value)
    return None


def pointed(lexicon: Lexicon, text: str, start: int, stop: int, limit: int, value: Decimal) -> Longer | None:
    """The decimals behind a whole number in words: "two point six two"; not "at one point five men"."""
    match = lexicon.point.match(text, stop, limit) if text[stop + 1 : stop + 6].lower() == "point" else None
    if match is None or value % 1 or (value == 1 and _AT.search(text, max(0, start - _AT_REACH), start)):
        return None
    words = re.split(r"[\s-]", match["digits"].lower())
    tens = lexicon.words.cardinals.get(words[0], Decimal(0))
    if len(words) > 1 and tens >= _TEN:  # "point twenty five"
        digits = str(tens + lexicon.words.cardinals[words[1]])
    else:
        digits = "".join(_digit(lexicon, word) for word in words)
    return Longer(value + Decimal(f"0.{digits}"), match.end(), Decimal(1).scaleb(-len(digits)))


def _digit(lexicon: Lexicon, word: str) -> str:
    return "0" if word in _ZERO_WORDS else str(lexicon.words.cardinals[word])


def parted(lexicon: Lexicon, text: str, stop: int, limit: int, value: Decimal, factor: Decimal) -> Longer | None:
    """The part behind a whole: "two and one-half", "three million and a quarter"."""
    match = lexicon.part.match(text, stop, limit) if text.startswith("and", stop + 1) else None
    if match is None or value % 1:
        return None
    top, bottom = match["top"].lower(), match["bottom"].lower()
    count = Decimal(1) if top in ("a", "an") else lexicon.words.cardinals[top]
    whole = lexicon.words.fractions[bottom]
    tied = count > 1 and text[match.start("bottom") - 1] == "-" and text[match.end() : match.end() + 1] == " "
    plural = tied or bottom.endswith("s")  # "one and three-quarter million"
    if count >= whole or plural is (count == 1) or (bottom in lexicon.words.ordinals and count == 1):
        return None
    size = factor if (factor >= _THOUSAND or factor == _DOZEN) and value % factor == 0 else Decimal(1)
    return Longer(value + size * count / whole, match.end(), size / whole)


def scored(lexicon: Lexicon, text: str, stop: int, limit: int, value: Decimal) -> Longer | None:
    """Scores counted: "three scores of sheep", "four score and seven years"."""
    match = _SCORES.match(text, stop, limit)
    if match is None or not 1 < value < _MOST_SCORES:
        return None
    rest = lexicon.words.cardinals.get(match["rest"], Decimal(0)) if match["rest"] else Decimal(0)
    if match["rest"] and not 0 < rest < _SCORE:
        return None
    return Longer(value * _SCORE + rest, match.end(), Decimal(1))
