"""Which documents tell of one event: log-odds in bits, from what the two share and how many stand around them.

Nothing here depends on documents that have nothing to do with the two: the rarity of words comes from a table, and the
prior counts the documents of their own story alone.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.documents import Document
from factcheck.stories.likeness import likeness
from factcheck.stories.told import Told, told_of
from factcheck.stories.words import StoryWords, story_words, word_weights
from factcheck.vocabulary import Vocabulary

PairKey = tuple[int, int]

_RARE = 7.0  # bits of a word of title or lead that by itself brings two documents together
_NAMED = 5.0  # bits of a name anywhere in a text that does so
_KEYS = 20  # the rarest words of title and lead that do so though they are commoner
_POSTING = 60  # of more documents that share a word, each meets those next to it in time
_ALIKE = 0.08  # cosine of leads or whole texts from which two documents are candidates
_PRIOR, _LEAST_PRIOR = 2.0, -3.0  # bits before any evidence: less the more documents there are to choose from
_EDGE = -3.0  # bits of evidence from which two documents stand in one story, sure or not
_COMPARED = -5.0  # bits below which the figures of two documents are not compared
_NEIGHBOURS = 12  # documents of one story that each is compared with, the likeliest first
_KNOWN_TO_MOST = 8  # every so many documents around one, one more has to lead with a word that is of the story


@dataclass(frozen=True, slots=True)
class StoryTable:
    """Weights of the evidence for one event, in bits; made by ``make weights``."""

    made: str
    prior: Decimal
    levels: Mapping[str, Decimal]


class Stories:
    """The documents of a scan, and how likely two of them tell of one event."""

    def __init__(self, documents: Sequence[Document], vocabulary: Vocabulary) -> None:
        self._weights = word_weights(vocabulary)
        self._words: StoryWords = story_words(vocabulary)
        table = vocabulary.bind("stories", StoryTable)
        self._prior, self._levels = float(table.prior), {level: float(bits) for level, bits in table.levels.items()}
        self.told = [told_of(document, vocabulary) for document in documents]
        self._order = sorted(
            range(len(documents)), key=lambda at: (self.told[at].day or 0, documents[at].sha256, documents[at].path)
        )
        self._evidence = {pair: self._measure(*pair) for pair in self._candidates()}
        self._component = components(len(documents), (p for p, bits in self._evidence.items() if bits >= _EDGE))
        self._sizes = Counter(self._component)
        self._pairs = self._compared()
        self._known = self._leads()

    def odds(self, one: int, other: int) -> float:
        """Log-odds, in bits, that two documents tell of one event; one document is sure of itself."""
        if one == other:
            return _SURE
        bits = self._evidence.get((one, other) if one < other else (other, one))
        if bits is None:
            return _APART
        around = self._sizes[self._component[one]]
        if self._component[one] != self._component[other]:
            around += self._sizes[self._component[other]]
        return bits + max(_PRIOR - math.log2(max(around, 2)), _LEAST_PRIOR)

    def story(self, document: int) -> int:
        """The story of a document, as the first document of it."""
        return self._component[document]

    def events(self) -> tuple[tuple[int, ...], ...]:
        """The documents by event, those together that tell of one event more likely than not."""
        home = components(len(self.told), (pair for pair in self._evidence if self.odds(*pair) >= 0))
        members: dict[int, list[int]] = defaultdict(list)
        for document, first in enumerate(home):
            members[first].append(document)
        return tuple(map(tuple, members.values()))

    def pairs(self) -> list[PairKey]:
        """Pairs of documents whose figures are compared, in order."""
        return self._pairs

    def known(self, document: int) -> frozenset[str]:
        """The words that title and lead of a document hold, or those of documents of its story."""
        return self._known[document]

    def _compared(self) -> list[PairKey]:
        near: dict[int, list[tuple[float, int, int]]] = defaultdict(list)
        place = {document: at for at, document in enumerate(self._order)}
        for one, other in self._evidence:
            bits = self.odds(one, other)
            if bits >= _COMPARED:
                near[one].append((-bits, place[other], other))
                near[other].append((-bits, place[one], one))
        kept = ((one, other) for one, others in near.items() for *_, other in sorted(others)[:_NEIGHBOURS])
        return sorted({(min(pair), max(pair)) for pair in kept})

    def _leads(self) -> list[frozenset[str]]:
        """For each document what it and those of its story lead with."""
        members: dict[int, list[int]] = defaultdict(list)
        for document, story in enumerate(self._component):
            members[story].append(document)
        known = {}
        for story, documents in members.items():
            counts = Counter(word for document in documents for word in self.told[document].known)
            least = max(1, len(documents) // _KNOWN_TO_MOST)
            known[story] = frozenset(word for word, count in counts.items() if count >= least)
        return [self.told[at].known | known[story] for at, story in enumerate(self._component)]

    def _candidates(self) -> list[PairKey]:
        """Pairs of documents that share a rare word in what they lead with, and enough beside it."""
        postings: dict[str, list[int]] = defaultdict(list)
        for document in self._order:
            for word in self._keys(self.told[document]):
                postings[word].append(document)
        met: set[PairKey] = set()
        for members in postings.values():
            reach = len(members) if len(members) <= _POSTING else _NEIGHBOURS
            met.update(
                (a, b) if a < b else (b, a) for at, a in enumerate(members) for b in members[at + 1 : at + 1 + reach]
            )
        return sorted(pair for pair in met if is_candidate(self.told[pair[0]], self.told[pair[1]]))

    def _keys(self, told: Told) -> frozenset[str]:
        rarest = sorted(told.lead.bits.items(), key=lambda item: (-item[1], item[0]))
        keys = {word for at, (word, bits) in enumerate(rarest) if at < _KEYS or bits >= _RARE**2}
        return frozenset(keys.union(name for name in told.names if told.words.bits[name] >= _NAMED**2))

    def _measure(self, one: int, other: int) -> float:
        levels = self._levels
        found = likeness(self.told[one], self.told[other], self._weights)
        return self._prior + math.fsum(levels.get(level, 0.0) * amount for level, amount in found)


_SURE, _APART = 12.0, -12.0


def is_candidate(a: Told, b: Told) -> bool:
    """Whether two documents are enough alike, in what they lead with or in all, to be weighed at all."""
    return a.lead.cosine(b.lead) >= _ALIKE or a.words.cosine(b.words) >= _ALIKE


def components(size: int, edges: Iterable[PairKey]) -> list[int]:
    """For each document the first of those that it is joined to."""
    root = list(range(size))

    def find(item: int) -> int:
        while root[item] != item:
            root[item] = root[root[item]]
            item = root[item]
        return item

    for a, b in edges:
        x, y = find(a), find(b)
        root[max(x, y)] = min(x, y)
    return [find(item) for item in range(size)]
