"""Checks across claims (SEMANTICS §3.7): part ≤ whole, at most, sums, percentages from their own counts, conversions.

A check holds figures against each other that answer different questions, so a break makes a group of its own, with
the working shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.model import Comparison
from factcheck.comparing.recounts import broken, wrong_conversions, wrong_percentages, wrong_sums
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
    sentences = groupby(claims, key=lambda claim: (claim.figure.document.id, claim.figure.sentence.start))
    return tuple(found for _, mates in sentences for found in _in_sentence(list(mates), vocabulary))


def _in_sentence(mates: list[Claim], vocabulary: Vocabulary) -> Iterator[Comparison]:
    for at, part in enumerate(mates):
        follow = mates[at + 1] if at + 1 < len(mates) else None
        yield from wrong_percentages(part, follow, mates)
        whole = _whole_of(part, mates, vocabulary)
        if whole is None:
            yield from _at_most(part, mates, vocabulary)
        else:
            a, b = naming.reading(part), naming.reading(whole)
            yield broken(part, whole, f"{a} is given as a part of {b}, but is more than it.")
    yield from wrong_sums(mates, vocabulary)
    yield from wrong_conversions(mates)


def _whole_of(part: Claim, mates: Sequence[Claim], vocabulary: Vocabulary) -> Claim | None:
    """The number of which one is given as a part, though it is more; "12 of one family" names what they are of.

    Where no whole stands in its context, no number before it can hold it: "12 killed, including 15 children".
    """
    before = [mate for mate in mates if mate.figure.quantity.number.start < part.figure.quantity.number.start]
    wholes = [mate for mate in mates if mate.figure.id == part.figure.whole]
    if not wholes and before and _is_included(part, before[-1], vocabulary):
        wholes = before[-1:]
        if not all(_exceeds(part, mate) for mate in before if mate.figure.quantity.kind == part.figure.quantity.kind):
            return None
    named = (mate.figure.quantity.words and mate.figure.quantity.values[0] < _SMALL for mate in wholes)
    return wholes[0] if wholes and not any(named) and _exceeds(part, wholes[0]) else None


def _is_included(part: Claim, whole: Claim, vocabulary: Vocabulary) -> bool:
    """Whether a number is told to be among another, and counts some of its things: children of people."""
    between = whole.figure.quantity.number.stop, part.figure.quantity.number.start
    one, other = part.figure.context.counted, whole.figure.context.counted
    if one is None or other is None or not _INCLUDING.fullmatch(part.figure.document.text, *between):
        return False
    lists = linking_lists(vocabulary)
    same = lists.thing(one.head) == lists.thing(other.head)
    return same or (one.head in lists.words.some_people and lists.thing(other.head) == "person")


def _at_most(claim: Claim, mates: Sequence[Claim], vocabulary: Vocabulary) -> Iterator[Comparison]:
    """A number that by its rule cannot exceed another claim's in the same sentence (downed ≤ launched)."""
    if claim.rule is None:
        return
    # What may hold others: not "the other three", nor none, which is said of those not among them.
    wholes = [mate for mate in mates if mate is not claim and any(mate.figure.quantity.values) and not is_rest(mate)]
    for name in (*claim.rule.at_most, *claim.rule.part_of):
        counted = name in claim.rule.at_most  # a part may go by another word than its whole: nine dead, 12 casualties
        others = [mate for mate in wholes if mate.type == name]
        held = [mate for mate in others if same_things(claim, mate, vocabulary, counted=counted)]
        if held and held == others and all(_exceeds(claim, mate) for mate in held):
            told = ((each.type or "").rpartition(".")[2].replace("_", " ") for each in (claim, held[0]))
            a, b = (f"{naming.reading(each)} ({what})" for each, what in zip((claim, held[0]), told, strict=True))
            yield broken(claim, held[0], f"{a} cannot be more than {b}.")


def _exceeds(small: Claim, large: Claim) -> bool:
    """Whether the least that ``small`` commits to is more than the most of ``large``."""
    pairing = pair_up(small.figure.quantity, large.figure.quantity)
    if isinstance(pairing, str) or small.figure.quantity.kind in _UNCOUNTED:
        return False
    least, most = pairing.a.hard.low, pairing.b.hard.high
    return least is not None and most is not None and least > most
