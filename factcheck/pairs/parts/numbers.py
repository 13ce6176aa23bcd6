"""What the numbers themselves say: how special an equal one is, how far apart different ones are, how they add up."""

from __future__ import annotations

import math
from collections.abc import Iterator

from factcheck.pairs.pair import Pair, amounts_of
from factcheck.pairs.parts.asked import Level, of_two

_SMALL = 10
_FEW = 4
_TELLING = 2  # digits from which two numbers do not have the same ones by chance
_MOST = 4.0  # log2 of the ratio of two numbers beyond which they are just far apart
_THOUSANDS = frozenset({"1E+3", "1E+6", "1E+9"})


def value(pair: Pair) -> Iterator[Level]:
    """Equal numbers tell more the less round they are; numbers worlds apart are seldom about one thing."""
    if pair.fit is None:
        given = pair.a.unit in pair.b.currencies or pair.b.unit in pair.a.currencies
        yield ("given in its currency too" if given else "not comparable"), 1.0
    elif pair.column == "equal":
        yield f"{'same' if pair.a.number == pair.b.number else 'meets'}, {_roundness(pair)}", 1.0
    else:
        yield from _different(pair)


def _different(pair: Pair) -> Iterator[Level]:
    amounts = amounts_of(pair.a, pair.b)
    yield ("room" if pair.fit in ("typical", "hard") else "apart"), 1.0
    if amounts is None:
        yield "loose", 1.0
        return
    low, high = sorted(map(abs, amounts))
    if low == 0:
        yield "zero", 1.0
        return
    ratio = 0.0 if _is_magnitude_slip(pair) else math.log2(high / low)
    yield "times", min(ratio, _MOST) / _MOST
    gap = "near" if ratio <= 0.14 else "close" if ratio <= 0.6 else "within double" if ratio <= 1 else "far"
    yield (gap if ratio < 3.5 else "worlds apart"), 1.0
    if high - low == 1 and pair.a.kind == "count":
        yield "off by one", 1.0
    if low < _SMALL:
        yield ("both small" if high < _SMALL else "one small"), 1.0


def _is_magnitude_slip(pair: Pair) -> bool:
    """Whether two numbers are told apart by nothing but their word of magnitude: "£1.5m" and "£1.5bn"."""
    a, b = pair.a.claim.figure.quantity.single, pair.b.claim.figure.quantity.single
    if not a or not b or len(a.normalize().as_tuple().digits) < _TELLING:
        return False
    return str((max(a, b, key=abs) / min(a, b, key=abs)).normalize()) in _THOUSANDS


def _roundness(pair: Pair) -> str:
    """How much an equal number tells: two digits that are not round more than one, three more than two."""
    value = pair.a.claim.figure.quantity.single
    if value is None:
        return "loose"
    digits = len(value.normalize().as_tuple().digits)
    few = "small" if value < _SMALL else "round"
    return "exact" if digits >= 3 else "two digits" if digits == 2 else few


def written(pair: Pair) -> Iterator[Level]:
    """Loose words and hedges."""
    a, b = pair.a.claim.figure.quantity, pair.b.claim.figure.quantity
    if a.vague or b.vague:
        yield from of_two("vague", a.vague, b.vague)
    else:
        yield from of_two("hedged", a.hedge, b.hedge)


def sets(pair: Pair) -> Iterator[Level]:
    """A part of a total, or "another 12", against what stands for itself."""
    yield from of_two("partial", pair.a.partial, pair.b.partial)


def manner(pair: Pair) -> Iterator[Level]:
    """Whether it happened, will or would, is denied; how it adds up; up or down."""
    a, b = pair.a.claim.figure.context, pair.b.claim.figure.context
    if a.modality != b.modality:
        yield ("actual and not" if "actual" in (a.modality, b.modality) else "other modality"), 1.0
    elif a.modality != "actual":
        yield "both not actual", 1.0
    if a.polarity != b.polarity:
        yield "one denied", 1.0
    one, other = pair.a.claim.aggregation, pair.b.claim.aggregation
    if one != other:
        for name in sorted({one or "none", other or "none"}):
            yield f"one {name}", 1.0
    elif one is not None:
        yield f"both {one}", 1.0
    changes = pair.a.claim.figure.quantity.change, pair.b.claim.figure.quantity.change
    if changes[0] != changes[1]:
        yield ("up and down" if None not in changes else "one changes"), 1.0


def answers(pair: Pair) -> Iterator[Level]:
    """Whether the two are the only answers of their texts, and whether each text gives the other's number too."""
    a, b = pair.a, pair.b
    if pair.one_document or pair.column == "equal":
        return
    ruled = a.rule is not None and a.rule == b.rule
    if ruled or (a.head is not None and a.head == b.head):
        pairs = pair.scope.answers(a, b)
        which = "only" if pairs == 1 else "few" if pairs <= _FEW else "many"
        yield f"{which} answers to one rule" if ruled else f"{which} of one thing", 1.0
    yield from of_two(
        "told in the other text", pair.scope.told(b.document, a.number), pair.scope.told(a.document, b.number)
    )
