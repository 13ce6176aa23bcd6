"""What a number tells where no verb does: the entry of a list or a headline."""

from __future__ import annotations

from factcheck.context.head_nouns import Head, at, is_name, noun_of, phrase
from factcheck.context.measured import up_before
from factcheck.context.noun_words import kind_of, nouns
from factcheck.context.view import SentenceView
from factcheck.sentences.groups import Group
from factcheck.sentences.tagset import PLURAL


def find_entry(view: SentenceView, index: int) -> Head | None:
    """The noun a number is told of where no verb tells: "Cost: $1,500", "Prices up 2 %", "Deaths: Peru 3, Chile 1"."""
    sentence, group = view.read, view.read.number_groups.get(index)
    clause = group.clause if group is not None else None
    over = clause.parent if clause is not None else None
    if group is None or clause is None or clause.verb is not None or clause.kind not in ("main", "coordinate", "aside"):
        return None  # "One thing was sure: 12 were hurt"
    if (behind := _told_behind(view, group)) is not None:
        return behind
    told, mark = clause.subject, group.prior if clause.kind == "aside" else sentence.groups[clause.start]
    if mark is None or not (group.preposition in ("", "from", "to", "at") or up_before(view, group)):
        return None
    if sentence.words[mark.start].text == ":":
        whole = over is not None and over.verb in (None, mark.prior)  # "tents needed: 400"
        label = over.subject if over is not None and whole else mark.prior
        several = label is not None and label.head >= 0 and sentence.words[label.head].tags & PLURAL
        told = label if several or told is group or told is None else None
    elif over is not None or kind_of(view.quantities[index]) == "duration":
        return None
    if told is None or told is group or told.kind != "noun" or told.head < 0 or told.number >= 0:
        return None
    return None if is_name(sentence, told.head) else _labelled_by(view, told)


def _labelled_by(view: SentenceView, told: Group) -> Head | None:
    """The noun of a label; what it is of where it only says that it is a number: "number of passengers: 239"."""
    awaits = noun_of(view.read, told.head) in nouns(view.vocabulary).awaiting
    whole = view.read.of_what(told) if awaits else None
    return phrase(view.read, whole, "of") if whole is not None else at(view.read, told, "of")


def _told_behind(view: SentenceView, group: Group) -> Head | None:
    """What a mark parts from a number that opens the sentence: "£4.5m: cost of the bridge", "7.8 - the magnitude"."""
    mark = view.read.after(group)
    behind = mark.next if mark is not None and view.read.words[mark.start].text in (":", "-", "–", "—") else None
    if behind is None or behind.kind != "noun" or behind.head < 0 or behind.number >= 0 or behind.preposition:
        return None
    first = next((g for g in view.read.groups if g.kind in ("noun", "verb")), None)
    return _labelled_by(view, behind) if first is group else None  # not "But two - yes, two - fell."
