"""Lists of words that take in another list of their table: "+name" stands for all words of ``name``."""

from __future__ import annotations

from typing import Any

from factcheck.vocabulary.places import Path
from factcheck.vocabulary.problems import Problem
from factcheck.vocabulary.source import Table, TomlSource


class _CircleError(Exception):
    """A list that takes in itself."""


def taken_in(table: Table, source: TomlSource, at: Path = ()) -> tuple[Table, list[Problem]]:
    """A table in which every list holds the words of those that it takes in; a "+" before anything else stays.

    A list that takes in itself, by others or not, is a problem told with its place, and stays as it is.
    """
    whole: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in table.items():
        whole[key] = value
        if isinstance(value, dict):
            whole[key], inner = taken_in(value, source, (*at, key))
            problems += inner
            continue
        try:
            whole[key] = _whole(key, table, ())
        except _CircleError:
            what = f'"{key}" takes in itself'
            problems.append(source.problem((*at, key), what, 'take out the "+name" that leads back to it'))
    return whole, problems


def _whole(name: str, table: Table, within: tuple[str, ...]) -> Any:
    if name in within:
        raise _CircleError(name)
    value = table[name]
    words = value.split() if isinstance(value, str) else value if isinstance(value, list) else ()
    inner = [word for word in words if isinstance(word, str) and word[:1] == "+" and word[1:] in table]
    if not inner:
        return value
    own = [word for word in words if word not in inner]
    taken = [_whole(word[1:], table, (*within, name)) for word in inner]
    if isinstance(value, str):
        return " ".join((*own, *taken))
    return [*own, *(word for words in taken for word in words)]
