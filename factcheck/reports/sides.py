"""A group's figures as few rows: equal readings of one speaker and day stand together, with all who carry them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.comparing import FLAGGED, Conflict
from factcheck.comparing.recounts import is_restated
from factcheck.figures import Figure
from factcheck.reports import describe
from factcheck.reports.text import one_line

MANY = 6  # rows of one table; above it, only the reading tells rows apart


@dataclass(frozen=True, slots=True)
class Side:
    """One row: figures that read the same, in document order."""

    figures: tuple[Figure, ...]

    @property
    def first(self) -> Figure:
        return self.figures[0]


def sides(conflict: Conflict) -> tuple[Side, ...]:
    """The rows of a group: from the lowest reading to the highest, or by day for a running total that was updated."""
    rows = _merged(conflict, _reading_speaker_day)
    if len(rows) > MANY:
        rows = _merged(conflict, _reading)
    by_day = conflict.relation == "update"
    return tuple(sorted(rows, key=_day_then_value if by_day else _value))


def quoted_sides(conflict: Conflict, most: int = 3) -> tuple[Figure, ...]:
    """The figures to quote: both of the pair that decides the verdict, then one of each other reading at odds."""
    deciding = conflict.deciding
    chosen: list[Figure] = [deciding.a.figure, deciding.b.figure] if deciding else []
    at_odds = (
        figure
        for comparison in conflict.comparisons
        if comparison.relation in FLAGGED
        for figure in (comparison.a.figure, comparison.b.figure)
    )
    for figure in at_odds:
        if len(chosen) >= most:
            break
        if all(_bounds(figure) != _bounds(other) for other in chosen):
            chosen.append(figure)
    return tuple(chosen)


def _merged(conflict: Conflict, key: Callable[[Figure], Hashable]) -> list[Side]:
    rows: dict[Hashable, list[Figure]] = {}
    for claim in conflict.group.claims:
        rows.setdefault(key(_first_said(claim, conflict).figure), []).append(claim.figure)
    return [Side(tuple(figures)) for figures in rows.values()]


def _first_said(claim: Claim, conflict: Conflict) -> Claim:
    """What a claim says again in another unit ("40 km (25 miles)" is one row), unless the two are held to differ."""
    if claim.figure.quantity.restates is None:
        return claim
    apart = {each.a.figure.id for each in conflict.comparisons if each.b is claim}
    apart |= {each.b.figure.id for each in conflict.comparisons if each.a is claim}
    others = (other for other in conflict.group.claims if other is not claim and other.figure.id not in apart)
    return next((other for other in others if is_restated(claim, other)), claim)


def _bounds(figure: Figure) -> Hashable:
    hard = figure.quantity.hard
    return (hard.low, hard.high, hard.low_open, hard.high_open, figure.quantity.unit)


def _reading(figure: Figure) -> Hashable:
    return (_bounds(figure), figure.context.modality, figure.context.polarity)


def _reading_speaker_day(figure: Figure) -> Hashable:
    speaker, when = figure.context.speaker, figure.context.when
    return (_reading(figure), speaker.key if speaker else None, (when.start, when.stop) if when else None)


def _value(side: Side) -> tuple[Decimal, Decimal]:
    hard = side.first.quantity.hard
    low = hard.low or Decimal(0)
    return (low, low if hard.high is None else hard.high)


def _day_then_value(side: Side) -> tuple[str, tuple[Decimal, Decimal]]:
    day = describe.day(side.first)
    return (day.isoformat() if day else "", _value(side))


def short_reading(figure: Figure) -> str:
    """What the words commit to, with the unit; what a reader expects beyond that is for ``explain``."""
    return ", ".join((describe.committed(figure.quantity), *describe.told_as(figure)))


def some(names: Iterable[str], most: int = 3) -> str:
    """A list of different names, the first few spelled out: ``A, B, C and 4 more``."""
    known: dict[str, str] = {}
    for name in filter(None, map(one_line, names)):
        known.setdefault(name.casefold(), name)
    different = list(known.values())
    if len(different) <= most + 1:
        return ", ".join(different)
    return f"{', '.join(different[:most])} and {len(different) - most} more"
