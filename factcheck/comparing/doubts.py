"""Why two figures of one group may yet not be about the same thing: the worst they can become is then a check."""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.comparing.sides import about
from factcheck.grouping import ClaimGroup


def doubt_about(a: Claim, b: Claim, group: ClaimGroup) -> str | None:
    """What is open about the scope of two figures, in words; ``None`` when nothing is."""
    if _needs_days(a) and _needs_days(b):
        days = about(a), about(b)
        if None in days:
            return "the days are not given" if days[0] is days[1] else "one of them names no day"
    if _needs_places(a) and _needs_places(b):
        places = a.figure.context.place, b.figure.context.place
        if (places[0] is None) != (places[1] is None):
            return "one of them names no place"
    return None if _sure(a, b, group) else "the texts have too little in common to tell"


def _sure(a: Claim, b: Claim, group: ClaimGroup) -> bool:
    """Whether both are of one part of the group."""
    homes = [_home(claim, group) for claim in (a, b)]
    return homes[0] == homes[1] if None not in homes else not group.doubtful


def _home(claim: Claim, group: ClaimGroup) -> int | None:
    """The number of the part that holds a claim; a person may have put it where no part was."""
    return next((at for at, part in enumerate(group.parts) if any(claim is each for each in part)), None)


def _needs_days(claim: Claim) -> bool:
    return _needs(claim, "when")


def _needs_places(claim: Claim) -> bool:
    return _needs(claim, "place")


def _needs(claim: Claim, part: str) -> bool:
    """Whether a rule that says what a text may leave out does not let it leave out this."""
    rule = claim.rule
    return rule is not None and bool(rule.may_miss) and part in rule.scope and part not in rule.may_miss
