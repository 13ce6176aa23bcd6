"""The words and numbers of ``rules/context/comparing.toml``, made ready for use."""

from __future__ import annotations

import functools
import re
from decimal import Decimal

from factcheck.pairs.lists import any_of
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


def comparing_words(vocabulary: Vocabulary) -> ComparingWords:
    return vocabulary.bind("comparing", ComparingWords)


@functools.lru_cache(maxsize=4)
def superseded_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Matches a cue that the number near it has been overtaken."""
    return any_of(comparing_words(vocabulary).superseded)


@functools.lru_cache(maxsize=4)
def moved_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Matches a cue that a count has moved or is not final."""
    return any_of(comparing_words(vocabulary).moved)
