"""Fingerprints: the same conflict keeps its name from scan to scan, as code scanning wants."""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePath

from factcheck.comparing import Conflict
from factcheck.figures import Figure


def fingerprint(conflict: Conflict) -> str:
    """A name for a conflict made of its claim and its readings, each with its file.

    It holds when lines move, when the text around changes and when files move together to another folder; it changes
    when a number changes or a source joins, because then there is something new to look at.
    """
    claims = conflict.group.claims
    subject = conflict.group.type or list(claims[0].block)
    readings = sorted({_reading(claim.figure) for claim in claims})
    text = json.dumps([subject, readings], ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _reading(figure: Figure) -> tuple[str, str, str]:
    hard = figure.quantity.hard
    unit = figure.quantity.unit.name if figure.quantity.unit else figure.quantity.kind
    return PurePath(figure.document.path.replace("\\", "/")).name, f"{_exact(hard.low)}..{_exact(hard.high)}", unit


def _exact(value: object) -> str:
    """A decimal however it was written: 1.0 and 1 are one value."""
    from decimal import Decimal

    return f"{value.normalize():e}" if isinstance(value, Decimal) else ""
