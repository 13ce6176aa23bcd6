"""Figures that carry their own check: "52 of 80 (65 %)", "40 km (25 miles)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.pairs.values import pair_up
from factcheck.quantities import Quantity

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

Finding = tuple[Claim, Claim, str]  # two claims and the sentence that says why they cannot both be right


def part_and_whole(at: int, mates: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The number at ``at`` of a sentence and the whole it is a part of: by its context, or plainly "52 of 80"."""
    part = mates[at]
    whole = next((mate for mate in mates if mate.figure.id == part.figure.whole), None)
    if whole is None and at + 1 < len(mates):
        follow, text = mates[at + 1], part.figure.document.text
        if _OF.fullmatch(text, part.figure.quantity.number.stop, follow.figure.quantity.number.start):
            whole = follow
    return None if whole is None else (part, whole)


def wrong_percentages(at: int, mates: Sequence[Claim]) -> Iterator[Finding]:
    """A percentage that is written as another way to say "52 of 80", of which the 52 is at ``at``, and is not."""
    found = part_and_whole(at, mates)
    if found is None:
        return
    part, whole = found
    counts = _exact(part), _exact(whole)
    if counts[0] is None or counts[1] is None or {q.figure.quantity.kind for q in found} != {"count"}:
        return
    share = counts[0] * 100 / counts[1]
    for percent in (mate for mate in mates if mate.figure.quantity.kind == "percent"):
        quantity, stated = percent.figure.quantity, _exact(percent)
        if stated is None or quantity.change is not None or not _restates(percent, part, whole):
            continue
        if abs(stated - share) > min(quantity.grain or Decimal(1), Decimal(1)):
            given = f"{naming.reading(part)} of {naming.reading(whole)}"
            yield percent, part, f"{given} is {f'{share:.1f}'.removesuffix('.0')} %, not {naming.reading(percent)}."


def _restates(percent: Claim, part: Claim, whole: Claim) -> bool:
    text = percent.figure.document.text
    counts = sorted((part.figure.quantity.number, whole.figure.quantity.number))
    said, stop = percent.figure.quantity.span, counts[1].stop
    if said.start >= stop:
        closed = _CLOSED.match(text, percent.figure.quantity.number.stop) or text[said.stop : said.stop + 1] in ")],"
        return bool(closed) and _RESTATED.fullmatch(text, stop, said.start) is not None
    before = percent.figure.quantity.number.stop, part.figure.quantity.span.start
    return before[0] <= before[1] and _COUNTED_IN.fullmatch(text, *before) is not None


def _exact(claim: Claim) -> Decimal | None:
    """The value of a number that stands for itself, above zero and hardly rounded."""
    quantity = claim.figure.quantity
    plain = len(quantity.values) == 1 and quantity.hedge is None and not quantity.vague and (quantity.grain or 1) <= 1
    return quantity.values[0] if plain and quantity.values[0] > 0 else None


def wrong_conversions(claims: Sequence[Claim]) -> Iterator[Finding]:
    """A measure in brackets that is not the one before it in another unit; ``claims`` of one sentence, in order."""
    for at, second in enumerate(claims):
        if second.figure.quantity.restates is None or not _closed(second):
            continue
        first = next((claim for claim in reversed(claims[:at]) if _other_unit(claim, second)), None)
        if first is not None and not _converts(first.figure.quantity, second.figure.quantity):
            a, b = naming.reading(first), naming.reading(second)
            yield first, second, f"{b} is given as {a} in another unit, but {_working(first, second)}."


def is_restated(a: Claim, b: Claim) -> bool:
    """Whether one of two claims says the other again in another unit: "40 km (25 miles)"."""
    if a.figure.sentence != b.figure.sentence or a.figure.document.id != b.figure.document.id:
        return False
    first, second = sorted((a, b), key=lambda claim: claim.figure.quantity.number.start)
    near = second.figure.quantity.number.start - first.figure.quantity.number.stop <= _NEAR
    return near and second.figure.quantity.restates is not None


def _working(first: Claim, second: Claim) -> str:
    """What the first comes to in the second's unit, to three digits."""
    a, b = first.figure.quantity, second.figure.quantity
    if a.unit is None or b.unit is None or a.unit.factor is None or not b.unit.factor or len(a.values) > 1:
        return "is not the same"
    value = (a.values[0] * a.unit.factor + a.unit.offset - b.unit.offset) / b.unit.factor
    return f"that would be {float(f'{value:.3g}'):,g}, not {b.values[0]:,f}"


def _closed(claim: Claim) -> bool:
    """Whether the brackets hold nothing but the measure: in "2 miles long (40 feet wide)" another thing is measured."""
    figure = claim.figure
    unit = figure.quantity.unit_span
    stop = max(figure.quantity.span.stop, unit.stop if unit is not None else 0)
    return figure.document.text[stop : stop + 1] in (")", "]")


def _other_unit(first: Claim, second: Claim) -> bool:
    a, b = first.figure.quantity, second.figure.quantity
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
