"""One review for many browser tabs: every request takes its turn, and nobody decides over what they have not seen."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.claims import Claim
from factcheck.decisions import Decision, Standing, Verdict
from factcheck.errors import FactcheckError
from factcheck.reports import describe
from factcheck.reports.html import Live, render, render_cards
from factcheck.review.session import Item, Session
from factcheck.scan import Scan

LOOK = 1.0  # seconds between looks at the files


class ConflictError(FactcheckError):
    """What a tab wants to decide is no longer as the tab shows it; the tab is told how it is now."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a tab asks to do, with what it saw: the generation of its page and the decision it knew of, if any."""

    generation: int
    claim: str
    seen: str | None
    note: str = ""


class Desk:
    """Holds the session. ``generation`` counts the times claims were grouped anew, ``version`` every change."""

    def __init__(self, session: Session, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._session, self._clock = session, clock
        self._lock = threading.RLock()
        self._looked = clock()
        self._problem: str | None = None
        self._shown: dict[str, tuple[int, Standing]] = {}  # by claim: since which version it stands as it does
        self._page: tuple[int, str] | None = None
        self.generation, self.version = 1, 1
        self._count(regrouped=False)

    @property
    def left(self) -> int:
        """How many conflicts are still to decide."""
        return self._session.left

    def html(self) -> str:
        """The page as of now."""
        with self._lock:
            self._look()
            if self._page is None or self._page[0] != self.version:
                self._page = self.version, render(self._session.scan, live=self._live())
            return self._page[1]

    def state(self, generation: int, version: int) -> dict[str, object]:
        """What a tab that shows this generation and version has to change; a new generation is a new page."""
        with self._lock:
            self._look()
            state: dict[str, object] = {
                "generation": self.generation,
                "version": self.version,
                "left": self._session.left,
                "headline": describe.headline(self._session.scan),
                "decided": describe.decided(self._session.decided),
                "problem": self._problem,
            }
            if generation == self.generation and version < self.version:
                changed = {claim for claim, (since, _) in self._shown.items() if since > version}
                state["cards"] = render_cards(self._session.scan, changed, self._live())
            return state

    def decide(self, wish: Wish, verdict: Verdict) -> Decision | None:
        with self._lock:
            self._go_to(wish)
            return self._done(self._session.decide(verdict, wish.note))

    def note(self, wish: Wish) -> Decision | None:
        with self._lock:
            self._go_to(wish)
            return self._done(self._session.note(wish.note))

    def same_again(self, wish: Wish) -> Decision | None:
        with self._lock:
            self._go_to(wish)
            return self._done(self._session.same_again())

    def split(self, wish: Wish, figures: Sequence[str]) -> Decision | None:
        """Put the figures with these ids apart from the others of the claim."""
        with self._lock:
            item = self._go_to(wish)
            apart = [claim for claim in item.claims if claim.figure.id in set(figures)]
            return self._done(self._session.split(apart, wish.note), regrouped=True)

    def join(self, wish: Wish, figures: Sequence[str]) -> Decision | None:
        """Add the figures with these ids to the claim."""
        with self._lock:
            self._go_to(wish)
            wanted = set(figures)
            others = [claim for claim in self._session.scan.claims if claim.figure.id in wanted]
            return self._done(self._session.join(others, wish.note), regrouped=True)

    def joinable(self, wish: Wish, most: int = 200) -> list[dict[str, object]]:
        """What the claim might be joined with: a label, a quote, and the ids of the figures."""
        with self._lock:
            self._go_to(wish)
            found = self._session.joinable()[:most]
            return [{"label": each.label, "quote": each.quote, "figures": _ids(each.claims)} for each in found]

    def alike(self, wish: Wish) -> list[str]:
        """The questions of all open conflicts of the claim's kind."""
        with self._lock:
            self._go_to(wish)
            return [item.conflict.group.question for item in self._session.alike()]

    def dismiss_alike(self, wish: Wish) -> Decision | None:
        """Dismiss all open conflicts of the claim's kind; the last decision."""
        with self._lock:
            self._go_to(wish)
            made = self._session.dismiss_alike(wish.note)
            return self._done(made[-1] if made else None)

    def undo(self, wanted: str | None) -> Decision | None:
        """Take back one decision, or the last one of this reviewer."""
        with self._lock:
            decision = next((each for each in self._session.log.active if each.id == wanted), None)
            if wanted and decision is None:
                raise ConflictError("that decision was taken back already")
            before = self._session.scan
            undone = self._session.undo(decision)
            return self._done(undone, regrouped=_grouping(before) != _grouping(self._session.scan))

    def _go_to(self, wish: Wish) -> Item:
        """Make the claim the one at hand. Raises ConflictError when the tab shows it as it no longer is."""
        self._look(at_once=True)
        if wish.generation != self.generation:
            raise ConflictError("the texts or the rules changed; look again")
        item = self._session.go_to(wish.claim)
        if item is None:
            raise ConflictError("there is no such claim")
        now = item.standing.decision
        if now is not None and now.id != wish.seen:
            raise ConflictError(f"{now.by} has {now.kind} this meanwhile; look again")
        if now is None and wish.seen:
            raise ConflictError("the decision was taken back meanwhile; look again")
        return item

    def _look(self, *, at_once: bool = False) -> None:
        """Take in what changed on disk; a problem is shown and everything stays as it was."""
        now = self._clock()
        if not at_once and now - self._looked < LOOK:
            return
        self._looked = now
        before = self._session.scan
        try:
            changed = self._session.refresh()
        except FactcheckError as error:
            self._set_problem(str(error))
            return
        self._set_problem(None)
        if changed:
            self._count(regrouped=_grouping(before) != _grouping(self._session.scan))

    def _set_problem(self, problem: str | None) -> None:
        problems = [str(each) for each in self._session.log.problems[:3]]
        self._problem = problem or ("; ".join(problems) or None)

    def _done(self, decision: Decision | None, *, regrouped: bool = False) -> Decision | None:
        if decision is not None:
            self._count(regrouped=regrouped)
        return decision

    def _count(self, *, regrouped: bool) -> None:
        """A new version: remember which claims stand differently since."""
        self.version += 1
        if regrouped:
            self.generation += 1
            self._shown = {}
        for item in self._session.items:
            before = self._shown.get(item.conflict.group.id)
            if before is None or before[1] != item.standing:
                self._shown[item.conflict.group.id] = self.version, item.standing

    def _live(self) -> Live:
        attributes = (
            ("generation", str(self.generation)),
            ("version", str(self.version)),
            ("by", self._session.by),
        )
        return Live("report.css", ("report.js", "serve.js"), attributes)


def _ids(claims: Sequence[Claim]) -> list[str]:
    return [claim.figure.id for claim in claims]


def _grouping(scan: Scan) -> tuple[object, ...]:
    """What a page shows besides decisions; when it is another, the page is drawn anew."""
    documents = tuple((each.id, each.path, each.sha256) for each in scan.documents)
    groups = tuple((each.group.id, each.relation, tuple(_ids(each.group.claims))) for each in scan.questions)
    return scan.rules_hash, documents, groups
