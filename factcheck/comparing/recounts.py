"""Figures that carry their own check: "52 of 80 (65 %)", "40 km (25 miles)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.model import Comparison, Nature
from factcheck.pairs.values import pair_up
from factcheck.quantities import Kind, Quantity

# Between counts and the percentage that restates them: "52 of 80 members (65 %)", "52 of 80 members, or 65 %".
_RESTATED = re.compile(r"[^.;:()\d\n]{0,40}(?:\((?:or |about |around |roughly |nearly |some )?|, or )")
# The other way round: "65 % (52 of 80)".
_COUNTED_IN = re.compile(r"[^.;:()\d\n]{0,24}\((?:or )?")
_OF = re.compile(r" (?:out )?of (?:the |its |all )?")
_CLOSED = re.compile(r" ?(?:%|per ?cent)?[)\],]")
_CONVERTED = frozenset({"length", "area", "volume", "mass", "speed", "temperature"})
_LOOSE = frozenset({"volume", "mass"})  # tons and gallons are of several sizes
_LOOSE_SLACK, _SLACK = Decimal("0.25"), Decimal("0.1")
_DEGREES = Decimal(2)
_NEAR = 40  # characters between a measure and the same in another unit


def broken(one: Claim, other: Claim, reason: str, nature: Nature = "arithmetic") -> Comparison:
    """A check that does not hold between two claims, with its working."""
    a, b = sorted((one, other), key=lambda claim: claim.figure.quantity.number.start)
    hint = "converted wrongly?" if nature == "conversion" else "check the arithmetic"
    return Comparison(a, b, "conflict", reason, hint=hint, nature=nature)


def wrong_percentages(part: Claim, follow: Claim | None, mates: Sequence[Claim]) -> Iterator[Comparison]:
    """A percentage that is written as another way to say "52 of 80", of which 52 is ``part``, and is not.

    The whole is that of its context, or plainly the number that follows.
    """
    whole = next((mate for mate in mates if mate.figure.id == part.figure.whole), None)
    if whole is None and follow is not None:
        between = part.figure.quantity.number.stop, follow.figure.quantity.number.start
        whole = follow if _OF.fullmatch(part.figure.document.text, *between) else None
    if whole is None or (some := _exact(part, "count")) is None or (all_ := _exact(whole, "count")) is None:
        return
    share = some * 100 / all_
    for percent in mates:
        stated, grain = _exact(percent, "percent"), percent.figure.quantity.grain or Decimal(1)
        if stated is not None and abs(stated - share) > grain and _restates(percent, part, whole):
            given = f"{naming.reading(part)} of {naming.reading(whole)}"
            reason = f"{given} is {f'{share:.1f}'.removesuffix('.0')} %, not {naming.reading(percent)}."
            yield broken(percent, part, reason)


def _exact(claim: Claim, kind: Kind) -> Decimal | None:
    """The value of a number that stands for itself, above zero and hardly rounded; of no other kind than this."""
    quantity = claim.figure.quantity
    plain = quantity.hedge is None and quantity.change is None and (quantity.grain or 1) <= 1
    return quantity.single if quantity.kind == kind and plain and any(v > 0 for v in quantity.values) else None


def _restates(percent: Claim, part: Claim, whole: Claim) -> bool:
    text, said, number = percent.figure.document.text, percent.figure.quantity.span, percent.figure.quantity.number
    stop = max(part.figure.quantity.number.stop, whole.figure.quantity.number.stop)
    if said.start < stop:
        start = part.figure.quantity.span.start
        return number.stop <= start and _COUNTED_IN.fullmatch(text, number.stop, start) is not None
    closed = _CLOSED.match(text, number.stop) or text[said.stop : said.stop + 1] in ")],"
    return bool(closed) and _RESTATED.fullmatch(text, stop, said.start) is not None


def wrong_conversions(mates: Sequence[Claim]) -> Iterator[Comparison]:
    """A measure in brackets that is not the one before it in another unit; ``mates`` are of one sentence, in order."""
    for at, second in enumerate(mates):
        again = second.figure.quantity
        if again.restates is None or not _closed(second):
            continue
        first = next((mate for mate in reversed(mates[:at]) if _other_unit(mate.figure.quantity, again)), None)
        if first is not None and not _converts(first.figure.quantity, again):
            a, b = naming.reading(first), naming.reading(second)
            reason = f"{b} is given as {a} in another unit, but {_working(first.figure.quantity, again)}."
            yield broken(first, second, reason, "conversion")


def is_restated(a: Claim, b: Claim) -> bool:
    """Whether one of two claims says the other again in another unit: "40 km (25 miles)"."""
    if a.figure.sentence != b.figure.sentence or a.figure.document.id != b.figure.document.id:
        return False
    first, second = sorted((a.figure.quantity, b.figure.quantity), key=lambda quantity: quantity.number.start)
    return second.restates is not None and second.number.start - first.number.stop <= _NEAR


def _working(first: Quantity, second: Quantity) -> str:
    """What the first comes to in the second's unit, to three digits."""
    if first.unit is None or second.unit is None or first.unit.factor is None or not second.unit.factor:
        return "is not the same"
    value = (first.values[0] * first.unit.factor + first.unit.offset - second.unit.offset) / second.unit.factor
    return f"that would be {float(f'{value:.3g}'):,g}, not {second.values[0]:,f}"


def _closed(claim: Claim) -> bool:
    """Whether the brackets hold nothing but the measure: in "2 miles long (40 feet wide)" another thing is measured."""
    quantity = claim.figure.quantity
    stop = max(span.stop for span in (quantity.span, quantity.unit_span) if span is not None)
    return claim.figure.document.text[stop : stop + 1] in (")", "]")


def _other_unit(a: Quantity, b: Quantity) -> bool:
    return a.kind == b.kind and a.kind in _CONVERTED and a.unit != b.unit and len(a.values) == len(b.values)


def _converts(a: Quantity, b: Quantity) -> bool:
    """Whether two measures are one within the rounding that a conversion in brackets allows."""
    pairing = pair_up(a, b)
    if isinstance(pairing, str) or (a.hedge is not None and b.hedge is None):
        return True
    if a.kind == "temperature":
        by = [pair_up(_difference(a), _difference(b)), pairing]
        return any(not isinstance(p, str) and abs(p.a.values[0] - p.b.values[0]) <= _DEGREES for p in by)
    slack = _LOOSE_SLACK if a.kind in _LOOSE else _SLACK
    return all(
        abs(x - y) <= max(slack * max(abs(x), abs(y)), pairing.a.grain, pairing.b.grain)
        for x, y in zip(pairing.a.values, pairing.b.values, strict=True)
    )


def _difference(quantity: Quantity) -> Quantity:
    """A change by so many degrees has no zero point: 2 °C of warming are 3.6 °F."""
    unit = quantity.unit
    return quantity if unit is None else replace(quantity, unit=replace(unit, offset=Decimal(0)))
