"""What is left out of folders: patterns of the configuration, and ``.factcheckignore`` files as git has them."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable
from pathlib import Path

FILE = ".factcheckignore"
Matches = Callable[[str], bool]


class Excluder:
    """Says which files and folders are left out, and counts them.

    ``patterns`` are as in .gitignore and count from the folder ``root``; a ``.factcheckignore`` counts from its own.
    What is named on the command line is never asked about.
    """

    def __init__(self, patterns: Iterable[str] = (), root: str = "") -> None:
        self._given = [(os.path.realpath(root or "."), _matcher(tuple(patterns)))] if patterns else []
        self._found: dict[str, Matches | None] = {}
        self.left_out = 0

    def hides(self, path: Path, *, folder: bool, top: Path) -> bool:
        """Whether a file or a folder below ``top`` is left out."""
        full = os.path.realpath(path.parent) + os.sep + path.name
        hidden = any(
            matches(relative + "/" if folder else relative)
            for base, matches in (*self._given, *self._ignores(path.parent, top))
            if not (relative := os.path.relpath(full, base).replace(os.sep, "/")).startswith("..")
        )
        self.left_out += hidden
        return hidden

    def _ignores(self, folder: Path, top: Path) -> list[tuple[str, Matches]]:
        """The ignore files of a folder and those around it up to ``top``."""
        found = []
        for each in (folder, *folder.parents):
            matches = self._ignore(each)
            if matches is not None:
                found.append((os.path.realpath(each), matches))
            if each == top:
                break
        return found

    def _ignore(self, folder: Path) -> Matches | None:
        key = str(folder)
        if key not in self._found:
            try:
                file = folder / FILE  # a pipe of that name would never end
                text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else None
            except OSError:
                text = None
            self._found[key] = None if text is None else _matcher(tuple(text.splitlines()))
        return self._found[key]


@functools.lru_cache(maxsize=64)
def _matcher(lines: tuple[str, ...]) -> Matches:
    import pathspec

    matches: Matches = pathspec.GitIgnoreSpec.from_lines(lines).match_file
    return matches
