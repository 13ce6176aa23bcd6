"""The waterfall of a link: how the evidence added up until two figures stood in one claim."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.grouping import Link
from factcheck.reports.text import one_line


@dataclass(frozen=True, slots=True)
class Weight:
    """One step of the sum that joined two claims: its weight, and the piece of a line from sum to sum."""

    part: str
    level: str
    words: str
    left: Decimal
    width: Decimal
    adds: bool


_HEARD = 0.05  # bits; what weighs less is not worth a line


def waterfall(link: Link) -> tuple[Weight, ...]:
    """The evidence of a link as a waterfall, without the parts that say nothing."""
    steps = [step for step in link.evidence if abs(step.weight) >= _HEARD]
    sums = [Decimal(0)]
    for step in steps:
        sums.append(sums[-1] + Decimal(f"{step.weight:.4f}"))
    low, high = min(sums), max(sums)
    span = high - low or Decimal(1)
    places = [((total - low) / span * 100).quantize(Decimal("0.01")) for total in sums]
    return tuple(
        Weight(
            one_line(step.part),
            one_line(step.level),
            f"{step.weight:+.1f}".replace("-", "\N{MINUS SIGN}"),
            min(before, after),
            abs(after - before),
            after > before,
        )
        for step, before, after in zip(steps, places, places[1:], strict=False)
    )
