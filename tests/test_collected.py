"""The labels of collected articles: each stands on a number that is there, and no article is of a gold cluster."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest

from factcheck.comparing import Comparison
from factcheck.comparing.conflicts import compare_group
from factcheck.grouping import ClaimGroup
from factcheck.ruleset import load_ruleset
from factcheck.vocabulary import default_vocabulary
from tests.bench.collected import score
from tests.bench.gold import GOLD
from tests.bench.labelled import COLLECTED, WILD, Labelled, collected
from tests.claim_factories import claim

TWELVE, FIFTEEN = claim("The blast killed {12} people."), claim("The blast killed {15} people.")

pytestmark = pytest.mark.skipif(not WILD.exists(), reason="needs ../shared")


@pytest.fixture(scope="module")
def labelled() -> list[Labelled]:
    return collected(load_ruleset())


def test_labels_stand_on_numbers(labelled: list[Labelled]) -> None:
    marks = json.loads(COLLECTED.read_text(encoding="utf-8"))
    wanted = sum(len(question["figures"]) for questions in marks.values() for question in questions.values())
    assert len(labelled) == len(marks) > 200
    assert sum(len(folder.labels) for folder in labelled) > 0.93 * wanted > 2500
    assert sum(len(folder.bad) for folder in labelled) > 100


def test_none_holds_an_article_of_a_gold_cluster(labelled: list[Labelled]) -> None:
    gold = {path.read_text(encoding="utf-8").strip() for path in (GOLD / "dev").glob("*/docs/*.txt")}
    held = {document.text.strip() for folder in labelled for document in folder.documents}
    assert gold.isdisjoint(held)


@pytest.mark.parametrize(
    ("bad", "unclear", "likely", "expected"),
    [
        ({("a", "b")}, "", True, {"contradicted": 1, "flags": 1, "true": 1, "found": 1}),
        ({("a", "c")}, "", True, {"contradicted": 1, "flags": 1, "true": 0, "found": 0}),
        ({("a", "b")}, "", False, {"contradicted": 1, "found": 0}),
        (set(), "ab", True, {"contradicted": 0, "found": 0}),
    ],
)
def test_a_flag_is_true_by_half_of_its_pairs(
    bad: set[tuple[str, str]], unclear: str, likely: bool, expected: dict[str, int]
) -> None:
    one, two = (replace(each, figure=replace(each.figure, id=id_)) for each, id_ in ((TWELVE, "a"), (FIFTEEN, "b")))
    pair = Comparison(one, two, "conflict", "12 and 15 cannot both be right.")
    group = ClaimGroup("g1", None, "How many?", (one, two), (), 1.0)
    pairs = frozenset(map(frozenset, bad))
    folder = Labelled("collected", "x", (), (), dict.fromkeys("abc", "q"), pairs, frozenset(unclear))
    found = replace(compare_group(group, default_vocabulary()), comparisons=(pair,), likely=likely)
    assert score(folder, [found]) == Counter(expected)
