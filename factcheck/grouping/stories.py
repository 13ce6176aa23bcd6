"""Which documents are about the same story: the rare words and names they share, their days, near-linearly."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.documents import Document
from factcheck.grouping.clustering import PairKey
from factcheck.grouping.lists import linking_lists
from factcheck.grouping.words import WordWeights, base_forms, base_words, word_weights, written_words
from factcheck.vocabulary import Vocabulary

_LEAD = 400  # characters below the title that tell which names are those of the story
_NAMED = 10.0  # bits of shared names without which two documents are of one topic rather than of one event
_UNNAMED = 0.5  # of the nearness of two such documents
_TELLING = 5.5  # bits of a word that tells a story from others: one article in 45 has it
_RARE = 7.0  # bits of a word that, with another, brings two documents together
_POSTING = 300  # a word in more documents than this brings only neighbours together
_NEIGHBOURS = 12  # documents of one story that each is compared with, the nearest first
_ONE_STORY = 0.08  # mean nearness from which documents are of one story
_OF_ONE_PIECE = 0.5  # of the nearness within, that two stories must have to each other to be one
_CLEARLY_NEAR = 0.12  # nearness from which a single document joins the story of another
_DAYS = ((60, 0.5), (21, 0.75))  # two documents further apart than these days share a story less likely
_KNOWN_TO_MOST = 8  # every so many documents of a story, one more has to lead with a word that is of the story


@dataclass(frozen=True, slots=True)
class Story:
    """What a document is about: its rare words, each with the square of its bits; the names; the words of its lead."""

    words: Mapping[str, float]
    length: float
    names: frozenset[str]
    lead: frozenset[str]
    day: int | None


class Stories:
    """The documents of a scan by story; says which are of one and how near two of them are (0..1)."""

    def __init__(self, documents: Sequence[Document], vocabulary: Vocabulary) -> None:
        self._weights = word_weights(vocabulary)
        furniture = linking_lists(vocabulary).furniture
        self._told = [_story(document, self._weights, furniture) for document in documents]
        self._near = {pair: self._measure(*pair) for pair in self._candidates()}
        self._story = _Parts(len(documents), self._near).run()
        self._known = self._leads()

    def known(self, document: int) -> frozenset[str]:
        """The words that the title and lead of a document hold, or those of others of its story."""
        return self._told[document].lead | self._known[document]

    def _leads(self) -> list[frozenset[str]]:
        """For each document, what the other documents of its story lead with."""
        members: dict[int, list[int]] = defaultdict(list)
        for document, story in enumerate(self._story):
            members[story].append(document)
        known = {}
        for story, documents in members.items():
            counts = Counter(word for document in documents for word in self._told[document].lead)
            least = max(1, len(documents) // _KNOWN_TO_MOST)
            known[story] = frozenset(word for word, count in counts.items() if count >= least)
        return [known[story] for story in self._story]

    def nearness(self, one: int, other: int) -> float:
        """How much of what the two documents are about they share, weighted by rarity."""
        if one == other:
            return 1.0
        return self._near.get((one, other) if one < other else (other, one), 0.0)

    def pairs(self) -> list[PairKey]:
        """Pairs of documents of one story, in order; of a large story those that are nearest to each other."""
        near: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for (one, other), value in self._near.items():
            if self._story[one] == self._story[other]:
                near[one].append((-value, other))
                near[other].append((-value, one))
        kept = ((one, other) for one, others in near.items() for _, other in sorted(others)[:_NEIGHBOURS])
        return sorted({(min(pair), max(pair)) for pair in kept})

    def _candidates(self) -> list[PairKey]:
        """Pairs of documents that share two rare words."""
        postings: dict[str, list[int]] = defaultdict(list)
        for index, story in enumerate(self._told):
            for word in story.words:
                if self._weights.bits(word) >= _RARE:
                    postings[word].append(index)
        shared: Counter[PairKey] = Counter()
        for members in postings.values():
            reach = len(members) if len(members) <= _POSTING else _NEIGHBOURS
            shared.update((a, b) for at, a in enumerate(members) for b in members[at + 1 : at + 1 + reach])
        return sorted(pair for pair, words in shared.items() if words > 1)

    def _measure(self, one: int, other: int) -> float:
        """The cosine of what two documents are about; less without shared names, and the further apart their days."""
        a, b = self._told[one], self._told[other]
        few, many = sorted((a.words, b.words), key=len)
        near = math.fsum(bits for word, bits in few.items() if word in many) / (a.length * b.length)
        if math.fsum(self._weights.bits(name) for name in a.names & b.names) < _NAMED:
            near *= _UNNAMED
        if a.day is not None and b.day is not None:
            near *= next((factor for days, factor in _DAYS if abs(a.day - b.day) > days), 1.0)
        return near


class _Parts:
    """Documents parted into stories: joined from the nearest down, by the mean over all pairs of both sides.

    Two stories that are each of one piece and only near each other stay two: another war in the same land.
    """

    def __init__(self, documents: int, near: Mapping[PairKey, float]) -> None:
        self._members = {document: [document] for document in range(documents)}
        self._inner: dict[int, float] = {}  # sum of nearness over the pairs within
        self._sums: dict[int, dict[int, float]] = defaultdict(dict)
        for (a, b), value in near.items():
            self._sums[a][b] = self._sums[b][a] = value
        self._first = {document: dict(near) for document, near in self._sums.items()}
        self._heap = [(-self._mean(a, b), a, b) for (a, b), value in near.items() if value >= _ONE_STORY]
        heapq.heapify(self._heap)

    def run(self) -> list[int]:
        """The story of each document, by the first document of it."""
        while self._heap:
            negative, a, b = heapq.heappop(self._heap)
            current = a in self._members and b in self._members and self._mean(a, b) == -negative
            if current and -negative >= _OF_ONE_PIECE * min(self._cohesion(a), self._cohesion(b)):
                self._join(a, b)
        story = {member: root for root, members in self._members.items() for member in members}
        for single in [root for root, members in self._members.items() if len(members) == 1]:
            story[single] = self._nearest(single, story)
        return [story[document] for document in sorted(story)]

    def _nearest(self, single: int, story: Mapping[int, int]) -> int:
        """The story of the document that a single one is clearly near to, though not to all of that story."""
        near = [(value, -other) for other, value in self._first.get(single, {}).items() if value >= _CLEARLY_NEAR]
        return story[-max(near)[1]] if near else single

    def _mean(self, a: int, b: int) -> float:
        return round(self._sums[a].get(b, 0.0) / (len(self._members[a]) * len(self._members[b])), 6)

    def _cohesion(self, part: int) -> float:
        """The mean nearness within a part; 0 for a single document."""
        size = len(self._members[part])
        return self._inner.get(part, 0.0) / (size * (size - 1) / 2) if size > 1 else 0.0

    def _join(self, a: int, b: int) -> None:
        across = self._sums[a].pop(b)
        del self._sums[b][a]
        self._inner[a] = self._inner.get(a, 0.0) + self._inner.pop(b, 0.0) + across
        self._members[a] += self._members.pop(b)
        for other, value in self._sums.pop(b).items():
            del self._sums[other][b]
            self._sums[a][other] = self._sums[other][a] = self._sums[a].get(other, 0.0) + value
        for other in self._sums[a]:
            mean = self._mean(a, other)
            if mean >= _ONE_STORY:
                heapq.heappush(self._heap, (-mean, min(a, other), max(a, other)))


def _story(document: Document, weights: WordWeights, furniture: frozenset[str]) -> Story:
    written = written_words(document.text)
    words = base_forms(written)
    telling = {word: bits**2 for word in words - furniture if (bits := weights.bits(word)) >= _TELLING}
    small = base_forms(word for word in written if word[0].islower())
    return Story(
        words=telling,
        length=math.sqrt(math.fsum(telling.values())),
        names=(words - small) & telling.keys(),  # those that it never writes without their capital
        lead=base_words(document.text[: len(document.title or "") + _LEAD]),
        day=document.published.toordinal() if document.published is not None else None,
    )
