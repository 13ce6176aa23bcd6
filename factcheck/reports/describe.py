"""The words every report shares: who says a figure, where it stands, how it reads, what the scan found."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.comparing import FLAGGED, SERIOUSNESS, Comparison, Conflict, Relation, naming
from factcheck.context.model import When, label_of_days
from factcheck.documents import TOLD_BY, Document, called
from factcheck.figures import Figure
from factcheck.intervals import Interval
from factcheck.quantities import Quantity
from factcheck.reports.text import one_line, source_name
from factcheck.scan import Scan

if TYPE_CHECKING:
    from factcheck.decisions.model import Standing

LABELS: Mapping[Relation, str] = {
    "conflict": "Conflict",
    "disputed": "Disputed",
    "check": "Check",
    "update": "Update",
    "compatible": "Compatible",
    "agree": "Agree",
}
_NOT_BOTH = "cannot both be right"
_OPEN = "whether they are about one thing is open"
_TELLING = ("apart", "unlike", "nested", "unknown")  # how two stand in a part, what sets them apart most first
_SAID = ("speaker", "modality")  # parts that leave it as it is whether two figures are about one thing
ENDLESS = 20  # digits; only a division has as many, and nobody reads them
_NO_PLURAL = ("s", "hertz", "siemens", "lux", "yuan", "yen", "won", "baht", "ringgit", "rand", "renminbi")
_ONE = re.compile(r"(?:more than |under |up to )?1(?: or more)?")  # what has its unit in the singular: "under 1 week"
_MAGNITUDES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def outlet(document: Document) -> str:
    """The outlet, or the file's name where the text does not tell one."""
    return one_line(called.outlet(document))


def source(figure: Figure) -> str:
    """Who says so: the speaker the text names, or else the outlet in its own voice."""
    return one_line(naming.speaker(figure)) or outlet(figure.document)


def speakers(figures: Iterable[Figure]) -> list[str]:
    """Those whom the texts name as saying so, each by the fullest name; empty where the outlets speak themselves."""
    fullest: dict[str, str] = {}
    for figure in figures:
        if speaker := figure.context.speaker:
            fullest[speaker.key] = max(fullest.get(speaker.key, ""), one_line(naming.speaker(figure)), key=len)
    return list(fullest.values())


def words(figure: Figure) -> str:
    """The figure as written, with the words of its unit where they follow it: ``over eight hours``."""
    return one_line(naming.words(figure))


def told_as(figure: Figure) -> tuple[str, ...]:
    """What a figure is told as where it is not simply so: ``planned``, ``denied``."""
    modality, polarity = figure.context.modality, figure.context.polarity
    told = () if modality == "actual" else (str(modality),)
    return told if polarity == "affirmed" else (*told, str(polarity))


def place(figure: Figure) -> str:
    """``path:line``, as an editor opens it; else the file and the place in its terms: ``a.pdf, page 3``."""
    document = figure.document
    if document.location == "line":
        return f"{source_name(document.file)}:{figure.line}"
    return f"{source_name(document.file)}, {figure.where}"


def known(document: Document) -> tuple[str, str]:
    """The outlet and the day of a document, each with how it is known: ``Herald (mail)``, ``2031-03-04 (JSON-LD)``."""
    day = document.published.isoformat() if document.published else ""
    told = ((one_line(document.outlet or ""), document.outlet_from), (day, document.published_from))
    outlet, published = (f"{words} ({TOLD_BY[by]})" if words and by else words for words, by in told)
    return outlet, published


def rule_place(path: str, line: int) -> str:
    """Where a rule stands: as an editor opens it, or that it came with the tool, out of the reader's folder."""
    shipped = path.startswith("rules/") and not Path(path).is_file()
    return ("factcheck's " if shipped else "") + f"{one_line(path)}:{line}"


def day(figure: Figure) -> dt.date | None:
    """The last day the figure is about, or else the day it was published: for putting figures in order."""
    return figure.context.when.stop if figure.context.when else figure.document.published


def days(figures: Iterable[Figure]) -> str:
    """When figures are about, or else were published, as exactly as the texts tell: ``2012-05``, a day, a span."""
    spans = [known for figure in figures if (known := span(figure))]
    return label_of_days(min(start for start, _ in spans), max(stop for _, stop in spans)) if spans else ""


def span(figure: Figure) -> tuple[dt.date, dt.date] | None:
    """The first and last day a figure is about, or else the day it was published."""
    when, published = figure.context.when, figure.document.published
    if when is not None:
        return when.start, when.stop
    return None if published is None else (published, published)


def about(when: When) -> str:
    """The days a figure is about with their preposition: ``on 2012-05-03``, ``in 2012-05``, ``from … to …``."""
    start, _, stop = when.label.partition(" – ")
    if stop:
        return f"from {start} to {stop}"
    return f"{'on' if when.start == when.stop else 'in'} {start}"


def number(value: Decimal) -> str:
    """A value as people write it: ``1,187,432``, ``2.5 million``, ``0.75``; never rounded (a third is ``0.3333…``)."""
    if not value.is_finite() or (value and not -20 < value.adjusted() < 20):
        return f"{value.normalize():.3g}" if value.is_finite() else str(value)
    for size, name in _MAGNITUDES:
        scaled = value / size
        if abs(scaled) >= 1 and scaled == scaled.quantize(Decimal("0.01")):
            return f"{_plain(scaled)} {name}"
    return _plain(value)


def compact(value: Decimal) -> str:
    """A value for the ticks of a plot: ``1.2m``, ``40bn``."""
    text = number(value)
    for name, short in (("trillion", "tn"), ("billion", "bn"), ("million", "m")):
        text = text.replace(" " + name, short)
    return text


def _plain(value: Decimal) -> str:
    if value == value.to_integral_value():
        return f"{value.to_integral_value():,}"
    text = f"{value.normalize():,f}"
    if len(value.as_tuple().digits) < ENDLESS:
        return text
    whole, _, fraction = text.partition(".")
    zeros = len(fraction) - len(fraction.lstrip("0"))
    return f"{whole}.{fraction[: zeros + 4]}…"


def interval(span: Interval) -> str:
    """An interval in words: ``12``, ``12 or more``, ``more than 60``, ``2 to 9``, ``up to 40``, ``any number``."""
    low, high = span.low, span.high
    if low is None and high is None:
        return "any number"
    if high is None and low is not None:
        return f"more than {number(low)}" if span.low_open else f"{number(low)} or more"
    if high is not None and not low:
        return number(high) if low == high else f"{'under' if span.high_open else 'up to'} {number(high)}"
    if low is None or high is None or low == high:
        return number(low or high or Decimal(0))
    one, other = number(low), number(high)
    size = other.partition(" ")[2]
    shared = size and one.endswith(" " + size) and one.removesuffix(" " + size)
    return f"{shared or one} to {other}"  # "245 to 255 million"


def with_unit(text: str, quantity: Quantity) -> str:
    """The words of a number with its unit, where it has one: ``25%``, ``2.5 million USD``, ``30 days``."""
    unit = _unit(text, quantity)
    if not unit:
        return text
    if text == "any number":
        return "any percentage" if unit == "%" else f"{text} of{unit}"
    number, more, _ = text.partition(" or more")  # "3% or more", "2 feet or more"
    return f"{number}{unit}{more}"


def _unit(text: str, quantity: Quantity) -> str:
    """What follows a number, with the space before it."""
    unit = quantity.unit.name if quantity.unit else None
    if quantity.kind in ("percent", "ratio"):
        return "%"
    if quantity.kind == "points":
        return " point" if _ONE.fullmatch(text) else " points"
    if unit is None or quantity.kind in ("count", "ordinal", "magnitude"):
        return ""
    per = f" per {quantity.per}" if quantity.per and " per " not in unit else ""
    return f" {unit if _ONE.fullmatch(text) else plural_unit(unit)}{per}"


def plural_unit(unit: str) -> str:
    """The plural of a unit's name: ``miles per hour``, ``inches``, ``square feet``; a code (``USD``) has none."""
    first, per, rest = unit.partition(" per ")
    if per:
        return f"{plural_unit(first)} per {rest}"
    if unit.startswith("degree "):
        return "degrees" if unit == "degree angle" else f"degrees {unit[7:].title()}"  # after Celsius, Fahrenheit, …
    if not unit.islower() or unit.endswith(_NO_PLURAL):
        return unit
    if unit.endswith("foot"):
        return unit[:-4] + "feet"
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return unit[:-1] + "ies"
    return unit + ("es" if unit.endswith(("ch", "sh", "x", "z")) else "s")


def reading(quantity: Quantity) -> str:
    """How a figure is read: what its words commit to and, where it is narrower, what a reader expects."""
    hard, typical = (interval(for_readers(span, quantity)) for span in (quantity.hard, quantity.typical))
    text = with_unit(hard, quantity)
    return text if hard == typical else f"{text}, usually {typical}"


def committed(quantity: Quantity) -> str:
    """What the words of a figure commit to, with its unit."""
    return with_unit(interval(for_readers(quantity.hard, quantity)), quantity)


def for_readers(span: Interval, quantity: Quantity) -> Interval:
    """An interval of a quantity's numbers as people count: no half of a person, and shares in per cent."""
    if quantity.kind == "ratio":
        return _short(span.scaled(Decimal(100)))
    if quantity.kind != "count" or any(value != value.to_integral_value() for value in quantity.values):
        return span
    low = None if span.low is None else span.low.to_integral_value(ROUND_CEILING)
    high = None if span.high is None else span.high.to_integral_value(ROUND_FLOOR)
    if low is not None and high is not None and low > high:
        return span
    return Interval(low, high, span.low_open and low == span.low, span.high_open and high == span.high)


def _short(span: Interval) -> Interval:
    """Per cent of a share with an end to its digits: a third is 33.3%, one in 3,000 is 0.0333%."""
    low, high = (
        Context(prec=max(3, end.adjusted() + 2)).plus(end)
        if end is not None and len(end.as_tuple().digits) >= ENDLESS
        else end
        for end in (span.low, span.high)
    )
    return Interval(low, high, span.low_open, span.high_open)


def of_group(span: Interval, conflict: Conflict) -> str:
    """The range over a whole group in the unit of its first figure, rounded where others had to be converted."""
    quantities = [claim.figure.quantity for claim in conflict.group.claims]
    if len({quantity.kind for quantity in quantities}) > 1:
        return interval(span)
    if len({quantity.unit.name if quantity.unit else None for quantity in quantities}) > 1:
        span = Interval(_rounded(span.low), _rounded(span.high), span.low_open, span.high_open)
    return with_unit(interval(for_readers(span, quantities[0])), quantities[0])


def _rounded(value: Decimal | None) -> Decimal | None:
    """To three digits, as a conversion is read."""
    return None if value is None else Decimal(f"{Decimal(f'{value:.3g}'):f}")


def reason(conflict: Conflict) -> str:
    """One sentence of reason for the verdict on a group; where it is not certain that it is one claim, it says so."""
    comparison = conflict.deciding
    if comparison:
        told = one_line(comparison.reason)
        doubtful = not conflict.likely or conflict.group.doubtful
        return _in_doubt(told, comparison) if doubtful and _NOT_BOTH in told else told
    return "All figures say the same." if conflict.relation == "agree" else ""


def _in_doubt(told: str, comparison: Comparison) -> str:
    """A reason that says only that two numbers differ, and what leaves open whether they are about one thing."""
    before, _, after = told.partition(_NOT_BOTH)
    parts = (each for each in comparison.differences if each.says and each.part not in _SAID)
    open_ = min(parts, key=lambda each: _TELLING.index(each.standing), default=None)
    why = f": {one_line(open_.says)}" if open_ else ""
    return f"{before}differ{after.removesuffix('.')}; {_OPEN}{why}."


def flagged(scan: Scan) -> tuple[Conflict, ...]:
    """The groups a person should look at, in the reader's order."""
    return tuple(conflict for conflict in scan.questions if conflict.relation in FLAGGED)


def ordered(scan: Scan) -> tuple[Conflict, ...]:
    """All groups: those to look at first, each part in the reader's order."""
    rest = (conflict for conflict in scan.questions if conflict.relation not in FLAGGED)
    return (*flagged(scan), *rest)


def tally(scan: Scan) -> dict[Relation, int]:
    """How many groups there are of each relation, most serious first, zeros kept."""
    counted = Counter(conflict.relation for conflict in scan.questions)
    return {relation: counted[relation] for relation in SERIOUSNESS}


def tallied(relation: Relation, n: int) -> str:
    """How many groups are of a relation, in words: ``2 conflicts``, ``1 agrees``."""
    if relation in ("conflict", "update"):
        return count(n, LABELS[relation].lower())
    if relation == "check":
        return f"{n:,} to check"
    return f"{n:,} {LABELS[relation].lower()}" + ("s" if relation == "agree" and n == 1 else "")


def sentence(text: str) -> str:
    """``text`` with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def count(n: int, noun: str) -> str:
    """``1 claim``, ``1,200 claims``."""
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def sources(conflict: Conflict) -> str:
    """How many documents, outlets and independent origins a group has; of one document there is no more to count."""
    documents = len({claim.figure.document.id for claim in conflict.group.claims})
    if documents == 1:
        return count(1, "document")
    parts = (count(documents, "document"), count(conflict.outlets, "outlet"), count(conflict.origins, "origin"))
    return " · ".join(parts)


def standings(scan: Scan) -> Mapping[str, Standing]:
    """Where each group stands with the people who review them, by its id; empty when no decisions were asked for."""
    pairs = zip(scan.questions, scan.standings, strict=False)
    return {conflict.group.id: standing for conflict, standing in pairs}


def standing(at: Standing | None) -> str:
    """What people decided on a group and noted beside it, in one line; nothing where nobody did."""
    if at is None:
        return ""
    noted = (f"Note by {one_line(each.by)} on {each.day}: {one_line(each.note)}" for each in at.notes)
    return " · ".join(filter(None, [_decided(at), *noted]))


def _decided(at: Standing) -> str:
    if at.decision is None:
        return ""
    decision = at.decision
    by = f"{decision.kind} by {one_line(decision.by)} on {decision.day}"
    note = f": {one_line(decision.note)}" if decision.note else ""
    if at.decided:
        return sentence(by + note) + (f" ({one_line(at.remark)})" if at.remark else "")
    opening = "Open again" if at.state == "reopened" else "Perhaps decided already"
    return f"{opening}: {one_line(at.why or by)}" + (f" ({by}{note})" if at.why else note)


def undecided(scan: Scan) -> tuple[Conflict, ...]:
    """The groups a person still has to look at, those that are but a maybe last."""
    known = standings(scan)
    left = (c for c in flagged(scan) if not (at := known.get(c.group.id)) or not at.decided)
    return tuple(sorted(left, key=lambda conflict: not conflict.likely))


def verdict(conflict: Conflict) -> str:
    """The relation as a label, with ``maybe`` where it is improbable that a reader wants it.

    Of figures that differ and are not held against each other nobody should read that they go together.
    """
    if conflict.relation == "compatible" and any(pair.nature == "apart" for pair in conflict.comparisons):
        return "Not compared"
    return LABELS[conflict.relation] if conflict.likely else f"{LABELS[conflict.relation]}, maybe"


def decided(n: int) -> str:
    """How many of the conflicts, disputes and checks a person has decided; nothing where none is."""
    return f"Of what disagrees, {n:,} {'is' if n == 1 else 'are'} decided." if n else ""


def sections(scan: Scan) -> dict[str, tuple[Conflict, ...]]:
    """All groups by what there is to do: ``open``, ``confirmed``, ``decided`` otherwise, and the ``rest``."""
    left, stands = undecided(scan), confirmed(scan)
    told = {conflict.group.id for conflict in (*left, *stands)}
    done = tuple(conflict for conflict in flagged(scan) if conflict.group.id not in told)
    rest = tuple(conflict for conflict in scan.questions if conflict.relation not in FLAGGED)
    return {"open": left, "confirmed": stands, "decided": done, "rest": rest}


def confirmed(scan: Scan) -> tuple[Conflict, ...]:
    """The groups of which a person said that they are conflicts: decided, and standing all the same."""
    if not scan.standings:
        return ()
    from factcheck.decisions.model import is_confirmed  # only where there are decisions

    known = standings(scan)
    return tuple(conflict for conflict in scan.questions if is_confirmed(conflict, known.get(conflict.group.id)))


def headline(scan: Scan) -> str:
    """The scan in one line, for a title."""
    left = undecided(scan)
    maybe = sum(not conflict.likely for conflict in left)
    if not scan.documents:
        return "Nothing was read"
    if maybe:
        sure = f"{count(len(left) - maybe, 'claim')} to look at" if len(left) > maybe else "Nothing sure to look at"
        return f"{sure}, {maybe} maybe"
    if left:
        return f"{count(len(left), 'claim')} to look at"
    if stands := len(confirmed(scan)):
        return f"{count(stands, 'confirmed conflict')}, nothing left to decide"
    return "Every conflict is decided" if flagged(scan) else "No conflict found"
