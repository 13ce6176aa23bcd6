"""Checks across claims (SEMANTICS §3.7): part ≤ whole, at most, sums, percentages from their own counts, conversions.

A check holds figures against each other that answer different questions, so a break makes a group of its own, with
the working shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.model import Comparison, Nature
from factcheck.comparing.recounts import Finding, wrong_conversions, wrong_percentages
from factcheck.comparing.sums import wrong_sums
from factcheck.pairs.differences import same_things
from factcheck.pairs.lists import linking_lists
from factcheck.pairs.traits import is_rest
from factcheck.pairs.values import pair_up
from factcheck.vocabulary import Vocabulary

# "12 people, including at least 3 children": nothing but what is counted stands between the number and the phrase.
_INCLUDING = re.compile(
    r"[^.;:()\d\n]{0,60},? \(?(?:including|among them|of whom|of which)(?: at least| some| about)? "
)
_SMALL = 10
_UNCOUNTED = frozenset({"percent", "points", "ratio", "ordinal", "multiple", "age"})


def find_breaks(claims: Sequence[Claim], vocabulary: Vocabulary) -> tuple[Comparison, ...]:
    """Every check of a scan's claims that does not hold, in document order; ``claims`` stand in document order."""
    found: list[Comparison] = []
    for _, mates in groupby(claims, key=lambda claim: (claim.figure.document.id, claim.figure.sentence.start)):
        found.extend(_in_sentence(list(mates), vocabulary))
    return tuple(found)


def _in_sentence(mates: list[Claim], vocabulary: Vocabulary) -> Iterator[Comparison]:
    if len(mates) < 2:
        return
    by_id = {mate.figure.id: mate for mate in mates}
    for at, part in enumerate(mates):
        whole = by_id.get(part.figure.whole or "")
        yield from _breaks(wrong_percentages(at, mates))
        if whole is not None:
            too_many = list(_part_of_whole(part, whole))
        else:
            too_many = list(_included(part, mates[:at], vocabulary))
        yield from _breaks(too_many or _at_most(part, mates, vocabulary))
    yield from _breaks(wrong_sums(mates, vocabulary))
    yield from _breaks(wrong_conversions(mates), "conversion")


def _breaks(found: Iterable[Finding], nature: Nature = "arithmetic") -> Iterator[Comparison]:
    hint = "converted wrongly?" if nature == "conversion" else "check the arithmetic"
    for one, other, reason in found:
        a, b = sorted((one, other), key=lambda claim: claim.figure.quantity.number.start)
        yield Comparison(a, b, "conflict", reason, hint=hint, nature=nature)


def _part_of_whole(part: Claim, whole: Claim) -> Iterator[Finding]:
    """A part is never more than its whole; "12 of one family" names what they are of, not how many there are."""
    quantity = whole.figure.quantity
    named = quantity.words and quantity.values[0] < _SMALL
    if not named and _exceeds(part, whole):
        yield part, whole, f"{naming.reading(part)} is given as a part of {naming.reading(whole)}, but is more than it."


def _included(part: Claim, before: Sequence[Claim], vocabulary: Vocabulary) -> Iterator[Finding]:
    """ "12 killed, including 15 children": a part that no number before it can hold has no whole in its context."""
    if not before or not _are_some(part, before[-1], vocabulary):
        return
    last, text, quantity = before[-1], part.figure.document.text, part.figure.quantity
    if not _INCLUDING.fullmatch(text, last.figure.quantity.number.stop, quantity.number.start):
        return
    if all(_exceeds(part, other) for other in before if other.figure.quantity.kind == quantity.kind):
        yield from _part_of_whole(part, last)


def _are_some(part: Claim, whole: Claim, vocabulary: Vocabulary) -> bool:
    """Whether what is counted in a part is of what its whole counts: drones of drones, children of people."""
    one, other = part.figure.context.counted, whole.figure.context.counted
    if one is None or other is None:
        return False
    lists = linking_lists(vocabulary)
    same = lists.thing(one.head) == lists.thing(other.head)
    return same or (one.head in lists.some_people and lists.thing(other.head) == "person")


def _at_most(claim: Claim, mates: Sequence[Claim], vocabulary: Vocabulary) -> Iterator[Finding]:
    """A number that by its rule cannot exceed another claim's in the same sentence (downed ≤ launched)."""
    if claim.rule is None:
        return
    for name in (*claim.rule.at_most, *claim.rule.part_of):
        others = [mate for mate in mates if mate.type == name and mate is not claim and _may_be_whole(mate)]
        counted = (
            name in claim.rule.at_most
        )  # what is a part of a total may go by another word: nine dead, 12 casualties
        held = [other for other in others if same_things(claim, other, vocabulary, counted=counted)]
        if held and held == others and all(_exceeds(claim, other) for other in held):
            a, b = naming.reading(claim), naming.reading(held[0])
            yield claim, held[0], f"{a} ({_in_short(claim)}) cannot be more than {b} ({_in_short(held[0])})."


def _may_be_whole(claim: Claim) -> bool:
    """Whether a number may hold others: not "the other three", nor none, which is said of those not among them."""
    return not is_rest(claim) and any(claim.figure.quantity.values)


def _in_short(claim: Claim) -> str:
    """ "drones.shot_down" → "shot down"."""
    return (claim.type or "").rpartition(".")[2].replace("_", " ")


def _exceeds(small: Claim, large: Claim) -> bool:
    """Whether the least that ``small`` commits to is more than the most of ``large``."""
    pairing = pair_up(small.figure.quantity, large.figure.quantity)
    if isinstance(pairing, str) or small.figure.quantity.kind in _UNCOUNTED:
        return False
    least, most = pairing.a.hard.low, pairing.b.hard.high
    return least is not None and most is not None and least > most
