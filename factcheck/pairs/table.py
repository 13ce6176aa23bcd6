"""The weight of each level of each part, in bits, from ``rules/context/weights.toml`` (made by ``make weights``).

One table with three columns: what a level weighs between numbers that agree, between numbers that differ in two texts,
and between those of one text.
"""

from __future__ import annotations

import functools
import math
from bisect import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from factcheck.pairs.pair import Pair
from factcheck.pairs.parts import PARTS
from factcheck.vocabulary import Vocabulary

COLUMNS = ("equal", "differ", "inside")
PRIOR = "prior"
_CERTAIN = 20.0  # bits from which the other of two decides alone
_SURE = (-1.0, 1.0, 3.0)  # bits between how sure it is that two documents tell of one event
_STORY = ("hardly one event", "perhaps one event", "likely one event", "surely one event")
_SIGN, _SIGN_OF_ANY = {"equal": 6.0}, 2.0  # bits
ROOM = {
    "equal": "two figures with one number",
    "differ": "two numbers",
    "inside": "two numbers of one text",
}


@dataclass(frozen=True, slots=True)
class WeightTable:
    """The file as it is: by part and level the bits of each column; ``prior`` is what two figures start with.

    ``joined`` are log-odds too: from which two clusters are one claim.
    """

    made: str
    joined: Decimal
    prior: tuple[Decimal, ...]
    company: Mapping[str, tuple[Decimal, ...]]  # of a second look at a pair, when all were looked at; see Company
    parts: Mapping[str, Mapping[str, tuple[Decimal, ...]]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One step of a pair's waterfall: what was compared, its level, its weight in bits (log2 of the Bayes factor)."""

    part: str
    level: str
    weight: float


class Weights:
    """Adds up a pair's evidence."""

    def __init__(self, table: WeightTable) -> None:
        self.joined = float(table.joined)
        self.priors = dict(zip(COLUMNS, map(float, table.prior), strict=True))
        self._company = {column: _column(table.company, column) for column in COLUMNS}
        self._parts = {
            column: [(name, part, _column(table.parts.get(name, {}), column)) for name, part in PARTS.items()]
            for column in COLUMNS
        }

    def bits(self, pair: Pair) -> float:
        """The log-odds, in bits, that the two claims answer one question."""
        within = self.priors[pair.column]
        for _, part, weights in self._parts[pair.column]:
            for level, amount in part(pair):
                within += weights.get(level, 0.0) * amount
        return within if pair.one_document else both(within, one_event(pair))

    def again(self, levels: Iterable[tuple[str, float]], column: str) -> float:
        """The bits of a pair on a second look: what its company says, the first look among it."""
        weights = self._company[column]
        return weights.get(PRIOR, 0.0) + math.fsum(weights.get(level, 0.0) * amount for level, amount in levels)

    def with_company(
        self, evidence: tuple[Evidence, ...], levels: Iterable[tuple[str, float]], column: str
    ) -> tuple[Evidence, ...]:
        """A waterfall with a last step: what the second look adds to the first or takes from it."""
        told = tuple(levels)
        weights = self._company[column]
        loudest = max(told[1:], key=lambda step: abs(weights.get(step[0], 0.0) * step[1]))
        first = math.fsum(step.weight for step in evidence)
        return (*evidence, Evidence("company", loudest[0], self.again(told, column) - first))

    def waterfall(self, pair: Pair) -> tuple[Evidence, ...]:
        """What each part says and weighs on a first look, the prior first."""
        steps = [Evidence(PRIOR, ROOM[pair.column], self.priors[pair.column])]
        for name, part, weights in self._parts[pair.column]:
            found = [(level, weights.get(level, 0.0) * amount) for level, amount in part(pair)]
            if found:
                loudest, _ = max(found, key=lambda step: abs(step[1]))
                steps.append(Evidence(name, loudest, math.fsum(bits for _, bits in found)))
        if not pair.one_document:
            odds, within = one_event(pair), math.fsum(step.weight for step in steps)
            steps.append(Evidence("story", _STORY[bisect(_SURE, odds)], both(within, odds) - within))
        return tuple(steps)


def _column(levels: Mapping[str, tuple[Decimal, ...]], column: str) -> dict[str, float]:
    """What each level weighs in one column."""
    return {level: float(bits[COLUMNS.index(column)]) for level, bits in levels.items()}


def one_event(pair: Pair) -> float:
    """The log-odds, in bits, that both are told of one event; two that may answer one question are a sign of it."""
    return pair.scope.stories.odds(pair.a.document, pair.b.document) + _SIGN.get(pair.column, _SIGN_OF_ANY)


def both(one: float, other: float) -> float:
    """The log-odds, in bits, of two things that are each needed: one event, and within it one question."""
    low, high = min(one, other), max(one, other)
    if high > _CERTAIN:
        return low
    return -math.log2(math.exp2(-one) + math.exp2(-other) + math.exp2(-one - other))


def probability(bits: float) -> float:
    """The probability behind log-odds in bits."""
    return 1.0 / (1.0 + math.exp2(min(-bits, 60.0)))


@functools.lru_cache(maxsize=4)
def weights_of(vocabulary: Vocabulary) -> Weights:
    return Weights(vocabulary.bind("weights", WeightTable))
