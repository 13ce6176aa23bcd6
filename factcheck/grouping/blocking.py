"""Which pairs of claims are compared at all: those that share a key, in one document or in two of one story.

Documents come first: those that share enough rare words and names are of one story. Within such a pair (and within
each document) claims of one kind of quantity are compared when they share a rule, a head, an action, a number or a
rare word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.grouping.profiles import Profile
from factcheck.grouping.scope import Scope

_RARE = 7.0  # bits of a word near a number that is a key by itself

Blocks = Mapping[tuple[str, str], Sequence[Profile]]  # by kind of quantity and key


class Blocking:
    """Candidate pairs, and how many each block gave."""

    def __init__(self, profiles: Sequence[Profile], scope: Scope) -> None:
        self._scope = scope
        self._blocks: dict[int, dict[tuple[str, str], list[Profile]]] = defaultdict(lambda: defaultdict(list))
        for profile in profiles:
            for key in self._keys(profile):
                self._blocks[profile.document][profile.kind, key].append(profile)
        self.sizes: Counter[tuple[str, str]] = Counter()

    def _keys(self, profile: Profile) -> Iterator[str]:
        yield f"number {profile.number}"
        if profile.type is not None:
            yield f"rule {profile.type}"
        if profile.action is not None:
            yield f"action {profile.action}"
        if profile.head is not None:
            yield f"head {profile.head}"
        for word in profile.near:
            if self._scope.bits(word) >= _RARE:
                yield f"word {word}"

    def pairs(self) -> list[tuple[Profile, Profile]]:
        """Every pair that shares a block, once, the earlier claim first, in document order."""
        found: set[tuple[int, int]] = set()
        by_index: dict[int, Profile] = {}
        for a, b in self._all():
            key = (a.index, b.index) if a.index < b.index else (b.index, a.index)
            found.add(key)
            by_index[a.index], by_index[b.index] = a, b
        return [(by_index[a], by_index[b]) for a, b in sorted(found)]

    def _all(self) -> Iterator[tuple[Profile, Profile]]:
        for document in sorted(self._blocks):
            for key, members in self._blocks[document].items():
                self.sizes[key] += len(members) * (len(members) - 1) // 2
                yield from combinations(members, 2)
        for one, other in self._scope.one_story():
            yield from self._across(self._blocks.get(one, {}), self._blocks.get(other, {}))

    def _across(self, one: Blocks, other: Blocks) -> Iterable[tuple[Profile, Profile]]:
        for key, members in one.items():
            others = other.get(key, ())
            self.sizes[key] += len(members) * len(others)
            for a in members:
                for b in others:
                    yield a, b
