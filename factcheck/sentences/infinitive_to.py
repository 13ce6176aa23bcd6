"""Whether the word behind "to" is its verb: "to focus today", not "access to power"."""

from __future__ import annotations

from factcheck.sentences.lexicon import Lexicon
from factcheck.sentences.tagset import *
from factcheck.sentences.word import Word

_STARTS_NOUN = DETERMINER | POSSESSIVE | NUMBER | OBJECT | NAME


def is_to_do(words: list[Word], i: int, j: int, lexicon: Lexicon) -> bool:
    """Whether the word at ``j`` is the verb of the "to" at ``i``: "to focus today", not "access to power"."""
    after, following = words[j], words[j + 1] if j + 1 < len(words) else None
    if after.tags & (BE | HAVE | DO) and after.lower in ("be", "have", "do"):
        return True
    if not after.tags & BASE:
        return False
    if after.usual & (BASE | PARTICIPLE | PAST) or not after.tags & NOUNS or _asks_to(words, i, lexicon):
        return True
    if following is None or _leads_to(words[i - 1], lexicon):
        return False
    if after.lower not in lexicon.words("bare nouns") and _opens_to(words[i - 1], after, lexicon):
        return True
    starts = _STARTS_NOUN | OBJECT | SUBJECT | PREPOSITION | ADVERB | PLURAL | ADJECTIVE
    if after.lower in lexicon.words("bare nouns"):
        span = following.tags & NUMBER and words[min(j + 2, len(words) - 1)].tags & TIME
        starts = (
            0 if span else starts & ~(PREPOSITION | ADVERB | PLURAL | SUBJECT)
        )  # "came to power in May", "three years ago"
    return bool(following.tags & starts)


def _asks_to(words: list[Word], i: int, lexicon: Lexicon) -> bool:
    """Whether a word before "to" tells what is to be done: "want to focus today", "urged Hale to step aside"."""
    k = i - 1
    passed = NOUNS | OBJECT | DETERMINER | POSSESSIVE | ADJECTIVE | NUMBER
    while k > 0 and i - k < 6 and words[k].tags & passed and not words[k].tags & VERBS:
        k -= 1
    asks = lexicon.words("to do", "made to do", "wanted to do")
    return bool(words[k].tags & (VERBS | HAVE)) and lexicon.entry(words[k].lower).lemma_as(VERBS) in asks


def _opens_to(word: Word, after: Word, lexicon: Lexicon) -> bool:
    """Whether an adjective or a noun is followed by what is to be done: "eager to address", "an effort to gain"."""
    if word.tags & COMMON and not word.tags & TENSED:
        return lexicon.entry(word.lower).lemma_as(NOUNS) in lexicon.words("to do")
    return bool(word.tags & ADJECTIVE) and not word.tags & (ADVERB | VERBS) and not after.usual & ADJECTIVE


def _leads_to(word: Word, lexicon: Lexicon) -> bool:
    """Whether a thing stands behind the "to" of a word: "led to job losses", "want access to power"."""
    return lexicon.entry(word.lower).lemma_as(word.tags & VERBS or NOUN) in lexicon.words("to what")
