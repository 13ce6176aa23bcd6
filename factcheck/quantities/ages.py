"""Years old: an age that identifies a person is no figure; how long a war or a truce has lasted is one."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import Lookalikes

_OLD = re.compile(r"[\s-]?olds?\b")
_OF_AGE = re.compile(r"[\s-](?:years? of age|of age)\b")
_WORD = re.compile(r"[ \u00a0-]+([^\W\d_][\w'’-]*)")
_OLDEST = Decimal(120)
_LIMITS = frozenset(["over", "under", "above", "below", "between"])


def is_old(draft: Draft, text: str) -> int | None:
    """Where "-year-old" or " years old" ends, for a number of years, months, weeks or days."""
    if draft.unit is None or draft.unit.name not in ("year", "month", "week", "day"):
        return None
    match = _OLD.match(text, draft.end)
    return match.end() if match else None


def person_age(draft: Draft, text: str, limit: int, known: Lookalikes) -> bool:
    """Whether "N-year-old" tells a person's age rather than how long a thing has been."""
    stop = is_old(draft, text)
    if stop is None or draft.value > _OLDEST:
        return False
    found = 0
    match = _WORD.match(text, stop, limit)
    while match and found < 4:
        word = match[1]
        lower = word.lower()
        if any(part in known.ages.things for part in (lower, lower.rstrip("s"), lower.rsplit("-", 1)[-1])):
            return False
        if word[:1].isupper() or lower in known.ages.people:
            return True
        found += 1
        match = _WORD.match(text, match.end(), limit)
    return found == 0 or draft.hyphenated is False
