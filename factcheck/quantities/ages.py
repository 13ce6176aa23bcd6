"""Years old: an age that identifies a person is no figure; how long a war or a truce has lasted is one."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.lemmas import noun_lemma
from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import Lookalikes, is_plural, next_words

_OLD = re.compile(r"[\s-]?olds?\b")
_WORD = re.compile(r"[ \u00a0-]+([^\W\d_][\w'’-]{0,60})")
_OLDEST = Decimal(120)


def is_old(draft: Draft, text: str) -> int | None:
    """Where "-year-old" or " years old" ends, for a number of years, months, weeks or days."""
    if draft.unit is None or draft.unit.name not in ("year", "month", "week", "day"):
        return None
    match = _OLD.match(text, draft.end)
    return match.end() if match else None


def person_age(draft: Draft, text: str, stop: int, limit: int, known: Lookalikes) -> bool:
    """Whether "N-year-old", which ends at ``stop``, tells a person's age rather than how long a thing has been."""
    if draft.value > _OLDEST:
        return False
    found = 0
    match = _WORD.match(text, stop, limit)
    while match and found < 4:
        word = match[1]
        lower = word.lower()
        if any(part in known.ages.things for part in (lower, lower.rstrip("s"), lower.rsplit("-", 1)[-1])):
            return False
        if word[:1].isupper() or lower in known.ages.follow or noun_lemma(lower) in known.ages.people:
            return True
        found += 1
        match = _WORD.match(text, match.end(), limit)
    return found == 0 or draft.hyphenated is False


def is_limit(draft: Draft, text: str, limit: int, known: Lookalikes) -> bool:
    """Whether the number is an age that bounds a group: "under the age of 21", "adults over 65", "aged 18 to 25"."""
    if draft.numeral.form not in ("digits", "words") or draft.value > _OLDEST or draft.factor > 1 or draft.prefixed:
        return False
    if draft.unit is not None and draft.unit.name != "year":
        return False
    hedged = draft.hedge is not None and draft.hedge_start >= 0
    before = draft.before[: len(draft.before) - (draft.start - draft.hedge_start)] if hedged else draft.before
    hedge = draft.before[len(before) :].lower()
    if "age of" in hedge:
        return True
    words = before.lower().split()
    last = words[-1].strip(",") if words else ""
    if draft.range and (last in known.ages.cues or words[-2:] == ["ages", "of"]):
        return True
    if draft.unit is not None or hedge.strip() not in known.ages.limits:
        return False
    if any(is_plural(word.lower()) for word in next_words(text, draft.stop, limit, 2)):
        return False
    return last in known.ages.groups or noun_lemma(last) in known.ages.people
