"""The weight of each level of evidence, in bits, from ``rules/context/weights.toml`` (made by ``make weights``)."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from factcheck.grouping.evidence import Pair, levels
from factcheck.grouping.model import Evidence
from factcheck.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class WeightTable:
    """The file as it is. ``prior`` is the log-odds that two claims of one block match, before any evidence.

    ``joined``, ``doubtful`` and ``internal`` are log-odds too: from which two clusters are one claim, are one with
    doubt, and from which two numbers in the text of one article that contradict each other may be.
    """

    made: str
    prior: Decimal
    joined: Decimal
    doubtful: Decimal
    internal: Decimal
    parts: Mapping[str, Mapping[str, Decimal]]


class Weights:
    """Adds up a pair's evidence."""

    def __init__(self, table: WeightTable) -> None:
        self.prior = float(table.prior)
        self.joined = float(table.joined)
        self.doubtful = float(table.doubtful)
        self.internal = float(table.internal)
        self._parts = {part: {level: float(bits) for level, bits in by.items()} for part, by in table.parts.items()}

    def bits(self, pair: Pair) -> float:
        """The log-odds, in bits, that the two claims answer one question."""
        parts = self._parts
        return self.prior + sum(parts.get(name, {}).get(level, 0.0) for name, level in levels(pair).items())

    def waterfall(self, pair: Pair) -> tuple[Evidence, ...]:
        """Each part with its level and weight, the prior first."""
        steps = [Evidence("prior", "two figures of one kind", self.prior)]
        for name, level in levels(pair).items():
            steps.append(Evidence(name, level, self._parts.get(name, {}).get(level, 0.0)))
        return tuple(steps)


def probability(bits: float) -> float:
    """The probability behind log-odds in bits."""
    if bits < -60:
        return 0.0
    return 1.0 / (1.0 + math.exp2(-bits))


@functools.lru_cache(maxsize=4)
def weights_of(vocabulary: Vocabulary) -> Weights:
    return Weights(vocabulary.bind("weights", WeightTable))
