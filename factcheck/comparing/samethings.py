"""Whether two figures of one sentence are about the same things, as a check across claims must ask first."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.claims import Claim
from factcheck.context.gazetteer import load_gazetteer
from factcheck.context.model import Mention
from factcheck.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+")


def same_things(a: Claim, b: Claim, vocabulary: Vocabulary, *, counted: bool = True) -> bool:
    """Whether nothing sets two claims apart: whose, what, by whom, at whom, when, where, and whether it happened.

    Ukrainian drones that were downed are none of the Russian drones that were launched in the same sentence, and what
    one side brings down is not what the same side sends. ``counted`` off lets the things go by different words. ``b``
    is the number that bounds the other: what a nation sent is its own, said or not.
    """
    one, other = a.figure.context, b.figure.context
    heads = {context.counted.head for context in (one, other) if context.counted is not None}
    if counted and len(heads) > 1:
        return False
    nations = load_gazetteer(vocabulary).demonyms
    if not _may_be_same(_nations(a, nations), _nations(b, nations) or _owner(other.actor, nations)):
        return False
    if (one.modality, one.polarity) != (other.modality, other.polarity):
        return False
    if one.actor is not None and other.actor is not None and a.type != b.type and one.actor.key == other.actor.key:
        return False
    days = one.when, other.when
    if days[0] is not None and days[1] is not None and (days[0].start, days[0].stop) != (days[1].start, days[1].stop):
        return False
    places = one.place, other.place
    same_place = places[0] is None or places[1] is None or places[0].name == places[1].name
    return same_place and _same_mention(one.target, other.target)


def _nations(claim: Claim, known: Mapping[str, str]) -> frozenset[str]:
    counted = claim.figure.context.counted
    if counted is None:
        return frozenset()
    found = (known.get(word.lower()) for word in (*counted.qualifiers, counted.head))
    return frozenset(nation for nation in found if nation is not None)


def _owner(actor: Mention | None, known: Mapping[str, str]) -> frozenset[str]:
    """The nation of who acts: "Russia", "the Russian army"."""
    if actor is None:
        return frozenset()
    named = {nation.lower(): nation for nation in known.values()}
    words = [actor.key, *_WORD.findall(actor.key)]
    found = (named.get(word) or known.get(word) for word in words)
    return frozenset(nation for nation in found if nation is not None)


def _may_be_same(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or bool(a & b)


def _same_mention(a: Mention | None, b: Mention | None) -> bool:
    return a is None or b is None or a.key == b.key
