"""The pipeline: paths and a rule set to a `Scan`."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.claims import Claim
from factcheck.comparing import Conflict
from factcheck.documents import Document, Unread
from factcheck.figures import Figure
from factcheck.quantities import Seen


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything a scan found. ``conflicts`` holds every group of two figures or more, in the reader's order."""

    documents: tuple[Document, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    seen: tuple[tuple[Document, Seen], ...]
    unread: tuple[Unread, ...]
    rules_hash: str
    statistics: dict[str, int] = field(default_factory=dict)
