"""A number that is asked about, and which group of a clause it stands for."""

from __future__ import annotations

from factcheck.context.head_nouns import Head, noun_of
from factcheck.context.heads import find_head
from factcheck.context.noun_words import COUNT_KINDS, kind_of, nouns
from factcheck.context.once import once
from factcheck.context.view import SentenceView
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import DETERMINER, NAME, SUBJECT


class Number:
    """The number at an index of a sentence, and the group of words it stands in."""

    def __init__(self, view: SentenceView, index: int, group: Group) -> None:
        self.view, self.index, self.group = view, index, group
        self.quantity, self.words = view.quantities[index], view.read.words
        self.counts = self.quantity.kind in COUNT_KINDS  # things, so that it measures none

    @once
    def head(self) -> Head | None:
        return find_head(self.view, self.index)


def anchor_of(view: SentenceView, group: Group) -> Group | None:
    """The group whose place in a clause is the number's: lists and collections climbed, owners and events not."""
    number = group
    if opens_of(group):
        return None
    for _ in range(12):
        under, clause = group.under, group.clause
        if clause is not None and clause.kind == "aside" and clause.verb is None and clause.under is not None:
            group = clause.under  # "Greens (63%) reject"
        elif group.role == "of" and under is not None:
            if not _stands_for(view, under, number):
                amount = view.quantity_in(number)
                return under if amount is not None and amount.kind not in COUNT_KINDS else None
            group = under
        elif group.role == "member" and under is not None:
            group = under
        elif group.role == "apposition" and under is not None:
            after = view.read.after(group)
            if _is_no_name(view, group, under):
                return group  # "fined six banks, among them Lund, a combined $2bn"
            # "a majority, 54 %, said"
            enclosed = after is not None and after.kind in ("comma", "dash")
            share = enclosed and _kind_in(view, group) == "percent"
            if under.number < 0 <= group.number and not share and (after is None or after.preposition != "to"):
                return None  # but "beat Hale, 54 % to 45 %"
            group = under
        else:
            return None if group.role == "within" else group
    return group


def _is_no_name(view: SentenceView, group: Group, under: Group) -> bool:
    """Whether an amount of money stands behind a name, which it cannot tell more of."""
    named = under.head >= 0 and view.read.words[under.head].tags & NAME
    return bool(named) and _kind_in(view, group) == "money"


def _kind_in(view: SentenceView, group: Group) -> str:
    """The kind of the amount in a group; nothing where there is none."""
    amount = view.quantity_in(group)
    return kind_of(amount) if amount is not None else ""


def opens_of(group: Group) -> bool:
    """Whether a sentence begins with a number of which it tells a part: "Of the 12 found, two had sunk"."""
    return not group.index and group.preposition in ("of", "out of")


def _stands_for(view: SentenceView, group: Group, number: Group) -> bool:
    """Whether what is "of" a noun stands in its place: "none of the 12", "a group of 12", "the bodies of 12"."""
    sentence, words = view.read, nouns(view.vocabulary)
    if group.head < 0:
        return not (group.number >= 0 and number.number >= 0)  # "six of the 12": the six did it
    word = sentence.words[group.head]
    if word.lower == "one" and number.under is group:
        return False  # of "one of the 12" only one did it
    if word.tags & (SUBJECT | DETERMINER):
        return True
    summed = noun_of(sentence, group.head) in words.sums and number.head >= 0  # "an average of 12 men"
    return summed or noun_of(sentence, group.head) in words.standing


def is_human(view: SentenceView, group: Group) -> bool:
    """Whether a group's head can only be people, or is left out."""
    return group.head < 0 or noun_of(view.read, group.head) in nouns(view.vocabulary).people
