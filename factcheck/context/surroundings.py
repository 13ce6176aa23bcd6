"""What stands around a counted phrase that may tell what happened: lists, chains of phrases, groups, situations."""

from __future__ import annotations

from factcheck.context.action_words import action_words
from factcheck.context.noun_words import nouns
from factcheck.context.phrases import phrase_before
from factcheck.context.tagging import tagged, word_at
from factcheck.context.verbs import Verb, object_verb, verb_at
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma, verb_lemma


def outer(view: SentenceView, at: int) -> int:
    """Where a phrase before its number starts: before its determiner, and a number of its own."""
    tags = tagged(view).tags
    while at > 0 and tags[at - 1] in "D#zj":
        at -= 1
    return at


def further(view: SentenceView, start: int) -> Verb | None:
    """The verb before a chain of phrases: "lost to Hale by 4,000 votes", "said no word about it for 30 years"."""
    tags = tagged(view).tags
    for _ in range(3):
        if start < 2 or tags[start - 1] not in "Pt":
            return None
        verb = object_verb(view, start - 1)
        phrase = phrase_before(tags, start - 1)
        if verb is not None or phrase is None:
            return verb
        start = outer(view, phrase.start)
        if (verb := object_verb(view, start)) is not None:
            return verb
    return None


def joined(view: SentenceView, start: int) -> Verb | None:
    """The verb of a thing without a number that stands before in a list: "killed a child, a nurse and two adults"."""
    tags, words = tagged(view).tags, action_words(view.vocabulary)
    at = start - 1
    while at > 0 and tags[at] in "a,":
        at -= 1
    if at <= 0 or tags[at] != "c":
        return None
    for _ in range(4):
        other = phrase_before(tags, at)
        if other is None:
            return None
        at = outer(view, other.start)
        if at > 1 and word_at(view, at - 1) == "by" and tags[at - 2] == "e":
            return verb_at(view, at - 2, "subject", finite=False)  # "funded by Hale, banks and several firms"
        verb = object_verb(view, at)
        if verb is not None:
            return None if verb.lemma in words.light | words.reporting else verb
        at -= 1
        if at <= 0 or tags[at] != ",":
            return None
    return None


def situation(view: SentenceView, at: int) -> Verb | None:
    """Words right behind the counted that tell where they are: "162 people aboard", "were still without power"."""
    situations, tags = action_words(view.vocabulary).situations, tagged(view).tags
    start = at
    if tags[start : start + 1] == "b":
        start += 1
        while tags[start : start + 1] == "a" and word_at(view, start) not in ("aboard", "onboard"):
            start += 1
    for length in (3, 2, 1):
        name = situations.get(tuple(word_at(view, start + i) for i in range(length)))
        if name is not None:
            return Verb(start, start + length, name, "object", finite=False)
    return None


def inverted(view: SentenceView, at: int) -> Verb | None:
    """What happened to a group that a number is part of: "among the dead were two", "the wounded included nine"."""
    tags = tagged(view).tags
    if at < 2 or not (tags[at - 1] == "b" or verb_lemma(word_at(view, at - 1)) == "include"):
        return None
    for i in range(at - 2, max(at - 6, -1), -1):
        if tags[i] == "s" and word_at(view, i) in nouns(view.vocabulary).states:
            return Verb(i, i + 1, word_at(view, i), "object", finite=False)
    return None


def is_group(view: SentenceView, start: int) -> bool:
    """Whether a noun before "of" only says that there are several: "a group of seven senators wrote"."""
    phrase = phrase_before(tagged(view).tags, start - 1)
    words = nouns(view.vocabulary)
    return phrase is not None and noun_lemma(word_at(view, phrase.head)) in words.hollow | words.crowds | words.remains
