"""Which time and place groups of a sentence reach a figure, and how far off they are, read off the clauses.

A group reaches a figure from its own noun phrase, its own clause or a clause around it, and from a clause that tells
more of the same event ("when a bomb went off", "a raid that …"). What belongs to a verb of saying reaches nothing said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TypeVar

from factcheck.context.days import UNITS
from factcheck.context.once import kept
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.clauses import Clause
from factcheck.sentences.frames import NONFINITE
from factcheck.sentences.groups import HANGS, Group
from factcheck.spans import Span

_BESIDE = ("member", "apposition")
_DEEP = 12
OWN, SHARED, INNER = 0.0, 0.5, 3.0  # in the figure's noun phrase; by a second verb; in a clause that tells more


def group_at(view: SentenceView, offset: int) -> Group | None:
    """The group of words that holds a place of the text."""
    read = view.read
    word = bisect_right(read.words, offset, key=lambda one: one.start) - 1
    at = bisect_right(read.groups, word, key=lambda one: one.start) - 1
    return read.groups[at] if at >= 0 and word < read.groups[at].stop else None


def hangs_in(view: SentenceView, group: Group) -> list[Group]:
    """What a group hangs in; behind an event that a clause is only about, the event: "charged over a raid Monday"."""
    before = group.prior
    if before is not None and before.kind == "noun" and group.role in ("time", "oblique"):
        root, words, clause = before.chain[-1], view.read.lexicon.words, group.chain[-1].clause
        if clause is not None and clause.lemma in words("on the ground"):
            return group.chain  # "met for a talk in Lyon"
        if root.preposition in words("elsewhen") or (root.preposition in words("about") and is_event(view, root)):
            return [group, *before.chain]
    return group.chain


def reach(view: SentenceView, quantity: Quantity, group: Group) -> float | None:
    """How far off a group tells of a figure, counted in clauses; ``None`` where it tells of something else."""
    own = view.group(quantity)
    if own is None:
        return None
    part = group.under if group.role == "oblique" else None
    if part is not None and part.number >= 0 and (part is own or (part.head < 0 and part.role in _BESIDE)):
        return OWN if part is own else None  # "40 shops, 16 in Alaska and 24 in Hawaii"
    chain, hung = held_in(quantity, own), hangs_in(view, group)
    shared = next((one for one in hung if one in chain), None)
    if shared is not None and shared is not own and chain[chain.index(shared) - 1].role == "member":
        return INNER  # "in Peru on Monday and 22 in Cairo in April"
    if shared is not None:
        listed = [one for one in hung[: hung.index(shared)] if one.role == "member"]
        if group in listed and not group.preposition:
            return None  # "two suits, the 2012 vote and a strike"
        return OWN if listed in ([], [group]) else INNER  # "ten dead, 22 hurt in Peru"
    where = hung[-1].clause
    if where is None:
        return None
    about = ((one, one.under) for one in _outwards(where) if one.under is not None and own.index <= one.start)
    told = next((one for one, under in about if under in chain and _describes(view, one, under)), None)
    if told is not None:  # "three laws passed last year", but "men who fled Lyon died in Malta"
        held = own.preposition in view.read.lexicon.words("held against")  # "than the $9m it made in May"
        return OWN if held or told.kind == "participle" else INNER
    if where.kind == "infinitive" and where.subject in chain:
        return SHARED  # "12 men are feared to have been hurt on Monday", "it led 12 men to march on Monday"
    if any(is_one_of(view, one, view.read.lexicon.words("depiction")) for one in chain[1:]):
        return None  # "images of two sheds" have a day and a place of their own
    around, beside = _around(view, own.chain[-1])
    if any(_is_described(view, clause, hung) for clause in around):
        return SHARED  # "the flood of 2004 that killed 12"
    if len(hung) > 1 and hung[1].role not in HANGS and group.role not in HANGS:
        return None  # a day or place of what the verb is only about
    if any(one.preposition in view.read.lexicon.words("offset") and _is_length(view, one.index - 1) for one in hung):
        return None  # "a year after the Cairo flood"
    if where in around:
        return around.index(where) + 1
    far = _inner(view, where, around, group)
    if far is None and beside is not None and _is_alike(around[-1], beside):
        off = _inner(view, where, [beside], group)
        far = off + len(around) if off is not None else None
    return far


_T = TypeVar("_T")


def nearest(view: SentenceView, quantity: Quantity, found: Iterable[tuple[_T, Span, tuple[float, ...]]]) -> _T | None:
    """The nearest of some phrases, each with how far off it is; in one clause the one with no number between."""

    def rank(phrase: tuple[_T, Span, tuple[float, ...]]) -> tuple[float, ...]:
        start, stop = sorted((phrase[1], quantity.span), key=lambda span: span.start)
        between = sum(start.stop <= q.span.start < stop.start and q is not quantity for q in view.quantities)
        return (*phrase[2], between, stop.start - start.stop)

    best = min(found, key=rank, default=None)
    return best[0] if best is not None else None


def _outwards(clause: Clause) -> Iterator[Clause]:
    """A clause and, from one without its own subject, those around it that it is a part of."""
    yield clause
    while clause.kind in NONFINITE and clause.under is None and clause.parent is not None:
        clause = clause.parent
        yield clause


def held_in(quantity: Quantity, own: Group) -> list[Group]:
    """A figure's group with those it hangs in, and what a bare number counts: "hundreds of posts"."""
    after = own.next
    counted = (
        own.head < 0
        and quantity.kind in ("count", "percent", "ratio")
        and after is not None
        and after.role == "of"
        and after.under is own
    )
    return [*own.chain, after] if counted and after is not None else own.chain


def _around(view: SentenceView, group: Group) -> tuple[list[Clause], Clause | None]:
    """The clauses around a group whose groups tell of it too, and the one that the last of them stands beside."""
    clause, found = group.clause, list[Clause]()
    while clause is not None and len(found) < _DEEP:
        found.append(clause)
        goes_on = clause.kind == "gerund" and clause.opener == "before"  # "shot a guard on Monday before killing 12"
        if clause.opener == "while" and clause.subject is not None:
            return found, clause.parent  # "ten died on Monday, while 22 were hurt"
        if is_told(view, clause) or (clause.opener in view.read.lexicon.words("apart") and not goes_on):
            break
        passive = clause.kind == "participle" and clause.passive
        passive = passive and all(group.role != "object" for group in clause.groups)
        tells = clause.kind == "relative" or (passive and clause.under is not None)  # "a plan drawn up to cut 12"
        if tells and described(view, clause) is None:
            break
        parent = clause.parent
        if clause.kind == "coordinate":
            if parent is None or clause.subject is not parent.subject:
                return found, _joined(view, clause)
            if not _is_alike(clause, parent):
                return found, None  # "made 40 in 1986 and employs 12"
        clause = parent
    return found, None


def _joined(view: SentenceView, clause: Clause) -> Clause | None:
    """The clause that one with its own subject stands beside; behind "police said ten died" what they said."""
    told = (one for one in view.read.clauses if one.parent is clause.parent and one.kind == "content")
    return next((one for one in told if one.start < clause.start), clause.parent)


def _is_alike(one: Clause, other: Clause) -> bool:
    """Whether two clauses can tell of one time: "ten died and 22 were hurt", not "it has 12 shops and opened two"."""
    if one.verb is None or other.verb is None or one.verb.modal != other.verb.modal:
        return False
    shared = one.subject is other.subject and (one.verb.perfect or other.verb.perfect)  # "has killed 12 and hurt 30"
    return shared or one.past == other.past


def _counts_too(view: SentenceView, clause: Clause, group: Group) -> bool:
    """Whether a clause counts as the one before it did, and a group ends them both: "and 22 were hurt on Monday"."""
    subject = clause.subject
    counted = any(one.number >= 0 for one in (subject, *clause.groups) if one is not None)
    counted = counted or clause.lemma in view.read.lexicon.words("harm")  # "and a third was wounded"
    return counted and subject is not None and group.index > subject.index  # not "ten died, and in 2012 22 did"


def is_told(view: SentenceView, clause: Clause) -> bool:
    """Whether a clause is what another one says, or set apart from it."""
    parent = clause.parent
    if parent is None or clause.kind == "content" or (clause.kind == "aside" and clause.opener != "("):
        return True
    stated = clause.kind == "relative" and clause.opener == "that" and clause.under is not None
    return stated and parent.lemma in view.read.lexicon.words("saying")  # "said in a statement that …"


def states(view: SentenceView, clause: Clause) -> bool:
    """Whether a clause is that of a verb of saying with what is said: "said that …", not "asked 1,200 people"."""
    if clause.lemma not in view.read.lexicon.words("saying"):
        return False
    return any(one.parent is clause and is_told(view, one) and one.kind != "aside" for one in view.read.clauses)


def _is_described(view: SentenceView, clause: Clause, hung: list[Group]) -> bool:
    """Whether a clause describes a thing that a group hangs in, or one right before it ("SARS in 2003, which …")."""
    if clause.kind != "relative" or is_told(view, clause):
        return False
    return clause.under in hung or described(view, clause) in hung


def _describes(view: SentenceView, clause: Clause, under: Group) -> bool:
    """Whether a clause tells of the thing it describes: "laws passed last year", "men who …", not "a place where"."""
    words = view.read.lexicon.words
    says = clause.lemma in words("saying") and clause.lemma not in words("on the ground")
    if (says and not (clause.kind == "participle" and clause.passive)) or is_told(view, clause):
        return False  # "12 bags found in Lyon", "cases reported on Monday" tell of the bags and the cases
    if clause.lemma in words("issuing") and any(is_one_of(view, one, words("poll")) for one in under.chain):
        return False  # "a poll of 900 adults released on Monday"
    bracketed = clause.kind == "aside"  # "the 24-hour record (set in 1957)"
    which = clause.kind == "relative" and clause.opener in view.read.lexicon.words("acting") | {""}
    return clause.kind == "participle" or bracketed or which


def described(view: SentenceView, clause: Clause) -> Group | None:
    """The event that a clause describes, if it is one: "a shooting Monday at the market that hurt four"."""
    group = clause.under
    for _ in range(4):
        if group is None or is_event(view, group) or clause.lemma in view.read.lexicon.words("takes place"):
            return group
        behind = group.kind in ("time", "adverb") or group.preposition in view.read.lexicon.words("beside an event")
        group = group.prior if behind else None
    return None


def _inner(view: SentenceView, clause: Clause, around: list[Clause], group: Group) -> float | None:
    """How far off a clause that the figure stands outside of tells of it."""
    steps = INNER
    for _ in range(_DEEP):
        if clause in around:
            return around.index(clause) + steps
        beside = next((one for one in around if _is_beside(one, clause)), None)
        if beside is not None:
            return around.index(beside) + steps - INNER + SHARED
        parent, words = clause.parent, view.read.lexicon.words
        if parent is None or is_told(view, clause) or clause.opener in words("elsewhen"):
            return None
        if clause.opener == "after" and _is_length(view, clause.start - 1):
            return None  # "8 days after taking office on 1 June"
        event = group.kind == "time" or clause.lemma in words("closing")
        if clause.kind == "aside" or (clause.kind == "infinitive" and not event):
            return None  # "rose 3 % to close at 12 on Tuesday", "sent 12 men to search it Tuesday": one event
        if clause.kind in ("relative", "participle") and clause.lemma in words("saying"):
            return None
        if clause.kind in ("relative", "participle") and clause.under is not None:
            on_a_day = clause.opener == "when" and view.read.groups[clause.under.index + 1].kind == "opener"
            if not on_a_day and described(view, clause) is None:
                return None  # "men who fled Lyon", but "on Monday when a bus crashed in Peru"
        if clause.kind == "coordinate":
            if clause.subject is None or clause.subject is not parent.subject:
                parent = _joined(view, clause)
                if parent is None or not _is_alike(clause, parent) or not _counts_too(view, clause, group):
                    return None
                steps += INNER
            if not _is_alike(parent, clause):
                return None  # "employs 12 and made 40 in 1986"
            steps -= INNER - SHARED  # "killed 12 people and hurt 3 on Monday"
        clause, steps = parent, steps + 1
    return None


def _is_length(view: SentenceView, index: int) -> bool:
    """Whether a group is a length of time, by which a clause behind it tells another day."""
    group = view.read.groups[index] if index >= 0 else None
    if group is not None and is_one_of(view, group, frozenset(UNITS)):
        return True  # "in the days"
    return group is not None and any(
        quantity.kind == "duration" and view.group(quantity) is group for quantity in view.quantities
    )


def _is_beside(one: Clause, other: Clause) -> bool:
    """Whether two clauses are things that one subject does: "who killed 59 and hurt hundreds on Sunday"."""
    same = one.kind == other.kind and one.parent is other.parent and one.under is other.under
    return same and one.subject is other.subject and one.subject is not None and one.opener == other.opener


def is_event(view: SentenceView, group: Group | None) -> bool:
    """Whether a noun names something that happens, so that its day and place are those of what it did."""
    return is_one_of(view, group, view.read.lexicon.words("event"))


@kept()
def events(view: SentenceView) -> tuple[Group, ...]:
    """The groups of a sentence whose noun names an event."""
    read, known = view.read, view.read.lexicon.words("event")
    named = [(group, read.words[group.head].lower) for group in read.groups if group.head >= 0]
    return tuple([group for group, noun in named if noun in known or read.lexicon.entry(noun).lemma in known])


def is_one_of(view: SentenceView, group: Group | None, known: frozenset[str]) -> bool:
    """Whether a group's noun is one of some words, as written or by its lemma."""
    if group is None or group.head < 0:
        return False
    lower = view.read.words[group.head].lower
    return lower in known or view.read.lexicon.entry(lower).lemma in known


def is_superlative(view: SentenceView, group: Group) -> bool:
    """Whether a group tells what a thing is the first or the most of: "the first bar", "the driest month"."""
    known, entry = view.read.lexicon.words("superlative"), view.read.lexicon.entry
    lowers = (word.lower for word in view.read.words[group.start : group.stop])
    return any(one in known or (one.endswith("est") and entry(one).lemma != one) for one in lowers)
