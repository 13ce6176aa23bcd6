"""Whether a number is affirmed or denied, and whether "no" reports an absence or is the absence of a report.

Denied is a number under a negation or a denial on the path from its clause to the whole sentence: "did not lose 40
tanks", "denied that 12 had died", "40 jets were not hit". Who did not do something are as many all the same.
"""

from __future__ import annotations

import functools
from decimal import Decimal
from itertools import takewhile

from factcheck.context.heads import noun_of
from factcheck.context.matching import Phrases
from factcheck.context.modality import is_known
from factcheck.context.model import Cue, Polarity
from factcheck.context.noun_words import nouns
from factcheck.context.reach import climb, is_apart, is_event
from factcheck.context.view import SentenceView
from factcheck.lemmas import inflections
from factcheck.quantities import Quantity
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import NEGATION
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary, toml_table

_AFTER = 8  # words after "no" in which it is told that nothing was reported yet
_TAKEN = frozenset({"content", "infinitive", "gerund", "participle"})


@toml_table
class _Unreported:
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    verbs: frozenset[str]
    adverbs: frozenset[str]


@toml_table
class _Words:
    denying: frozenset[str]
    claims: frozenset[str]
    pseudo: Phrases
    unreported: _Unreported


def _words(vocabulary: Vocabulary) -> _Words:
    return vocabulary.bind("polarity", _Words)


@functools.lru_cache(maxsize=8)
def _unreported(vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str]]:
    words = _words(vocabulary).unreported
    found = {form for word in words.nouns for form in (inflections(word[:-1]) if word.endswith("~") else {word})}
    return frozenset(found), frozenset(words.adjectives)


def find_polarity(view: SentenceView, quantity: Quantity) -> tuple[Polarity, tuple[Cue, ...]]:
    """``denied`` for a number under a negation or a denial; "no casualties" affirms that there were none."""
    group = view.group(quantity)
    span = None if group is None else _denial(view, quantity, group)
    return ("affirmed", ()) if span is None else ("denied", (Cue("polarity", span, "denied"),))


def _denial(view: SentenceView, quantity: Quantity, group: Group) -> Span | None:
    words = _words(view.vocabulary)
    if (none := _none_of(view, group)) is not None:
        return none
    if is_known(view, quantity, group) or (quantity.vague and group.role == "subject"):
        return None
    for clause, hung in view.read.path(group):
        if clause.verb is not None:
            span = _negated(view, clause, hung, group, quantity, words) or _denied(view, clause, hung, words)
            if span is not None:
                return span
        if clause.opener == "without":
            return view.read.words[view.read.groups[clause.start].start].span
        behind = view.read.groups[clause.start - 1].kind == "comma" and clause.kind == "participle"
        if behind or (clause.kind == "infinitive" and clause.under is not None):
            return None  # "did not stop, hitting 12", "the measure to give 12"
        if clause.kind in ("relative", "subordinate", "coordinate", "main", "aside"):
            return None
    return None


def _none_of(view: SentenceView, group: Group) -> Span | None:
    """ "None of the 12 men was charged"."""
    under = group.under if group.preposition == "of" else None
    words = view.read.words[under.start : under.stop] if under is not None else ()
    return next((word.span for word in words if word.lower in ("none", "neither", "nobody")), None)


def _negated(
    view: SentenceView, clause: Clause, hung: str, group: Group, quantity: Quantity, words: _Words
) -> Span | None:
    """The negation of a clause's verb, where it reaches the number."""
    verb = clause.verb
    if verb is None or not verb.negated:
        return None
    at = next(
        (w for w in view.read.words[verb.start : verb.stop] if w.known & NEGATION or w.lower.endswith(("n't", "n’t"))),
        None,
    )
    if at is None or words.pseudo.at(view.read.words, at.index):
        return None
    if group.role in ("of", "within", "apposition") or is_apart(view, group):
        return None  # "did not beat a record of 12", "did not ring until May, 12 days later"
    led = climb(group)[-1]
    subject = led is clause.subject
    if subject and (not verb.passive or quantity.kind != "count"):
        return None  # "12 senators did not vote": they are 12
    if led.index < verb.index and not subject:
        return None  # "in 12 towns nobody was hurt", "fining it $5m does not help"
    waits = quantity.kind == "duration" and (group.preposition in ("in", "for", "over") or verb.modal)
    return None if hung == "content" or waits else at.span  # "did not answer for 12 weeks"


def _denied(view: SentenceView, clause: Clause, hung: str, words: _Words) -> Span | None:
    """A verb of denial that takes the number's clause, or a claim that holds it; or the lack of any sign of it."""
    verb = clause.verb
    if verb is None or verb.passive:
        return None
    held = hung in _TAKEN or (hung in ("of", "relative") and any(_is_claim(view, g, words) for g in clause.groups))
    if verb.lemma in words.denying and held:
        return view.read.words[verb.head].span
    return _no_sign(view, clause) if hung == "content" else None


def _is_claim(view: SentenceView, group: Group, words: _Words) -> bool:
    """Whether an object is a claim or what befell somebody: "denied reports of 12 dead", "the deaths of 12"."""
    if group.role != "object" or group.head < 0 or group.number >= 0:
        return False
    noun = noun_of(view.read, group.head)
    return is_event(view, group) or noun in words.claims or noun in nouns(view.vocabulary).events


def _no_sign(view: SentenceView, clause: Clause) -> Span | None:
    """ "There is no evidence that 12 died": the absence of what would show it."""
    signs, _ = _unreported(view.vocabulary)
    for group in (clause.subject, *clause.groups):
        if group is not None and group.head >= 0 and view.read.words[group.head].lower in signs:
            first = view.read.words[group.first]
            if first.lower == "no":
                return first.span
    return None


# "No" that reports nothing


def is_unreported(view: SentenceView, quantity: Quantity) -> bool:
    """Whether "no" speaks of the report, not of the thing: "no immediate reports of casualties" is not zero."""
    if quantity.values != (Decimal(0),):
        return False
    words = view.read.words
    word = view.read.number_words.get(view.index(quantity))
    if word is None:
        return False
    at = word.index + 1
    told, adjectives = _unreported(view.vocabulary)
    while at < len(words) and (words[at].lower in adjectives or words[at].lower in ("or", "and")):
        at += 1
    return at < len(words) and (words[at].lower in told or _not_yet_told(view, at))


def _not_yet_told(view: SentenceView, at: int) -> bool:
    """ "No casualties were immediately reported": nobody has told yet; "none were reported" is told as none."""
    words = _words(view.vocabulary).unreported
    behind = takewhile(lambda word: word.text[0].isalnum(), view.read.words[at : at + _AFTER])
    follow = {word.lower for word in behind}
    return not words.verbs.isdisjoint(follow) and not words.adverbs.isdisjoint(follow)
