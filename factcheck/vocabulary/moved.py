"""What rules folders of earlier versions name otherwise, and where their words went."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.vocabulary.places import Path
from factcheck.vocabulary.problems import Problem
from factcheck.vocabulary.source import Table, TomlSource

_CLASSES = (
    "its words are classes now: put them into a copy of the shipped en/classes.toml, in a folder en beside context"
)
_OPEN = 'write {} = "…" above the first [table]'
_UNREAD = "nothing reads it: take it out"
GONE = {"words": _CLASSES, "speaker": _CLASSES, "denials": _UNREAD}  # files
_ACTIONS = ("causative", "happening", "light", "listing", "reporting", "suffering")
_KEYS: Mapping[str, Mapping[Path, str]] = {
    "actions": {
        **{(name, "verbs"): _OPEN.format(name) for name in _ACTIONS},
        ("nominal", "nouns"): _OPEN.format("nominal"),
        ("nominal", "things"): _OPEN.format("things"),
        ("reporting", "saying"): _UNREAD,
        ("support",): _UNREAD,
        ("ditransitive",): 'put its words into "two objects" in a copy of the shipped en/classes.toml',
        ("idioms",): 'put them into [classes], verb and noun joined: kill = "… lose-life"',
    },
    "aggregation": {
        ("change",): _UNREAD,
        ("level", "kinds"): 'write levels = ["…"] above the first [table]',
        ("level", "verbs"): _UNREAD,
    },
    "counted": {("asking",): _UNREAD},
    "grammar": {(name,): _UNREAD for name in ("articles", "clausal")},
    "linking": {(name,): _UNREAD for name in ("attackers", "contrasting", "readings", "singled", "totals")},
    "lookalikes": {("one", "single"): _UNREAD},
    "parts": {("of",): _UNREAD},
    "polarity": {("unreported",): "write signs, reporting and yet, as the shipped file does"},
    "weights": {("doubtful",): _UNREAD},
    "when": {("words", "names"): _UNREAD},
    "where": {("shortened",): _UNREAD},
}


def without_moved(name: str, table: Table, source: TomlSource) -> tuple[Table, list[Problem]]:
    """The file ``<name>.toml`` without the keys that only an earlier version read, and a problem for each of them."""
    moved = {path: todo for path, todo in _KEYS.get(name, {}).items() if _has(table, path)}
    problems = [
        source.problem(path, f'"{".".join(map(str, path))}" is no key any more', todo) for path, todo in moved.items()
    ]
    for path in moved:
        table = _without(table, path)
    return table, problems


def _without(table: Table, path: Path) -> Table:
    """A table without one key of it, or of a table in it; a table that this leaves empty goes with it."""
    first, *rest = map(str, path)
    inner = _without(table[first], tuple(rest)) if rest else {}
    others = {key: value for key, value in table.items() if key != first}
    return {**others, first: inner} if inner else others


def _has(table: object, path: Path) -> bool:
    for name in path:
        if not isinstance(table, dict) or name not in table:
            return False
        table = table[name]
    return True
