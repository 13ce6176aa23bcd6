"""One as an article: "more than a year", "a mile and a half", "after a week of raids"; not "a year" alone."""

from __future__ import annotations

import re
from collections.abc import Container
from decimal import Decimal

from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import Articles

ARTICLE, SINGLE = "a", "single"  # the words of such numerals
_PART = re.compile(r"(?:,? |-)and[ -](?:an?[ -](?P<part>half|quarter)|half(?! (?:the|of|its|his|her|their|an?)\b))\b")
_OR_TWO = re.compile(r" or two\b")
_LONG = re.compile(r"-long\b")
_MORE = re.compile(r" and (?=(?:[0-9]{1,2}|[a-z]{3,9}(?:-[a-z]{3,5})?) (?:minutes|hours|days|weeks|months|inches)\b)")
_CLOSED = re.compile(r"[.,;)]|\s*$| (?:in|after|and|before|to|when|on|at|while|as|until|if|because|from)\b")
_OF = re.compile(r" of (?!(?:the|his|her|its|their|birth)\b)[a-z]")
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_DAY = "day"
_SHORT = frozenset(["minute", _DAY])
_WORD, _OPENERS = 16, "\"'“‘(—–-"
_GOES_ON = re.compile(r",? and |-(?:long|and)\b| of | or (?:two|so|more|less)\b| at (?:most|least)\b")


def may_stand_for_one(text: str, start: int, stop: int, hedges: Container[str], known: Articles) -> bool:
    """Whether the words beside "a year" make it worth reading; most are not, so this comes first and is cheap."""
    words = text[max(0, start - _WORD) : start].split()
    last = words[-1].lower().lstrip(_OPENERS) if words else ""
    return last in hedges or last in known.lasting or _GOES_ON.match(text, stop) is not None


def stands_for_one(draft: Draft, text: str, known: Articles) -> bool:
    """Whether "a year" is a measure: it has a hedge, a further part, or tells how long something was.

    A measure takes in its unit and what goes on it.
    """
    if draft.unit is None:
        return False
    part, two = _PART.match(text, draft.end), _OR_TWO.match(text, draft.end)
    draft.stop = draft.end
    if part:
        draft.value, draft.grain = draft.value + _PARTS[part["part"] or "half"], None
        draft.stop = draft.end = part.end()
        return True
    if two:
        draft.values, draft.alternatives, draft.range = (draft.value, draft.value + 1), True, True
        draft.stop = draft.end = two.end()
        return True
    if _LONG.match(text, draft.end) or _MORE.match(text, draft.end):
        return True
    return _is_hedged(draft, text, known) or _is_lasting(draft, text, known)


def _is_hedged(draft: Draft, text: str, known: Articles) -> bool:
    if draft.hedge_stop >= 0:
        return True
    if draft.hedge_start < 0:
        return False
    words = draft.before[len(draft.before) - (draft.start - draft.hedge_start) :].lower().split()
    if words and words[0] in known.compared:
        return False
    if len(words) != 1 or words[0] not in known.prepositions:
        return True
    at = len(draft.words) - 2
    led = draft.words[at] if at >= 0 else ""
    return words[0] in ("over", "under") and (led in known.lengthened or text.startswith(" ago", draft.end))


def _is_lasting(draft: Draft, text: str, known: Articles) -> bool:
    if draft.unit is None or draft.unit.dimension not in ("time", "months"):
        return False
    last = draft.words[-1] if draft.words else ""
    if last in known.lasting:
        idiom = last == "for" and draft.unit.name in _SHORT  # "think for a minute", "king for a day"
        return not idiom and _CLOSED.match(text, draft.end) is not None
    return _OF.match(text, draft.end) is not None and (draft.unit.name != _DAY or last in known.following)
