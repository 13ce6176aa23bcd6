"""What the scope of two figures allows: kept apart where it is known to differ, doubted where a text leaves it open."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.model import Comparison
from factcheck.comparing.sides import Sides, as_of, moving, superseded
from factcheck.context.registry import ScopeKey
from factcheck.pairs.differences import UNNAMED, Difference
from factcheck.ruleset.model import SCOPE

_ELSEWHERE = ("speaker", "modality")
_LITTLE = "what is told around them has little in common"


def scope(sides: Sides) -> list[Difference]:
    """The differences in what the numbers of both depend on, in the order of the rule.

    Without a rule these are the day and the place; and whatever it is, what can happen is not what did.
    """
    found = {each.part: each for each in sides.differences}
    return [found[part] for part in (*_asked(sides.a, sides.b), "modality") if part in found]


def _asked(a: Claim, b: Claim) -> list[ScopeKey]:
    """The parts on which the numbers of both depend."""
    theirs = [claim.rule.depends_on if claim.rule is not None else SCOPE for claim in (a, b)]
    return [part for part in theirs[0] if part in theirs[1]]


def set_apart(sides: Sides) -> Comparison | None:
    """Figures whose scopes are known and different: about different things, so that nothing is compared."""
    for found in scope(sides):
        if found.standing == "apart" and not (found.part == "when" and _moves(sides)):
            return not_compared(sides.a, sides.b, found.says)
    return None


def not_compared(a: Claim, b: Claim, why: str) -> Comparison:
    one, other = naming.pair(a, b)
    return Comparison(a, b, "compatible", f"{one} and {other} are not compared: {why}.", nature="apart")


def in_doubt(a: Claim, b: Claim, why: str) -> Comparison:
    """Two numbers that differ, and of which a person has to say whether they are about one thing."""
    one, other = naming.pair(a, b)
    return Comparison(a, b, "check", f"{one} and {other} differ, but may not be about the same thing: {why}.")


def _moves(sides: Sides) -> bool:
    """Whether the days are those of one count as it goes on: it stood at 12 on Monday and at 15 on Tuesday."""
    days = as_of(sides.a), as_of(sides.b)
    later = None not in days and days[0] != days[1]
    told = (cue(claim, sides.vocabulary) for cue in (superseded, moving) for claim in (sides.a, sides.b))
    return sides.growing and (later or any(told))


def doubt_of(sides: Sides) -> str | None:
    """What is open about the scope of two figures, in words; ``None`` when nothing is."""
    found = [each.says for each in scope(sides) if _is_open(each, sides)]
    return _listed(found) if found else sides.pairing.doubt


def _listed(clauses: Sequence[str]) -> str:
    """In one line, what neither text names in one clause: "neither sentence names a day or a place"."""
    unnamed = [clause.removeprefix(UNNAMED) for clause in clauses if clause.startswith(UNNAMED)]
    named = [clause for clause in clauses if not clause.startswith(UNNAMED)]
    return "; ".join([*named, UNNAMED + " or ".join(unnamed)] if unnamed else named)


def _is_open(found: Difference, sides: Sides) -> bool:
    """Whether a difference leaves a doubt: unlike words do, silence only where the rules of both ask for it."""
    if found.standing in ("nested", "unknown"):
        return all(claim.rule is not None and found.part in claim.rule.must_say for claim in (sides.a, sides.b))
    return found.standing == "unlike"


def why_unsure(a: Claim, b: Claim, found: Sequence[Difference]) -> str:
    """What may set two figures apart, in words, where all that is told around them is too little for one question.

    What the texts tell differently comes first, then the day and the place that one of them leaves out; where there is
    nothing of that, those that both do. Who says so is named beside the numbers already.
    """
    asked = [part for part in _asked(a, b) if part in SCOPE]
    silent = [each.says for each in found if each.standing == "unknown" and each.part in asked]
    one_tells = [says for says in silent if not says.startswith(UNNAMED)]
    return _listed([*filter(None, [what_differs(found)]), *one_tells] or silent) or _LITTLE


def what_differs(found: Sequence[Difference]) -> str:
    """What both texts tell and tell differently, in words; nothing where there is nothing of that."""
    told = {each.part: each.says for each in found if each.standing != "unknown" and each.part not in _ELSEWHERE}
    if "qualifiers" in told:
        told.pop("counted", None)  # the same words
    return _listed(list(told.values()))
