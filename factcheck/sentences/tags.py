"""Which of a word's tags its neighbours leave open: one pass, left to right."""

from __future__ import annotations

import re

from factcheck.sentences.closed_words import closed_words, word_left
from factcheck.sentences.lexicon import Lexicon
from factcheck.sentences.tagset import *
from factcheck.sentences.words import SHARES, Word

_PASSED_OVER = ADJECTIVE | PARTICIPLE | ADVERB | CONJUNCTION  # between "the" and "wounded"
_STARTS_NOUN = DETERMINER | POSSESSIVE | NUMBER | OBJECT | NAME


def settle(words: list[Word], lexicon: Lexicon) -> None:
    """Narrow ``word.tags`` of every word in place by what stands before and, a little, behind it."""
    known = closed_words(lexicon)
    for i, word in enumerate(words):
        closed = known.get(word.lower)
        if word.tags & (ADVERB | SUBORDINATOR) and _stands_apart(words, i):
            word.tags = ADVERB
        elif word.lower in lexicon.unchanging and _names_people(words, i, lexicon):
            word.tags = PLURAL | word.tags & ADJECTIVE
            if _is_verb_behind(words, i):
                words[i + 1].tags &= TENSED
        elif closed is not None:
            closed(words, i, lexicon)
        elif word.tags == ING and _is_doing(words, i):
            word.tags = NOUN
        elif word.tags & (word.tags - 1):
            before = words[i - 1] if i else None
            if before is not None and before.tags & QUOTE and i > 1 and _closes(words, i - 1):
                before = words[i - 2]  # "the “managers” left"
            after = words[i + 1] if i + 1 < len(words) else None
            _settle_open(word, before, after, words, lexicon)


def _closes(words: list[Word], i: int) -> bool:
    """Whether a quotation mark closes what it quotes inside a sentence: not speech, which a comma ends."""
    opened = sum(bool(word.tags & QUOTE) for word in words[:i])
    return opened % 2 == 1 and not words[i - 1].tags & (COMMA | STOP | QUOTE)


def _stands_apart(words: list[Word], i: int) -> bool:
    """Whether an adverb stands between marks: "Similarly, 12 men", "three of them, though, said", "Even so, they"."""
    if i + 1 >= len(words) or not words[i + 1].tags & COMMA:
        return False
    before = words[i - 1] if i else None
    opens = before is None or before.tags & (COMMA | QUOTE) or before.lower == "even"
    return bool(opens) and not words[i].tags & (PREPOSITION | MODAL | DETERMINER | TIME)


def _names_people(words: list[Word], i: int, lexicon: Lexicon) -> bool:
    """Whether a word for a state names those in it: "the wounded were flown out", "the number of missing fell"."""
    k = i - 1
    while k > 0 and i - k < 4 and (words[k].tags & _PASSED_OVER or words[k].lower in lexicon.unchanging):
        k -= 1
    before = words[max(k, 0)]
    opens = before.tags & (DETERMINER | POSSESSIVE) and before.lower not in ("this", "that", "a", "an")
    return bool(opens or before.lower == "of") and not before.tags & (BE | RELATIVE) and _ends_group(words, i)


def _ends_group(words: list[Word], i: int) -> bool:
    """Whether no noun follows a word that describes, or only one that is a verb here: "missing fell to 45"."""
    after, then = (*(word.tags for word in words[i + 1 : i + 3]), 0, 0)[:2]
    if after & (COMMA | CONJUNCTION) and then & DESCRIBING:
        return _ends_group(words, i + 2)
    return not after & (NOMINAL | NUMBER) or _is_verb_behind(words, i)


def _is_verb_behind(words: list[Word], i: int) -> bool:
    """Whether the next word can be a verb and most often is, or has an amount behind it: "displaced tops 1,200"."""
    after = words[i + 1] if i + 1 < len(words) else None
    amount = i + 2 < len(words) and words[i + 2].tags & NUMBER
    return after is not None and bool(after.tags & TENSED and (amount or not after.usual & NOMINAL))


def _settle_open(word: Word, before: Word | None, after: Word | None, words: list[Word], lexicon: Lexicon) -> None:
    tags = word.tags
    if not tags & VERBS:
        if tags & ADVERB and tags & ADJECTIVE:
            word.tags = _adverb_or_adjective(word, before, after, word_left(words, word.index))
        elif tags & PREPOSITION and tags & SUBORDINATOR:
            pass  # the clause tells
        return
    led = not before or before.tags & (COMMA | QUOTE)
    if led and tags & PARTICIPLE and after is not None and after.lower == "by":
        word.tags = PARTICIPLE  # "Accused by 12 women, he left"
        return
    left = word_left(words, word.index)
    ltags = left.tags if left is not None else 0
    choice = tags
    if (
        before is not None
        and before.tags & VERBS
        and tags & BASE
        and lexicon.entry(before.lower).lemma_as(VERBS) in lexicon.bare
        and not word.usual & ADJECTIVE
        and not (word.usual & NOUNS and after is not None and after.tags & BASE)  # "let people take it"
    ):
        choice = BASE  # "help lift 900 people"
    elif before is not None and before.tags == TO and tags & BASE:
        choice = BASE
    elif left is not None and ltags & TO and left.tags == TO and tags & BASE:
        choice = BASE  # "to fully cover"
    elif (ltags & MODAL and tags & BASE and not ltags & NOUNS) or (
        ltags & DO
        and not ltags & NOUNS
        and tags & BASE
        and (before is None or before.tags & (NEGATION | ADVERB) or (before is left and left.lower != "done"))
    ):
        choice = BASE
    elif ltags & BE and not ltags & POSSESSIVE:
        keep = tags & ~FINITE
        choice = keep or tags
    elif (
        ltags & HAVE
        and tags & PARTICIPLE
        and not (word.usual & ADJECTIVE and after is not None and after.tags & COMMON and not after.tags & VERBS)
    ):
        choice = PARTICIPLE
    elif ltags & HAVE:
        choice = tags & ~FINITE or tags
    elif left is not None and tags & FINITE and _is_relative(words, left):
        choice = tags & FINITE
    elif before is not None and before.tags & (DETERMINER | POSSESSIVE) and not before.tags & BE:
        choice = _after_determiner(word, before, after, words, lexicon)
    elif _inside_noun(words, word.index):
        choice = tags & (NOUNS | ADJECTIVE | ING | PARTICIPLE) or tags
    elif before is not None and before.tags & PREPOSITION and not before.tags & SUBORDINATOR:
        choice = tags & ~FINITE or tags
        starts = _STARTS_NOUN & ~NAME | (NOUNS if before.lower in ("by", "before", "after", "without") else 0)
        if choice & ING and choice & NOUN and after is not None and after.tags & starts:
            choice = ING  # "for killing 12"
    elif before is not None and before.tags & SUBJECT and _is_subject(words, before):
        choice = tags & FINITE or tags
    elif before is not None and before.usual & ADJECTIVE and not before.tags & (VERBS | ADVERB) and tags & NOUNS:
        choice = tags & (NOUNS | ADJECTIVE | PAST | PARTICIPLE | ING)
    else:
        choice = _noun_or_verb(word, before, after, words, lexicon)
    word.tags = choice


def _is_subject(words: list[Word], pronoun: Word) -> bool:
    """Whether a pronoun before a verb is its subject: "it" and "you" are not where a verb or a preposition has them."""
    if not pronoun.tags & OBJECT:
        return True
    before = words[pronoun.index - 1].tags if pronoun.index else 0
    return not before & (VERBS | PREPOSITION | BE) or bool(before & SUBORDINATOR)


def _is_relative(words: list[Word], opener: Word) -> bool:
    """Whether "who" or "which" waits for its verb: "the watch, which often starts at $349", not "which police say"."""
    before = words[opener.index - 1].tags if opener.index else 0
    return opener.lower == "who" or (opener.lower == "which" and bool(before & (NOUNS | COMMA)))


def _inside_noun(words: list[Word], i: int) -> bool:
    """Whether a noun group that a determiner or a preposition opened still has no noun before ``i``."""
    j = i - 1
    while (
        j >= 0
        and (words[j].tags & DESCRIBING or words[j].usual & ADJECTIVE)
        and not words[j].tags & (NOUNS | BASE | PREPOSITION | BE | HAVE)
        and i - j < 4
    ):
        j -= 1
    if j == i - 1 or j < 0:
        return False
    return bool(words[j].tags & (DETERMINER | POSSESSIVE | NUMBER)) and not words[j].tags & (BE | SUBJECT | RELATIVE)


def _inside(words: list[Word], i: int) -> bool:
    """Whether only words that describe stand between a determiner and ``i``: "the deadly mass | shooting that …"."""
    j = i - 1
    while j > 0 and i - j < 4 and words[j].tags & (NOUN | ADJECTIVE) and not words[j].tags & (PLURAL | NAME):
        j -= 1
    return j < i - 1 and bool(words[j].tags & (DETERMINER | POSSESSIVE)) and not words[j].tags & SUBJECT


def _after_determiner(word: Word, before: Word, after: Word | None, words: list[Word], lexicon: Lexicon) -> int:
    tags = word.tags
    nominal = tags & (NOUNS | ADJECTIVE | ING | PARTICIPLE)
    if before.lower in ("this", "that") and tags & THIRD and not tags & NOUN:
        return THIRD  # "that leaves them three votes": a plural has "these"
    counted = before.index > 0 and words[before.index - 1].tags & (NUMBER | DETERMINER)
    if before.lower in lexicon.alone and tags & (THIRD | PAST | BASE) and not counted:
        if tags & NOUNS and not tags & PAST:
            # "this offer", "all want": a plain noun follows unless an object does
            verb = after is not None and after.tags & (DETERMINER | POSSESSIVE | OBJECT | SUBJECT)
            verb = verb or (after is not None and (after.lower == "that" or (after.tags & TO and word.usual & VERBS)))
            several = before.lower in ("more", "most", "many", "few", "several", "all", "both", "some")
            if before.lower in ("some", "no", "such") or (several and not tags & BASE):
                verb = False  # "more plans to sell it"
            return tags & VERBS if verb else nominal or tags
        if tags & PAST and after is not None and not after.tags & NOUNS:
            return tags
        return nominal or tags
    return nominal or tags


def _noun_or_verb(word: Word, before: Word | None, after: Word | None, words: list[Word], lexicon: Lexicon) -> int:
    """A word that can be noun and verb where nothing before it decides: by its usual tag and what follows."""
    tags = word.tags
    if not tags & NOUNS and not tags & ADJECTIVE:
        return tags
    if before is not None and before.tags & NUMBER:
        return _after_number(word, before, after, words)
    if tags & THIRD and tags & PLURAL and _several_owed(words, word.index):
        return PLURAL
    follows = after.tags if after is not None else 0
    if tags & ING:
        plural = before is not None and before.tags & PLURAL
        if plural and (
            word.usual & ING or ((follows & TIME or not follows & NOUNS) and _are_several(words, word.index))
        ):
            return ING  # "the 14 men taking part", "all five states voting"
        if before is not None and after is not None and after.lower == "that" and _inside(words, word.index):
            return tags if lexicon.entry(word.lower).lemma_as(ING) in lexicon.content else tags & NOUNS or tags
        if tags & (NOUN | ADJECTIVE) and follows & (DETERMINER | POSSESSIVE | NUMBER | OBJECT | TO | SUBJECT):
            return ING if plural or not follows & TO or word.usual & ING else tags  # "limited early voting to May"
        return tags
    if tags & PASTS and not tags & (NOUN | PLURAL | BASE):
        if (
            follows & COMMON
            and not follows & (VERBS | PREPOSITION)
            and not (before is not None and before.tags & NOUNS and word.usual & PASTS)
        ):
            return tags & DESCRIBING
        return tags & ~ADJECTIVE if tags & ADJECTIVE and before is not None and before.tags & NOUNS else tags
    clues = 0
    if follows & (DETERMINER | POSSESSIVE | NUMBER | OBJECT) and not follows & (RELATIVE | CONJUNCTION):
        clues += 2
    if (
        follows & (SUBJECT | SUBORDINATOR)
        and not follows & PREPOSITION
        and after is not None
        and after.lower in ("that", "he", "she", "they", "it", "we")
    ):
        clues += 1
    if follows & (BE | HAVE | MODAL | DO) and not follows & POSSESSIVE:
        clues -= 3
    if follows & PREPOSITION and after is not None and after.lower == "of":
        clues -= 2
    if (
        after is not None
        and after.lower in lexicon.fixed
        and follows & PARTICLE
        and not _is_amount(words, after.index + 1)
    ):
        clues += 3  # "shot down", "hands out"
    if follows & DESCRIBING and lexicon.entry(word.lower).lemma_as(VERBS) in lexicon.copulas:
        clues += 2  # "remains hospitalised"
    if follows & NAME:
        clues += 1 if before is not None and before.tags & (NOUNS) else 0
    if follows & TENSED and not follows & NOMINAL and after is not None and after.usual & TENSED:
        clues -= 2
    if follows & POSSESSIVE and after is not None and after.lower in ("'s", "’s", "'", "’"):
        clues -= 4
    clues += 1 if word.usual & VERBS else -1
    btags = before.tags if before is not None else 0
    several = btags  # as the subject of a plain verb: of "traffic" the list knows a plural too
    if before is not None and btags & NOUN and before.lower not in lexicon.unchanging:
        several &= ~PLURAL
    if several & (PLURAL | NAME) and tags & BASE and word.usual & BASE:
        clues += 1
    if btags & SINGULAR and tags & THIRD and not btags & PLURAL:
        clues += 1
        if follows & (STOP | COMMA):
            clues -= 1
        if tags & PLURAL and follows & NAME and not _is_told(words, len(words), word.index):
            clues += 1  # "quake hits Greece": nothing else can be the verb
    if btags & ADVERB and not btags & (NOUNS | ADJECTIVE | PREPOSITION) and before is not None and before.index:
        subject = words[before.index - 1].tags
        if (tags & BASE and subject & PLURAL) or (tags & THIRD and subject & SINGULAR):
            clues += 2  # "three laws improperly attempt"
    if tags & PAST and btags & SINGULAR and _is_amount(words, word.index + 1):
        clues += 1  # "the bomb cost $12 million"
    if tags & PASTS and btags & PLURAL and word.usual & NOUNS:
        clues += 1
        following = words[word.index + 2] if word.index + 2 < len(words) else None
        if follows & CONJUNCTION and following is not None and following.usual & PASTS:
            clues += 2  # "officers shot and killed"
        elif tags & PARTICIPLE and follows & (PREPOSITION | TIME | STOP) and not follows & TO:
            clues += 2  # "the votes cast in May": a compound would go on with a noun
    if btags & RELATIVE and word.index > 1:
        told = words[word.index - 2].tags
        if (tags & BASE and told & (PLURAL | NAME)) or (tags & THIRD and told & SINGULAR):
            clues += 1  # "bands that shock the clubs"
    if tags & BASE and btags & CONJUNCTION and words[word.index - 2].tags == BASE:
        clues += 2  # "to build and test three drones"
    if (
        several & PLURAL
        and not btags & TIME
        and tags & BASE
        and follows & ING
        and after is not None
        and after.usual & ING
    ):
        clues += 3  # "most voters favor keeping it"
    if tags & BASE and follows & TO and not word.usual & ADJECTIVE:
        clues += (
            3 if before is not None and before.usual == PLURAL and not btags & TIME else 1
        )  # "the two leaders plan to meet"
    if tags & BASE and tags & NOUN and btags & (PLURAL | NAME) and _is_seen_to(words, word.index, lexicon):
        clues += 3  # "saw its shares rise 25 %"
    plural = before is not None and before.usual == PLURAL and not btags & (NAME | TIME)
    ends = not follows or follows & (OPEN | CLOSE)  # "2 cups water (or broth)"
    described = word.usual & ADJECTIVE or follows & NOUNS or (ends and word.usual & NOUN)
    if tags & BASE and plural and not described and _are_several(words, word.index):
        clues += 3  # "all three cases focus on": as a noun it would be plural
    if tags & BASE and not tags & PAST and btags & NOUN and not several & (PLURAL | NAME):
        clues -= 2  # a singular subject has no plain verb
    if btags & COMMA and tags & THIRD and _verb_owed(words, word.index):
        clues += 1  # "Abrams, on the other hand, claims …"
    elif btags & COMMA and tags & THIRD and follows & NUMBER and _is_told(words, word.index):
        clues += 2  # "Bomb kills 12, wounds 40"
    elif not before or btags & (STOP | QUOTE | COMMA):
        clues -= 1
    if (
        ((tags & THIRD and btags & SINGULAR) or (tags & BASE and btags & PLURAL))
        and after is not None
        and after.lower == "that"
        and lexicon.entry(word.lower).lemma_as(VERBS) in lexicon.content
    ):
        clues += 2  # "the BBC reports that", "figures show that"
    if btags & VERBS and not btags & NOMINAL:
        clues -= 3  # the object of a verb
    if clues > 0 and not (word.usual & NOUNS and clues < 2):
        return tags & VERBS
    return tags & ~VERBS or tags if word.usual & NOMINAL or clues < -1 else tags


def _is_told(words: list[Word], stop: int, but: int = -1) -> bool:
    """Whether a finite verb stands before ``stop``, other than the word at ``but``."""
    return any(
        word.tags & (FINITE | AUXILIARY) and word.usual & (FINITE | AUXILIARY)
        for word in words[:stop]
        if word.index != but
    )


def _several_owed(words: list[Word], i: int) -> bool:
    """Whether a number still asks for its plural behind a singular noun: "two dozen long-distance emergency calls"."""
    if i < 2 or not words[i - 1].tags & NOUN or words[i - 1].known & (PLURAL | NAME | TIME):
        return False
    describes = words[i - 2].tags & (NOUN | ADJECTIVE) and not words[i - 2].known & (PLURAL | NAME | TIME | DETERMINER)
    number = words[i - 3] if i > 2 and describes else words[i - 2]
    return bool(number.tags & NUMBER) and number.text[-1:].isalnum() and not number.joined and _is_several(number)


def _is_doing(words: list[Word], i: int) -> bool:
    """Whether a word in -ing names what is done, without an object of its own: "eleven days of fighting, …"."""
    if i < 2 or words[i - 1].lower != "of" or not words[i - 2].tags & (COMMON | TIME):
        return False
    after = words[i + 1].tags if i + 1 < len(words) else STOP
    return bool(after & (COMMA | STOP | DASH | QUOTE | PREPOSITION | BE | MODAL)) and not after & (POSSESSIVE | NOUNS)


def _is_seen_to(words: list[Word], i: int, lexicon: Lexicon) -> bool:
    """Whether somebody sees or lets the noun before ``i`` do something: "saw its shares rise"."""
    k = i - 2
    while (
        k > 0
        and i - k < 6
        and words[k].tags & (NOUNS | ADJECTIVE | DETERMINER | POSSESSIVE)
        and not words[k].tags & VERBS
    ):
        k -= 1
    entry = lexicon.entry(words[k].lower)
    seen = {entry.lemma_as(BASE), entry.lemma_as(PAST)} & {"see", "watch", "hear", "let"}
    return bool(seen and words[k].tags & VERBS)


def _are_several(words: list[Word], i: int) -> bool:
    """Whether the plural before ``i`` is one that a number or "both" has counted: then it is no part of a compound."""
    k = i - 2
    while k > 0 and words[k].tags & (ADJECTIVE | NOUN | NAME) and not words[k].tags & (NUMBER | DETERMINER | VERBS):
        k -= 1
    counted = k >= 0 and (words[k].lower in ("both", "these", "those", "many", "most") or words[k].tags & NUMBER)
    plain = not words[k].joined and words[k].text[-1].isalnum()
    return bool(counted) and plain and _is_several(words[k])


def _is_several(number: Word) -> bool:
    return number.lower not in ("1", "one", "a", "an", "single", "a single") and "." not in number.text


_ASIDE = 6  # words of a condition between "and" and its verb


def _verb_owed(words: list[Word], i: int) -> bool:
    """Whether a subject stands before the commas and no verb yet: then one is still to come."""
    opened = next(
        (k for k in range(i - 1, 0, -1) if words[k].tags & SUBORDINATOR and not words[k].tags & PREPOSITION), -1
    )
    if opened > 0 and words[opened - 1].tags & CONJUNCTION and i - opened < _ASIDE:
        return True  # "was charged and, if convicted, faces …"
    held, first = 0, words[opened + 1]
    for word in words[opened + 1 : i]:
        apart = word.tags & PARTICIPLE and words[word.index - 1].tags & COMMA  # "the law, passed in May, bans …"
        if word.tags & (AUXILIARY | FINITE) and not word.tags & NOMINAL and not apart:
            return False
        held |= word.tags
    return bool(held & (NAME | NOUN | SUBJECT)) and bool(
        first.tags & (NOUNS | DETERMINER | SUBJECT | ADJECTIVE | POSSESSIVE)
    )


def _is_amount(words: list[Word], i: int) -> bool:
    """Whether a share or money stands at ``i``: "shares up 4.5 %" is no verb with its particle."""
    return i < len(words) and bool(words[i].tags & NUMBER) and not words[i].text.isalnum()


def _after_number(word: Word, before: Word, after: Word | None, words: list[Word]) -> int:
    """Behind a number: a noun or an adjective; a participle or a past where no noun follows ("12 killed")."""
    tags = word.tags
    follows = after.tags if after is not None else 0
    if before.joined:
        return tags & (NOUNS | ADJECTIVE | ING | PARTICIPLE) or tags
    if tags & PASTS and not tags & COMMON:
        return tags & ~ADJECTIVE or tags
    named = before.index and words[before.index - 1].tags & NOMINAL and not words[before.index - 1].tags & VERBS
    if tags & THIRD and tags & PLURAL and named and re.fullmatch(r"\d+\.\d+", before.text):
        return THIRD  # "magnitude 6.1 strikes", not "rose 2.3 points"
    told = follows & (DETERMINER | POSSESSIVE | OBJECT | ING | SUBJECT) or (word.usual & BASE and follows & NAME)
    shared = before.lower.endswith(SHARES) and told
    if tags & BASE and shared and not (before.index and words[before.index - 1].tags & (DETERMINER | PREPOSITION)):
        return BASE  # "27% support the plan"
    several = _is_several(before)
    either = tags & PLURAL and (word.usual & PLURAL or tags & NOUN)  # "27 crew", which are many as they stand
    if tags & PASTS and several and not follows & (NOUN | PLURAL | POSSESSIVE) and not either:
        return tags & PASTS  # "five shot at mall", "2,200 left Homs"
    if tags & PLURAL:
        return PLURAL
    plain = before.lower.endswith("s") or (several and word.usual & VERBS)
    if tags & NOUN and tags & BASE and plain and not follows & NOMINAL and before.text.isalnum():
        return BASE  # "thousands march in Paris", "two die in crash": they would be plural
    if tags & NOUN:
        alone = several and word.usual & ADJECTIVE and not follows & (NOMINAL | CONJUNCTION)
        return ADJECTIVE if alone and before.text.isalnum() else tags & (NOUN | ADJECTIVE)  # "of the 150 present"
    return tags


def _adverb_or_adjective(word: Word, before: Word | None, after: Word | None, left: Word | None) -> int:
    if before is not None and before.tags & (NUMBER | DETERMINER) and after is not None and after.tags & COMMON:
        return ADJECTIVE
    if left is not None and left.tags & MODAL and not left.tags & NOUNS:
        return ADVERB  # "will likely back it"
    if after is not None and after.tags & (NOUN | PLURAL | NAME) and not after.tags & TENSED:
        return ADJECTIVE
    return word.tags if word.usual & ADJECTIVE else ADVERB
