"""Grouping claims that answer the same question about the same thing: probabilistic record linkage, explained."""

from factcheck.grouping.linking import Linker, group_claims
from factcheck.grouping.model import ClaimGroup, Grouping, Link
from factcheck.pairs.table import Evidence

__all__ = ["ClaimGroup", "Evidence", "Grouping", "Link", "Linker", "group_claims"]
