"""The coarse class of each word: closed classes from ``words.toml``, verbs from the lexicon of `factcheck.lemmas`."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from factcheck.lemmas import is_plural, noun_lemma, verb_form
from factcheck.vocabulary import Vocabulary

# One letter per class, so that a sentence is a string over which phrases are found:
#   D determiner   P preposition   t "to"       c conjunction   w clause opener   r pronoun
#   b form of be   h form of have  m modal, do  a adverb        d day or month    j nationality and the like
#   n noun (or unknown)  s plural noun  v verb, finite  e past or participle  g -ing form
#   y noun or verb, plain ("attack")  Y plural noun or verb ("attacks")  H plain, past and noun ("hit", "put")
#   K the same, but oftener a noun ("cost", "cut")
#   q name   z possessive   # number   u unit   , comma   ; other stop   " quotation mark   - hyphen


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of ``words.toml``, each a string of words."""

    determiners: str
    prepositions: str
    conjunctions: str
    clause_openers: str
    pronouns: str
    be: str
    have: str
    modals: str
    adverbs: str
    not_adverbs: str
    participles: str
    weekdays: str
    months: str
    nounlike: str
    amounting: str
    gerund_nouns: str
    events_of_a_kind: str
    kinds_of_event: str
    time_nouns: str
    states: str
    demonyms: str
    groups: str


class Lexicon:
    """Word classes by lower-case word; what was looked up once is kept."""

    def __init__(self, words: Words) -> None:
        self.demonyms = frozenset(words.demonyms.split())
        self.groups = frozenset(words.groups.split())
        self.states = frozenset(words.states.split())
        self.amounting = frozenset(words.amounting.split())
        self.gerund_nouns = frozenset(words.gerund_nouns.split())
        self.events_of_a_kind = frozenset(words.events_of_a_kind.split())
        self.kinds_of_event = frozenset(words.kinds_of_event.split())
        self.time_nouns = frozenset(words.time_nouns.split())
        self.be = frozenset(words.be.split())
        self._nounlike = frozenset(words.nounlike.split())
        self._not_adverbs = frozenset(words.not_adverbs.split())
        self._known: dict[str, str] = {}
        # Later lists win where a word stands in two: "that" opens clauses first of all.
        for tag, listed in (
            ("j", words.participles), ("j", words.demonyms), ("j", words.groups), ("e", words.states),
            ("a", words.adverbs),
            ("r", words.pronouns), ("d", words.weekdays), ("d", words.months), ("D", words.determiners),
            ("P", words.prepositions), ("w", words.clause_openers), ("c", words.conjunctions),
            ("m", words.modals), ("h", words.have), ("b", words.be), ("t", "to"),
        ):  # fmt: skip
            self._known.update(dict.fromkeys(listed.split(), tag))
        self._known.update(dict.fromkeys(("may", "march"), "m"))
        self._known["march"] = "y"

    def tag(self, lower: str) -> str:
        """The class of a lower-case word, before its neighbours are looked at."""
        known = self._known.get(lower)
        if known is None:
            known = self._known[lower] = self._classify(lower)
        return known

    def is_people(self, lower: str) -> bool:
        """Whether a plural names people by nation, faith or party: "Malians", "Democrats"."""
        singular = noun_lemma(lower)
        return singular in self.demonyms or singular in self.groups

    def _classify(self, lower: str) -> str:
        if lower.endswith(("'s", "’s", "s'", "s’")):
            return "z"
        if lower.endswith("ly") and lower not in self._not_adverbs:
            return "a"
        verb = verb_form(lower)
        if verb is None:
            if lower.endswith("ed") and len(lower) > 4 and "-" not in lower:
                return "e"
            return "s" if is_plural(lower) else "n"
        if "ing" in verb.forms:
            return "g"
        if "base" in verb.forms:
            if "past" in verb.forms or "participle" in verb.forms:
                return "K" if lower in self._nounlike else "H"
            return "y" if verb.noun_too else "v"
        if "participle" in verb.forms:
            return "e"
        if "s" in verb.forms and verb.noun_too:
            return "Y"
        return "v"


@functools.lru_cache(maxsize=8)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    return Lexicon(vocabulary.bind("words", Words))
