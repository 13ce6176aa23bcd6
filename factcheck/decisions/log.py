"""The log as a whole: lines in any order, from any number of people, merged by git or by hand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from factcheck.decisions import files
from factcheck.decisions.lines import from_line, to_line
from factcheck.decisions.model import Decision

FAR_AHEAD = dt.timedelta(days=1)  # more than a wrong time zone: a wrong clock
DEFAULT_NAME = "factcheck.decisions.jsonl"
# What git leaves where it could not merge. The lines between the markers are whole lines of both sides.
_MARKER = re.compile(r"(<{7}|\|{7}|={7}|>{7})(\s|$)")


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of the log that is not a decision; it is left where it is."""

    path: Path
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


@dataclass(frozen=True)
class Log:
    """All decisions by time (then id), whatever the order of the lines; the same one written twice counts once."""

    path: Path
    decisions: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def active(self) -> tuple[Decision, ...]:
        """The decisions nobody took back. Taking back a retraction brings the decision back."""
        gone: set[str] = set()
        for decision in reversed(self.decisions):
            if decision.kind == "retracted" and decision.id not in gone and decision.of:
                gone.add(decision.of)
        return tuple(each for each in self.decisions if each.kind != "retracted" and each.id not in gone)

    @property
    def base(self) -> Path:
        """The folder to which the paths in the log are relative."""
        return self.path.absolute().parent


def load(path: Path) -> Log:
    """The log at ``path``; empty when there is no such file. Raises DecisionsError when it cannot be read."""
    return parse(files.read(path), path)


def parse(data: bytes, path: Path) -> Log:
    """The log of some bytes; a line that is no decision becomes a problem and hides no other line."""
    found: dict[str, tuple[str, Decision]] = {}
    order: list[str] = []
    problems: list[Problem] = []
    lines = data.decode("utf-8-sig", "replace").split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            decision = from_line(line)
        except ValueError as error:
            problems.append(Problem(path, number, _complaint(line, str(error), last=number == len(lines))))
            continue
        text = to_line(decision)
        if decision.id not in found or found[decision.id][0] < text:
            found[decision.id] = (text, decision)
        order.append(decision.id)
    in_place = [found[id_][1] for id_ in dict.fromkeys(order)]
    ordered = sorted(_with_sound_times(in_place), key=lambda each: (each.at, each.id))
    return Log(path, tuple(ordered), tuple(problems))


def _with_sound_times(decisions: Sequence[Decision]) -> Iterator[Decision]:
    """The decisions in the order of the file; one from far ahead of its time is taken as just before those after it.

    Such a line comes from a wrong clock. Its own time would put it after all that people will decide for years.
    """
    now = dt.datetime.now(dt.UTC)
    least: dt.datetime | None = None  # the earliest time of those after it
    sound = []
    for decision in reversed(decisions):
        if decision.at > now + FAR_AHEAD and least is not None and decision.at > least + FAR_AHEAD:
            least -= dt.timedelta(microseconds=1)
            sound.append(replace(decision, at=least))
        else:
            least = decision.at if least is None else min(least, decision.at)
            sound.append(decision)
    return reversed(sound)


def add(log: Log, decisions: Iterable[Decision]) -> Log:
    """The log with more decisions, saved before this returns; reads what others added in the meantime."""
    files.append(log.path, "".join(to_line(each) + "\n" for each in decisions))
    return load(log.path)


def remove(log: Log, decisions: Iterable[Decision]) -> Log:
    """The log without these decisions and their retractions; lines nobody can read stay."""
    gone = {decision.id for decision in decisions}

    def kept(line: bytes) -> bool:
        try:
            decision = from_line(line.decode("utf-8-sig"))
        except ValueError:
            return True
        return decision.id not in gone and decision.of not in gone

    def change(old: bytes) -> bytes:
        return b"\n".join(line for line in old.split(b"\n") if kept(line))

    files.rewrite(log.path, change)
    return load(log.path)


def _complaint(line: str, why: str, *, last: bool) -> str:
    if _MARKER.match(line):
        return "left over from a merge; the lines around it are read, remove the marker"
    if last:
        return "cut off in the middle of writing; the line is ignored, all before it are read"
    return f"not a decision: {why}; the line is ignored"
