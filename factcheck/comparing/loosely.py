"""Numbers of one article that differ and yet contradict nothing: loose words, and a headline that rounds."""

from __future__ import annotations

from decimal import Decimal

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.model import Comparison
from factcheck.comparing.sides import Sides

_SHARES = frozenset({"percent", "ratio"})
_TENS = 10
_ROUNDED = 10  # a headline's round share is never off by more than this part of it


def loosely_said(sides: Sides) -> Comparison | None:
    """ "Hundreds" here and "thousands" there, by one voice in one article: neither is a count that could be wrong."""
    a, b = sides.a.figure, sides.b.figure
    if not sides.one_document or not (a.quantity.vague and b.quantity.vague):
        return None
    if "headline" in (a.context.voice, b.context.voice) or sides.two_speakers:
        return None
    one, other = naming.pair(sides.a, sides.b)
    reason = f"{one} and {other} are loose words of one article, neither of them a count."
    return Comparison(sides.a, sides.b, "compatible", reason, unusual=True)


def headline_rounds(sides: Sides) -> Comparison | None:
    """A headline has "20 %" for the 21.1 % of its own text."""
    if not sides.one_document or sides.a.figure.context.voice != "headline":
        return None
    if sides.b.figure.context.voice == "headline" or not _is_round_share(sides.a):
        return None
    values = sides.pairing.a.values, sides.pairing.b.values
    if len(values[1]) != 1 or abs(values[0][0] - values[1][0]) * _ROUNDED > values[0][0]:
        return None
    one, other = naming.pair(sides.a, sides.b)
    return Comparison(sides.a, sides.b, "compatible", f"{one} rounds {other}.", unusual=True)


def _is_round_share(claim: Claim) -> bool:
    """Whether a figure is a share in full tens, "20 %", and nothing but that."""
    quantity = claim.figure.quantity
    plain = quantity.kind in _SHARES and len(quantity.values) == 1 and not quantity.vague
    return plain and quantity.values[0] % _TENS == Decimal(0)
