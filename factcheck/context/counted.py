"""What is counted: the head of the number's noun phrase with its qualifiers, or taken over where it is left out."""

from __future__ import annotations

import functools
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
    if (head is None or head.how == "state" or _is_doing(view, head)) and _is_wealth(view, index):
        return Counted(MONEY, MONEY)
    if head is None:
        told = label_of(view.document.text, view.quantities[index], view.vocabulary)
        label = find_label(view, index) if told is None else None
        return told or (_built(view, index, label) if label is not None else _left_out(view, index))
    if head.how == "before" and _is_population(view, index, head):
        return Counted(_PERSON, _PERSON)  # "a city of 100,000"
    if head.how == "state":
        return _state(view, index, head)
    if head.how == "reference":
        return _referred(view, index, head)
    counted = _built(view, index, head)
    if head.how == "awaiting" and counted.head in nouns(view.vocabulary).numbers:
        return _earlier(view, index) or _elsewhere(view)  # "the number rose to 45": never "how many numbers"
    if counted.head in ("other", "more"):
        before = _earlier(view, index)
        return _with_head(counted, before) if before else Counted(counted.text, _PERSON, (), counted.span)
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
        if lemma in ("total", "sum", "amount") and qualifiers:
            lemma = qualifiers.pop()  # "rainfall totals of 12 inches"
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
    described = lemma in known.unchanging and known.entry(lemma).usual & ADJECTIVE  # "the elderly"
    head = lemma
    if lemma in words.plain_persons | words.states or (lemma in words.events and "prior" not in qualifiers):
        head = _PERSON
        qualifiers = [word for word in qualifiers if word not in words.plain_persons]
        if qualifiers and qualifiers[-1] in words.human:
            head = qualifiers.pop()  # "civilian victims"
    elif described or lemma in words.crowds or lemma in _demonyms(view.vocabulary):
        qualifiers = [word for word in qualifiers if word not in words.plain_persons]
        head, qualifiers = _PERSON, [*qualifiers, lemma]  # "a crowd of 70", "three Malians"
    return head, tuple(qualifiers)


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
    word = view.read.words[head.head]
    before = _earlier(view, index)
    if before is None or not (word.lower in ("others", "more") or is_human(view, before.head)):
        return Counted(word.text if word.lower in ("others", "dead") else "people", _PERSON, (), word.span)
    again = before.text if before.head != _PERSON else "people"
    return Counted(word.text if word.lower in _KEPT else again, before.head, before.qualifiers, word.span)


_KEPT = frozenset({"others", "dead", "more"})


def _referred(view: SentenceView, index: int, head: Head) -> Counted | None:
    """ "three of them", "12 of those killed": what was counted before, else people."""
    before = _predicated(view, index) or _earlier(view, index) or _elsewhere(view)
    if before is not None:
        return Counted(before.text, before.head, before.qualifiers)
    named = _named_before(view, head.group)
    if named is not None:
        return named
    word = view.read.words[head.head].lower
    return Counted(_PERSON, _PERSON) if word in ("them", "us", "those", "whom", "these", "you") else None


def _named_before(view: SentenceView, group: Group) -> Counted | None:
    """The plural noun that "them" or "including 12" stands for: the nearest before, no part of another."""
    sentence, clause = view.read, group.clause
    aside = group.preposition == "including"
    stop = group.index if aside else clause.start if clause is not None else 0
    for other in reversed(sentence.groups[:stop]):
        if other.kind == "noun" and other.head >= 0 and sentence.words[other.head].tags & PLURAL:
            word = sentence.words[other.head]
            beside = not (aside and (other.preposition or other.role == "subject"))
            if not word.tags & (SUBJECT | OBJECT) and beside:
                people, told = _persons(view, _same(noun_of(sentence, other.head), nouns(view.vocabulary)), [])
                return Counted(word.text, people, told)
    return None


# Left out


def _left_out(view: SentenceView, index: int) -> Counted | None:
    """The head that the sentence leaves out: "killed nine and injured five", "up from 12", "12 were killed"."""
    quantity, words = view.quantities[index], nouns(view.vocabulary)
    coordinated = _from_next(view, index)
    if coordinated is not None:
        return coordinated
    group = view.read.number_groups.get(index)
    if group is not None and _is_who(view, group):
        before = _earlier(view, index)
        return Counted(before.text, before.head, before.qualifiers) if before else Counted(_PERSON, _PERSON)
    if kind_of(quantity) not in COUNT_KINDS:
        return _amount_left_out(view, index)
    if group is None:
        return None
    told = _predicated(view, index)
    if told is not None:
        return told
    same = _same_before(view, index, group)
    if same is not None:
        return same
    action, _ = find_action(view, quantity)
    before = _earlier(view, index)
    lemma = action.lemma if action is not None else ""
    if lemma in words.befalling and not (before and is_human(view, before.head)):
        return Counted(_PERSON, _PERSON)
    if before is not None:
        return Counted(before.text, before.head, before.qualifiers)
    if group.preposition == "including" and (named := _named_before(view, group)) is not None:
        return named  # "the letters on the desk, including the 12 from Oslo"
    subject = action is not None and action.role == "subject"
    if lemma in words.people_first or (subject and lemma in words.people_do) or _is_throng(view, quantity):
        return Counted(_PERSON, _PERSON)
    if quantity.unit is not None:
        return None
    several = kind_of(quantity) == "count" and quantity.values != (Decimal(1),)
    does = several and subject and group.clause is not None and group.clause.subject is group  # "the two fled"
    return _elsewhere(view) or (Counted(_PERSON, _PERSON) if does else None)


def _is_who(view: SentenceView, group: Group) -> bool:
    """Whether "who" follows a bare number: "15 percent who left", "the 12 who stayed"."""
    words = view.read.words
    return group.stop < len(words) and words[group.stop].lower == "who"


def _amount_left_out(view: SentenceView, index: int) -> Counted | None:
    """What an amount measures once more: the last of its kind; of a share that does something, who was counted."""
    kind, group = kind_of(view.quantities[index]), view.read.number_groups.get(index)
    again = _is_again(view, index)
    clause = group.clause if group is not None else None
    does = kind == "percent" and clause is not None and clause.subject is group and clause.verb is not None
    told = _earlier(view, index) if again or _continues(view, index) else None
    if told is None and not again:
        told = _by_verb(view, index) or (_earlier(view, index) if kind == "percent" else None)
    if told is None and (again or does):
        told = _elsewhere(view, frozenset({kind}))
    if told is None and does:
        told = _earlier(view, index, COUNT_KINDS)
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
    if kind == "points" and group.preposition != "by":
        return None  # "lost ten points in the polls"
    told = verbs.get(f"{MONEY} aside" if aside else kind)
    noun = told.get(action.verb) if told is not None else None
    return Counted(noun, noun) if noun is not None else None


def _same_before(view: SentenceView, index: int, group: Group) -> Counted | None:
    """What was counted with the same number a few sentences ago: "three women … The three were flown out"."""
    first = view.read.words[group.first].lower
    if first not in ("the", "all", "these", "those"):
        return None
    quantity, before = view.quantities[index], view.neighbour(-1)
    for _ in range(_BACK):
        if before is None:
            break
        for i in range(len(before.quantities) - 1, -1, -1):
            other = before.quantities[i]
            if kind_of(other) == "count" and other.values == quantity.values and find_head(before, i) is not None:
                counted, _ = find_counted(before, other)
                return None if counted is None else Counted(counted.text, counted.head, counted.qualifiers)
        before = before.neighbour(-1)
    return None


def _is_population(view: SentenceView, index: int, head: Head) -> bool:
    count = kind_of(view.quantities[index]) == "count"
    return count and noun_of(view.read, head.head) in nouns(view.vocabulary).settlements


def _from_next(view: SentenceView, index: int) -> Counted | None:
    """The noun of the number that a list goes on with: "two or three cars", "between 3 and 10 million civilians"."""
    if index + 1 >= len(view.quantities):
        return None
    sentence = view.read
    group, following = sentence.number_groups.get(index), sentence.number_groups.get(index + 1)
    if group is None or following is None or not 0 < following.index - group.index < 4 or group.head >= 0:
        return None
    if following.index - group.index > 1:
        link = sentence.groups[group.index + 1]
        if any(g.kind == "verb" for g in sentence.groups[group.index : following.index]):
            return None  # "injured dozens and damaged several houses"
        vague = view.quantities[index].vague and view.quantities[index + 1].vague  # "hundreds, sometimes thousands of"
        if (
            link.kind not in ("and", "dash")
            and not (link.kind == "comma" and vague)
            and sentence.words[link.start].lower not in ("or", "and", "to")
        ):
            return None
    alike = kind_of(view.quantities[index]) == kind_of(view.quantities[index + 1])
    if not alike or following.preposition not in ("", "to"):
        return None
    head = find_head(view, index + 1)
    return _built(view, index + 1, head) if head is not None and head.how in ("own", "of") else None


def _continues(view: SentenceView, index: int) -> bool:
    """Whether a measure goes on in the list of the one before, or tells where it came from: "rose 5 % from 4 %"."""
    group = view.read.number_groups.get(index)
    if group is None or index == 0:
        return False
    before = view.read.number_groups.get(index - 1)
    near = before is not None and group.index - before.index <= 4
    return near and (group.role in ("member", "apposition") or group.preposition in ("from", "to", "and", "with"))


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
    return it and (clause.lemma in words.bearing | words.measuring or class_of(clause.lemma, view.vocabulary) in _MOVES)


_MOVES = frozenset({"rise", "fall"})
_MOVED = frozenset({"up", "down", "compared"})
_IT = frozenset({"it", "that", "this", "they"})


def _predicated(view: SentenceView, index: int) -> Counted | None:
    """People told by what they are: "three are police officers", "three of them children"."""
    sentence = view.read
    group = sentence.number_groups.get(index)
    clause = group.clause if group is not None else None
    if group is None or clause is None or clause.subject is not group or clause.lemma != "be":
        return None
    predicate = next((g for g in clause.groups if g.role == "predicate" and g.head >= 0 and g.number < 0), None)
    if predicate is None or noun_of(sentence, predicate.head) not in nouns(view.vocabulary).human:
        return None
    head = Head(predicate, predicate.start, predicate.head + 1, predicate.head, "own")
    built = _built(view, index, head)
    return Counted(built.text, built.head, built.qualifiers)


def _earlier(view: SentenceView, index: int, kinds: frozenset[str] = frozenset()) -> Counted | None:
    """What the last number of its kind or of ``kinds`` counts before this one."""
    kinds = kinds or frozenset({kind_of(view.quantities[index])})
    for i in range(index - 1, max(index - 1 - _FAR, -1), -1):
        if kind_of(view.quantities[i]) in kinds and not is_part(view, i):
            counted, _ = find_counted(view, view.quantities[i])
            if counted is not None:
                return counted
    return None


def _elsewhere(view: SentenceView, kinds: frozenset[str] = COUNT_KINDS) -> Counted | None:
    """What the sentence before counted last; for a number that stands alone: "Hamas fired more than 30"."""
    before = view.neighbour(-1)
    if before is None:
        return None
    for i in range(len(before.quantities) - 1, -1, -1):
        if kind_of(before.quantities[i]) in kinds and find_head(before, i) is not None:
            counted, _ = find_counted(before, before.quantities[i])
            return None if counted is None else Counted(counted.text, counted.head, counted.qualifiers)
    return None


def _is_throng(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a number is one of the words that alone stand for people: "thousands"."""
    return _last_word(view, quantity) in nouns(view.vocabulary).throngs


def _is_wealth(view: SentenceView, index: int) -> bool:
    """Whether a number without a noun is money: "billions" that are paid, lost or owed."""
    quantity, words = view.quantities[index], nouns(view.vocabulary)
    if not quantity.vague or kind_of(quantity) != "count" or _last_word(view, quantity) not in words.fortunes:
        return False
    before = view.read.number_words[index].index - 1
    if before >= 0 and view.read.words[before].lower == "worth":
        return True
    action, _ = find_action(view, quantity)
    return action is not None and action.lemma in words.paying


def _is_doing(view: SentenceView, head: Head) -> bool:
    """Whether a head is rather what was done with the number: "spent millions covering it up"."""
    return head.start == head.head and bool(view.read.words[head.head].known & ING)


def _last_word(view: SentenceView, quantity: Quantity) -> str:
    return quantity.number.of(view.document.text).lower().rpartition(" ")[2]


def is_human(view: SentenceView, head: str) -> bool:
    """Whether a head can only be people."""
    words = nouns(view.vocabulary)
    return head in words.human or head in words.persons


def _with_head(counted: Counted, before: Counted) -> Counted:
    return Counted(counted.text, before.head, before.qualifiers, counted.span)
