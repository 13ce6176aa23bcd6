"""Figures as a careful reader judges them: each column of the context has a floor that may only rise."""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from typing import Any

import pytest

from factcheck.figures import Figure
from tests.factories import CORPORA, figure

COLUMNS = ("counted", "action", "speaker", "modality", "polarity", "when")
FLOORS = {
    "rows": {"counted": 0.89, "action": 0.87, "speaker": 0.965, "modality": 0.965, "polarity": 0.99, "when": 0.98},
    "last": {"counted": 0.74, "action": 0.77, "speaker": 0.93, "modality": 0.77, "polarity": 1, "when": 0.9},
}


def told(found: Figure) -> dict[str, str]:
    """What the program says of a figure, in the words of the table."""
    context = found.context
    when = context.when
    return {
        "counted": _counted(found),
        "action": "-" if context.action is None else context.action.lemma,
        "speaker": "-" if context.speaker is None else context.speaker.text.lower(),
        "modality": context.modality,
        "polarity": context.polarity,
        "when": "-" if when is None else str(when.start) + ("" if when.start == when.stop else f"..{when.stop}"),
    }


def _counted(found: Figure) -> str:
    counted = found.context.counted
    return "-" if counted is None else ": ".join(filter(None, (counted.head, " ".join(counted.qualifiers))))


@functools.cache
def judged(table: str) -> tuple[tuple[str, dict[str, str], dict[str, str]], ...]:
    data: dict[str, Any] = tomllib.loads((CORPORA / "judged_figures.toml").read_text(encoding="utf-8"))
    published: dt.date = data["published"]
    return tuple(
        (text, dict(zip(COLUMNS, row, strict=True)), told(figure(text, published))) for text, *row in data[table]
    )


def right(column: str, expected: str, said: str) -> bool:
    return said != "-" and expected in said if column == "speaker" and expected != "-" else said == expected


def test_the_table_is_large_enough() -> None:
    assert sum(len(judged(table)) for table in FLOORS) >= 290


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("table", FLOORS)
def test_column(table: str, column: str) -> None:
    wrong = [
        f"{text}: {said[column]}, not {expected[column]}"
        for text, expected, said in judged(table)
        if not right(column, expected[column], said[column])
    ]
    assert len(wrong) <= (1 - FLOORS[table][column]) * len(judged(table)) + 1e-9, "\n".join(wrong)
