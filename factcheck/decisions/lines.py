"""A decision as one line of JSON, and back; a line nobody can read raises ValueError with the reason."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, cast, get_args

from factcheck.decisions.model import BASELINE_NOTE, Anchor, Decision, DecisionKind, Source

SCHEMA = 1
_ALWAYS = frozenset({"schema", "id", "at", "by", "decision"})
_DOOMSDAY = 9000
KINDS: frozenset[str] = frozenset(get_args(DecisionKind))


def to_line(decision: Decision) -> str:
    """The decision as one line, without the line end; keys in a fixed order so that git shows clean differences."""
    sources = tuple(dict.fromkeys(anchor.source for anchor in decision.anchors))
    record: dict[str, Any] = {
        "schema": SCHEMA,
        "id": decision.id,
        "at": stamp(decision.at),
        "by": decision.by,
        "decision": decision.kind,
        "note": decision.note,
        "of": decision.of,
        "rules": decision.rules,
        "claim": decision.claim,
        "question": decision.question,
        "relation": decision.relation,
        "apart": list(decision.apart),
        "sources": [_source_record(source) for source in sources],
        "figures": [_anchor_record(anchor, sources) for anchor in decision.anchors],
    }
    kept = {key: value for key, value in record.items() if key in _ALWAYS or value not in (None, "", [])}
    return json.dumps(kept, ensure_ascii=False, separators=(", ", ": "))


def from_line(line: str) -> Decision:
    """The decision of one line; ValueError says what is wrong with it."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("not a line of JSON") from None
    if not isinstance(record, dict):
        raise ValueError("not a JSON object")
    schema = record.get("schema")
    if schema != SCHEMA:
        raise ValueError(f"written in schema {schema!r}, this factcheck reads schema {SCHEMA}")
    try:
        return _decision(record)
    except (KeyError, IndexError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"incomplete or malformed ({type(error).__name__}: {error})") from None


def identify(decision: Decision) -> str:
    """The id: a hash of all the rest, so that the same decision, written twice, counts once."""
    line = to_line(decision)
    return hashlib.sha256(line.encode("utf-8", "backslashreplace")).hexdigest()[:12]


def stamp(at: dt.datetime) -> str:
    """A time as UTC, to the microsecond."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _source_record(source: Source) -> dict[str, str]:
    record = {"path": source.path, "sha256": source.sha256, "outlet": source.outlet, "title": source.title}
    return {key: value for key, value in record.items() if value is not None}


def _anchor_record(anchor: Anchor, sources: Sequence[Source]) -> dict[str, Any]:
    record: dict[str, Any] = {
        "source": sources.index(anchor.source),
        "prefix": anchor.prefix,
        "exact": anchor.exact,
        "suffix": anchor.suffix,
        "low": anchor.low,
        "high": anchor.high,
        "kind": anchor.kind,
        "unit": anchor.unit,
        "when": [day.isoformat() for day in anchor.when] if anchor.when else None,
        "place": anchor.place,
        "repeat": anchor.repeat,
        "sentence": anchor.sentence or None,
        "published": anchor.published.isoformat() if anchor.published else None,
    }
    return {key: value for key, value in record.items() if value is not None}


def _decision(record: Mapping[str, Any]) -> Decision:
    if record["decision"] not in KINDS:
        raise ValueError(f"unknown decision {record['decision']!r}")
    at = dt.datetime.fromisoformat(_text(record, "at"))
    if at.tzinfo is None:
        raise ValueError("its time has no zone")
    if at.year >= _DOOMSDAY:
        raise ValueError("its time is out of range")  # nothing could be later, so nothing could be decided any more
    sources = [_source(each) for each in record.get("sources", [])]
    anchors = tuple(_anchor(each, sources) for each in record.get("figures", []))
    apart = tuple(int(index) for index in record.get("apart", []))
    if any(not 0 <= index < len(anchors) for index in apart):
        raise ValueError("it splits or joins a figure that it does not hold")
    return Decision(
        id=_text(record, "id"),
        at=at.astimezone(dt.UTC),
        by=_text(record, "by"),
        kind=_kind(record),
        note=_text(record, "note", ""),
        rules=_text(record, "rules", ""),
        claim=_maybe(record, "claim"),
        question=_text(record, "question", ""),
        relation=_text(record, "relation", ""),
        anchors=anchors,
        apart=apart,
        of=_maybe(record, "of"),
    )


def _kind(record: Mapping[str, Any]) -> DecisionKind:
    """The kind; a baseline of old was written as a note, and would be one now."""
    if record["decision"] == "noted" and record.get("note") == BASELINE_NOTE:
        return "dismissed"
    return cast("DecisionKind", record["decision"])


def _source(record: Mapping[str, Any]) -> Source:
    return Source(_text(record, "path"), _text(record, "sha256", ""), _maybe(record, "outlet"), _maybe(record, "title"))


def _anchor(record: Mapping[str, Any], sources: Sequence[Source]) -> Anchor:
    when, repeat, published = record.get("when"), record.get("repeat"), record.get("published")
    return Anchor(
        source=sources[record["source"]],
        prefix=_text(record, "prefix", ""),
        exact=_text(record, "exact"),
        suffix=_text(record, "suffix", ""),
        low=_maybe(record, "low"),
        high=_maybe(record, "high"),
        kind=_text(record, "kind", "count"),
        unit=_maybe(record, "unit"),
        when=(dt.date.fromisoformat(when[0]), dt.date.fromisoformat(when[1])) if when else None,
        place=_maybe(record, "place"),
        repeat=(int(repeat[0]), int(repeat[1])) if repeat else None,
        sentence=_text(record, "sentence", ""),
        published=dt.date.fromisoformat(published) if published else None,
    )


def _text(record: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = record[key] if default is None else record.get(key, default)
    if not isinstance(value, str):
        raise TypeError(f"{key} is not text")
    return value


def _maybe(record: Mapping[str, Any], key: str) -> str | None:
    return None if record.get(key) is None else _text(record, key)
