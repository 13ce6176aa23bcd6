"""What grouping gives: groups of claims, each with the links that hold it together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.claims import Claim
from factcheck.pairs.table import Evidence


@dataclass(frozen=True, slots=True)
class Link:
    """Why two claims stand in one group, or were kept apart."""

    a: Claim
    b: Claim
    evidence: tuple[Evidence, ...]
    probability: float
    veto: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims that answer one question. ``confidence`` is the least sure of the joins that hold it together.

    ``parts`` are the claims that surely belong together; between two parts there is doubt.
    """

    id: str
    type: str | None
    question: str
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    confidence: float
    doubtful: bool = False  # joined with doubt: conflicts between its parts are no more than "check"
    parts: tuple[tuple[Claim, ...], ...] = ()  # one part, or none given: no doubt
    bits: Mapping[tuple[str, str], float] = field(default_factory=dict, repr=False, compare=False)  # by figures' ids

    def bits_between(self, a: Claim, b: Claim) -> float | None:
        """The log-odds, in bits, that two claims by themselves answer one question; ``None`` where nobody weighed."""
        one, other = a.figure.id, b.figure.id
        return self.bits.get((one, other), self.bits.get((other, one)))


@dataclass(frozen=True, slots=True)
class Grouping:
    """All groups of two claims or more, in document order, with what it took to find them."""

    groups: tuple[ClaimGroup, ...]
    statistics: Mapping[str, int] = field(default_factory=dict)
