"""The words the tool knows: ``rules/context/*.toml`` read once into frozen tables.

Each stage owns one file there and binds it to a frozen dataclass with `Vocabulary.bind`, which checks every
key against the dataclass, so a misspelt key is an error with its place, never a word silently lost.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol, TypeVar

from factcheck.errors import RulesError
from factcheck.vocabulary.binding import Binder
from factcheck.vocabulary.moved import GONE, unweighed, without_moved
from factcheck.vocabulary.problems import Problem, suggestion
from factcheck.vocabulary.source import Table, TomlSource, read_toml, shipped_rules, shown_path
from factcheck.vocabulary.tables import ByWord, Filled, Made, toml_table
from factcheck.vocabulary.taken import taken_in

__all__ = [
    "ByWord", "Filled", "Made", "Problem", "Vocabulary", "default_vocabulary", "load_vocabulary", "read_vocabulary",
    "shipped_rules", "toml_table",
]  # fmt: skip

T = TypeVar("T")


class _Bind(Protocol):
    def __call__(self, name: str, shape: type[T], /) -> T:
        """The file ``<name>.toml`` as an instance of the frozen dataclass ``shape``, made once; lists become tuples.

        Raises RulesError, with its place, for a missing file, an unknown key or a value of the wrong type.
        """


class Vocabulary:
    """All context tables of a rule set. Equal when their files are equal; hashable, so it can key a cache."""

    def __init__(
        self, files: Mapping[str, tuple[Table, TomlSource]], sha256: str, shipped: Mapping[str, Table] | None = None
    ) -> None:
        self._files = files
        self._shipped = shipped or {}  # the tables of the files that others stand in for: what those leave out
        self.sha256 = sha256
        # Asked many times for each figure, so it is kept in what needs no call of ours.
        self.bind: _Bind = functools.cache(self._bind)

    def __reduce__(self) -> tuple[object, ...]:
        return Vocabulary, (self._files, self.sha256, self._shipped)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vocabulary) and self.sha256 == other.sha256

    def __hash__(self) -> int:
        return hash(self.sha256)

    def changed(self, name: str, section: str, values: Mapping[str, Any]) -> Vocabulary:
        """The same with some values of a section of the file ``<name>.toml`` set anew."""
        table, source = self._files[name]
        given = table.get(section) or self._shipped[name][section]
        changed = {**table, section: {**given, **values}}
        digest = hashlib.sha256(f"{self.sha256} {name} {section} {sorted(values.items())}".encode())
        return Vocabulary({**self._files, name: (changed, source)}, digest.hexdigest(), self._shipped)

    def _bind(self, name: str, shape: type[T]) -> T:
        if name not in self._files:
            todo = "restore it from the package"
            raise RulesError(f'no context file "{name}.toml"', where="rules/context", todo=todo)
        table, source = self._files[name]
        binder = Binder(source, self._shipped.get(name))
        bound = binder.bind(table, shape)
        if bound is None:
            raise binder.problems[0].error()
        return bound


def load_vocabulary(*folders: Path) -> Vocabulary:
    """Read ``context/*.toml`` of each rules folder; a file in a later folder replaces one of the same name.

    Raises RulesError for the first file that cannot be read.
    """
    vocabulary, problems = read_vocabulary(*folders)
    if problems:
        raise problems[0].error()
    return vocabulary


def read_vocabulary(*folders: Path) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """As `load_vocabulary`, with every problem in one go; behind a broken file stands the one it would replace."""
    candidates: dict[str, list[Path]] = {}
    for folder in folders:
        for path in _files(folder):
            candidates.setdefault(path.stem, []).append(path)
    files: dict[str, tuple[Table, TomlSource]] = {}
    problems: list[Problem] = []
    shipped: dict[str, Table] = {}
    digest = hashlib.sha256()
    for name, paths in sorted(candidates.items()):
        for path in reversed(paths):
            read = read_toml(path)
            if isinstance(read, Problem):
                problems.append(read)
                continue
            digest.update(name.encode() + b"\0" + read.data)
            table, moved = without_moved(name, read.table, read.source)
            problems.extend(moved)
            if path.parent.name == "context":
                table, circles = taken_in(table, read.source)
                problems.extend(circles)
            files[name] = table, read.source
            if path != paths[0] and not isinstance(base := read_toml(paths[0]), Problem):
                shipped[name] = taken_in(base.table, base.source)[0] if path.parent.name == "context" else base.table
                problems.extend(unweighed(name, table, base.table, read.source))
            break
    return Vocabulary(files, digest.hexdigest(), shipped), (*problems, *_strangers(folders, candidates))


def _files(folder: Path) -> list[Path]:
    """The tables of a rules folder: what stages know, and what is known of the language."""
    return sorted(path for name in ("context", "en") for path in (folder / name).glob("*.toml"))


def _strangers(folders: tuple[Path, ...], candidates: Mapping[str, list[Path]]) -> list[Problem]:
    """Context files that replace nothing: no stage would ever read them, so the name is likely a slip."""
    if not folders or folders[0] != shipped_rules():
        return []
    shipped = {path.stem for path in _files(folders[0])}
    todo = "a context file replaces the shipped one of its name; "
    return [
        Problem(
            shown_path(paths[-1]),
            0,
            0,
            f'nothing reads a context file "{name}.toml"',
            GONE.get(name) or todo + suggestion(name, shipped),
        )
        for name, paths in candidates.items()
        if name not in shipped
    ]


@functools.cache
def default_vocabulary() -> Vocabulary:
    """The vocabulary of the rules that come with the tool."""
    return load_vocabulary(shipped_rules())
