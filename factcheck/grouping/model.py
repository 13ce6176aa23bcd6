"""What grouping gives: groups of claims, each with the links that hold it together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.claims import Claim


@dataclass(frozen=True, slots=True)
class Evidence:
    """One step of a pair's waterfall: what was compared, its level, its weight in bits (log2 of the Bayes factor)."""

    part: str
    level: str
    weight: float


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


@dataclass(frozen=True, slots=True)
class Grouping:
    """All groups of two claims or more, in document order, with what it took to find them."""

    groups: tuple[ClaimGroup, ...]
    statistics: Mapping[str, int] = field(default_factory=dict)
