"""JSON Schema of rules files, made from the dataclasses, for editors (taplo's ``#:schema`` and the like)."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from factcheck.ruleset.model import ClaimType
from factcheck.vocabulary.binding import keys

_PLAIN: Mapping[Any, Mapping[str, str]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "number"},
}


def rules_schema() -> dict[str, Any]:
    """The schema of one rules file."""
    words = {"type": "array", "items": {"type": "string"}}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "factcheck rules",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "about": {"type": "string", "description": "what this file is about"},
            "words": {"type": "object", "description": "lists of words, written @name", "additionalProperties": words},
            "claim": {"$ref": "#/definitions/claims"},
        },
        "definitions": {
            "claims": {
                "type": "object",
                "description": "claims by dotted name: [claim.casualties.killed]",
                "additionalProperties": {"anyOf": [{"$ref": "#/definitions/claim"}, {"$ref": "#/definitions/claims"}]},
            },
            "claim": {**_table(ClaimType), "required": [], "minProperties": 1},
        },
    }


def _table(shape: type[Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    required = []
    for name, (field, hint) in keys(shape).items():
        properties[name] = _typed(hint)
        has_default = field.default is not dataclasses.MISSING
        if not has_default:
            required.append(name)
        elif isinstance(field.default, (bool, int, str)):
            properties[name]["default"] = field.default
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _typed(hint: Any) -> dict[str, Any]:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return {**_typed(args[0]), "description": args[1]}
    if origin in (types.UnionType, typing.Union):
        options = [_typed(option) for option in args if option is not type(None)]
        return options[0] if len(options) == 1 else {"anyOf": options}
    if origin is tuple:
        return {"type": "array", "items": _typed(args[0])}
    if origin is typing.Literal:
        return {"enum": list(args)}
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _table(hint)
    return dict(_PLAIN[hint])
