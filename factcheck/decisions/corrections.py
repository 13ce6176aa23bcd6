"""Corrections by people: "not the same claim" and "same claim" hold in every later scan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.claims import Claim
from factcheck.decisions.locating import Locator, Place, place, selector
from factcheck.decisions.log import Log
from factcheck.decisions.model import CORRECTIONS, Decision, Unmatched
from factcheck.decisions.standing import missing_files, why_gone
from factcheck.documents import Document, is_there
from factcheck.grouping import ClaimGroup, Evidence, Link

_UNSURE = "its figures can no longer be told from others"


@dataclass(frozen=True, slots=True)
class Corrected:
    """The groups as people corrected them, and the corrections that found nothing to correct."""

    groups: tuple[ClaimGroup, ...]
    stale: tuple[Unmatched, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sides:
    """The two sides of a correction, as today's claims."""

    rest: tuple[Claim, ...]
    apart: tuple[Claim, ...]


def apply_corrections(
    groups: Sequence[ClaimGroup],
    claims: Sequence[Claim],
    log: Log,
    *,
    documents: Sequence[Document],
    exists: Callable[[str], bool] = is_there,
) -> Corrected:
    """Split and join groups as people said, in the order in which they said it. To be done before comparing.

    Figures that stand alone after it are in no group, as in grouping. A correction needs a figure of each of its
    sides in the texts; one whose figures cannot be told apart from others is left out rather than guessed.
    """
    corrections = [decision for decision in log.active if decision.kind in CORRECTIONS]
    if not corrections:
        return Corrected(tuple(groups))
    locator = Locator(documents, (claim.figure for claim in claims), log.base)
    by_place = {place(claim.figure): claim for claim in claims}
    now = list(groups)
    stale: list[Unmatched] = []
    for decision in corrections:
        sides, why = _sides(decision, locator, by_place, log, exists)
        if sides is None:
            stale += [Unmatched(decision, why, missing_files(locator.find(decision)))] if why else []
        elif decision.kind == "split":
            now = [piece for group in now for piece in _split(group, sides)]
        else:
            now = _join(now, sides, decision)
    return Corrected(tuple(group for group in now if len(group.claims) > 1), tuple(stale))


def _sides(
    decision: Decision,
    locator: Locator,
    by_place: dict[Place, Claim],
    log: Log,
    exists: Callable[[str], bool],
) -> tuple[_Sides | None, str | None]:
    found = locator.find(decision)
    # The same words twice in a text are two figures; as many anchors must ask for them, all on one side.
    asking = Counter(selector(each.anchor) for each in found)
    rest: dict[Place, Claim] = {}
    apart: dict[Place, Claim] = {}
    for index, each in enumerate(found):
        if len(each.candidates) > asking[selector(each.anchor)]:
            return None, _UNSURE
        side = apart if index in decision.apart else rest
        side |= {place(figure): by_place[place(figure)] for figure in each.candidates if place(figure) in by_place}
    if rest.keys() & apart.keys():
        return None, _UNSURE
    if rest and apart:
        return _Sides(tuple(rest.values()), tuple(apart.values())), None
    return None, why_gone(found, log, exists)


def _split(group: ClaimGroup, sides: _Sides) -> list[ClaimGroup]:
    """The group without the figures put apart, and those; whoever nobody spoke of goes where its best link leads."""
    rest, apart = _places(sides.rest), _places(sides.apart)
    here = {place(claim.figure) for claim in group.claims}
    if not (here & rest and here & apart):
        return [group]
    moved = [claim for claim in group.claims if _goes(claim, group, rest, apart)]
    kept = [claim for claim in group.claims if claim not in moved]
    return [_part(group, kept, group.id), _part(group, moved, f"{group.id}/{moved[0].figure.id}")]


def _goes(claim: Claim, group: ClaimGroup, rest: set[Place], apart: set[Place]) -> bool:
    here = place(claim.figure)
    if here in apart or here in rest:
        return here in apart
    return _best_link(claim, group.links, apart) > _best_link(claim, group.links, rest)


def _best_link(claim: Claim, links: Iterable[Link], side: set[Place]) -> float:
    here = place(claim.figure)
    ends = ((place(link.a.figure), place(link.b.figure), link.probability) for link in links)
    return max((p for a, b, p in ends if (a == here and b in side) or (b == here and a in side)), default=0.0)


def _part(group: ClaimGroup, claims: Sequence[Claim], name: str) -> ClaimGroup:
    places = {place(claim.figure) for claim in claims}
    inside = tuple(x for x in group.links if place(x.a.figure) in places and place(x.b.figure) in places)
    question = group.question if len(claims) > 1 or not claims else claims[0].question
    return replace(group, id=name, question=question, claims=tuple(claims), links=inside)


def _join(groups: Sequence[ClaimGroup], sides: _Sides, decision: Decision) -> list[ClaimGroup]:
    """One group of all that stands with any figure of either side, in the place of the first of them."""
    wanted = _places(sides.rest) | _places(sides.apart)
    met = [group for group in groups if wanted & {place(claim.figure) for claim in group.claims}]
    inside = {place(claim.figure): claim for group in met for claim in group.claims}
    alone = [claim for claim in (*sides.rest, *sides.apart) if place(claim.figure) not in inside]
    if len(met) == 1 and not alone and _across(sides).isdisjoint(map(frozenset, met[0].bits)):
        return list(groups)
    first = met[0] if met else _alone(sides.rest[0])
    evidence = (Evidence("decision", f"the same claim, says {decision.by}, {decision.day}", 0.0),)
    link = Link(sides.rest[0], sides.apart[0], evidence, 1.0)
    joined = replace(
        first,
        claims=tuple(sorted([*inside.values(), *alone], key=lambda claim: place(claim.figure))),
        links=(*(each for group in met for each in group.links), link),
        confidence=1.0,
        bits={pair: bits for pair, bits in first.bits.items() if frozenset(pair) not in _across(sides)},
    )
    if not met:
        return [*groups, joined]
    return [joined if group is first else group for group in groups if group is first or group not in met]


def _across(sides: _Sides) -> set[frozenset[str]]:
    """The pairs that a person put together, by their figures' ids: what the texts say of them counts no more."""
    return {frozenset((a.figure.id, b.figure.id)) for a in sides.rest for b in sides.apart}


def _alone(claim: Claim) -> ClaimGroup:
    return ClaimGroup(f"joined/{claim.figure.id}", claim.type, claim.question, (claim,), (), 1.0)


def _places(claims: Iterable[Claim]) -> set[Place]:
    return {place(claim.figure) for claim in claims}
