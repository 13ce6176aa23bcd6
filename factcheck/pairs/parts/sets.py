"""Parts and wholes, and how a number adds up: what makes two right numbers differ."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.pairs.pair import Pair
from factcheck.pairs.parts.asked import Level


def sets(pair: Pair) -> Iterator[Level]:
    """A part of a total, or "another 12", against what stands for itself."""
    a, b = pair.a.partial, pair.b.partial
    if a or b:
        yield ("both partial" if a == b else "one partial"), 1.0


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
