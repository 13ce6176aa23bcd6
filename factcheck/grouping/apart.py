"""What keeps two different numbers apart though rule and words are the same: other years, days, places or names.

Each of these levels of evidence weighs something for equal numbers too. Between numbers that differ next to no labelled
pair that falls on one of them is about one thing, and one wrong link costs a reader a false alarm: so they are vetoes.
"""

from __future__ import annotations

from factcheck.grouping.agreement import agree
from factcheck.grouping.evidence import PARTS, Pair

_LEVELS = (
    ("event", "main, past year", "of a year gone by"),
    ("place", "different", "of different places"),
    ("names", "different", "each names another thing"),
    ("question", "other counted, same action", "of different things"),
)


def apart(pair: Pair) -> str | None:
    """Why two numbers that do not agree are of two things, or ``None``."""
    if agree(pair):
        return None
    for part, level, reason in _LEVELS:
        if PARTS[part](pair) == level:
            return reason
    if pair.a.with_dead != pair.b.with_dead and "kill" not in (pair.a.action, pair.b.action):
        return "one counts the dead too"
    return "of different days" if PARTS["when"](pair) == "apart" and not _running(pair) else None


def _running(pair: Pair) -> bool:
    """Whether a count that runs on is told of two days: the toll of Monday and that of Tuesday are one claim."""
    counts = {profile.claim.figure.context.aggregation for profile in (pair.a, pair.b)}
    return not counts <= {"event", None} and not pair.lists.varies(pair.a.claim.type)
