"""From claims to groups: profiles, pairs, weights, clusters."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.claims import Claim
from factcheck.documents import Document
from factcheck.grouping.clustering import Cluster, Clusters
from factcheck.grouping.model import ClaimGroup, Grouping, Link
from factcheck.pairs.candidates import candidate_pairs
from factcheck.pairs.company import Company, PairKey
from factcheck.pairs.lists import linking_lists
from factcheck.pairs.pair import Pair
from factcheck.pairs.profiles import Profile, Profiler
from factcheck.pairs.scope import Scope
from factcheck.pairs.table import Evidence, Weights, probability, weights_of
from factcheck.pairs.traits import restated
from factcheck.pairs.walls import wall
from factcheck.stories import Stories
from factcheck.vocabulary import Vocabulary


def group_claims(claims: Sequence[Claim], vocabulary: Vocabulary) -> Grouping:
    """Groups of claims that answer one question, the same whatever the order of ``claims``."""
    linker = Linker(claims, vocabulary)
    return linker.group()


_SEEN = 0.01  # bits that a step of a waterfall shows


@dataclass(frozen=True, slots=True)
class _Look:
    """A first look at every pair by itself: its bits and its column of the table, and the pairs kept apart."""

    bits: Mapping[PairKey, float]
    columns: Mapping[PairKey, str]
    walls: frozenset[PairKey]


class Linker:
    """All pairs of a scan, scored; asked for groups, or why two claims were joined or kept apart."""

    def __init__(self, claims: Sequence[Claim], vocabulary: Vocabulary) -> None:
        ordered = sorted(claims, key=document_order)
        self._documents = _documents(ordered)
        self.stories = Stories(self._documents, vocabulary)
        self.profiles = Profiler(vocabulary, self.stories).run(ordered)
        self.weights: Weights = weights_of(vocabulary)
        self._lists = linking_lists(vocabulary)
        self._scope = Scope(self.stories, self.profiles, vocabulary)
        self._index = {id(claim): index for index, claim in enumerate(ordered)}

    def pair(self, a: Profile, b: Profile) -> Pair:
        first, second = (a, b) if a.index < b.index else (b, a)
        return Pair(first, second, self._scope, self._lists)

    def group(self) -> Grouping:
        return self.cluster(self._bits, self._look.walls)

    @functools.cached_property
    def _bits(self) -> Mapping[PairKey, float]:
        """The bits of every pair after the second look."""
        company = self._company
        again = {key: self.weights.again(company.levels(*key), column) for key, column in self._look.columns.items()}
        return self.with_restated(again)

    def with_restated(self, bits: Mapping[PairKey, float]) -> Mapping[PairKey, float]:
        """An amount and what it is given as again are one: £350m of "$500m (£350m)" is to others as its $500m."""
        first = restated([profile.claim for profile in self.profiles])
        given: dict[int, list[int]] = defaultdict(list)
        for at, amount in first.items():
            given[amount].append(at)
        found = dict(bits)
        for (a, b), each in bits.items():
            if first.get(a, a) == first.get(b, b):
                continue
            for x in (a, *given.get(a, ())):
                for y in (b, *given.get(b, ())):
                    if self.profiles[x].unit == self.profiles[y].unit:
                        key = min(x, y), max(x, y)
                        found[key] = max(each, found.get(key, each))
        return found

    @functools.cached_property
    def _company(self) -> Company:
        return Company(self._look.bits, self._look.walls, self.profiles)

    @functools.cached_property
    def _look(self) -> _Look:
        """The first look at every pair, each by itself."""
        bits: dict[PairKey, float] = {}
        columns: dict[PairKey, str] = {}
        walls: set[PairKey] = set()
        for pair in self.candidates():
            key = pair.a.index, pair.b.index
            if wall(pair) is not None:
                walls.add(key)
            else:
                bits[key], columns[key] = self.weights.bits(pair), pair.column
        return _Look(bits, columns, frozenset(walls))

    def candidates(self) -> Iterator[Pair]:
        """Every pair of claims that is weighed."""
        for a, b in candidate_pairs(self.profiles, self.stories):
            yield Pair(a, b, self._scope, self._lists)

    def cluster(self, bits: Mapping[PairKey, float], walls: frozenset[PairKey]) -> Grouping:
        """Groups from the bits of pairs, by index; pairs of ``walls`` never meet."""
        clusters = Clusters(bits, walls, self.weights.joined, self.weights.doubtful).run()
        groups = tuple(self._group(number, cluster, bits) for number, cluster in enumerate(clusters, 1))
        return Grouping(groups, self._statistics(len(bits), len(walls)), self._events())

    def _group(self, number: int, cluster: Cluster, bits: Mapping[PairKey, float]) -> ClaimGroup:
        members, parts, weakest = cluster
        claims = tuple(self.profiles[index].claim for index in members)
        typed = min(claims, key=lambda claim: 2 if claim.rule is None else claim.rule.broad)
        return ClaimGroup(
            id=f"g{number}",
            type=typed.type,
            question=typed.question,
            claims=claims,
            links=tuple(self.link(claims[0], claim) for claim in claims[1:]),
            confidence=probability(weakest),
            parts=tuple(tuple(self.profiles[index].claim for index in part) for part in parts),
            bits=self._bits_within(members, bits),
        )

    def _bits_within(self, members: tuple[int, ...], bits: Mapping[PairKey, float]) -> Mapping[tuple[str, str], float]:
        ids = [self.profiles[index].claim.figure.id for index in members]
        return {
            (ids[at], ids[to]): round(bits[a, members[to]], 4)
            for at, a in enumerate(members)
            for to in range(at + 1, len(members))
            if (a, members[to]) in bits
        }

    def link(self, a: Claim, b: Claim) -> Link:
        """Why two claims stand together or apart, in full."""
        pair = self.pair(self.profiles[self._index[id(a)]], self.profiles[self._index[id(b)]])
        evidence = self.weights.waterfall(pair)
        key = pair.a.index, pair.b.index
        if key in self._look.columns:
            evidence = self.weights.with_company(evidence, self._company.levels(*key), pair.column)
        more = self._bits[key] - sum(step.weight for step in evidence) if key in self._bits else 0.0
        if more > _SEEN:
            evidence = (*evidence, Evidence("restated", "given again of one amount", more))
        reason = wall(pair)
        return Link(a, b, evidence, 0.0 if reason else probability(sum(step.weight for step in evidence)), reason)

    def _events(self) -> tuple[tuple[str, ...], ...]:
        ids = [document.id for document in self._documents]
        return tuple(tuple(ids[at] for at in event) for event in self.stories.events())

    def _statistics(self, pairs: int, walls: int) -> dict[str, int]:
        return {
            "claims": len(self.profiles),
            "pairs of documents": len(self.stories.pairs()),
            "pairs compared": pairs + walls,
            "pairs kept apart": walls,
        }


def document_order(claim: Claim) -> tuple[str, str, int]:
    """Where a claim stands, whatever the order in which files were given."""
    figure = claim.figure
    return figure.document.path, figure.document.id, figure.quantity.number.start


def _documents(ordered: Sequence[Claim]) -> list[Document]:
    """The documents of claims in document order, each once: indexes agree with those of the profiles."""
    return list({claim.figure.document.id: claim.figure.document for claim in ordered}.values())
