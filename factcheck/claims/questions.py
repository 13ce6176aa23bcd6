"""One-line questions in plain English for figures that no rule claims, made from what is counted and what happened."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.context.model import MONEY, Action, Counted
from factcheck.figures import Figure
from factcheck.lemmas import is_plural, noun_lemma, past_forms, plural, verb_form
from factcheck.ruleset.templates import agreed
from factcheck.sentences.lexicon import lexicon
from factcheck.sentences.tagset import ADJECTIVE
from factcheck.vocabulary import Vocabulary, default_vocabulary, toml_table

_AROUND = " \"'“”‘’«»–—-"
_CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")
_NAME = re.compile(r"[A-Z][\w’'-]* [A-Z]")  # a second word that no sentence gave its capital
_ENDING_Y = re.compile(r"(?<=[^aeiou])y$")
DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "this", "that", "each", "both"))


@toml_table
class Questions:
    """Templates by kind of number, and the verbs that would say nothing in a question."""

    silent: frozenset[str]
    objectless: frozenset[str]
    prepositions: frozenset[str]
    passive: frozenset[str]
    turns: frozenset[str]
    unasked: frozenset[str]
    vague: frozenset[str]
    dangling: frozenset[str]
    measured: Mapping[str, str]
    bare: Mapping[str, str]


def questions_of(vocabulary: Vocabulary) -> Questions:
    return vocabulary.bind("questions", Questions)


def generic_question(figure: Figure, vocabulary: Vocabulary) -> str:
    """The question of a figure that no rule claims."""
    questions = questions_of(vocabulary)
    kind, counted = figure.quantity.kind, figure.context.counted
    if counted is None or counted.told is None or _is_unit(figure, counted):
        asked = MONEY if counted is not None and counted.head == MONEY else kind  # "spent millions"
        return questions.bare.get(asked, questions.bare["other"])
    text = asked_words(plainly(figure, counted), counted.head, vocabulary)
    if kind == "count" and counted.head in questions.turns:
        return questions.bare["turns"]
    if kind == "count" and has_plural(figure, counted):
        return _how_many(figure, plural_phrase(text, counted.head), vocabulary)
    template = questions.measured.get(kind, questions.measured["other"])
    whole = {"of": with_article(text), "counted": plural_phrase(text, counted.head), "singular": counted.head}
    return agreed(template, whole).format(**whole)


def asked_words(text: str, head: str, vocabulary: Vocabulary, known: frozenset[str] = frozenset()) -> str:
    """What is counted without the words in front that go with a number told but not with one asked for.

    One had "five of their own officials" and "a total of nine"; nobody asks "How many own officials". Adjectives that
    are ``known`` stand in the question already: "How many unemployed persons are out of work".
    """
    entry = lexicon(vocabulary).entry
    unasked = questions_of(vocabulary).unasked | {word for word in known if entry(word).usual & ADJECTIVE}
    first, _, rest = text.partition(" ")
    while rest and first in unasked and first != head:  # not the "Combined" of a name
        text = rest
        first, _, rest = text.partition(" ")
    return text


def has_plural(figure: Figure, counted: Counted) -> bool:
    """Whether a text shows that what is counted has a plural: it stands in it, or beside a number that wants none."""
    if any(is_plural(word) for word in counted.text.lower().split()[-1:]) or counted.span is None:
        return True
    if not figure.quantity.values or any(value in (0, 1) for value in figure.quantity.values) or is_hyphened(figure):
        return counted.text.split()[-1].islower()
    return noun_lemma(counted.head) != counted.text.split()[-1].lower()


def is_hyphened(figure: Figure) -> bool:
    """Whether the number is tied to its noun, which then stands in the singular: "a 12-member panel"."""
    return figure.document.text[figure.quantity.span.stop : figure.quantity.span.stop + 1] in ("-", "‑", "‐")


def _is_unit(figure: Figure, counted: Counted) -> bool:
    """Whether what is counted is only the unit again: "12 million dollars"."""
    span = figure.quantity.unit_span
    if span is None or figure.quantity.unit is None or figure.quantity.kind == "count":
        return False
    names = (figure.quantity.unit.name.lower(), *span.of(figure.document.text).lower().split())
    return counted.head in {noun_lemma(name) for name in names}


def plainly(figure: Figure, counted: Counted) -> str:
    """What is counted without the quotes and dashes around it, and without a capital that only its place gave it.

    A headline and the start of a sentence put capitals on words that the same article writes without, or that every
    article would: a common word that it has with a capital nowhere else.
    """
    text = counted.text.strip(_AROUND) or counted.text
    span = counted.span
    if span is None or not (figure.context.voice == "headline" or span.start == figure.sentence.start):
        return text
    if figure.context.voice != "headline" and _NAME.match(text):
        return text  # "Green Party members"
    return _CAPITAL.sub(lambda word: word[0].lower() if _is_common(word[0], figure) else word[0], text)


def _is_common(word: str, figure: Figure) -> bool:
    """Whether a text has a word in lower case too, or at least nowhere else a capital inside a sentence."""
    lower, text = word.lower(), figure.document.text
    if re.search(rf"(?<![\w.]){lower}\b", text) is not None:
        return True
    if lower not in lexicon(default_vocabulary()):
        return False
    inside = re.finditer(rf"(?<=[a-z,’'] ){word}\b", text)
    return all(figure.sentence.start <= found.start() < figure.sentence.stop for found in inside)


def _how_many(figure: Figure, what: str, vocabulary: Vocabulary) -> str:
    action, words = figure.context.action, questions_of(vocabulary)
    silent = words.silent | lexicon(vocabulary).words("plainly")
    if action is None or action.lemma in silent or verb_form(action.lemma.partition("-")[0]) is None:
        return f"How many {what}?"
    if _repeats(what.split()[-1].lower(), action.lemma):
        return f"How many {what}?"
    if action.role == "object":
        sure = action.lemma not in words.objectless and _is_object(figure, action, words)
        done = participle(action.lemma)
        what = what.removeprefix(f"{done} ")  # "arrested men"
        return f"How many {what} were {done}?" if sure else f"How many {what}?"
    return f"How many {what} {past(action.lemma)}?" if _stands_alone(figure, action, words) else f"How many {what}?"


def _repeats(noun: str, verb: str) -> bool:
    """Whether a noun is the verb's own deed ("demands were demanded"), not who does it ("killers were killed")."""
    stem = _ENDING_Y.sub("i", verb.removesuffix("e"))
    return len(stem) > 3 and noun.startswith(stem) and not noun.startswith((f"{stem}er", f"{stem}or"))


def _is_object(figure: Figure, action: Action, words: Questions) -> bool:
    """Whether the verb is sure to be done to what is counted: no preposition stands between ("met in two capitals")."""
    if action.span is None or action.span.stop > figure.quantity.span.start:
        return True
    between = figure.document.text[action.span.stop : figure.quantity.span.start].lower().split()
    return words.prepositions.isdisjoint(between)


def _stands_alone(figure: Figure, action: Action, words: Questions) -> bool:
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
