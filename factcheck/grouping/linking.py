"""From claims to groups: profiles, candidate pairs, vetoes, weights, clusters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.claims import Claim
from factcheck.documents import Document
from factcheck.grouping.blocking import Blocking
from factcheck.grouping.clustering import UNSCORED, Clusters, PairKey
from factcheck.grouping.evidence import Pair, within_text
from factcheck.grouping.lists import linking_lists
from factcheck.grouping.model import ClaimGroup, Grouping, Link
from factcheck.grouping.profiles import Profile, Profiler
from factcheck.grouping.scope import Scope
from factcheck.grouping.stories import Stories
from factcheck.grouping.vetoes import veto
from factcheck.grouping.weights import Weights, probability, weights_of
from factcheck.vocabulary import Vocabulary


def group_claims(claims: Sequence[Claim], vocabulary: Vocabulary) -> Grouping:
    """Groups of claims that answer one question, the same whatever the order of ``claims``."""
    linker = Linker(claims, vocabulary)
    return linker.group()


class Linker:
    """All pairs of a scan, scored; asked for groups, or why two claims were joined or kept apart."""

    def __init__(self, claims: Sequence[Claim], vocabulary: Vocabulary) -> None:
        ordered = sorted(claims, key=document_order)
        stories = Stories(_documents(ordered), vocabulary)
        self.profiles = Profiler(vocabulary, stories).run(ordered)
        self.weights: Weights = weights_of(vocabulary)
        self._lists = linking_lists(vocabulary)
        self._scope = Scope(stories, self.profiles, vocabulary)
        self._blocking = Blocking(self.profiles, self._scope)
        self._index = {id(claim): index for index, claim in enumerate(ordered)}

    def pair(self, a: Profile, b: Profile) -> Pair:
        first, second = (a, b) if a.index < b.index else (b, a)
        return Pair(first, second, self._scope, self._lists)

    def pairs(self) -> list[Pair]:
        """Every pair that shares a block."""
        return [Pair(a, b, self._scope, self._lists) for a, b in self._blocking.pairs()]

    def group(self) -> Grouping:
        bits: dict[PairKey, float] = {}
        vetoed: set[PairKey] = set()
        pairs = self.pairs()
        for pair in pairs:
            key = (pair.a.index, pair.b.index)
            if veto(pair) is not None:
                vetoed.add(key)
            else:
                bits[key] = self._bits(pair)
        clusters = Clusters(bits, frozenset(vetoed), self.weights.doubtful, self._apart).run()
        groups = tuple(self._group(number, *cluster, bits) for number, cluster in enumerate(clusters, 1))
        return Grouping(groups, self._statistics(len(pairs), len(vetoed)))

    def _apart(self, a: int, b: int) -> bool:
        return veto(self.pair(self.profiles[a], self.profiles[b])) is not None

    def _bits(self, pair: Pair) -> float:
        """The pair's evidence; an article that contradicts itself in its text must be told to by more than chance."""
        bits = self.weights.bits(pair)
        return min(bits, UNSCORED) if bits < self.weights.internal and within_text(pair) else bits

    def _group(
        self, number: int, members: tuple[int, ...], weakest: float, bits: Mapping[PairKey, float]
    ) -> ClaimGroup:
        claims = tuple(self.profiles[index].claim for index in members)
        parts = _sure_parts(members, bits, self.weights.joined)
        typed = next((claim for claim in claims if claim.type is not None), claims[0])
        return ClaimGroup(
            id=f"g{number}",
            type=typed.type,
            question=typed.question,
            claims=claims,
            links=tuple(self.link(claims[0], claim) for claim in claims[1:]),
            confidence=probability(weakest),
            doubtful=len(parts) > 1,
            parts=tuple(tuple(self.profiles[index].claim for index in part) for part in parts),
        )

    def link(self, a: Claim, b: Claim) -> Link:
        """Why two claims stand together or apart, in full."""
        pair = self.pair(self.profiles[self._index[id(a)]], self.profiles[self._index[id(b)]])
        evidence = self.weights.waterfall(pair)
        bits = sum(step.weight for step in evidence)
        reason = veto(pair)
        return Link(a, b, evidence, 0.0 if reason else probability(bits), reason)

    def _statistics(self, pairs: int, vetoed: int) -> dict[str, int]:
        sizes = self._blocking.sizes
        return {
            "claims": len(self.profiles),
            "pairs compared": pairs,
            "pairs vetoed": vetoed,
            "blocks": len(sizes),
            "pairs in the largest block": max(sizes.values(), default=0),
        }


def _sure_parts(members: tuple[int, ...], bits: Mapping[PairKey, float], least: float) -> list[list[int]]:
    """The members of a group in parts that are held together by sure links, each part in document order."""
    part = {member: member for member in members}
    for at, a in enumerate(members):
        for b in members[at + 1 :]:
            if bits.get((a, b), least - 1) >= least and part[a] != part[b]:
                kept, given = sorted((part[a], part[b]))
                part = {member: kept if own == given else own for member, own in part.items()}
    return [[member for member in members if part[member] == root] for root in sorted(set(part.values()))]


def document_order(claim: Claim) -> tuple[str, str, int]:
    """Where a claim stands, whatever the order in which files were given."""
    figure = claim.figure
    return figure.document.path, figure.document.id, figure.quantity.number.start


def _documents(ordered: Sequence[Claim]) -> list[Document]:
    """The documents of claims in document order, each once: indexes agree with those of the profiles."""
    return list({claim.figure.document.id: claim.figure.document for claim in ordered}.values())
