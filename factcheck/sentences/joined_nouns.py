"""Marks and "and" inside one noun group, and the plural that its number still asks for."""

from __future__ import annotations

from factcheck.sentences.groups import Group
from factcheck.sentences.tagset import *
from factcheck.sentences.verb_groups import VerbGroups

Step = tuple[int, bool]  # where a group stands behind a word, and whether it may go on


class JoinedNouns(VerbGroups):
    """Tells what joins the words of one noun group."""

    def _joined(self, group: Group, i: int, j: int) -> Step:
        """A mark or an "and" between words of one group: "12 European Economic Community (EEC) member states"."""
        word = self.words[j]
        tags, after, before = word.tags, self.tags[j + 1], self.words[j - 1].tags if j > i else 0
        if tags & OPEN and group.head == j - 1 and self._acronym(j):
            return j + 3, True
        if tags == 0 and word.text == "." and after & NAME:
            return j + 1, True  # "Gov. Deal"
        if tags == 0 and word.text == "/" and self._before_noun(j + 1):
            return j + 1, True  # "fighter/attack squadrons"
        describing = DESCRIBING | ING
        if tags & CONJUNCTION and group.head < 0 and word.lower in ("and", "or", "&") and before & describing:
            if after & describing and not after & NAME and self._modifies(j + 1):
                return j + 1, True
        if tags & CONJUNCTION and word.lower in ("and", "or") and group.head == j - 1 and self._pairs(group, j):
            group.head = -1  # "12 Russian and Belarusian advisers", "40 mining and farming jobs"
            return j + 1, True
        if tags & COMMA and group.head == j - 1 and before & NAME and (last := self._kinds_listed(group, j)):
            group.head = -1  # "30 French, German and Dutch tourists"
            return last, True
        lone = group.head < 0 and group.number < 0 and before & ADJECTIVE and not before & NOUNS
        goes_on = tags & COMMA and lone and after & ADJECTIVE and self._modifies(j + 1)
        return (j + 1, True) if goes_on else (j, False)

    def _acronym(self, j: int) -> bool:
        """Whether brackets hold one word in capitals with a noun of the same group behind."""
        words = self.words
        if j + 3 >= len(words) or not words[j + 2].tags & CLOSE or not words[j + 1].text.isupper():
            return False
        return bool(words[j + 3].tags & COMMON)

    def _pairs(self, group: Group, j: int) -> bool:
        """Whether "and" joins two words that describe one noun: a plural behind it that the number agrees with."""
        words = self.words
        first = words[group.head]
        if first.tags & PLURAL or j + 2 >= len(words):
            return False
        second = words[j + 1]
        if second.tags & ADVERB and words[j + 2].tags & DESCRIBING and self._modifies(j + 2):
            return group.number >= 0  # "13 angry and heavily armed men"
        if not second.tags & (NOUNS | ADJECTIVE | ING) or second.tags & (PLURAL | DETERMINER):
            return False
        if first.known & second.tags & ADJECTIVE and not second.tags & NOUNS and words[j + 2].tags & COMMON:
            return True  # "$5m of medium and long-term debt"
        k = j + 2
        while k < len(words) and words[k].tags & NOUN and not words[k].tags & (PLURAL | NAME):
            k += 1
        plural = k < len(words) and words[k].tags & PLURAL and not words[k].tags & (VERBS & FINITE & ~THIRD)
        return bool(plural) and (bool(first.tags & ADJECTIVE) or self._is_counted(group))

    def _is_counted(self, group: Group) -> bool:
        """Whether a number stands in a group, or before its "of": "dozens of mining and farming jobs"."""
        first = group.start
        of = first and self.words[first].lower == "of" and self.words[first - 1].tags & NUMBER
        return group.number >= 0 or bool(of)

    def _describes(self, j: int) -> bool:
        """Whether an adjective stands before its noun, alone or with another: "provisional and military ballots"."""
        words = self.words
        if self._modifies(j):
            return True
        paired = j + 2 < len(words) and words[j + 1].tags & CONJUNCTION and words[j + 2].tags & (DESCRIBING | ING)
        return bool(paired) and self._modifies(j + 2)

    def _owes_plural(self, group: Group, j: int) -> bool:
        """Whether a number still asks behind a singular noun for the plural that ``j`` stands before."""
        k = group.number if group.number >= 0 or not self._is_counted(group) else group.start - 1
        if not 0 <= k < group.head == j - 1 or not self._described(j) & PLURAL:
            return False
        number, head = self.words[k], self.words[group.head]
        return number.is_several(self.lexicon) and not head.known & (PLURAL | TIME)

    def _kinds_listed(self, group: Group, j: int) -> int:
        """Where the noun stands of which a list tells the kinds: "30 French, German and Dutch | tourists"; else 0."""
        first = j + 1
        while self.tags[j] & (COMMA | CONJUNCTION) and self._is_counted(group):
            closes, start = self.tags[j] & CONJUNCTION, j + 1
            j = start
            while self.tags[j] & NAME and not self.tags[j] & PLURAL:
                j += 1
            if closes or j == first:
                return j if j > start and self.tags[j] & (PLURAL | NAME | VERBS) == PLURAL else 0
        return 0

    def _may_follow(self, head: int, j: int) -> bool:
        """Whether a noun goes on a group that has one: compounds; behind a plural only a plain noun."""
        words = self.words
        person = words[j].tags & NOUN and words[j].lower in self.lexicon.words("speaker")
        if words[j].usual & (ADJECTIVE | ADVERB) and not (person or words[j].tags & NAME or self._modifies(j)):
            of = j + 1 < len(words) and words[j + 1].lower == "of"
            told = words[j].tags & (NOUN | ADVERB) == NOUN and self.tags[j + 1] & TENSED
            # "a record low of 3 %", "the Dow Jones average fell", not "the two factions closer"
            return bool(of or told) and not words[head].tags & PLURAL
        first, second = words[head].tags, words[j].tags
        if first & PLURAL and not first & SINGULAR and second & NAME and not second & COMMON:
            return self._compound_goes_on(j)  # "two plainclothes NYPD officers"
        return True
