"""One sentence cut into groups, left to right: what each word opens, and prepositions with their nouns."""

from __future__ import annotations

from factcheck.sentences.groups import Group, Kind
from factcheck.sentences.noun_groups import NounGroups
from factcheck.sentences.tagset import *

_MARK_KINDS: dict[int, Kind] = {
    COMMA: "comma", STOP: "stop", DASH: "dash", OPEN: "open", CLOSE: "close", QUOTE: "quote",
}  # fmt: skip


class Grouper(NounGroups):
    """Cuts the words of one sentence into groups, left to right."""

    def run(self) -> list[Group]:
        i, count = 0, len(self.words)
        while i < count:
            i = self._next(i)
        return self.groups

    def _next(self, i: int) -> int:
        word = self.words[i]
        tags = word.tags
        mark = _MARK_KINDS.get(tags)
        if mark is not None:
            self._add(mark, i, i + 1)
            return i + 1
        if tags == 0:
            return i + 1
        if tags & CONJUNCTION:
            self._add("and", i, i + 1)
            return i + 1
        if tags & RELATIVE and not (
            tags & DETERMINER
            and self._starts_noun(i + 1)
            and word.lower not in ("that", "what")
            and not (i and self.words[i - 1].tags & (COMMA | NOUNS))
        ):
            self._add("opener", i, i + 1)
            return i + 1
        if tags & SUBORDINATOR and (not tags & PREPOSITION or self._opens_clause(i)):
            self._add("opener", i, i + 1)
            return i + 1
        if tags == TO or tags & AUXILIARY or (tags & VERBS and not tags & NOMINAL):
            return self._verb(i)
        if tags & PREPOSITION:  # "to" before a noun
            return self._preposition(i)
        if tags & PASSED and not tags & (NOUNS | ADJECTIVE | DETERMINER):
            return self._adverb(i)
        if tags & VERBS and self._is_verb(i):
            return self._verb(i)
        return self._noun(i, -1)

    def _opens_clause(self, i: int) -> bool:
        """Whether a word that is preposition and subordinator has a subject with a verb of its own behind it."""
        j = i + 1
        if j < len(self.words) and self.words[j].tags & SUBJECT:
            return True
        before = self.words[i - 1] if i else None
        if before is not None and self.words[i].lower == "as" and before.tags & PARTICIPLE:
            if self.lexicon.entry(before.lower).lemma_as(PARTICIPLE) in self.lexicon.words("taken as"):
                return False  # "the men known as guards had left"
        noun = False
        while j < len(self.words):
            tags = self.words[j].tags
            if tags & (
                COMMA | STOP | DASH | OPEN | CLOSE | RELATIVE | SUBORDINATOR | QUOTE | CONJUNCTION
            ) and not tags & (DETERMINER | PREPOSITION):
                return False
            if noun and tags & AUXILIARY:
                return True
            if noun and tags & TENSED and not tags & NOMINAL:
                return not tags & PARTICIPLE or self._is_active(j)
            if noun and tags == BASE and self.words[j - 1].tags & PLURAL:
                return True  # "as voters weigh a deal"
            if noun and tags & (DETERMINER | SUBJECT) and self.words[j - 1].tags & (NOUN | PLURAL | TIME):
                return False  # "after 17 days the van came"
            if tags & (NOUNS | NUMBER):
                noun = True
            elif tags & (TO | ING):
                return False
            j += 1
        return False

    def _is_active(self, j: int) -> bool:
        """Whether a past that may be a participle takes an object, or nothing but it could be the clause's verb."""
        after = self.tags[j + 1]
        if j + 1 == len(self.words) or after & (COMMA | STOP | TIME | SUBORDINATOR | ADVERB):
            return True
        if after & (PREPOSITION | TO):
            return bool(self.words[j].usual & PAST)
        return bool(after & (DETERMINER | NUMBER | POSSESSIVE | OBJECT | NAME | PLURAL))

    def _preposition(self, i: int) -> int:
        j = i + 1
        while self.tags[j] & PREPOSITION:
            j += 1  # "from behind", "in between"
        lower = self.words[j - 1].lower
        if j >= len(self.words):
            self._add("adverb", i, j)
            return j
        after = self.words[j]
        counted = lower == "of" and i and self.tags[i - 1] & NUMBER and self._before_noun(j + 1)
        describes = counted or (after.tags & ADJECTIVE and self.tags[j + 1] & COMMON)  # "dozens of cheering fans"
        done = after.tags & ING and not after.tags & (PLURAL | NAME) and (not after.tags & NOUN or after.usual & ING)
        done = done or after.lower in ("being", "having")  # "for being late", "after having lost"
        if done and not describes:
            opener = self._add("opener", i, j)
            opener.preposition = self.words[i].lower
            return j
        if after.tags & RELATIVE and after.lower != "that":
            opener = self._add("opener", i, j + 1)  # "in which", "of whom"
            opener.preposition = lower
            return j + 1
        if self._starts_noun(j) or (after.tags & ADVERB and self._starts_noun(j + 1)):
            stop = self._noun(j, i)
            group = self.groups[-1]
            group.preposition, group.at, group.first = lower, i, i + 1
            return stop
        self._add("adverb", i, j)
        return j

    def _adverb(self, i: int) -> int:
        if self._before_verb(i + 1) and self.words[i].lower not in ("then", "there"):
            return self._verb(i)
        self._add("adverb", i, i + 1)
        return i + 1
