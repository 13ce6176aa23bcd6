"""The reader's order: kinds of relation first, then weight, distance, origins, sureness, headline."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal

from factcheck.comparing.model import FLAGGED, Comparison
from factcheck.comparing.values import Reading, pair_up
from factcheck.comparing.words import comparing_words
from factcheck.grouping import ClaimGroup
from factcheck.vocabulary import Vocabulary

_SPAN = 0.149  # less than the step between two kinds of relation, so that order within a kind never crosses it


def priority(
    group: ClaimGroup, comparisons: Sequence[Comparison], relation: str, origins: int, vocabulary: Vocabulary
) -> float:
    """A group's place in the reader's order, 0..1; the parts are those of the product's contract, in that order."""
    worst = [c for c in comparisons if c.relation == relation]
    base = float(_base(worst, relation, vocabulary))
    weight = min(max(max((claim.rule.priority if claim.rule else 0) for claim in group.claims), 0), 10) / 10
    apart = max((_distance(c) for c in worst), default=0.0)
    headline = any("headline" in (c.a.figure.context.voice, c.b.figure.context.voice) for c in worst)
    within = 0.3 * weight + 0.3 * apart + 0.15 * min(origins, 5) / 5 + 0.2 * group.confidence + 0.05 * headline
    return round(min(base + _SPAN * within, 1.0), 4)


def _base(worst: Sequence[Comparison], relation: str, vocabulary: Vocabulary) -> Decimal:
    order = comparing_words(vocabulary).order
    natures = [order[c.nature] for c in worst if relation in FLAGGED and c.nature is not None and c.nature in order]
    return max(natures, default=order[relation])


def _distance(comparison: Comparison) -> float:
    """How far apart two readings are, 0 (nearly the same) to 1 (a hundredfold or more)."""
    pairing = pair_up(comparison.a.figure.quantity, comparison.b.figure.quantity)
    if isinstance(pairing, str):
        return 0.0
    a, b = _middle(pairing.a), _middle(pairing.b)
    if a <= 0 or b <= 0:
        return 1.0 if a != b else 0.0
    return min(abs(math.log10(a / b)) / 2, 1.0)


def _middle(reading: Reading) -> float:
    return float(reading.values[0]) if reading.values else float(reading.typical.low or 0)
