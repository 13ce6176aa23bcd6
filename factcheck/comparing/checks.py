"""Checks across claims (SEMANTICS §3.7): part ≤ whole, at most, sums, percentages from their own counts, conversions.

A check compares figures that answer different questions, so a break makes a group of its own, with the working shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.model import Comparison
from factcheck.comparing.values import pair_up


@dataclass(frozen=True, slots=True)
class Break:
    """A check that does not hold: the figures it joins and what they were held against."""

    claims: tuple[Claim, ...]
    comparison: Comparison


def find_breaks(claims: Sequence[Claim]) -> tuple[Break, ...]:
    """Every check of a scan's claims that does not hold, in document order."""
    return tuple(_find(claims))


def _find(claims: Sequence[Claim]) -> Iterator[Break]:
    by_id = {claim.figure.id: claim for claim in claims}
    sentences: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        sentences.setdefault((claim.figure.document.id, claim.figure.sentence.start), []).append(claim)
    for claim in claims:
        whole = by_id.get(claim.figure.whole or "")
        if whole is not None:
            yield from _part_of_whole(claim, whole)
            mates = sentences[claim.figure.document.id, claim.figure.sentence.start]
            yield from _percentage(claim, whole, mates)
    for mates in sentences.values():
        yield from _at_most(mates)


def _part_of_whole(part: Claim, whole: Claim) -> Iterator[Break]:
    """A part is never more than its whole."""
    if not _exceeds(part, whole):
        return
    reason = f"{naming.reading(part)} is given as a part of {naming.reading(whole)}, but is more than it."
    yield _break(part, whole, reason)


def _exceeds(small: Claim, large: Claim) -> bool:
    """Whether the least that ``small`` commits to is more than the most of ``large``."""
    pairing = pair_up(small.figure.quantity, large.figure.quantity)
    if isinstance(pairing, str) or small.figure.quantity.kind in ("percent", "ratio", "ordinal"):
        return False
    least, most = pairing.a.hard.low, pairing.b.hard.high
    return least is not None and most is not None and least > most


def _percentage(part: Claim, whole: Claim, mates: Sequence[Claim]) -> Iterator[Break]:
    """A percentage in the sentence of a part and its whole that their counts do not give (52 of 80 is 65 %)."""
    a, b = _exact(part), _exact(whole)
    stated = [mate for mate in mates if mate.figure.quantity.kind == "percent" and _exact(mate) is not None]
    if a is None or b is None or not 0 < a <= b or len(stated) != 1 or part.figure.quantity.kind != "count":
        return
    percent, given = stated[0], _exact(stated[0])
    counted = a * 100 / b
    if given is None or abs(counted - given) <= max(_tolerance(percent), Decimal(1)):
        return
    working = f"{a} of {b} is {counted:.1f} %"
    yield _break(percent, part, f"{working}, but the same sentence says {naming.reading(percent)}.")


def _exact(claim: Claim) -> Decimal | None:
    quantity = claim.figure.quantity
    return quantity.values[0] if len(quantity.values) == 1 and quantity.hedge is None and not quantity.vague else None


def _tolerance(percent: Claim) -> Decimal:
    grain = percent.figure.quantity.grain
    return grain / 2 if grain is not None else Decimal(1)


def _at_most(mates: Sequence[Claim]) -> Iterator[Break]:
    """Rules that say one claim's number cannot exceed another's, within one sentence (downed ≤ launched)."""
    typed: Mapping[str, Claim] = {mate.type: mate for mate in reversed(mates) if mate.type is not None}
    for mate in mates:
        for name in (*mate.rule.at_most, *mate.rule.part_of) if mate.rule is not None else ():
            other = typed.get(name)
            if other is not None and other is not mate and _exceeds(mate, other):
                reason = f"{naming.reading(mate)} cannot be more than {naming.reading(other)}: {mate.type} ≤ {name}."
                yield _break(mate, other, reason)


def _break(a: Claim, b: Claim, reason: str) -> Break:
    first, second = sorted((a, b), key=lambda claim: claim.figure.quantity.number.start)
    comparison = Comparison(first, second, "conflict", reason, hint="check the arithmetic", nature="arithmetic")
    return Break((first, second), comparison)
