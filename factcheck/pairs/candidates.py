"""Which pairs of claims are weighed at all: those of comparable kind in one document, or in two of one story.

Numbers that differ are weighed where anything is asked alike: one rule or two that take one number by turns, one thing
counted, one thing that happened, or a telling word beside both numbers. The others are most of the work, and weighing
those that share a rare word anywhere in their sentences found no more on clusters left out, and flagged more wrongly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.pairs.pair import amounts_of
from factcheck.pairs.profiles import Profile
from factcheck.stories import Stories

Keyed = tuple[Profile, frozenset[str]]

_NEAR = 0.06  # share of the higher of two numbers by which rounding or a hedge may part them


def candidate_pairs(profiles: Sequence[Profile], stories: Stories) -> Iterator[tuple[Profile, Profile]]:
    """Every pair once, the earlier claim first."""
    documents: dict[int, dict[str, list[Keyed]]] = defaultdict(lambda: defaultdict(list))
    for profile in profiles:
        documents[profile.document][profile.kind].append((profile, _asked(profile)))
    for kinds in documents.values():
        for members in kinds.values():
            for at, a in enumerate(members):
                yield from _worthwhile(a, members[at + 1 :])
    for one, other in stories.pairs():
        for kind, members in documents[one].items():
            for a in members:
                yield from _worthwhile(a, documents[other][kind])


def _worthwhile(a: Keyed, others: Sequence[Keyed]) -> Iterator[tuple[Profile, Profile]]:
    one, asked = a
    for other, theirs in others:
        if not asked.isdisjoint(theirs) or one.number == other.number or _near(one, other):
            yield one, other


def _near(a: Profile, b: Profile) -> bool:
    amounts = amounts_of(a, b)
    return amounts is not None and abs(amounts[0] - amounts[1]) <= _NEAR * max(map(abs, amounts))


def _asked(profile: Profile) -> frozenset[str]:
    """What two claims must share one of; a colon keeps the kinds of keys apart."""
    keys = set(profile.right | profile.left)
    if profile.rule is not None:
        keys.add(f"rule:{profile.rule}")
    if profile.type is not None:
        keys.add(f"family:{profile.family}")
    if profile.head is not None:
        keys.add(f"counted:{profile.head}")
    if profile.action is not None:
        keys.add(f"action:{profile.action}")
    return frozenset(keys)
