"""The noun behind a number: right behind, behind "of", behind brackets."""

from __future__ import annotations

from factcheck.context.head_nouns import Head, at, noun_of, paired, phrase
from factcheck.context.measured import LED_KINDS
from factcheck.context.noun_words import COUNT_KINDS, kind_of, nouns
from factcheck.context.past_unit import gives_rate, group_past_unit
from factcheck.context.view import SentenceView
from factcheck.quantities import Kind, Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.sentence import Sentence
from factcheck.sentences.tagset import *


def behind(view: SentenceView, group: Group, quantity: Quantity) -> Head | None:
    """The noun of the group right behind: "52 of the drones", "12 inches of rain", "$5m in steel"."""
    kind, sentence, words = kind_of(quantity), view.read, view.read.words
    after = _past_brackets(sentence, group_past_unit(sentence, group, quantity))
    beside = after.next if after is not None and after.kind == "comma" else None
    if beside is not None and group.head < 0 <= beside.first < beside.head and words[beside.first].joined:
        return None if beside.preposition else at(sentence, beside, "own", named=True)  # "a $9m, two-year deal"
    if after is not None and gives_rate(sentence, after, quantity):
        after = sentence.after(after)  # "$200 per acre in compensation", but "$90 per barrel of oil"
        if after is None or after.preposition != "in":
            return None
    if after is None or after.head < 0:
        return None
    led = words[after.start].tags & (DETERMINER | POSSESSIVE) and after.start < after.head and after.role != "subject"
    if kind == "multiple" and led:
        return phrase(sentence, after, "of")  # "three times the weight", not "twice asked"
    if after.kind == "noun" and not after.preposition and after.number < 0:
        bracketed = sentence.groups[after.index - 1].kind == "close"
        return Head(after, after.start, after.head + 1, after.head, "own") if bracketed else None  # "$28m (£15m) claim"
    if after.preposition == "of":
        return _of(view, after, kind)
    if _is_changed(view, group, after, kind):
        return at(sentence, after, "of")
    paid = noun_of(sentence, after.head) in nouns(view.vocabulary).paid_in
    if group.preposition == "worth" or (paid and group.preposition in ("for", "of", "at")):
        return None  # "an offer worth $9m in cash"
    word, noun, under = words[after.head], noun_of(sentence, after.head), group.under
    named = word.tags & (NAME | TIME | OBJECT) or words[after.at + 1].tags & DETERMINER
    told = named or after.possessor >= 0 or noun in nouns(view.vocabulary).settings
    summed = under is None or under.head < 0 or noun_of(sentence, under.head) in nouns(view.vocabulary).sums
    told = told or (group.preposition == "of" and not summed)  # "a loss of $2m in revenue"
    paid_for = after.preposition == "in" and kind == "money" and not told
    return phrase(sentence, paired(sentence, after), "of") if paid_for else None  # "$5m in gas and oil imports"


def _is_changed(view: SentenceView, group: Group, after: Group, kind: Kind) -> bool:
    """Whether an amount is put to or taken off what stands behind it: "added $5bn to the debt", "5 % off the price"."""
    verbs = nouns(view.vocabulary).changing.get(after.preposition, frozenset())
    lemma = group.clause.lemma if group.clause is not None else ""
    return kind in LED_KINDS and group.role == "object" and lemma in verbs


def _of(view: SentenceView, group: Group, kind: Kind) -> Head | None:
    """The noun of an "of" group."""
    sentence, word = view.read, view.read.words[group.head]
    opened = group.possessor < 0 and sentence.words[group.first].tags & (DETERMINER | POSSESSIVE)
    if kind == "duration" and (word.tags & TIME or opened):
        return None  # "several months of the year", "23 years of her career"
    if word.tags & (OBJECT | SUBJECT) or word.lower in sentence.lexicon.alone:
        return Head(group, group.head, group.head + 1, group.head, "reference")
    shared = paired(sentence, group) if kind in COUNT_KINDS else group
    several = sentence.words[shared.head].tags & PLURAL  # "dozens of army and police units"
    return phrase(sentence, shared if several else group, "of")


def _past_brackets(sentence: Sentence, group: Group | None) -> Group | None:
    """The group behind brackets that hold a number alone, where such stand here."""
    if group is None or group.kind != "open":
        return group
    groups = sentence.groups
    close = next((g for g in groups[group.index : group.index + 4] if g.kind == "close"), None)
    if close is None or not any(g.kind == "noun" and g.number >= 0 for g in groups[group.index : close.index]):
        return group
    return sentence.after(close)
