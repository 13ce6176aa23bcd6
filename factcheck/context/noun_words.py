"""The words of what is counted: ``counted.toml`` ready for look-up."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.vocabulary import Vocabulary, toml_table

COUNT_KINDS = frozenset({"count", "ordinal", "ratio"})


@toml_table
class CountedWords:
    """The lists of ``counted.toml``."""

    persons: str
    crowds: str
    plain_persons: str
    human: str
    awaiting: str
    numbers: str
    scales: str
    measuring: str
    bearing: str
    moving: str
    trading: str
    paying: str
    asking: str
    changes: str
    settlements: str
    throngs: str
    befalling: str
    people_first: str
    people_do: str
    remains: str
    offsets: str
    hollow: str
    sums: str
    sized: str
    kinds: str
    states: str
    empty: str
    headings: str
    label_ends: str
    events: Mapping[str, str]
    same: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Nouns:
    """`CountedWords` as sets."""

    persons: frozenset[str]
    crowds: frozenset[str]
    plain_persons: frozenset[str]
    human: frozenset[str]
    awaiting: frozenset[str]
    numbers: frozenset[str]
    scales: frozenset[str]
    measuring: frozenset[str]
    bearing: frozenset[str]
    moving: frozenset[str]
    trading: frozenset[str]
    paying: frozenset[str]
    asking: frozenset[str]
    changes: frozenset[str]
    settlements: frozenset[str]
    throngs: frozenset[str]
    befalling: frozenset[str]
    people_first: frozenset[str]
    people_do: frozenset[str]
    remains: frozenset[str]
    offsets: frozenset[str]
    hollow: frozenset[str]
    sums: frozenset[str]
    sized: frozenset[str]
    kinds: frozenset[str]
    states: frozenset[str]
    empty: frozenset[str]
    headings: frozenset[str]
    label_ends: frozenset[str]
    harmed: frozenset[str]  # states of those who came to harm
    silent: frozenset[str]  # what tells of no kind before a head: "the confirmed death toll"
    standing: frozenset[str]  # what stands for what is "of" it
    moved: frozenset[str]  # verbs with an amount behind their object
    events: Mapping[str, str]
    same: Mapping[str, str]  # word -> the head that stands for it


@functools.lru_cache(maxsize=8)
def nouns(vocabulary: Vocabulary) -> Nouns:
    words = vocabulary.bind("counted", CountedWords)
    lists = {
        field.name: frozenset(getattr(words, field.name).split())
        for field in dataclasses.fields(CountedWords)
        if field.name not in ("events", "same")
    }
    same = {word: head for head, listed in words.same.items() for word in listed.split()}
    lists["harmed"] = lists["states"] - {"others", "more", "alive", "safe", "present"}
    lists["silent"] = lists["empty"].union(lists["awaiting"], words.events)
    lists["standing"] = lists["hollow"].union(*(lists[one] for one in ("crowds", "awaiting", "remains", "kinds")))
    lists["moved"] = lists["moving"] | lists["trading"] | lists["bearing"]
    return Nouns(**lists, events=words.events, same=same)
