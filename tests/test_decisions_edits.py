"""Decisions against editing as it happens: words replaced, dropped and added all over a real article."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest

from factcheck.decisions.anchors import lasting_anchor
from factcheck.decisions.locating import Locator
from factcheck.decisions.model import Decision
from factcheck.documents import Unread
from factcheck.figures import Extraction
from factcheck.ruleset import load_ruleset
from factcheck.scan import Work
from tests.decision_factories import NOW

SEEDS = Path(__file__).parent.parent / "seeds"
WORDS = ("the", "a", "on", "said", "new", "people", "city", "week", "later", "report", "officials", "after", "before")


def edited(text: str, rate: float, chance: random.Random) -> tuple[str, dict[int, int]]:
    """The text with that share of its words touched (never a number), and where each kept character went."""
    made, moved, length = [], {}, 0
    for match in re.finditer(r"\S+|\s+", text):
        word = match.group()
        if word.isspace() or re.search(r"\d", word) or chance.random() > rate:
            moved.update({match.start() + i: length + i for i in range(len(word))})
        else:
            word = chance.choice(["", chance.choice(WORDS), f"{chance.choice(WORDS)} {chance.choice(WORDS)}"])
        made.append(word)
        length += len(word)
    return "".join(made), moved


def read(path: Path) -> Extraction:
    (found,) = Work(load_ruleset().vocabulary).extract(str(path))
    if isinstance(found, Unread):
        raise AssertionError(found)
    return found


@pytest.mark.parametrize(("rate", "found_again"), [(0.0, 1.0), (0.05, 0.95), (0.15, 0.85)])
def test_figures_are_found_again_or_not_at_all(tmp_path: Path, rate: float, found_again: float) -> None:
    chance, seen = random.Random(7), Counter[str]()
    for number, path in enumerate(sorted(SEEDS.glob("*.txt")) * 3):
        before = read(path)
        text, moved = edited(before.document.text, rate, chance)
        renamed = tmp_path / f"{number}.txt"
        renamed.write_text(text, encoding="utf-8")
        after = read(renamed)
        today = {figure.quantity.number.start: figure for figure in after.figures}
        anchors = tuple(lasting_anchor(figure, SEEDS) for figure in before.figures)
        locator = Locator([after.document], after.figures, tmp_path)
        for figure, found in zip(
            before.figures, locator.find(Decision("x", NOW, "Ann", "noted", anchors=anchors)), strict=True
        ):
            truth = today.get(moved.get(figure.quantity.number.start, -1))
            if truth is not None:
                seen["there"] += 1
                seen["found"] += truth in found.candidates
                seen["wrong"] += bool(found.candidates) and truth not in found.candidates
    assert seen["found"] >= found_again * seen["there"]
    assert seen["wrong"] <= 0.01 * seen["there"]
