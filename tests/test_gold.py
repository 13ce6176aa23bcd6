"""Floors on the labelled clusters. Lowering one needs a sentence in the commit message."""

from __future__ import annotations

import pytest

from tests.bench.gold import GOLD, Corpus

FLOORS = {
    "link_f": 0.71,
    "flag_p": 0.76,
    "flag_r": 0.32,
    "claims": 0.89,
    "traps_avoided": 0.97,
}
MOST_FLAGGED_PER_DOCUMENT = 0.55

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason=f"no labelled clusters at {GOLD}")


@pytest.fixture(scope="module")
def scores() -> dict[str, float]:
    table, _ = Corpus().score()
    return table["ALL"]


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_floor(scores: dict[str, float], name: str, floor: float) -> None:
    assert scores[name] >= floor


def test_few_false_alarms(scores: dict[str, float]) -> None:
    assert scores["flagged_per_doc"] <= MOST_FLAGGED_PER_DOCUMENT
