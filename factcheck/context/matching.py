"""Phrases of several words, found among the words of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.sentences.sentence import Sentence
from factcheck.sentences.word import Word
from factcheck.spans import Span
from factcheck.vocabulary import Made


class Phrases(Made):
    """A set of lower-case phrases; the longest that starts at a word wins."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            parts = tuple(phrase.split())
            self._by_first.setdefault(parts[0], []).append(parts)
        for listed in self._by_first.values():
            listed.sort(key=len, reverse=True)
        self.firsts = frozenset(self._by_first)

    def at(self, words: Sequence[Word], i: int) -> int:
        """How many words the phrase at ``i`` has, 0 where none starts."""
        first = words[i].lower
        if " " in first:
            first = first.partition(" ")[0]
        listed = self._by_first.get(first)
        if listed is None:
            return 0
        held = tuple(" ".join([word.lower for word in words[i : i + len(listed[0])]]).split())
        for parts in listed:
            if held[: len(parts)] == parts:
                return min(len(parts), len(words) - i)
        return 0

    def within(self, sentence: Sentence, start: int, stop: int) -> Span | None:
        """The first phrase that starts in ``words[start:stop]`` of a sentence."""
        if self.firsts.isdisjoint(sentence.parts):
            return None  # as of most, which costs little to find out
        i, words = next(self.starts(sentence, start, stop), None), sentence.words
        return None if i is None else Span(words[i].start, words[i + self.at(words, i) - 1].stop)

    def starts(self, sentence: Sentence, start: int, stop: int) -> Iterator[int]:
        """Where in ``words[start:stop]`` of a sentence a phrase starts."""
        first, start = self._by_first, max(start, 0)
        for i, word in enumerate(sentence.words[start:stop], start):
            lower = word.lower
            if (lower in first or " " in lower) and self.at(sentence.words, i):
                yield i
