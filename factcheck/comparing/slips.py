"""How two numbers came to differ: a slip of magnitude, digit or unit; nearly the same passage, but for its number."""

from __future__ import annotations

import functools
import re
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.comparing.sides import Sides, comparing_words
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+")


def slip_hint(sides: Sides) -> str | None:
    """A guess at the slip behind two numbers that differ, where their digits give one away."""
    x, y = sides.pairing.a.values, sides.pairing.b.values
    if len(x) != 1 or len(y) != 1 or not x[0] or not y[0] or x[0] == y[0]:
        return None
    if x[0] / y[0] > 0 and _digits(x[0] / y[0]) == (1,):
        return "slip of magnitude: exactly ×10ⁿ apart?"
    a, b = sides.a.figure.quantity, sides.b.figure.quantity
    if a.values == b.values and a.unit != b.unit:
        return "slip of unit or typing?"
    one, other = _digits(x[0]), _digits(y[0])
    if len(one) != len(other) or len(one) < 3:
        return None
    changed = [at for at in range(len(one)) if one[at] != other[at]]
    if len(changed) == 1 and one[0] == other[0]:
        return "one digit differs: slip of typing?"
    swapped = len(changed) == 2 and changed[1] == changed[0] + 1 and sorted(one) == sorted(other)
    return "two digits swapped: slip of typing?" if swapped else None


def _digits(value: Decimal) -> tuple[int, ...]:
    """The digits that carry the value: no trailing zeros, no point."""
    return value.normalize().as_tuple().digits


def same_passage(a: Claim, b: Claim, vocabulary: Vocabulary) -> bool:
    """Whether the words around two figures, number and unit left out, are nearly the same in the same order."""
    words = comparing_words(vocabulary)
    one, other = _words_around(a), _words_around(b)
    if min(len(one), len(other)) < words.drift_words:
        return False
    from rapidfuzz.distance import Indel  # seldom got to, and slow to import

    return Indel.normalized_similarity(one, other) >= float(words.drift_alike)


def _words_around(claim: Claim) -> tuple[str, ...]:
    quantity = claim.figure.quantity
    left_out = (quantity.number, quantity.unit_span or quantity.number)
    return _words(claim.figure.document.text, claim.figure.sentence, *left_out)


@functools.lru_cache(maxsize=4096)
def _words(text: str, sentence: Span, *left_out: Span) -> tuple[str, ...]:
    found = _WORD.finditer(text, sentence.start, sentence.stop)
    return tuple(w.group().lower() for w in found if not any(s.start <= w.start() < s.stop for s in left_out))
