"""Who did it, and to whom: the subject of the number's clause, its agent, and what it was aimed at."""

from __future__ import annotations

from factcheck.context.action import find_action
from factcheck.context.action_words import action_words
from factcheck.context.model import Action, Cue, Mention
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma
from factcheck.quantities import Quantity
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import DETERMINER, OBJECT, POSSESSIVE, SUBJECT, TIME
from factcheck.spans import Span


def find_actor(view: SentenceView, quantity: Quantity) -> tuple[Mention | None, tuple[Cue, ...]]:
    """Who did what happened to what is counted; ``None`` when the text does not say."""
    action, _ = find_action(view, quantity)
    clause = _clause_of(view, quantity, action) if action is not None and action.role == "object" else None
    if clause is None:
        return None, ()
    return mention(view, clause.doer, "actor")


def find_target(view: SentenceView, quantity: Quantity) -> tuple[Mention | None, tuple[Cue, ...]]:
    """At whom or what it was aimed: "launched 80 drones at the port", "a tariff on steel"; whom the counted hit."""
    action, group = find_action(view, quantity)[0], view.group(quantity)
    clause = _clause_of(view, quantity, action) if action is not None else None
    if clause is None or action is None or group is None:
        return None, ()
    aims = action_words(view.vocabulary).targets
    for g in clause.groups:
        if g.preposition in aims and g.index > group.index and g.head >= 0 and not view.read.words[g.head].tags & TIME:
            return mention(view, g, "target")
    if action.role == "subject":
        return mention(view, next((g for g in clause.groups if g.role == "object" and g.number < 0), None), "target")
    return None, ()


def _clause_of(view: SentenceView, quantity: Quantity, action: Action) -> Clause | None:
    """The clause whose verb is the action of a quantity."""
    words, start = view.read.words, action.span.start if action.span is not None else -1
    for clause, _ in view.path(quantity):
        if clause.verb is not None and words[clause.verb.head].start == start:
            return clause
    return None


def mention(view: SentenceView, group: Group | None, part: str) -> tuple[Mention | None, tuple[Cue, ...]]:
    """A noun group as somebody or something named: its words from past the article to its last noun."""
    if group is None or group.head < 0 or group.number >= 0:
        return None, ()
    words = view.read.words
    if words[group.head].tags & (SUBJECT | OBJECT | TIME):
        return None, ()
    start = group.first
    while start < group.head and words[start].tags & (DETERMINER | POSSESSIVE) and words[start].text[0].isalpha():
        start += 1
    span = Span(words[start].start, words[group.head].stop)
    held = [word.lower for word in words[start : group.head + 1]]
    key = " ".join([*held[:-1], noun_lemma(held[-1])])
    return Mention(span.of(view.document.text), key, span), (Cue(part, span, key),)
