"""Cases of the context corpora: a text with one figure picked out, read as the pipeline reads it."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

from factcheck.context.view import SentenceView, Views
from factcheck.documents import SILENT, document_from_text
from factcheck.quantities import Quantity, read_quantities
from factcheck.vocabulary import default_vocabulary

_CORPORA = Path(__file__).parent / "corpora" / "context"


def load_cases(name: str) -> list[dict[str, Any]]:
    """The cases of ``corpora/context/<name>.toml``, each with the heading it stands under."""
    data = tomllib.loads((_CORPORA / f"{name}.toml").read_text(encoding="utf-8"))
    return [{"kind": kind, **case} for kind, cases in data.items() for case in cases]


def case_id(case: dict[str, Any]) -> str:
    return f"{case['kind']}: {case['text'][:50]}"


def pick(
    text: str, number: str, published: dt.date | None = None, nth: int = 0, path: str = "-"
) -> tuple[SentenceView, Quantity]:
    """The sentence and the quantity whose numeral is written ``number`` (the ``nth`` of that name)."""
    vocabulary = default_vocabulary()
    document = document_from_text(text, path, published, vocabulary=vocabulary)
    spans = [block.span for block in document.blocks if block.kind not in SILENT]
    reading = read_quantities(document.text, vocabulary, spans)
    quantities = reading.quantities
    found = [q for q in quantities if q.number.of(document.text) == number]
    assert len(found) > nth, f"no {number!r} among {[q.number.of(document.text) for q in quantities]}"
    view = Views(document, vocabulary, quantities, reading.seen).of(found[nth])
    assert view is not None
    return view, found[nth]
