"""Comparing the figures of one group: ordered levels, first match decides, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.claims import Claim
from factcheck.grouping import ClaimGroup
from factcheck.intervals import Interval

Relation = Literal["conflict", "disputed", "update", "check", "compatible", "agree"]
SERIOUSNESS: tuple[Relation, ...] = ("conflict", "disputed", "check", "update", "compatible", "agree")
FLAGGED: frozenset[Relation] = frozenset({"conflict", "disputed", "check"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two figures of one group stand to each other, and one plain sentence why."""

    a: Claim
    b: Claim
    relation: Relation
    reason: str
    unusual: bool = False  # compatible by hard intervals only
    hint: str | None = None  # "slip of unit or typing?"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A group with its verdict: the most serious relation of its pairs, and its place in the reader's order.

    Groups that agree are Conflicts too, of relation ``agree``: the name is the product's, not the verdict's.
    """

    group: ClaimGroup
    relation: Relation
    comparisons: tuple[Comparison, ...]  # only pairs that do not agree
    priority: float  # 0..1, for order
    range: Interval  # over the group
    origins: int
    outlets: int
