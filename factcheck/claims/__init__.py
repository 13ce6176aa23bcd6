"""Claims: a figure that answers a known question, a rule's or the generic "how many X were Y"."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.claims.facts import Facts
from factcheck.claims.matching import Rule, matcher
from factcheck.claims.model import Claim
from factcheck.claims.questions import generic_question, plural_phrase, rule_question
from factcheck.figures import Figure
from factcheck.ruleset import Ruleset
from factcheck.vocabulary import Problem

__all__ = ["Claim", "claim_figures", "stopped_patterns"]


def claim_figures(figures: Iterable[Figure], ruleset: Ruleset) -> tuple[Claim, ...]:
    """Each figure with the question it answers: that of the best rule that matches, else a generic one."""
    rules = matcher(ruleset)
    return tuple(_claim(facts, next(rules.matching(facts), None)) for facts in map(Facts, figures))


def stopped_patterns(ruleset: Ruleset) -> tuple[Problem, ...]:
    """The rules that were given up so far in this process because their pattern ran out of time."""
    return tuple(sorted(matcher(ruleset).stopped.values()))


def _claim(facts: Facts, rule: Rule | None) -> Claim:
    figure = facts.figure
    if rule is None:
        return Claim(figure, None, None, generic_question(figure), (*_generic_key(figure), unit_kind(figure)))
    slots = _slots(facts, rule)
    question = rule_question(rule.claim.question, slots)
    return Claim(figure, rule.claim.name, rule.claim, question, (rule.claim.name, unit_kind(figure)), slots)


def _generic_key(figure: Figure) -> tuple[str, str]:
    counted, action = figure.context.counted, figure.context.action
    return (counted.head if counted else "", action.lemma if action else "")


def unit_kind(figure: Figure) -> str:
    """What can be compared with what: the dimension of the unit, else the kind of number; shares are one kind."""
    quantity = figure.quantity
    if quantity.kind in ("percent", "ratio"):
        return "share"
    if quantity.kind in ("count", "money", "points", "rate") or quantity.unit is None:
        return quantity.kind
    return quantity.unit.dimension


def _slots(facts: Facts, rule: Rule) -> dict[str, str]:
    """What the rule's question may name. A noun that names the action ("deaths") is not what is counted."""
    context, quantity = facts.figure.context, facts.figure.quantity
    slots: dict[str, str] = {}
    counted = context.counted
    if counted and not rule.is_counted("nouns", facts):
        many = quantity.kind in ("count", "other")
        slots["counted"] = plural_phrase(counted.text, counted.head) if many else counted.text
    for name, mention in (("actor", context.actor), ("target", context.target)):
        if mention:
            slots[name] = mention.text
    if context.place:
        slots["place"] = context.place.name
    if context.when and context.when.words:
        slots["when"] = context.when.words
    if quantity.unit:
        slots["unit"] = quantity.unit.name
    if quantity.per:
        slots["per"] = quantity.per
    return slots
