"""The corpora of numbers: sentences grouped by the reading expected of the number in square brackets.

``= 12..20 count unit:day`` opens a group of figures: the hard interval (``12``, ``12..`` unbounded, ``12..20``), a
kind, and any of ``unit:`` (spaces as _), ``hedge:``, ``per:``, ``change:up/by``, ``values:1,2``, ``restates:0``
(``none`` where there must be none). ``- date`` opens a group of look-alikes that must be seen for that reason. ``#``
starts a comment. "[[" stands for a bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck.quantities import Quantity

FOLDER = Path(__file__).parent / "corpora" / "numbers"


@dataclass(frozen=True)
class Case:
    """One sentence, the marked number's span in it, and what its group expects."""

    text: str
    start: int
    stop: int
    expected: str
    figure: bool

    def __str__(self) -> str:
        return f"{self.expected} | {self.text}"


def cases() -> list[Case]:
    """Every marked number of every corpus."""
    return [case for path in sorted(FOLDER.glob("*.txt")) for case in _read(path)]


def _read(path: Path) -> Iterator[Case]:
    expected, figure = "", True
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith(("= ", "- ")):
            expected, figure = line[2:], line[0] == "="
            continue
        for mark in re.finditer(r"\[(\[?[^\[\]]+\]?)\]", line):
            yield _case(line, mark, expected, figure)


def _case(line: str, mark: re.Match[str], expected: str, figure: bool) -> Case:
    """The line without the brackets of its marks, and where the marked number is."""
    bare, start, stop, at = "", -1, -1, 0
    for other in re.finditer(r"\[(\[?[^\[\]]+\]?)\]", line):
        bare += line[at : other.start()]
        inner = other[1].strip("[]")
        opened = other[1].startswith("[")
        bare += "[" if opened else ""
        if other.start() == mark.start():
            start, stop = len(bare), len(bare) + len(inner)
        bare += inner + ("]" if opened else "")
        at = other.end()
    return Case(bare + line[at:], start, stop, expected, figure)


def describe(quantity: Quantity, expected: str) -> str:
    """The quantity in the notation of ``expected``, saying only what that mentions."""
    low, high = (None if bound is None else bound.normalize() for bound in (quantity.hard.low, quantity.hard.high))
    parts = ["" if low is None else f"{low:f}"]
    if low != high:
        parts[0] += ".." if high is None else f"..{high:f}"
    for part in fields(expected)[1:]:
        key, colon, _ = part.partition(":")
        parts.append(f"{key}:{_value(quantity, key)}" if colon else quantity.kind)
    return " | ".join(parts)


def fields(expected: str) -> list[str]:
    """ "12 speed unit:mile_per_hour per:day" in its parts."""
    return _normal(expected).split()


def _normal(expected: str) -> str:
    """Numbers as ``describe`` writes them: 10.10 is 10.1."""
    return re.sub(r"(?<=[0-9])(\.[0-9]*[1-9])0+\b", r"\1", expected)


def _value(quantity: Quantity, key: str) -> str:
    found: dict[str, object] = {
        "unit": quantity.unit and quantity.unit.name,
        "hedge": quantity.hedge,
        "per": quantity.per,
        "change": f"{quantity.change}/{quantity.change_part}" if quantity.change else None,
        "values": ",".join(f"{value:f}" for value in quantity.values),
        "restates": quantity.restates,
    }
    return "none" if found[key] is None else str(found[key]).replace(" ", "_")
