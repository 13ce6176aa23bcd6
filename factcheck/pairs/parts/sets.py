"""Parts and wholes, the rest, the others, and how a number adds up: what makes two right numbers differ."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.pairs.pair import Pair
from factcheck.pairs.parts.asked import Level
from factcheck.pairs.profiles import Profile


def sets(pair: Pair) -> Iterator[Level]:
    """A part of a total, or "another 12", against what stands for itself."""
    for name, one, other in _traits(pair.a, pair.b):
        if one or other:
            yield f"{'both' if one == other else 'one'} {name}", 1.0


def _traits(a: Profile, b: Profile) -> Iterator[tuple[str, bool, bool]]:
    yield "partial", a.partial, b.partial
    yield "the rest", a.rest, b.rest
    yield "beside others", a.listed, b.listed
    yield "summed", a.summed, b.summed
    yield "with the attacker", a.attacker == "counted", b.attacker == "counted"
    yield "overtaken", a.earlier, b.earlier


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
