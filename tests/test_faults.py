"""A sentence that the program fails on costs that sentence, is told with its line, and nothing else is lost."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from factcheck import figures
from factcheck.cli import main
from factcheck.context import registry
from factcheck.context.model import Cue
from factcheck.context.view import SentenceView, Views
from factcheck.documents import document_from_text
from factcheck.figures import Extraction, extract_figures
from factcheck.quantities import Quantity, Reading, read_quantities
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary, default_vocabulary

ARTICLE = (
    "Ferry sinks\n2031-03-04\n\nAt least 14 people were killed. The cursed 7 were hurt. Then 3 died.\n\nNine fled.\n"
)


def extraction(text: str, day: dt.date = dt.date(2025, 6, 4)) -> Extraction:
    vocabulary = default_vocabulary()
    return extract_figures(document_from_text(text, "-", day, vocabulary=vocabulary), vocabulary)


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested 15 people in the next hour.",
        "Police arrested 15 people over the next two hours.",
        "Rescuers expect 15 more bodies in the coming hours.",
        "He said 12 had been shot in the past 36 hours, and 4 two hours earlier.",
        "The town had c. 5,000 people before the war.",
        "The town had ca. 5,000 people before the war.",
        "It was built c. 1350 by 40 masons (c. 5 BC).",
        "A meal costs Rs. 5,000 for 4 people.",
        "12 said to",
        "Police said 12 feared to",
        "5×10^95th",
        "n M 5×10^90",
        "There are 3×10^-40 people.",
        "A hundred trillion trillion trillion people.",
    ],
)
@pytest.mark.parametrize("day", [dt.date(2025, 6, 4), dt.date.min, dt.date.max], ids=str)
def test_odd_spans_and_numbers_are_read(text: str, day: dt.date) -> None:
    found = extraction(text, day)
    assert found.faults == ()
    for figure in found.figures:
        assert figure.sentence.holds(figure.quantity.span)


@pytest.mark.parametrize("unit", ["hour", "two hours", "30 hours", "day", "three weeks", "month", "decade"])
@pytest.mark.parametrize("phrase", ["in the next {}", "in the past {}", "{} ago", "{} later", "in the last {}"])
def test_days_are_days(phrase: str, unit: str) -> None:
    found = extraction(f"It happened on Monday. Police arrested 15 people {phrase.format(unit)}.")
    assert found.faults == ()
    for figure in found.figures:
        when = figure.context.when
        assert when is None or (type(when.start), type(when.stop)) == (dt.date, dt.date)


def test_a_hedge_with_a_full_stop_ends_no_sentence() -> None:
    (found,) = extraction("The town had ca. 5,000 people before the war.").figures
    assert found.text == "ca. 5,000"
    assert found.sentence_text == "The town had ca. 5,000 people before the war."


def test_a_fault_of_the_context_costs_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(view: SentenceView, quantity: Quantity) -> tuple[Any, tuple[Cue, ...]]:
        if "cursed" in view.text:
            raise IndexError("string index out of range")
        return real(view, quantity)

    counted, *others = registry.PARTS
    real = counted.find
    monkeypatch.setattr(registry, "PARTS", (dataclasses.replace(counted, find=failing), *others))
    found = extraction(ARTICLE)
    assert [figure.text for figure in found.figures] == ["At least 14", "3", "Nine"]
    assert [(ARTICLE[f.span.start : f.span.stop], f.error) for f in found.faults] == [
        ("The cursed 7 were hurt.", "IndexError: string index out of range")
    ]


def test_a_fault_of_the_numbers_costs_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(text: str, vocabulary: Vocabulary, spans: list[Span]) -> Reading:
        if any("cursed" in text[span.start : span.stop] for span in spans):
            raise ZeroDivisionError
        return read_quantities(text, vocabulary, spans)

    monkeypatch.setattr(figures, "read_quantities", failing)
    found = extraction(ARTICLE)
    assert [figure.text for figure in found.figures] == ["At least 14", "3", "Nine"]
    assert [(ARTICLE[f.span.start : f.span.stop], f.error) for f in found.faults] == [
        ("The cursed 7 were hurt.", "ZeroDivisionError")
    ]


@pytest.mark.parametrize(
    "format_", ["table", "json", "jsonl", "csv", "markdown", "wikitable", "html", "sarif", "github"]
)
def test_the_line_is_told_and_the_rest_goes_on(format_: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(views: Views, quantity: Quantity) -> SentenceView | None:
        view = real(views, quantity)
        if view is not None and "cursed" in view.text:
            raise KeyError("x")
        return view

    real = Views.of
    monkeypatch.setattr(Views, "of", failing)
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ARTICLE)
    Path("b.txt").write_text(ARTICLE.replace("14", "15"))
    result = CliRunner().invoke(main, ["scan", "a.txt", "b.txt", "--format", format_, "--all"])
    why = "this sentence could not be read (KeyError: 'x'); please report it"
    assert result.stderr.splitlines()[:2] == [f"factcheck: a.txt:4: {why}", f"factcheck: b.txt:4: {why}"]
    assert result.exit_code == 3
    assert "14" in result.stdout or format_ in ("sarif", "github")
