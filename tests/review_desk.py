"""Articles with their figures marked by hand, so that reviews are tested apart from reading and grouping.

``python -m tests.review_desk FOLDER [FILE]`` reviews a folder of marked texts in the terminal.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from factcheck.comparing import Comparison, Conflict
from factcheck.decisions import Log, Recorder, Unmatched, apply_corrections, review
from factcheck.decisions.files import state
from factcheck.grouping import ClaimGroup
from factcheck.review.keyboard import Terminal
from factcheck.review.session import Session
from factcheck.review.terminal import run
from factcheck.scan import Scan
from factcheck.stories import tell_stories
from factcheck.vocabulary import default_vocabulary
from tests.decision_factories import Clock, world

TEXTS = {
    "a.txt": "The ferry sank at dawn off the northern mole.\nRescuers found [12] bodies on the beach, the coast guard "
    "said.\nThe owner sold [40|B] tickets that day, a clerk said.\n",
    "b.txt": "Relatives waited at the harbour all day long.\nThe hospital has counted [15] dead since morning, a "
    "nurse said.\n",
    "c.txt": "The ferry had no licence, said the port.\nIts crew of [six|C] was aboard with [44|B] passengers.\n",
    "d.txt": "A diver spoke of a crew of [nine|C] men, most of them from the islands.\n",
}
QUESTIONS = {"A": "How many people were killed?", "B": "How many passengers were aboard?", "C": "How big was the crew?"}


class MarkedArticles:
    """What `Articles` is to a session, over marked texts in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ruleset = SimpleNamespace(problems=())
        self._seen = self._states()

    def changed(self) -> bool:
        before, self._seen = self._seen, self._states()
        return before != self._seen

    def scan(self, log: Log | None = None) -> Scan:
        texts = {path.name: path.read_text(encoding="utf-8") for path in self._paths()}
        there = world(texts, base=self.folder, claim=None)
        groups: Sequence[ClaimGroup] = [_asked(conflict.group) for conflict in there.conflicts]
        stale: tuple[Unmatched, ...] = ()
        if log:
            corrected = apply_corrections(groups, there.claims, log, documents=there.documents)
            groups, stale = corrected.groups, corrected.stale
        conflicts = tuple(_compared(group, n) for n, group in enumerate(groups, start=1) if len(group.claims) > 1)
        ties = [[claim.figure.document.id for claim in each.group.claims] for each in conflicts]
        stories = tell_stories(there.documents, there.figures, (), ties, default_vocabulary())
        found = Scan(there.documents, there.figures, there.claims, conflicts, (), (), "rules0", stories=stories)
        if log is None:
            return found
        standings = review(conflicts, log, documents=there.documents, figures=there.figures)
        return replace(found, review=replace(standings, stale=(*standings.stale, *stale)))

    def _paths(self) -> list[Path]:
        return sorted(self.folder.glob("*.txt"))

    def _states(self) -> list[object]:
        return [(path, state(path)) for path in self._paths()]


def _asked(group: ClaimGroup) -> ClaimGroup:
    question = QUESTIONS.get(group.id, group.question)
    return replace(group, question=question, claims=tuple(replace(claim, question=question) for claim in group.claims))


def _compared(group: ClaimGroup, number: int) -> Conflict:
    a, b = group.claims[0], group.claims[-1]
    pair = Comparison(a, b, "conflict", f"{a.figure.text} and {b.figure.text} cannot both be right.")
    spans = a.figure.quantity.hard.hull(b.figure.quantity.hard)
    return Conflict(replace(group, id=f"g{number}"), "conflict", (pair,), 1 - number / 10, spans, 2, 2)


def write(folder: Path, texts: dict[str, str] | None = None) -> Path:
    """The marked texts as files of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (texts or TEXTS).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def session(folder: Path, by: str = "Ann", clock: Clock | None = None, path: Path | None = None) -> Session:
    """A session over a folder of marked texts."""
    articles = MarkedArticles(folder)
    recorder = Recorder(by, "rules0", clock or Clock())
    return Session(articles, path or folder / "factcheck.decisions.jsonl", recorder)  # type: ignore[arg-type]


if __name__ == "__main__":
    later = Clock(dt.datetime(2031, 5, 18, tzinfo=dt.UTC))
    with Terminal() as terminal:
        run(session(Path(sys.argv[1]), clock=later), terminal, colour="--colour" in sys.argv)
    print("left the review")
