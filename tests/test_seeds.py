"""The sample articles are the project's own sentences, though they carry the figures of real ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
REAL = ROOT.parent / "shared" / "seeds"
RUN = 8  # words in a row that no two writers would choose alike


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of words, small letters and digits alone."""
    words = re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", ""))
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_no_run_of_words_is_that_of_a_real_article(path: Path) -> None:
    if not REAL.is_dir():
        pytest.skip("the real articles are not here")
    real = set().union(*(runs(other.read_text(encoding="utf-8")) for other in REAL.glob("*.txt")))
    assert len(real) > 1000
    assert sorted(" ".join(run) for run in runs(path.read_text(encoding="utf-8")) & real) == []


def test_runs_are_found_across_lines_and_punctuation() -> None:
    assert runs("“A b, c\n- d e – f g’s h.”") == {("a", "b", "c", "d", "e", "f", "gs", "h")}
