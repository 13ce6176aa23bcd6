"""Findings for other programs: a list of objects with the fields of `Finding`, quotes in three pieces."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from typing import Any

from factcheck.reports.findings.model import Finding
from factcheck.reports.text import safe_json


def render(found: Sequence[Finding]) -> str:
    """``[{"id", "question", "claim", "relation", "reason", "readings": [{"words", …, "passages": […]}], …}]``."""
    return safe_json(json.dumps([_object(finding) for finding in found], ensure_ascii=False, indent=1)) + "\n"


def _object(finding: Finding) -> dict[str, Any]:
    made = dataclasses.asdict(finding)
    for reading, given in zip(made["readings"], finding.readings, strict=True):
        for passage, known in zip(reading["passages"], given.passages, strict=True):
            passage["quote"] = known.quote._asdict()
    return made
