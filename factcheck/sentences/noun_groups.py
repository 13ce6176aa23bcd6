"""Noun groups: from determiner or number to the last noun, with what describes it."""

from __future__ import annotations

from factcheck.sentences.groups import Group
from factcheck.sentences.joined_nouns import JoinedNouns, Step
from factcheck.sentences.tagset import *
from factcheck.sentences.word import Word


class NounGroups(JoinedNouns):
    """Cuts noun groups."""

    def _noun(self, i: int, preposition: int) -> int:
        """A noun group from its determiner to its last noun; a number after a noun starts another one."""
        words, j, goes_on = self.words, i, True
        group = self._add("noun", i if preposition < 0 else preposition, i)
        while goes_on and j < len(words):
            j, goes_on = self._taken(group, i, j)
        if j == i:
            j = i + 1  # nothing fits: one word alone, so that reading goes on
        group.stop = j
        self._close(group, i)
        return j

    def _taken(self, group: Group, i: int, j: int) -> Step:
        """What the word at ``j`` does to a group that began at ``i``."""
        word = self.words[j]
        tags = word.tags
        if tags & QUOTE:
            return self._quoted(group, i, j)
        if tags & (SUBJECT | OBJECT) and not tags & (NOUNS | DETERMINER):
            return self._pronoun(group, i, j)
        if tags & NUMBER:
            return self._counted(group, i, j)
        if tags & TIME:
            return self._timed(group, j)
        degree = group.head < 0 and j > i and word.lower in self.lexicon.words("degrees")
        if degree and self.tags[j + 1] & (ADJECTIVE | NOUN) == ADJECTIVE:
            return j + 1, True  # "12 more expensive houses"
        if tags & (DETERMINER | POSSESSIVE):
            return self._determined(group, i, j)
        if tags & ADVERB and not tags & (NOUNS | ADJECTIVE | VERBS):
            return self._by_adverb(group, j)
        if tags & VERBS and not tags & NOMINAL:
            return self._by_verb(group, i, j)
        if tags & VERBS and j > i and not self._before_amount(j) and self._ends_before(group, j):
            return j, False
        if tags & NOUNS:
            return self._named(group, j)
        if tags & ADJECTIVE:
            return self._by_adjective(group, j)
        return self._joined(group, i, j)

    def _quoted(self, group: Group, i: int, j: int) -> Step:
        """A quoted word inside a noun group: "the so-called "green" belt"."""
        if group.head >= 0 and self._closes_quote(i, j):
            after = self.tags[j + 1]
            return j + 1, bool(after & COMMON) and not after & VERBS
        opens = j > i and (group.head < 0 or self._owes_plural(group, j))  # "five House “managers”"
        opens = opens or (j == i and self._starts_noun(j + 1))
        return (j + 1, True) if opens and self._short_quote(j) else (j, False)

    def _pronoun(self, group: Group, i: int, j: int) -> Step:
        if group.head >= 0 or group.number >= 0 or j > i:
            return j, False
        group.head = j
        return j + 1, False

    def _counted(self, group: Group, i: int, j: int) -> Step:
        """A number counts what follows; one behind a noun is another group's."""
        words, word = self.words, self.words[j]
        if word.joined:
            if group.head >= 0 and not self._compound_goes_on(j):
                return j, False
            group.extra = (*group.extra, j)
            return j + 1, True
        hedged = word.lower.startswith("up to ") and words[j - 1].tags & NOUN  # "a fine up to $5m"
        if group.head == j - 1 and j - 1 > i and words[j - 1].tags & ADJECTIVE and group.number < 0 and not hedged:
            group.head = -1  # "the past five years"
        if group.head < 0 and group.number == j - 1 >= i and words[j - 1].stop + 1 == word.start:
            group.extra = (*group.extra, j)  # "a 7-2 vote"
            return j + 1, True
        if group.head >= 0 or group.number >= 0:
            return j, False
        group.number = j
        return j + 1, True

    def _timed(self, group: Group, j: int) -> Step:
        """A word of time: "12 years"; the measure's noun ends the group unless a noun follows closely."""
        word, after = self.words[j], self.tags[j + 1]
        if group.number == j - 1 >= 0 and word.text.isdigit() and self._described(j) & PLURAL:
            return j + 1, True  # "several 2020 presidential candidates"
        behind = group.head >= 0 or (group.number == j - 1 >= 0 and word.known == TIME)  # "rose to $40 | a year ago"
        if behind and self._is_moment(word) and not self._compound_goes_on(j):
            return j, False
        if word.known == TIME and self._is_bare(group, j):
            return j, False  # "were missing | late on Monday"
        if group.head >= 0 and word.tags & PLURAL and self._is_of(j + 1, "offset"):
            return j, False  # "an earthquake | hours later", "14 arrests | days after it"
        if word.tags & COMMON or group.head < 0:
            group.head = j
        measures = group.number >= 0 and group.number == j - 1
        return j + 1, not measures or (bool(after & COMMON) and not after & (VERBS | TIME | PREPOSITION))

    def _determined(self, group: Group, i: int, j: int) -> Step:
        """A determiner opens a group, and an owner's "'s" goes on with what is owned."""
        words, word = self.words, self.words[j]
        if word.is_genitive:
            if group.head < 0:
                return j, False
            group.possessor, group.head = group.head, -1
            return j + 1, True
        if group.number == j - 1 and words[j - 1].lower.rpartition(" ")[2] in self.lexicon.words("outer"):
            return j + 1, True  # "half the voters", "about half the voters"
        inside = j > i and not words[j - 1].tags & (DETERMINER | QUOTE | ADVERB)
        behind = group.head < 0 and word.lower in self.lexicon.words("inner")
        goes_on = behind or not (inside or group.number >= 0)
        return (j + 1, True) if goes_on else (j, False)

    def _by_adverb(self, group: Group, j: int) -> Step:
        after = self.tags[j + 1]
        opening = 0 if group.number >= 0 else DETERMINER  # "almost the whole town", not "12 dead | so far this week"
        describes = after & (ADJECTIVE | PARTICIPLE | NUMBER | opening | ING)
        return (j + 1, True) if group.head < 0 and describes else (j, False)

    def _by_verb(self, group: Group, i: int, j: int) -> Step:
        """A form of a verb that describes what is counted: "40 union trained nurses"; else it ends the group."""
        alone = group.start == i or self.words[i - 1].lower == "with"
        told = group.number == j - 1 and (self._is_name_alone(j + 1) or (alone and self._is_sharer(i, j)))
        if not told and self._before_amount(j):
            return j + 1, True
        described = self._modifies(j) or (group.number >= 0 and self._describes(j))
        owed = self._owes_plural(group, j)  # "13 virus related deaths"
        if told or not (self.words[j].tags & VERBAL and described and (group.head < 0 or owed)):
            return j, False
        group.head = -1
        return j + 1, True

    def _named(self, group: Group, j: int) -> Step:
        """A noun, the last of which is the head."""
        words, word = self.words, self.words[j]
        if word.text[0].isdigit() and self.tags[j + 1] & (ADJECTIVE | COMMON) and not self.tags[j + 1] & VERBS:
            return j + 1, True  # "the top 10 warmest years"
        if group.head < 0 and word.tags & ADJECTIVE and word.usual & ADJECTIVE and self._describes(j):
            return j + 1, True  # "the two main competing lists"
        if group.head >= 0 and not self._may_follow(group.head, j):
            return j, False
        moment = 0 <= group.head == j - 1 and words[j - 1].tags & TIME and self._is_moment(words[j - 1])
        if moment and word.tags & NAME and not words[j - 2].tags & DETERMINER:
            return j, False  # "on Wednesday Prime Minister Hale said"
        group.head = j
        return j + 1, True

    def _by_adjective(self, group: Group, j: int) -> Step:
        told = group.number >= 0 and j > group.number + 1 and bool(self.words[j - 1].tags & ADJECTIVE)
        goes_on = (group.head < 0 and not told) or self._modifies(j)
        return (j + 1, True) if goes_on else (j, False)  # "called reports of 12 dead | untrue"

    def _close(self, group: Group, i: int) -> None:
        words = self.words
        if group.head == i == group.stop - 1 and self._follows_noun(i):
            group.head, group.kind = -1, "adjective"
            return
        if group.head < 0 and group.number < 0 and not group.extra:
            last = words[group.stop - 1]
            if last.tags & (DETERMINER | NUMBER | POSSESSIVE) and last.lower in self.lexicon.alone:
                group.head = group.stop - 1
            elif last.tags & DESCRIBING and any(words[k].tags & DETERMINER for k in range(i, group.stop - 1)):
                group.head = group.stop - 1  # "the wounded"
            elif last.tags & DESCRIBING and group.start < i:
                group.head = group.stop - 1  # "the number of wounded"
            elif group.start == i:
                group.kind = "adjective" if last.tags & (ADJECTIVE | PARTICIPLE | ING) else "adverb"
        if group.head >= 0 and words[group.head].tags & TIME and group.start == i and self._is_when(group):
            group.kind = "time"

    def _follows_noun(self, i: int) -> bool:
        """Whether an adjective describes the noun before it with what follows: "a nurse familiar with the plan"."""
        words = self.words
        if not 0 < i < len(words) - 1 or words[i].usual != ADJECTIVE or not words[i + 1].tags & PREPOSITION:
            return False
        return bool(words[i - 1].tags & COMMON)

    def _is_when(self, group: Group) -> bool:
        """Whether a noun of time without a preposition tells when: "Monday", "last week", not "12 days"."""
        words = self.words
        if group.number >= 0:
            return self._is_of(group.stop, "ago")
        head = words[group.head]
        dated = any(words[k].lower in self.lexicon.words("dated") for k in range(group.start, group.head))
        return dated or head.known == TIME or head.text[0].isupper() or head.lower in self.lexicon.words("deictic")

    def _is_bare(self, group: Group, j: int) -> bool:
        """Whether nothing but adjectives that tell no time stands in a group before a word: not "a busy", "last"."""
        before = self.words[group.start : j]
        dated = any(word.lower in self.lexicon.words("dated") for word in before)
        return bool(before) and not dated and all(word.tags & DESCRIBING and not word.tags & NOUNS for word in before)

    def _is_of(self, j: int, name: str) -> bool:
        """Whether the word at ``j`` is one of a class."""
        return j < len(self.words) and self.words[j].lower in self.lexicon.words(name)

    def _before_amount(self, j: int) -> bool:
        """Whether a participle between determiner and number describes what is counted: "the planned $2bn offer"."""
        words = self.words
        opened = j > 0 and words[j - 1].tags & (DETERMINER | POSSESSIVE) and j + 1 < len(words)
        alone = opened and words[j - 1].lower in self.lexicon.alone
        if alone and not self.lexicon.lemmas(words[j].lower).isdisjoint(self.lexicon.words("plainly")):
            return False  # "another said 35", but "another estimated 35"
        return bool(opened and words[j].tags & VERBAL and words[j + 1].tags & NUMBER)

    def _is_sharer(self, i: int, j: int) -> bool:
        """Whether a verb behind a bare share is what those do: "60 percent said taxes should rise"."""
        words = self.words
        more = self.lexicon.words("more of them")  # "another 53% say"
        bare = words[j - 1].is_share and all(words[k].lower in more for k in range(i, j - 1))
        return bare and not (i and words[i - 1].tags & (VERBS | AUXILIARY | DETERMINER | POSSESSIVE))

    def _is_name_alone(self, k: int) -> bool:
        """Whether a name stands at ``k`` with no noun behind that could be described: "twice met Saddam"."""
        first = k
        while self.tags[k] & NAME and not self.tags[k] & (COMMON | ADJECTIVE):
            k += 1
        return k > first and not self.tags[k] & NOMINAL

    def _is_moment(self, word: Word) -> bool:
        """Whether a noun of time tells when by itself: a date, "Monday", "yesterday"."""
        return word.known == TIME or word.text[0].isupper() or word.lower in self.lexicon.words("deictic")

    def _ends_before(self, group: Group, j: int) -> bool:
        """Whether a noun group ends before a word that may be its verb."""
        word, tags = self.words[j], self.words[j].tags
        if group.head < 0:
            if tags & (PARTICIPLE | ING | PAST) and not tags & (NOUNS) and not self._modifies(j):
                return word.usual & ADJECTIVE == 0
            return False
        after = self.tags[j + 1]
        if tags & ING:
            if self._owes_plural(group, j):
                return False  # "three waste burning plants"
            people = bool(self.words[group.head].tags & PLURAL) and j == group.head + 1
            return not tags & COMMON or bool(
                (word.usual & ING or people)
                and after & (DETERMINER | NUMBER | POSSESSIVE | PREPOSITION | PLURAL | NAME | OBJECT)
            )
        if tags & BASE and self.words[group.head].tags & (NOUN | PLURAL | NAME) == NOUN:
            return False  # a singular subject has no plain verb
        return bool(word.usual & VERBS)

    def _short_quote(self, j: int) -> bool:
        """Whether a quotation mark opens a word or four, then closes again."""
        return any(self.words[k].tags & QUOTE for k in range(j + 1, min(j + 6, len(self.words))))

    def _closes_quote(self, i: int, j: int) -> bool:
        return sum(bool(self.words[k].tags & QUOTE) for k in range(i, j)) % 2 == 1
