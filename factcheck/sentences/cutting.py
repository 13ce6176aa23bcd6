"""Cutting the words of a sentence into groups: what the readers of noun and verb groups share."""

from __future__ import annotations

from factcheck.sentences.groups import Group, Kind
from factcheck.sentences.lexicon import Lexicon
from factcheck.sentences.tagset import *
from factcheck.sentences.word import Word

_BEHIND = [0, 0, 0, 0]  # words behind the last have no tags


class Cutter:
    """The words of one sentence, and the groups cut from them so far."""

    def __init__(self, words: list[Word], lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon
        self.tags = [word.tags for word in words] + _BEHIND
        self.groups: list[Group] = []

    def _add(self, kind: Kind, start: int, stop: int) -> Group:
        prior = self.groups[-1] if self.groups else None
        group = Group(kind, start, stop, start, index=len(self.groups), prior=prior)
        if prior is not None:
            prior.next = group
        self.groups.append(group)
        return group

    def _starts_noun(self, i: int) -> bool:
        tags = self.tags[i]
        opens = tags & (NOMINAL | NUMBER | TIME | DETERMINER | POSSESSIVE | OBJECT | SUBJECT | QUOTE)
        return bool(opens or (tags & VERBAL and self._before_noun(i + 1)))

    def _before_noun(self, i: int) -> bool:
        tags = self.tags[i]
        return bool(tags & NOMINAL) and not tags & (DETERMINER | PREPOSITION)

    def _before_verb(self, i: int) -> bool:
        tags = self.tags[i]
        return bool(tags & (VERBS | AUXILIARY)) and not tags & NOMINAL

    def _modifies(self, j: int) -> bool:
        """Whether an adjective, participle or -ing form stands before the noun it describes."""
        return bool(self._described(j) & NOUNS) and not self._described(j) & (PREPOSITION | TIME)

    def _described(self, j: int) -> int:
        """The tags of what a word at ``j`` would describe, other describing words passed over."""
        k = j + 1
        while self.tags[k] & (DESCRIBING | ING) and not self.tags[k] & (NOUNS | DETERMINER | PREPOSITION):
            k += 1
        return self.tags[k]

    def _compound_goes_on(self, j: int) -> bool:
        after = self.tags[j + 1]
        return bool(after & COMMON) and not after & (PREPOSITION | VERBS)
