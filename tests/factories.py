"""Things for tests: sentences with one number marked in brackets, read as the pipeline reads them."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from factcheck.context.view import SentenceView, Views
from factcheck.documents import SILENT, document_from_text
from factcheck.figures import Extraction, Figure, extract_figures
from factcheck.quantities import Quantity, read_quantities
from factcheck.vocabulary import default_vocabulary

CORPORA = Path(__file__).parent / "corpora" / "context"


def corpus(name: str) -> list[tuple[str, str, str]]:
    """The rows ``(kind, marked text, expected)`` of ``corpora/context/<name>.toml``."""
    data: dict[str, Any] = tomllib.loads((CORPORA / f"{name}.toml").read_text(encoding="utf-8"))
    return [(kind, text, expected) for kind, rows in data.items() for text, expected in rows]


def misread(name: str, read: Callable[[str], str]) -> list[str]:
    """The rows of a corpus that ``read`` tells otherwise than expected, a line each."""
    told = [(text, expected, read(text)) for _, text, expected in corpus(name)]
    return [f"{text}: {said}, not {expected}" for text, expected, said in told if said != expected]


def floor(name: str, share: float, read: Callable[[str], str]) -> None:
    """At least this share of a corpus is read as its rows say; the rest is debatable, or read wrong and listed."""
    wrong = misread(name, read)
    assert len(wrong) <= (1 - share) * len(corpus(name)), "\n".join(wrong)


def unmarked(text: str) -> tuple[str, int]:
    """A text without the brackets around its number, and where the number starts."""
    at = text.index("[")
    return text[:at] + text[at + 1 :].replace("]", "", 1), at


def marked(text: str) -> tuple[SentenceView, Quantity]:
    """The sentence and the quantity of the number in brackets: ``"killed at least [five] people"``."""
    clean, at = unmarked(text)
    vocabulary = default_vocabulary()
    document = document_from_text(clean, "-")
    spans = [block.span for block in document.blocks if block.kind not in SILENT]
    quantities = read_quantities(document.text, vocabulary, spans).quantities
    quantity = next((q for q in quantities if q.span.start <= at < q.span.stop), None)
    assert quantity is not None, f"no number read at {clean[at : at + 12]!r} of {clean!r}"
    view = Views(document, vocabulary, quantities).of(quantity)
    assert view is not None
    return view, quantity


def extract(text: str, published: dt.date | None = None) -> Extraction:
    """All figures of a text."""
    return extract_figures(document_from_text(text, "-", published), default_vocabulary())


def figure(text: str, published: dt.date | None = None) -> Figure:
    """The figure of the number in brackets."""
    clean, at = unmarked(text)
    found = [f for f in extract(clean, published).figures if f.quantity.span.start <= at < f.quantity.span.stop]
    assert found, f"no figure at {clean[at : at + 12]!r} of {clean!r}"
    return found[0]
