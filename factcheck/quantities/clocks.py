"""Times of day told without a colon: "at nine in the evening", "by eleven o'clock", "at 1411 hours"."""

from __future__ import annotations

import re

from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import Lookalikes, next_words

_DAY_PART = re.compile(
    r"(?: or so)?(?P<oclock> o['’]clock\b)?(?: (?:in the (?:early )?(?:morning|afternoon|evening)|at night|sharp)\b)?"
)
_FIRST_LETTERS = frozenset("oias")  # of "o'clock", "in the morning", "at night", "sharp"
_MILITARY = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]")
_LAST_HOUR = 24
_TO_HOUR = re.compile(r" ?(?:to|until|and|[-–—]) ?[0-2]?[0-9]:[0-5][0-9](?![:0-9])")  # "from 9 to 10:30"
_DOTTED = re.compile(r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]")
_NEAR = 6  # words before a span of hours among which its cue stands


def is_clock(draft: Draft, text: str, last: str, known: Lookalikes) -> bool:
    """Whether a number is an hour of the day: by "o'clock" and the like, four digits before "hours" or from 0000."""
    if text[draft.numeral.start] == "0" and _MILITARY.fullmatch(text, draft.numeral.start, draft.stop):
        return True  # "between 0630 and 0700"
    if draft.unit is None and draft.value <= _LAST_HOUR and _TO_HOUR.match(text, draft.stop):
        return True
    if draft.unit is not None:
        told = draft.unit.name == "hour" and _MILITARY.fullmatch(text, draft.numeral.start, draft.stop) is not None
        return told and last in known.clock.leads and text[draft.end : draft.end + 4] != " of "
    if text[draft.stop : draft.stop + 1] != " " or draft.value > _LAST_HOUR or draft.numeral.form == "vague":
        return False
    if text[draft.stop + 1 : draft.stop + 2] not in _FIRST_LETTERS:
        return False
    match = _DAY_PART.match(text, draft.stop)
    if match is None or not match.group().strip():
        return False
    return bool(match["oclock"]) or (match.group() != " or so" and last in known.clock.leads)


def is_clock_span(first: Draft, second: Draft, text: str, known: Lookalikes) -> bool:
    """Whether two numbers with dots are opening times: "open from 7.30 to 21.45"; not "rose from 7.30 to 21.45"."""
    if not (_bare_hour(first, text) and _bare_hour(second, text)) or first.value >= second.value:
        return False
    around = (*first.words[-_NEAR:], *(word.lower() for word in next_words(text, second.stop, len(text))))
    return bool(known.clock.spans.intersection(word.strip(".,;:()") for word in around))


def _bare_hour(draft: Draft, text: str) -> bool:
    written = text[draft.numeral.start : draft.numeral.stop]
    return (
        draft.unit is None
        and draft.hedge is None
        and draft.stop - draft.start == len(written)
        and bool(_DOTTED.fullmatch(written))
    )
