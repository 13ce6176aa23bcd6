"""How firmly two numbers answer one question, and how probably a reader wants the flag that they raise.

The probability gives the order of the report, and parts what is likely from what is only a maybe. A check of arithmetic
stands for itself: its working is shown.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.comparing.model import Comparison
from factcheck.grouping import ClaimGroup
from factcheck.pairs.table import probability
from factcheck.vocabulary import Vocabulary

_BITS = 4.0  # of a link that a person made
_FEW = 3  # documents beyond which more say no more
_SURE = 0.9  # of a check whose working is shown
_SHOWN = frozenset({"arithmetic", "conversion"})


@dataclass(frozen=True, slots=True)
class WantedTable:
    """Weights in bits, made by ``make weights``.

    ``firm`` are the bits from which two numbers contradict each other, ``least`` those from which they are something
    to check where no others do; ``likely`` is the probability from which a flag is no mere maybe.
    """

    made: str
    least: Decimal
    firm: Decimal
    likely: Decimal
    prior: Decimal
    levels: Mapping[str, Decimal]


def wanted_table(vocabulary: Vocabulary) -> WantedTable:
    return vocabulary.bind("wanted", WantedTable)


def wanted(group: ClaimGroup, pairs: Sequence[Comparison], vocabulary: Vocabulary) -> float:
    """The probability that a reader wants the flag that ``pairs`` raise."""
    if any(pair.nature in _SHOWN for pair in pairs):
        return _SURE
    table = wanted_table(vocabulary)
    bits = math.fsum(float(table.levels.get(level, 0)) * amount for level, amount in levels(group, pairs))
    return probability(float(table.prior) + bits)


def levels(group: ClaimGroup, pairs: Sequence[Comparison]) -> Iterator[tuple[str, float]]:
    """What the table weighs of the flagged pairs of a group, each with an amount."""
    claims = group.claims
    bits = max(firmness(pair, group) for pair in pairs)
    yield "firmness", max(-_BITS, min(_BITS, bits)) / _BITS
    yield "share of pairs", len(pairs) / math.comb(len(claims), 2)
    for relation in sorted({pair.relation for pair in pairs}):
        yield f"relation {relation}", 1.0
    yield "documents", min(len({claim.figure.document.id for claim in claims}), _FEW) / _FEW
    yield "one rule", float(len({claim.type for claim in claims}) == 1 and claims[0].type is not None)
    yield "casualties", float(any((claim.type or "").startswith("casualties.") for claim in claims))


def firmness(pair: Comparison, group: ClaimGroup) -> float:
    """The bits for the two numbers of a pair being answers to one question, whatever else joins their claims."""
    bits = group.bits_between(pair.a, pair.b)
    return _BITS if bits is None or pair.nature in _SHOWN else bits  # what a person put together is sure


def one_number(a: Claim, b: Claim) -> bool:
    """Whether two claims give the same number, whatever its hedge."""
    one, other = a.figure.quantity, b.figure.quantity
    return one.values == other.values and one.unit == other.unit
