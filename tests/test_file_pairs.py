"""Two short files about one thing, scanned together: whether their numbers contradict each other, by kind."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.comparing.model import FLAGS

CORPUS = Path(__file__).parent / "corpora" / "file_pairs.toml"
PAIRS: list[dict[str, Any]] = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["pair"]


def verdict_of(scan: factcheck.Scan) -> str:
    """The most serious relation; without a flag "agree" where all agree, "apart" or "silent" else."""
    relations = [conflict.relation for conflict in scan.questions]
    flagged = [relation for relation in relations if relation in FLAGS]
    if flagged:
        return flagged[0]
    return "silent" if not relations else "agree" if set(relations) == {"agree"} else "apart"


def _rows() -> list[Any]:
    marks = [pytest.mark.xfail(strict=True, reason=pair["miss"]) if "miss" in pair else () for pair in PAIRS]
    return [
        pytest.param(pair, marks=mark, id=f"{pair['kind']} {at}")
        for at, (pair, mark) in enumerate(zip(PAIRS, marks, strict=True))
    ]


@pytest.mark.parametrize("pair", _rows())
def test_pair(pair: dict[str, Any], tmp_path: Path) -> None:
    for name in ("a", "b"):
        if name in pair:
            (tmp_path / f"{name}.txt").write_text(pair[name], encoding="utf-8")
    assert verdict_of(factcheck.scan(str(tmp_path))) == pair["verdict"]
