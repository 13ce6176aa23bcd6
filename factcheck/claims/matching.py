"""Which rule a figure answers. An index by noun, verb and kind of number leaves few rules to try on each."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from factcheck.claims.facts import Facts
from factcheck.ruleset import ClaimType, Ruleset
from factcheck.ruleset.words import PatternTimeoutError, WordSet, compile_words, index_words
from factcheck.vocabulary import Problem

Rank = tuple[int, int, int, int]


class Step(NamedTuple):
    """One thing a rule asks of a figure, and how the figure stands to it."""

    name: str
    passed: bool
    says: str


class Rule:
    """One way of a claim type ready to be tried: steps in order of cost, words compiled when they are first asked."""

    def __init__(self, claim: ClaimType, ruleset: Ruleset, order: int, *, aside: bool = False) -> None:
        self.claim = claim
        self.aside = aside  # one of the other ways, under "also"
        self.lists = ruleset.words
        self.has_verbs = bool(claim.done_to or claim.done_by)
        self._words: dict[str, WordSet] = {}
        self.weight = self._weight()
        self.order = order

    @functools.cached_property
    def steps(self) -> tuple[tuple[str, Callable[[Facts], bool]], ...]:
        return tuple(self._steps())

    def words(self, key: str) -> WordSet:
        """The words of one key, compiled."""
        if key not in self._words:
            self._words[key] = compile_words(getattr(self.claim, key), self.lists)
        return self._words[key]

    def _weight(self) -> int:
        """How much it asks: of two rules that match, the one that asks more is meant; what happened tells most."""
        claim = self.claim
        asked = (claim.counted or claim.nouns, claim.qualifiers, claim.near, claim.unit, claim.per)
        return 3 * self.has_verbs + 2 * bool(asked[0]) + sum(map(bool, asked[1:]))

    def _steps(self) -> Iterator[tuple[str, Callable[[Facts], bool]]]:
        claim = self.claim
        yield "kind", lambda facts: facts.kind in claim.kind
        if claim.unit:
            yield "unit", lambda facts: facts.unit in claim.unit
        if claim.per:
            yield "per", lambda facts: facts.per in claim.per
        if claim.low is not None or claim.high is not None:
            yield "size", self._size_fits
        if claim.nouns or claim.counted or self.has_verbs:
            yield "words", self._words_fit
        if claim.not_counted:
            yield "not_counted", lambda facts: not self.is_counted("not_counted", facts)
        if claim.qualifiers:
            yield "qualifiers", lambda facts: self._is_qualified("qualifiers", facts)
        if claim.not_qualifiers:
            yield "not_qualifiers", lambda facts: not self._is_qualified("not_qualifiers", facts)
        if claim.near:
            yield "near", lambda facts: self._is_near("near", facts)
        if claim.not_near:
            yield "not_near", lambda facts: not self._is_near("not_near", facts)

    def matches(self, facts: Facts) -> bool:
        """Whether a figure of the right kind, as the index gives it, passes the other steps."""
        return all(passes(facts) for _, passes in self.steps[1:])

    def rank(self, facts: Facts) -> Rank:
        """The place of this rule among those that match a figure: the lowest is meant.

        The rule of higher precedence (another way of a rule that only heeds words nearby has none), then the one that
        asks more, then the one whose words stand nearest the number;
        a word that must be near counts most where it is the very thing counted.
        """
        claim, weight, distance = self.claim, self.weight, 0
        if claim.near:
            distance = facts.distance(self.words("near"), claim.reach)
            weight += 2 * (not claim.counted and self.is_counted("near", facts))
        aside = self.aside and bool(claim.near) and not self.has_verbs
        return (-min(claim.precedence, 0) if aside else -claim.precedence, -weight, distance, self.order)

    def _size_fits(self, facts: Facts) -> bool:
        low, high = self.claim.low, self.claim.high
        values = facts.figure.quantity.values
        return all((low is None or value >= low) and (high is None or value <= high) for value in values)

    def _words_fit(self, facts: Facts) -> bool:
        if self.claim.nouns and facts.counted_here and self.is_counted("nouns", facts):
            return True
        return self._counted_fits(facts) and self.verb_fits(facts)

    def _counted_fits(self, facts: Facts) -> bool:
        if not facts.heads and self.claim.unsaid:
            return self.has_verbs and facts.unit is None  # "by 12 points" has its noun, if not one that is counted
        return self.is_counted("counted", facts) if self.claim.counted else self.has_verbs

    def is_counted(self, key: str, facts: Facts) -> bool:
        """Whether what is counted is headed by one of the words of a key."""
        return self.words(key).is_head(facts.heads, facts.words, facts.counted_text)

    def verb_fits(self, facts: Facts) -> bool:
        """Whether what happened is one of the verbs, in the role they ask for; any will do where none is given."""
        if not self.has_verbs:
            return True
        verbs = self.words("done_to" if facts.role == "object" else "done_by")
        return bool(facts.verbs) and verbs.is_verb(facts.verbs, facts.verb_phrase)

    def _is_qualified(self, key: str, facts: Facts) -> bool:
        return self.words(key).in_words(facts.qualifiers, facts.counted_text)

    def _is_near(self, key: str, facts: Facts) -> bool:
        words, around = self.words(key), facts.near(self.claim.reach)
        return words.in_words(around, " ".join(around) if words.patterns else "")


Index = dict[str, dict[str, list[Rule]]]  # by kind of number, then by a word in its base form


class Matcher:
    """The rules of a rule set under an index; ``stopped`` holds the rules whose pattern ran out of time."""

    def __init__(self, ruleset: Ruleset) -> None:
        ways = ((way, at > 0) for claim in ruleset.claims for at, way in enumerate(claim.ways()))
        self.rules = tuple(Rule(way, ruleset, order, aside=aside) for order, (way, aside) in enumerate(ways))
        self.stopped: dict[str, Problem] = {}
        self._by_noun: Index = {}
        self._by_verb: Index = {}
        self._by_near: Index = {}
        self._reach: dict[str, int] = {}  # how far the near words of each kind of number may stand
        self._by_kind: dict[str, list[Rule]] = {}
        for rule in self.rules:
            self._enter(rule)

    def _enter(self, rule: Rule) -> None:
        """Put a rule where a figure will look for it: under its nouns and verbs, else under its near words."""
        claim = rule.claim
        by_noun = claim.nouns if rule.has_verbs else (*claim.nouns, *claim.counted)
        nouns = index_words(by_noun, rule.lists)
        verbs = index_words((*claim.done_to, *claim.done_by), rule.lists)
        near = index_words(claim.near, rule.lists)
        for kind in claim.kind:
            if nouns is not None and verbs is not None and (nouns[1] or verbs[0]):
                self._put(self._by_noun, kind, nouns[1], rule)
                self._put(self._by_verb, kind, verbs[0] | verbs[1], rule)
            elif nouns is not None and verbs is not None and near is not None and near[0]:
                self._put(self._by_near, kind, near[0], rule)
                self._reach[kind] = max(claim.reach, self._reach.get(kind, 0))
            else:
                self._by_kind.setdefault(kind, []).append(rule)

    @staticmethod
    def _put(index: Index, kind: str, words: Iterable[str], rule: Rule) -> None:
        rules = index.setdefault(kind, {})
        for word in words:
            rules.setdefault(word, []).append(rule)

    def candidates(self, facts: Facts) -> list[Rule]:
        """The rules worth trying on a figure."""
        kind = facts.kind
        found = {rule.order: rule for rule in self._by_kind.get(kind, ())}
        near = facts.near_keys(self._reach[kind]) if kind in self._reach else frozenset[str]()
        looked_up = ((self._by_noun, facts.head_keys), (self._by_verb, facts.verb_keys), (self._by_near, near))
        for index, words in looked_up:
            rules = index.get(kind, {})
            for word in rules.keys() & words:
                found.update((rule.order, rule) for rule in rules[word])
        return list(found.values())

    def matching(self, facts: Facts) -> list[Rule]:
        """The rules that match a figure, each claim once, the one that is meant first."""
        passed = [rule for rule in self.candidates(facts) if self._passes(rule, facts)]
        if len(passed) > 1:
            passed.sort(key=lambda rule: rule.rank(facts))
        best: dict[str, Rule] = {}
        for rule in passed:
            best.setdefault(rule.claim.name, rule)
        return list(best.values())

    def _passes(self, rule: Rule, facts: Facts) -> bool:
        if rule.claim.name in self.stopped:
            return False
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
