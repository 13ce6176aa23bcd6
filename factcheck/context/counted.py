"""What is counted: the head of the number's noun phrase with its qualifiers, or taken over where it is left out."""

from __future__ import annotations

import functools
from dataclasses import replace
from decimal import Decimal

from factcheck.context.action import find_action
from factcheck.context.action_words import class_of
from factcheck.context.gazetteer import load_gazetteer
from factcheck.context.heads import Head, find_head, find_label, noun_of
from factcheck.context.labelled import label_of
from factcheck.context.model import MONEY, Counted, Cue
from factcheck.context.noun_words import COUNT_KINDS, Nouns, kind_of, nouns
from factcheck.context.once import kept
from factcheck.context.parts import is_part
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import (
    ADJECTIVE,
    DETERMINER,
    ING,
    NOUNS,
    OBJECT,
    PARTICIPLE,
    PLURAL,
    SUBJECT,
    lexicon,
)
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary

_PERSON = "person"
_BACK = 6  # sentences back in which "the three" are looked for
_FAR = 6  # numbers back in a sentence that a bare one is held against


def find_counted(view: SentenceView, quantity: Quantity) -> tuple[Counted | None, tuple[Cue, ...]]:
    """What ``quantity`` counts or measures, and the words that say so."""
    counted = _find(view, view.index(quantity))
    if counted is None or counted.span is None:
        return counted, ()
    return counted, (Cue("counted", counted.span, counted.head),)


@kept()
def _find(view: SentenceView, index: int) -> Counted | None:
    tallied = _tallied(view.quantities[index])
    if tallied is not None:
        return tallied
    twin = view.twin(index)
    if twin is not None:
        return find_counted(view, view.quantities[twin])[0]
    head = find_head(view, index)
    if head is None and _is_wealth(view, index):
        return Counted(MONEY, MONEY)
    if head is None:
        told = label_of(view.document.text, view.quantities[index], view.vocabulary)
        label = find_label(view, index) if told is None else None
        return told or (_built(view, index, label) if label is not None else _left_out(view, index))
    lived_in = head.how == "before" and noun_of(view.read, head.head) in nouns(view.vocabulary).settlements
    if lived_in and kind_of(view.quantities[index]) == "count":
        return Counted(_PERSON, _PERSON)  # "a city of 100,000"
    if head.how == "state" or (head.how != "reference" and noun_of(view.read, head.head) == "other"):
        return _state(view, index, head)
    if head.how == "reference":
        return _referred(view, index, head)
    counted = _built(view, index, head)
    if head.how == "awaiting" and counted.head in nouns(view.vocabulary).numbers:
        return _earlier(view, index) or _elsewhere(view)  # "the number rose to 45": never "how many numbers"
    return counted


def _tallied(quantity: Quantity) -> Counted | None:
    """What the numbers of a score count: "passed 7-2" votes for and against, "beat them 3-1" goals or points."""
    if quantity.tally is None or quantity.unit is not None:
        return None
    if quantity.tally in _VOTED:
        return Counted(_VOTED[quantity.tally], "vote", (quantity.tally,))
    goal = "goal" if quantity.values[0] < _POINTS_FROM else "point"
    return Counted(f"{goal}s {_SCORED[quantity.tally]}", goal, (_SCORED[quantity.tally],))


_VOTED = {"for": "yes votes", "against": "no votes"}
_SCORED = {"own": "scored", "other": "conceded"}
_POINTS_FROM = 16  # nobody scores as many goals


# What the phrase says


def _built(view: SentenceView, index: int, head: Head) -> Counted:
    sentence, words = view.read, nouns(view.vocabulary)
    span = Span(sentence.words[head.start].start, sentence.words[head.stop - 1].stop)
    text = span.of(view.document.text).replace("[", "").replace("]", "")  # an editor's words are the phrase's own
    qualifiers = _qualifiers(view, head)
    if head.joined:
        rest = [] if head.group.head < head.start else [*qualifiers, _same(noun_of(sentence, head.head), words)]
        return Counted(head.joined, _same(noun_lemma(head.joined), words), tuple(rest), span)
    lemma = _same(noun_of(sentence, head.head), words)
    if kind_of(view.quantities[index]) not in COUNT_KINDS:
        if lemma in _demonyms(view.vocabulary):
            lemma, qualifiers = _PERSON, [*qualifiers, lemma]
        return Counted(text, lemma, tuple(qualifiers), span)
    people, told = _persons(view, lemma, qualifiers)
    beside = _beside(view, head) if is_human(view, people) else []
    if beside:
        people, told = _PERSON, (*told, *([people] if people != _PERSON else []), *beside)
    return Counted(text, people, told, span)


def _beside(view: SentenceView, head: Head) -> list[str]:
    """Other people in the same count: "239 passengers and crew", "12 men and women"."""
    sentence = view.read
    found: list[str] = []
    link = sentence.after(head.group)
    while link is not None and link.kind == "and":
        group = sentence.after(link)
        if group is None or group.head < 0 or group.number >= 0 or group.extra or group.role != "member":
            break
        lemma = _same(noun_of(sentence, group.head), nouns(view.vocabulary))
        if not is_human(view, lemma) or sentence.words[group.start].tags & DETERMINER:
            break
        found += [lemma] if lemma not in nouns(view.vocabulary).plain_persons else []
        link = sentence.after(group)
    return found


def _persons(view: SentenceView, lemma: str, qualifiers: list[str]) -> tuple[str, tuple[str, ...]]:
    """Head and qualifiers, with all words for people as such under one head."""
    words, known = nouns(view.vocabulary), view.read.lexicon
    plain = lemma in words.plain_persons | words.states | words.events.keys()
    described = lemma in known.unchanging and known.entry(lemma).usual & ADJECTIVE  # "the elderly"
    if plain or described or lemma in words.crowds | _demonyms(view.vocabulary):  # "a crowd of 70", "three Malians"
        told = [word for word in qualifiers if word not in words.plain_persons]
        return _PERSON, (*told, *([] if plain else [lemma]))
    return lemma, tuple(qualifiers)


@functools.lru_cache(maxsize=8)
def _demonyms(vocabulary: Vocabulary) -> frozenset[str]:
    """The lemmas of people told by country, people or faith."""
    return lexicon(vocabulary).words("demonym") | load_gazetteer(vocabulary).demonyms.keys()


def _qualifiers(view: SentenceView, head: Head) -> list[str]:
    """The words before the head that tell which, as lemmas."""
    sentence, words = view.read, nouns(view.vocabulary)
    found: list[str] = []
    for i in range(head.start, head.head):
        word = sentence.words[i]
        if not word.known & (NOUNS | ADJECTIVE | PARTICIPLE | ING):
            continue
        if word.lower not in words.silent and word.text[0].isalnum():
            found.append(noun_lemma(word.lower))
    return found


def _same(lemma: str, words: Nouns) -> str:
    return words.same.get(lemma, lemma)


# States and references


def _state(view: SentenceView, index: int, head: Head) -> Counted:
    """A state in place of a noun: "12 dead", "three others": people, unless something else was just counted."""
    word, before = view.read.words[head.head], _earlier(view, index)
    if before is None or not (word.lower in ("others", "more") or is_human(view, before.head)):
        before = Counted("people", _PERSON)
    again = before.text if before.head != _PERSON else "people"
    return replace(before, text=word.text if word.lower in ("others", "dead") else again, span=word.span)


def _referred(view: SentenceView, index: int, head: Head) -> Counted | None:
    """ "three of them", "12 of those killed": what was counted before, else people."""
    before, word = _earlier(view, index) or _elsewhere(view), view.read.words[head.head].lower
    if before is None and word == "them":
        before = _named_before(view, head.group)
    thing = word in ("it", "that") or kind_of(view.quantities[index]) not in COUNT_KINDS | {"percent"}
    return before or (None if thing else Counted(_PERSON, _PERSON))


def _named_before(view: SentenceView, group: Group) -> Counted | None:
    """The plural noun that "them" or "including 12" stands for: the nearest before, no part of another."""
    sentence, clause = view.read, group.clause
    aside = group.preposition == "including"
    stop = group.index if aside or clause is None else clause.start
    for other in reversed(sentence.groups[:stop]):
        plural = other.head >= 0 and sentence.words[other.head].tags & (PLURAL | SUBJECT | OBJECT) == PLURAL
        if other.kind == "noun" and plural and not (aside and (other.preposition or other.role == "subject")):
            people, told = _persons(view, _same(noun_of(sentence, other.head), nouns(view.vocabulary)), [])
            return Counted(sentence.words[other.head].text, people, told)
    return None


# Left out


def _left_out(view: SentenceView, index: int) -> Counted | None:
    """The head that the sentence leaves out: "killed nine and injured five", "up from 12", "12 were killed"."""
    quantity, words = view.quantities[index], nouns(view.vocabulary)
    coordinated = _from_next(view, index)
    if coordinated is not None:
        return coordinated
    group = view.read.number_groups.get(index)
    if group is not None and [word.lower for word in view.read.words[group.stop : group.stop + 1]] == ["who"]:
        return _earlier(view, index) or Counted(_PERSON, _PERSON)
    if kind_of(quantity) not in COUNT_KINDS:
        return _amount_left_out(view, index)
    if group is None:
        return None
    told_again = view.read.words[group.first].lower in ("the", "all", "these", "those")
    same = _elsewhere(view, frozenset({"count"}), quantity.values) if told_again else None
    if same is not None:
        return same  # "three women … The three were flown out"
    action, _ = find_action(view, quantity)
    before = _earlier(view, index)
    lemma = action.lemma if action is not None else ""
    if lemma in words.befalling and not (before and is_human(view, before.head)):
        return Counted(_PERSON, _PERSON)
    if before is None and group.preposition == "including":
        before = _named_before(view, group)  # "the letters on the desk, including the 12 from Oslo"
    if before is not None:
        return before
    subject = action is not None and action.role == "subject"
    if lemma in words.people_first or _last_word(view, quantity) in words.throngs:
        return Counted(_PERSON, _PERSON)
    if quantity.unit is not None:
        return None
    several = kind_of(quantity) == "count" and quantity.values != (Decimal(1),)
    does = several and subject and group.clause is not None and group.clause.subject is group  # "the two fled"
    return _elsewhere(view) or (Counted(_PERSON, _PERSON) if does else None)


def _amount_left_out(view: SentenceView, index: int) -> Counted | None:
    """What an amount measures once more: the last of its kind; of a share that does something, who was counted."""
    kind, group = kind_of(view.quantities[index]), view.read.number_groups.get(index)
    again = _is_again(view, index)
    clause = group.clause if group is not None else None
    told = _earlier(view, index) if again or (group is not None and group.role in ("member", "apposition")) else None
    if told is None and not again:
        told = _by_verb(view, index) or (_earlier(view, index) if kind == "percent" else None)
    does = kind == "percent" and clause is not None and clause.subject is group and clause.verb is not None
    if told is None and (again or does):
        told = _elsewhere(view, frozenset({kind})) or (None if again else _earlier(view, index, COUNT_KINDS))
    asked = view.read.lexicon.words("saying") | nouns(view.vocabulary).people_do
    if told is None and does and clause is not None and clause.lemma in asked:
        return Counted(_PERSON, _PERSON)
    return told or (Counted(MONEY, MONEY) if kind == MONEY else None)


def _by_verb(view: SentenceView, index: int) -> Counted | None:
    """What an amount is that no noun tells, by its verb: "she owns 28 %" a stake, "sold for $9m" a price."""
    quantity, group = view.quantities[index], view.read.number_groups.get(index)
    action, _ = find_action(view, quantity)
    if group is None or action is None:
        return None
    kind = kind_of(quantity)
    verbs = nouns(view.vocabulary).by_verb
    phrasal = verbs[MONEY].get(f"{action.verb}-{group.preposition}") if kind == MONEY else None
    if phrasal is not None:
        return Counted(phrasal, phrasal)  # "pulled in $9m"
    aside = kind == MONEY and group.preposition in ("for", "at")
    if kind == MONEY and not aside and (group.preposition or action.role != "object"):
        return None
    told = verbs.get(f"{MONEY} aside" if aside else kind)
    noun = told.get(action.verb) if told is not None else None
    return Counted(noun, noun) if noun is not None else None


def _from_next(view: SentenceView, index: int) -> Counted | None:
    """The noun of the number that a list goes on with: "two or three cars", "between 3 and 10 million civilians"."""
    if index + 1 >= len(view.quantities):
        return None
    sentence = view.read
    group, following = sentence.number_groups.get(index), sentence.number_groups.get(index + 1)
    if group is None or following is None or not 0 < following.index - group.index < 4 or group.head >= 0:
        return None
    if following.index - group.index > 1:
        if any(g.kind == "verb" for g in sentence.groups[group.index : following.index]):
            return None  # "injured dozens and damaged several houses"
        link = sentence.groups[group.index + 1]
        if link.kind not in ("and", "dash") and sentence.words[link.start].lower not in ("or", "and", "to"):
            return None
    alike = kind_of(view.quantities[index]) == kind_of(view.quantities[index + 1])
    if not alike or following.preposition not in ("", "to"):
        return None
    head = find_head(view, index + 1)
    return _built(view, index + 1, head) if head is not None and head.how in ("own", "of") else None


def _is_again(view: SentenceView, index: int) -> bool:
    """Whether an amount is told of what was measured before: "it fell to 8 %", "…, up from 27 % in July"."""
    sentence = view.read
    group = sentence.number_groups.get(index)
    clause = group.clause if group is not None else None
    if group is None or clause is None or group.role in ("of", "within"):
        return False
    beside = {sentence.words[group.start].lower, sentence.words[max(group.at - 1, 0)].lower}
    if group.preposition in ("from", "to", "with") and beside & _MOVED:
        return True
    subject, words = clause.subject, nouns(view.vocabulary)
    it = subject is not None and subject.head >= 0 and sentence.words[subject.head].lower in _IT
    moves = class_of(clause.lemma, view.vocabulary) in ("rise", "fall")
    return it and (moves or clause.lemma in words.bearing | words.measuring)


_MOVED = frozenset({"up", "down", "compared"})
_IT = frozenset({"it", "that", "this", "they"})


def _earlier(view: SentenceView, index: int, kinds: frozenset[str] = frozenset()) -> Counted | None:
    """What the last number of its kind, or of ``kinds``, counts before this one."""
    kinds = kinds or frozenset({kind_of(view.quantities[index])})
    for i in range(index - 1, max(index - 1 - _FAR, -1), -1):
        if kind_of(view.quantities[i]) in kinds and not is_part(view, i):
            counted, _ = find_counted(view, view.quantities[i])
            if counted is not None:
                return replace(counted, span=None)
    return None


def _elsewhere(
    view: SentenceView, kinds: frozenset[str] = COUNT_KINDS, values: tuple[Decimal, ...] = ()
) -> Counted | None:
    """What the sentence before counted last; or, some sentences back, what ``values`` were counted of."""
    before = view.neighbour(-1)
    for _ in range(_BACK if values else 1):
        if before is None:
            break
        for i in range(len(before.quantities) - 1, -1, -1):
            other = before.quantities[i]
            if kind_of(other) in kinds and values in ((), other.values) and find_head(before, i) is not None:
                counted, _ = find_counted(before, other)
                return None if counted is None else replace(counted, span=None)
        before = before.neighbour(-1)
    return None


def _is_wealth(view: SentenceView, index: int) -> bool:
    """Whether a number without a noun is money: "billions" that are paid, lost or owed."""
    quantity, words = view.quantities[index], nouns(view.vocabulary)
    if not quantity.vague or kind_of(quantity) != "count" or _last_word(view, quantity) not in words.fortunes:
        return False
    before = view.read.number_words[index].index - 1
    action, _ = find_action(view, quantity)
    paid = action is not None and action.lemma.partition("-")[0] in words.paying  # "spent on"
    return paid or (before >= 0 and view.read.words[before].lower == "worth")


def _last_word(view: SentenceView, quantity: Quantity) -> str:
    return quantity.number.of(view.document.text).lower().rpartition(" ")[2]


def is_human(view: SentenceView, head: str) -> bool:
    """Whether a head can only be people."""
    words = nouns(view.vocabulary)
    return head in words.human or head in words.persons
