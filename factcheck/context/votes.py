"""What the two sides of a vote or a game are told by: votes, those asked, goals and points."""

from __future__ import annotations

from decimal import Decimal

from factcheck.context.action_words import moves
from factcheck.context.counted_phrases import built
from factcheck.context.crowds import contends, crowd, told_of_votes
from factcheck.context.head_nouns import Head, noun_of
from factcheck.context.model import Counted
from factcheck.context.noun_words import kind_of, nouns
from factcheck.context.told_before import PEOPLE, Bare
from factcheck.context.view import SentenceView

_VOTES = Counted("vote", "vote")
_MOST = 1000  # members of a house that vote
_PAIR, _WHOLE, _GAME = 2, 100, 350  # shares of a vote make up a hundred; no match ends with more points
_VOTED = {"for": "yes votes", "against": "no votes"}
_SCORED = {"own": "scored", "other": "conceded"}
_POINTS_FROM = 16  # nobody scores as many goals


def tallied(view: SentenceView, index: int) -> Counted | None:
    """What the numbers of a score count: "passed 7-2" votes for and against, "beat them 3-1" goals or points."""
    quantity = view.quantities[index]
    if quantity.tally is None or (quantity.unit is not None and quantity.tally in _VOTED):
        return None
    if quantity.tally in _VOTED:
        return Counted(_VOTED[quantity.tally], "vote", (quantity.tally,))
    both = view.quantities[index - 1 : index + 1] if quantity.tally == "other" else view.quantities[index : index + 2]
    total = sum((q.values[0] for q in both), Decimal(0))
    if quantity.unit is not None or total > _GAME or (len(both) == _PAIR and abs(total - _WHOLE) <= 1):
        return _VOTES  # "beat her 51-48", "defeated 233-183"
    goal = "goal" if quantity.values[0] < _POINTS_FROM else "point"
    return Counted(f"{goal}s {_SCORED[quantity.tally]}", goal, (_SCORED[quantity.tally],))


def of_vote(bare: Bare, head: Head | None) -> Counted | None:
    """Those asked, or votes, that a bare number is of: "by 55 % to 45", "9 % undecided", "the party took 12 %"."""
    view, index, group, kind = bare.view, bare.index, bare.group, kind_of(bare.quantity)
    words = nouns(view.vocabulary)
    if group is None or kind not in ("percent", "count"):
        return None
    clause = group.clause
    if _is_paired(view, index):
        lemma, first = clause.lemma if clause is not None else "", view.read.clauses[0].subject
        ahead = view.read.words[group.start - 1].lower in view.read.lexicon.words("which way", "offset") | {"ahead"}
        if kind == "count" or lemma in words.by_verb["points"] or ahead:
            return _VOTES
        told = bare.asked()
        if told is None and first is not None and (those := crowd(view, first)) is not None:
            told = built(view, index, those)  # "By 63 % to 31 %, adults say"
        if told is not None or lemma in words.voted_on | {"be"}:
            return told or (_VOTES if lemma != "be" else None)
    if kind == "count" or clause is None or bare.quantity.values[0] > _WHOLE or bare.quantity.change_part == "by":
        return None  # "the Dow was down 2 %" is no share of a vote
    behind = view.read.words[group.number + 1 : group.number + 3]
    side = next((w.lower for w in behind if w.lower != "in"), "")
    noun = noun_of(view.read, head.head) if head is not None else ""
    if side in words.siding or (group.preposition == "of" and noun in words.given_by | words.parts_of_all):
        return PEOPLE
    beside = group.prior if group.prior is not None and group.prior.preposition in ("", "with") else None
    lent = [g for g in (clause.subject, beside) if g is not group] if head is None else [head.group]
    to = group.preposition == "to"
    if clause.lemma in words.by_verb["percent"] or not any(contends(view, g, clause, to=to) for g in lent if g):
        return None
    before = bare.earlier()
    return before if before is not None and before.head not in words.reporting else _VOTES


def _is_paired(view: SentenceView, index: int) -> bool:
    """Whether a bare number is told for one side, or against it, beside the other: "by 55 % to 45", "52-48"."""
    groups = view.read.number_groups
    for at in (index - 1, index):
        one, other = groups.get(at), groups.get(at + 1)
        if at < 0 or one is None or other is None or other.index - one.index != 1 or one.head >= 0 or other.head >= 0:
            continue
        pair = view.quantities[at : at + _PAIR]
        clause, total = one.clause, sum((q.values[0] for q in pair), Decimal(0))
        alike = kind_of(pair[0]) == kind_of(pair[1]) and pair[0].values[0] > pair[1].values[0] and total < _MOST
        moved = any(q.change for q in pair) or (clause is not None and moves(clause.lemma, view.vocabulary))
        against = other.preposition in view.read.lexicon.words("other side") and one.preposition in ("", "by")
        shares = kind_of(pair[0]) == "percent"
        voted = shares or total > _GAME or told_of_votes(view)  # not "won by 3 to 1"
        whole = shares or one.preposition == "by" or abs(total - _WHOLE) <= 1
        if against and alike and whole and voted and not moved:
            return True
    return False
