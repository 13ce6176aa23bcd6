"""The JSON Schema of the JSON report. The words a field may hold are those of the types behind it."""

from __future__ import annotations

from typing import Any, get_args

from factcheck.comparing import Relation
from factcheck.context.registry import TOLD, Part
from factcheck.decisions import Verdict
from factcheck.documents import Location, Provenance
from factcheck.quantities import Change, Hedge, Kind
from factcheck.reports.causes import Cause

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_BOOLEAN: Schema = {"type": "boolean"}
_DATE: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_DECIMAL: Schema = {"type": "string", "pattern": r"^-?\d+(\.\d+)?(E\+?\d+)?$"}


def _or_null(schema: Schema, description: str | None = None) -> Schema:
    either: Schema = {"anyOf": [schema, {"type": "null"}]}
    return {**either, "description": description} if description else either


def _id(letter: str) -> Schema:
    return {"type": "string", "pattern": rf"^{letter}[1-9]\d*$"}


def _words(literal: Any) -> Schema:
    return {"enum": list(get_args(literal))}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _object(properties: Schema, *optional: str, description: str | None = None) -> Schema:
    """An object that has all of ``properties`` but those named optional, and may have more: fields may be added."""
    found: Schema = {
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key not in optional],
    }
    return {**found, "description": description} if description else found


def _bounds(prefix: str = "") -> Schema:
    return {
        f"{prefix}low": _or_null(_DECIMAL, "null: unbounded below"),
        f"{prefix}high": _or_null(_DECIMAL, "null: unbounded above"),
    }


def _document() -> Schema:
    return _object(
        {
            "id": _id("d"),
            "path": _TEXT,
            "outlet": _or_null(_TEXT),
            "title": _or_null(_TEXT),
            "published": _or_null(_DATE),
            "published_from": _or_null(_words(Provenance), "how the day is known"),
            "modified": _or_null(_DATE, "of the last change that the source tells"),
            "outlet_from": _or_null(_words(Provenance), "how the outlet is known"),
            "location": {**_words(Location), "description": 'in whose terms a figure\'s "where" is told'},
            "url": _or_null(_TEXT),
            "copies": {
                **_list(_object({"path": _TEXT, "why": {"enum": ["text", "address"]}})),
                "description": "files that hold this document too; it counts once",
            },
            "copy_of": _or_null(_id("d"), "the document of which it is a copy, which counts nowhere"),
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "characters": _COUNT,
            "text": {**_TEXT, "description": "with --with-text"},
        },
        "text",
    )


def _part(part: Part) -> Schema:
    """A part of the context: one of its words, two days, or a text."""
    value: Schema = _TEXT
    if part.words:
        value = {"enum": list(part.words)}
    elif part.days:
        value = {**_list(_DATE), "minItems": 2, "maxItems": 2}
    return value if part.always else _or_null(value, part.about or None)


def _figure() -> Schema:
    return _object(
        {
            "id": _id("f"),
            "document": _id("d"),
            "copy_of": _or_null(_id("f"), "the figure it repeats, where its document is a copy"),
            "line": {"type": "integer", "minimum": 1},
            "where": {
                **_TEXT,
                "description": "its place in a reader's terms: line 12, page 3, 0:01:20, row 5, entry 2",
            },
            "section": _or_null(_TEXT, "the heading it stands below"),
            "start": {**_COUNT, "description": "Unicode code points of the document's text"},
            "stop": _COUNT,
            "text": {**_TEXT, "description": "hedge, number and magnitude or symbol, as written"},
            "number_start": _COUNT,
            "number_stop": _COUNT,
            "number": {**_TEXT, "description": "the numeral alone"},
            **_bounds(),
            **_bounds("typical_"),
            "hedge": _or_null(_words(Hedge)),
            "kind": _words(Kind),
            "unit": _or_null(_TEXT, "canonical, singular; for a count, the head of what is counted"),
            "change": _or_null(_words(Change), "the text says it rose or fell to or by this"),
            **{part.field: _part(part) for part in TOLD},
            "whole": _or_null(_id("f"), "the figure this one is a part of"),
            "claim": _or_null(_TEXT, "the kind of claim, null where no rule names it"),
            "rule": _or_null(_TEXT, "path:line of the rule"),
            "sentence": _TEXT,
            "sentence_start": _COUNT,
        }
    )


def _group() -> Schema:
    return _object(
        {
            "id": _id("g"),
            "claim": _or_null(_TEXT),
            "question": _TEXT,
            "figures": {**_list(_id("f")), "minItems": 2},
            "documents": _COUNT,
            "outlets": _COUNT,
            "origins": {**_COUNT, "description": "independent ones: copies and shared speakers count once"},
            "relation": {**_words(Relation), "description": "the most serious of its pairs"},
            "priority": {
                "type": "number",
                "minimum": 0,
                "maximum": 1,
                "description": "the probability that a reader wants it",
            },
            **_bounds(),
            "story": {**_id("s"), "description": "the story it belongs to"},
            "likely": {**_BOOLEAN, "description": "false: a flag that is but a maybe, told after the others"},
            "pairs": {**_list(_pair()), "description": "only pairs that do not agree"},
            "decision": _or_null(_decision()),
            "notes": _list(_note()),
        }
    )


def _pair() -> Schema:
    return _object(
        {
            "a": _id("f"),
            "b": _id("f"),
            "relation": _words(Relation),
            "unusual": {**_BOOLEAN, "description": "compatible by what the words commit to, not by what is expected"},
            "reason": _TEXT,
            "hint": _or_null(_TEXT),
            "cause": _or_null(_words(Cause), "why the two probably differ; null where there is nothing to look at"),
            "settle": _or_null(_TEXT, "what would settle it"),
        }
    )


def _story() -> Schema:
    return _object(
        {
            "id": _id("s"),
            "name": _TEXT,
            "days": _or_null({**_list(_DATE), "minItems": 2, "maxItems": 2}, "first and last day"),
            "documents": {**_list(_id("d")), "minItems": 1, "description": "every document stands in one story"},
        }
    )


def _decision() -> Schema:
    return _object(
        {
            "decision": _words(Verdict),
            "by": _TEXT,
            "at": {"type": "string", "format": "date-time"},
            "note": _TEXT,
            "stale": {**_BOOLEAN, "description": "the texts have changed since; it is open again"},
        },
        description="what a person decided",
    )


def _note() -> Schema:
    return _object(
        {"by": _TEXT, "at": {"type": "string", "format": "date-time"}, "text": _TEXT},
        description="what a person wrote down beside it; it decides nothing",
    )


def _seen() -> Schema:
    return _object({"document": _id("d"), "start": _COUNT, "stop": _COUNT, "text": _TEXT, "why": _TEXT})


def json_schema() -> Schema:
    """The schema of the object that ``factcheck scan --format json`` prints."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factcheck scan",
        **_object(
            {
                "schema": {"const": 1},
                "factcheck": {**_TEXT, "description": "the version that made it"},
                "rules": {**_TEXT, "description": "hash of the rule set"},
                "documents": _list(_document()),
                "figures": _list(_figure()),
                "groups": {**_list(_group()), "description": "in the reader's order, worst first"},
                "stories": {**_list(_story()), "description": "in the order of their first group"},
                "confirmed": {
                    **_list(_id("g")),
                    "description": "groups of which a person said that they are conflicts: they stand",
                },
                "seen": {**_list(_seen()), "description": "with --seen: what holds digits and is no figure"},
                "unread": _list(_object({"path": _TEXT, "line": {"type": "integer"}, "why": _TEXT}, "line")),
            },
            "seen",
        ),
    }
