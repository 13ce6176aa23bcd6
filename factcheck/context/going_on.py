"""Whether a sentence without a day or place of its own goes on with what the sentence before told of."""

from __future__ import annotations

from factcheck.context.places import PlaceReader
from factcheck.context.reach import is_event
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
    return _opens(view, quantity) or any(
        is_event(view, g) and read.words[_first(g)].lower in known for g in read.groups
    )


def goes_on_with(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a sentence tells in the past what a number or a pronoun, its subject, did: "It cost $2 million"."""
    clause = view.read.clauses[0]
    verb = clause.verb
    if view.block.kind not in _TOLD_ON or verb is None or verb.perfect or verb.modal or verb.tense != PAST:
        return False
    if clause.lemma in view.read.lexicon.words("saying") or all(one is not clause for one, _ in view.path(quantity)):
        return False
    return _opens(view, quantity) and not _names_place(view)


def _names_place(view: SentenceView) -> bool:
    reader = PlaceReader(view)
    return any(reader.names(at) for at in range(len(view.tokens)))


def _opens(view: SentenceView, quantity: Quantity) -> bool:
    """Whether the subject that opens a sentence is a pronoun or the figure."""
    read = view.read
    subject = read.clauses[0].subject
    if subject is None or subject.index > 1 or read.clauses[0].lemma in read.lexicon.words("saying"):
        return False
    pronoun = subject.head >= 0 and read.words[subject.head].tags & SUBJECT
    return bool(pronoun) or subject is view.group(quantity)


def _first(group: Group) -> int:
    """The first word of a group behind its preposition."""
    return group.start if group.at < 0 else group.at + 1
