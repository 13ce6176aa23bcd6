"""A person's decisions on conflicts: an append-only log, anchored to the text.

``load`` the log, `apply_corrections` before comparing, `review` after it; a `Recorder` writes new decisions.
"""

from factcheck.decisions.corrections import Corrected, apply_corrections
from factcheck.decisions.files import DecisionsError
from factcheck.decisions.log import DEFAULT_NAME, Log, Problem, load, remove
from factcheck.decisions.model import (
    CORRECTIONS,
    Anchor,
    Decision,
    DecisionKind,
    Review,
    Standing,
    Unmatched,
    Verdict,
    needs_decision,
)
from factcheck.decisions.record import Recorder, whoami
from factcheck.decisions.standing import numbers, reader_order, review

__all__ = [
    "CORRECTIONS",
    "DEFAULT_NAME",
    "Anchor",
    "Corrected",
    "Decision",
    "DecisionKind",
    "DecisionsError",
    "Log",
    "Problem",
    "Recorder",
    "Review",
    "Standing",
    "Unmatched",
    "Verdict",
    "apply_corrections",
    "load",
    "needs_decision",
    "numbers",
    "reader_order",
    "remove",
    "review",
    "whoami",
]
