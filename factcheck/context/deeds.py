"""What happened, told by a noun: the event that is counted, whose object the number is, or that befell the counted."""

from __future__ import annotations

from factcheck.context.action_names import is_derived, of_event, of_noun, of_state
from factcheck.context.action_words import action_words, class_of
from factcheck.context.head_nouns import noun_of
from factcheck.context.model import Action
from factcheck.context.noun_words import nouns
from factcheck.context.standing import Number
from factcheck.context.view import SentenceView
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import ADJECTIVE, PARTICIPLE


def is_deed(view: SentenceView, noun: Group, *, counts: bool = True) -> bool:
    """Whether a noun names what is done: a listed one, or to things counted one made from a verb that is no thing."""
    words, lemma = action_words(view.vocabulary), noun_of(view.read, noun.head)
    moved = lemma in nouns(view.vocabulary).changes  # "a gain of 40 seats"
    if view.read.words[noun.head].lower in words.things:
        return False
    return moved or lemma in words.nominal or (counts and lemma not in words.things and is_derived(view.read, lemma))


def event_counted(number: Number) -> Action | None:
    """An action that lies in the noun or the state: "12 deaths", "five dead", "a toll of 15", "eight dead men"."""
    view, head = number.view, number.head
    if head is None:
        return None
    word, words = number.words[head.head], nouns(view.vocabulary)
    if not number.counts:
        moves = head.how == "own" and noun_of(view.read, head.head) in words.changes
        return of_noun(view, head.group) if moves else None  # "a 33% increase"
    awaited = range(head.head, head.start - 1, -1) if head.how == "awaiting" else (head.head,)  # "the injury count"
    said = next(filter(None, (of_event(view, i) for i in awaited)), None)
    told = head.how in ("state", "awaiting") or word.lower in action_words(view.vocabulary).classes
    if said is None and told and word.lower in words.harmed:
        return of_state(view, word)
    if said is not None:
        return said
    for state in number.words[head.start : head.head]:
        name = class_of(state.lower, view.vocabulary)
        if state.tags & (ADJECTIVE | PARTICIPLE) and name in action_words(view.vocabulary).described:
            return Action(name, state.span)
    return None


def deed_counted(number: Number) -> Action | None:
    """The deed that is counted, where no verb says more: "there were 12 attacks", "the $2bn offer is low"."""
    head = number.head
    counts = number.counts or number.quantity.kind == "duration"
    told = head is not None and is_deed(number.view, head.group, counts=counts)
    return of_noun(number.view, head.group) if told and head is not None else None


def deed_lasting(number: Number) -> Action | None:
    """The deed that a span of time tells the length of: "after 12 years of war", "the talks over two days"."""
    noun = _lasting(number) if number.quantity.kind == "duration" else None
    return of_noun(number.view, noun) if noun is not None and is_deed(number.view, noun) else None


def _lasting(number: Number) -> Group | None:
    """What a span of time tells the length of; as an object it may only be had: "underwent 12 hours of training"."""
    group, head = number.group, number.head
    if head is not None and head.how == "of":
        return head.group if group.role != "object" else None
    if head is not None and head.how in ("own", "joined") and group.role == "object":
        return head.group  # "ended a ten-day strike"
    over = group.under if group.role in ("within", "of") else _named_before(number)
    return over if over is not None and over.number < 0 and over.head >= 0 else None


def _named_before(number: Number) -> Group | None:
    """What stands right before a number whose clause's verb is to come: "after talks over two days, they left"."""
    group, clause, before = number.group, number.group.clause, number.group.prior
    if group.role not in ("oblique", "time") or before is None or before.kind != "noun" or clause is None:
        return None
    ahead = clause.verb is None or clause.verb.index > group.index or clause.lemma == "be"
    return before if ahead and before.stop == group.start else None


def deed_on(number: Number, far: int = 6) -> Action | None:
    """The noun of an event whose object the number is: "the arrest of three men", "attacks on 12 ships"."""
    view, befalls = number.view, action_words(number.view.vocabulary).befalls
    under: Group | None = number.group
    for _ in range(far):
        if under is None:
            return None
        noun = under.under if under.role in ("of", "member", "within", "oblique", "apposition") else None
        told = noun is not None and noun.number < 0 and is_deed(view, noun, counts=number.counts)
        if told and noun is not None and under.preposition in befalls:
            return of_noun(view, noun)
        under = noun
    return None


def deed_aimed(number: Number) -> Action | None:
    """The event right before a number that it is aimed at: "led to charges against 12 men", "opposes plans for 12"."""
    view, group = number.view, number.group
    first = group.under if group.role == "member" and group.under is not None else group
    noun, words = first.under, action_words(view.vocabulary)
    if not number.counts or noun is None or first.preposition not in words.aims:
        return None
    if noun.stop != first.start or noun.head < 0 or noun.number >= 0:
        return None
    lemma = noun_of(view.read, noun.head)
    told = lemma in words.nominal or (first.preposition == "between" and is_derived(view.read, lemma))
    return of_noun(view, noun) if told else None


def deed_to(view: SentenceView, clause: Clause, group: Group) -> Action | None:
    """The deed that a clause has as its object and that befell the counted: "did damage to one district"."""
    done = next((g for g in clause.groups if g.role == "object" and g is not group), None)
    if done is None or group.preposition not in action_words(view.vocabulary).befalls:
        return None
    return of_noun(view, done) if is_deed(view, done, counts=False) else None


def deed_that_was(view: SentenceView, clause: Clause, group: Group) -> Action | None:
    """The deed of which a clause says where, when or how often it was: "there was a raid in 12 towns"."""
    if group.role not in ("oblique", "time"):
        return None
    beside = (clause.subject, *(g for g in clause.groups if g.role == "predicate"))
    told = (g for g in beside if g is not None and g.number < 0 and is_deed(view, g))
    return next((of_noun(view, g) for g in told), None)
