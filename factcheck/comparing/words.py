"""The words and numbers of ``rules/context/comparing.toml``, made ready for use."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from decimal import Decimal

from factcheck.vocabulary import Vocabulary, toml_table


@toml_table
class ComparingWords:
    """The file as it is."""

    superseded: tuple[str, ...]
    moved: tuple[str, ...]
    drift_alike: Decimal
    drift_words: int
    growing: frozenset[str]
    growing_actions: frozenset[str]
    order: Mapping[str, Decimal]


@functools.lru_cache(maxsize=4)
def comparing_words(vocabulary: Vocabulary) -> ComparingWords:
    return vocabulary.bind("comparing", ComparingWords)


@functools.lru_cache(maxsize=4)
def superseded_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Matches a cue that the number near it has been overtaken."""
    return _any_of(comparing_words(vocabulary).superseded)


@functools.lru_cache(maxsize=4)
def moved_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Matches a cue that a count has moved or is not final."""
    return _any_of(comparing_words(vocabulary).moved)


def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE)
