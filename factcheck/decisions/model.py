"""What a person decided, and how it stands today."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from factcheck.comparing import FLAGGED, Conflict

DecisionKind = Literal["confirmed", "dismissed", "noted", "split", "joined", "retracted"]
Verdict = Literal["confirmed", "dismissed"]
State = Literal["undecided", "decided", "reopened", "asked"]
VERDICTS: frozenset[DecisionKind] = frozenset({"confirmed", "dismissed"})
BASELINE_NOTE = "baseline: accepted as it stood"
CORRECTIONS: frozenset[DecisionKind] = frozenset({"split", "joined"})


@dataclass(frozen=True, slots=True)
class Source:
    """How a document is known again. ``path`` is relative to the folder of the decisions file, with ``/``."""

    path: str
    sha256: str
    outlet: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A figure as it was when somebody decided: a W3C TextQuoteSelector in its source, and how it was read.

    ``low`` and ``high`` are the hard interval (``None``: unbounded); ``when`` and ``place`` the scope, where known.
    Where the same passage stands several times in the text, ``repeat`` is which of them (from 0), and how many.
    ``sentence`` is its sentence without it, ``published`` the day of its document; logs of old have neither.
    """

    source: Source
    prefix: str
    exact: str
    suffix: str
    low: str | None
    high: str | None
    kind: str
    unit: str | None = None
    when: tuple[dt.date, dt.date] | None = None
    place: str | None = None
    repeat: tuple[int, int] | None = None
    sentence: str = ""
    published: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log.

    ``rules`` is the hash of the rule set it was taken under. ``apart`` holds the indexes of the anchors that a split
    puts apart from the others, or that a join adds to them. ``of`` is the id of the decision that a retraction undoes.
    """

    id: str
    at: dt.datetime
    by: str
    kind: DecisionKind
    note: str = ""
    rules: str = ""
    claim: str | None = None
    question: str = ""
    relation: str = ""
    anchors: tuple[Anchor, ...] = ()
    apart: tuple[int, ...] = ()
    of: str | None = None

    @property
    def day(self) -> str:
        return self.at.date().isoformat()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a conflict stands: what a person decided on it (the latest), and why it is open again or asked about.

    ``reopened`` and ``asked`` are undecided; ``decision`` is then the earlier one that ``why`` speaks of. ``notes``
    decide nothing. ``remark`` tells that the same texts are read otherwise than when it was decided.
    """

    state: State = "undecided"
    decision: Decision | None = None
    why: str | None = None
    history: tuple[Decision, ...] = ()
    notes: tuple[Decision, ...] = ()
    remark: str | None = None

    @property
    def decided(self) -> bool:
        return self.state == "decided"


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A decision that today's texts have no place for, and why; kept until ``factcheck decisions prune``.

    ``missing`` are its files, as the log has them, where none of them is there.
    """

    decision: Decision
    why: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """The standings of a scan's conflicts, in their order, and the decisions that fit none of them."""

    standings: tuple[Standing, ...]
    stale: tuple[Unmatched, ...] = ()


def is_confirmed(conflict: Conflict, standing: Standing | None) -> bool:
    """Whether a person said that a flagged conflict is one: it stands until the articles change."""
    confirmed = standing is not None and standing.decided and standing.decision is not None
    return confirmed and conflict.relation in FLAGGED and standing.decision.kind == "confirmed"  # type: ignore[union-attr]


def needs_decision(conflict: Conflict, standing: Standing) -> bool:
    """Whether a person still has to look: flagged by the machine and not decided."""
    return conflict.relation in FLAGGED and not standing.decided
