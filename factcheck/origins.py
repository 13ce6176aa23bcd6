"""How many independent origins a group has: copied passages, shared speakers, credited agencies.

Independence is counted, never voted on: it never changes a relation, only the count and the order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.claims import Claim
from factcheck.stories.passages import alike, shingles

_COPIED = 0.6  # share of the smaller passage's shingles that the other holds
_POSTING = 200  # a shingle in more passages than this is furniture, not wire copy


@dataclass(frozen=True, slots=True)
class Origins:
    """The claims of a group by origin, and the documents that carry a copied text."""

    parts: tuple[tuple[Claim, ...], ...]
    copies: tuple[tuple[str, ...], ...] = ()  # ids of documents of one origin, where there are several

    @property
    def count(self) -> int:
        return len(self.parts)


def origins_of(claims: Sequence[Claim]) -> Origins:
    """Claims of one group, parted by where they come from.

    One document, one named speaker, one credited agency and one copied passage are each one origin.
    """
    union = _Union(len(claims))
    first: dict[tuple[str, str], int] = {}
    for index, claim in enumerate(claims):
        for key in _source_keys(claim):
            union.join(first.setdefault(key, index), index)
    for a, b in _copied_pairs(claims):
        union.join(a, b)
    parts = tuple(tuple(claims[i] for i in members) for members in union.parts())
    copies = (tuple(sorted({claim.figure.document.id for claim in part})) for part in parts)
    return Origins(parts, tuple(ids for ids in copies if len(ids) > 1))


def outlet_count(claims: Iterable[Claim]) -> int:
    """How many outlets; documents whose outlet is not known count as one each."""
    return len({claim.figure.document.outlet or claim.figure.document.path for claim in claims})


def _source_keys(claim: Claim) -> list[tuple[str, str]]:
    keys = [("document", claim.figure.document.id)]
    speaker = claim.figure.context.speaker
    if speaker is not None and speaker.named:
        keys.append(("speaker", speaker.key))
    if speaker is not None and speaker.origin:
        keys.append(("agency", speaker.origin.casefold()))
    return keys


def _copied_pairs(claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """Pairs of claims whose passages are nearly the same, found by the shingles they share."""
    passages = [shingles(claim.figure.sentence_text) for claim in claims]
    postings: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, passage in enumerate(passages):
        for shingle in passage:
            postings[shingle].append(index)
    candidates = {(a, b) for at in postings.values() if len(at) <= _POSTING for a, b in pairwise(at)}
    return sorted((a, b) for a, b in candidates if alike(passages[a], passages[b]) >= _COPIED)


class _Union:
    """Disjoint sets over 0..n-1."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, item: int) -> int:
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, a: int, b: int) -> None:
        a, b = self.find(a), self.find(b)
        self._parent[max(a, b)] = min(a, b)

    def parts(self) -> list[list[int]]:
        found: dict[int, list[int]] = {}
        for item in range(len(self._parent)):
            found.setdefault(self.find(item), []).append(item)
        return [found[root] for root in sorted(found)]
