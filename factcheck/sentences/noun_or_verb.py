"""A word that can be noun and verb where nothing right before it decides: clues from what stands around it."""

from __future__ import annotations

import re

from factcheck.sentences.around import (
    Place,
    are_several,
    before_relative,
    inside,
    is_amount,
    is_joined,
    is_seen_to,
    is_told,
    subject_before,
    takes,
    verb_owed,
)
from factcheck.sentences.lexicon import Lexicon
from factcheck.sentences.tagset import *
from factcheck.sentences.word import Word


def noun_or_verb(at: Place) -> int:
    """The tags that are left of a word's: by its usual one, and by what stands before and behind it."""
    word, before, tags = at.word, at.before, at.word.tags
    verbs = tags & VERBS
    if not tags & NOUNS and not tags & ADJECTIVE:
        return ADJECTIVE if _describes_object(at) else verbs
    if before is not None and before.tags & NUMBER:
        return _after_number(at, before)
    owed = at.led & NOUN and before is not None and not before.known & (PLURAL | NAME | TIME)
    if owed and tags & THIRD and tags & PLURAL and are_several(at.words, word.index + 1, at.lexicon):
        return PLURAL  # "two dozen emergency calls": a number asks for its plural
    if tags & ING:
        return _doing(at)
    if tags & PASTS and not tags & (NOUN | PLURAL | BASE):
        return _done(at)
    clues = _behind(at) + _subject(at) + _past(at) + _plain(at) + _apart(at) + (1 if word.usual & VERBS else -1)
    if clues > 0 and not (word.usual & NOUNS and clues < 2):
        return verbs
    return tags & ~VERBS or tags if word.usual & NOMINAL or clues < -1 else tags


def _doing(at: Place) -> int:
    """A word in -ing: "the 14 men taking part", "the deadly mass shooting that"."""
    word, before, follows = at.word, at.before, at.follows
    tags, plural = word.tags, at.led & PLURAL
    if plural and (
        word.usual & ING or ((follows & TIME or not follows & NOUNS) and are_several(at.words, word.index, at.lexicon))
    ):
        return ING  # "all five states voting"
    if before is not None and at.after is not None and at.after.lower == "that" and inside(at.words, word.index):
        return tags & NOUNS or tags
    given = follows & (DETERMINER | POSSESSIVE | NUMBER | OBJECT | SUBJECT)
    if tags & (NOUN | ADJECTIVE) and (given or (plural and follows & TO)):
        return ING  # "voters planning to leave"
    return tags


def _done(at: Place) -> int:
    """A past form that may describe: an adjective before a noun, a verb behind one."""
    tags, told = at.word.tags, at.led & NOUNS
    if at.follows & COMMON and not at.follows & (VERBS | PREPOSITION) and not told:
        return tags & DESCRIBING
    return tags & ~ADJECTIVE if tags & ADJECTIVE and told else tags


def _describes_object(at: Place) -> bool:
    """Whether a participle stands between a verb and its plural object: "holds disputed loans"."""
    if not at.led & VERBS or at.led & (NOMINAL | ING) or not at.word.tags & PARTICIPLE or not at.follows & PLURAL:
        return False
    return not at.led & PARTICIPLE or not at.word.usual & PAST  # not "those killed included men"


def _behind(at: Place) -> int:
    """What follows: an object or a particle makes a verb, another verb or "of" a noun."""
    follows, after = at.follows, at.after
    if after is None:
        return 0
    clues = 0
    if follows & (DETERMINER | POSSESSIVE | NUMBER | OBJECT) and not follows & (RELATIVE | CONJUNCTION):
        clues += 2
    if follows & SUBJECT or after.lower == "that":
        clues += 1
    if follows & (BE | HAVE | MODAL | DO) and not follows & POSSESSIVE:
        clues -= 3
    if follows & PREPOSITION and after.lower == "of":
        clues -= 2
    if after.lower in at.lexicon.fixed and not is_amount(at.words, after.index + 1):
        clues += 3  # "shot down", "hands out"
    if follows & TENSED and not follows & NOMINAL and after.usual & TENSED:
        clues -= 2
    return clues


def _subject(at: Place) -> int:
    """What stands before as a subject, in number with the verb; the object of a verb has none of its own."""
    tags, led, follows, i = at.word.tags, at.led, at.follows, at.word.index
    clues = 0
    waits = subject_before(at.words, i, at.lexicon)
    if led & SINGULAR and tags & THIRD and not led & PLURAL:
        clues += (0 if follows & (STOP | COMMA) else 1) if waits is not None else -2
    ends = follows & (STOP | COMMA) or (follows & COMMON and not follows & ING)  # "one state sales tax"
    if led & NOUN and tags & THIRD and tags & PLURAL and not ends and _is_one(at.words, i, at.lexicon):
        clues += 2  # "when one party controls": as a noun it would be no plural
    if led & ADVERB and not led & (NOUNS | ADJECTIVE | PREPOSITION) and i > 1:
        subject = waits.tags if waits is not None else at.tags_at(-2)
        if tags & BASE and subject & (PLURAL | SUBJECT) and not subject & TIME:
            clues += 3 if takes(at) else 2  # "three laws improperly attempt"
        elif tags & THIRD and subject & (SINGULAR | CONJUNCTION):
            clues += 3 if takes(at) else 2  # "the Senate often breaks for it"
    if led & RELATIVE:
        told = at.tags_at(-2)
        if tags & BASE and told & (PLURAL | NAME):
            clues += 1  # "bands that shock the clubs"
        elif tags & THIRD and told & SINGULAR and not (told & PLURAL or follows & BASE):
            clues += 3  # "a system that flags errors"
    far = waits is not None and waits is not at.before and bool(waits.tags & PLURAL)
    far = far and not at.tags_at(2) & (PAST | AUXILIARY)  # "at the trade show that opened"
    agrees = (tags & THIRD and led & SINGULAR) or (tags & BASE and (led & PLURAL or far))
    if agrees and at.after is not None and at.after.lower == "that" and at.lemma_of(at.word) in at.lexicon.content:
        clues += 2  # "the BBC reports that", "figures show that", "figures from the town show that"
    if tags & THIRD and led & PLURAL and waits is not None and waits is not at.before and waits.tags & SINGULAR:
        clues += 2 if follows & (DETERMINER | POSSESSIVE) else 0  # "the rush of events caps a week"
    if (
        led & VERBS
        and not led & NOMINAL
        and not tags & at.word.usual & (PAST | (VERBS if _is_passive(at.words, i) else 0))
    ):
        clues -= 3  # but "those who are affected rose to 12", "the men that are needed sell 12"
    return clues


def _past(at: Place) -> int:
    """A past form that may be a noun: "the bomb cost $12 million", "officers shot and killed"."""
    tags, led, follows, i = at.word.tags, at.led, at.follows, at.word.index
    clues = 1 if tags & PAST and led & SINGULAR and is_amount(at.words, i + 1) else 0
    if tags & PASTS and led & PLURAL and at.word.usual & NOUNS:
        clues += 1
        following = at.words[i + 2] if i + 2 < len(at.words) else None
        if follows & CONJUNCTION and following is not None and following.usual & PASTS:
            clues += 2  # "officers shot and killed 12"
        elif tags & PARTICIPLE and follows & (PREPOSITION | TIME | STOP):
            clues += 2  # "the votes cast in May": a compound would go on with a noun
    return clues


def _plain(at: Place) -> int:
    """A plain form: the verb of a plural subject, or one that another plain form is joined to."""
    word, before, led, follows, words = at.word, at.before, at.led, at.follows, at.words
    tags, i = word.tags, word.index
    if not tags & BASE:
        return 0
    clues = 0
    known = before is not None and led & NOUN and before.lower not in at.lexicon.unchanging
    several = led & ~PLURAL if known else led  # of "traffic" the list knows a plural too
    plural = before is not None and before.usual == PLURAL
    head = subject_before(words, i, at.lexicon)
    if several & (PLURAL | NAME) and word.usual & BASE:
        clues += 1
    if several & PLURAL and led & NAME and follows & (DETERMINER | POSSESSIVE | OBJECT):
        clues += 1  # "six in ten Texans favor the bill"
    if follows & TO and not word.usual & ADJECTIVE:
        clues += 3 if plural else 1  # "the two leaders plan to meet"
    if tags & NOUN and led & (PLURAL | NAME) and is_seen_to(words, i, at.lexicon):
        clues += 3  # "saw its shares rise 25 %"
    if follows & (NUMBER | DETERMINER | POSSESSIVE | OBJECT) and not follows & RELATIVE and is_joined(words, i):
        clues += 2  # "will hold 12 GB and offer 4 GB of memory"
    elif led & CONJUNCTION and follows & (DETERMINER | POSSESSIVE | NUMBER) and _is_told_so(words, i):
        clues += 2  # "they like the plan but offer no money"
    elif led & COMMA and follows & NUMBER and not tags & PAST:
        clues -= 3  # "sales rose 5 %, profit 6 %"
    elif led & CONJUNCTION and at.tags_at(-2) == BASE:
        clues += 3  # "to live and work in 12 towns"
    ends = not follows or follows & (OPEN | CLOSE)  # "2 cups water (or broth)"
    described = word.usual & ADJECTIVE or follows & NOUNS or (ends and word.usual & NOUN)
    if plural and not led & NAME and not described and are_several(words, i, at.lexicon):
        clues += 3  # "all three cases focus on": as a noun it would be plural
    elif plural and head is not None and not (led & (NAME | TIME) or word.usual & ADJECTIVE) and takes(at):
        compound = words[i - 1].lower in at.lexicon.words("plural before")  # "the arms deal with"
        clues += 0 if compound else 2 + bool(word.usual & NOUN)  # "as polls show a close race"
    far = head is not None and head is not before and head.tags & PLURAL
    if far and not led & PLURAL and not follows & RELATIVE and at.lemma_of(word) in at.lexicon.content and takes(at):
        clues += 2  # "figures from the town show 12 fires"
    if not tags & PAST and led & NOUN and not several & (PLURAL | NAME) and not far:
        clues -= 2  # a singular subject has no plain verb
    return clues


def _apart(at: Place) -> int:
    """Behind a mark a verb needs a subject that waits for it: "Abrams, on the other hand, claims …"."""
    led, words, i = at.led, at.words, at.word.index
    if led & COMMA and at.word.tags & (THIRD | BASE | PAST):
        if (at.word.tags & THIRD or at.word.usual & VERBS) and verb_owed(words, i):
            told = before_relative(words, i) < i and not at.follows & (CONJUNCTION | COMMA | STOP)
            return 3 if told else 1  # "the firm, which makes phones, plans to cut 12 jobs"
        if at.follows & NUMBER and is_told(words, i):
            return 2  # "Bomb kills 12, wounds 40"
    return -1 if at.before is None or led & (STOP | QUOTE | COMMA) else 0


def _is_told_so(words: list[Word], stop: int) -> bool:
    """Whether a plain form before ``stop`` is a verb, so that "and" may join another to it."""
    return any(word.tags & VERBS == BASE and not word.tags & NOMINAL for word in words[:stop])


def _is_passive(words: list[Word], i: int) -> bool:
    """Whether the word before ``i`` ends a passive clause that describes: "shops that are to be closed | sell"."""
    k = i - 1
    while k > 0 and words[k].tags & (PARTICIPLE | BE | HAVE | TO | MODAL | ADVERB):
        k -= 1
    return k < i - 2 and bool(words[k].tags & RELATIVE)


def _is_one(words: list[Word], i: int, lexicon: Lexicon) -> bool:
    """Whether the noun before ``i`` is one that "one" or "each" has counted: then no plural goes on with it."""
    k = i - 2
    while k > 0 and words[k].tags & (ADJECTIVE | NOUN) and not words[k].tags & (NUMBER | DETERMINER | PLURAL):
        k -= 1
    return k >= 0 and words[k].lower in lexicon.words("singular")


def _after_number(at: Place, before: Word) -> int:
    """Behind a number: a noun or an adjective; a participle or a past where no noun follows ("12 killed")."""
    word, words, tags, follows = at.word, at.words, at.word.tags, at.follows
    if before.joined:
        return tags & (NOUNS | ADJECTIVE | ING | PARTICIPLE) or tags
    if tags & PASTS and not tags & COMMON:
        return tags & ~ADJECTIVE or tags
    opens = words[before.index - 1] if before.index else before
    if tags & NOUN and (opens.lower in at.lexicon.words("one") or opens.tags & POSSESSIVE):
        return NOUN  # "a $4 billion bid", "a 12 percent cut", "Lund's $9bn bid"
    if tags & PARTICIPLE and at.after is not None and at.after.lower == "by":
        return PARTICIPLE  # "a record of $142 million set by"
    if tags & ING and follows & (OBJECT | POSSESSIVE):
        return ING  # "spent millions covering it up"
    shared, led = before.is_share, words[before.index - 1].tags if before.index else 0
    told = follows & (DETERMINER | POSSESSIVE | OBJECT | ING | SUBJECT) or (word.usual & BASE and follows & NOUNS)
    told = told or (at.after is not None and at.after.lower in at.lexicon.fixed)  # "rates for the top 2% go up"
    if before.index and words[before.index - 1].lower in at.lexicon.words("more of them"):
        led = 0  # "another 53% say"
    if tags & (BASE | PASTS) and shared and told and not led & (DETERMINER | PREPOSITION | POSSESSIVE):
        return tags & (BASE | PASTS)  # "27% support the plan", "11% thought the plan"
    amount = shared or re.search(r"[^\w\s,.-]", before.text)  # a sign of money
    done = word.usual & (PAST | ING) or (shared and word.usual & ADJECTIVE and not follows & NOMINAL and tags & ING)
    if amount and done and tags & (PAST | ING):
        return tags & (PAST | ING)  # "sales of $5m fell short", "$2,000 coming out of it", "51 % disapproving"
    several = before.is_several(at.lexicon)
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
