"""What a number counts or measures where the sentence leaves its noun out."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.context.action import find_action
from factcheck.context.action_words import action_words, moves
from factcheck.context.counted_phrases import built
from factcheck.context.crowds import is_done_by_people
from factcheck.context.head_nouns import noun_of, phrase
from factcheck.context.heads import find_head
from factcheck.context.heads_before import is_ranked
from factcheck.context.model import MONEY, Counted
from factcheck.context.noun_words import COUNT_KINDS, kind_of, nouns
from factcheck.context.parts import find_whole
from factcheck.context.told_before import PEOPLE, SHARES, Bare
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.vocabulary import ByWord

MEANS = Counted(MONEY, MONEY)
_AMOUNTS = frozenset({"money", "percent", "points", "rate"})
_CROWD = 100  # so many that only are something, are people
_POINTS = Counted("point", "point")


def left_out(bare: Bare) -> Counted | None:
    """The head that the sentence leaves out: "killed nine and injured five", "up from 12", "12 were killed"."""
    view, index, group = bare.view, bare.index, bare.group
    coordinated = from_next(view, index)
    if coordinated is not None:
        return coordinated
    if group is not None and [word.lower for word in view.read.words[group.stop : group.stop + 1]] == ["who"]:
        percent = kind_of(view.quantities[index]) == "percent"
        asked = bare.asked() if percent else None
        return asked or bare.earlier() or (bare.elsewhere(frozenset({"percent"})) if percent else None) or PEOPLE
    kind, clause = kind_of(view.quantities[index]), group.clause if group is not None else None
    if kind not in COUNT_KINDS or (kind == "ratio" and clause is not None and clause.subject is group):
        return _amount_left_out(bare)
    return _count_left_out(bare, group) if group is not None else None


def _count_left_out(bare: Bare, group: Group) -> Counted | None:
    """What a bare count counts: the same number again, what was counted before, or people by what befalls them."""
    view, quantity, words = bare.view, bare.quantity, nouns(bare.view.vocabulary)
    told_again = view.read.words[group.first].lower in ("the", "all", "these", "those")
    if told_again and (same := bare.elsewhere(frozenset({"count"}), quantity.values)) is not None:
        return same  # "three women … The three were flown out"
    action, _ = find_action(view, quantity)
    before, lemma = bare.earlier(), action.lemma if action is not None else ""
    if lemma in view.read.lexicon.words("befalling") and not (before and before.head in words.people):
        return PEOPLE
    if before is None and group.preposition == "including":
        before = bare.named(group)  # "the letters on the desk, including the 12 from Oslo"
    if before is not None:
        return before
    clause = group.clause
    held = clause is not None and clause.verb is not None and (clause.verb.passive or clause.subject in (None, group))
    kept_by = lemma in view.read.lexicon.words("holding") and not held  # "the party held 36"
    if (lemma in words.people_first and not kept_by) or _last_word(view, quantity) in words.throngs:
        return PEOPLE
    if quantity.unit is not None:
        return None
    several = kind_of(quantity) == "count" and quantity.values[0] > 1
    does = several and clause is not None and clause.doer is group  # "the two fled", "seen by thousands"
    if does and clause is not None and clause.lemma == "be":
        does = quantity.values[0] >= _CROWD  # not "six is the highest"
    return bare.elsewhere() or (PEOPLE if does else None)


def _amount_left_out(bare: Bare) -> Counted | None:
    """What an amount measures once more: the last of its kind; of a share that does something, who was counted."""
    view, index, kind, group = bare.view, bare.index, kind_of(bare.quantity), bare.group
    whole, _ = find_whole(view, bare.quantity)
    if whole is not None and kind == MONEY and (paid := bare.of(view, view.index(whole))) is not None:
        return paid  # "$5bn in aid, of which $2bn will be made available"
    again = _is_again(view, index)
    clause = group.clause if group is not None else None
    does = kind in SHARES and clause is not None and clause.subject is group and clause.verb is not None
    told = _told_twice(bare, group) if group is not None else None
    if told is None and does and group is not None and clause is not None and is_done_by_people(view, clause):
        return bare.asked() or bare.people() or PEOPLE
    if told is None and (again or (group is not None and group.role in ("member", "apposition"))):
        told = bare.earlier()
    if told is None and not again:
        told = _by_verb(view, index) or (bare.earlier() if kind in SHARES else None)
    if told is None and (again or does):
        told = bare.elsewhere(SHARES if does else frozenset({kind}))
        if told is None and again and kind in _AMOUNTS:
            told = bare.elsewhere(_AMOUNTS | COUNT_KINDS if kind == "percent" else _AMOUNTS)
        told = told or (None if again else bare.earlier(COUNT_KINDS))
    price = nouns(view.vocabulary).by_per.get(bare.quantity.per or "") if kind == MONEY else None
    if told is None and price is None and group is not None and kind == MONEY and (summed := _sum_of(view, group)):
        return built(view, index, phrase(view.read, summed, "of"))  # "broke the record of $2 million"
    alone = Counted(price, price) if price is not None else {MONEY: MEANS, "points": _POINTS}.get(kind)
    return told or (_by_verb(view, index) if again else None) or alone


def _sum_of(view: SentenceView, group: Group) -> Group | None:
    """The average, total or record that an amount is told "of"."""
    under = group.under if group.preposition == "of" else None
    return under if under is not None and noun_of(view.read, under.head) in nouns(view.vocabulary).sums else None


def _told_twice(bare: Bare, group: Group) -> Counted | None:
    """What an amount is that says another once more or ranks those told of: "52 points, or 3 %", "the top 1 %"."""
    view, index, kind = bare.view, bare.index, kind_of(bare.quantity)
    words = view.read.words
    other = view.read.number_groups.get(index - 1)
    beside = other is not None and group.index - other.index < 6 and other.clause is group.clause
    if kind not in COUNT_KINDS and beside and words[group.start - 1].lower == "or":
        counted = bare.of(view, index - 1)
        return counted if counted is not None and counted.head != MONEY else None
    if kind == "percent" and is_ranked(view, group):
        return PEOPLE
    if group.preposition == "including" and kind == MONEY:
        whole = group.prior.prior if group.prior is not None else None
        return built(view, index, phrase(view.read, whole, "of")) if whole is not None and whole.head >= 0 else None
    known = view.read.words[group.under.first].lower == "the" if group.under is not None else False
    return bare.earlier() if _sum_of(view, group) is not None and not known else None  # not "the record of $9m"


def _by_verb(view: SentenceView, index: int) -> Counted | None:
    """What an amount is that no noun tells, by its verb: "she owns 28 %" a stake, "sold for $9m" a price."""
    quantity, group = view.quantities[index], view.read.number_groups.get(index)
    action, _ = find_action(view, quantity)
    if group is None or action is None:
        return None
    group = _sum_of(view, group) or group  # "paid a total of $9m"
    kind, clause, verbs = kind_of(quantity), group.clause, nouns(view.vocabulary).by_verb
    opening = group.preposition or view.read.words[group.first].lower
    governing = clause.verb.verb if clause is not None and clause.verb is not None else action.verb
    aside = kind == MONEY and group.preposition in ("for", "at")
    keys = [f"{verb}-{opening}" for verb in (action.verb, governing)]  # "pulled in $9m", "made available $9m"
    keys += [f"{action.verb}-per-{quantity.per}"]
    noun = next((told for key in keys if (told := _told_by(verbs, kind, key))), None)
    if noun is None and (kind != MONEY or aside or (not group.preposition and action.role == "object")):
        noun = _told_by(verbs, f"{MONEY} aside" if aside else kind, action.verb)
    return Counted(noun, noun, inferred=kind == MONEY) if noun is not None else None


def _told_by(verbs: Mapping[str, ByWord[str]], kind: str, verb: str) -> str | None:
    return verbs[kind].get(verb) if kind in verbs else None


def from_next(view: SentenceView, index: int) -> Counted | None:
    """The noun of the number that a list goes on with: "two or three cars", "between 3 and 10 million civilians"."""
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
    return built(view, index + 1, head) if head is not None and head.how in ("own", "of") else None


def _is_again(view: SentenceView, index: int) -> bool:
    """Whether an amount is told of what was measured before: "it fell to 8 %", "…, up from 27 % in July"."""
    sentence = view.read
    group = sentence.number_groups.get(index)
    clause = group.clause if group is not None else None
    if group is None or clause is None or group.role in ("of", "within"):
        return False
    beside = {sentence.words[group.start].lower, sentence.words[max(group.at - 1, 0)].lower}
    moved = not beside.isdisjoint(action_words(view.vocabulary).moving)
    compared = group.preposition.partition(" ")[0] in sentence.lexicon.words("against")
    another = sentence.words[group.first].lower in sentence.lexicon.words("more of them")
    another = another and view.quantities[index].kind != "duration"  # "another 15 inches fell"
    if compared or another or (group.preposition in ("from", "to") and moved):
        return True
    subject, words = clause.subject, nouns(view.vocabulary)
    it = (
        subject is not None
        and subject.head >= 0
        and sentence.words[subject.head].lower in sentence.lexicon.words("anaphor")
    )
    return it and (moves(clause.lemma, view.vocabulary) or clause.lemma in words.bearing | words.measuring)


def is_wealth(view: SentenceView, index: int) -> bool:
    """Whether a number without a noun is money: "billions" that are paid, lost or owed."""
    quantity, words = view.quantities[index], nouns(view.vocabulary)
    if not quantity.vague or kind_of(quantity) != "count" or _last_word(view, quantity) not in words.fortunes:
        return False
    before = view.read.number_words[index].index - 1
    action, _ = find_action(view, quantity)
    paid = action is not None and action.lemma.partition("-")[0] in words.paying  # "spent on"
    worth = before >= 0 and view.read.words[before].lower == "worth"
    return paid or worth or _last_word(view, quantity) not in words.throngs  # "billions" are no people


def _last_word(view: SentenceView, quantity: Quantity) -> str:
    return quantity.number.of(view.document.text).lower().rpartition(" ")[2]
