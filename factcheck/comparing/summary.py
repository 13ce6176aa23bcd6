"""A group in short: its range, the best reading under a named policy, and the timeline of a running total."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.comparing.model import Policy, Summary, TimelinePoint
from factcheck.comparing.sides import as_of, grows
from factcheck.intervals import Interval
from factcheck.origins import Origins
from factcheck.quantities import factor_into
from factcheck.vocabulary import Vocabulary


def hull(claims: Sequence[Claim]) -> Interval:
    """The smallest interval that holds what all claims commit to, in the unit of the first.

    Claims that cannot be compared with the first (another currency) are left out.
    """
    first = claims[0].figure.quantity
    whole = first.hard
    for claim in claims[1:]:
        factor = factor_into(first, claim.figure.quantity)
        whole = whole if factor is None else whole.hull(claim.figure.quantity.hard.scaled(factor))
    return whole


def summarise(claims: Sequence[Claim], origins: Origins, policy: Policy = "range") -> Summary:
    """Low, best and high of a group; see `Summary`."""
    whole = hull(claims)
    return Summary(whole.low, _best(claims, origins, policy), whole.high, policy)


def _best(claims: Sequence[Claim], origins: Origins, policy: Policy) -> Decimal | None:
    values = [value for claim in claims if (value := _value(claim)) is not None]
    if not values:
        return None
    if len(set(values)) == 1:
        return values[0]
    if policy == "latest":
        return _latest(claims)
    return _most_origins(origins) if policy == "origins" else None


def _value(claim: Claim) -> Decimal | None:
    values = claim.figure.quantity.values
    return values[0] if len(values) == 1 and not claim.figure.quantity.vague else None


def _latest(claims: Sequence[Claim]) -> Decimal | None:
    dated = [(day, value) for claim in claims if (day := as_of(claim)) and (value := _value(claim)) is not None]
    return max(dated)[1] if dated else None


def _most_origins(origins: Origins) -> Decimal | None:
    told = ({_value(claim) for claim in part} - {None} for part in origins.parts)
    counts = Counter(value for values in told for value in values)
    most = max(counts.values(), default=0)
    leading = [value for value, count in counts.items() if count == most]
    return leading[0] if len(leading) == 1 else None


def timeline(claims: Sequence[Claim], vocabulary: Vocabulary) -> tuple[TimelinePoint, ...]:
    """A growing count day by day; empty when it has fewer than two days."""
    days: dict[dt.date, list[Claim]] = {}
    for claim in claims:
        day = as_of(claim)
        if day is not None and grows(claim, vocabulary):
            days.setdefault(day, []).append(claim)
    if len(days) < 2:
        return ()
    return tuple(TimelinePoint(day, hull(days[day]), tuple(days[day])) for day in sorted(days))
