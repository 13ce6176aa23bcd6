"""Which documents are about the same story: shared names and rare words of title and lead, days, near-linearly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.documents import Document
from factcheck.grouping.words import WordWeights, base_words, word_weights
from factcheck.vocabulary import Vocabulary

_LEAD = 900  # characters below the title that tell what a story is about
_POSTING = 60  # a word in more documents than this brings no pair together by itself
_STRONG = 0.30
_SOME = 0.12
_FAR_DAYS = 45


@dataclass(frozen=True, slots=True)
class Story:
    """What a document is about: its rarest words in title and lead, and their total weight."""

    words: frozenset[str]
    bits: float
    day: int | None


class Stories:
    """The documents of a scan by what they are about; says how near two of them are (0..1)."""

    def __init__(self, documents: Sequence[Document], vocabulary: Vocabulary) -> None:
        weights = word_weights(vocabulary)
        self._weights = weights
        self._stories = [_story(document, weights) for document in documents]
        self._near: dict[tuple[int, int], float] = {}

    def nearness(self, one: int, other: int) -> float:
        """How much of what the two stories are about they share, weighted by rarity."""
        if one == other:
            return 1.0
        key = (one, other) if one < other else (other, one)
        if key not in self._near:
            self._near[key] = self._measure(*key)
        return self._near[key]

    def _measure(self, one: int, other: int) -> float:
        a, b = self._stories[one], self._stories[other]
        shared = sum(sorted(self._weights.bits(word) for word in a.words & b.words))
        least = min(a.bits, b.bits)
        near = shared / least if least else 0.0
        if a.day is not None and b.day is not None and abs(a.day - b.day) > _FAR_DAYS:
            near *= 0.5
        return near

    def pairs(self) -> list[tuple[int, int]]:
        """Pairs of documents that share a rare word of their leads, in order; each word brings few together."""
        postings: dict[str, list[int]] = defaultdict(list)
        for index, story in enumerate(self._stories):
            for word in story.words:
                if self._weights.bits(word) >= 5:
                    postings[word].append(index)
        found: set[tuple[int, int]] = set()
        for members in postings.values():
            if len(members) <= _POSTING:
                found.update((a, b) for at, a in enumerate(members) for b in members[at + 1 :])
        return sorted(found)


def _story(document: Document, weights: WordWeights) -> Story:
    text = document.text[: _LEAD + len(document.title or "")]
    words = frozenset(word for word in base_words(text) if weights.bits(word) >= 4)
    day = document.published.toordinal() if document.published is not None else None
    return Story(words, sum(sorted(weights.bits(word) for word in words)), day)
