"""Taking decisions: who, when, on what, in words that a later scan can find again."""

from __future__ import annotations

import datetime as dt
import getpass
import os
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.claims import Claim
from factcheck.comparing import Conflict
from factcheck.decisions.anchors import lasting_anchor
from factcheck.decisions.lines import identify
from factcheck.decisions.log import FAR_AHEAD, Log, add
from factcheck.decisions.model import BASELINE_NOTE, Decision, DecisionKind, Verdict

Clock = Callable[[], dt.datetime]


def utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def whoami(folder: Path | None = None) -> str:
    """The person at the keyboard: FACTCHECK_BY, else git's user.name, else the login name."""
    if by := os.environ.get("FACTCHECK_BY", "").strip():
        return by
    try:
        command = ["git", "config", "user.name"]
        answer = subprocess.run(command, capture_output=True, text=True, timeout=5, cwd=folder, check=False)
        if name := answer.stdout.strip():
            return name
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        pass  # no git here
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


@dataclass(frozen=True, slots=True)
class Recorder:
    """Writes a person's decisions to a log. Every method returns the log as it is afterwards, saved."""

    by: str
    rules: str = ""
    clock: Clock = utc_now

    def decide(self, log: Log, conflict: Conflict, verdict: Verdict, note: str = "") -> tuple[Log, Decision]:
        """Confirm or dismiss a conflict as it is today."""
        return self._add_one(log, self._on(conflict, verdict, note, log.base))

    def note(self, log: Log, conflict: Conflict, note: str) -> tuple[Log, Decision]:
        """Write something down beside a conflict; that decides nothing."""
        return self._add_one(log, self._on(conflict, "noted", note, log.base))

    def split(self, log: Log, conflict: Conflict, apart: Sequence[Claim], note: str = "") -> tuple[Log, Decision]:
        """Say that some figures of a conflict answer another question than the rest."""
        draft = self._on(conflict, "split", note, log.base)
        claims = conflict.group.claims
        return self._add_one(log, replace(draft, apart=tuple(i for i, claim in enumerate(claims) if claim in apart)))

    def join(self, log: Log, claims: Sequence[Claim], others: Sequence[Claim], note: str = "") -> tuple[Log, Decision]:
        """Say that two lots of figures answer one question."""
        draft = Decision(
            id="",
            at=self.clock(),
            by=self.by,
            kind="joined",
            note=note,
            rules=self.rules,
            claim=claims[0].type,
            question=claims[0].question,
            anchors=tuple(lasting_anchor(claim.figure, log.base) for claim in (*claims, *others)),
            apart=tuple(range(len(claims), len(claims) + len(others))),
        )
        return self._add_one(log, draft)

    def retract(self, log: Log, decision: Decision) -> tuple[Log, Decision]:
        """Take a decision back; both lines stay in the log."""
        draft = Decision(id="", at=self.clock(), by=self.by, kind="retracted", rules=self.rules, of=decision.id)
        return self._add_one(log, draft)

    def baseline(self, log: Log, conflicts: Iterable[Conflict]) -> Log:
        """Put all these conflicts aside at once, as they stand; they open again when they change."""
        drafts = [self._on(conflict, "dismissed", BASELINE_NOTE, log.base) for conflict in conflicts]
        return self._add(log, drafts)[0] if drafts else log

    def _on(self, conflict: Conflict, kind: DecisionKind, note: str, base: Path) -> Decision:
        group = conflict.group
        return Decision(
            id="",
            at=self.clock(),
            by=self.by,
            kind=kind,
            note=note.strip(),
            rules=self.rules,
            claim=group.type,
            question=group.question,
            relation=conflict.relation,
            anchors=tuple(lasting_anchor(claim.figure, base) for claim in group.claims),
        )

    def _add_one(self, log: Log, draft: Decision) -> tuple[Log, Decision]:
        log, (decision,) = self._add(log, [draft])
        return log, decision

    def _add(self, log: Log, drafts: Sequence[Decision]) -> tuple[Log, list[Decision]]:
        """Save drafts, each later than all that is known, so that a wrong clock elsewhere never hides them.

        A line from far ahead is no guide: `parse` puts it where it stands among the others.
        """
        last = log.decisions[-1].at if log.decisions else None
        finished = []
        for draft in drafts:
            if last is not None and last > draft.at + FAR_AHEAD:
                last = max((each.at for each in log.decisions if each.at <= draft.at + FAR_AHEAD), default=None)
            at = draft.at if last is None else max(draft.at, last + dt.timedelta(microseconds=1))
            dated = replace(draft, at=at)
            finished.append(replace(dated, id=identify(dated)))
            last = at
        return add(log, finished), finished
