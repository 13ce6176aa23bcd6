"""One-line questions in plain English for figures that no rule claims, made from what is counted and what happened."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.context.model import Action, Counted
from factcheck.figures import Figure
from factcheck.lemmas import is_plural, noun_lemma, past_forms, plural, verb_form
from factcheck.vocabulary import Vocabulary, toml_table

_AROUND = " \"'“”‘’«»–—-"
_CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")
DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "this", "that", "each", "both"))


@toml_table
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
    if counted is None or counted.told is None:
        return questions.bare.get(kind, questions.bare["other"])
    text = plainly(figure, counted)
    if kind == "count":
        return _how_many(figure, plural_phrase(text, counted.head), words)
    template = questions.measured.get(kind, questions.measured["other"])
    if is_plural(text.split()[-1].lower()):
        template = template.replace("was {of}", "were {of}")
    return template.format(of=with_article(text), counted=plural_phrase(text, counted.head), singular=counted.head)


def plainly(figure: Figure, counted: Counted) -> str:
    """What is counted without the quotes and dashes around it, and without a capital that only its place gave it.

    A headline and the start of a sentence put capitals on words that the same article also writes without.
    """
    text = counted.text.strip(_AROUND) or counted.text
    span, document = counted.span, figure.document
    if span is None or not (figure.context.voice == "headline" or span.start == figure.sentence.start):
        return text
    return _CAPITAL.sub(lambda word: word[0].lower() if _is_common(word[0].lower(), document.text) else word[0], text)


def _is_common(word: str, text: str) -> bool:
    return re.search(rf"(?<![\w.]){word}\b", text) is not None


def _how_many(figure: Figure, what: str, words: _Words) -> str:
    action = figure.context.action
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
    """``army`` → ``the army``, ``Tarn campaign`` likewise; names, plurals and what has its article stay as they are."""
    words = text.split()
    if words[-1][0].isupper() or words[0].lower() in DETERMINERS or noun_lemma(words[-1].lower()) != words[-1].lower():
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
