"""How many labelled figures of the gold clusters are found and read right, by reading the documents alone.

    python -m tests.bench.gold_reading CLUSTERS_DIR

The same matching as the clusters' own score, without the stages behind reading.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from factcheck.quantities import Quantity, read_quantities
from factcheck.vocabulary import default_vocabulary


def scorer(clusters: Path) -> ModuleType:
    """The clusters' own ``score.py``, beside them."""
    spec = importlib.util.spec_from_file_location("gold_score", clusters.parent / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(clusters.parent / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_figure(quantity: Quantity) -> dict[str, Any]:
    low, high = quantity.hard.low, quantity.hard.high
    return {
        "number_start": quantity.number.start,
        "number_stop": quantity.number.stop,
        "low": None if low is None else str(low),
        "high": None if high is None else str(high),
    }


def measure(clusters: Path) -> tuple[int, int, int, list[dict[str, Any]]]:
    """Labels, labels found, labels read right, and the misses."""
    score = scorer(clusters)
    labels = found = right = 0
    misses: list[dict[str, Any]] = []
    for folder in sorted(path for path in clusters.iterdir() if (path / "gold.json").exists()):
        gold, texts = score.load(str(folder))
        read = {
            name: [as_figure(q) for q in read_quantities(text, default_vocabulary()).quantities]
            for name, text in texts.items()
        }
        for claim in gold["claims"]:
            for label in claim["figures"]:
                start, stop = score.spans(texts[label["doc"]], label)
                hits = [f for f in read[label["doc"]] if f["number_start"] < stop and start < f["number_stop"]]
                best = max(
                    hits,
                    key=lambda f: (min(stop, f["number_stop"]) - max(start, f["number_start"]), -f["number_start"]),
                    default=None,
                )
                labels += 1
                found += best is not None
                if best is not None and score.right(label, best):
                    right += 1
                else:
                    misses.append({"cluster": gold["cluster"], "label": label, "got": best})
    return labels, found, right, misses


def main() -> None:
    labels, found, right, misses = measure(Path(sys.argv[1]))
    for miss in misses:
        label, got = miss["label"], miss["got"]
        print(
            json.dumps(
                [label["quote"], label["surface"], label["low"], label["high"], got and (got["low"], got["high"])],
                ensure_ascii=False,
            )
        )
    print(f"labels {labels}  found {found / labels:.3f}  read {right / labels:.3f}")


if __name__ == "__main__":
    main()
