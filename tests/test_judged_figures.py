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
FLOORS = {"counted": 0.985, "action": 0.93, "speaker": 0.975, "modality": 0.99, "polarity": 0.99, "when": 0.99}


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
def judged() -> tuple[tuple[str, dict[str, str], dict[str, str]], ...]:
    data: dict[str, Any] = tomllib.loads((CORPORA / "judged_figures.toml").read_text(encoding="utf-8"))
    published: dt.date = data["published"]
    return tuple(
        (text, dict(zip(COLUMNS, row, strict=True)), told(figure(text, published))) for text, *row in data["rows"]
    )


def right(column: str, expected: str, said: str) -> bool:
    return said != "-" and expected in said if column == "speaker" and expected != "-" else said == expected


def test_the_table_is_large_enough() -> None:
    assert len(judged()) >= 225


@pytest.mark.parametrize("column", COLUMNS)
def test_column(column: str) -> None:
    wrong = [
        f"{text}: {said[column]}, not {expected[column]}"
        for text, expected, said in judged()
        if not right(column, expected[column], said[column])
    ]
    assert len(wrong) <= (1 - FLOORS[column]) * len(judged()) + 1e-9, "\n".join(wrong)
