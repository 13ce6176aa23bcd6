"""Claims: a figure that answers a known question, a rule's or the generic "how many X were Y"."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.claims.asking import Asked, ask, place_words
from factcheck.claims.facts import Facts
from factcheck.claims.fitting import fit_figure
from factcheck.claims.matching import Rule, matcher
from factcheck.claims.model import Claim
from factcheck.claims.questions import DETERMINERS, asked_words, generic_question, plainly, plural_phrase, with_article
from factcheck.context.registry import PARTS
from factcheck.figures import Figure
from factcheck.lemmas import noun_lemma
from factcheck.ruleset import Ruleset
from factcheck.ruleset.templates import fill
from factcheck.spans import Span
from factcheck.vocabulary import Problem, Vocabulary

__all__ = ["Asked", "Claim", "ask", "claim_figures", "stopped_patterns"]


def claim_figures(figures: Iterable[Figure], ruleset: Ruleset) -> tuple[Claim, ...]:
    """Each figure with the question it answers: that of the best rule that matches, else a generic one."""
    rules = matcher(ruleset)
    return tuple(_claim(facts, next(iter(rules.matching(facts)), None), ruleset) for facts in map(Facts, figures))


def stopped_patterns(ruleset: Ruleset) -> tuple[Problem, ...]:
    """The rules that were given up so far in this process because their pattern ran out of time."""
    return tuple(sorted(matcher(ruleset).stopped.values()))


def _claim(facts: Facts, rule: Rule | None, ruleset: Ruleset) -> Claim:
    figure = facts.figure
    if rule is None:
        question = generic_question(figure, ruleset.vocabulary)
        return Claim(figure, None, None, question, (*_generic_key(figure), unit_kind(figure)))
    slots = _slots(facts, rule, ruleset.vocabulary)
    question = fill(rule.claim.question, slots)
    fitted = fit_figure(figure, rule.claim)
    return Claim(fitted, rule.claim.name, rule.claim, question, (rule.claim.name, unit_kind(figure)), slots)


def _generic_key(figure: Figure) -> tuple[str, str]:
    counted, action = figure.context.counted, figure.context.action
    return (counted.head if counted else "", action.lemma if action else "")


def unit_kind(figure: Figure) -> str:
    """What may be compared with what, coarsely: the kind of number; shares are one kind, and ages are durations."""
    kind = figure.quantity.kind
    return {"percent": "share", "ratio": "share", "age": "duration"}.get(kind, kind)


def _slots(facts: Facts, rule: Rule, vocabulary: Vocabulary) -> dict[str, str]:
    """What the rule's question may name."""
    quantity = facts.figure.quantity
    slots = {
        **{part.name: _slot(facts, rule, part.name, vocabulary) for part in PARTS if part.slot},
        "unit": quantity.unit.name if quantity.unit else "",
        "per": quantity.per or "",
    }
    return {name: text for name, text in slots.items() if text}


def _slot(facts: Facts, rule: Rule, name: str, vocabulary: Vocabulary) -> str:
    """What a question says of one part of the context; nothing where the text does not tell, or too little."""
    value = getattr(facts.figure.context, name)
    if value is None:
        return ""
    match name:
        case "counted":
            return _counted_slot(facts, rule, vocabulary)
        case "actor":
            return _actor_slot(facts)
        case "place":
            return place_words(facts.figure)
        case "when":
            return str(value.words)
        case "target":
            return _as_in_text(facts.figure, value.text, value.span)
    return str(value.text)


def _counted_slot(facts: Facts, rule: Rule, vocabulary: Vocabulary) -> str:
    """What is counted, in the plural; nothing for a noun that names the action ("deaths") or the state ("dead")."""
    counted = facts.figure.context.counted
    if counted is None or noun_lemma(facts.written_head) != counted.head or rule.is_counted("nouns", facts):
        return ""
    known = frozenset(rule.claim.near).difference(counted.text.split()[-1:])  # the question says them already
    text = asked_words(plainly(facts.figure, counted), counted.head, vocabulary, known)
    if facts.kind in ("count", "ratio", "other"):
        return plural_phrase(text, counted.head)
    return with_article(text)


def _as_in_text(figure: Figure, text: str, span: Span | None) -> str:
    """A phrase with its article where the text gives it one: "the farm", but "steel"."""
    if span is None:
        return with_article(text)
    before = figure.document.text[max(0, span.start - 12) : span.start].split()
    return with_article(text) if before and before[-1].lower() in DETERMINERS else text


def _actor_slot(facts: Facts) -> str:
    """Who did it, where that is a name: a mere "sides" or "the attack" would tell a reader nothing."""
    actor = facts.figure.context.actor
    if actor is None or not actor.text[:1].isupper():
        return ""
    return "" if noun_lemma(actor.text.split()[-1].lower()) in facts.heads else actor.text
