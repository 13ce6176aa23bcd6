"""Cutting the words of a sentence into groups: what the readers of noun and verb groups share."""

from __future__ import annotations

from factcheck.sentences.groups import Group, Kind
from factcheck.sentences.lexicon import Lexicon
from factcheck.sentences.tagset import *
from factcheck.sentences.words import Word


class Cutter:
    """The words of one sentence, and the groups cut from them so far."""

    def __init__(self, words: list[Word], lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon
        self.groups: list[Group] = []

    def _add(self, kind: Kind, start: int, stop: int) -> Group:
        prior = self.groups[-1] if self.groups else None
        group = Group(kind, start, stop, index=len(self.groups), prior=prior)
        if prior is not None:
            prior.next = group
        self.groups.append(group)
        return group

    def _starts_noun(self, i: int) -> bool:
        if i >= len(self.words):
            return False
        tags = self.words[i].tags
        return bool(
            tags & (NOUNS | NUMBER | TIME | DETERMINER | POSSESSIVE | OBJECT | SUBJECT | ADJECTIVE | QUOTE)
        ) or bool(tags & VERBAL and self._before_noun(i + 1))

    def _before_noun(self, i: int) -> bool:
        return (
            i < len(self.words)
            and bool(self.words[i].tags & NOMINAL)
            and not self.words[i].tags & (DETERMINER | PREPOSITION)
        )

    def _before_verb(self, j: int) -> bool:
        return (
            j < len(self.words) and bool(self.words[j].tags & (VERBS | AUXILIARY)) and not self.words[j].tags & NOMINAL
        )

    def _modifies(self, j: int) -> bool:
        """Whether an adjective, participle or -ing form stands before the noun it describes."""
        words, k = self.words, self._described_at(j)
        if k >= len(words):
            return False
        tags = words[k].tags
        return bool(tags & NOUNS) and not tags & (PREPOSITION | TIME)

    def _described_at(self, j: int) -> int:
        """Where the noun would stand that a word describes: other describing words passed over."""
        words, k = self.words, j + 1
        while (
            k < len(words)
            and words[k].tags & (ADJECTIVE | PARTICIPLE | ING)
            and not words[k].tags & (NOUNS | DETERMINER | PREPOSITION)
            and k < j + 3
        ):
            k += 1
        return k

    def _compound_goes_on(self, j: int) -> bool:
        after = self.words[j + 1] if j + 1 < len(self.words) else None
        return after is not None and bool(after.tags & COMMON) and not after.tags & (PREPOSITION | VERBS)
