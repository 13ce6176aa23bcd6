"""A group in short: its range, the best reading under a named policy, and the timeline of a running total."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.comparing.model import Policy, TimelinePoint
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


def best_of(claims: Sequence[Claim], origins: Origins, policy: Policy) -> Decimal | None:
    """The number that a policy prefers, the latest or that of most origins; ``None`` where it prefers none (``range``
    over numbers that differ)."""
    told = [(as_of(claim), value) for claim in claims if (value := claim.figure.quantity.single) is not None]
    if len({value for _, value in told}) == 1:
        return told[0][1]
    if policy == "latest":
        return max(((day, value) for day, value in told if day is not None), default=(None, None))[1]
    if policy == "range":
        return None
    counts = Counter(value for part in origins.parts for value in {claim.figure.quantity.single for claim in part})
    del counts[None]
    most = [value for value, count in counts.items() if count == max(counts.values())]
    return most[0] if len(most) == 1 else None


def timeline(claims: Sequence[Claim], vocabulary: Vocabulary) -> tuple[TimelinePoint, ...]:
    """A growing count day by day; empty when it has fewer than two days."""
    days: dict[dt.date, list[Claim]] = defaultdict(list)
    for claim in claims:
        if (day := as_of(claim)) is not None and grows(claim, vocabulary):
            days[day].append(claim)
    points = tuple(TimelinePoint(day, hull(days[day]), tuple(days[day])) for day in sorted(days))
    return points if len(points) > 1 else ()
