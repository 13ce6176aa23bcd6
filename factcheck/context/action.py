"""What happened to what is counted: the verb of the number's clause, or the noun of the event that holds it.

The order of `_find` tells which word has the say: who the counted are said to be and what they are said to have
suffered (`told_of`) before the verb of their clause (`governing`), an event that is counted or right beside before it
and one that holds them behind it (`deeds`); at last what a whole, a part or a level told before lends.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.context.action_names import of_noun, of_verb
from factcheck.context.action_words import action_words
from factcheck.context.deeds import deed_aimed, deed_counted, deed_lasting, deed_on, event_counted, is_deed
from factcheck.context.governing import governing
from factcheck.context.head_nouns import Head, noun_of
from factcheck.context.measured import LED_KINDS
from factcheck.context.model import Action, Cue
from factcheck.context.noun_words import kind_of, nouns
from factcheck.context.once import kept
from factcheck.context.parts import find_whole
from factcheck.context.past_unit import is_distance, past_unit
from factcheck.context.standing import Number, anchor_of, opens_of
from factcheck.context.told_of import befell_these, first_clause, is_some_of, own_clause, situation
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import ADJECTIVE, DETERMINER, SUBJECT


@kept((None, ()))
def find_action(view: SentenceView, quantity: Quantity) -> tuple[Action | None, tuple[Cue, ...]]:
    """What happened to what ``quantity`` counts, and the words that say so."""
    action = _find(view, view.index(quantity))
    return action, () if action is None or action.span is None else (Cue("action", action.span, action.lemma),)


def _find(view: SentenceView, index: int) -> Action | None:
    twin, group = view.twin(index), view.read.number_groups.get(index)
    if twin is not None:
        return find_action(view, view.quantities[twin])[0]
    if group is None:
        return None
    number = Number(view, index, group)
    if _lies(number) or _is_had(view, group):
        return None
    head = number.head
    if head is not None and number.quantity.tally in ("for", "against") and is_deed(view, head.group):
        return of_noun(view, head.group)  # "by a vote of 7-2", "the 2-1 ruling"
    if number.quantity.tally == "against" and _is_passed(number):
        return Action("vote", None, "subject", "vote")  # "passed it 56-27": the 27 did not pass it
    if group.preposition == "according to":
        said = Action("say", number.words[group.at].span, "subject", "say")
        return own_clause(view, group, ("relative",)) or said
    if head is not None and _only_describes(number, head):
        deed = of_noun(view, head.group) if is_deed(view, head.group) else None
        deed = deed or own_clause(view, group, ("infinitive",))
        if deed is not None or not _is_told_by_verb(number):
            return deed
    anchor = anchor_of(view, group)
    return (
        (governing(number, anchor) if is_some_of(view, group) else None)
        or event_counted(number)
        or (situation(view, group) if group.preposition == "with" else None)
        or _up_or_down(number)
        or (deed_on(number, 1) if group.role == "of" else None)
        or befell_these(number)
        or deed_lasting(number)
        or deed_aimed(number)
        or (_of_whole(number) if _only_parts(number) else None)
        or _moved_to(number)
        or _of_figure(number)
        or governing(number, anchor)
        or deed_on(number)
        or own_clause(view, group)
        or _of_whole(number)
        or _of_part(number)
        or deed_counted(number)
        or _far_from(number)
        or _around(number)
    )


# What only tells where something lies, or of what kind it is


def _lies(number: Number) -> bool:
    """Whether a length only tells where a place lies: "killed in Brask, 12 miles south of the lake"."""
    view, group, place = number.view, number.group, number.group.prior
    while place is not None and place.kind in ("comma", "dash", "adverb", "open"):
        place = place.prior
    if number.quantity.kind != "length" or place is None:
        return False
    placed = place.preposition in action_words(view.vocabulary).placing or place.role == "apposition"
    placed = placed or (place.prior is not None and place.prior.kind == "dash")
    return placed and not group.preposition and is_distance(view, group, number.words[group.number], number.quantity)


def _is_had(view: SentenceView, group: Group) -> bool:
    """Whether a number is of what its subject only has: "the town, with a population of 12,000, fell"."""
    before = group.prior
    beside = before is not None and before.kind == "noun" and before.behind_comma and before.start == before.head
    if beside and before is not None and noun_of(view.read, before.head) in action_words(view.vocabulary).had:
        return True  # "in Brask, population 12,000"
    had = group.under if group.role == "of" else None
    ahead = group.clause is not None and group.clause.verb is not None and group.clause.verb.index > group.index
    return ahead and had is not None and had.preposition == "with" and had.behind_comma


def _is_passed(number: Number) -> bool:
    """Whether what is passed or rejected is told beside the votes for and against it."""
    clause = number.group.clause
    return clause is not None and clause.lemma in action_words(number.view.vocabulary).passing


def _only_describes(number: Number, head: Head) -> bool:
    """Whether an amount only tells of what kind something is behind a preposition: "left after a two-day visit"."""
    group, beside = number.group, action_words(number.view.vocabulary).beside
    if not group.preposition or group.preposition in beside or group.role == "agent":
        return False
    own = head.how == "own" and not number.counts
    return number.quantity.kind != "percent" and (own or head.how == "joined" or _is_dimension(number))


def _is_dimension(number: Number) -> bool:
    """Whether a number stands before an adjective of size: "a 900 strong force"."""
    after = number.words[number.group.number + 1 : number.group.number + 2] if number.group.number >= 0 else []
    return any(word.lower in number.view.read.lexicon.words("dimension") for word in after)


def _is_told_by_verb(number: Number) -> bool:
    """Whether a verb tells of what an amount describes: "fell to a two-year low", not "sat in a 200-member house"."""
    group, words, clause = number.group, action_words(number.view.vocabulary), number.group.clause
    if group.role == "within" or group.preposition in words.inside or _is_dimension(number):
        return number.quantity.kind == "money"  # "sold in a $5m deal"
    telling = words.reporting | number.view.read.lexicon.words("saying")
    return group.preposition in ("to", "for") or clause is None or clause.lemma not in telling


# What lends its action to a number that has none of its own


def _up_or_down(number: Number) -> Action | None:
    """ "up 4.5 %", "down from 12", "was 5 % higher": an adverb that says how the amount moved."""
    group, verb, words = number.group, number.group.prior, action_words(number.view.vocabulary)
    at = group.at if group.at >= 0 else group.start - 1
    name = words.moving.get(number.words[at].lower) if at >= 0 else None
    if name is None and kind_of(number.quantity) in LED_KINDS:
        at = past_unit(number.view, number.words[group.number], number.quantity)
        behind = number.words[at : at + 1] if group.number >= 0 else []
        name = next((words.compared.get(word.lower.partition(" ")[0]) for word in behind), None)
    if name is None or (verb is not None and verb.kind == "verb" and verb.lemma != "be"):
        return None
    return Action(name, number.words[at].span, "subject")


def _moved_to(number: Number) -> Action | None:
    """The move that the number before tells, for where it ended or began: "told of a 3 % rise to 45 euros"."""
    before = number.view.read.number_groups.get(number.index - 1)
    beside = before is not None and before.clause is number.group.clause
    if not beside or number.quantity.change_part not in ("to", "from"):
        return None
    action, _ = find_action(number.view, number.view.quantities[number.index - 1])
    return action if action is not None and action.lemma in action_words(number.view.vocabulary).moves else None


def _of_figure(number: Number) -> Action | None:
    """What the last number tells, of one that is only given anew: "nine died, but the union put the number at 12"."""
    view, head, group, clause = number.view, number.head, number.group, number.group.clause
    kind, words = kind_of(number.quantity), action_words(number.view.vocabulary)
    before = next((q for q in reversed(view.quantities[: number.index]) if kind_of(q) == kind), None)
    if clause is None or before is None:
        return None
    named = (
        head is not None and head.how == "awaiting" and noun_of(view.read, head.head) in nouns(view.vocabulary).numbers
    )
    named = named and clause.lemma not in words.moves
    answers = group.role == "object" and clause.lemma in view.read.lexicon.words("plainly")  # "the union said 80"
    listed = group.role == "member" and clause.lemma in words.light  # "left 12 dead in Peru and three in Chile"
    return find_action(view, before)[0] if named or (head is None and (answers or listed)) else None


def _only_parts(number: Number) -> bool:
    """Whether a number only takes some out of a whole before it, so that no verb of its own tells of them."""
    view, group = number.view, number.group
    whole, _ = find_whole(view, number.quantity)
    before = view.group(whole) if whole is not None else None
    if before is None or before.index > group.index or opens_of(before):
        return False
    while group.role == "member" and group.under is not None:
        group = group.under
    return group.role not in ("subject", "object") or before.clause is group.clause


def _of_whole(number: Number) -> Action | None:
    """The action of the whole for a part that has none of its own: "12 died, including three children"."""
    whole, _ = find_whole(number.view, number.quantity)
    action, _ = find_action(number.view, whole) if whole is not None else (None, ())
    return None if action is None else Action(action.lemma, None, action.role)


def _of_part(number: Number) -> Action | None:
    """What had to happen to a whole before a part of it could: 52 of 80 drones downed, so 80 launched."""
    view = number.view
    for i, part in enumerate(view.quantities):
        if i != number.index and find_whole(view, part)[0] is number.quantity:
            action, _ = find_action(view, part)
            name = action_words(view.vocabulary).of_whole.get(action.lemma) if action is not None else None
            return Action(name, None) if name is not None else None
    return None


def _far_from(number: Number) -> Action | None:
    """What lies so far off: "the move, two months after rebels took the town, was late", "a mile from taking it"."""
    view, after, other = number.view, number.group.next, number.index + 1
    if number.counts or number.group.preposition:
        return None  # "held for two years before being freed"
    if other < len(view.quantities) and view.twin(other) == number.index:  # "2 km (1.2 miles) from taking it"
        while after is not None and after.kind in ("open", "noun"):
            after = after.next
        after = after.next if after is not None and after.kind == "close" else number.group.next
    behind = after.index if after is not None else -1
    kinds, off = ("subordinate", "gerund"), view.read.lexicon.words("offset", "far from")
    told = first_clause(view, kinds, lambda c: c.start == behind and c.lemma != "be" and c.opener.split(" ")[0] in off)
    return of_verb(view, told[1], "subject") if told is not None else None


def _around(number: Number) -> Action | None:
    """The verb by what holds the counted: "farmers on 12 farms sold corn", "seized the files of 12 men"."""
    over, owned = number.group, False
    while over.under is not None and over.role in ("of", "member", "within", "apposition"):
        before, under = over.prior, over.under
        if over.role == "of" and not _is_thing(number.view, under):
            return None
        if over.role == "within" and not over.preposition and number.quantity.kind == "length":
            return None  # "a choir some 900 miles away"
        if over.role == "apposition" and before is not None and before.kind != "noun":
            return None
        owned = owned or over.role == "of"
        over = under
    if over is number.group or (owned and over.role == "subject"):
        return None
    told = governing(number, over)
    return replace(told, role="object") if told is not None and number.group.preposition else told


def _is_thing(view: SentenceView, group: Group) -> bool:
    """Whether what something is "of" is no amount, no part and nobody: not "six of the 12", "a father of two"."""
    word = view.read.words[group.head]
    some = group.number >= 0 or word.tags & (SUBJECT | DETERMINER | ADJECTIVE)
    return not some and noun_of(view.read, group.head) not in view.read.lexicon.words("person")
