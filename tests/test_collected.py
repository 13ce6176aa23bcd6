"""The labels of collected articles: each stands on a number that is there, and no article is of a gold cluster."""

from __future__ import annotations

import json

import pytest

from factcheck.ruleset import load_ruleset
from tests.bench.gold import GOLD
from tests.bench.labelled import COLLECTED, WILD, collected

pytestmark = pytest.mark.skipif(not WILD.exists(), reason="needs ../shared")


def test_labels_stand_on_numbers() -> None:
    labelled = collected(load_ruleset())
    marks = json.loads(COLLECTED.read_text(encoding="utf-8"))
    wanted = sum(len(question["figures"]) for questions in marks.values() for question in questions.values())
    assert len(labelled) == len(marks) > 200
    assert sum(len(folder.labels) for folder in labelled) > 0.93 * wanted > 2500
    assert sum(len(folder.bad) for folder in labelled) > 100


def test_none_holds_an_article_of_a_gold_cluster() -> None:
    gold = {path.read_text(encoding="utf-8").strip() for path in (GOLD / "dev").glob("*/docs/*.txt")}
    held = {document.text.strip() for folder in collected(load_ruleset()) for document in folder.documents}
    assert gold.isdisjoint(held)
