"""TOML tables to frozen dataclasses: every key and value checked against the dataclass, every problem placed."""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, TypeVar

from factcheck.vocabulary.places import Path
from factcheck.vocabulary.problems import Problem, suggestion
from factcheck.vocabulary.source import Table, TomlSource
from factcheck.vocabulary.tables import ByWord, Filled, Made

T = TypeVar("T")
BAD: Final = object()  # a value that could not be used; its problem is noted


Keys = Mapping[str, tuple[dataclasses.Field[Any], Any]]


def keys(shape: type[Any]) -> Keys:
    """The keys a table of this shape may have, each with its field and type; ``metadata={"key": False}`` is none."""
    return _keys(typing.cast("Any", shape))


@functools.cache
def _keys(shape: Any) -> Keys:
    hints = typing.get_type_hints(shape, include_extras=True)
    fields = dataclasses.fields(shape)
    return {f.name: (f, hints[f.name]) for f in fields if f.metadata.get("key", True)}


@functools.cache
def _parted(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type without what it holds, and what it holds."""
    return typing.get_origin(hint), typing.get_args(hint)


class Binder:
    """Binds tables of one source and collects the problems met on the way; ``base`` has what they leave out."""

    def __init__(self, source: TomlSource, base: Table | None = None) -> None:
        self.source = source
        self._base = base
        self.problems: list[Problem] = []

    def report(self, path: Path, what: str, todo: str) -> None:
        self.problems.append(self.source.problem(path, what, todo))

    def bind(self, table: Table, shape: type[T], path: Path = ()) -> T | None:
        """``table`` as the dataclass ``shape``, or ``None`` when a problem was noted."""
        before = len(self.problems)
        values = self.values(table, shape, path)
        for name, (field, hint) in keys(shape).items():
            required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
            if not required or name in table:
                continue
            left_out = self._in_base((*path, name))
            if left_out is not BAD:
                values[name] = self.convert(left_out, hint, (*path, name))
            else:
                self.report(path, f'the key "{name}" is missing', f"add: {name} = …")
        return None if len(self.problems) > before else shape(**values)

    def _in_base(self, path: Path) -> Any:
        """What the file that this one stands in for has at a place, or BAD."""
        found: Any = self._base
        for name in path:
            if not isinstance(found, dict) or name not in found:
                return BAD
            found = found[name]
        return found

    def values(self, table: Table, shape: type[Any], path: Path) -> dict[str, Any]:
        """The usable values among the keys of ``table``, lists made tuples."""
        known, found = keys(shape), {}
        for name, value in table.items():
            if name not in known:
                self.report((*path, name), f'unknown key "{name}"', suggestion(name, known))
                continue
            converted = self.convert(value, known[name][1], (*path, name))
            if converted is not BAD:
                found[name] = converted
        return found

    def convert(self, value: Any, hint: Any, path: Path) -> Any:
        """``value`` as the type ``hint``, or BAD with its problem noted."""
        if hint is str and type(value) is str:
            return value
        origin, args = _parted(hint)
        if origin is typing.Annotated:
            return self.convert(value, args[0], path)
        if hint is Any:
            return value
        if origin in (types.UnionType, typing.Union):
            return self._union(value, args, path)
        if origin is tuple and isinstance(value, list):
            return self._tuple(value, args, path, hint)
        if origin is frozenset and args[0] is str and isinstance(value, str):
            return frozenset(value.split())
        if isinstance(hint, type) and issubclass(hint, Made) and isinstance(value, list):
            texts = self._tuple(value, (str, ...), path, hint)
            return BAD if texts is BAD else hint(texts)  # type: ignore[call-arg]
        if origin is ByWord and isinstance(value, dict):
            return self._by_word(value, args[0], path)
        if origin is frozenset and isinstance(value, list):
            if _all_words(value, args[0]):
                return frozenset(value)
            items = [self.convert(item, args[0], (*path, at)) for at, item in enumerate(value)]
            return BAD if BAD in items else frozenset(items)
        if isinstance(origin, type) and issubclass(origin, Mapping) and isinstance(value, dict):
            base = self._in_base(path) if origin is Filled else BAD
            whole = {**base, **value} if isinstance(base, dict) else value
            pairs = {key: self.convert(item, args[-1], (*path, key)) for key, item in whole.items()}
            return BAD if BAD in pairs.values() else pairs
        if origin is typing.Literal:
            return value if value in args else self._unknown_choice(value, args, path)
        if dataclasses.is_dataclass(hint) and isinstance(hint, type) and isinstance(value, dict):
            bound = self.bind(value, hint, path)
            return BAD if bound is None else bound
        return self._plain(value, hint, path)

    def _by_word(self, table: Table, name: Any, path: Path) -> Any:
        named = [(self.convert(key, name, (*path, key)), self.convert(table[key], str, (*path, key))) for key in table]
        if any(BAD in pair for pair in named):
            return BAD
        return ByWord({word: key for key, words in named for word in words.split()})

    def _plain(self, value: Any, hint: Any, path: Path) -> Any:
        if hint is Decimal and isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            return Decimal(value)
        if isinstance(hint, type) and isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
            return value
        self.report(path, f"expected {describe(hint)}, found {_shown(value)}", _advice(value, hint))
        return BAD

    def _union(self, value: Any, options: tuple[Any, ...], path: Path) -> Any:
        """The first option that takes the value; the problems of the likeliest one when none does."""
        if type(value) is str and str in options:
            return value  # nearly always
        kept = self.problems
        first: list[Problem] = []
        for option in sorted(options, key=lambda option: not _likely(value, option)):
            self.problems = []
            converted = self.convert(value, option, path)
            if not self.problems:
                self.problems = kept
                return converted
            first = first or self.problems
        self.problems = kept + first
        return BAD

    def _tuple(self, value: list[Any], args: tuple[Any, ...], path: Path, hint: Any) -> Any:
        if args[-1] is not Ellipsis and len(args) != len(value):
            return self._plain(value, hint, path)
        if args[-1] is Ellipsis and _all_words(value, args[0]):
            return tuple(value)
        hints = (args[0],) * len(value) if args[-1] is Ellipsis else args
        items = [self.convert(item, one, (*path, at)) for at, (item, one) in enumerate(zip(value, hints, strict=True))]
        return BAD if any(item is BAD for item in items) else tuple(items)

    def _unknown_choice(self, value: Any, choices: tuple[Any, ...], path: Path) -> Any:
        if isinstance(value, str):
            self.report(path, f'"{value}" is not one of the choices', suggestion(value, choices))
        else:
            self.report(path, f"expected a word, found {_shown(value)}", "choices: " + ", ".join(map(str, choices)))
        return BAD


def _all_words(values: list[Any], hint: Any) -> bool:
    """Whether a list holds what most lists hold, words: it need not be gone through item by item."""
    return hint is str and all(type(value) is str for value in values)


def _likely(value: Any, option: Any) -> bool:
    """Whether a value has the outward form of an option: a table for a dataclass, a list for a tuple."""
    if isinstance(value, dict):
        return dataclasses.is_dataclass(option)
    if isinstance(value, list):
        return typing.get_origin(option) in (tuple, frozenset)
    return isinstance(option, type) and isinstance(value, option)


def _advice(value: Any, hint: Any) -> str:
    """What to do about a value of another form than ``hint`` asks for."""
    if typing.get_origin(hint) is tuple:
        return (
            "write its header with two brackets: [[…]]" if isinstance(value, dict) else f'put it in a list: ["{value}"]'
        )
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        needed = (name for name, (field, _) in keys(hint).items() if field.default is dataclasses.MISSING)
        return "write { " + ", ".join(f"{name} = …" for name in needed) + " }"
    if isinstance(value, (list, dict)):
        return f"give {describe(hint)}"
    if hint is str:
        return f'put it in quotation marks: "{value}"'
    if hint is bool:
        return "write true or false, without quotation marks"
    if hint in (int, Decimal) and isinstance(value, str):
        return "write the number without quotation marks"
    return f"give {describe(hint)}"


def describe(hint: Any) -> str:
    """A type in a reader's words."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    plain: dict[Any, str] = {str: "a text", int: "a whole number", Decimal: "a number", bool: "true or false"}
    if hint in plain:
        return plain[hint]
    if hint == frozenset[str]:
        return "words, in one text or in a list"
    if origin in (tuple, frozenset):
        return f"a list of {_plural(args[0])}"
    if origin in (types.UnionType, typing.Union):
        return " or ".join(describe(option) for option in args if option is not type(None))
    return "a table { key = value, … }"


def _plural(hint: Any) -> str:
    if typing.get_origin(hint) is typing.Literal:
        return "words"
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return " or ".join(_plural(option) for option in typing.get_args(hint))
    return {"a text": "texts", "a whole number": "whole numbers", "a number": "numbers"}.get(describe(hint), "tables")


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f'the text "{value}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "a list"
    return "a table" if isinstance(value, dict) else str(value)
