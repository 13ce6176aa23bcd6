"""Why a rule matches a figure, or the first step at which it fails: for `explain` and `rules try`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    nearness: int  # how many of its words were met: what is counted, what happened, what stands near

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


def _distance(attempt: Attempt, rank: Rank) -> tuple[bool, int, int, Rank]:
    if attempt.matched:
        return False, 0, 0, rank
    return True, -attempt.nearness, attempt.asked - len(attempt.steps), rank


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
    return Attempt(rule.claim, tuple(steps), len(rule.steps), _nearness(rule, facts, steps))


def _nearness(rule: Rule, facts: Facts, steps: Sequence[Step]) -> int:
    if not steps[0].passed:  # another kind of number
        return 0
    claim = rule.claim
    counted = bool(claim.counted) and rule.is_counted("counted", facts)
    happened = rule.has_verbs and rule.verb_fits(facts)
    near = bool(claim.near) and any(step.passed for step in steps if step.name == "near")
    return 2 * counted + 2 * happened + near


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
        return "; ".join(_words_say(rule, facts))
    if name in ("near", "not_near"):
        found = rule.words(name).found_in(facts.near(claim.reach))
        return f"within {claim.reach} words: {', '.join(found) or 'none'}; {_asked(name, getattr(claim, name))}"
    has = " ".join(facts.words if name == "not_counted" else facts.qualifiers)
    return f'counted is "{has}"; {_asked(name, getattr(claim, name))}'


def _words_say(rule: Rule, facts: Facts) -> Iterator[str]:
    claim, counted, action = rule.claim, facts.figure.context.counted, facts.figure.context.action
    says = f'counted is "{counted.text}"' if counted else "what is counted is not said"
    if claim.nouns and facts.counted_here and rule.is_counted("nouns", facts):
        yield f"{says}, a noun asked for"
        return
    if claim.counted:
        fits = rule.is_counted("counted", facts) or (claim.unsaid and not facts.heads)
        yield f"{says}, as asked" if fits else f"{says}, not {_listed(claim.counted)}"
    elif claim.nouns and not rule.has_verbs:
        yield f"{says}, not {_listed(claim.nouns)}"
    if rule.has_verbs and action is None:
        yield f"what happened is not said; asked: {_listed((*claim.done_to, *claim.done_by))}"
    elif rule.has_verbs and action is not None:
        key, role = ("done_to", "done to") if facts.role == "object" else ("done_by", "done by")
        says = f'what is {role} them is "{action.lemma}"'
        yield f"{says}, as asked" if rule.verb_fits(facts) else f"{says}, not {_listed(getattr(claim, key))}"


def _listed(words: tuple[str, ...]) -> str:
    shown = ", ".join(words[:_SHOWN]) + (", …" if len(words) > _SHOWN else "")
    return shown or "asked for"


def _asked(key: str, words: tuple[str, ...]) -> str:
    return f"{key}: {_listed(words)}"
