"""Where the noun stands that a number counts or measures: in its own group, behind "of", before it, or nowhere."""

from __future__ import annotations

from decimal import Decimal

from factcheck.context.head_nouns import Head, at, first_noun, is_name, noun_of, phrase
from factcheck.context.heads_before import before
from factcheck.context.heads_behind import behind
from factcheck.context.measured import measuring, multiplied
from factcheck.context.noun_words import COUNT_KINDS, kind_of, nouns
from factcheck.context.once import kept
from factcheck.context.past_unit import is_distance, past_unit
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.sentence import Sentence
from factcheck.sentences.tagset import *
from factcheck.sentences.word import Word

_SPANS = frozenset({"duration", "length"})


@kept()
def find_head(view: SentenceView, index: int) -> Head | None:
    """The noun of a quantity of the sentence, or ``None`` where it is left out."""
    sentence, quantity = view.read, view.quantities[index]
    group, word = sentence.number_groups.get(index), sentence.number_words.get(index)
    if group is None or word is None:
        return None
    if group.kind == "verb" and kind_of(quantity) == "multiple":
        return multiplied(view, group)
    counts = kind_of(quantity) in COUNT_KINDS
    if word.joined:
        return _joined(view, group, word, counts=counts)
    if kind_of(quantity) in _SPANS and is_distance(view, group, word, quantity):
        return None
    found = _own(view, group, word, quantity) or (_state(view, group) if counts else None)
    found = found or _past_rate(view.read, group, quantity)
    if kind_of(quantity) != "multiple":
        found = found or measuring(view, group, counts=counts)
    found = found or behind(view, group, quantity)
    if found is not None and view.read.words[found.head].lower in nouns(view.vocabulary).yardsticks:
        found = before(view, group, quantity) or found  # "a deficit of 4 % of GDP"
    if counts and (found is None or found.how == "reference"):
        found = _predicate(view, group) or found
    found = found or _gapped(view, group, counts=counts)
    return found or _awaiting(view, group, index) or before(view, group, quantity) or _opening(view, group)


def _joined(view: SentenceView, group: Group, word: Word, *, counts: bool) -> Head | None:
    lexicon = view.read.lexicon
    closed = word.joined.partition("-")[0] in lexicon.closed  # "a 40-to-39 edge"
    noun = bool(lexicon.entry(word.joined).usual & NOUNS) and not closed
    last = group.possessor if group.possessor > word.index else group.head
    if last > word.index:
        return Head(group, word.index + 1, last + 1, last, "joined", word.joined if counts and noun else "")
    measure = not counts and word.joined in lexicon.times  # "12-day"; but "a $500,000-reward"
    return Head(group, word.index, word.index + 1, word.index, "joined", word.joined) if noun and not measure else None


def _own(view: SentenceView, group: Group, word: Word, quantity: Quantity) -> Head | None:
    """The noun behind the number in its group; words of its unit are no noun of it."""
    kind = kind_of(quantity)
    words, start = view.read.words, past_unit(view, word, quantity)
    start += start < group.head and words[start].lower == "the"  # "half the voters"
    while start <= group.head and not words[start].known & (NOUNS | ADJECTIVE | PARTICIPLE | DETERMINER):
        start += 1
    if start > group.head:
        return None
    if kind == "money" and noun_of(view.read, group.head) in nouns(view.vocabulary).human | view.read.lexicon.words(
        "person"
    ):
        return None  # "below the $9m analysts had forecast"
    alone = kind == "count" and quantity.values == (Decimal(1),) and not words[group.possessor].tags & NAME
    owners = group.possessor >= start and (words[group.possessor].tags & PLURAL or alone)
    head = group.possessor if owners else group.head  # "three soldiers' widows", but "five Alleyn's pupils"
    described = start == group.head and group.role == "predicate" and kind == "percent"
    if described and view.read.lexicon.entry(words[start].lower).usual & ADJECTIVE:
        return None  # "is 40 % full"
    when = words[head].tags & TIME and start == head
    several = kind == "count" and quantity.values != (Decimal(1),) and words[head].lower[-1] != "s"
    if when and (several or kind not in COUNT_KINDS):
        return None  # "rose 5 percent last year", "rose to 40 today"
    if kind in COUNT_KINDS:
        head = _agreeing(view.read, start, head, quantity)
        if (shared := _shared_noun(view.read, group, head, quantity)) is not None:
            return shared
    return Head(group, start, head + 1, head, "own")


def _shared_noun(sentence: Sentence, group: Group, head: int, quantity: Quantity) -> Head | None:
    """The plural that a list of kinds closes with: "42 U.S. and 23 British sailors", "800 army and police officers"."""
    words, mark = sentence.words, sentence.after(group)
    if words[head].known & PLURAL or quantity.values == (Decimal(1),) or quantity.vague:
        return None
    while mark is not None and mark.kind in ("and", "comma"):
        last = sentence.after(mark)
        if last is None or last.role not in ("member", "apposition"):
            return None
        if mark.kind == "and":
            compound = last.head > max(last.number + 1, first_noun(sentence, last))
            several = words[last.head].tags & PLURAL and compound
            return Head(last, last.head, last.head + 1, last.head, "own") if several else None
        mark = sentence.after(last)
    return None


def _agreeing(sentence: Sentence, start: int, head: int, quantity: Quantity) -> int:
    """The noun a number agrees with: of "a four step approach" the first, of "four step plans" the last."""
    words = sentence.words
    told = words[head].tags & (PLURAL | NAME) or words[head].known & PLURAL
    if told or quantity.values in ((Decimal(1),), (Decimal(0),)) or quantity.vague:
        return head  # "one tax plan", "no tax plan"
    for i in range(start, head):
        if words[i].tags & NOUN and not words[i].known & (PLURAL | NAME) and not words[i].tags & ADJECTIVE:
            return i
    return head


def _past_rate(sentence: Sentence, group: Group, quantity: Quantity) -> Head | None:
    """The noun behind what a rate is given by, where one article opens both: "its 52 dlrs a share offer"."""
    words, after = sentence.words, sentence.after(group)
    opened = group.first < group.number and words[group.first].tags & (DETERMINER | POSSESSIVE)
    if quantity.per is None or not opened or after is None:
        return None
    by = after.first + (after.at < 0)  # past "per" or "a"
    given = by < after.head and noun_of(sentence, by) == quantity.per and not is_name(sentence, after.head)
    return Head(after, by + 1, after.head + 1, after.head, "own") if given else None


def _state(view: SentenceView, group: Group) -> Head | None:
    """An adjective or participle in place of a noun: "12 dead", "three missing", "the 12 wounded"."""
    words = view.read.words
    for i in (group.stop, group.stop - 1):
        if group.head < 0 and group.number < i < len(words) and words[i].lower in nouns(view.vocabulary).states:
            return Head(group, i, i + 1, i, "state")
    return None


def _gapped(view: SentenceView, group: Group, *, counts: bool) -> Head | None:
    """What stands by a number with the verb left out: "put the dead at 12 and the injured at 40"; or the same again."""
    sentence = view.read
    noun, first = sentence.gapped(group)
    if noun is None or first is None or (noun.head >= 0 and is_name(sentence, noun.head)):
        return None
    if noun.head >= 0 and noun_of(sentence, noun.head) in sentence.lexicon.words("speaker"):
        return find_head(view, sentence.words[first.number].number)  # "put the loss at $4m and the bank at $1m"
    return at(sentence, noun, "before") if counts else None


def _awaiting(view: SentenceView, group: Group, index: int) -> Head | None:
    """A noun of number that waits for it: "the toll rose to 24", "the number of homes stands at 12"."""
    sentence, words = view.read, nouns(view.vocabulary)
    if kind_of(view.quantities[index]) not in COUNT_KINDS and group.preposition != "minus":
        return None
    before = view.read.groups[max(group.index - 3, 0) : group.index] if group.preposition == "minus" else []
    for candidate in (*_told(group), *(g for g in before if g.head >= 0)):
        lemma = noun_of(sentence, candidate.head)
        if group.preposition == "minus" and lemma == "margin":  # "a margin of error of plus or minus 3 points"
            return phrase(sentence, candidate, "before")
        if lemma in words.awaiting:
            told = sentence.of_what(candidate) if lemma not in words.events else None  # not "the toll of the raid"
            return phrase(sentence, told or candidate, "awaiting")
    return None


def _told(group: Group) -> list[Group]:
    """What a number may tell about: the noun it is "of", then the object and the subject of its clause."""
    found: list[Group] = []
    if group.role in ("of", "apposition", "within") and group.under is not None:
        found.append(group.under)
    clause = group.clause
    if clause is not None and clause.subject is not group and group.role in ("object", "oblique", "predicate", ""):
        found += [g for g in clause.groups if g.role == "object" and g is not group]
        if clause.subject is not None:
            found.append(clause.subject)
    described = clause.under if clause is not None else None
    if described is not None and described.role == "of" and described.under is not None:
        found.append(described.under)  # "brought the number of guests hurt to 12"
    return found


def _predicate(view: SentenceView, group: Group) -> Head | None:
    """What people are told to be: "three are police officers", "three of them are children"."""
    clause = group.clause
    if clause is None or clause.subject is not group or clause.lemma != "be":
        return None
    told = next((g for g in clause.groups if g.role == "predicate" and g.head >= 0 > g.number), None)
    human = told is not None and noun_of(view.read, told.head) in nouns(view.vocabulary).people
    return at(view.read, told, "of") if told is not None and human else None


def _opening(view: SentenceView, group: Group) -> Head | None:
    """The whole that a sentence begins with: "Of the 300 guests, 27% favoured it", "Of the bridges, 12 fell"."""
    first = view.read.groups[0]
    if first.preposition not in ("of", "out of") or first is group:
        return None
    alone = first.stop == first.first + 1 and group.role == "subject"
    if alone and view.read.words[first.first].lower in ("those", "these", "them"):
        return Head(first, first.first, first.first + 1, first.first, "reference")
    if first.head < 0:
        return None
    told = view.read.words[first.at + 1].tags & (DETERMINER | NUMBER)  # not "of course"
    return at(view.read, first, "of") if told and group.clause is not None and group.clause is first.clause else None
