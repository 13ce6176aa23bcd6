"""Which pairs of claims are compared at all: those of comparable kind in one document, or in two of one story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.pairs.profiles import Profile
from factcheck.stories import Stories

Kinds = dict[str, list[Profile]]


def candidate_pairs(profiles: Sequence[Profile], stories: Stories) -> Iterator[tuple[Profile, Profile]]:
    """Every pair once, the earlier claim first."""
    documents: dict[int, Kinds] = defaultdict(lambda: defaultdict(list))
    for profile in profiles:
        documents[profile.document][profile.kind].append(profile)
    for kinds in documents.values():
        for members in kinds.values():
            for at, a in enumerate(members):
                for b in members[at + 1 :]:
                    yield a, b
    for one, other in stories.pairs():
        yield from _across(documents.get(one, {}), documents.get(other, {}))


def _across(one: Kinds, other: Kinds) -> Iterator[tuple[Profile, Profile]]:
    for kind, members in one.items():
        for a in members:
            for b in other.get(kind, ()):
                yield a, b
