"""From groups to conflicts: every pair compared, checked, summed up and put in the reader's order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.claims import Claim
from factcheck.comparing.doubts import doubt_about
from factcheck.comparing.incomparable import incomparable
from factcheck.comparing.levels import compare
from factcheck.comparing.model import SERIOUSNESS, Comparison, Conflict, Policy, Relation
from factcheck.comparing.priority import priority
from factcheck.comparing.summary import hull, summarise, timeline
from factcheck.grouping import ClaimGroup, Grouping
from factcheck.origins import origins_of, outlet_count
from factcheck.vocabulary import Vocabulary


def compare_groups(
    groups: Grouping | Sequence[ClaimGroup], vocabulary: Vocabulary, *, policy: Policy = "range"
) -> tuple[Conflict, ...]:
    """Every group with its verdict, in the reader's order; the order of ``groups`` does not matter."""
    listed = groups.groups if isinstance(groups, Grouping) else groups
    conflicts = [compare_group(group, vocabulary, policy=policy) for group in listed]
    return tuple(sorted(conflicts, key=_reader_order))


def compare_group(group: ClaimGroup, vocabulary: Vocabulary, *, policy: Policy = "range") -> Conflict:
    """One group's pairs, its most serious relation, its origins, summary and timeline."""
    comparisons = tuple(_comparisons(group, vocabulary))
    relation = _most_serious(comparisons)
    origins = origins_of(group.claims)
    return Conflict(
        group=group,
        relation=relation,
        comparisons=comparisons,
        priority=priority(group, comparisons, relation, origins.count, vocabulary),
        range=hull(group.claims),
        origins=origins.count,
        outlets=outlet_count(group.claims),
        summary=summarise(group.claims, origins, policy),
        timeline=timeline(group.claims, vocabulary),
        copies=origins.copies,
    )


def _comparisons(group: ClaimGroup, vocabulary: Vocabulary) -> Iterator[Comparison]:
    """The pairs that do not agree."""
    for a, b in combinations(group.claims, 2):
        found = compare(a, b, vocabulary, doubt=doubt_about(a, b, group)) or incomparable(a, b, vocabulary)
        if found.relation != "agree":
            yield found


def _most_serious(comparisons: Sequence[Comparison]) -> Relation:
    found = {comparison.relation for comparison in comparisons}
    return next((relation for relation in SERIOUSNESS if relation in found), "agree")


def _reader_order(conflict: Conflict) -> tuple[float, str, str, int]:
    first: Claim = conflict.group.claims[0]
    return -conflict.priority, first.figure.document.path, first.figure.document.id, first.figure.quantity.number.start
