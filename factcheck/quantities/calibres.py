"""Calibres that name a gun or shell: "a 9 mm pistol", "155mm shells", "a 12-gauge shotgun".

A decimal calibre stays a figure ("a .38-caliber revolver"): it identifies one gun, and reports differ on it.
"""

from __future__ import annotations

import re

from factcheck.lemmas import noun_lemma
from factcheck.quantities.draft import Draft
from factcheck.quantities.tables import Lookalikes, next_words

_GAUGE = re.compile(r"[ -](?:gauge|bore)\b", re.IGNORECASE)
_GAUGES = frozenset("gGbB")  # its first letters
_REACH = 3  # words behind the number among which the gun stands
_WIDEST = 500  # millimetres


def is_calibre(draft: Draft, text: str, limit: int, known: Lookalikes) -> bool:
    """Whether the number tells which gun or shell: a gauge, or millimetres with a gun behind."""
    if draft.unit is None:
        return text[draft.stop + 1 : draft.stop + 2] in _GAUGES and _GAUGE.match(text, draft.stop, limit) is not None
    if draft.unit.name != "millimetre" or draft.value > _WIDEST:
        return False
    words = next_words(text, draft.end, limit, _REACH)
    return any(noun_lemma(part) in known.names.arms for word in words for part in word.lower().split("-"))
