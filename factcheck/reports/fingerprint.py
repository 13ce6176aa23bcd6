"""Fingerprints: the same conflict keeps its name from scan to scan, as code scanning wants."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
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


def lasting(conflicts: Sequence[Conflict]) -> tuple[str, ...]:
    """A short name for each conflict, for links: made of its question's kind and the pair that disagrees.

    It holds when documents join or lines move, as long as that pair says what it said; no two are the same.
    """
    known: Counter[str] = Counter()
    names = []
    for conflict in conflicts:
        name = _lasting(conflict)
        known[name] += 1
        names.append(name if known[name] == 1 else f"{name}-{known[name]}")
    return tuple(names)


def _lasting(conflict: Conflict) -> str:
    claims = conflict.group.claims
    decided = (each for each in conflict.comparisons if each.relation == conflict.relation)
    pair = next(decided, None)
    sides = (pair.a, pair.b) if pair else (claims[0],)
    subject = conflict.group.type or list(claims[0].block)
    text = json.dumps([subject, sorted({_reading(claim.figure) for claim in sides})], ensure_ascii=True)
    return "c" + hashlib.sha256(text.encode()).hexdigest()[:10]


def _reading(figure: Figure) -> tuple[str, str, str]:
    hard = figure.quantity.hard
    unit = figure.quantity.unit.name if figure.quantity.unit else figure.quantity.kind
    return PurePath(figure.document.path.replace("\\", "/")).name, f"{_exact(hard.low)}..{_exact(hard.high)}", unit


def _exact(value: object) -> str:
    """A decimal however it was written: 1.0 and 1 are one value."""
    from decimal import Decimal

    return f"{value.normalize():e}" if isinstance(value, Decimal) else ""
