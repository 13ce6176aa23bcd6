"""The labelled clusters: how many figures reading alone finds, and reads right. Pinned floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.gold_reading import measure

CLUSTERS = Path(__file__).parents[2] / "shared" / "gold" / "dev"


@pytest.mark.skipif(not CLUSTERS.exists(), reason="needs the labelled clusters in ../shared/gold")
def test_labelled_figures_are_found_and_read() -> None:
    labels, found, right, _ = measure(CLUSTERS)
    assert found / labels >= 0.98
    assert right / labels >= 0.95
