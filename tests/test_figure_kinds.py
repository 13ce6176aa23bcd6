"""Figures and documents of odd shapes: what is counted, who speaks, which day, the name of a page. Each row holds."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.documents import document_from_text
from factcheck.figures import Figure, extract_figures
from factcheck.vocabulary import default_vocabulary

WORDS = default_vocabulary()
CORPUS = Path(__file__).parent / "corpora" / "figure_kinds.toml"
ROWS: list[dict[str, Any]] = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["row"]
DOCUMENT = ("title", "day", "figures")


def told(figure: Figure) -> dict[str, Any]:
    """What a row may ask of a figure, in the corpus's notation."""
    context, when = figure.context, figure.context.when
    counted = context.counted
    return {
        "counted": ": ".join(filter(None, (counted.head, " ".join(counted.qualifiers)))) if counted else "-",
        "says": context.speaker.text if context.speaker else "-",
        "days": [str(when.start), str(when.stop)] if when else "-",
        "change": figure.quantity.change or "-",
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['kind']}: {row['text'][:40]}")
def test_row(row: dict[str, Any]) -> None:
    document = document_from_text(row["text"], "page.md", vocabulary=WORDS)
    figures = extract_figures(document, WORDS).figures
    found: dict[str, Any] = {
        "title": document.title or "-",
        "day": str(document.published) if document.published else "-",
        "figures": [figure.number for figure in figures],
    }
    if "number" in row:
        found.update(told(next(figure for figure in figures if figure.number == row["number"])))
    asked = {key: value for key, value in row.items() if key not in ("kind", "text", "number")}
    assert {key: found[key] for key in asked} == asked
