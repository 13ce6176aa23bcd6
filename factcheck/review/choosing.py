"""Choosing from a list on the terminal: figures or claims with their quotes, narrowed by typing words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from factcheck.reports.text import in_quotes
from factcheck.review.styled import Line, Run, cells, cut, line, wrap

_QUOTED = 2  # lines of a quote
_KEYS = (("↑ ↓", "go"), ("Tab", "mark"), ("Enter", ""), ("Esc", "back"))


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: a line that names it, and its quote."""

    label: str
    quote: str

    def has(self, words: Sequence[str]) -> bool:
        """Whether all of some folded words stand in it."""
        text = folded(f"{self.label} {self.quote}")
        return all(word in text for word in words)


@dataclass
class Chooser:
    """What is typed, where one is, what is marked. ``act`` says what Enter does; with ``many``, Tab marks several."""

    title: str
    choices: Sequence[Choice]
    act: str
    many: bool = False
    typed: str = ""
    at: int = 0  # among those found
    marked: set[int] = field(default_factory=set)

    @property
    def found(self) -> list[int]:
        """The indexes of the choices that hold all words typed."""
        words = folded(self.typed).split()
        return [n for n, choice in enumerate(self.choices) if choice.has(words)]

    @property
    def chosen(self) -> list[int]:
        """What is marked, or else what one is at."""
        found = self.found
        return sorted(self.marked) or ([found[self.at]] if self.at < len(found) else [])

    def press(self, key: str) -> None:
        """A key that moves, marks or types."""
        found = self.found
        if key in ("up", "down", "page up", "page down"):
            by = {"up": -1, "down": 1, "page up": -5, "page down": 5}[key]
            self.at = max(0, min(len(found) - 1, self.at + by))
        elif key == "tab" and self.many and self.at < len(found):
            self.marked ^= {found[self.at]}
            self.at = min(len(found) - 1, self.at + 1)
        else:
            self.typed, self.at = edited(self.typed, key), 0

    def lines(self, width: int, height: int) -> list[Line]:
        """The list around where one is, in a window of ``width`` by ``height``."""
        found = self.found
        head = [
            *wrap([Run(self.title, "bold")], width),
            cut([Run("Search: "), Run(f"{self.typed}█"), Run(f"  {len(found)} of {len(self.choices)}", "dim")], width),
            line(Run("─" * width, "dim")),
        ]
        foot = [line(Run("─" * width, "dim")), self._keys(width)]
        room = max(1, height - len(head) - len(foot))
        blocks = [self._block(n, width, here=place == self.at) for place, n in enumerate(found)]
        body = _around(blocks, self.at, room) if blocks else [line(Run("Nothing has these words.", "dim"))]
        return [*head, *body, *([()] * (room - len(body))), *foot]

    def _block(self, n: int, width: int, *, here: bool) -> list[Line]:
        mark = ("[x] " if n in self.marked else "[ ] ") if self.many else ""
        choice = self.choices[n]
        style = "mark" if here else "bold"
        quote = wrap([Run(f"    {in_quotes(choice.quote)}", "dim")], width, "    ") if choice.quote else []
        if len(quote) > _QUOTED:
            quote = [*quote[: _QUOTED - 1], cut((*quote[_QUOTED - 1], Run(" …", "dim")), width)]
        return [cut([Run(f"{'▸' if here else ' '} {mark}"), Run(choice.label, style)], width), *quote]

    def _keys(self, width: int) -> Line:
        runs: list[Run] = []
        for key, does in _KEYS:
            if key != "Tab" or self.many:
                runs += [Run("  " if runs else ""), Run(key, "bold"), Run(f" {does or self.act}")]
        return cut(runs, width)


def _around(blocks: Sequence[Sequence[Line]], at: int, room: int) -> list[Line]:
    """As many lines as there is room for, with the block one is at among them."""
    starts = [0]
    for block in blocks:
        starts.append(starts[-1] + len(block))
    start, stop = list(pairwise(starts))[min(at, len(blocks) - 1)]
    top = max(0, min(start - room // 3, starts[-1] - room))
    top = min(start, max(top, stop - room))
    return [each for block in blocks for each in block][top : top + room]


def folded(text: str) -> str:
    """Lower case, without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def edited(typed: str, key: str) -> str:
    """What stands after a key."""
    if key == "backspace":
        return typed[:-1]
    if key == "clear":
        return ""
    if key == "clear word":
        return typed.rstrip().rpartition(" ")[0]
    if key == "space":
        return typed + " "
    return typed + key if len(key) == 1 and cells(key) else typed
