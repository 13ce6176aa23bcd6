"""The words of actions: ``actions.toml`` ready for look-up."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.vocabulary import Vocabulary, toml_table


@toml_table
class _Verbs:
    verbs: str


@toml_table
class _NounList:
    nouns: str
    things: str


@toml_table
class _Reporting:
    verbs: str
    saying: str


@toml_table
class _ActionFile:
    classes: Mapping[str, str]
    phrasal: Mapping[str, str]
    reporting: _Reporting
    light: _Verbs
    support: _Verbs
    suffering: _Verbs
    listing: _Verbs
    happening: _Verbs
    nominal: _NounList
    ditransitive: _Verbs
    of_head: Mapping[str, Mapping[str, str]]
    causative: _Verbs
    situations: Mapping[str, tuple[str, ...]]
    idioms: Mapping[str, tuple[str, ...]]
    moved: Mapping[str, str]  # verbs of a phrase that goes before its number
    of_whole: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ActionWords:
    """``actions.toml``, ready for look-up."""

    classes: Mapping[str, str]  # word -> class
    phrasal: Mapping[str, frozenset[str]]
    reporting: frozenset[str]
    light: frozenset[str]
    support: frozenset[str]
    suffering: frozenset[str]
    listing: frozenset[str]
    happening: frozenset[str]
    nominal: frozenset[str]
    things: frozenset[str]  # nouns made from verbs that name what is there, not what is done
    saying: frozenset[str]
    ditransitive: frozenset[str]
    of_head: Mapping[tuple[str, str], str]  # head of what is counted, class -> class
    causative: frozenset[str]
    situations: Mapping[tuple[str, ...], str]  # words right behind the counted
    idioms: Mapping[tuple[str, str], str]  # lemmas of verb and noun
    moved: Mapping[str, str]  # verbs of a phrase that goes before its number
    of_whole: Mapping[str, str]


@functools.lru_cache(maxsize=8)
def action_words(vocabulary: Vocabulary) -> ActionWords:
    file = vocabulary.bind("actions", _ActionFile)
    return ActionWords(
        classes={word: name for name, words in file.classes.items() for word in words.split()},
        phrasal={verb: frozenset(particles.split()) for verb, particles in file.phrasal.items()},
        reporting=frozenset(file.reporting.verbs.split()),
        light=frozenset(file.light.verbs.split()),
        support=frozenset(file.support.verbs.split()),
        suffering=frozenset(file.suffering.verbs.split()),
        listing=frozenset(file.listing.verbs.split()),
        happening=frozenset(file.happening.verbs.split()),
        nominal=frozenset(file.nominal.nouns.split()),
        things=frozenset(file.nominal.things.split()),
        saying=frozenset(file.reporting.saying.split()),
        ditransitive=frozenset(file.ditransitive.verbs.split()),
        of_head={
            (head, word): name
            for head, classes in file.of_head.items()
            for name, words in classes.items()
            for word in words.split()
        },
        causative=frozenset(file.causative.verbs.split()),
        situations={tuple(phrase.split()): name for name, phrases in file.situations.items() for phrase in phrases},
        idioms={_pair(phrase): name for name, phrases in file.idioms.items() for phrase in phrases},
        moved=file.moved,
        of_whole=file.of_whole,
    )


def class_of(lemma: str, vocabulary: Vocabulary) -> str:
    """The name under which all words for one action go: ``die``, ``dead``, ``perish`` → ``kill``."""
    return action_words(vocabulary).classes.get(lemma, lemma)


def _pair(phrase: str) -> tuple[str, str]:
    verb, noun = phrase.split()
    return verb, noun
