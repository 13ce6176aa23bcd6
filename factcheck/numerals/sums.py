"""Numbers in several pieces: "4 hundred and 12", "2 crore and three hundred", "seven thousand, two hundred"."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from factcheck.numerals.model import Numeral

_JOINT = re.compile(r"(?P<comma>,)?(?P<conjunction> and)?(?:[ \u00a0]{1,3}|\n)(?=[0-9A-Za-z])")
_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)
# What must not match behind the last piece: "4 thousand and 12 of them", "2 million and 40 percent".
_ANOTHER = re.compile(
    r"[ \u00a0-](?:of|in|on|at|from|by|were|was|had|have|has|are|is|more|others?|percent|per|wounded|injured|dead"
    r"|killed)\b"
    r"| ?[%-]|[.,][0-9]|[^\W_]"
)
_MONEY = "$€£¥₹"
_WHOLE = frozenset(["digits", "words"])


def summed(read: Callable[[int], Numeral | None], text: str, numeral: Numeral, limit: int) -> Numeral:
    """The numeral with the smaller pieces behind its magnitude; ``read`` reads the one that starts at a place."""
    while numeral.factor >= _HUNDRED and numeral.form in _WHOLE and numeral.value % numeral.factor == 0:
        joint = _JOINT.match(text, numeral.stop, limit)
        if joint is None or (numeral.start and text[numeral.start - 1] in _MONEY):
            break
        piece = read(joint.end())
        if piece is None or not _fits(numeral, piece, text, joint):
            break
        value, factor = numeral.value + piece.value, piece.factor
        numeral = numeral._replace(stop=piece.stop, value=value, grain=piece.grain, factor=factor, word="")
    return numeral


def _fits(numeral: Numeral, piece: Numeral, text: str, joint: re.Match[str]) -> bool:
    if piece.form not in _WHOLE or piece.bounds is not None or piece.word or piece.value % 1:
        return False
    if not 0 < piece.value < numeral.factor:
        return False
    tied = numeral.factor == _HUNDRED and joint["conjunction"] and piece.words and not joint["comma"]
    if tied and piece.value < _HUNDRED and text[piece.stop : piece.stop + 1].isspace():
        return text[piece.stop + 1 : piece.stop + 4] != "per"  # "5 hundred and sixty were hurt"
    if _ANOTHER.match(text, piece.stop) and (joint.group().strip() or text[piece.stop].isalnum()):
        return False
    if joint["comma"]:  # the next three digits: "seven thousand, two hundred"
        return piece.words is numeral.words and piece.value * _THOUSAND >= numeral.factor and piece.value >= _HUNDRED
    return piece.words or not numeral.words
