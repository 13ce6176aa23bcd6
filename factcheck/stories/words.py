"""The words of a sentence as evidence: base forms, and how rare each is, in bits."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from factcheck.lemmas import noun_lemma, verb_lemma
from factcheck.vocabulary import Vocabulary, toml_table

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TOO_COMMON = 2.5  # bits: a word in every sixth article says nothing


@toml_table
class RareWords:
    """``rules/context/idf.toml``: words by the share of articles that hold them, in bits; made by ``make weights``."""

    documents: int
    unlisted: Decimal
    words: Mapping[str, str]


class WordWeights:
    """How many bits of evidence a shared word is worth: -log2 of the share of articles that hold it."""

    def __init__(self, table: RareWords) -> None:
        self._bits = {word: float(bits) for bits, words in table.words.items() for word in words.split()}
        self._unlisted = float(table.unlisted)

    def bits(self, word: str) -> float:
        return self._bits.get(word, self._unlisted)

    def telling(self, words: Iterable[str]) -> frozenset[str]:
        """The words that say something: all but the most common."""
        return frozenset(word for word in words if self.bits(word) >= _TOO_COMMON)


@toml_table
class StoryWords:
    """Words that tell nothing of what a document is about: those of pages, pictures, players and credits."""

    furniture: frozenset[str]


def story_words(vocabulary: Vocabulary) -> StoryWords:
    return vocabulary.bind("story_words", StoryWords)


@functools.lru_cache(maxsize=4)
def word_weights(vocabulary: Vocabulary) -> WordWeights:
    return WordWeights(vocabulary.bind("idf", RareWords))


def written_words(text: str) -> frozenset[str]:
    """The words of a text as they are written, without numbers."""
    return frozenset(_WORD.findall(text))


def base_words(text: str) -> frozenset[str]:
    """The base forms of the words of a text, lower-case, without numbers."""
    return base_forms(written_words(text))


def base_forms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(base_form, map(str.lower, words)))


def placed_words(text: str, start: int, stop: int) -> tuple[tuple[int, str], ...]:
    """The base forms of the words of ``text[start:stop]``, each with where it starts."""
    return tuple((match.start(), base_form(match.group().lower())) for match in _WORD.finditer(text, start, stop))


@functools.lru_cache(maxsize=65536)
def base_form(word: str) -> str:
    """One form for all inflections of a lower-case word, possessive or not."""
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    if word.endswith(("ed", "ing")):
        return verb_lemma(word)
    return noun_lemma(word)


def share_bits(words: int, of: int) -> float:
    """The bits of a word that ``words`` of ``of`` texts hold."""
    return -math.log2((words + 0.5) / (of + 1))
