"""Speaker, days and place over a judged sample of figures, told again in our own sentences."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factcheck.context.speaker import find_speaker
from factcheck.context.when import find_when
from factcheck.context.where import find_place
from tests.context_cases import load_cases, pick

PUBLISHED = dt.date(2025, 6, 4)
CASES = load_cases("judged")


def read(case: dict[str, Any]) -> dict[str, Any]:
    """What is read of a case, in the words of the corpus."""
    view, quantity = pick(case["text"], case["number"], PUBLISHED)
    speaker = find_speaker(view, quantity)[0]
    when = find_when(view, quantity)[0]
    place = find_place(view, quantity)[0]
    return {
        "says": speaker.text if speaker else None,
        "origin": speaker.origin if speaker else None,
        "days": [str(when.start), str(when.stop)] if when else None,
        "place": " < ".join((place.name, *place.within)) if place else None,
    }


@pytest.mark.parametrize(("part", "floor"), [("says", 0.85), ("days", 0.9), ("place", 0.9)])
def test_share_right(part: str, floor: float) -> None:
    right = [read(case)[part] == case.get(part) for case in CASES]
    assert sum(right) / len(right) >= floor
