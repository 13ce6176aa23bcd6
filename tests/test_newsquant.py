"""The NewsQuant benchmark by its own scorer, strictly matched: pinned floors, never lowered without a reason given."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from factcheck.vocabulary import default_vocabulary
from tests.bench.newsquant import predictions

BENCH = Path(__file__).parents[2] / "shared" / "bench"
FLOORS = {"value": 97.0, "value+unit": 88.0, "value+change": 92.5}


# The scorer leaves its files open.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.skipif(not BENCH.exists(), reason="needs the benchmark in ../shared/bench")
def test_newsquant_stays_above_its_floors(tmp_path: Path) -> None:
    dataset = BENCH / "newsquant-dev.json"
    rows = [predictions(row["text"], default_vocabulary()) for row in json.loads(dataset.read_text(encoding="utf-8"))]
    written = tmp_path / "predictions.json"
    written.write_text(json.dumps(rows), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("newsquant_scorer", BENCH / "newsquant.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    golds = scorer.load_gold(str(dataset), False)
    texts, items = zip(*golds, strict=True)
    preds = scorer.load_pred(str(written))
    hits = scorer.score_strict(items, preds, None, texts)
    count = sum(map(len, items)), sum(map(len, preds))
    scores = {metric: scorer.prf(hits[metric], *count)[2] for metric in FLOORS}
    assert {metric: score for metric, score in scores.items() if score < FLOORS[metric]} == {}
