"""A review under way: what is to be decided, where the reviewer is, and everything they do; no screen, no browser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.claims import Claim
from factcheck.comparing import FLAGGED, Conflict
from factcheck.decisions import (
    CORRECTIONS,
    Decision,
    Log,
    Recorder,
    Standing,
    Verdict,
    load,
    needs_decision,
)
from factcheck.decisions.anchors import anchor
from factcheck.decisions.files import state
from factcheck.review.articles import Articles
from factcheck.review.candidates import Candidate, candidates
from factcheck.scan import Scan, reviewed

_Figures = frozenset[tuple[str, int]]  # path and offset of each figure: which conflict, within one state of the texts


@dataclass(frozen=True, slots=True)
class Item:
    """A conflict with where it stands."""

    conflict: Conflict
    standing: Standing

    @property
    def open(self) -> bool:
        return needs_decision(self.conflict, self.standing)

    @property
    def kind(self) -> tuple[str, str, str]:
        """What conflicts of one kind share: the verdict, what made it one, the type of question."""
        pair = self.conflict.deciding
        return self.conflict.relation, (pair.nature if pair else None) or "", self.conflict.group.type or ""

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.conflict.group.claims


class Session:
    """Every method that decides has saved its decision when it returns, or raises DecisionsError and changed nothing.

    The order of the items does not depend on decisions, so nothing moves under the reviewer's hands.
    """

    def __init__(self, articles: Articles, path: Path, recorder: Recorder, *, everything: bool = False) -> None:
        self._articles, self._recorder, self.everything = articles, recorder, everything
        self.log: Log = load(path)
        self._state = state(path)
        self.scan: Scan = articles.scan(self.log)
        self.items: tuple[Item, ...] = self._itemise()
        self.index = 0
        self.to_next_open(start=-1)

    @property
    def by(self) -> str:
        return self._recorder.by

    @property
    def item(self) -> Item | None:
        return self.items[self.index] if self.items else None

    @property
    def left(self) -> int:
        """How many are still to decide."""
        return sum(item.open for item in self.items)

    @property
    def decided(self) -> int:
        """How many that disagree are decided."""
        return sum(item.conflict.relation in FLAGGED and item.standing.decided for item in self.items)

    def step(self, by: int) -> bool:
        """Go on or back; False at either end."""
        wanted = self.index + by
        if not 0 <= wanted < len(self.items):
            return False
        self.index = wanted
        return True

    def go_to(self, group: str) -> Item | None:
        """Go to the conflict with this id; ``None`` when there is none."""
        index = next((n for n, item in enumerate(self.items) if item.conflict.group.id == group), None)
        if index is None:
            return None
        self.index = index
        return self.items[index]

    def to_next_open(self, start: int | None = None, *, back: bool = False) -> bool:
        """Go to the next conflict to decide, from the beginning again after the last; False when none is left.

        ``back`` goes to the one before, from the last again before the first.
        """
        first = (self.index if start is None else start) + 1
        order = (*range(first, len(self.items)), *range(first))
        for index in reversed((*order[-1:], *order[:-1])) if back else order:
            if index < len(self.items) and self.items[index].open:
                self.index = index
                return True
        return False

    def decide(self, verdict: Verdict, note: str = "") -> Decision | None:
        """Decide the conflict at hand."""
        if self.item is None:
            return None
        log, decision = self._recorder_now().decide(self.log, self.item.conflict, verdict, note)
        self._take(log)
        return decision

    def alike(self) -> list[Item]:
        """What is open and of the kind of the conflict at hand, that one first where it is open."""
        if self.item is None:
            return []
        kind = self.item.kind
        return [
            item for item in (*self.items[self.index :], *self.items[: self.index]) if item.open and item.kind == kind
        ]

    def dismiss_alike(self, note: str = "") -> list[Decision]:
        """Dismiss all that is open and of the kind of the conflict at hand."""
        made = []
        for item in self.alike():
            log, decision = self._recorder_now().decide(self.log, item.conflict, "dismissed", note)
            self._take(log)
            made.append(decision)
        return made

    def note(self, note: str) -> Decision | None:
        """Write something down beside the conflict at hand; it stays as open, or as decided, as it is."""
        if self.item is None or not note.strip():
            return None
        log, noted = self._recorder_now().note(self.log, self.item.conflict, note)
        self._take(log)
        return noted

    def same_again(self) -> Decision | None:
        """Take over the earlier decision of a conflict that is open again, or asked about."""
        before = self.item.standing.decision if self.item else None
        if before is None or before.kind not in ("confirmed", "dismissed"):
            return None
        return self.decide(before.kind, before.note)

    def split(self, apart: Sequence[Claim], note: str = "") -> Decision | None:
        """Say that these figures of the conflict at hand are not about the same as the others."""
        if self.item is None or not 0 < len(apart) < len(self.item.claims):
            return None
        log, decision = self._recorder_now().split(self.log, self.item.conflict, apart, note)
        self._take(log, regroup=True)
        return decision

    def join(self, others: Sequence[Claim], note: str = "") -> Decision | None:
        """Say that these figures are about the same as those of the conflict at hand."""
        if self.item is None or not others:
            return None
        log, decision = self._recorder_now().join(self.log, self.item.claims, others, note)
        self._take(log, regroup=True)
        return decision

    def joinable(self) -> list[Candidate]:
        """What the conflict at hand might be joined with, the likeliest first."""
        return candidates(self.scan, self.item.conflict) if self.item else []

    def undo(self, decision: Decision | None = None) -> Decision | None:
        """Take back a decision, by itself the last one of this reviewer, and go to what it was about."""
        mine = [each for each in self.log.active if each.by == self.by]
        undone = decision or (mine[-1] if mine else None)
        if undone is None:
            return None
        log, _ = self._recorder_now().retract(self.log, undone)
        about = self._about(undone)
        self._take(log, regroup=undone.kind in CORRECTIONS)
        index = about if about is not None else self._about(undone)
        if index is not None and index < len(self.items):
            self.index = index
        return undone

    def refresh(self) -> bool:
        """Look whether files, rules or the decisions changed under us; True when what is shown may be old."""
        files, before = self._articles.changed(), self.log.decisions
        if files or state(self.log.path) != self._state:
            self._take(load(self.log.path), regroup=files)
        return files or self.log.decisions != before

    def _recorder_now(self) -> Recorder:
        return replace(self._recorder, rules=self.scan.rules_hash)

    def _take(self, log: Log, *, regroup: bool = False) -> None:
        here = _figures(self.item.conflict) if self.item else frozenset()
        regroup = regroup or _corrections(log) != _corrections(self.log)
        self.log, self._state = log, state(log.path)
        self.scan = self._articles.scan(log) if regroup else reviewed(self.scan, log)
        self.items = self._itemise()
        overlaps = [len(_figures(item.conflict) & here) for item in self.items]
        if any(overlaps):
            self.index = overlaps.index(max(overlaps))
        self.index = max(0, min(self.index, len(self.items) - 1))

    def _itemise(self) -> tuple[Item, ...]:
        standings = self.scan.standings or (Standing(),) * len(self.scan.questions)
        items = [Item(*pair) for pair in zip(self.scan.questions, standings, strict=True)]
        shown = [item for item in items if self.everything or item.conflict.relation in FLAGGED]
        return tuple(sorted(shown, key=lambda item: (-item.conflict.priority, sorted(_figures(item.conflict)))))

    def _about(self, decision: Decision) -> int | None:
        """The item a decision stands with, or stood with."""
        wanted = {(each.prefix, each.exact) for each in decision.anchors}
        for index, item in enumerate(self.items):
            drawn = (anchor(claim.figure, self.log.base) for claim in item.claims)
            if any((each.prefix, each.exact) in wanted for each in drawn):
                return index
        return None


def _corrections(log: Log) -> list[Decision]:
    return [decision for decision in log.active if decision.kind in CORRECTIONS]


def _figures(conflict: Conflict) -> _Figures:
    return frozenset((c.figure.document.path, c.figure.quantity.span.start) for c in conflict.group.claims)
