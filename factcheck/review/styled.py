"""Text for a terminal: runs of words with a style, wrapped and set by the cells they take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

_CODES = {
    "": "",
    "bold": "1",
    "dim": "2",
    "mark": "1;7",
    "bar": "7",
    "conflict": "1;31",
    "disputed": "1;33",
    "check": "1;34",
    "update": "36",
    "compatible": "2",
    "agree": "32",
    "good": "32",
    "bad": "1;31",
}
_COLOURS = re.compile(r";?3\d")
_PIECES = re.compile(r"\s+|\S+")


class Run(NamedTuple):
    """Some words in one style."""

    text: str
    style: str = ""


Line = tuple[Run, ...]


def line(*parts: Run | str) -> Line:
    """A line of runs and plain words."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def cells(text: str) -> int:
    """How many columns a terminal gives a text: two for wide characters, none for accents that combine."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def width_of(runs: Iterable[Run]) -> int:
    return sum(cells(run.text) for run in runs)


def wrap(runs: Sequence[Run], width: int, indent: str = "") -> list[Line]:
    """Lines of at most ``width`` cells, broken at spaces, or within a word that is longer than a line.

    All lines but the first begin with ``indent``. A word may change its style in the middle.
    """
    lines: list[list[Run]] = [[]]
    used = 0
    for word in _words(runs, width - len(indent)):
        size, blank = width_of(word), not word[0].text.strip()
        if used + size > width and not blank:
            _trim(lines[-1])
            lines.append([Run(indent)] if indent else [])
            used = len(indent)
        if not blank or used > len(indent) or len(lines) == 1:
            lines[-1] += word
            used += size
    _trim(lines[-1])
    return [tuple(each) for each in lines]


def cut(runs: Sequence[Run], width: int) -> Line:
    """One line of at most ``width`` cells; what does not fit ends in ``…``."""
    if width_of(runs) <= width:
        return tuple(runs)
    kept: list[Run] = []
    room = width - 1
    for run in runs:
        text = _head(run.text, room) if room > 0 else ""
        kept.append(Run(text, run.style))
        room -= cells(text)
        if text != run.text:
            break
    return (*kept, Run("…"))


def cut_start(runs: Sequence[Run], width: int) -> Line:
    """One line of at most ``width`` cells that keeps its end: for paths."""
    (run,) = runs
    text = run.text
    while cells(text) > width:
        text = "…" + text[2:] if text.startswith("…") else "…" + text[1:]
    return (Run(text, run.style),)


def beside(left: Sequence[Line], right: Sequence[Line], width: int, gap: int = 3) -> list[Line]:
    """Two blocks next to each other in ``width`` cells; the left one is as wide as half of it."""
    half = (width - gap) // 2
    rows = zip_longest(left, right, fillvalue=())
    return [(*one, Run(" " * (half + gap - width_of(one))), *other) if other else one for one, other in rows]


def ends(left: Sequence[Run], right: Sequence[Run], width: int) -> Line:
    """One line with something at either end; the left is cut where both do not fit."""
    room = width - width_of(right) - 1
    if room < width // 3:
        return cut(left, width)
    start = cut(left, room)
    return (*start, Run(" " * (width - width_of(start) - width_of(right))), *right)


def paint(runs: Sequence[Run], *, colour: bool) -> str:
    """The line with the terminal's codes; without colour, weight and reverse video stay."""
    styles = groupby(runs, key=lambda run: run.style)
    return "".join(_painted(Run(plain(same), style), colour=colour) for style, same in styles)


def plain(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _painted(run: Run, *, colour: bool) -> str:
    code = _CODES[run.style] if colour else _COLOURS.sub("", _CODES[run.style])
    return f"\x1b[{code}m{run.text}\x1b[0m" if code and run.text else run.text


def _cell(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _words(runs: Iterable[Run], width: int) -> Iterator[list[Run]]:
    """Words and the spaces between them, each as its runs; a word too long for a line comes in pieces."""
    word: list[Run] = []
    for run in runs:
        for match in _PIECES.finditer(run.text):
            piece = match.group()
            if word and (piece.isspace() or word[-1].text.isspace() or width_of(word) + cells(piece) > width):
                yield word
                word = []
            while cells(piece) > width:
                head = _head(piece, width)
                yield [Run(head, run.style)]
                piece = piece[len(head) :]
            word.append(Run(piece, run.style))
    if word:
        yield word


def _head(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    used = 0
    for at, character in enumerate(text):
        used += _cell(character)
        if used > width:
            return text[: max(1, at)]
    return text


def _trim(runs: list[Run]) -> None:
    """Drop the space at a line's end."""
    while runs and not runs[-1].text.strip():
        runs.pop()
