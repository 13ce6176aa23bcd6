"""Where each key and value of a TOML text stands; tomli reads values only.

The text has already been read by tomli, so it is valid TOML and the walk needs no error handling: it follows the
nesting and notes the line and column of every key and of every item of a list, under its path of keys and indices.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import tomli

Path = tuple[str | int, ...]


class Place(NamedTuple):
    """A line and a column, both from 1."""

    line: int
    column: int


_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_KEY_PART = re.compile(r"[A-Za-z0-9_-]+|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^,\]}\n#]+")


def find_places(text: str) -> dict[Path, Place]:
    """The place of every key, table header and list item of a valid TOML text."""
    return _Walk(text.replace("\r\n", "\n")).document()


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places: dict[Path, Place] = {}
        self._arrays: dict[Path, int] = {}

    def document(self) -> dict[Path, Place]:
        table: Path = ()
        self.skip(_BLANK)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table)
            self.skip(_BLANK)
        return self.places

    def skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()

    def note(self, path: Path, at: int) -> None:
        line_start = self.text.rfind("\n", 0, at) + 1
        self.places.setdefault(path, Place(self.text.count("\n", 0, at) + 1, at - line_start + 1))

    def header(self) -> Path:
        """``[a.b]`` or ``[[a.b]]``: the path of the table it opens."""
        start = self.at
        double = self.text.startswith("[[", self.at)
        self.at += 2 if double else 1
        path = self.through_arrays(self.keys())
        self.skip(_SPACE)
        self.at += 2 if double else 1
        if double:
            index = self._arrays.get(path, -1) + 1
            self._arrays[path] = index
            self.note(path, start)
            path = (*path, index)
        self.note(path, start)
        return path

    def through_arrays(self, keys: Path) -> Path:
        """The path of keys with the current index put in behind each array of tables on the way."""
        path: Path = ()
        for position, key in enumerate(keys):
            path = (*path, key)
            if position < len(keys) - 1 and path in self._arrays:
                path = (*path, self._arrays[path])
        return path

    def keys(self) -> Path:
        parts: list[str | int] = []
        while True:
            self.skip(_SPACE)
            match = _KEY_PART.match(self.text, self.at)
            if match is None:
                return tuple(parts)
            parts.append(_unquoted(match.group()))
            self.at = match.end()
            self.skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return tuple(parts)
            self.at += 1

    def pair(self, table: Path) -> None:
        start = self.at
        keys = self.keys()
        for depth in range(1, len(keys) + 1):
            self.note((*table, *keys[:depth]), start)
        self.skip(_SPACE)
        self.at += 1  # "="
        self.skip(_SPACE)
        self.value((*table, *keys))

    def value(self, path: Path) -> None:
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            self.items(path)
        elif opening == "{":
            self.inline(path)
        else:
            match = _STRING.match(self.text, self.at) or _SCALAR.match(self.text, self.at)
            self.at = match.end() if match else len(self.text)

    def items(self, path: Path) -> None:
        self.at += 1
        index = 0
        while True:
            self.skip(_BLANK)
            if self.text[self.at] == "]":
                self.at += 1
                return
            self.note((*path, index), self.at)
            self.value((*path, index))
            index += 1
            self.skip(_BLANK)
            if self.text[self.at] == ",":
                self.at += 1

    def inline(self, path: Path) -> None:
        self.at += 1
        while True:
            self.skip(_BLANK)
            if self.text[self.at] == "}":
                self.at += 1
                return
            self.pair(path)
            self.skip(_BLANK)
            if self.text[self.at] == ",":
                self.at += 1


def _unquoted(key: str) -> str:
    if key[0] == "'":
        return key[1:-1]
    if key[0] == '"':
        return next(iter(tomli.loads(f"{key} = 0")))
    return key
