"""One-line questions in plain English: a rule's, with its slots filled, or one made from what is counted and done."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from factcheck.figures import Figure
from factcheck.lemmas import inflections, noun_lemma
from factcheck.ruleset.templates import fill

_MEASURES: Mapping[str, str] = {
    "length": "What distance or length was given for {of}?",
    "area": "How large was {of}?",
    "volume": "What volume was given for {of}?",
    "mass": "How much did {of} weigh?",
    "speed": "How fast was {of}?",
    "temperature": "What was the temperature of {of}?",
    "duration": "How long was {of}?",
    "age": "How old was {of}?",
    "magnitude": "What was the magnitude of {of}?",
    "percent": "What percentage was given for {of}?",
    "points": "By how many percentage points did {of} change?",
    "ratio": "What share of {plural}?",
    "multiple": "By what factor did {of} change?",
    "rate": "At what rate was {of}?",
}
_BARE: Mapping[str, str] = {
    "length": "What distance or length is it?",
    "area": "How large is the area?",
    "speed": "How fast was it?",
    "duration": "How long did it take or last?",
    "age": "How old is it?",
    "percent": "What percentage was it?",
    "ratio": "What share was it?",
}


def rule_question(template: str, slots: Mapping[str, str]) -> str:
    """A rule's question for one figure."""
    return fill(template, slots)


def generic_question(figure: Figure) -> str:
    """The question of a figure that no rule claims."""
    kind = figure.quantity.kind
    if kind == "money":
        return _money(figure)
    if kind in ("count", "ordinal", "other"):
        return _which(figure) if kind == "ordinal" else _how_many(figure)
    counted = figure.context.counted
    if counted is None:
        return _BARE.get(kind, f"What {kind} was given?")
    measure = _MEASURES.get(kind, f"What {kind} was given for {{of}}?")
    return measure.format(of=f"the {counted.text}", plural=plural_phrase(counted.text, counted.head))


def _how_many(figure: Figure) -> str:
    counted = figure.context.counted
    what = plural_phrase(counted.text, counted.head) if counted else "there"
    action = figure.context.action
    if action is None or action.lemma in ("be", "have"):
        return f"How many {what} were there?" if counted else "How many were there?"
    subject = f"How many {what}" if counted else "How many"
    if action.role == "object":
        return f"{subject} were {participle(action.lemma)}?"
    return f"{subject} {past(action.lemma)}?"


def _which(figure: Figure) -> str:
    counted = figure.context.counted
    return f"Which {counted.head} in the row was it?" if counted else "Which one in the row was it?"


def _money(figure: Figure) -> str:
    counted, action = figure.context.counted, figure.context.action
    of = f" for the {counted.text}" if counted else ""
    if action is None or action.lemma in ("be", "have"):
        return f"How much money was given{of}?" if not counted else f"How much was the {counted.text}?"
    if action.role == "object":
        return f"How much money was {participle(action.lemma)}{of}?"
    return f"How much money did the {counted.text} {action.lemma}?" if counted else "How much money was it?"


def plural_phrase(text: str, head: str) -> str:
    """What is counted, in the plural: ``Russian bomber`` → ``Russian bombers``."""
    words = text.split()
    for at in range(len(words) - 1, -1, -1):
        word = words[at].lower()
        if word == head and noun_lemma(word) == head:
            words[at] = _plural(words[at])
            return " ".join(words)
        if noun_lemma(word) == head:
            return text
    return text


@functools.cache
def _plural(word: str) -> str:
    forms = inflections(word.lower()) - {word.lower()}
    plurals = sorted((f for f in forms if noun_lemma(f) == word.lower() and not f.endswith(("ing", "ed"))), key=len)
    return plurals[0] if plurals else word


@functools.cache
def past(verb: str) -> str:
    """``arrive`` → ``arrived``, ``flee`` → ``fled``."""
    return verb_forms(verb)[0]


@functools.cache
def participle(verb: str) -> str:
    """``kill`` → ``killed``, ``shoot`` → ``shot``, ``take`` → ``taken``."""
    return verb_forms(verb)[1]


def verb_forms(verb: str) -> tuple[str, str]:
    from factcheck.lemmas import _irregular  # the table is ordered: third person, past, participle, -ing

    forms = _irregular().verbs.get(verb)
    if forms and len(forms) >= 3:
        return forms[1], forms[2]
    ending = sorted((form for form in inflections(verb) if form.endswith("ed")), key=len)
    return (ending[0], ending[0]) if ending else (verb, verb)
