"""The SARIF 2.1.0 report: conflicts as results of a static analysis, for code scanning and editors."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote as percent

from factcheck import _version
from factcheck.comparing import FLAGGED, SERIOUSNESS, Conflict, Relation
from factcheck.decisions.model import Standing, is_confirmed
from factcheck.documents import Document
from factcheck.figures import Figure
from factcheck.reports import Options, describe, stories
from factcheck.reports.causes import cause, settle
from factcheck.reports.fingerprint import fingerprint
from factcheck.reports.text import one_line, safe_json, visible
from factcheck.scan import Scan
from factcheck.spans import LineMap, Span
from factcheck.stories import Story

Object = dict[str, Any]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Mapping[Relation, str] = {"conflict": "error", "disputed": "warning", "check": "note"}
_RULES: Mapping[Relation, tuple[str, str]] = {
    "conflict": ("ConflictingFigures", "Two sources give numbers for the same question that cannot both be right."),
    "disputed": ("DisputedFigures", "Two speakers each give their own number for the same question."),
    "check": ("FiguresToCheck", "Two numbers differ and the text does not tell whether they mean the same thing."),
}
_ODD = "surrogatepass"  # a file name need not be text: its odd bytes are kept, as per cent signs
_BRACKET = re.compile(r"[\[\]\\]")
_FLAGGED = tuple(relation for relation in SERIOUSNESS if relation in FLAGGED)


def render(scan: Scan, options: Options) -> str:  # noqa: ARG001 - every report takes options
    """One run with a result for each group to look at; dismissed ones are there as suppressed."""
    standings = describe.standings(scan)
    told = {story.id: story for story in scan.stories}
    home = {group: told[story] for group, story in stories.story_ids(scan).items()}
    parts = describe.sections(scan)
    results = [
        _result(conflict, home[conflict.group.id], standings.get(conflict.group.id))
        for conflict in (*parts["open"], *parts["confirmed"], *parts["decided"])
    ]
    run: Object = {
        "tool": {"driver": _driver(scan)},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(document) for document in scan.documents],
        "invocations": [_invocation(scan)],
        "results": results,
    }
    found = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return safe_json(json.dumps(found, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def _driver(scan: Scan) -> Object:
    return {
        "name": "factcheck",
        "semanticVersion": _version.__version__,
        "properties": {"rules": scan.rules_hash},
        "rules": [
            {
                "id": relation,
                "name": _RULES[relation][0],
                "shortDescription": {"text": _RULES[relation][1]},
                "defaultConfiguration": {"level": _LEVELS[relation]},
            }
            for relation in _FLAGGED
        ],
    }


def _artifact(document: Document) -> Object:
    return {"location": {"uri": uri(document.file)}, "hashes": {"sha-256": document.sha256}}


def _invocation(scan: Scan) -> Object:
    notes = [
        {"level": "warning", "message": _message(f"{visible(unread.where)}: {one_line(unread.why)}")}
        for unread in scan.unread
    ]
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _result(conflict: Conflict, story: Story, standing: Standing | None) -> Object:
    figures = _in_order(conflict)
    result: Object = {
        "ruleId": conflict.relation,
        "ruleIndex": _FLAGGED.index(conflict.relation),
        "level": _LEVELS[conflict.relation],
        "message": _message(f"{one_line(conflict.group.question)} {describe.reason(conflict)}".strip()),
        "locations": [_location(figures[0])],
        "relatedLocations": [_location(figure, n) for n, figure in enumerate(figures)],
        "partialFingerprints": _fingerprints(conflict),
        "rank": round(conflict.priority * 100, 2),
        "properties": _properties(conflict, story),
    }
    if is_confirmed(conflict, standing):
        result["properties"] |= {"tags": ["confirmed"], "decision": describe.standing(standing)}
    if standing and standing.decided and standing.decision and standing.decision.kind != "confirmed":
        note = standing.decision.note or standing.decision.kind
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": one_line(note)}]
    return result


def _fingerprints(conflict: Conflict) -> Object:
    """The conflict's name, also under the only key by which GitHub knows a result again."""
    name = fingerprint(conflict)
    return {"factcheckConflict/v1": name, "primaryLocationLineHash": f"{name}:1"}


def _properties(conflict: Conflict, story: Story) -> Object:
    comparison = conflict.deciding
    found: Object = {
        "group": conflict.group.id,
        "claim": conflict.group.type,
        "range": describe.of_group(conflict.range, conflict),
        "outlets": conflict.outlets,
        "origins": conflict.origins,
        "story": {"id": story.id, "name": one_line(story.name)},
    }
    if comparison:
        found |= {"cause": cause(comparison), "settle": settle(comparison)}
    if comparison and comparison.hint:
        found["hint"] = one_line(comparison.hint)
    return found


def _in_order(conflict: Conflict) -> tuple[Figure, ...]:
    """The pair that decides the verdict first: that is what an editor jumps to."""
    deciding = conflict.deciding
    first = [deciding.a.figure, deciding.b.figure] if deciding else []
    chosen = {figure.id: figure for figure in (*first, *(claim.figure for claim in conflict.group.claims))}
    return tuple(chosen.values())


def _location(figure: Figure, id: int | None = None) -> Object:  # noqa: A002
    document = figure.document
    lines = document.lines
    found: Object = {} if id is None else {"id": id}
    place: Object = {"artifactLocation": {"uri": uri(document.file)}}
    if document.location == "line":  # lines of what was extracted are no lines of the file
        place["region"] = _region(figure.quantity.span, lines) | {"snippet": {"text": visible(figure.text)}}
        place["contextRegion"] = _region(figure.sentence, lines) | {"snippet": {"text": visible(figure.sentence_text)}}
    found["physicalLocation"] = place
    where = "" if document.location == "line" else f", {figure.where}"
    found["message"] = _message(f"{describe.source(figure)}{where}: {describe.words(figure)}")
    return found


def _message(text: str) -> Object:
    """A message in which nothing of other people's text is a link: brackets are escaped, addresses broken."""
    return {"text": _BRACKET.sub(r"\\\g<0>", text).replace("://", ": //")}


def _region(span: Span, lines: LineMap) -> Object:
    return {
        "startLine": lines.line(span.start),
        "startColumn": lines.column(span.start),
        "endLine": lines.line(span.stop),
        "endColumn": lines.column(span.stop),
    }


def uri(path: str) -> str:
    """A path as a relative reference, or as a file address where it is absolute."""
    if path.startswith("/"):
        return "file://" + percent(path, errors=_ODD)
    if PurePath(path).drive or path[1:3] in (":\\", ":/"):
        return "file:///" + percent(path.replace("\\", "/"), safe="/:", errors=_ODD)
    return percent(path, errors=_ODD)
