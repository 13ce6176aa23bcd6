"""Groups of words: noun groups with their preposition, verb groups with their auxiliaries, and the links between."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from factcheck.sentences.lexicon import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BASE,
    BE,
    CLOSE,
    COMMA,
    COMMON,
    CONJUNCTION,
    DASH,
    DESCRIBING,
    DETERMINER,
    DO,
    FINITE,
    HAVE,
    ING,
    MODAL,
    NAME,
    NEGATION,
    NOMINAL,
    NOUN,
    NOUNS,
    NUMBER,
    OBJECT,
    OPEN,
    PARTICIPLE,
    PARTICLE,
    PASSED,
    PAST,
    PASTS,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    SINGULAR,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TENSED,
    THIRD,
    TIME,
    TO,
    VERBAL,
    VERBS,
    Lexicon,
)  # fmt: skip
from factcheck.sentences.words import Word

if TYPE_CHECKING:
    from factcheck.sentences.clauses import Clause

Kind = Literal[
    "noun", "verb", "opener", "and", "comma", "stop", "dash", "open", "close", "quote", "adjective", "adverb", "time"
]
Form = Literal["finite", "open", "infinitive", "ing", "participle", "auxiliary"]
Role = Literal[
    "", "subject", "object", "oblique", "predicate", "agent", "of", "member", "apposition", "time", "within", "vocative"
]


@dataclass(eq=False)
class Group:
    """Words that belong together: ``words[start:stop]``.

    Of a noun group ``head`` is its last noun (-1 for a bare number or adjective), ``number`` the plain number in it,
    ``preposition`` the word before it. Of a verb group ``head`` is the main verb; an ``open`` form may be past tense or
    participle. ``clause``, ``role`` and ``under`` (the group it hangs on) are set by the clauses.
    """

    kind: Kind
    start: int
    stop: int
    head: int = -1
    number: int = -1  # index of a word
    preposition: str = ""
    at: int = -1  # index of the preposition's word
    index: int = -1
    # what few groups have, so that making one costs little; of verb groups
    form: Form = field(default="finite", init=False)
    lemma: str = field(default="", init=False)
    passive: bool = field(default=False, init=False)
    negated: bool = field(default=False, init=False)
    modal: str = field(default="", init=False)
    perfect: bool = field(default=False, init=False)
    particle: str = field(default="", init=False)
    tense: int = field(default=0, init=False)
    # set by the clauses
    clause: Clause | None = field(default=None, init=False)
    role: Role = field(default="", init=False)
    under: Group | None = field(default=None, init=False)
    possessor: int = field(default=-1, init=False)  # index of the head word of "Russia's …"
    extra: tuple[int, ...] = field(default=(), init=False)


class Grouper:
    """Cuts the words of one sentence into groups, left to right."""

    def __init__(self, words: list[Word], lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon
        self.groups: list[Group] = []

    def run(self) -> list[Group]:
        i, count = 0, len(self.words)
        while i < count:
            i = self._next(i)
        return self.groups

    def _add(self, kind: Kind, start: int, stop: int) -> Group:
        group = Group(kind, start, stop, index=len(self.groups))
        self.groups.append(group)
        return group

    def _next(self, i: int) -> int:
        word = self.words[i]
        tags = word.tags
        mark = _MARK_KINDS.get(tags)
        if mark is not None:
            self._add(mark, i, i + 1)
            return i + 1
        if tags == 0:
            return i + 1
        if tags & CONJUNCTION and not tags & (PREPOSITION | DETERMINER):
            self._add("and", i, i + 1)
            return i + 1
        if tags & RELATIVE and not (
            tags & DETERMINER
            and self._starts_noun(i + 1)
            and word.lower not in ("that", "what")
            and not (word.lower in ("which", "whose") and i and self.words[i - 1].tags & (COMMA | NOUNS))
        ):
            self._add("opener", i, i + 1)
            return i + 1
        if tags & SUBORDINATOR and (not tags & PREPOSITION or self._opens_clause(i)):
            self._add("opener", i, i + 1)
            return i + 1
        if tags & PREPOSITION and not tags & TO:
            return self._preposition(i)
        if tags == TO or tags & AUXILIARY or (tags & VERBS and not tags & NOMINAL):
            return self._verb(i)
        if tags & PREPOSITION:  # "to" before a noun
            return self._preposition(i)
        if tags & PASSED and not tags & (NOUNS | ADJECTIVE | DETERMINER):
            return self._adverb(i)
        if tags & VERBS and self._is_verb(i):
            return self._verb(i)
        return self._noun(i, -1)

    # links

    def _opens_clause(self, i: int) -> bool:
        """Whether a word that is preposition and subordinator has a subject with a verb of its own behind it."""
        j = i + 1
        if j < len(self.words) and self.words[j].tags & SUBJECT:
            return True
        noun = False
        while j < len(self.words):
            tags = self.words[j].tags
            if tags & (
                COMMA | STOP | DASH | OPEN | CLOSE | RELATIVE | SUBORDINATOR | QUOTE | CONJUNCTION
            ) and not tags & (DETERMINER | PREPOSITION):
                return False
            if noun and tags & AUXILIARY and not tags & POSSESSIVE:
                return self.words[j].tags & ~(POSSESSIVE) != 0
            if noun and tags & TENSED and not tags & NOMINAL:
                return not tags & PARTICIPLE or self._is_active(j)
            if noun and tags & (DETERMINER | SUBJECT) and self.words[j - 1].tags & (NOUN | PLURAL | TIME):
                return False  # "after 17 days the van came"
            if tags & (NOUNS | NUMBER):
                noun = True
            elif tags & TO or (tags & ING and not tags & NOUNS):
                return False
            j += 1
            if j - i > 14:
                return False
        return False

    def _is_active(self, j: int) -> bool:
        """Whether a past that may be a participle takes an object, or nothing but it could be the clause's verb."""
        after = self.words[j + 1] if j + 1 < len(self.words) else None
        if after is None or (
            after.tags & (COMMA | STOP | TIME | SUBORDINATOR | ADVERB) and not after.tags & PREPOSITION
        ):
            return True
        if after.tags & PREPOSITION and after.lower != "by" and self.words[j].usual & PAST:
            return True
        return bool(after.tags & (DETERMINER | NUMBER | POSSESSIVE | OBJECT | NAME | PLURAL)) and not after.tags & (
            PREPOSITION | TIME
        )

    def _preposition(self, i: int) -> int:
        j = i + 1
        while (
            j < len(self.words)
            and self.words[j].tags & PREPOSITION
            and not self.words[j].tags & (NOUNS | ING | TO | ADJECTIVE)
            and self.words[j].lower not in ("that",)
        ):
            j += 1  # "from behind", "in between"
        lower = self.words[j - 1].lower if j - 1 > i else self.words[i].lower
        if j >= len(self.words):
            self._add("adverb", i, j)
            return j
        after = self.words[j]
        if (
            after.tags & VERBS
            and not after.tags & (NOUNS & ~NOUN)
            and after.tags & ING
            and (not after.tags & NOUN or self._is_gerund(j) or after.usual & ING)
            and not self._modifies_only(j)
        ):
            opener = self._add("opener", i, j)
            opener.preposition = self.words[i].lower
            return j
        if (
            after.tags & ADVERB
            and not after.tags & (NOUNS | ADJECTIVE | DETERMINER | NUMBER)
            and j + 1 < len(self.words)
            and self.words[j + 1].tags & ING
            and not self.words[j + 1].tags & NOUN
        ):
            opener = self._add("opener", i, j)
            opener.preposition = self.words[i].lower
            return j
        if after.tags & RELATIVE and after.lower != "that":
            opener = self._add("opener", i, j + 1)  # "in which", "of whom"
            opener.preposition = lower
            return j + 1
        if (
            self._starts_noun(j)
            or (lower == "of" and self._stands_alone(j))
            or (after.tags & ADVERB and j + 1 < len(self.words) and self._starts_noun(j + 1))
        ):
            stop = self._noun(j, i)
            self.groups[-1].preposition = lower
            self.groups[-1].at = i
            return stop
        self._add("adverb", i, j)
        return j

    def _stands_alone(self, j: int) -> bool:
        """Whether a participle stands for those it describes: "the number of wounded rose", not "of used cars"."""
        after = self.words[j + 1].tags if j + 1 < len(self.words) else STOP
        ends = after & (AUXILIARY | FINITE | COMMA | STOP | PREPOSITION | CONJUNCTION) and not after & NOMINAL
        return bool(self.words[j].tags & PARTICIPLE and ends)

    def _modifies_only(self, j: int) -> bool:
        """Whether an -ing form behind a preposition describes the noun behind it: "in recurring floods"."""
        after = self.words[j + 1] if j + 1 < len(self.words) else None
        return (
            after is not None
            and after.tags & (PLURAL | NOUN) != 0
            and not after.tags & (NAME | DETERMINER | TIME)
            and self.words[j].tags & ADJECTIVE != 0
        )

    def _is_gerund(self, j: int) -> bool:
        after = self.words[j + 1].tags if j + 1 < len(self.words) else 0
        return (
            bool(after & (DETERMINER | NUMBER | POSSESSIVE | OBJECT | NAME | PLURAL | TO)) and not after & POSSESSIVE
        ) or (after & SUBORDINATOR != 0 and not after & PREPOSITION)

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

    def _adverb(self, i: int) -> int:
        j = i + 1
        after = self.words[j].tags if j < len(self.words) else 0
        if after & DESCRIBING and not after & (VERBS & ~PARTICIPLE):
            k = j + 1
            if k < len(self.words) and self.words[k].tags & COMMON and not after & AUXILIARY:
                return self._noun(i, -1)  # "very large crowds"
        if (
            after & (AUXILIARY | VERBS)
            and not after & (NOUNS | ADJECTIVE | DETERMINER)
            and self.words[i].lower not in ("then", "there")
        ):
            return self._verb(i)
        self._add("adverb", i, j)
        return j

    # verbs

    def _is_verb(self, i: int) -> bool:
        """Whether a word that may be a verb or a noun is taken as a verb here."""
        word, tags = self.words[i], self.words[i].tags
        after = self.words[i + 1].tags if i + 1 < len(self.words) else 0
        last = self.groups[-1] if self.groups else None
        follows_noun = last is not None and last.kind in ("noun", "time") and last.stop == i
        if tags & PASTS and not tags & COMMON:
            if after & COMMON and not after & (PREPOSITION | VERBS | TIME) and not follows_noun:
                return False
            return True if follows_noun or not tags & ADJECTIVE else word.usual & PASTS != 0
        if tags & ING:
            if last is not None and last.kind == "verb" and last.stop == i and word.usual & ING and last.lemma != "be":
                return True  # "enjoyed working"
            if last is not None and last.kind == "opener" and last.preposition:
                return True  # "after sitting"
            if last is None and word.known & ING and not after & (AUXILIARY | THIRD | PAST | COMMA) | (after & NOUNS):
                return not after & COMMON or bool(after & (DETERMINER | NUMBER))  # "Throwing down the gauntlet, …"
            if follows_noun or (last is not None and last.kind in ("comma", "adverb") and word.usual & ING):
                return not (after & COMMON and not after & (PREPOSITION | DETERMINER) and not word.usual & ING)
            return bool(after & (DETERMINER | NUMBER | POSSESSIVE | OBJECT)) and not after & BE
        if tags & (BASE | THIRD) and follows_noun:
            return bool(word.usual & VERBS) or bool(
                after & (DETERMINER | NUMBER | OBJECT | POSSESSIVE) and not after & PREPOSITION
            )
        if tags & NAME and not (last is None and word.usual & BASE and after & (_OBJECTS | PREPOSITION | ADVERB)):
            return False
        return word.usual & (BASE | THIRD) != 0 and (last is None or last.kind in ("opener", "and", "quote", "adverb"))

    def _verb(self, i: int) -> int:
        """A verb group from its first auxiliary, adverb or "to" to its main verb and particle."""
        words = self.words
        group = self._add("verb", i, i)
        j = i
        marker = 0  # the last auxiliary
        while j < len(words):
            word = words[j]
            tags = word.tags
            if tags & NEGATION and not tags & (DETERMINER | CONJUNCTION | NOUNS):
                group.negated = True
                j += 1
                continue
            if (
                tags & ADVERB
                and not tags & (NOUNS | VERBS)
                and (not tags & (DETERMINER | ADJECTIVE) or self._before_verb(j + 1))
                and (marker or group.form == "infinitive" or j == i)
            ):
                if word.lower == "never":
                    group.negated = True
                if not self._goes_on(j + 1, marker):
                    break
                j += 1
                continue
            if tags == TO and j == i:
                group.form, marker = "infinitive", TO
                j += 1
                continue
            if tags & AUXILIARY and not tags & (POSSESSIVE & ~BE):
                if group.head >= 0 and not marker:
                    break
                if not marker and word.lower in ("being", "having"):
                    group.form = "ing"
                if word.lower.endswith(("n't", "n’t")) or word.lower == "cannot":
                    group.negated = True
                if tags & MODAL:
                    group.modal = word.lower
                if tags & HAVE and word.lower != "having":
                    group.perfect = True
                if not group.tense:
                    group.tense = PAST if word.lower.removesuffix("n't") in _PAST_AUXILIARY else BASE
                marker, group.head = tags & AUXILIARY, j
                j += 1
                if not self._goes_on(j, marker):
                    break
                continue
            if tags & VERBS:
                if marker & BE and tags & ADJECTIVE and not tags & PAST and not word.usual & (VERBAL | PAST | NOUN):
                    break
                self._main(group, j, marker)
                j += 1
            break
        if group.head < 0:
            group.kind = "adverb"
            group.stop = max(j, i + 1)
            return group.stop
        if marker and j < len(words) and words[j].tags & NEGATION and not words[j].tags & (DETERMINER | NOUNS):
            group.negated = True  # "is not true"
            j += 1
        group.stop = j
        if not group.lemma:
            self._auxiliary_alone(group, marker)
        if group.form == "finite" and not group.tense:
            group.tense = BASE
        return self._particle(group)

    def _goes_on(self, j: int, marker: int) -> bool:
        """Whether the verb group goes on at ``j`` behind an auxiliary."""
        words = self.words
        steps = 0
        while j < len(words) and words[j].tags & PASSED and not words[j].tags & (NOUNS | VERBS) and steps < 4:
            if (
                words[j].tags & (DETERMINER | ADJECTIVE)
                and not words[j].tags & NEGATION
                and not self._before_verb(j + 1)
            ):
                return False
            j += 1
            steps += 1
        if j >= len(words):
            return False
        tags = words[j].tags
        if tags & (BE | HAVE | DO) and not tags & POSSESSIVE:
            return (
                bool(marker & (MODAL | TO))
                or (marker & HAVE and words[j].lower in ("been", "had", "done"))
                or (marker & BE and words[j].lower in ("being", "having", "doing", "done", "had"))
                or (marker & DO and words[j].lower in ("have", "be", "do")) != 0
            )
        if not tags & VERBS:
            return False
        if marker & BE:
            return bool(tags & VERBAL) and not self._is_predicate(j)
        if marker & HAVE:
            return bool(tags & PARTICIPLE) and not (tags & ADJECTIVE and self._before_noun(j + 1))
        return bool(tags & BASE)

    def _before_verb(self, j: int) -> bool:
        return (
            j < len(self.words) and bool(self.words[j].tags & (VERBS | AUXILIARY)) and not self.words[j].tags & NOMINAL
        )

    def _is_predicate(self, j: int) -> bool:
        """Whether what stands behind "be" is a noun group or an adjective rather than the participle of a verb."""
        word = self.words[j]
        tags = word.tags
        after = self.words[j + 1].tags if j + 1 < len(self.words) else 0
        if tags & COMMON and not tags & (ING | PARTICIPLE):
            return True
        if tags & VERBAL and after & COMMON and not after & (PREPOSITION | VERBS | TIME | DETERMINER):
            return bool(tags & PARTICIPLE) and not tags & ING
        return bool(tags & ADJECTIVE and word.usual & ADJECTIVE) and not after & PREPOSITION

    def _main(self, group: Group, j: int, marker: int) -> None:
        word = self.words[j]
        tags = word.tags
        group.head = j
        if marker & BE:
            form = PARTICIPLE if tags & PARTICIPLE and not word.lower.endswith("ing") else ING
            group.passive = form == PARTICIPLE
        elif marker & HAVE:
            form = PARTICIPLE
        elif marker & (MODAL | DO | TO):
            form = BASE
        elif tags & ING and (word.usual & ING or not tags & FINITE):
            form, group.form = ING, "ing"
        elif tags & PAST and tags & PARTICIPLE:
            form, group.form, group.tense = PAST | PARTICIPLE, "open", PAST
        elif tags & PARTICIPLE and not tags & FINITE:
            form, group.form, group.passive = PARTICIPLE, "participle", True
        elif tags & PAST:
            form, group.tense = PAST, PAST
        else:
            form, group.tense = tags & (BASE | THIRD | PAST), BASE
        if not marker & (BE | HAVE):
            group.perfect = False
        group.lemma = self.lexicon.entry(word.lower).lemma_as(form)

    def _auxiliary_alone(self, group: Group, marker: int) -> None:
        word = self.words[group.head]
        if marker & BE:
            group.lemma = "be"
        elif marker & HAVE:
            group.lemma, group.perfect = "have", False
        elif marker & DO:
            group.lemma = "do"
            after = self.words[group.stop].tags if group.stop < len(self.words) else 0
            if after & (SUBJECT | NOUNS | DETERMINER) and group.form == "finite":
                group.form = (
                    "auxiliary"
                    if not self.groups[:-1] or self.groups[-2].kind in ("opener", "quote", "comma")
                    else "finite"
                )
        else:
            group.lemma, group.form = word.lower, "auxiliary"

    def _particle(self, group: Group) -> int:
        """The particle of a verb right behind it: "shot down", "carried out"; a preposition where a noun follows."""
        j = group.stop
        if j < len(self.words) and group.lemma not in ("be", "have"):
            word = self.words[j]
            if word.lower in self.lexicon.particles and word.tags & (PARTICLE | ADVERB | PREPOSITION):
                after = self.words[j + 1].tags if j + 1 < len(self.words) else 0
                if word.lower in self.lexicon.fixed or not after & (
                    NOUNS | DETERMINER | NUMBER | POSSESSIVE | ADJECTIVE | TIME | OBJECT
                ):
                    group.particle = word.lower
                    group.stop = j + 1
        return group.stop

    # nouns

    def _noun(self, i: int, preposition: int) -> int:
        """A noun group from its determiner to its last noun; a number after a noun starts another one."""
        words = self.words
        group = self._add("noun", i if preposition < 0 else preposition, i)
        j = i
        pronoun = False
        while j < len(words):
            word = words[j]
            tags = word.tags
            if tags & QUOTE:
                # a quoted word inside a noun group: "the so-called "green" belt"
                if (j > i and group.head < 0) or (
                    j == i and self._starts_noun(j + 1) and not words[j + 1].tags & QUOTE
                ):
                    if self._short_quote(j):
                        j += 1
                        continue
                elif group.head >= 0 and self._closes_quote(i, j):
                    j += 1
                    if j < len(words) and words[j].tags & COMMON and not words[j].tags & VERBS:
                        continue
                break
            if tags & (SUBJECT | OBJECT) and not tags & POSSESSIVE and not tags & (NOUNS | DETERMINER):
                if group.head >= 0 or group.number >= 0 or j > i:
                    break
                group.head, pronoun = j, True
                j += 1
                break
            if tags & NUMBER:
                if word.joined:
                    if group.head >= 0 and not words[group.head].tags & (NAME | NOUN):
                        break
                    if group.head >= 0 and not self._compound_goes_on(j):
                        break
                    group.extra = (*group.extra, j)
                    j += 1
                    continue
                if group.head == j - 1 and j - 1 > i and words[j - 1].tags & ADJECTIVE and group.number < 0:
                    group.head = -1  # "the past five years"
                if group.head >= 0 or group.number >= 0:
                    break
                group.number = j
                j += 1
                continue
            if tags & TIME:
                if group.head >= 0 and self._is_moment(word) and not self._compound_goes_on(j):
                    break
                if tags & COMMON or group.head < 0:
                    group.head = j
                j += 1
                if group.number >= 0 and group.number == j - 2:
                    # "12 years", "40 minutes": the measure's noun ends the group unless a noun follows closely
                    if not (
                        j < len(words) and words[j].tags & COMMON and not words[j].tags & (VERBS | TIME | PREPOSITION)
                    ):
                        break
                continue
            if (
                word.lower in ("most", "more", "less", "least")
                and j > i
                and j + 1 < len(words)
                and words[j + 1].tags & ADJECTIVE
                and not words[j + 1].tags & NOUN
                and group.head < 0
            ):
                j += 1
                continue
            if tags & (DETERMINER | POSSESSIVE):
                if tags & POSSESSIVE and word.text in ("'s", "’s", "'", "’"):
                    if group.head < 0:
                        break
                    group.possessor, group.head = group.head, -1
                    j += 1
                    continue
                if group.number == j - 1 and words[j - 1].lower in ("half", "double", "twice", "both"):
                    j += 1  # "half the voters"
                    continue
                if (j > i and not (words[j - 1].tags & (DETERMINER | QUOTE) or words[j - 1].tags & ADVERB)) or (
                    group.number >= 0
                    and word.lower not in ("other", "more", "such", "certain", "various", "few", "fewer", "less")
                ):
                    if not (
                        group.head < 0
                        and word.lower
                        in ("other", "few", "fewer", "less", "such", "more", "many", "several", "certain", "various")
                    ):
                        break
                j += 1
                continue
            if tags & ADVERB and not tags & (NOUNS | ADJECTIVE | VERBS):
                after = words[j + 1].tags if j + 1 < len(words) else 0
                if (
                    group.head < 0
                    and after & (ADJECTIVE | PARTICIPLE | NUMBER | DETERMINER | ING)
                    and not after & PREPOSITION
                ):
                    j += 1
                    continue
                break
            if tags & VERBS and not tags & NOMINAL:
                if not (tags & VERBAL and group.head < 0 and self._modifies(j)):
                    break
                j += 1
                continue
            if tags & VERBS and j > i and self._ends_before(group, j):
                break
            if tags & OPEN and group.head == j - 1 and self._acronym(j):
                j += 3  # "12 European Economic Community (EEC) member states"
                continue
            if tags == 0 and word.text == "." and j > i and j + 1 < len(words) and words[j + 1].tags & NAME:
                j += 1  # "Gov. Deal"
                continue
            if tags == 0 and word.text == "/" and j > i and self._before_noun(j + 1):
                j += 1  # "fighter/attack squadrons"
                continue
            if tags & NOUNS:
                if group.head < 0 and tags & ADJECTIVE and word.usual & ADJECTIVE and self._describes(j):
                    j += 1  # "the two main competing lists"
                    continue
                if group.head >= 0 and not self._may_follow(group.head, j):
                    break
                if group.head == j - 1 and words[j - 1].tags & TIME and self._is_moment(words[j - 1]) and tags & NAME:
                    break  # "on Wednesday Prime Minister Hale said"
                group.head = j
                j += 1
                continue
            if tags & ADJECTIVE:
                told = group.number >= 0 and j > group.number + 1 and bool(words[j - 1].tags & ADJECTIVE)
                if (group.head >= 0 or told) and not self._modifies(j):
                    break  # "called reports of 12 dead | untrue"
                j += 1
                continue
            if (
                tags & CONJUNCTION
                and group.head < 0
                and j > i
                and word.lower in ("and", "or", "&")
                and words[j - 1].tags & ADJECTIVE
                and j + 1 < len(words)
                and words[j + 1].tags & (ADJECTIVE | PARTICIPLE | ING)
                and not words[j + 1].tags & NAME
                and self._modifies(j + 1)
            ):
                j += 1
                continue
            if tags & CONJUNCTION and word.lower in ("and", "or") and group.head == j - 1 and self._pairs(group, j):
                group.head = -1  # "12 Russian and Belarusian advisers", "40 mining and farming jobs"
                j += 1
                continue
            if tags & CONJUNCTION and word.text == "&":
                j += 1
                continue
            if (
                tags & COMMA
                and group.head < 0
                and group.number < 0
                and j > i
                and words[j - 1].tags & ADJECTIVE
                and not words[j - 1].tags & NOUNS
                and j + 1 < len(words)
                and words[j + 1].tags & ADJECTIVE
                and self._modifies(j + 1)
            ):
                j += 1
                continue
            break
        if j == i:
            j = i + 1  # nothing fits: one word alone, so that reading goes on
        group.stop = j
        self._close(group, i, pronoun)
        return j

    def _close(self, group: Group, i: int, pronoun: bool) -> None:
        words = self.words
        if group.head < 0 and group.number < 0 and not group.extra:
            last = words[group.stop - 1]
            if last.tags & (DETERMINER | NUMBER | POSSESSIVE) and last.lower in self.lexicon.alone:
                group.head = group.stop - 1
            elif last.tags & DESCRIBING and any(words[k].tags & DETERMINER for k in range(i, group.stop - 1)):
                group.head = group.stop - 1  # "the wounded"
            elif last.tags & DESCRIBING and group.preposition == "" and group.start < i:
                group.head = group.stop - 1  # "the number of wounded"
            elif group.preposition == "" and group.start == i:
                group.kind = "adjective" if last.tags & (ADJECTIVE | PARTICIPLE | ING) else "adverb"
        if (
            group.head >= 0
            and words[group.head].tags & TIME
            and group.at < 0
            and group.start == i
            and self._is_when(group)
        ):
            group.kind = "time"

    def _is_when(self, group: Group) -> bool:
        """Whether a noun of time without a preposition tells when: "Monday", "last week", not "12 days"."""
        words = self.words
        if group.number >= 0 or group.extra:
            after = words[group.stop] if group.stop < len(words) else None
            return after is not None and after.lower in ("ago", "earlier", "later", "before")
        head = words[group.head]
        if head.known == TIME or (head.text[0].isupper() and not head.tags & NAME):
            return True
        return any(words[k].lower in self.lexicon.dated for k in range(group.start, group.head)) or head.lower in (
            "today",
            "yesterday",
            "tomorrow",
            "tonight",
        )

    def _acronym(self, j: int) -> bool:
        """Whether brackets hold one word in capitals with a noun of the same group behind."""
        words = self.words
        if j + 3 >= len(words) or not words[j + 2].tags & CLOSE or not words[j + 1].text.isupper():
            return False
        return bool(words[j + 3].tags & COMMON) and not words[j + 3].tags & (VERBS | PREPOSITION)

    def _pairs(self, group: Group, j: int) -> bool:
        """Whether "and" joins two words that describe one noun: a plural behind it that the number agrees with."""
        words = self.words
        first = words[group.head]
        if first.tags & PLURAL or j + 2 >= len(words):
            return False
        second = words[j + 1]
        if first.tags & NAME and not (first.tags & ADJECTIVE or first.known & ADJECTIVE):
            return False
        if not second.tags & (NOUNS | ADJECTIVE | ING) or second.tags & (PLURAL | DETERMINER):
            return False
        k = j + 2
        while k < len(words) and words[k].tags & NOUN and not words[k].tags & (PLURAL | NAME) and k < j + 4:
            k += 1
        plural = k < len(words) and words[k].tags & PLURAL and not words[k].tags & (VERBS & FINITE & ~THIRD)
        return bool(plural) and (group.number >= 0 or bool(first.tags & ADJECTIVE))

    def _describes(self, j: int) -> bool:
        """Whether an adjective stands before its noun, alone or with another: "provisional and military ballots"."""
        words = self.words
        if self._modifies(j):
            return True
        paired = j + 2 < len(words) and words[j + 1].tags & CONJUNCTION and words[j + 2].tags & DESCRIBING
        return bool(paired) and self._modifies(j + 2)

    def _is_moment(self, word: Word) -> bool:
        """Whether a noun of time tells when by itself: a date, "Monday", "yesterday"."""
        return word.known == TIME or word.text[0].isupper() or word.lower in self.lexicon.deictic

    def _modifies(self, j: int) -> bool:
        """Whether an adjective, participle or -ing form stands before the noun it describes."""
        words = self.words
        k = j + 1
        while (
            k < len(words)
            and words[k].tags & (ADJECTIVE | PARTICIPLE | ING)
            and not words[k].tags & (NOUNS | DETERMINER | PREPOSITION)
            and k < j + 3
        ):
            k += 1
        if k >= len(words):
            return False
        tags = words[k].tags
        return (
            bool(tags & NOUNS)
            and not (tags & VERBS and not tags & NOUN and words[k].usual & VERBS)
            and not tags & (PREPOSITION | TIME)
        )

    def _ends_before(self, group: Group, j: int) -> bool:
        """Whether a noun group ends before a word that may be its verb."""
        word, tags = self.words[j], self.words[j].tags
        if group.head < 0:
            if group.number == j - 1 and tags & PASTS and not tags & NOUN:
                return not self._modifies(j)
            if tags & (PARTICIPLE | ING | PAST) and not tags & (NOUNS) and not self._modifies(j):
                return word.usual & ADJECTIVE == 0
            return False
        if tags & PASTS and not tags & COMMON:
            return not (tags & ADJECTIVE and word.usual & ADJECTIVE and self._modifies(j))
        if tags & COMMON and self._verb_follows(j):
            return False  # "a human rights monitor said"
        after = self.words[j + 1].tags if j + 1 < len(self.words) else 0
        if tags & (ING):
            people = bool(self.words[group.head].tags & PLURAL) and j == group.head + 1
            if people and group.number >= 0 and (not after or after & (COMMA | STOP)):
                return True  # "keeps 12 engines running."
            return not tags & COMMON or bool(
                (word.usual & ING or people)
                and after & (DETERMINER | NUMBER | POSSESSIVE | PREPOSITION | PLURAL | NAME | OBJECT)
                and not after & BE
            )
        if (
            tags & BASE
            and not tags & THIRD
            and self.words[group.head].tags & NOUN
            and not self.words[group.head].tags & (PLURAL | NAME)
        ):
            return False  # a singular subject has no plain verb
        return bool(word.usual & VERBS and not tags & NAME) or bool(
            after & (DETERMINER | NUMBER | OBJECT)
            and not after & (PREPOSITION | RELATIVE | CONJUNCTION)
            and tags & (THIRD | BASE)
            and not tags & NAME
        )

    def _verb_follows(self, j: int) -> bool:
        """Whether a word that can only be a finite verb stands right behind."""
        after = self.words[j + 1] if j + 1 < len(self.words) else None
        if after is None or not after.tags & (AUXILIARY | PAST | THIRD):
            return False
        return not after.tags & (NOUNS | ADJECTIVE | POSSESSIVE) and bool(after.usual & (AUXILIARY | PAST | THIRD))

    def _may_follow(self, head: int, j: int) -> bool:
        """Whether a noun goes on a group that has one: compounds; behind a plural only a plain noun."""
        words = self.words
        if words[j].usual & (ADJECTIVE | ADVERB) and not words[j].tags & NAME and not self._modifies(j):
            return False  # "brought the two factions closer"
        if head != j - 1:
            return True
        first, second = words[head].tags, words[j].tags
        if first & PLURAL and not first & SINGULAR and second & NAME and not second & COMMON:
            return self._compound_goes_on(j)  # "two plainclothes NYPD officers"
        return True

    def _compound_goes_on(self, j: int) -> bool:
        after = self.words[j + 1] if j + 1 < len(self.words) else None
        return after is not None and bool(after.tags & COMMON) and not after.tags & (PREPOSITION | VERBS)

    def _short_quote(self, j: int) -> bool:
        """Whether a quotation mark opens a word or three, then closes again."""
        return any(self.words[k].tags & QUOTE for k in range(j + 1, min(j + 5, len(self.words))))

    def _closes_quote(self, i: int, j: int) -> bool:
        return sum(bool(self.words[k].tags & QUOTE) for k in range(i, j)) % 2 == 1


_PAST_AUXILIARY = ("was", "were", "had", "did")
_OBJECTS = DETERMINER | NUMBER | POSSESSIVE | OBJECT
_MARK_KINDS: dict[int, Kind] = {
    COMMA: "comma", STOP: "stop", DASH: "dash", OPEN: "open", CLOSE: "close", QUOTE: "quote",
}  # fmt: skip
