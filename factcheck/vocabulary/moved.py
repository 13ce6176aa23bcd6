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
    "linking": {(name,): _UNREAD for name in ("attackers", "contrasting", "readings", "singled", "totals")},
    "lookalikes": {("one", "single"): _UNREAD},
    "modality": {("sparing",): _UNREAD},
    "parts": {("of",): _UNREAD},
    "polarity": {("unreported",): 'write its nouns as signs = "…", its verbs as reporting and its adverbs as yet'},
    "weights": {("doubtful",): _UNREAD},
    "when": {("names",): _UNREAD},
    "where": {("shortened",): _UNREAD},
}


def without_moved(name: str, table: Table, source: TomlSource) -> tuple[Table, list[Problem]]:
    """The file ``<name>.toml`` without the keys that only an earlier version read, and a problem for each of them."""
    moved = {path: todo for path, todo in _KEYS.get(name, {}).items() if _has(table, path)}
    tops = {path[0] for path in moved}
    problems = [
        source.problem(path, f'"{".".join(map(str, path))}" is no key any more', todo) for path, todo in moved.items()
    ]
    return {key: value for key, value in table.items() if key not in tops}, problems


def _has(table: object, path: Path) -> bool:
    for name in path:
        if not isinstance(table, dict) or name not in table:
            return False
        table = table[name]
    return True
