"""Scores and votes: "passed it 7-2" and "beat United 3-1" are two figures each, with two roles.

What must not match: odds ("a 2-1 favourite"), a formation ("a 4-4-2"), a range ("5-10 people").
"""

from __future__ import annotations

import re

from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import Lookalikes, is_plural, next_word

_WIDEST = 60  # between the two numbers of a match
_BEFORE, _AFTER, _BEHIND = 10, 4, 40  # words before and behind, and characters behind, that tell what is scored


# Another pair right behind or before: the sets of a match, "6-4 3-6 (7-5)".
_NEXT_SETS, _LAST_SET = re.compile(r"(?:\)? \(?\d{1,2}[-–]\d{1,2}\b)+"), re.compile(r"\b\d{1,2}[-–]\d{1,2}\)? \(?$")


def in_sets(first: Draft, second: Draft, text: str, drafts: list[Draft]) -> bool:
    """Whether two numbers are one set of several, which counts nothing; "2-3 4-5 cm" and "2-3 4-5 men" do."""
    sets = _NEXT_SETS.match(text, second.stop)
    if sets is None and not _LAST_SET.search(first.before):
        return False
    stop = sets.end() if sets else second.stop
    counted = is_plural(next_word(text, stop, len(text))) or any(draft.unit for draft in drafts if draft.stop == stop)
    return not (counted and first.value < second.value)


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
    first.unit = first.unit or second.unit  # "led 45-39 percent"
    if around & looks.scores.votes and first.value >= second.value:
        first.doubt = second.doubt = None
        first.tally, second.tally = "for", "against"
        return True
    if first.unit is None and around & looks.scores.results and not around & looks.scores.odds:
        first.doubt = second.doubt = None
        first.unit = first.unit or second.unit  # "beat her 51-48 percent"
        first.tally, second.tally = "own", "other"
        return True
    return first.unit is not None
