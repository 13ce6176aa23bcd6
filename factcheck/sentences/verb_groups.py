"""Verb groups: auxiliaries, modal, negation, main verb and particle."""

from __future__ import annotations

import re

from factcheck.sentences.cutting import Cutter
from factcheck.sentences.groups import Group
from factcheck.sentences.tagset import *

_PAST_AUXILIARY = ("was", "were", "had", "did")
_MONEY_SIGN = re.compile(r"[^\w\s,.%-]")
_OBJECTS = DETERMINER | NUMBER | POSSESSIVE | OBJECT


class VerbGroups(Cutter):
    """Cuts verb groups."""

    def _is_verb(self, i: int) -> bool:
        """Whether a word that may be a verb or a noun is taken as a verb here."""
        word, tags = self.words[i], self.words[i].tags
        after = self.tags[i + 1]
        last = self.groups[-1] if self.groups else None
        follows_noun = last is not None and last.kind in ("noun", "time") and last.stop == i
        if tags & PASTS and not tags & COMMON:
            if after & COMMON and not after & (PREPOSITION | VERBS | TIME) and not follows_noun:
                return False
            return follows_noun or not tags & ADJECTIVE or word.usual & PASTS != 0
        if tags & ING:
            return self._is_doing(i, last, follows_noun=follows_noun)
        if tags & (BASE | THIRD) and follows_noun:
            return True
        if tags & NAME and not (last is None and word.usual & BASE and after & (_OBJECTS | PREPOSITION | ADVERB)):
            return False
        return word.usual & (BASE | THIRD) != 0 and (last is None or last.kind in ("opener", "and", "quote", "adverb"))

    def _is_doing(self, i: int, last: Group | None, *, follows_noun: bool) -> bool:
        """Whether a form in -ing is a verb behind the last group: "after sitting", not "the building"."""
        word, after = self.words[i], self.tags[i + 1]
        if last is None and not after & (AUXILIARY | THIRD | PAST | COMMA | NOUNS):
            return True  # "Throwing down the gauntlet, …"
        if last is not None and last.kind == "verb" and word.usual & ING:
            return True  # "enjoyed working"
        if last is not None and last.kind == "opener" and last.preposition:
            return True
        if follows_noun or (last is not None and last.kind in ("comma", "adverb") and word.usual & ING):
            return not after & COMMON or bool(word.usual & ING)
        return bool(after & (DETERMINER | NUMBER | POSSESSIVE | OBJECT))

    def _verb(self, i: int) -> int:
        """A verb group from its first auxiliary, adverb or "to" to its main verb and particle."""
        group, j = self._add("verb", i, i), i
        marker = 0  # the last auxiliary
        while j < len(self.words):
            tags = self.words[j].tags
            if tags & NEGATION and not tags & (DETERMINER | CONJUNCTION | NOUNS):
                group.negated = True
            elif self._is_passed(j):
                if not self._goes_on(j + 1, marker):
                    break
            elif tags == TO:
                group.form, marker = "infinitive", TO
            elif tags & AUXILIARY:
                self._auxiliary(group, j, first=not marker)
                marker = tags & AUXILIARY
                if not self._goes_on(j + 1, marker):
                    j += 1
                    break
            else:
                if tags & VERBS and not (marker & BE and self._is_state(j)):
                    self._main(group, j, marker)
                    j += 1
                break
            j += 1
        return self._ended(group, max(j, i + 1), marker)

    def _is_passed(self, j: int) -> bool:
        """Whether an adverb may stand inside a verb group: "has also left"."""
        tags = self.words[j].tags
        adverb = tags & ADVERB and not tags & (NOUNS | VERBS)
        return bool(adverb) and (not tags & (DETERMINER | ADJECTIVE) or self._before_verb(j + 1))

    def _is_state(self, j: int) -> bool:
        """Whether behind "be" a word is an adjective first: "is open"."""
        word = self.words[j]
        return bool(word.tags & ADJECTIVE) and not word.tags & PAST and not word.usual & (VERBAL | PAST | NOUN)

    def _auxiliary(self, group: Group, j: int, *, first: bool) -> None:
        """What an auxiliary tells of its group."""
        lower, tags = self.words[j].lower, self.words[j].tags
        if first and lower in ("being", "having"):
            group.form = "ing"
        group.negated = group.negated or lower.endswith(("n't", "n’t"))
        group.modal = lower if tags & MODAL else group.modal
        group.perfect = group.perfect or (bool(tags & HAVE) and lower != "having")
        group.tense = group.tense or (PAST if lower.removesuffix("n't") in _PAST_AUXILIARY else BASE)
        group.head = j

    def _ended(self, group: Group, j: int, marker: int) -> int:
        """Close a group, with a "not" behind its auxiliary and a particle; without a verb it is an adverb."""
        group.stop = j
        if group.head < 0:
            group.kind = "adverb"
            return j
        if marker and self.tags[j] & NEGATION and not self.tags[j] & (DETERMINER | NOUNS):
            group.negated, group.stop = True, j + 1  # "is not true"
        if not group.lemma:
            self._auxiliary_alone(group, marker)
        return self._particle(group)

    def _goes_on(self, j: int, marker: int) -> bool:
        """Whether the verb group goes on at ``j`` behind an auxiliary."""
        words = self.words
        while self.tags[j] & PASSED and not self.tags[j] & (NOUNS | VERBS):
            j += 1
        tags = self.tags[j]
        if tags & (BE | HAVE | DO):
            return (
                bool(marker & (MODAL | TO))
                or (marker & HAVE and words[j].lower in ("been", "had", "done"))
                or (marker & BE and words[j].lower in ("being", "having", "doing", "done", "had"))
                or (marker & DO and words[j].lower in ("have", "be", "do")) != 0
            )
        if marker & BE:
            return bool(tags & VERBAL) and not self._is_predicate(j)
        if marker & HAVE:
            return bool(tags & PARTICIPLE)
        return bool(tags & BASE)

    def _is_predicate(self, j: int) -> bool:
        """Whether what stands behind "be" is a noun group or an adjective rather than the participle of a verb."""
        word = self.words[j]
        tags = word.tags
        after = self.tags[j + 1]
        if after & COMMON and not after & (PREPOSITION | VERBS | TIME | DETERMINER):
            given = self.lexicon.entry(word.lower).lemma_as(PARTICIPLE) in self.lexicon.words("two objects")
            return bool(tags & PARTICIPLE) and not given
        return bool(tags & ADJECTIVE and word.usual & ADJECTIVE) and not after & PREPOSITION

    def _main(self, group: Group, j: int, marker: int) -> None:
        word = self.words[j]
        tags = word.tags
        group.head = j
        if marker & BE:
            form = PARTICIPLE if tags & PARTICIPLE else ING
            group.passive = form == PARTICIPLE
        elif marker & HAVE:
            form = PARTICIPLE
        elif marker & (MODAL | DO | TO):
            form = BASE
        elif tags & ING:
            form, group.form = ING, "ing"
        elif tags & PAST and tags & PARTICIPLE:
            form, group.form, group.tense = PAST | PARTICIPLE, "open", PAST
        elif tags & PARTICIPLE and not tags & FINITE:
            form, group.form, group.passive = PARTICIPLE, "participle", True
        elif tags & PAST:
            form, group.tense = PAST, PAST
        else:
            form, group.tense = tags & (BASE | THIRD | PAST), BASE
        group.lemma = self.lexicon.entry(word.lower).lemma_as(form)

    def _auxiliary_alone(self, group: Group, marker: int) -> None:
        word = self.words[group.head]
        if marker & BE:
            group.lemma = "be"
        elif marker & HAVE:
            group.lemma, group.perfect = "have", False
        elif marker & DO:
            group.lemma = "do"
            after = self.tags[group.stop]
            opens = group.prior is None or group.prior.kind in ("opener", "quote", "comma")
            if after & (SUBJECT | NOUNS | DETERMINER) and group.form == "finite" and opens:
                group.form = "auxiliary"  # "did 12 die?"
        else:
            group.lemma, group.form = word.lower, "auxiliary"

    def _particle(self, group: Group) -> int:
        """The particle of a verb right behind it: "shot down", "carried out"; a preposition where a noun follows."""
        j = group.stop
        if group.lemma not in ("be", "have") and self.tags[j] & (PARTICLE | ADVERB | PREPOSITION):
            lower, taken = self.words[j].lower, self.tags[j + 1] & (_OBJECTS | NOMINAL | TIME)
            amount = self.tags[j + 1] & NUMBER and _MONEY_SIGN.search(self.words[j + 1].text)
            taking = lower == "in" and amount and group.lemma in self.lexicon.words("taking in")
            if lower in self.lexicon.fixed or taking or (lower in self.lexicon.particles and not taken):
                group.particle, group.stop = lower, j + 1
        return group.stop
