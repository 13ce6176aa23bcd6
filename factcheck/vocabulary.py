"""The words the tool knows: ``rules/context/*.toml`` read once into frozen tables.

Each stage owns one file there and binds it to a frozen dataclass with `Vocabulary.bind`, which checks every
key against the dataclass, so a misspelt key is an error with its place, never a word silently lost.
"""

from __future__ import annotations

import dataclasses
import difflib
import functools
import hashlib
import tomllib
import types
import typing
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from factcheck.errors import RulesError

T = TypeVar("T")

Table = Mapping[str, Any]


class Vocabulary:
    """All context tables of a rule set. Equal when their files are equal; hashable, so it can key a cache."""

    def __init__(self, tables: Mapping[str, Table], paths: Mapping[str, str], sha256: str) -> None:
        self._tables = tables
        self._paths = paths
        self.sha256 = sha256

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vocabulary) and self.sha256 == other.sha256

    def __hash__(self) -> int:
        return hash(self.sha256)

    def bind(self, name: str, shape: type[T]) -> T:
        """The file ``<name>.toml`` as an instance of the frozen dataclass ``shape``; lists become tuples.

        Raises RulesError, with the file, for a missing file, an unknown key or a value of the wrong type.
        """
        if name not in self._tables:
            raise RulesError(
                f'no context file "{name}.toml"', where="rules/context", todo="restore it from the package"
            )
        return bind(self._tables[name], shape, where=self._paths[name])


def shipped_rules() -> Path:
    """The folder of the rules that come with the tool: inside the package, or beside it in a checkout."""
    inside = Path(__file__).parent / "_rules"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


def load_vocabulary(*folders: Path) -> Vocabulary:
    """Read ``context/*.toml`` of each rules folder; a file in a later folder replaces one of the same name."""
    files: dict[str, Path] = {}
    for folder in folders:
        for path in sorted((folder / "context").glob("*.toml")):
            files[path.stem] = path
    digest = hashlib.sha256()
    tables: dict[str, Table] = {}
    for name, path in sorted(files.items()):
        data = path.read_bytes()
        digest.update(name.encode() + b"\0" + data)
        try:
            tables[name] = tomllib.loads(data.decode("utf-8"), parse_float=Decimal)
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise RulesError(str(error), where=str(path), todo="mend the TOML") from error
    return Vocabulary(tables, {name: str(path) for name, path in files.items()}, digest.hexdigest())


@functools.cache
def default_vocabulary() -> Vocabulary:
    """The vocabulary of the rules that come with the tool."""
    return load_vocabulary(shipped_rules())


def bind(table: Table, shape: type[T], *, where: str) -> T:
    """``table`` as the frozen dataclass ``shape``: keys checked, lists made tuples, tables bound in turn."""
    hints = typing.get_type_hints(shape)
    fields = {f.name: f for f in dataclasses.fields(shape)}  # type: ignore[arg-type]
    for key in table:
        if key not in fields:
            close = difflib.get_close_matches(key, fields, n=1)
            hint = f'did you mean "{close[0]}"?' if close else "known keys: " + ", ".join(sorted(fields))
            raise RulesError(f'unknown key "{key}"', where=where, todo=hint)
    values: dict[str, Any] = {}
    for name, field in fields.items():
        if name in table:
            values[name] = _convert(table[name], hints[name], f"{where}: {name}")
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise RulesError(f'the key "{name}" is missing', where=where, todo="add it")
    return shape(**values)


def _convert(value: Any, hint: Any, where: str) -> Any:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if hint is Any:
        return value
    if origin in (types.UnionType, typing.Union):
        errors = []
        for option in args:
            try:
                return _convert(value, option, where)
            except RulesError as error:
                errors.append(error)
        raise errors[0]
    if origin is tuple and isinstance(value, list):
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(_convert(item, args[0], where) for item in value)
        if len(args) == len(value):
            return tuple(_convert(item, arg, where) for item, arg in zip(value, args, strict=True))
    if origin is frozenset and isinstance(value, list):
        return frozenset(_convert(item, args[0], where) for item in value)
    if origin in (dict, Mapping, typing.get_origin(Mapping[str, str])) and isinstance(value, dict):
        return {key: _convert(item, args[1], f"{where}.{key}") for key, item in value.items()}
    if origin is typing.Literal and value in args:
        return value
    if dataclasses.is_dataclass(hint) and isinstance(hint, type) and isinstance(value, dict):
        return bind(value, hint, where=where)
    if hint is Decimal and isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(hint, type) and isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
        return value
    raise RulesError(f"expected {_name(hint)}, found {value!r}", where=where, todo="mend the value")


def _name(hint: Any) -> str:
    return getattr(hint, "__name__", None) or str(hint).replace("typing.", "")
