"""What comparing gives: a `Comparison` of two figures, a `Conflict` for a group."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcheck.claims import Claim
from factcheck.display import one_line, paragraph
from factcheck.grouping import ClaimGroup
from factcheck.intervals import Interval
from factcheck.pairs.differences import Difference

Relation = Literal["conflict", "disputed", "update", "check", "compatible", "agree"]
Policy = Literal["range", "latest", "origins"]
Nature = Literal["internal", "drift", "arithmetic", "conversion", "slip", "fall", "apart"]
SERIOUSNESS: tuple[Relation, ...] = ("conflict", "disputed", "check", "update", "compatible", "agree")
FLAGGED: frozenset[Relation] = frozenset({"conflict", "disputed", "check"})  # what somebody has to decide
FLAGS: frozenset[Relation] = FLAGGED | {"update"}  # what a reader is told of


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two figures of one group stand to each other, and one plain sentence why.

    ``nature`` says what kind of conflict or update it is, where there is one to name; ``apart`` marks a pair that is
    compatible because it cannot be compared.
    """

    a: Claim
    b: Claim
    relation: Relation
    reason: str
    unusual: bool = False  # compatible by hard intervals only
    hint: str | None = None  # "slip of unit or typing?"
    nature: Nature | None = None
    differences: tuple[Difference, ...] = ()  # the parts in which the two are not surely the same

    def __repr__(self) -> str:
        """``<Comparison conflict: “12” in a and “15” in b cannot both be right.>``."""
        return f"<Comparison {self.relation}: {one_line(self.reason, 160)}>"


@dataclass(frozen=True, slots=True)
class TimelinePoint:
    """One step of a running total: a day, the reading then, and the claims that give it."""

    day: dt.date
    reading: Interval
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A group with its verdict: the most serious relation of its pairs, and its place in the reader's order.

    Groups that agree are Conflicts too, of relation ``agree``: the name is the product's, not the verdict's.
    """

    group: ClaimGroup
    relation: Relation
    comparisons: tuple[Comparison, ...]  # only pairs that do not agree
    priority: float  # the probability that a reader wants it, for order
    range: Interval  # over the group
    origins: int
    outlets: int
    best: Decimal | None = None  # the number that ``policy`` prefers, where it prefers one
    policy: Policy = "range"
    timeline: tuple[TimelinePoint, ...] = ()  # of a running total with more than one day
    copies: tuple[tuple[str, ...], ...] = ()  # ids of documents that carry the same passage or speak from one source
    notes: tuple[str, ...] = ()  # checks that hold, and what the reader should know
    likely: bool = True  # false: a flag that is but a maybe

    @property
    def deciding(self) -> Comparison | None:
        """The comparison that decided the relation, else the first; ``None`` where all figures say the same."""
        decided = (each for each in self.comparisons if each.relation == self.relation)
        return next(decided, self.comparisons[0] if self.comparisons else None)

    def __repr__(self) -> str:
        """``<Conflict g1 disputed: How many people were killed? 3 figures>``: in full it would be megabytes."""
        group = self.group
        return f"<Conflict {group.id} {self.relation}: {one_line(group.question, 100)} {len(group.claims)} figures>"

    def _repr_html_(self) -> str:
        pair = self.deciding
        heading = paragraph(f"{self.relation.capitalize()}: {self.group.question}", strong=True)
        return heading + paragraph(pair.reason if pair else "") + self.group.html_rows()
