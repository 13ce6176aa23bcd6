"""How an action is named: by the class of its verb with particle and noun, or by the verb an event's noun means."""

from __future__ import annotations

from typing import Literal

from factcheck.context.action_words import action_words, class_of
from factcheck.context.head_nouns import noun_of
from factcheck.context.model import Action
from factcheck.context.noun_words import nouns
from factcheck.context.view import SentenceView
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import BASE, ING, VERBS
from factcheck.sentences.sentence import Sentence
from factcheck.sentences.word import Word
from factcheck.spans import Span

ActionRole = Literal["subject", "object"]


def of_state(view: SentenceView, word: Word) -> Action:
    """The action that led to a state: "dead", "the wounded"."""
    known = word.lower in action_words(view.vocabulary).classes
    lemma = word.lower if known else view.read.lexicon.entry(word.lower).lemma_as(VERBS)
    return Action(class_of(lemma, view.vocabulary), word.span)


def of_harm(view: SentenceView, word: Word) -> Action | None:
    """The action that led to a state in which somebody came to harm: "dead", not "alive"."""
    return of_state(view, word) if word.lower in nouns(view.vocabulary).harmed else None


def with_object(view: SentenceView, verb: Group, name: str) -> str:
    """The action of a verb with its noun: "took part", "lost their lives", "stabbed to death"."""
    words, clause = action_words(view.vocabulary), verb.clause
    if clause is None:
        return name
    for g in clause.groups:
        if g.head < 0 or g.number >= 0:
            continue
        noun = noun_of(view.read, g.head)
        both = f"{verb.lemma}-{noun}"
        if g.role == "object" and (both in words.classes or noun in words.phrasal.get(verb.lemma, ())):
            return class_of(both, view.vocabulary)
        if g.preposition == "to" and noun == "death":
            return class_of("death", view.vocabulary)
    return name


def of_verb(view: SentenceView, verb: Group, role: ActionRole) -> Action:
    sentence = view.read
    span = Span(sentence.words[verb.head].start, sentence.words[verb.stop - 1].stop)
    return Action(class_of(verb.verb, view.vocabulary), span, role, verb.verb)


def of_noun(view: SentenceView, noun: Group) -> Action:
    """The action of an event's noun, under the verb that means it."""
    sentence = view.read
    lemma = noun_of(sentence, noun.head)
    verb = _derived_from(sentence, lemma) or sentence.lexicon.entry(lemma).lemma_as(VERBS)
    name = class_of(lemma, view.vocabulary)
    if name == lemma:
        name = class_of(verb, view.vocabulary)
    told = verb if sentence.lexicon.entry(verb).tags & BASE else ""
    return Action(name, sentence.words[noun.head].span, verb=told)


def of_event(view: SentenceView, i: int) -> Action | None:
    """The action of a noun that names what befell those it counts: "12 deaths", "the toll"."""
    verb = nouns(view.vocabulary).events.get(noun_of(view.read, i))
    return None if verb is None else Action(class_of(verb, view.vocabulary), view.read.words[i].span, verb=verb)


def is_derived(sentence: Sentence, noun: str) -> bool:
    """Whether a noun is made from a verb by an ending: "deployment", "removal"."""
    return _derived_from(sentence, noun) is not None


def _derived_from(sentence: Sentence, noun: str) -> str | None:
    """The verb a noun of action is made from: "deployment" → deploy, "removal" → remove."""
    known = sentence.lexicon
    if known.entry(noun).tags & ING:
        return known.entry(noun).lemma_as(ING)  # "beheading"
    for ending, rests in _DERIVED:
        if noun.endswith(ending):
            for rest in rests:
                verb = noun[: -len(ending)] + rest
                if verb in known and known.entry(verb).tags & BASE:
                    return verb
    return None


# Endings of nouns of action, each with what the verb has in its place.
_DERIVED = (
    ("ment", ("", "e")), ("ation", ("e", "ate", "")), ("ulsion", ("el",)),
    ("umption", ("ume",)), ("sis", ("se", "ze")), ("sion", ("d", "de", "t", "s")), ("ction", ("ct", "ce")),
    ("tion", ("te", "t", "e")), ("ing", ("", "e")), ("al", ("", "e")), ("ure", ("e", "")), ("ance", ("", "e")),
)  # fmt: skip
