"""Floors on our own clusters, invented events with every figure labelled; harder than the news they are made like."""

from __future__ import annotations

from collections import Counter

import pytest

from factcheck.ruleset import Ruleset, load_ruleset
from tests.bench.clusters import Cluster, cluster_files, count, own_clusters, ratios, read_cluster

FLOORS = {"found": 0.97, "link_p": 0.70, "link_r": 0.30, "link_f": 0.42, "flag_p": 0.56, "flag_r": 0.01}
MOST_FLAGGED_PER_DOCUMENT = 0.65


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return load_ruleset()


@pytest.fixture(scope="module")
def scores(rules: Ruleset) -> dict[str, float]:
    total: Counter[str] = Counter()
    for cluster in own_clusters():
        total.update(count(cluster, rules))
    return ratios(total)


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_floor(scores: dict[str, float], name: str, floor: float) -> None:
    assert scores[name] >= floor


def test_few_flags(scores: dict[str, float]) -> None:
    assert scores["per doc"] <= MOST_FLAGGED_PER_DOCUMENT


@pytest.mark.parametrize("name", [path.stem for path in cluster_files()])
def test_labels_are_sound(name: str, rules: Ruleset) -> None:
    """Each claim has two figures or more, an x stands alone, and what contradicts is marked somewhere."""
    cluster: Cluster = read_cluster(cluster_files([name])[0], rules)
    marks = Counter(mark.label for mark in cluster.marks)
    words = {label: {mark.words for mark in cluster.marks if mark.label == label} for label in marks}
    assert {label for label, found in marks.items() if (found == 1) != label.startswith("x")} == set()
    assert {label for label in cluster.bad if label not in marks} == set()
    assert all(pair <= words[label] for label, pairs in cluster.bad.items() for pair in pairs)
