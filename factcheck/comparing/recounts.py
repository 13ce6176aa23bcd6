"""Figures that carry their own check: "15 arrests: nine in the port and five in town", "52 of 80 (65 %)", "40 km (25
miles)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.model import Comparison, Nature
from factcheck.pairs.differences import same_things
from factcheck.pairs.values import pair_up
from factcheck.quantities import Kind, Quantity
from factcheck.vocabulary import Vocabulary

_COLON = re.compile(r"[^.;:()\d\n]{0,60}: ?")
_ITEM = re.compile(r";\s*(?:and )?|,\s*(?:and )?|\s+and\s+")
_WEAK = re.compile(r"\b(?:including|among|of whom|of which|of them|mostly|some of)\b", re.IGNORECASE)
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


def wrong_sums(mates: Sequence[Claim], vocabulary: Vocabulary) -> Iterator[Comparison]:
    """Totals of one sentence whose parts do not add up; ``mates`` are all its claims, in order.

    Only where the sentence itself says that these are the parts and all of them: a list behind a colon, or the claims
    whose rules say that together they make the total. Anything hedged, and parts that may overlap, are left alone.
    """
    for at, total in enumerate(mates):
        parts = _listed(total, mates[at + 1 :]) or _ruled(total, mates, vocabulary)
        values = [value for part in parts if (value := _count(part)) is not None]
        whole = _count(total)
        if len(parts) < 2 or len(values) < len(parts) or whole is None:
            continue
        grains = (claim.figure.quantity.grain or 0 for claim in (total, *parts))
        if abs(sum(values) - whole) > sum(grain / 2 for grain in grains if grain > 1):  # round numbers may be off
            working = f"{' + '.join(f'{value:,f}' for value in values)} = {sum(values):,f}, not {whole:,f}"
            reason = f"{_listing(parts)} do not add up to {naming.reading(total)}: {working}."
            yield broken(total, parts[0], reason)


def told_sums(claims: Sequence[Claim]) -> Mapping[str, tuple[Decimal, str]]:
    """What headlines add up: by a part's id the sum and the sentence that says so ("13": 9 in one town, 4 in another).

    The parts are all plain numbers of one sentence, or of the whole text, that answer the headline's question.
    """
    found: dict[str, tuple[Decimal, str]] = {}
    for _, mates in groupby(claims, key=lambda claim: claim.figure.document.id):
        told = [(claim, value) for claim in mates if (value := _count(claim)) is not None]
        for total, whole in told:
            if total.figure.context.voice != "headline":
                continue
            body = [each for each in told if each[1] != whole and _is_of(each[0], total)]
            sentences = (list(each) for _, each in groupby(body, key=lambda each: each[0].figure.sentence))
            parts = next((each for each in (*sentences, body) if sum(value for _, value in each) == whole), [])
            named = [claim for claim, _ in parts]
            says = f"{naming.reading(total)} in the headline sums up {_listing(named)} of the text." if parts else ""
            found.update({part.figure.id: (whole, says) for part in named})
    return found


def _is_of(part: Claim, total: Claim) -> bool:
    """Whether a number of the text counts what its headline does, of which one happening is told."""
    if part.figure.context.voice == "headline":
        return False
    if part.type is not None and total.type is not None:
        return part.type == total.type
    one, other = part.figure.context, total.figure.context
    heads = one.counted and one.counted.head, other.counted and other.counted.head
    actions = one.action and one.action.lemma, other.action and other.action.lemma
    return heads[0] is not None and heads[0] == heads[1] and actions[0] == actions[1]


def _listing(parts: Sequence[Claim]) -> str:
    named = [naming.reading(part) for part in parts]
    return f"{', '.join(named[:-1])} and {named[-1]}"


def _count(claim: Claim) -> Decimal | None:
    """How many a plain count says there are."""
    quantity = claim.figure.quantity
    plain = quantity.kind == "count" and quantity.hedge is None and quantity.change is None
    return quantity.single if plain and claim.figure.context.polarity == "affirmed" else None


def _listed(total: Claim, after: Sequence[Claim]) -> Sequence[Claim]:
    """The parts behind a colon when each item of the list opens with its number; else none.

    No part counts something else: "three towns: 9 dead in Arlen and 5 in Orlen" has no parts of three.
    """
    text, counted = total.figure.document.text, total.figure.context.counted
    opened = _COLON.match(text, total.figure.quantity.number.stop)
    if opened is None or counted is None or _WEAK.search(text, opened.end(), total.figure.sentence.stop):
        return ()
    items = {opened.end(), *(match.end() for match in _ITEM.finditer(text, opened.end(), total.figure.sentence.stop))}
    heads = {part.figure.context.counted.head for part in after if part.figure.context.counted is not None}
    return after if {part.figure.quantity.span.start for part in after} == items and heads <= {counted.head} else ()


def _ruled(total: Claim, mates: Sequence[Claim], vocabulary: Vocabulary) -> Sequence[Claim]:
    """The claims of a sentence that by their rules make up the total; none when anything else is counted there."""
    parts = [mate for mate in mates if mate.rule is not None and total.type in mate.rule.adds_up_to]
    counts = sum(mate.figure.quantity.kind == "count" for mate in mates)
    apart = len({part.type for part in parts}) == len(parts) == counts - 1
    if not apart or _WEAK.search(total.figure.sentence_text):
        return ()
    return parts if all(same_things(part, total, vocabulary, counted=False) for part in parts) else ()


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
        alike = (mate for mate in reversed(mates[:at]) if mate.figure.quantity.kind == again.kind in _CONVERTED)
        first = next((mate for mate in alike if mate.figure.quantity.unit != again.unit), None)
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


def _converts(a: Quantity, b: Quantity) -> bool:
    """Whether two measures are one within the rounding that a conversion in brackets allows."""
    pairing = pair_up(a, b)
    if isinstance(pairing, str) or (a.hedge is not None and b.hedge is None) or len(a.values) != len(b.values):
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
