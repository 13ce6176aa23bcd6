"""Sidecars: ``NAME.meta.toml`` or ``NAME.meta.json`` beside a file tells what the file does not."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from factcheck.documents.entries import Source
from factcheck.documents.headers import FIELDS, field_of, from_fields
from factcheck.documents.layout_words import HeaderKeys, layout_matchers
from factcheck.documents.metadata import Known
from factcheck.vocabulary.problems import suggestion

ENDS = (".meta.toml", ".meta.json")


def sidecar_knowledge(source: Source) -> tuple[Known | None, str | None]:
    """What the sidecar of a file tells, if it has one, and what is wrong with it, if anything is."""
    name = PurePath(source.path).name
    for stem in dict.fromkeys((name, PurePath(name).stem)):
        for end in ENDS:
            data = source.sibling(stem + end)
            if data is not None:
                return _read(data, stem + end, source)
    return None, None


def _read(data: bytes, name: str, source: Source) -> tuple[Known | None, str | None]:
    try:
        table = _table(data, name)
    except ValueError as error:
        return None, f"{name} is not used: {error}"
    keys = layout_matchers(source.vocabulary).words.header
    fields, strangers = _fields(table, keys)
    trouble = None
    if strangers:
        trouble = f'{name}: unknown key "{strangers[0]}"; {suggestion(strangers[0], FIELDS)}'
    return from_fields("sidecar", fields, source.options.time_zone), trouble


def _table(data: bytes, name: str) -> Mapping[str, Any]:
    text = data.decode("utf-8-sig")
    if name.endswith(".toml"):
        import tomli

        return tomli.loads(text)
    table = json.loads(text)
    if not isinstance(table, dict):
        raise ValueError("it holds no object of keys and values")
    return table


def _fields(table: Mapping[str, Any], keys: HeaderKeys) -> tuple[dict[str, str], list[str]]:
    """The values by our names, and the keys that mean nothing to us."""
    fields: dict[str, str] = {}
    strangers = []
    for key, value in table.items():
        name = field_of(key, keys)
        if name is None:
            strangers.append(key)
        elif isinstance(value, (dt.date, str, int, float)):
            fields.setdefault(name, value.isoformat() if isinstance(value, dt.date) else str(value))
    return fields, [key for key in strangers if key.lower() not in keys.also]
