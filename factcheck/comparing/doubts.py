"""What the scope of two figures allows: kept apart where it is known to differ, doubted where a text leaves it open."""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.model import Comparison
from factcheck.comparing.scopes import Difference, differences
from factcheck.comparing.sides import Sides, as_of, grows, moving, superseded
from factcheck.grouping import ClaimGroup
from factcheck.vocabulary import Vocabulary


def set_apart(sides: Sides) -> Comparison | None:
    """Figures whose scopes are known and different: about different things, so that nothing is compared."""
    for found in differences(sides.a, sides.b, sides.vocabulary):
        if found.standing == "apart" and not (found.part == "when" and _moves(sides)):
            one, other = naming.both(sides)
            reason = f"{one} and {other} are not compared: {found.says}."
            return Comparison(sides.a, sides.b, "compatible", reason, nature="apart")
    return None


def _moves(sides: Sides) -> bool:
    """Whether the days are those of one count as it goes on: it stood at 12 on Monday and at 15 on Tuesday."""
    both = sides.a, sides.b
    if not all(grows(claim, sides.vocabulary) for claim in both):
        return False
    days = as_of(sides.a), as_of(sides.b)
    if None not in days and days[0] != days[1]:
        return True
    return any(superseded(claim, sides.vocabulary) or moving(claim, sides.vocabulary) for claim in both)


def is_unlike(sides: Sides) -> bool:
    """Whether a part of the scope stands in other words: a passage that goes on about cars is not that about steel."""
    return any(found.standing == "unlike" for found in differences(sides.a, sides.b, sides.vocabulary))


def doubt_about(a: Claim, b: Claim, group: ClaimGroup, vocabulary: Vocabulary) -> str | None:
    """What is open about the scope of two figures, in words; ``None`` when nothing is."""
    found = [each.says for each in differences(a, b, vocabulary) if _is_open(each, a, b)]
    if found:
        return " and ".join(filter(None, (", ".join(found[:-1]), found[-1])))
    return None if _sure(a, b, group) else "the texts have too little in common to tell"


def _is_open(found: Difference, a: Claim, b: Claim) -> bool:
    """Whether a difference leaves a doubt: unlike words do, what is missing only where the rules of both ask for it."""
    if found.standing == "missing":
        return all(claim.rule is not None and found.part in claim.rule.must_say for claim in (a, b))
    return found.standing == "unlike"


def _sure(a: Claim, b: Claim, group: ClaimGroup) -> bool:
    """Whether both are of one part of the group."""
    homes = [_home(claim, group) for claim in (a, b)]
    return homes[0] == homes[1] if None not in homes else not group.doubtful


def _home(claim: Claim, group: ClaimGroup) -> int | None:
    """The number of the part that holds a claim; a person may have put it where no part was."""
    return next((at for at, part in enumerate(group.parts) if any(claim is each for each in part)), None)
