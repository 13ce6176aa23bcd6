"""A scan's figures and questions as plain rows, which pandas and polars take as they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from factcheck.claims import Claim
from factcheck.comparing.model import Conflict
from factcheck.context.registry import TOLD, Context, told
from factcheck.documents.called import outlet
from factcheck.figures import Figure

Value = str | int | float | bool | dt.date | None
Record = dict[str, Value]


def figure_records(figures: Sequence[Figure], claims: Sequence[Claim], conflicts: Iterable[Conflict]) -> list[Record]:
    """One row a figure, in document order. ``low`` and ``high`` are what its words commit to, None where unbounded."""
    asked = {claim.figure.id: claim for claim in claims}
    grouped = {claim.figure.id: conflict for conflict in conflicts for claim in conflict.group.claims}
    return [_figure(figure, asked.get(figure.id), grouped.get(figure.id)) for figure in figures]


def question_records(conflicts: Iterable[Conflict]) -> list[Record]:
    """One row for each question that two figures or more answer, in the reader's order."""
    return [_question(conflict) for conflict in conflicts]


def _figure(figure: Figure, claim: Claim | None, conflict: Conflict | None) -> Record:
    quantity, document = figure.quantity, figure.document
    return {
        "figure": figure.id,
        "document": document.path,
        "line": figure.line,
        "outlet": outlet(document),
        "published": document.published,
        "text": figure.text,
        "low": _number(quantity.hard.low),
        "high": _number(quantity.hard.high),
        "kind": quantity.kind,
        "unit": quantity.unit.name if quantity.unit else None,
        "hedge": quantity.hedge,
        **dict(_parts(figure.context)),
        "claim": claim.type if claim else None,
        "question": conflict.group.question if conflict else (claim.question if claim else None),
        "group": conflict.group.id if conflict else None,
        "relation": conflict.relation if conflict else None,
        "sentence": figure.sentence_text,
    }


def _parts(context: Context) -> Iterator[tuple[str, Value]]:
    """What the number is about, part by part; its days as ``from`` and ``to``."""
    for part, value in zip(TOLD, told(context).values(), strict=True):
        if part.days:
            yield from zip(("from", "to"), value if isinstance(value, tuple) else (None, None), strict=True)
        elif not isinstance(value, tuple):
            yield part.field, value


def _question(conflict: Conflict) -> Record:
    group = conflict.group
    return {
        "group": group.id,
        "relation": conflict.relation,
        "question": group.question,
        "claim": group.type,
        "low": _number(conflict.range.low),
        "high": _number(conflict.range.high),
        "figures": len(group.claims),
        "documents": len({claim.figure.document.id for claim in group.claims}),
        "outlets": conflict.outlets,
        "origins": conflict.origins,
        "priority": conflict.priority,
        "reason": next((each.reason for each in conflict.comparisons if each.relation == conflict.relation), None),
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
