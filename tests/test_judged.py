"""Speaker, days and place over a judged sample of figures, told again in our own sentences."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factcheck.context.speaker import find_speaker
from factcheck.context.when import find_when
from factcheck.context.where import find_place
from tests.context_cases import case_id, load_cases, pick

PUBLISHED = dt.date(2025, 6, 4)
CASES = load_cases("judged")
GAP = pytest.mark.xfail(reason="known gap", strict=True)


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


@pytest.mark.parametrize("case", [pytest.param(c, marks=GAP if c.get("gap") else (), id=case_id(c)) for c in CASES])
def test_judged(case: dict[str, Any]) -> None:
    assert read(case) == {key: case.get(key) for key in ("says", "origin", "days", "place")}


@pytest.mark.parametrize(("part", "floor"), [("says", 0.95), ("days", 0.95), ("place", 0.95)])
def test_share_right(part: str, floor: float) -> None:
    right = [read(case)[part] == case.get(part) for case in CASES]
    assert sum(right) / len(right) >= floor
