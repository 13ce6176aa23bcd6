"""A problem in a rules file: its exact place, what is wrong, and what to do about it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.errors import RulesError

_MOST_NAMES = 12


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in a rules file. ``line`` and ``column`` count from 1; 0 means the file as a whole."""

    path: str
    line: int
    column: int
    what: str
    todo: str
    source: str = ""  # the offending line as written

    @property
    def where(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.todo}"

    def shown(self) -> str:
        """The problem with the offending line below it and a mark under the place."""
        if not self.source.strip():
            return str(self)
        indent = len(self.source) - len(self.source.lstrip())
        at = max(self.column - 1 - indent, 0)
        return f"{self}\n    {self.source.strip()}\n    {' ' * at}^"

    def error(self) -> RulesError:
        return RulesError(self.what, where=self.where, todo=self.todo)


def suggestion(word: str, known: Iterable[str]) -> str:
    """``did you mean "x"?`` when a known word is close, else the list of what is known."""
    names = sorted(known)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{close[0]}"?'
    if not names:
        return "nothing is known here"
    shown = ", ".join(names[:_MOST_NAMES])
    return f"known here: {shown}" + (", …" if len(names) > _MOST_NAMES else "")
