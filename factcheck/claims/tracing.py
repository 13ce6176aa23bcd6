"""Why a rule matches a figure, or the first step at which it fails: for `explain` and `rules try`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.claims.facts import Facts
from factcheck.claims.matching import Rank, Rule, Step, matcher
from factcheck.figures import Figure
from factcheck.ruleset import ClaimType, Ruleset
from factcheck.ruleset.words import PatternTimeoutError

_SHOWN = 4  # words of a rule that are named in a step


@dataclass(frozen=True, slots=True)
class Attempt:
    """One rule tried on one figure: every step up to the first that failed."""

    claim: ClaimType
    steps: tuple[Step, ...]
    asked: int  # how many steps there are in all

    @property
    def matched(self) -> bool:
        return all(step.passed for step in self.steps)


def try_rules(figure: Figure, ruleset: Ruleset, most: int | None = None) -> tuple[Attempt, ...]:
    """Every rule tried on a figure: those that match first, the best of them leading, then the nearest."""
    facts = Facts(figure)
    attempts = [(_try(rule, facts), rule.rank(facts)) for rule in matcher(ruleset).rules]
    attempts.sort(key=lambda pair: _distance(*pair))
    best: dict[str, Attempt] = {}  # of several ways to say one claim the nearest speaks for it
    for attempt, _ in attempts:
        best.setdefault(attempt.claim.name, attempt)
    return tuple(best.values())[:most]


def _distance(attempt: Attempt, rank: Rank) -> tuple[bool, float, Rank]:
    passed = sum(step.passed for step in attempt.steps) / attempt.asked
    words = any(step.passed for step in attempt.steps if step.name in ("words", "near"))
    return (not attempt.matched, -passed - words, rank)


def _try(rule: Rule, facts: Facts) -> Attempt:
    steps = []
    for name, passes in rule.steps:
        try:
            passed, says = passes(facts), _says(name, rule, facts)
        except PatternTimeoutError as error:
            passed, says = False, f"the pattern re:'{error.pattern}' took too long and was stopped"
        steps.append(Step(name, passed, says))
        if not passed:
            break
    return Attempt(rule.claim, tuple(steps), len(rule.steps))


def _says(name: str, rule: Rule, facts: Facts) -> str:
    """What the rule asks at this step beside what the figure has."""
    claim = rule.claim
    if name == "kind":
        return f"the number is of kind {facts.kind}; asked: {', '.join(claim.kind)}"
    if name in ("unit", "per"):
        return f"its {name} is {getattr(facts, name) or 'not said'}; asked: {', '.join(getattr(claim, name))}"
    if name == "size":
        return f"asked: from {claim.low or 'anything'} to {claim.high or 'anything'}"
    if name == "words":
        return "; ".join(_words_say(claim, facts))
    if name in ("near", "not_near"):
        found = rule.words(name).found_in(facts.near(claim.reach))
        return f"within {claim.reach} words: {', '.join(found) or 'none'}; {_asked(name, getattr(claim, name))}"
    has = " ".join(facts.words if name == "not_counted" else facts.qualifiers)
    return f'counted is "{has}"; {_asked(name, getattr(claim, name))}'


def _words_say(claim: ClaimType, facts: Facts) -> Iterator[str]:
    counted, action = facts.figure.context.counted, facts.figure.context.action
    yield f'counted is "{counted.text}" (head {counted.head})' if counted else "what is counted is not said"
    done = "done to them" if facts.role == "object" else "done by them"
    yield f'what happened is "{action.lemma}" ({done})' if action else "what happened is not said"
    for key in ("counted", "done_to", "done_by", "nouns"):
        if getattr(claim, key):
            yield _asked(key, getattr(claim, key))


def _asked(key: str, words: tuple[str, ...]) -> str:
    shown = ", ".join(words[:_SHOWN]) + (", …" if len(words) > _SHOWN else "")
    return f"{key}: {shown}"
