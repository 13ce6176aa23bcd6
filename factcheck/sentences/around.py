"""A word among those of its sentence: its neighbours, the subject that may end before it, the verb that is owed."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.sentences.lexicon import Lexicon
from factcheck.sentences.tagset import *
from factcheck.sentences.word import Word

_IN_NOUN = NOMINAL | DETERMINER | POSSESSIVE | NUMBER | PREPOSITION | TIME | ADVERB  # what a subject is made of


class Place(NamedTuple):
    """A word among those of its sentence, with its neighbours and their tags."""

    word: Word
    before: Word | None
    after: Word | None
    words: list[Word]
    lexicon: Lexicon
    led: int  # the tags of the word before
    follows: int  # and of the one behind

    def tags_at(self, step: int) -> int:
        """The tags of the word so many steps on; none outside the sentence."""
        at = self.word.index + step
        return self.words[at].tags if 0 <= at < len(self.words) else 0

    def lemma_of(self, word: Word) -> str:
        """The lemma of a word as a verb."""
        return self.lexicon.entry(word.lower).lemma_as(VERBS)


def place_of(words: list[Word], i: int, lexicon: Lexicon, before: int) -> Place:
    """The place of the word at ``i``; ``before`` is the index of the one that counts as its neighbour."""
    one = words[before] if before >= 0 else None
    other = words[i + 1] if i + 1 < len(words) else None
    led, follows = one.tags if one is not None else 0, other.tags if other is not None else 0
    return Place(words[i], one, other, words, lexicon, led, follows)


def takes(at: Place) -> bool:
    """Whether what follows may go with a verb: an object, a preposition, an adverb; not "of", nor another verb."""
    follows, after = at.follows, at.after
    taken = follows & (NOMINAL | DETERMINER | POSSESSIVE | NUMBER | OBJECT | PREPOSITION | ADVERB | TO | TIME)
    if after is None or (follows & STOP and at.lemma_of(at.word) in at.lexicon.content):
        return after is not None  # ", court records show."
    return bool(taken) and after.lower != "of" and not follows & (AUXILIARY | TENSED)


def is_joined(words: list[Word], i: int) -> bool:
    """Whether "and" or a comma before ``i`` joins it to a plain form that a modal or "to" has: "to cut 9, close 3"."""
    k = i - 1
    while k > 0 and words[k].tags & (COMMA | ADVERB) and not words[k].tags & CONJUNCTION:
        k -= 1
    if k <= 0 or not (words[k].tags & CONJUNCTION or words[i - 1].tags & COMMA):
        return False
    owing = next((j for j in range(k - 2, -1, -1) if words[j].tags & (MODAL | TO | STOP)), -1)
    return owing >= 0 and bool(words[owing].tags & (MODAL | TO)) and words[owing + 1].tags == BASE


def is_told(words: list[Word], stop: int) -> bool:
    """Whether a finite verb stands before ``stop``."""
    return any(word.tags & word.usual & (FINITE | AUXILIARY) for word in words[:stop])


def inside(words: list[Word], i: int) -> bool:
    """Whether only words that describe stand between a determiner and ``i``: "the deadly mass | shooting that …"."""
    j = i - 1
    while j > 0 and i - j < 4 and words[j].tags & (NOUN | ADJECTIVE) and not words[j].tags & (PLURAL | NAME):
        j -= 1
    return j < i - 1 and bool(words[j].tags & (DETERMINER | POSSESSIVE)) and not words[j].tags & SUBJECT


def is_seen_to(words: list[Word], i: int, lexicon: Lexicon) -> bool:
    """Whether somebody sees or lets the noun before ``i`` do something: "saw its shares rise"."""
    k = i - 2
    while (
        k > 0
        and i - k < 7
        and (words[k].tags & (NOUNS | ADJECTIVE | DETERMINER | POSSESSIVE) or words[k].lower == "of")
        and not words[k].tags & VERBS
    ):
        k -= 1
    return bool(words[k].tags & VERBS) and lexicon.entry(words[k].lower).lemma_as(PAST) in lexicon.words("seen to do")


def are_several(words: list[Word], i: int, lexicon: Lexicon) -> bool:
    """Whether the plural before ``i`` is one that a number or "both" has counted: then it is no part of a compound."""
    k = i - 2
    while (
        k > 0
        and words[k].tags & (ADJECTIVE | NOUN | NAME)
        and not words[k].tags & (NUMBER | DETERMINER | VERBS & ~BASE)
    ):
        k -= 1
    counted = k >= 0 and (words[k].lower in lexicon.words("plural") or words[k].tags & NUMBER)
    return bool(counted) and words[k].is_several(lexicon)


def subject_before(words: list[Word], i: int, lexicon: Lexicon) -> Word | None:
    """The head of a subject that may end right before ``i``; none where a verb before has it for its object."""
    head = next((w for w in reversed(words[:i]) if w.tags & (NOMINAL | DETERMINER) or not w.tags & ADVERB), None)
    k = head.index if head is not None else -1
    while k >= 0 and words[k].tags & _IN_NOUN:
        opens = words[k].tags & (SUBORDINATOR | RELATIVE) and not words[k].tags & DETERMINER
        if opens or (k and words[k].tags & DETERMINER and words[k - 1].tags & (NOUNS | TIME)):
            return head
        if k and words[k].tags & PREPOSITION and words[k - 1].tags & NOUNS:
            head = words[k - 1]
        k -= 1
    if k < 0 or not words[k].tags & (VERBS | AUXILIARY):
        return head
    return head if lexicon.entry(words[k].lower).lemma_as(VERBS) in lexicon.content else None


def verb_owed(words: list[Word], i: int) -> bool:
    """Whether a subject stands before the commas and no verb yet: then one is still to come."""
    i = before_relative(words, i)
    opened = next(
        (k for k in range(i - 1, 0, -1) if words[k].tags & (SUBORDINATOR | DASH) and not words[k].tags & PREPOSITION),
        -1,
    )
    held, first = 0, words[opened + 1]
    for word in words[opened + 1 : i]:
        apart = word.tags & PARTICIPLE and words[word.index - 1].tags & COMMA  # "the law, passed in May, bans …"
        if word.tags & (AUXILIARY | FINITE) and not word.tags & NOMINAL and not apart:
            return False
        held |= word.tags
    return bool(held & (NOUNS | SUBJECT)) and bool(first.tags & (NOUNS | DETERMINER | SUBJECT | ADJECTIVE | POSSESSIVE))


def before_relative(words: list[Word], i: int) -> int:
    """Past a clause that a comma before ``i`` closes, backwards: "the pills | , which cost $2, sell for $750"."""
    openers = (k for k in range(i - 3, 0, -1) if words[k].tags & COMMA and words[k + 1].tags & RELATIVE)
    return next(openers, i)


def is_amount(words: list[Word], i: int) -> bool:
    """Whether a share or money stands at ``i``: "shares up 4.5 %" is no verb with its particle."""
    return i < len(words) and bool(words[i].tags & NUMBER) and not words[i].text.isalnum()
