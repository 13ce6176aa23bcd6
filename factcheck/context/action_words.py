"""The words of actions: ``actions.toml``."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.context.matching import Phrases
from factcheck.context.once import once
from factcheck.vocabulary import ByWord, Vocabulary, toml_table


@toml_table
class ActionWords:
    """``actions.toml``."""

    classes: ByWord[str]
    phrasal: Mapping[str, frozenset[str]]
    reporting: frozenset[str]
    light: frozenset[str]
    suffering: frozenset[str]
    listing: frozenset[str]
    happening: frozenset[str]
    described: frozenset[str]
    describing: frozenset[str]
    nominal: frozenset[str]
    things: frozenset[str]  # nouns made from verbs that name what is there, not what is done
    beside: frozenset[str]
    befalls: frozenset[str]
    aims: frozenset[str]
    targets: frozenset[str]
    placing: frozenset[str]
    inside: frozenset[str]
    had: frozenset[str]
    passing: frozenset[str]
    moving: ByWord[str]
    compared: ByWord[str]
    of_head: Mapping[str, ByWord[str]]  # head of what is counted: class -> class
    situations: Mapping[str, Phrases]  # right behind the counted
    moved: Mapping[str, str]  # verbs of a phrase that goes before its number
    of_whole: Mapping[str, str]

    @once
    def moves(self) -> frozenset[str]:
        """What an amount does of which "up" or "down" could be told."""
        return frozenset(self.moving.values())


def action_words(vocabulary: Vocabulary) -> ActionWords:
    return vocabulary.bind("actions", ActionWords)


def class_of(lemma: str, vocabulary: Vocabulary) -> str:
    """The name under which all words for one action go: ``die``, ``dead``, ``perish`` → ``kill``."""
    return action_words(vocabulary).classes.get(lemma, lemma)


def moves(lemma: str, vocabulary: Vocabulary) -> bool:
    """Whether a verb or noun tells that an amount rises or falls."""
    return class_of(lemma, vocabulary) in action_words(vocabulary).moves
