"""One-line questions in plain English for figures that no rule claims, made from what is counted and what happened."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.context.model import Action, Counted
from factcheck.figures import Figure
from factcheck.lemmas import noun_lemma, past_forms, plural, verb_form
from factcheck.vocabulary import Vocabulary

DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "this", "that", "each", "both"))


@dataclass(frozen=True, slots=True)
class Questions:
    """Templates by kind of number, and the verbs that would say nothing in a question."""

    silent: str
    objectless: str
    prepositions: str
    passive: str
    measured: Mapping[str, str]
    bare: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Words:
    """The word lists of ``Questions``, ready for look-up."""

    silent: frozenset[str]
    objectless: frozenset[str]
    prepositions: frozenset[str]
    passive: frozenset[str]


@functools.lru_cache(maxsize=4)
def _questions(vocabulary: Vocabulary) -> tuple[Questions, _Words]:
    questions = vocabulary.bind("questions", Questions)
    lists = (questions.silent, questions.objectless, questions.prepositions, questions.passive)
    return questions, _Words(*(frozenset(words.split()) for words in lists))


def generic_question(figure: Figure, vocabulary: Vocabulary) -> str:
    """The question of a figure that no rule claims."""
    questions, words = _questions(vocabulary)
    kind, counted = figure.quantity.kind, figure.context.counted
    if counted is None:
        return questions.bare.get(kind, questions.bare["other"])
    if kind == "count":
        return _how_many(figure, counted, words)
    template = questions.measured.get(kind, questions.measured["other"])
    of = with_article(counted.text)
    return template.format(of=of, counted=plural_phrase(counted.text, counted.head), singular=counted.head)


def _how_many(figure: Figure, counted: Counted, words: _Words) -> str:
    what, action = plural_phrase(counted.text, counted.head), figure.context.action
    if action is None or action.lemma in words.silent or verb_form(action.lemma.partition("-")[0]) is None:
        return f"How many {what}?"
    if action.role == "object":
        sure = action.lemma not in words.objectless and _is_object(figure, action, words)
        return f"How many {what} were {participle(action.lemma)}?" if sure else f"How many {what}?"
    return f"How many {what} {past(action.lemma)}?" if _stands_alone(figure, action, words) else f"How many {what}?"


def _is_object(figure: Figure, action: Action, words: _Words) -> bool:
    """Whether the verb is sure to be done to what is counted: no preposition stands between ("met in two capitals")."""
    if action.span is None or action.span.stop > figure.quantity.span.start:
        return True
    between = figure.document.text[action.span.stop : figure.quantity.span.start].lower().split()
    return words.prepositions.isdisjoint(between)


def _stands_alone(figure: Figure, action: Action, words: _Words) -> bool:
    """Whether the verb says enough without what follows: "12 arrived on Monday", but not "12 created a fund"."""
    if action.span is None:
        return False
    after = figure.document.text[action.span.stop : action.span.stop + 30].lower().split(maxsplit=1)
    if not after or not after[0][0].isalpha() or figure.document.text[action.span.stop] in ".,;":
        return True
    return after[0].strip(".,;") in words.prepositions - words.passive


def with_article(text: str) -> str:
    """``army`` → ``the army``; names, plurals and what has its article stay as they are."""
    words = text.split()
    if text[0].isupper() or words[0] in DETERMINERS or noun_lemma(words[-1].lower()) != words[-1].lower():
        return text
    return f"the {text}"


def plural_phrase(text: str, head: str) -> str:
    """What is counted, in the plural: ``Russian bomber`` → ``Russian bombers``."""
    words = text.split()
    for at in range(len(words) - 1, -1, -1):
        word = words[at].lower()
        if word == head:
            words[at] = plural(word) if words[at].islower() else words[at][0] + plural(word)[1:]
            return " ".join(words)
        if noun_lemma(word) == head:
            return text
    return text


def past(verb: str) -> str:
    """``arrive`` → ``arrived``, ``flee`` → ``fled``; of a verb with a particle, its first word: ``went up``."""
    return _with_particle(verb, 0)


def participle(verb: str) -> str:
    """``kill`` → ``killed``, ``take`` → ``taken``, ``lay-off`` → ``laid off``."""
    return _with_particle(verb, 1)


def _with_particle(verb: str, form: int) -> str:
    base, *particles = verb.split("-")
    return " ".join((past_forms(base)[form], *particles))
