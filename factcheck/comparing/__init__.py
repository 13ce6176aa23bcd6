"""Comparing the figures of one group: ordered levels, first match decides, each with its reason."""

from factcheck.comparing.conflicts import compare_groups
from factcheck.comparing.levels import compare
from factcheck.comparing.model import FLAGGED, SERIOUSNESS, Comparison, Conflict, Policy, Relation, TimelinePoint

__all__ = ["FLAGGED", "SERIOUSNESS", "Comparison", "Conflict", "Policy", "Relation"]
__all__ += ["TimelinePoint", "compare", "compare_groups"]
