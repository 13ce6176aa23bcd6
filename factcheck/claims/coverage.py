"""What a rule set does on a pile of figures, and what an edit of the rules gains and loses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from factcheck.claims.facts import Facts
from factcheck.claims.matching import matcher
from factcheck.figures import Figure
from factcheck.ruleset import Ruleset

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Coverage:
    """``hits`` by claim name, most first; ``overlaps`` by the names of two rules that both match.

    ``claimed`` are the figures that rules take, each with the claim's name, ``unclaimed`` the others.
    """

    figures: int
    hits: tuple[tuple[str, int], ...]
    overlaps: tuple[tuple[tuple[str, str], int], ...]
    unclaimed: tuple[Figure, ...]
    claimed: tuple[tuple[str, Figure], ...] = ()


def count_hits(figures: Iterable[Figure], ruleset: Ruleset) -> Coverage:
    """How many figures each rule claims, which rules compete, and which figures no rule claims."""
    hits: Counter[str] = Counter()
    overlaps: Counter[tuple[str, str]] = Counter()
    unclaimed, claimed = [], []
    total = 0
    for figure in figures:
        total += 1
        names = [rule.claim.name for rule in matcher(ruleset).matching(Facts(figure))]
        if not names:
            unclaimed.append(figure)
            continue
        hits[names[0]] += 1
        claimed.append((names[0], figure))
        overlaps.update((names[0], other) for other in names[1:])
    return Coverage(total, _ordered(hits), _ordered(overlaps), tuple(unclaimed), tuple(claimed))


def _ordered(counts: Counter[Key]) -> tuple[tuple[Key, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], str(item[0]))))


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that an edit of the rules moves from one claim (or none) to another (or none)."""

    figure: Figure
    old: str | None
    new: str | None


def find_changes(pairs: Iterable[tuple[Figure, Figure]], old: Ruleset, new: Ruleset) -> tuple[Change, ...]:
    """The figures that two rule sets claim differently; a pair is one figure as each set's vocabulary reads it."""
    changes = []
    for before, after in pairs:
        was, now = _name(before, old), _name(after, new)
        if was != now:
            changes.append(Change(after, was, now))
    return tuple(changes)


def pair_figures(before: Sequence[Figure], after: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """The figures of two readings of the same documents that stand on the same number."""
    places = {(figure.document.path, figure.quantity.number): figure for figure in before}
    found = ((places.get((figure.document.path, figure.quantity.number)), figure) for figure in after)
    return [(old, new) for old, new in found if old is not None]


def _name(figure: Figure, ruleset: Ruleset) -> str | None:
    names = [rule.claim.name for rule in matcher(ruleset).matching(Facts(figure))]
    return names[0] if names else None
