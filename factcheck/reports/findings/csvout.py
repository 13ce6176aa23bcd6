"""Findings for spreadsheets: one row a passage; what tells the finding itself stands in each of its rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from factcheck.reports.csvout import harmless
from factcheck.reports.findings.model import Finding

COLUMNS = (
    "finding", "question", "verdict", "reason", "reading", "means", "speaker", "days", "outlet", "title", "published",
    "url", "document", "line", "quote", "confirmed_by", "confirmed_on", "notes", "decision",
)  # fmt: skip


def render(found: Sequence[Finding]) -> str:
    """A header and the rows, in the order of the findings, of their readings and of the documents."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for n, finding in enumerate(found, 1):
        writer.writerows({name: harmless(cell) for name, cell in row.items()} for row in _rows(n, finding))
    return text.getvalue()


def _rows(n: int, finding: Finding) -> Iterator[Mapping[str, str]]:
    for reading in finding.readings:
        for passage in reading.passages:
            yield {
                "finding": str(n),
                "question": finding.question,
                "verdict": finding.relation,
                "reason": finding.reason,
                "reading": reading.words,
                "means": reading.means,
                "speaker": passage.speaker or "",
                "days": reading.days,
                "outlet": passage.outlet,
                "title": passage.title or "",
                "published": passage.published or "",
                "url": passage.url or "",
                "document": passage.path,
                "line": str(passage.line),
                "quote": str(passage.quote),
                "confirmed_by": finding.confirmed_by,
                "confirmed_on": finding.confirmed_on,
                "notes": "; ".join(f"{note.by}, {note.day}: {note.text}" for note in finding.notes),
                "decision": finding.id,
            }
