"""The words of attribution: ``speaker.toml`` ready for look-up."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.lemmas import inflections
from factcheck.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Verbs:
    say: frozenset[str]
    give: frozenset[str]
    show: frozenset[str]
    clause: frozenset[str]


@dataclass(frozen=True, slots=True)
class Nouns:
    roles: frozenset[str]
    sources: frozenset[str]
    sayings: frozenset[str]
    finders: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrases:
    by: frozenset[str]
    pronouns: frozenset[str]
    singular_people: frozenset[str]
    nobody: frozenset[str]
    tell: frozenset[str]
    events: frozenset[str]
    lives: frozenset[str]
    connectors: frozenset[str]
    adjunct: frozenset[str]
    abbreviated: frozenset[str]
    joining: frozenset[str]
    owners: frozenset[str]
    going_on: frozenset[str]
    writing: frozenset[str]
    strict: frozenset[str]
    held: frozenset[str]
    made: frozenset[str]
    plurals: frozenset[str]
    many: frozenset[str]
    periods: frozenset[str]
    thinking: frozenset[str]
    deeds: frozenset[str]
    companies: frozenset[str]


@dataclass(frozen=True, slots=True)
class Clauses:
    tails: frozenset[str]
    subordinators: frozenset[str]
    manners: frozenset[str]
    turns: frozenset[str]
    breaks: frozenset[str]


@dataclass(frozen=True, slots=True)
class SpeakerTable:
    """``speaker.toml``."""

    verbs: Verbs
    nouns: Nouns
    phrases: Phrases
    clauses: Clauses


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """The table with every inflection of its verbs: form → (class, plain form)."""

    verbs: Mapping[str, tuple[str, str]]
    sayings: frozenset[str]
    cues: frozenset[str]
    nouns: Nouns
    phrases: Phrases
    clauses: Clauses


@functools.lru_cache(maxsize=4)
def speaker_words(vocabulary: Vocabulary) -> SpeakerWords:
    """The words of attribution, inflected once."""
    table = vocabulary.bind("speaker", SpeakerTable)
    forms: dict[str, tuple[str, str]] = {}
    for kind in ("clause", "show", "give", "say"):
        for verb in getattr(table.verbs, kind):
            forms.update(dict.fromkeys(inflections(verb), (kind, verb)))
    sayings = frozenset(form for noun in table.nouns.sayings for form in inflections(noun))
    cues = frozenset({*forms, *sayings, "according", "by", "citing", ":"})
    return SpeakerWords(forms, sayings, cues, table.nouns, table.phrases, table.clauses)
