"""What an amount is told of by a verb: the subject that rises by it, the object that is cut by it."""

from __future__ import annotations

from factcheck.context.action_words import action_words, moves
from factcheck.context.head_nouns import Head, at, is_name, noun_of
from factcheck.context.noun_words import COUNT_KINDS, kind_of, nouns
from factcheck.context.past_unit import gives_rate
from factcheck.context.view import SentenceView
from factcheck.quantities import Kind, Quantity
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.sentence import Sentence
from factcheck.sentences.tagset import DETERMINER, TIME

LED_KINDS = frozenset({"percent", "money", "points", "rate", "ratio"})


def measured(view: SentenceView, group: Group, quantity: Quantity) -> Head | None:
    """The subject or the object that an amount is told of, by the verb between them."""
    clause, kind, words = group.clause, kind_of(quantity), nouns(view.vocabulary)
    if clause is None or clause.verb is None:
        return None
    verb, known = clause.verb.verb, words.by_verb[kind] if kind in words.by_verb and kind != "money" else {}
    if kind == "money" and clause.verb.particle and verb in words.by_verb[kind]:
        return None  # "took in $9m"
    if f"{verb}-{group.preposition}" in known or (verb in known and group.preposition in ("by", "to")):
        return None  # "won the state by 12 points": a margin; "finished third with 9 percent": of the vote
    objects = _objects(view, clause, group, kind)
    if objects and _is_of_object(view, clause, group, kind):
        opened = [bool(view.read.words[g.first].tags & DETERMINER) for g in objects]  # "cut the Navy by 5 %"
        heads = (at(view.read, g, "object", named=named) for g, named in zip(objects, opened, strict=True))
        found = [head for head in heads if head is not None]
        return found[-1] if found else None
    if kind == "money" and group.preposition in ("for", "at") and _is_share_taken(view, clause, group):
        return None  # "sold 30 % of the airline for $9m"
    subject = _bearer(view.read, clause)
    if subject is None or subject is group or subject.head < 0:
        return None
    if subject.index > group.index:  # "At £3bn, the bid was low"
        fronted = group.start == 0 and kind in LED_KINDS and (group.preposition == "at" or up_before(view, group))
        return at(view.read, subject, "subject") if fronted else None
    noun = noun_of(view.read, subject.head)
    if kind == "count" and group.role == "predicate" and noun in words.people:
        return None  # "the youngest child was 12"
    if kind == "duration":
        acted = any(g.role == "object" and g is not group for g in clause.groups)
        bears = clause.verb.verb in words.lasting and group.preposition in ("", "for") and not acted
        bears = bears or (moves(clause.lemma, view.vocabulary) and leads(view, group))  # "waits rose to 12 weeks"
        bears = bears or (group.role == "predicate" and _is_thing(view, subject))  # "the term is two years"
    else:
        bears = _is_borne(view, clause, group, kind, alone=not objects)
        alike = kind in ("percent", "points") and noun not in words.people and not is_name(view.read, subject.head)
        alike = alike or (kind == "money" and bool(group.preposition) and _is_thing(view, subject))
        moving = clause.lemma in words.moved | words.shifting
        alike = alike or (moving and group.preposition in ("by", "to"))  # "GDP expanded by 3 %"
        bears = bears or (kind == "speed" and group.preposition == "at" and not objects)  # "moves at 18 mph"
        bears = bears or (alike and not objects and group.preposition != "with" and leads(view, group))
    named = kind not in ("count", "points") or bool(view.read.words[subject.first].tags & DETERMINER)
    return (
        at(view.read, subject, "subject", named=named) if bears else None
    )  # "the Dow fell", not "Hale gained 9 points"


def _is_share_taken(view: SentenceView, clause: Clause, group: Group) -> bool:
    """Whether a share is the object of a clause before an amount."""
    shares = (g for g in clause.groups if g.role == "object" and g.number >= 0 and g.index < group.index)
    return any(kind_of(view.quantities[view.read.words[g.number].number]) in ("percent", "ratio") for g in shares)


def _is_thing(view: SentenceView, group: Group) -> bool:
    """Whether a group is nobody who could pay: "the gap widened to $5bn", not "the bank agreed to $5bn"."""
    noun, lexicon = noun_of(view.read, group.head), view.read.lexicon
    return not is_name(view.read, group.head) and noun not in lexicon.words("speaker")


def multiplied(view: SentenceView, group: Group) -> Head | None:
    """What a verb like "halved" or "tripled" does that to: its object, else its subject."""
    clause = group.clause
    if clause is None:
        return None
    told = next((g for g in clause.groups if g.role == "object" and g.head >= 0 > g.number), clause.subject)
    if told is None or told.head < 0:
        return None
    if noun_of(view.read, told.head) in nouns(view.vocabulary).hollow:
        told = view.read.of_what(told) or told  # "doubled the number of troops"
    return at(view.read, told, "object", named=True)


def _bearer(sentence: Sentence, clause: Clause) -> Group | None:
    """The subject of a clause, behind a relative "whose" and before a participle that a comma parts from it."""
    verb, subject, over = clause.verb, clause.subject, clause.parent
    prior = verb.prior if verb is not None else None
    if prior is not None and prior.kind == "noun" and sentence.words[prior.first].lower == "whose":
        return prior
    apart = clause.kind == "participle" and clause.start > 0 and sentence.groups[clause.start - 1].kind == "comma"
    timed = subject is not None and subject.head >= 0 and sentence.words[subject.head].known & TIME
    if clause.kind == "relative" and subject is not None and subject is clause.under and subject.head >= 0:
        placed = subject.preposition in sentence.lexicon.words("placing") and is_name(sentence, subject.head)
        return subject.under if placed and subject.under is not None else subject  # "a house in Oslo, which sold for"
    return over.subject if apart and timed and over is not None else subject


def _is_of_object(view: SentenceView, clause: Clause, group: Group, kind: Kind) -> bool:
    """Whether an amount is told of the object before it: "sent the shares up 4.5 %", "cut the rate to 3 %"."""
    words, lemma = nouns(view.vocabulary), clause.lemma
    if up_before(view, group):
        return True
    cut = kind == "percent" and moves(lemma, view.vocabulary)
    moved = (bool(group.preposition) or kind == "percent") and lemma in words.moved | words.measuring
    return not clause.passive and (_is_led(view, group, kind) or cut or moved)


def _is_borne(view: SentenceView, clause: Clause, group: Group, kind: Kind, *, alone: bool) -> bool:
    """Whether the verb says that its subject has an amount or moves by it; ``alone``: it has no object before that."""
    words, lemma = nouns(view.vocabulary), clause.lemma
    if group.preposition == "with" or (kind == "money" and not alone):
        return False  # "set bail at $2m for him and $1m for her"
    if kind == "length" and moves(lemma, view.vocabulary) and _is_somebody(view, clause.subject):
        return False  # "she jumped from 900 feet"
    bears = lemma in words.bearing | words.measuring
    bears = bears or (lemma in view.read.lexicon.copulas and group.role == "predicate")  # "proved 90 % effective"
    lost = lemma in words.shifting and kind in ("percent", "points") and alone  # "the shares lost 18 %"
    inside = clause.verb is not None and group.index == clause.verb.index - 1 and kind == "percent"
    inside = inside and lemma not in words.by_verb[kind]  # "is 30 % contained", but "30 % owned by": a stake
    undergone = clause.passive and (inside or _is_led(view, group, kind) or lemma in words.moved)
    moved = moves(lemma, view.vocabulary) or up_before(view, group) or (alone and _shifts(group))
    return lost or undergone or moved or bears


def _is_somebody(view: SentenceView, group: Group | None) -> bool:
    return group is not None and group.head >= 0 and noun_of(view.read, group.head) in nouns(view.vocabulary).people


def _shifts(group: Group) -> bool:
    """Whether an amount tells by how much, or to what, something moved: "shed 3 pence to 245", "added 2 % to $42"."""
    after = group if group.preposition == "to" else group.next
    by = after.prior if after is not None and after.preposition == "to" else None
    if after is None or by is None or after.number < 0 or by.number < 0 or by.preposition or by.role != "object":
        return False
    return after.possessor < 0


def _is_led(view: SentenceView, group: Group, kind: Kind) -> bool:
    return kind in LED_KINDS and leads(view, group)


def _objects(view: SentenceView, clause: Clause, group: Group, kind: Kind) -> list[Group]:
    """The objects of a clause before an amount that are no amounts themselves: not "closed up 64 pence at 1,130"."""
    if kind == "duration" and not (clause.lemma in nouns(view.vocabulary).moving and leads(view, group)):
        return []  # "has held the seat for 12 years", "came a long way in the past 40 years"
    before = [g for g in clause.groups if g.role == "object" and g.head >= 0 and g.index < group.index]
    before = [g for g in before if not view.read.words[g.head].tags & DETERMINER]  # "rose more than expected"
    amounts = [(g, view.quantity_in(g)) for g in before]
    return [g for g, amount in amounts if (_has_noun(view, g, amount) if amount else not _is_per(view, g))]


def _is_per(view: SentenceView, group: Group) -> bool:
    amount = view.quantity_in(group.prior) if group.prior is not None else None
    return amount is not None and gives_rate(view.read, group, amount)


def _has_noun(view: SentenceView, group: Group, amount: Quantity) -> bool:
    """Whether a group with an amount is a thing rather than the amount: "its 6 % holding", not "64 pence"."""
    head, unit = view.read.words[group.head], amount.unit_span
    named = (unit is None or head.start >= unit.stop) and not head.known & TIME
    return kind_of(amount) in COUNT_KINDS or named


def leads(view: SentenceView, group: Group) -> bool:
    """Whether a preposition or a hedge says by or to how much: "at 9 percent", "above 9 percent", not "at least"."""
    words, hedge = nouns(view.vocabulary), view.read.words[max(group.number, 0)].lower.partition(" ")[0]
    return group.preposition in words.leading or (not group.preposition and hedge in words.comparing)


def up_before(view: SentenceView, group: Group) -> bool:
    """Whether "up" or "down" stands right before an amount."""
    words, moving = view.read.words, action_words(view.vocabulary).moving
    at, prior = group.at if group.at >= 0 else group.start, group.prior
    taken = prior is not None and prior.kind == "verb" and bool(prior.particle)  # "picked up 27 %"
    return any(words[i].lower in moving for i in range(max(at - (not taken), 0), at + 1))


def measuring(view: SentenceView, group: Group, *, counts: bool) -> Head | None:
    """The subject of a verb that measures it: "the zone covers 20 square miles of sea", "the dead numbered 12"."""
    clause = group.clause
    words = nouns(view.vocabulary)
    verbs = words.counting if counts else words.measuring
    if clause is None or clause.lemma not in verbs or group.role not in ("object", "predicate"):
        return None
    subject = clause.subject
    if subject is None or subject.head < 0:
        return None
    empty = counts and noun_of(view.read, subject.head) in words.hollow | words.awaiting  # "the group numbered 12"
    return None if empty else at(view.read, subject, "subject")
