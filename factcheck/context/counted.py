"""What is counted: the head of the number's noun phrase with its qualifiers, or taken over where it is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from factcheck.context.action import find_action
from factcheck.context.action_words import action_words, moves
from factcheck.context.counted_phrases import built, demonyms
from factcheck.context.crowds import contends, crowd, crowd_above, is_done_by_people, told_of_votes
from factcheck.context.gazetteer import load_gazetteer
from factcheck.context.head_nouns import Head, is_name, noun_of, phrase
from factcheck.context.heads import find_entry, find_head, find_level, is_ranked
from factcheck.context.labelled import label_of
from factcheck.context.measured import up_before
from factcheck.context.model import MONEY, PERSON, Counted, Cue
from factcheck.context.noun_words import COUNT_KINDS, kind_of, nouns
from factcheck.context.once import kept
from factcheck.context.parts import is_part
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import NOUN, OBJECT, PLURAL, SUBJECT
from factcheck.vocabulary import ByWord

_PEOPLE, _MONEY, _STAKE, _VOTES, _POINTS = (Counted(head, head) for head in (PERSON, MONEY, "stake", "vote", "point"))
_TALLIED = frozenset({"numbers", "count", "counts"})  # behind what they number
_AMOUNTS = frozenset({"money", "percent", "points", "rate"})
_SHARES = frozenset({"percent", "ratio"})
_BACK = 6  # sentences back in which "the three" are looked for
_CROWD = 100  # so many that only are something, are people
_FAR = 6  # numbers back in a sentence that a bare one is held against


def find_counted(view: SentenceView, quantity: Quantity) -> tuple[Counted | None, tuple[Cue, ...]]:
    """What ``quantity`` counts or measures, and the words that say so."""
    counted = _find(view, view.index(quantity))
    if counted is None or counted.span is None:
        return counted, ()
    return counted, (Cue("counted", counted.span, counted.head),)


@kept()
def _find(view: SentenceView, index: int) -> Counted | None:
    quantity, twin, words = view.quantities[index], view.twin(index), nouns(view.vocabulary)
    if (tallied := _tallied(view, index)) is not None:
        return tallied
    if twin is not None:
        return find_counted(view, view.quantities[twin])[0]
    if quantity.cell is not None:
        return label_of(view.document.text, quantity, view.vocabulary)
    head = find_head(view, index)
    if (head is None or head.how in ("subject", "object")) and (same := _held_against(view, index)) is not None:
        return same
    if head is not None and head.how in ("before", "subject") and (listed := _from_next(view, index)) is not None:
        return listed  # "were the top choices, at 26 percent and 24 percent support"
    if (head is None or head.how in _LENT) and (voted := _of_vote(view, index, head)) is not None:
        return voted
    if head is None:
        return _without_noun(view, index)
    noun = noun_of(view.read, head.head)
    if head.how == "before" and noun in words.settlements and kind_of(quantity) == "count":
        return _PEOPLE  # "a city of 100,000"
    if head.how == "reference":
        return _referred(view, index, head)
    if head.how == "state" or noun == "other":
        return _state(view, index, head)
    if head.how == "of" and _is_owned(view, index, head):
        return _STAKE
    counted = built(view, index, head)
    if head.how == "awaiting" and counted.head in words.numbers:
        before = view.read.words[head.head - 1] if head.start < head.head else None
        if before is not None and before.tags & (NOUN | PLURAL) and view.read.words[head.head].lower in _TALLIED:
            return built(view, index, replace(head, stop=head.head, head=head.head - 1))  # "passenger numbers rose to"
        return _earlier(view, index) or _elsewhere(view)  # "the number rose to 45": never "how many numbers"
    if head.how in ("subject", "object") and counted.head in words.numbers:
        return _numbered(view, index, head, counted) or counted
    return counted


def _numbered(view: SentenceView, index: int, head: Head, number: Counted) -> Counted | None:
    """What an amount tells of that is said of a number: "the number of jobs rose 5 %", "a number that fell to 34 %"."""
    kind, after = frozenset({kind_of(view.quantities[index])}), view.read.after(head.group)
    if after is not None and after.preposition == "of" and after.head >= 0:
        return built(view, index, phrase(view.read, after, "of"))
    return None if number.qualifiers else _earlier(view, index) or _elsewhere(view, kind)


def _held_against(view: SentenceView, index: int) -> Counted | None:
    """What is told of an amount by how it moved: "earned $5m, or $2 a share, up 3 % from $4m"; lists pair by order."""
    first = group = view.read.number_groups.get(index)
    later = 0
    while first is not None and first.role == "member" and first.under is not None and first.under.number >= 0:
        first, later = first.under, later + 1
    told = kind_of(view.quantities[index]) in _AMOUNTS | COUNT_KINDS
    if group is None or first is None or not told or not _is_set_against(view, first):
        return None
    known = [i for i, g in view.read.number_groups.items() if g.index < first.index and view.twin(i) is None]
    listed = sum(g.role == "member" and g.under is first for g in view.read.number_groups.values())
    at = known[-1 - listed :][later : later + 1] or known[-1:]
    if not at or view.quantities[at[0]].kind == "duration":
        return None
    counted, _ = find_counted(view, view.quantities[at[0]])
    return replace(counted, span=None) if counted is not None else None


def _is_set_against(view: SentenceView, group: Group) -> bool:
    """Whether an amount stands behind the mark or the amount it is held against: ", up 3 %", "(down from 9 %)"."""
    words, moving, mark = view.read.words, action_words(view.vocabulary).moving, group.prior
    opener = words[group.start].lower.partition(" ")[0]
    if opener == "from" and mark is not None and mark.number >= 0 and up_before(view, mark):
        return _is_set_against(view, mark)
    before = mark.prior if mark is not None and mark.kind in ("comma", "dash", "open") else None
    if before is None or not (opener in moving or opener in nouns(view.vocabulary).held_against):
        return False
    named = before.kind == "noun" and before.number < 0 and not before.preposition and before.role != "object"
    return not named


def _without_noun(view: SentenceView, index: int) -> Counted | None:
    """What a number without a noun counts: money by its word, what a label says, else what is left out."""
    if _is_wealth(view, index):
        return _MONEY
    told = label_of(view.document.text, view.quantities[index], view.vocabulary)
    label = find_entry(view, index) if told is None else None
    told = told or (built(view, index, label) if label is not None else _left_out(view, index))
    level = find_level(view, index) if told is None or told.head == MONEY else None
    return told if level is None else built(view, index, level)


def _tallied(view: SentenceView, index: int) -> Counted | None:
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


_LENT = frozenset({"before", "subject", "object"})  # how a number takes over a noun that is not its own


def _of_vote(view: SentenceView, index: int, head: Head | None) -> Counted | None:
    """Those asked, or votes, that a bare number is of: "by 55 % to 45", "9 % undecided", "the party took 12 %"."""
    group, kind, words = view.read.number_groups.get(index), kind_of(view.quantities[index]), nouns(view.vocabulary)
    if group is None or kind not in ("percent", "count"):
        return None
    clause = group.clause
    if _is_paired(view, index):
        lemma, first = clause.lemma if clause is not None else "", view.read.clauses[0].subject
        ahead = view.read.words[group.start - 1].lower in view.read.lexicon.words("which way", "offset") | {"ahead"}
        if kind == "count" or lemma in words.by_verb["points"] or ahead:
            return _VOTES
        told = _asked(view, index, group)
        if told is None and first is not None and (those := crowd(view, first)) is not None:
            told = built(view, index, those)  # "By 63 % to 31 %, adults say"
        if told is not None or lemma in words.voted_on | {"be"}:
            return told or (_VOTES if lemma != "be" else None)
    if kind == "count" or clause is None or view.quantities[index].values[0] > _WHOLE:
        return None
    behind = view.read.words[group.number + 1 : group.number + 3]
    side = next((w.lower for w in behind if w.lower != "in"), "")
    noun = noun_of(view.read, head.head) if head is not None else ""
    if side in words.siding or (group.preposition == "of" and noun in words.given_by | words.parts_of_all):
        voted = side in ("favor", "favour", "opposed", "against") and told_of_votes(view)
        return _asked(view, index, group) or (_VOTES if voted else _PEOPLE)
    beside = group.prior if group.prior is not None and group.prior.preposition in ("", "with") else None
    lent = [g for g in (clause.subject, beside) if g is not group] if head is None else [head.group]
    to = group.preposition == "to"
    if clause.lemma in words.by_verb["percent"] or not any(contends(view, g, clause, to=to) for g in lent if g):
        return None
    before = _earlier(view, index)
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
        against = other.preposition in ("to", "versus", "vs", "vs.", "against") and one.preposition in ("", "by")
        shares = kind_of(pair[0]) == "percent"
        voted = shares or total > _GAME or told_of_votes(view)  # not "won by 3 to 1"
        whole = shares or one.preposition == "by" or abs(total - _WHOLE) <= 1
        if against and alike and whole and voted and not moved:
            return True
    return False


_MOST = 1000  # members of a house that vote
_PAIR, _WHOLE, _GAME = 2, 100, 350  # shares of a vote make up a hundred; no match ends with more points
_VOTED = {"for": "yes votes", "against": "no votes"}
_SCORED = {"own": "scored", "other": "conceded"}
_POINTS_FROM = 16  # nobody scores as many goals


def _is_owned(view: SentenceView, index: int, head: Head) -> bool:
    """Whether a share of a firm is somebody's: "owns 12 % of Norwood", "the holder of 4 % of the bank"."""
    sentence, words, group = view.read, nouns(view.vocabulary), view.read.number_groups[index]
    if kind_of(view.quantities[index]) != "percent":
        return False
    word = sentence.words[head.head]
    known = load_gazetteer(view.vocabulary).find(word.text) or word.lower in sentence.lexicon.words("speaker")
    named = is_name(sentence, head.head) and not known  # not "holds 40 % of Peru, of the Senate"
    over = noun_of(sentence, group.under.head) if group.under is not None and group.under.head >= 0 else ""
    own = over in words.owners or (group.clause is not None and group.clause.lemma in words.owning)
    return own and (named or noun_of(sentence, head.head) in words.firms)


# States and references


def _state(view: SentenceView, index: int, head: Head) -> Counted:
    """A state in place of a noun: "12 dead", "three others": people, unless something else was just counted."""
    word, before, words = view.read.words[head.head], _earlier(view, index), nouns(view.vocabulary)
    if before is None and _is_wealth(view, index):
        return _MONEY
    if before is None or not (word.lower in ("others", "more") or before.head in words.people):
        before = Counted("people", PERSON)
    again = before.text if before.head != PERSON else "people"
    return replace(before, text=word.text if word.lower in ("others", "dead") else again, span=word.span)


def _referred(view: SentenceView, index: int, head: Head) -> Counted | None:
    """ "three of them", "12 of those killed": what was counted before, else people."""
    word = view.read.words[head.head].lower
    after = view.read.after(head.group)
    own = word == "those" and after is not None and (after.preposition or after.kind in ("opener", "verb"))
    before = _whole_before(view, index, head) or _earlier(view, index) or (None if own else _elsewhere(view))
    if before is None and word == "them":
        before = _named_before(view, index, head.group)
    thing = word in ("it", "that") or kind_of(view.quantities[index]) not in COUNT_KINDS | {"percent"}
    return before or (None if thing else _PEOPLE)


def _whole_before(view: SentenceView, index: int, head: Head) -> Counted | None:
    """What "them" or "whom" takes some of: the last counted that can be so many, for people and shares none beside."""
    quantity, after = view.quantities[index], view.read.after(head.group)
    people, share = nouns(view.vocabulary).people | demonyms(view.vocabulary), kind_of(quantity) in _SHARES
    who = after is not None and after.kind == "noun" and not after.preposition and after.head >= 0
    human = view.read.words[head.head].lower == "whom" or (
        who and after is not None and noun_of(view.read, after.head) in people
    )  # "12 of them children"
    for i in range(index - 1, max(index - 1 - _FAR, -1), -1):
        other, group = view.quantities[i], view.read.number_groups.get(i)
        if kind_of(other) not in COUNT_KINDS | {"points"} or group is None or is_part(view, i):
            continue
        few = not (share or quantity.vague or other.vague) and max(other.values) < max(quantity.values)
        beside = share and group.preposition in view.read.lexicon.words("beside an event")
        counted, _ = find_counted(view, other)
        if counted is not None and not (few or beside) and (counted.head in people or not human):
            return replace(counted, span=None)
    return None


def _named_before(view: SentenceView, index: int, group: Group) -> Counted | None:
    """The plural noun that "them" or "including 12" stands for: the nearest before, no part of another."""
    sentence, clause = view.read, group.clause
    aside = group.preposition == "including"
    stop = group.index if aside or clause is None else clause.start
    for other in reversed(sentence.groups[:stop]):
        plural = other.head >= 0 and sentence.words[other.head].tags & (PLURAL | SUBJECT | OBJECT) == PLURAL
        if other.kind == "noun" and plural and not (aside and (other.preposition or other.role == "subject")):
            return replace(built(view, index, phrase(sentence, other, "of")), span=None)
    return None


# Left out


def _left_out(view: SentenceView, index: int) -> Counted | None:
    """The head that the sentence leaves out: "killed nine and injured five", "up from 12", "12 were killed"."""
    coordinated = _from_next(view, index)
    if coordinated is not None:
        return coordinated
    group = view.read.number_groups.get(index)
    if group is not None and [word.lower for word in view.read.words[group.stop : group.stop + 1]] == ["who"]:
        percent = kind_of(view.quantities[index]) == "percent"
        asked = _asked(view, index, group) if percent else None
        return (
            asked or _earlier(view, index) or (_elsewhere(view, frozenset({"percent"})) if percent else None) or _PEOPLE
        )
    kind, clause = kind_of(view.quantities[index]), group.clause if group is not None else None
    if kind not in COUNT_KINDS or (kind == "ratio" and clause is not None and clause.subject is group):
        return _amount_left_out(view, index)
    return _count_left_out(view, index, group) if group is not None else None


def _count_left_out(view: SentenceView, index: int, group: Group) -> Counted | None:
    """What a bare count counts: the same number again, what was counted before, or people by what befalls them."""
    quantity, words = view.quantities[index], nouns(view.vocabulary)
    told_again = view.read.words[group.first].lower in ("the", "all", "these", "those")
    if told_again and (same := _elsewhere(view, frozenset({"count"}), quantity.values)) is not None:
        return same  # "three women … The three were flown out"
    action, _ = find_action(view, quantity)
    before, lemma = _earlier(view, index), action.lemma if action is not None else ""
    if lemma in words.befalling and not (before and before.head in words.people):
        return _PEOPLE
    if before is None and group.preposition == "including":
        before = _named_before(view, index, group)  # "the letters on the desk, including the 12 from Oslo"
    if before is not None:
        return before
    clause = group.clause
    held = clause is not None and clause.verb is not None and (clause.verb.passive or clause.subject in (None, group))
    kept_by = lemma in view.read.lexicon.words("holding") and not held  # "the party held 36"
    if (lemma in words.people_first and not kept_by) or _last_word(view, quantity) in words.throngs:
        return _PEOPLE
    if quantity.unit is not None:
        return None
    several = kind_of(quantity) == "count" and quantity.values[0] > 1
    acts = clause is not None and (clause.lemma != "be" or quantity.values[0] >= _CROWD)  # not "six is the highest"
    does = several and acts and clause is not None and _doer(clause) is group  # "the two fled", "seen by thousands"
    return _elsewhere(view) or (_PEOPLE if does else None)


def _doer(clause: Clause) -> Group | None:
    done = clause.verb is not None and clause.verb.passive
    return next((g for g in clause.groups if g.role == "agent"), None) if done else clause.subject


def _amount_left_out(view: SentenceView, index: int) -> Counted | None:
    """What an amount measures once more: the last of its kind; of a share that does something, who was counted."""
    kind, group, words = kind_of(view.quantities[index]), view.read.number_groups.get(index), nouns(view.vocabulary)
    again = _is_again(view, index)
    clause = group.clause if group is not None else None
    does = kind in _SHARES and clause is not None and clause.subject is group and clause.verb is not None
    told = _told_twice(view, index, group) if group is not None else None
    if told is None and does and group is not None and clause is not None and is_done_by_people(view, clause):
        return _asked(view, index, group) or _people_before(view, index) or _PEOPLE
    if told is None and (again or (group is not None and group.role in ("member", "apposition"))):
        told = _earlier(view, index)
    if told is None and not again:
        told = _by_verb(view, index) or (_earlier(view, index) if kind in _SHARES else None)
    if told is None and (again or does):
        told = _elsewhere(view, _SHARES if does else frozenset({kind}))
        if told is None and again and kind in _AMOUNTS:
            told = _elsewhere(view, _AMOUNTS | COUNT_KINDS if kind == "percent" else _AMOUNTS)
        told = told or (None if again else _earlier(view, index, COUNT_KINDS))
    price = words.by_per.get(view.quantities[index].per or "") if kind == MONEY else None
    if told is None and price is None and group is not None and kind == MONEY and (summed := _sum_of(view, group)):
        return built(view, index, phrase(view.read, summed, "of"))  # "broke the record of $2 million"
    bare = Counted(price, price) if price is not None else {MONEY: _MONEY, "points": _POINTS}.get(kind)
    return told or _by_verb(view, index) or bare


def _sum_of(view: SentenceView, group: Group) -> Group | None:
    """The average, total or record that an amount is told "of"."""
    under = group.under if group.preposition == "of" else None
    named = under is not None and under.head >= 0
    return under if named and under and noun_of(view.read, under.head) in nouns(view.vocabulary).sums else None


def _asked(view: SentenceView, index: int, group: Group) -> Counted | None:
    """The people that a bare share is one of: those of the share before it, or those told of around it."""
    before, head = _earlier(view, index, _SHARES), crowd_above(view, group)
    if before is not None and before.head in _human(view):
        return before
    return replace(built(view, index, head), span=None) if head is not None else None


def _people_before(view: SentenceView, index: int) -> Counted | None:
    """The people, public or group of whom the last share was told."""
    before = _earlier(view, index) or _elsewhere(view, _SHARES)
    return before if before is not None and before.head in _human(view) | nouns(view.vocabulary).collective else None


def _human(view: SentenceView) -> frozenset[str]:
    return nouns(view.vocabulary).people | demonyms(view.vocabulary) | view.read.lexicon.words("person")


def _told_twice(view: SentenceView, index: int, group: Group) -> Counted | None:
    """What an amount is that says another once more or ranks those told of: "52 points, or 3 %", "the top 1 %"."""
    words, kind = view.read.words, kind_of(view.quantities[index])
    other = view.read.number_groups.get(index - 1)
    beside = other is not None and group.index - other.index < 6 and other.clause is group.clause
    if kind not in COUNT_KINDS and beside and words[group.start - 1].lower == "or":
        counted, _ = find_counted(view, view.quantities[index - 1])
        return replace(counted, span=None) if counted is not None and counted.head != MONEY else None
    if kind == "percent" and is_ranked(view, group):
        return _earlier(view, index, _SHARES) or _PEOPLE
    if group.preposition == "including" and kind == MONEY:
        comma = group.prior
        whole = comma.prior if comma is not None and comma.kind == "comma" else comma
        named = whole is not None and whole.kind == "noun" and whole.head >= 0 > whole.number
        return _earlier(view, index) or (
            built(view, index, phrase(view.read, whole, "of")) if named and whole else None
        )
    known = view.read.words[group.under.first].lower == "the" if group.under is not None else False
    return _earlier(view, index) if _sum_of(view, group) is not None and not known else None  # not "the record of $9m"


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


def _from_next(view: SentenceView, index: int) -> Counted | None:
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
    compared = group.preposition.partition(" ")[0] in nouns(view.vocabulary).held_against
    if compared or (group.preposition in ("from", "to") and moved):
        return True
    subject, words = clause.subject, nouns(view.vocabulary)
    it = subject is not None and subject.head >= 0 and sentence.words[subject.head].lower in _IT
    return it and (moves(clause.lemma, view.vocabulary) or clause.lemma in words.bearing | words.measuring)


_IT = frozenset({"it", "that", "this", "they"})


def _earlier(view: SentenceView, index: int, kinds: frozenset[str] = frozenset()) -> Counted | None:
    """What the last number of its kind, or of ``kinds``, counts before this one."""
    kind = kind_of(view.quantities[index])
    kinds = kinds or (_SHARES if kind in _SHARES else frozenset({kind}))
    for i in range(index - 1, max(index - 1 - _FAR, -1), -1):
        if kind_of(view.quantities[i]) in kinds and not is_part(view, i):
            counted, _ = find_counted(view, view.quantities[i])
            if counted is not None:
                return replace(counted, span=None)
    return None


def _elsewhere(
    view: SentenceView, kinds: frozenset[str] = COUNT_KINDS, values: tuple[Decimal, ...] = ()
) -> Counted | None:
    """What the sentence before counted last; or, some sentences back, what ``values`` were counted of."""
    for before in view.walk(-1, _BACK if values else 1):
        for i in range(len(before.quantities) - 1, -1, -1):
            other = before.quantities[i]
            if kind_of(other) in kinds and values in ((), other.values) and find_head(before, i) is not None:
                counted, _ = find_counted(before, other)
                return None if counted is None else replace(counted, span=None)
    return None


def _is_wealth(view: SentenceView, index: int) -> bool:
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
