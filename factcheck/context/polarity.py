"""Whether a number is affirmed or denied, and whether "no" reports an absence or is the absence of a report.

Denied is a number under a negation or a denial on the path from its clause to the whole sentence: "did not lose 40
tanks", "denied that 12 had died", "40 jets were not hit". Who did not do something are as many all the same.
"""

from __future__ import annotations

import itertools
from decimal import Decimal

from factcheck.context.given import is_aside, is_harm, is_known
from factcheck.context.head_nouns import noun_of
from factcheck.context.matching import Phrases
from factcheck.context.modal_moods import led_by
from factcheck.context.model import Cue, Polarity
from factcheck.context.noun_moods import unmeant
from factcheck.context.reach import is_told
from factcheck.context.verb_moods import TAKEN
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import NEGATION
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary, toml_table

_AFTER = 8  # words after "no" in which it is told that nothing was reported yet


@toml_table
class _Words:
    denying: frozenset[str]
    rejecting: frozenset[str]
    claims: frozenset[str]
    false: frozenset[str]
    true: frozenset[str]
    pseudo: Phrases
    open: frozenset[str]
    signs: frozenset[str]
    reporting: frozenset[str]
    yet: frozenset[str]
    by_which: frozenset[str]
    none: frozenset[str]


def _words(vocabulary: Vocabulary) -> _Words:
    return vocabulary.bind("polarity", _Words)


def find_polarity(view: SentenceView, quantity: Quantity) -> tuple[Polarity, tuple[Cue, ...]]:
    """``denied`` for a number under a negation or a denial; "no casualties" affirms that there were none."""
    group = view.group(quantity)
    span = None if group is None else _denial(view, quantity, group)
    return ("affirmed", ()) if span is None else ("denied", (Cue("polarity", span, "denied"),))


def _denial(view: SentenceView, quantity: Quantity, group: Group) -> Span | None:
    words = _words(view.vocabulary)
    none = _none_of(view, group)
    if none is not None:
        return none
    if is_aside(view, quantity) or is_known(view, quantity) or (quantity.vague and group.role == "subject"):
        return None
    inner: Clause | None = None
    for clause, hung in view.read.path(group):
        if inner is not None and _is_content(view, inner):
            hung = "content"
        inner = clause
        if clause.verb is not None:
            led = led_by(view, clause)  # "did not open a shop or sell 12"
            span = _negated(view, led, hung, quantity, words) or _denied(view, clause, hung, group, words)
            if span is not None:
                return span
        if (none := unmeant(view, clause)) is not None:
            return none
        if clause.opener == "without" or (clause.under is not None and clause.under.preposition == "without"):
            return view.read.words[view.read.groups[clause.start].start].span
        told = clause.kind == "infinitive" and clause.under is not None  # of the noun: "the measure to give 12"
        if told or _is_result(view, clause):
            return None
        if _is_content(view, clause):
            continue
        if clause.kind in ("relative", "subordinate", "coordinate", "main", "aside"):
            return None
    return None


def _is_result(view: SentenceView, clause: Clause) -> bool:
    """Whether a participle behind a comma tells what came of it: "did not stop, hitting 12"."""
    return clause.kind == "participle" and view.read.groups[clause.start].behind_comma


def _is_content(view: SentenceView, clause: Clause) -> bool:
    """Whether a clause with "that" is what is said or claimed, wherever it was hung: "the claim that 40 burned is"."""
    if clause.opener != "that":
        return False
    own = clause.subject is not clause.under  # not "the raid that sank 12"
    return clause.kind == "subordinate" or (clause.kind == "relative" and own and is_told(view, clause))


def _none_of(view: SentenceView, group: Group) -> Span | None:
    """ "None of the 12 men was charged"."""
    under = group.under
    if group.preposition != "of" or under is None:
        return None
    words, none_of = view.read.words[under.start : under.stop], _words(view.vocabulary).none
    none = next((w for w in words if w.lower in none_of), None)
    return none.span if none is not None else None


def _negated(view: SentenceView, clause: Clause, hung: str, quantity: Quantity, words: _Words) -> Span | None:
    """The negation of a clause's verb, where it reaches the number."""
    verb = clause.verb
    if verb is None or not verb.negated:
        return None
    at = next(
        (w for w in view.read.words[verb.start : verb.stop] if w.known & NEGATION or w.lower.endswith(("n't", "n’t"))),
        None,
    )
    if at is None or words.pseudo.at(view.read.words, at.index) or verb.lemma in words.open:
        return None
    if clause.opener == "had":
        return None  # "had the army not lost 40 planes": it did
    group = view.group(quantity)
    if group is None or group.role in ("of", "within", "apposition") or group.behind_comma:
        return None  # "did not beat a record of 12", "did not ring until May, 12 days later"
    led = group.chain[-1]
    subject = led is clause.subject
    if subject and (not verb.passive or quantity.kind != "count"):
        return None  # "12 senators did not vote": they are 12
    if led.index < verb.index and not subject:
        return None  # "in 12 towns nobody was hurt", "fining it $5m does not help"
    between = view.read.groups[verb.index : group.index]
    if hung == "content" or any(view.read.words[g.start].lower == "but" for g in between):
        return None  # "did not lose 40 tanks but 12 jets"
    if quantity.kind == "duration" and _is_wait(view, quantity, clause):
        return None
    return at.span


def _is_wait(view: SentenceView, quantity: Quantity, clause: Clause) -> bool:
    """Whether a span of time tells how long something waits or was not so: "did not answer for 12 weeks"."""
    verb, group = clause.verb, view.group(quantity)
    if verb is None or group is None or group.role not in ("oblique", "time"):
        return False
    return group.preposition in ("in", "for", "over") or verb.modal != ""


def _denied(view: SentenceView, clause: Clause, hung: str, group: Group, words: _Words) -> Span | None:
    """A verb of denial that takes the number's clause, or a claim that holds it: "denied sinking 12 boats"."""
    verb = clause.verb
    if verb is None or verb.passive or hung == "subject":
        return _called_false(view, clause, words) if verb is not None and hung in TAKEN else None
    span = view.read.words[verb.head].span
    claim = next((g for g in clause.groups if g.role == "object" and g.head >= 0 and g.number < 0), None)
    claimed = claim is not None and noun_of(view.read, claim.head) in words.claims
    if verb.negated and verb.lemma in words.rejecting:
        return None  # "does not deny that 12 died"
    if verb.lemma in words.rejecting and claimed:
        return None if group.preposition in words.by_which else span
    if verb.lemma in words.denying and hung in TAKEN and claim is None:
        return span
    if verb.lemma in words.denying and hung == "of" and claim is not None and is_harm(view, claim):
        return span  # "denied the deaths of 12"
    return (_no_sign(view, clause, words) if hung == "content" else None) or _called_false(view, clause, words)


def _no_sign(view: SentenceView, clause: Clause, words: _Words) -> Span | None:
    """ "There is no evidence that 12 died": the absence of what would show it."""
    for group in (clause.subject, *clause.groups):
        if group is not None and group.head >= 0 and view.read.words[group.head].lower in words.signs:
            first = view.read.words[group.first]
            return first.span if first.lower == "no" else None
    return None


def _called_false(view: SentenceView, clause: Clause, words: _Words) -> Span | None:
    """ "It is not true that 12 planes burned", "called the story that 40 planes were lost a lie"."""
    sentence, verb = view.read, clause.verb
    if verb is None:
        return None
    for g in clause.groups:
        last = sentence.words[g.head if g.head >= 0 else g.stop - 1]
        called = g.role in ("predicate", "object", "apposition") and g.kind in ("adjective", "noun") and g.number < 0
        if called and (last.lower in words.false or (last.lower in words.true and verb.negated)):
            return last.span
    return None


# "No" that reports nothing


def is_unreported(view: SentenceView, quantity: Quantity) -> bool:
    """Whether "no" speaks of the report, not of the thing: "no casualties were immediately reported" is not zero.

    Nobody has told yet; "none were reported" is told as none.
    """
    word, words = view.read.number_words.get(view.index(quantity)), _words(view.vocabulary)
    if word is None or quantity.values != (Decimal(0),):
        return False
    behind = itertools.takewhile(lambda one: one.text[0].isalnum(), view.read.words[word.index + 1 :])
    follow = {one.lower for one in itertools.islice(behind, _AFTER)}
    return not words.reporting.isdisjoint(follow) and not words.yet.isdisjoint(follow)
