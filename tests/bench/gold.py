"""Score grouping and comparing on the labelled clusters, in process.

    python -m tests.bench.gold [--misses] [--cluster NAME]…

The scorer itself is ``../shared/gold/score.py``, imported by path; this builds what it reads.
"""

from __future__ import annotations

import argparse
import functools
import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from factcheck.claims import Claim, claim_figures
from factcheck.comparing import Conflict, compare_groups
from factcheck.documents import Document, document_from_text
from factcheck.figures import extract_figures
from factcheck.grouping import Grouping
from factcheck.grouping.linking import Linker
from factcheck.pairs.table import Weights
from factcheck.ruleset import Ruleset, load_ruleset
from factcheck.vocabulary import Vocabulary

GOLD = Path(__file__).parents[3] / "shared" / "gold"
Misses = list[dict[str, Any]]


@functools.cache
def scorer() -> ModuleType:
    """The clusters' own scorer."""
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(GOLD / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def clusters() -> list[Path]:
    return sorted(path.parent for path in (GOLD / "dev").glob("*/gold.json"))


def read_documents(folder: Path, ruleset: Ruleset, prefix: str = "d") -> list[Document]:
    """The documents of a cluster, as a scan of its ``docs`` would read them."""
    documents = []
    for number, path in enumerate(sorted((folder / "docs").iterdir()), 1):
        with path.open(newline="", encoding="utf-8") as handle:
            text = handle.read()
        documents.append(document_from_text(text, str(path), id=f"{prefix}{number}", vocabulary=ruleset.vocabulary))
    return documents


def claims_of(documents: Sequence[Document], ruleset: Ruleset) -> list[Claim]:
    claims: list[Claim] = []
    for document in documents:
        figures = extract_figures(document, ruleset.vocabulary).figures
        claims += claim_figures(figures, ruleset)
    return claims


def as_scan(documents: Sequence[Document], claims: Sequence[Claim], conflicts: Sequence[Conflict]) -> dict[str, Any]:
    """What the scorer reads of a scan."""
    ids = {id(claim): f"f{number}" for number, claim in enumerate(claims)}
    return {
        "documents": [{"id": document.id, "path": document.path} for document in documents],
        "figures": [_figure(claim, ids[id(claim)]) for claim in claims],
        "groups": [_group(conflict, ids) for conflict in conflicts],
    }


def _figure(claim: Claim, name: str) -> dict[str, Any]:
    figure = claim.figure
    hard = figure.quantity.hard
    return {
        "id": name,
        "document": figure.document.id,
        "text": figure.text,
        "number_start": figure.quantity.number.start,
        "number_stop": figure.quantity.number.stop,
        "low": None if hard.low is None else str(hard.low),
        "high": None if hard.high is None else str(hard.high),
    }


def _group(conflict: Conflict, ids: dict[int, str]) -> dict[str, Any]:
    pairs = [{"a": ids[id(c.a)], "b": ids[id(c.b)], "relation": c.relation} for c in conflict.comparisons]
    figures = [ids[id(claim)] for claim in conflict.group.claims]
    return {
        "id": conflict.group.id,
        "figures": figures,
        "relation": conflict.relation,
        "pairs": pairs,
        "likely": conflict.likely,
        "priority": conflict.priority,
    }


class Corpus:
    """The clusters read once; grouped and scored as often as asked."""

    def __init__(self, names: Sequence[str] = ()) -> None:
        self.ruleset = load_ruleset()
        self.folders = [path for path in clusters() if not names or path.name in names]
        self.documents = {path.name: read_documents(path, self.ruleset) for path in self.folders}
        self.claims = {name: claims_of(documents, self.ruleset) for name, documents in self.documents.items()}

    @property
    def vocabulary(self) -> Vocabulary:
        return self.ruleset.vocabulary

    def group(self, name: str, weights: Weights | None = None) -> Grouping:
        linker = Linker(self.claims[name], self.vocabulary)
        if weights is not None:
            linker.weights = weights
        return linker.group()

    def count(self, folder: Path, weights: Weights | None = None, misses: Misses | None = None) -> dict[str, int]:
        """What the scorer counts of one cluster, grouped with these weights or the shipped ones."""
        conflicts = compare_groups(self.group(folder.name, weights), self.vocabulary)
        scan = as_scan(self.documents[folder.name], self.claims[folder.name], conflicts)
        return dict(scorer().score(str(folder), scan, [] if misses is None else misses))

    def score(self) -> tuple[dict[str, dict[str, float]], Misses]:
        """Ratios by cluster and over ``ALL``, and the misses."""
        misses: Misses = []
        table, total = {}, dict[str, int]()
        for folder in self.folders:
            counts = self.count(folder, misses=misses)
            table[folder.name] = scorer().ratios(counts)
            for key, value in counts.items():
                total[key] = total.get(key, 0) + value
        table["ALL"] = scorer().ratios(total)
        return table, misses


def show(table: dict[str, dict[str, float]]) -> str:
    keys = list(next(iter(table.values())))
    lines = [f"{'cluster':20}" + "".join(f"{key:>9.9}" for key in keys)]
    lines += [f"{name:20.20}" + "".join(f"{row[key]:9.3f}" for key in keys) for name, row in table.items()]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--cluster", action="append", default=[])
    asked = parser.parse_args()
    table, misses = Corpus(asked.cluster).score()
    print(show(table))
    if asked.misses:
        print(json.dumps(misses, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
