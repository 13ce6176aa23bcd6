"""The jsonl report: the JSON contract, one record a line, for streams and logs."""

from __future__ import annotations

import json
from typing import Any

from factcheck.reports import Options
from factcheck.reports.jsonout import as_object
from factcheck.reports.text import safe_json
from factcheck.scan import Scan

# What a record is, by the key under which the JSON report lists it.
_RECORDS = {
    "documents": "document",
    "figures": "figure",
    "groups": "group",
    "stories": "story",
    "seen": "seen",
    "unread": "unread",
}


def render(scan: Scan, options: Options) -> str:
    """A line for the scan, then one for each document, figure, group and so on; ``record`` tells which."""
    found = as_object(scan, options)
    scanned = {"record": "scan"} | {key: value for key, value in found.items() if key not in _RECORDS}
    lines: list[dict[str, Any]] = [scanned]
    for key, name in _RECORDS.items():
        lines.extend({"record": name} | record for record in found.get(key, ()))
    return "".join(safe_json(json.dumps(line, ensure_ascii=False, allow_nan=False)) + "\n" for line in lines)
