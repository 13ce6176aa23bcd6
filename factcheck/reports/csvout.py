"""The csv report: one row a figure, those to look at first, harmless when a spreadsheet opens it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.comparing import FLAGGED, SERIOUSNESS, Comparison, Conflict
from factcheck.context.registry import TOLD, Context, Part, told
from factcheck.decisions.model import Standing
from factcheck.figures import Figure
from factcheck.reports import Options, describe
from factcheck.reports.causes import cause, settle
from factcheck.reports.text import one_line
from factcheck.scan import Scan

Row = Mapping[str, str]


def _columns(part: Part) -> tuple[str, ...]:
    """The columns of a part of the context: two where it is told as days."""
    return (f"{part.field}_start", f"{part.field}_stop") if part.days else (part.field,)


COLUMNS = (
    "group", "relation", "likely", "question", "claim", "figure", "text", "number", "low", "high", "hedge", "kind",
    "unit", *(column for part in TOLD for column in _columns(part)), "outlet", "title", "published",
    "document", "line", "where", "sentence", "reason", "cause", "settle",
    "decision", "section",
)  # fmt: skip

# What makes a spreadsheet take a cell for a formula, also in its full-width forms; tabs and line ends are gone already.
_FORMULA = tuple("=+-@＝＋－＠")


def render(scan: Scan, options: Options) -> str:
    """Rows in the reader's order, then the figures that stand alone; ``bom`` puts a byte-order mark before them."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: harmless(cell) for name, cell in row.items()} for row in rows(scan))
    return ("\ufeff" if options.bom else "") + text.getvalue()


def harmless(cell: str) -> str:
    """A cell on one line that no spreadsheet runs: one that begins like a formula, and is no number, gets a ``'``."""
    line = one_line(cell)
    if line.startswith(_FORMULA) and not _is_number(line):
        return "'" + line
    return line


def _is_number(text: str) -> bool:
    return text.isascii() and text[1:].replace(".", "", 1).isdigit()


def rows(scan: Scan) -> Iterator[Row]:
    """Every figure as a row; one in several groups stands in each."""
    grouped: set[str] = set()
    standings = describe.standings(scan)
    for section, conflicts in describe.sections(scan).items():
        for conflict, claim in ((each, claim) for each in conflicts for claim in each.group.claims):
            grouped.add(claim.figure.id)
            verdict = _verdict(conflict, claim, standings.get(conflict.group.id))
            yield _figure(claim.figure, claim) | verdict | {"section": section}
    claims = {claim.figure.id: claim for claim in scan.claims}
    for figure in scan.figures:
        if figure.id not in grouped:
            yield _figure(figure, claims.get(figure.id))


def _verdict(conflict: Conflict, claim: Claim, standing: Standing | None) -> dict[str, str]:
    comparison = worst(conflict, claim)
    return {
        "group": conflict.group.id,
        "relation": conflict.relation,
        "likely": "yes" if conflict.likely else "no",
        "question": conflict.group.question,
        "reason": comparison.reason if comparison else "",
        "cause": cause(comparison) if comparison and comparison.relation in FLAGGED else "",
        "settle": settle(comparison) if comparison and comparison.relation in FLAGGED else "",
        "decision": describe.standing(standing),
    }


def worst(conflict: Conflict, claim: Claim) -> Comparison | None:
    """The most serious comparison that a claim has a part in."""
    own = [c for c in conflict.comparisons if claim in (c.a, c.b)]
    return min(own, key=lambda comparison: SERIOUSNESS.index(comparison.relation), default=None)


def _figure(figure: Figure, claim: Claim | None) -> dict[str, str]:
    quantity, document = figure.quantity, figure.document
    return {
        "question": claim.question if claim else "",
        "claim": (claim.type or "") if claim else "",
        "figure": figure.id,
        "text": figure.text,
        "number": figure.number,
        "low": _decimal(quantity.hard.low),
        "high": _decimal(quantity.hard.high),
        "hedge": quantity.hedge or "",
        "kind": quantity.kind,
        "unit": quantity.unit.name if quantity.unit else "",
        **_parts(figure.context),
        "outlet": document.outlet or "",
        "title": document.title or "",
        "published": document.published.isoformat() if document.published else "",
        "document": document.path,
        "line": str(figure.line),
        "where": figure.where,
        "sentence": figure.sentence_text,
    }


def _parts(context: Context) -> dict[str, str]:
    """What the number is about, a cell or two for each part; the silent ones left out."""
    found: dict[str, str] = {}
    for part, value in zip(TOLD, told(context).values(), strict=True):
        cells = [day.isoformat() for day in value] if isinstance(value, tuple) else [value or ""]
        found.update(zip(_columns(part), cells, strict=False))
    return found


def _decimal(value: Decimal | None) -> str:
    """Plain digits, nothing for an end that is open to infinity."""
    if value is None:
        return ""
    if not value.is_finite() or abs(value.adjusted()) > 60:
        return str(value)
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
