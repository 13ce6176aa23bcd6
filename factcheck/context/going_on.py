"""Whether a sentence without a day or place of its own goes on with what the sentence before told of."""

from __future__ import annotations

from factcheck.context.place_names import name_reader
from factcheck.context.reach import climb, is_event
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import PAST, SUBJECT

_TOLD_ON = ("paragraph", "bullet")


def suffers_there(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a sentence opens with whom harm came to, or speaks of "the attack": "Two of the victims died"."""
    read = view.read
    clause = next((clause for clause, _ in view.path(quantity)), None)
    if clause is None or clause.lemma not in read.lexicon.words("harm") or clause.verb is None or clause.verb.perfect:
        return False
    if quantity.kind != "count" or view.block.kind not in _TOLD_ON or view.dates or _names_place(view):
        return False
    known = read.lexicon.words("known")
    return opens_with(view, quantity) or any(
        is_event(view, g) and read.words[_first(g)].lower in known for g in read.groups
    )


def goes_on_with(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a figure's own verb tells in the past what happened: "She won by 134 votes", not "it was worth $2"."""
    clause = next((clause for clause, _ in view.path(quantity)), None)
    verb = clause.verb if clause is not None else None
    if view.block.kind not in _TOLD_ON or verb is None or verb.form != "finite" or verb.perfect or verb.modal:
        return False
    stays = verb.lemma in view.read.lexicon.words("staying") and not verb.passive
    return verb.tense == PAST and not stays and not _names_place(view)


def _names_place(view: SentenceView) -> bool:
    known = view.memo.get("names place")
    if not isinstance(known, bool):
        reader = name_reader(view)
        known = view.memo["names place"] = any(reader.names(at) for at in range(len(view.tokens)))
    return known


def opens_with(view: SentenceView, quantity: Quantity) -> bool:
    """Whether the subject that opens a sentence is a pronoun or the figure."""
    read, group = view.read, view.group(quantity)
    subject = read.clauses[0].subject
    if subject is None or subject.index > 1 or read.clauses[0].lemma in read.lexicon.words("saying"):
        return False
    pronoun = subject.head >= 0 and read.words[subject.head].tags & SUBJECT
    return bool(pronoun) or (group is not None and subject in climb(group))


def _first(group: Group) -> int:
    """The first word of a group behind its preposition."""
    return group.start if group.at < 0 else group.at + 1
