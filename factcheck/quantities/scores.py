"""Scores and votes: "passed it 7-2" and "beat United 3-1" are two figures each, with two roles.

What must not match: odds ("a 2-1 favourite"), a formation ("a 4-4-2"), a range ("5-10 people").
"""

from __future__ import annotations

import re

from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import Lookalikes

_WIDEST = 60  # between the two numbers of a match
_BEFORE, _AFTER, _BEHIND = 10, 4, 40  # words before and behind, and characters behind, that tell what is scored


# Another pair right behind or before: the sets of a match, "6-4 3-6 (7-5)".
_NEXT_SET, _LAST_SET = re.compile(r"\)? \(?\d{1,2}[-–]\d{1,2}\b"), re.compile(r"\b\d{1,2}[-–]\d{1,2}\)? \(?$")


def in_sets(first: Draft, second: Draft, text: str) -> bool:
    """Whether two numbers are one set of several, which counts nothing."""
    return bool(_NEXT_SET.match(text, second.stop) or _LAST_SET.search(first.before))


def is_match(first: Draft, second: Draft, looks: Lookalikes) -> bool:
    if first.unit or second.unit or first.numeral.words:
        return False
    near = first.words[-6:]
    ends = [at for at, word in enumerate(near) if word[-1] in ".!?"]
    words = {word.strip(".,;:()") for word in near[ends[-1] + 1 if ends else 0 :]}
    return bool(words & looks.scores.sports) and second.value - first.value < _WIDEST


def keep_tally(first: Draft, second: Draft, text: str, looks: Lookalikes) -> bool:
    """Whether two numbers of a score are figures: votes for and against, or goals of a match that is told."""
    after = text[second.stop : second.stop + _BEHIND].lower().split()
    around = {word.strip(".,;:()’'") for word in (*first.words[-_BEFORE:], *after[:_AFTER])}
    if around & looks.scores.votes and first.value >= second.value:
        first.doubt = second.doubt = None
        first.unit = first.unit or second.unit  # "led 45-39 percent"
        first.tally, second.tally = "for", "against"
        return True
    if around & looks.scores.results and not around & looks.scores.odds:
        first.doubt = second.doubt = None
        first.tally, second.tally = "own", "other"
        return True
    return first.unit is not None or second.unit is not None
