"""Which pairs of claims are compared at all: those that share a key, in documents of one story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.grouping.profiles import Profile
from factcheck.grouping.scope import Scope

NEAR_ENOUGH = 0.08


def blocks(profiles: Sequence[Profile]) -> dict[str, list[Profile]]:
    """Claims by kind of quantity."""
    found: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        found[profile.kind].append(profile)
    return dict(found)


def candidate_pairs(profiles: Sequence[Profile], scope: Scope) -> Iterator[tuple[Profile, Profile]]:
    """Pairs to compare, each once, the earlier claim first."""
    for _, members in sorted(blocks(profiles).items()):
        for at, a in enumerate(members):
            for b in members[at + 1 :]:
                if a.document == b.document or scope.nearness(a.document, b.document) >= NEAR_ENOUGH:
                    yield a, b
