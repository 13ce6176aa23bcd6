"""Which rule a figure answers. An index by noun, verb and kind of number leaves few rules to try on each."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import NamedTuple

from factcheck.claims.facts import Facts
from factcheck.ruleset import ClaimType, Ruleset
from factcheck.ruleset.words import PatternTimeoutError, WordSet, compile_words
from factcheck.vocabulary import Problem


class Step(NamedTuple):
    """One thing a rule asks of a figure, and how the figure stands to it."""

    name: str
    passed: bool
    says: str


class Rule:
    """A claim type ready to be tried: its words compiled, its steps in order of cost."""

    def __init__(self, claim: ClaimType, ruleset: Ruleset, order: int) -> None:
        self.claim = claim
        lists = ruleset.words
        self.counted, self.nouns = compile_words(claim.counted, lists), compile_words(claim.nouns, lists)
        self.done_to, self.done_by = compile_words(claim.done_to, lists), compile_words(claim.done_by, lists)
        self.not_counted = compile_words(claim.not_counted, lists)
        self.qualifiers = compile_words(claim.qualifiers, lists)
        self.not_qualifiers = compile_words(claim.not_qualifiers, lists)
        self.near, self.not_near = compile_words(claim.near, lists), compile_words(claim.not_near, lists)
        self.rank = (-claim.priority, -self._weight(), order)
        self.steps = tuple(self._steps())

    def _weight(self) -> int:
        """How much it asks: of two rules that match, the one that asks more is meant."""
        claim = self.claim
        verbs = bool(claim.done_to or claim.done_by)
        asked = (claim.counted, verbs, claim.qualifiers, claim.near, claim.unit, claim.per)
        return sum(map(bool, asked))

    def _steps(self) -> Iterator[tuple[str, Callable[[Facts], bool]]]:
        claim = self.claim
        yield "kind", lambda facts: facts.kind in claim.kind
        if claim.unit:
            yield "unit", lambda facts: facts.unit in claim.unit
        if claim.per:
            yield "per", lambda facts: facts.per in claim.per
        if claim.low is not None or claim.high is not None:
            yield "size", self._size_fits
        if self.nouns or self.counted or self.has_verbs:
            yield "words", self._words_fit
        if self.not_counted:
            yield "not_counted", lambda facts: not self._is_counted(self.not_counted, facts)
        if self.qualifiers:
            yield "qualifiers", lambda facts: self.qualifiers.in_words(facts.qualifiers, facts.counted_text)
        if self.not_qualifiers:
            yield "not_qualifiers", lambda facts: not self._excluded(facts)
        if self.near:
            yield "near", lambda facts: self._is_near(self.near, facts)
        if self.not_near:
            yield "not_near", lambda facts: not self._is_near(self.not_near, facts)

    @property
    def has_verbs(self) -> bool:
        return bool(self.done_to or self.done_by)

    def matches(self, facts: Facts) -> bool:
        return all(passes(facts) for _, passes in self.steps)

    def _size_fits(self, facts: Facts) -> bool:
        low, high = self.claim.low, self.claim.high
        values = facts.figure.quantity.values
        return all((low is None or value >= low) and (high is None or value <= high) for value in values)

    def _words_fit(self, facts: Facts) -> bool:
        if self._is_counted(self.nouns, facts):
            return True
        return self._counted_fits(facts) and self._verb_fits(facts)

    def _counted_fits(self, facts: Facts) -> bool:
        if not facts.heads and self.claim.unsaid:
            return self.has_verbs
        if not self.counted:
            return self.has_verbs
        return self._is_counted(self.counted, facts)

    def _is_counted(self, words: WordSet, facts: Facts) -> bool:
        return words.is_head(facts.heads, facts.words, facts.counted_text)

    def _verb_fits(self, facts: Facts) -> bool:
        if not self.has_verbs:
            return True
        verbs = self.done_to if facts.role == "object" else self.done_by
        return bool(facts.verbs) and verbs.in_words(facts.verbs, " ".join(facts.verbs))

    def _excluded(self, facts: Facts) -> bool:
        return self.not_qualifiers.in_words(facts.qualifiers, facts.counted_text)

    def _is_near(self, words: WordSet, facts: Facts) -> bool:
        around = facts.near(self.claim.reach)
        return words.in_words(around, " ".join(around) if words.patterns else "")


class Matcher:
    """The rules of a rule set under an index; ``stopped`` holds the rules whose pattern ran out of time."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.rules = tuple(Rule(claim, ruleset, order) for order, claim in enumerate(ruleset.claims))
        self.stopped: dict[str, Problem] = {}
        self._by_noun: dict[tuple[str, str], list[Rule]] = {}
        self._by_verb: dict[tuple[str, str], list[Rule]] = {}
        self._by_kind: dict[str, list[Rule]] = {}
        for rule in self.rules:
            for kind in rule.claim.kind:
                self._enter(rule, kind)

    def _enter(self, rule: Rule, kind: str) -> None:
        by_noun = (rule.nouns,) if rule.has_verbs else (rule.nouns, rule.counted)
        by_verb = (rule.done_to, rule.done_by)
        if any(words.patterns for words in (*by_noun, *by_verb)) or not any((*by_noun, *by_verb)):
            self._by_kind.setdefault(kind, []).append(rule)
            return
        for index, wordsets in ((self._by_noun, by_noun), (self._by_verb, by_verb)):
            for form in frozenset[str]().union(*(words.heads() for words in wordsets)):
                index.setdefault((kind, form), []).append(rule)
            for phrase in (phrase for words in wordsets for phrase in words.phrases if index is self._by_verb):
                for form in phrase[0]:
                    index.setdefault((kind, form), []).append(rule)

    def candidates(self, facts: Facts) -> list[Rule]:
        """The rules worth trying on a figure, the best first."""
        found = {id(rule): rule for rule in self._by_kind.get(facts.kind, ())}
        for head in facts.heads:
            found.update((id(rule), rule) for rule in self._by_noun.get((facts.kind, head), ()))
        for verb in facts.verbs:
            found.update((id(rule), rule) for rule in self._by_verb.get((facts.kind, verb), ()))
        return sorted(found.values(), key=lambda rule: rule.rank)

    def matching(self, facts: Facts) -> Iterator[Rule]:
        """The rules that match a figure, the best first."""
        for rule in self.candidates(facts):
            if rule.claim.name not in self.stopped and self._passes(rule, facts):
                yield rule

    def _passes(self, rule: Rule, facts: Facts) -> bool:
        try:
            return rule.matches(facts)
        except PatternTimeoutError as error:
            claim = rule.claim
            what = f"the pattern re:'{error.pattern}' of \"{claim.name}\" takes too long and was stopped"
            todo = "take a plain word with ~, or a pattern without nested repeats"
            self.stopped[claim.name] = Problem(claim.path, claim.line, 1, what, todo)
            return False


@functools.lru_cache(maxsize=8)
def matcher(ruleset: Ruleset) -> Matcher:
    """The matcher of a rule set, made once."""
    return Matcher(ruleset)
