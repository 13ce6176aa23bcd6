"""The noun before a number: the one it is "of" or stands beside, or what an amount is told of."""

from __future__ import annotations

from factcheck.context.action_words import moves
from factcheck.context.crowds import crowd, crowd_above
from factcheck.context.head_nouns import Head, at, is_name, noun_of, phrase
from factcheck.context.measured import LED_KINDS, leads, measured, up_before
from factcheck.context.noun_words import COUNT_KINDS, Nouns, kind_of, nouns
from factcheck.context.view import SentenceView
from factcheck.quantities import Kind, Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.sentence import Sentence
from factcheck.sentences.tagset import *


def before(view: SentenceView, group: Group, quantity: Quantity) -> Head | None:
    """The noun before the number: the one it is "of" or stands beside; of a measure what it is told of."""
    kind = kind_of(quantity)
    sentence, words = view.read, nouns(view.vocabulary)
    counts = kind in COUNT_KINDS
    group = climbed(sentence, group, words.sums | words.spreads if kind in LED_KINDS else words.sums)
    under = group.under
    told = under is not None and under.head >= 0 and under.number < 0
    if under is not None and told and _tells_of(sentence, group, under, quantity, words):
        return at(sentence, under, "before")
    beside = _set_beside(sentence, group, kind, words)
    if beside is not None:
        return at(sentence, beside, "before", named=True)
    prior = group.prior
    if prior is not None and prior.kind == "open" and group.clause is not None and group.clause.under is not None:
        again = up_before(view, group)  # "9 % in Turkey (down from 52 %)"
        return None if again else _bracketed(view, group.clause.under, kind)
    if kind == "percent" and under is not None and _is_set_off(sentence, group):
        after = sentence.groups[group.index + 2 : group.index + 3]
        return _bracketed(view, after[0] if after and after[0].preposition == "of" else under, "")
    if prior is not None and _stands_beside(sentence, prior, group, words, kind):
        subject = group.clause.subject if group.clause is not None else None
        named = subject is not None and subject.head >= 0 and is_name(sentence, subject.head)
        head = at(sentence, prior, "before", named=named and _is_instead(prior))
        if head is not None or not _is_instead(prior):
            return head
    part = kind == "ratio" and group.preposition == "by"  # "cut deaths by a third"
    stands = leads(view, group) or (group.role == "predicate" and group.head < 0) or _is_moved_by(view, group)
    if counts and not part and not (kind == "count" and stands):  # "fell by 300", "closed below 900"
        return None
    if kind == "percent" and is_ranked(view, group):
        return None
    return measured(view, group, quantity)


def is_ranked(view: SentenceView, group: Group) -> bool:
    """Whether a share is told by its rank: "the top 2 %"."""
    words = view.read.words[max(group.start - 1, 0) : group.number]
    return any(word.lower in nouns(view.vocabulary).ranks and not word.tags & VERBS for word in words)


def climbed(sentence: Sentence, group: Group, sums: frozenset[str]) -> Group:
    """The group an average or a total stands for: of "takes an average of 12 years" the object, not "average"."""
    under = group.under if group.preposition == "of" else None
    summed = under is not None and under.head >= 0 and noun_of(sentence, under.head) in sums
    return under if under is not None and summed and under.preposition != "of" else group  # not "the top of a range of"


def _is_moved_by(view: SentenceView, group: Group) -> bool:
    """Whether a bare count tells by how much a thing rose or fell: "payrolls rose 300", not "the team gained 300"."""
    clause = group.clause
    subject = clause.subject if clause is not None else None
    bare = group.role == "object" and group.head < 0 and subject is not None and subject.head >= 0
    if clause is None or subject is None or not bare or clause.lemma not in nouns(view.vocabulary).bearing:
        return False
    return moves(clause.lemma, view.vocabulary) and crowd(view, subject) is None


def _set_beside(sentence: Sentence, group: Group, kind: Kind, words: Nouns) -> Group | None:
    """The noun that an amount is told of across a mark or a word: "the deal, worth $9m", "a rise in profit to $9m"."""
    prior = group.prior
    if prior is None:
        return group.under
    over, opener = prior.prior, sentence.words[prior.start].lower
    lone = prior.kind == "noun" and prior.stop == prior.start + 1
    if over is None or kind in COUNT_KINDS:
        found = None
    elif (prior.kind == "comma" and group.preposition == "worth") or (opener == "worth" and lone):
        found = over
    elif group.preposition in ("to", "from") and prior.preposition in ("in", "of") and over.kind == "noun":
        moved = over.head >= 0 and noun_of(sentence, over.head) in words.changes
        found = prior if moved else None  # "a rise in profit to $9m"
    elif group.preposition == "worth" and prior.kind == "noun" and prior.head >= 0:
        return prior  # "won orders for 50 jets worth $6bn"
    else:
        found = None
    return found if found is not None and found.kind == "noun" and found.head >= 0 > found.number else None


def _stands_beside(sentence: Sentence, before: Group, group: Group, words: Nouns, kind: Kind) -> bool:
    """Whether a number is that of the noun right before it: "category 3", "rates above 9 %", "with debt at 9 %"."""
    if before.kind != "noun" or before.head < 0 or before.stop != group.start:
        return False
    if _is_instead(before) and kind not in COUNT_KINDS and group.preposition in ("", "at", "by", "to"):
        return True
    if not group.preposition:
        hedge = sentence.words[group.first].lower.partition(" ")[0]
        limit = hedge in words.comparing or (hedge == "under" and kind == "money")  # "gifts under $200"
        return limit or hedge == "as" or noun_of(sentence, before.head) in words.scales | words.awaiting
    clause = group.clause
    opens = clause is None or clause.verb is None or clause.verb.index > group.index
    return group.preposition == "at" and opens


def _is_instead(group: Group) -> bool:
    """Whether a noun stands for a subject whose verb is left out: "Lund shed 3 % and | Arvo 2 %"."""
    listed = group.role == "member" and group.number < 0
    return listed and group.under is not None and group.under.number >= 0


def _tells_of(sentence: Sentence, group: Group, under: Group, quantity: Quantity, words: Nouns) -> bool:
    """Whether a number says how much the noun before it is: "a fine of $5m", "a deal worth $8bn"."""
    if group.preposition in ("of", "worth"):
        return True
    return (
        group.preposition in ("for", "at")
        and kind_of(quantity) == "money"
        and under.stop == group.start
        and noun_of(sentence, under.head) in words.sized
    )


def _is_set_off(sentence: Sentence, group: Group) -> bool:
    """Whether a number stands between two dashes or commas: "most, 65 %, of us"."""
    marks = {g.kind for g in sentence.groups[group.index - 1 : group.index + 2 : 2]}
    return group.role == "apposition" and group.index > 0 and marks in ({"dash"}, {"comma"})


def _bracketed(view: SentenceView, group: Group, kind: str) -> Head | None:
    """What the words before a bracket count, for a share inside it: "four in ten Malians (41%)"."""
    if group.head < 0 <= group.number:
        return crowd(view, group)
    subject = group.clause.subject if group.clause is not None else None
    if kind == "percent" and subject is not None and subject is not group and crowd(view, group) is None:
        peak = group.head >= 0 and noun_of(view.read, group.head) in nouns(view.vocabulary).sums
        if peak and (told := at(view.read, subject, "subject")) is not None:
            return told  # "support is at a high (58%)"
        if (asked := crowd_above(view, group, acting=True)) is not None:
            return asked  # "voters worry about jobs (61%)"
    return phrase(view.read, group, "before") if group.head >= 0 else None
