"""How two numbers came to differ: a slip of magnitude, digit or unit; nearly the same passage, but for its number."""

from __future__ import annotations

import functools
import re
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.comparing.sides import Sides, comparing_words
from factcheck.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+")


def slip_hint(sides: Sides) -> str | None:
    """A guess at the slip behind two numbers that differ, where their digits give one away."""
    x, y = sides.pairing.a.values, sides.pairing.b.values
    if len(x) != 1 or len(y) != 1 or not x[0] or not y[0] or x[0] == y[0]:
        return None
    if _is_power_of_ten(x[0] / y[0]):
        return "slip of magnitude: exactly ×10ⁿ apart?"
    a, b = sides.a.figure.quantity, sides.b.figure.quantity
    if a.values == b.values and a.unit != b.unit:
        return "slip of unit or typing?"
    one, other = _digits(x[0]), _digits(y[0])
    if len(one) == len(other) >= 3:
        changed = [i for i in range(len(one)) if one[i] != other[i]]
        if len(changed) == 1 and one[0] == other[0]:
            return "one digit differs: slip of typing?"
        if len(changed) == 2 and sorted(one) == sorted(other) and changed[1] == changed[0] + 1:
            return "two digits swapped: slip of typing?"
    return None


def _is_power_of_ten(ratio: Decimal) -> bool:
    """Whether a ratio is 10, 100, 1000 … or its inverse, exactly."""
    larger = ratio if ratio > 1 else 1 / ratio
    digits = larger.normalize().as_tuple()
    return larger > 1 and digits.digits == (1,)


def _digits(value: Decimal) -> str:
    """The digits that carry the value: no trailing zeros, no point."""
    return "".join(map(str, value.normalize().as_tuple().digits))


def same_passage(a: Claim, b: Claim, vocabulary: Vocabulary) -> bool:
    """Whether the words around two figures, number and unit left out, are nearly the same in the same order."""
    words = comparing_words(vocabulary)
    one, other = _words(_without_figure(a)), _words(_without_figure(b))
    if min(len(one), len(other)) < words.drift_words:
        return False
    from rapidfuzz.distance import Indel  # seldom got to, and slow to import

    return Indel.normalized_similarity(one, other) >= float(words.drift_alike)


def _without_figure(claim: Claim) -> str:
    figure = claim.figure
    text, quantity = figure.document.text, figure.quantity
    left_out = sorted(span for span in (quantity.number, quantity.unit_span) if span is not None)
    kept, at = [], figure.sentence.start
    for span in left_out:
        kept.append(text[at : span.start])
        at = max(at, span.stop)
    return " ".join([*kept, text[at : figure.sentence.stop]])


@functools.lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))
