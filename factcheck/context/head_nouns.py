"""The phrase that a number counts or measures, and the lemma of its noun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.sentences.groups import Group
from factcheck.sentences.sentence import Sentence
from factcheck.sentences.tagset import *

How = Literal["own", "joined", "of", "state", "before", "subject", "object", "awaiting", "reference"]


@dataclass(frozen=True, slots=True)
class Head:
    """The phrase ``words[start:stop]`` with its head noun, its group, and how it was found.

    ``joined`` is the noun a hyphen ties to the number, which is then what is counted ("12-member jury").
    """

    group: Group
    start: int
    stop: int
    head: int
    how: How
    joined: str = ""


def at(sentence: Sentence, group: Group, how: How, *, named: bool = False) -> Head | None:
    """A group as what is counted or measured; names only where the amount is surely theirs: "Altria rose 5 %"."""
    group = paired(sentence, group)
    word = sentence.words[group.head]
    opened = sentence.words[group.first].lower == "the"  # "the wounded", but not "that alone was worth $9m"
    told = opened or word.known & NOUNS or not word.text.isalpha()
    if not told or word.tags & (SUBJECT | OBJECT | TIME | DETERMINER) or (is_name(sentence, group.head) and not named):
        return None
    return phrase(sentence, group, how)


def paired(sentence: Sentence, group: Group) -> Group:
    """The group with the noun that two words joined by "and" both describe: "gas and oil prices"."""
    link = sentence.after(group)
    other = sentence.after(link) if link is not None and link.kind == "and" else None
    if other is None or other.role != "member" or other.number >= 0 or group.number >= 0:
        return group
    first = sentence.words[group.head]
    named = all(word.tags & NAME for word in sentence.words[first_noun(sentence, group) : group.head])
    lone = named and not first.tags & (PLURAL | SUBJECT | OBJECT)  # "U.S. car and truck sales"
    compound = other.start == first_noun(sentence, other) < other.head
    return other if lone and compound else group


def phrase(sentence: Sentence, group: Group, how: How) -> Head:
    """A group with a noun, from the first word that tells of what kind."""
    return Head(group, first_noun(sentence, group), group.head + 1, group.head, how)


def first_noun(sentence: Sentence, group: Group) -> int:
    """The first word of a noun group that says what it is of: past preposition, determiner and number."""
    words = sentence.words
    i = group.first
    if group.possessor >= 0:
        i = group.possessor + 2
    if group.number >= i:
        i = group.number + 1
    while i < group.head and not words[i].tags & (NOUNS | ADJECTIVE | PARTICIPLE):
        i += 1
    return i


def is_name(sentence: Sentence, i: int) -> bool:
    """Whether a word is only a name; at the start of a sentence a common noun has its capital too."""
    word = sentence.words[i]
    return bool(word.tags & NAME) and not (word.known & (NOUN | PLURAL) and word.lower in sentence.lexicon)


def noun_of(sentence: Sentence, i: int) -> str:
    """The lemma of a word as a noun."""
    return sentence.lexicon.noun(sentence.words[i].lower)
