"""The people a share is one of where its own phrase does not say: those asked, those who choose, those among whom."""

from __future__ import annotations

from factcheck.context.action_words import moves
from factcheck.context.counted_phrases import demonyms
from factcheck.context.head_nouns import Head, is_name, noun_of, phrase
from factcheck.context.noun_words import nouns
from factcheck.context.parts import part_words
from factcheck.context.view import SentenceView
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.tagset import DETERMINER, PLURAL, SUBJECT


def crowd(view: SentenceView, group: Group) -> Head | None:
    """The many people that a group tells of: "voters", "59% of Americans", "equal percentages of adults"."""
    sentence, words = view.read, nouns(view.vocabulary)
    shares = group.head < 0 or noun_of(sentence, group.head) in words.parts_of_all
    if shares and (whole := sentence.of_what(group)) is not None:
        return crowd(view, whole)
    if group.head < 0 or sentence.words[group.head].tags & DETERMINER:
        return None
    if not (shares or sentence.words[group.head].tags & PLURAL):
        return None
    human = shares or noun_of(sentence, group.head) in words.people | sentence.lexicon.words("person") | demonyms(
        view.vocabulary
    )
    return phrase(sentence, group, "before") if human else None


def crowd_above(view: SentenceView, group: Group, *, acting: bool = False) -> Head | None:
    """The people of whom a share is told that stands in a clause about them: "voters were split, with 36 % for it".

    Of those ``acting`` only such that do more than be or move: "voters want jobs (61 %)", not "men lag in pay (6 %)".
    """
    clause, found = group.clause, None
    while clause is not None:
        for other in clause.groups:
            among = other.preposition in part_words(view.vocabulary).among and other.head >= 0 > other.number
            if among and other.index < group.index:
                return phrase(view.read, other, "before")
        subject = clause.subject
        told = crowd(view, subject) if subject is not None and subject.index < group.index else None
        if told is not None and (not acting or is_done_by_people(view, clause)):
            if subject is not None and subject.number >= 0:
                return told  # who is asked, rather than whom they speak of
            found = found or told
        clause = clause.parent
    return found


def is_done_by_people(view: SentenceView, clause: Clause) -> bool:
    """Whether a bare share that does something is one of people: "20 % approved", but not "20 % fell"."""
    words, lemma, verb = nouns(view.vocabulary), clause.lemma, clause.verb
    light = words.bearing | words.measuring | words.counting | words.moving | words.shifting | {"go", "contain"}
    acts = verb is not None and not verb.passive and lemma not in light
    return acts and not moves(lemma, view.vocabulary)


def told_of_votes(view: SentenceView) -> bool:
    """Whether a sentence, or one of the two before it, tells of votes."""
    electing = nouns(view.vocabulary).electing
    return any(not electing.isdisjoint(at.lowers) for at in (view, *view.walk(-1, 2)))


def contends(view: SentenceView, group: Group, clause: Clause, *, to: bool) -> bool:
    """Whether a group names who stands for election: "the party took 12 %"; near votes also "Hale had 45 %".

    ``to``: whether the share is what a verb of moving ends at: "Hale fell to 9 %", not "by 9 %".
    """
    words, word = nouns(view.vocabulary), view.read.words[group.head]
    if group.head < 0 or group.number >= 0 or crowd(view, group) is not None:
        return False
    noun = noun_of(view.read, group.head)
    if noun in words.contenders:
        return True
    person = word.tags & SUBJECT or noun in view.read.lexicon.words("person")
    stands = clause.lemma in words.standing_for or (to and moves(clause.lemma, view.vocabulary))
    own = word.lower in view.read.lexicon.words("oneself")
    return bool(person or is_name(view.read, group.head)) and stands and not own and told_of_votes(view)
