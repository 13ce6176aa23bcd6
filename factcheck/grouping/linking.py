"""From claims to groups: profiles, pairs, weights, clusters."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from factcheck.claims import Claim
from factcheck.grouping.clustering import Cluster, Clusters
from factcheck.grouping.model import ClaimGroup, Grouping, Link
from factcheck.pairs.candidates import candidate_pairs
from factcheck.pairs.company import Company, PairKey
from factcheck.pairs.pair import Pair
from factcheck.pairs.profiles import Profile, Profiler
from factcheck.pairs.scope import Scope
from factcheck.pairs.table import Evidence, Weights, probability, weights_of
from factcheck.pairs.traits import restated
from factcheck.pairs.walls import wall
from factcheck.stories import Stories
from factcheck.vocabulary import Vocabulary

_SEEN = 0.01  # bits that a step of a waterfall shows


def group_claims(claims: Sequence[Claim], vocabulary: Vocabulary) -> Grouping:
    """Groups of claims that answer one question, the same whatever the order of ``claims``."""
    return Linker(claims, vocabulary).group()


class Linker:
    """All pairs of a scan, scored; asked for groups, or why two claims were joined or kept apart."""

    def __init__(self, claims: Sequence[Claim], vocabulary: Vocabulary) -> None:
        ordered = sorted(claims, key=document_order)
        # Each document once, in the order of its claims: indexes agree with those of the profiles.
        self._documents = list({claim.figure.document.id: claim.figure.document for claim in ordered}.values())
        self.stories = Stories(self._documents, vocabulary)
        self.profiles = Profiler(vocabulary, self.stories).run(ordered)
        self.weights: Weights = weights_of(vocabulary)
        self._scope = Scope(self.stories, self.profiles, vocabulary)
        self._index = {id(claim): index for index, claim in enumerate(ordered)}

    def pair(self, a: Profile, b: Profile) -> Pair:
        first, second = (a, b) if a.index < b.index else (b, a)
        return Pair(first, second, self._scope)

    def candidates(self) -> Iterator[Pair]:
        """Every pair of claims that is weighed."""
        for a, b in candidate_pairs(self.profiles, self.stories):
            yield self.pair(a, b)

    def group(self) -> Grouping:
        return self.cluster(self._bits, self._look[1])

    @functools.cached_property
    def _look(self) -> tuple[Mapping[PairKey, tuple[float, str]], frozenset[PairKey]]:
        """A first look at every pair by itself: its bits and its column of the table; and the pairs kept apart."""
        pairs: dict[PairKey, tuple[float, str]] = {}
        walls: set[PairKey] = set()
        for pair in self.candidates():
            key = pair.a.index, pair.b.index
            if wall(pair) is not None:
                walls.add(key)
            else:
                pairs[key] = self.weights.bits(pair), pair.column
        return pairs, frozenset(walls)

    @functools.cached_property
    def _company(self) -> Company:
        return Company({key: bits for key, (bits, _) in self._look[0].items()}, self.profiles)

    @functools.cached_property
    def _bits(self) -> Mapping[PairKey, float]:
        """The bits of every pair after the second look."""
        pairs, again = self._look[0], self.weights.again
        return self.with_restated({key: again(self._company.levels(*key), pairs[key][1]) for key in pairs})

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
            for x, y in product((a, *given[a]), (b, *given[b])):
                if self.profiles[x].unit == self.profiles[y].unit:
                    key = min(x, y), max(x, y)
                    found[key] = max(each, found.get(key, each))
        return found

    def cluster(self, bits: Mapping[PairKey, float], walls: frozenset[PairKey]) -> Grouping:
        """Groups from the bits of pairs, by index; pairs of ``walls`` never meet."""
        clusters = Clusters(bits, walls, self.weights.joined).run()
        statistics = {
            "claims": len(self.profiles),
            "pairs of documents": len(self.stories.pairs()),
            "pairs compared": len(bits) + len(walls),
            "pairs kept apart": len(walls),
        }
        events = tuple(tuple(self._documents[at].id for at in event) for event in self.stories.events())
        groups = tuple(self._group(f"g{number}", cluster, bits) for number, cluster in enumerate(clusters, 1))
        return Grouping(groups, statistics, events)

    def _group(self, name: str, cluster: Cluster, bits: Mapping[PairKey, float]) -> ClaimGroup:
        claims = {index: self.profiles[index].claim for index in cluster.members}
        first, *others = claims.values()
        typed = min(claims.values(), key=lambda claim: 2 if claim.rule is None else claim.rule.broad)
        return ClaimGroup(
            id=name,
            type=typed.type,
            question=typed.question,
            claims=(first, *others),
            links=tuple(self.link(first, claim) for claim in others),
            confidence=probability(cluster.weakest),
            bits={
                (claims[a].figure.id, claims[b].figure.id): round(bits[a, b], 4)
                for a, b in combinations(claims, 2)
                if (a, b) in bits
            },
        )

    def link(self, a: Claim, b: Claim) -> Link:
        """Why two claims stand together or apart, in full."""
        pair = self.pair(self.profiles[self._index[id(a)]], self.profiles[self._index[id(b)]])
        evidence = self.weights.waterfall(pair)
        key = pair.a.index, pair.b.index
        if key in self._look[0]:
            evidence = self.weights.with_company(evidence, self._company.levels(*key), pair.column)
        more = self._bits[key] - sum(step.weight for step in evidence) if key in self._bits else 0.0
        if more > _SEEN:
            evidence = (*evidence, Evidence("restated", "given again of one amount", more))
        reason = wall(pair)
        return Link(a, b, evidence, 0.0 if reason else probability(sum(step.weight for step in evidence)), reason)


def document_order(claim: Claim) -> tuple[str, str, int]:
    """Where a claim stands, whatever the order in which files were given."""
    figure = claim.figure
    return figure.document.path, figure.document.id, figure.quantity.number.start
