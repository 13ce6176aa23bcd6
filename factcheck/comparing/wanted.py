"""How probably a reader wants a flag: a small table over what a group's flagged pairs have in common.

It gives the order of the report, and parts what is likely from what is only a maybe. A check of arithmetic stands for
itself: its working is shown.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.comparing.model import Comparison
from factcheck.grouping import ClaimGroup
from factcheck.pairs.lists import LinkingLists, linking_lists
from factcheck.pairs.table import probability
from factcheck.quantities import Quantity
from factcheck.vocabulary import Vocabulary

Amount = tuple[str, float]

_BITS = 4.0  # of a link that a person made
_FEW = 3  # documents beyond which more say no more
_SECOND_HAND = 1.0  # bits that a link through another claim of the same number is worth less
_SURE = 0.9  # of a check whose working is shown
_SHOWN = frozenset({"arithmetic", "conversion"})
_MEASURED = frozenset({"percent", "money", "duration"})


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


@dataclass(frozen=True, slots=True)
class Flag:
    """A group's most serious pairs, as the table sees them."""

    group: ClaimGroup
    pairs: Sequence[Comparison]
    lists: LinkingLists


def wanted(group: ClaimGroup, pairs: Sequence[Comparison], vocabulary: Vocabulary) -> float:
    """The probability that a reader wants the flag that ``pairs`` raise."""
    if any(pair.nature in _SHOWN for pair in pairs):
        return _SURE
    table = _table(vocabulary)
    told = levels(Flag(group, pairs, linking_lists(vocabulary)))
    bits = math.fsum(float(table.levels.get(level, 0)) * amount for level, amount in told)
    return probability(float(table.prior) + bits)


def is_likely(chance: float, vocabulary: Vocabulary) -> bool:
    return chance >= float(_table(vocabulary).likely)


def firmness(pair: Comparison, group: ClaimGroup) -> float:
    """The bits for the two numbers of a pair being answers to one question, whatever joins their claims through others.

    What holds a group together are mostly its equal numbers: the 12 of one sentence and the 30 of another may both
    stand beside a third and yet be two things. A claim speaks for its number: where another gives the same one, and
    surely to the same question, its link to the other side counts too.
    """
    if pair.nature in _SHOWN:
        return _BITS
    best = _bits(group, pair)
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        for twin in group.claims:
            if twin is not one and twin is not other and one_number(twin, one):
                links = group.bits_between(twin, one), group.bits_between(twin, other)
                best = max(best, min(-_BITS if bits is None else bits for bits in links) - _SECOND_HAND)
    return best


def one_number(a: Claim, b: Claim) -> bool:
    """Whether two claims give the same number, whatever its hedge."""
    one, other = a.figure.quantity, b.figure.quantity
    return one.values == other.values and one.unit == other.unit


def thresholds(vocabulary: Vocabulary) -> tuple[float, float]:
    """The firmness from which a pair may be flagged at all, and from which it needs no doubt."""
    return float(_table(vocabulary).least), float(_table(vocabulary).firm)


def _table(vocabulary: Vocabulary) -> WantedTable:
    return vocabulary.bind("wanted", WantedTable)


def levels(flag: Flag) -> Iterator[Amount]:
    """What the table weighs, each with an amount."""
    pairs, group = flag.pairs, flag.group
    bits = max(firmness(pair, group) for pair in pairs)
    yield "firmness", max(-_BITS, min(_BITS, bits)) / _BITS
    yield "share of pairs", len(pairs) / (len(group.claims) * (len(group.claims) - 1) / 2)
    for relation in sorted({pair.relation for pair in pairs}):
        yield f"relation {relation}", 1.0
    for nature in sorted({pair.nature for pair in pairs if pair.nature is not None}):
        yield f"nature {nature}", 1.0
    yield "one document", sum(_inside(pair) for pair in pairs) / len(pairs)
    yield "headline", float(any("headline" in (p.a.figure.context.voice, p.b.figure.context.voice) for p in pairs))
    yield "documents", min(len({claim.figure.document.id for claim in group.claims}), _FEW) / _FEW
    yield "support", min(_support(group, pair) for pair in pairs) / _FEW
    claims = group.claims
    yield "one rule", float(len({claim.type for claim in claims}) == 1 and claims[0].type is not None)
    yield "varying", float(any(flag.lists.varies(claim.type) for claim in claims))
    yield "casualties", float(any((claim.type or "").startswith("casualties.") for claim in claims))
    yield "measured", float(claims[0].figure.quantity.kind in _MEASURED)
    yield "off by one", float(any(_off_by_one(pair.a.figure.quantity, pair.b.figure.quantity) for pair in pairs))


def _off_by_one(a: Quantity, b: Quantity) -> bool:
    plain = all(len(each.values) == 1 and each.hedge is None and not each.vague for each in (a, b))
    return plain and abs(a.values[0] - b.values[0]) == 1


def _bits(group: ClaimGroup, pair: Comparison) -> float:
    bits = group.bits_between(pair.a, pair.b)
    return _BITS if bits is None else bits  # what a person put together is sure


def _inside(pair: Comparison) -> bool:
    return pair.a.figure.document.id == pair.b.figure.document.id


def _support(group: ClaimGroup, pair: Comparison) -> int:
    """How many documents give the number of the side that fewer give."""
    sides = (pair.a.figure.quantity.values, pair.b.figure.quantity.values)
    tellers = [{c.figure.document.id for c in group.claims if c.figure.quantity.values == side} for side in sides]
    return min(*map(len, tellers), _FEW)
