"""The scan as one JSON object: the contract with other tools (`factcheck.reports.schema` is its JSON Schema)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from factcheck import _version
from factcheck.claims import Claim
from factcheck.comparing import Comparison, Conflict
from factcheck.comparing.model import FLAGS
from factcheck.context.registry import Told, told
from factcheck.documents import Document, Unread
from factcheck.figures import Figure
from factcheck.intervals import Interval
from factcheck.quantities import Quantity, Seen
from factcheck.reports import Options, describe, repeats, stories
from factcheck.reports.causes import cause, settle
from factcheck.reports.text import safe_json
from factcheck.scan import Scan
from factcheck.stories import Story

if TYPE_CHECKING:
    from factcheck.decisions import Decision, Standing

SCHEMA = 1

Object = dict[str, Any]


def render(scan: Scan, options: Options) -> str:
    """The object with one document, figure or group a line: small, and still easy to compare and to look through."""
    lines = []
    for key, value in as_object(scan, options).items():
        name = json.dumps(key)
        if isinstance(value, list) and value:
            items = ",\n  ".join(_dumps(item) for item in value)
            lines.append(f"{name}: [\n  {items}]")
        else:
            lines.append(f"{name}: {_dumps(value)}")
    return "{" + ",\n ".join(lines) + "}\n"


def _dumps(value: Any) -> str:
    return safe_json(json.dumps(value, ensure_ascii=False, allow_nan=False))


def as_object(scan: Scan, options: Options | None = None) -> Object:
    """The scan as plain dicts, lists, strings and numbers, in the order of the contract."""
    options = options or Options()
    found: Object = {
        "schema": SCHEMA,
        "factcheck": _version.__version__,
        "rules": scan.rules_hash,
        "documents": [
            *(document_object(document, with_text=options.with_text) for document in scan.documents),
            *(document_object(copy.document, copy.of, with_text=options.with_text) for copy in scan.copies),
        ],
        "figures": list(figure_objects(scan)),
        "groups": list(group_objects(scan)),
        "stories": [story_object(story) for story in scan.stories],
        "confirmed": [conflict.group.id for conflict in describe.confirmed(scan)],
    }
    if options.seen:
        found["seen"] = [_seen(document, seen) for document, seen in scan.seen]
    found["unread"] = [_unread(problem) for problem in scan.unread]
    return found


def document_object(document: Document, copy_of: str | None = None, *, with_text: bool = False) -> Object:
    found: Object = {
        "id": document.id,
        "path": document.path,
        "outlet": document.outlet,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "published_from": document.published_from,
        "modified": document.modified.isoformat() if document.modified else None,
        "outlet_from": document.outlet_from,
        "location": document.location,
        "url": document.url,
        "copies": [{"path": copy.path, "why": copy.why} for copy in document.copies],
        "copy_of": copy_of,
        "sha256": document.sha256,
        "characters": len(document.text),
    }
    if with_text:
        found["text"] = document.text
    return found


def figure_objects(scan: Scan) -> Iterable[Object]:
    """Each figure with the claim it makes, in document order; below them those of copies."""
    claims: Mapping[str, Claim] = {claim.figure.id: claim for claim in scan.claims}
    yield from (figure_object(figure, claims.get(figure.id)) for figure in scan.figures)
    yield from (figure_object(figure, claims.get(of or ""), of) for figure, of in repeats.originals(scan))


def figure_object(figure: Figure, claim: Claim | None, copy_of: str | None = None) -> Object:
    quantity = figure.quantity
    return {
        "id": figure.id,
        "document": figure.document.id,
        "copy_of": copy_of,
        "line": figure.line,
        "where": figure.where,
        "section": figure.document.section(quantity.span.start),
        "start": quantity.span.start,
        "stop": quantity.span.stop,
        "text": figure.text,
        "number_start": quantity.number.start,
        "number_stop": quantity.number.stop,
        "number": figure.number,
        **_bounds(quantity.hard),
        **{f"typical_{end}": value for end, value in _bounds(quantity.typical).items()},
        "hedge": quantity.hedge,
        "kind": quantity.kind,
        "unit": unit_name(figure),
        "change": None if quantity.change_part == "from" else quantity.change,  # it rose to or by this, not from it
        **{name: _told(value) for name, value in told(figure.context).items()},
        "whole": figure.whole,
        "claim": claim.type if claim else None,
        "rule": claim.rule.where if claim and claim.rule else None,
        "sentence": figure.sentence_text,
        "sentence_start": figure.sentence.start,
    }


def _told(value: Told) -> str | list[str] | None:
    return [day.isoformat() for day in value] if isinstance(value, tuple) else value


def unit_name(figure: Figure) -> str | None:
    """The canonical unit; for a plain count the head of what is counted, singular."""
    quantity: Quantity = figure.quantity
    if quantity.unit is not None:
        return quantity.unit.name
    counted = figure.context.counted
    return counted.head if counted and quantity.kind in ("count", "ordinal", "rate") else None


def group_objects(scan: Scan) -> Iterable[Object]:
    """Each group of two figures or more, in the reader's order."""
    standings = scan.standings or (None,) * len(scan.questions)
    home, repeated = stories.story_ids(scan), repeats.Repeats(scan)
    pairs = zip(scan.questions, standings, strict=True)
    return (group_object(conflict, home[conflict.group.id], repeated, standing) for conflict, standing in pairs)


def group_object(conflict: Conflict, story: str, repeated: repeats.Repeats, standing: Standing | None = None) -> Object:
    group = conflict.group
    return {
        "id": group.id,
        "claim": group.type,
        "question": group.question,
        "figures": repeated.with_copies([claim.figure.id for claim in group.claims]),
        "documents": len({claim.figure.document.id for claim in group.claims}),
        "outlets": conflict.outlets,
        "origins": conflict.origins,
        "relation": conflict.relation,
        "priority": round(conflict.priority, 4),
        **_bounds(conflict.range),
        "story": story,
        "likely": conflict.likely,
        "pairs": [pair for comparison in conflict.comparisons for pair in _pairs(comparison, repeated)],
        "decision": _decision(standing),
        "notes": [_note(note) for note in (standing.notes if standing else ())],
    }


def story_object(story: Story) -> Object:
    return {
        "id": story.id,
        "name": story.name,
        "days": [day.isoformat() for day in story.days] if story.days else None,
        "documents": list(story.documents),
    }


def _pairs(comparison: Comparison, repeated: repeats.Repeats) -> Iterator[Object]:
    told = comparison.relation in FLAGS
    said = {
        "relation": comparison.relation,
        "unusual": comparison.unusual,
        "reason": comparison.reason,
        "hint": comparison.hint,
        "cause": cause(comparison) if told else None,
        "settle": settle(comparison) if told else None,
    }
    for a, b in repeated.pairs(comparison.a.figure.id, comparison.b.figure.id):
        yield {"a": a, "b": b, **said}


def _note(note: Decision) -> Object:
    return {"by": note.by, "at": note.at.isoformat(), "text": note.note}


def _decision(standing: Standing | None) -> Object | None:
    if standing is None or standing.decision is None:
        return None
    decision = standing.decision
    return {
        "decision": decision.kind,
        "by": decision.by,
        "at": decision.at.isoformat(),
        "note": decision.note,
        "stale": not standing.decided,
    }


def _seen(document: Document, seen: Seen) -> Object:
    start, stop = seen.span
    return {"document": document.id, "start": start, "stop": stop, "text": document.text[start:stop], "why": seen.why}


def _unread(problem: Unread) -> Object:
    line = {} if problem.line is None else {"line": problem.line}
    return {"path": problem.path, **line, "why": problem.why}


def _bounds(interval: Interval) -> dict[str, str | None]:
    return {"low": _decimal(interval.low), "high": _decimal(interval.high)}


def _decimal(value: Decimal | None) -> str | None:
    """A value in plain digits, as short as it is exact: ``2500000``, ``0.75``."""
    if value is None:
        return None
    if not value.is_finite() or value.adjusted() > 60:
        return str(value)
    text = f"{value or Decimal(0):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
