"""What rules folders of earlier versions name otherwise, and where their words went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.vocabulary.places import Path
from factcheck.vocabulary.problems import Problem, suggestion
from factcheck.vocabulary.source import Table, TomlSource

_CLASSES = (
    "its words are classes now: put them into a copy of the shipped en/classes.toml, in a folder en beside context"
)
_OPEN = 'write {} = "…" above the first [table]'
_CLASS = 'put its words into "{}" in a copy of the shipped en/classes.toml'
_UNREAD = "nothing reads it: take it out"
GONE = {"words": _CLASSES, "speaker": _CLASSES, "denials": _UNREAD}  # files
_ACTIONS = ("happening", "light", "listing", "reporting", "suffering")
_KEYS: Mapping[str, Mapping[Path, str]] = {
    "actions": {
        **{(name, "verbs"): _OPEN.format(name) for name in _ACTIONS},
        ("nominal", "nouns"): _OPEN.format("nominal"),
        ("nominal", "things"): _OPEN.format("things"),
        ("reporting", "saying"): _UNREAD,
        ("support",): _UNREAD,
        ("causative",): _CLASS.format("made to do"),
        ("ditransitive",): _CLASS.format("two objects"),
        ("idioms",): 'put them into [classes], verb and noun joined: kill = "… lose-life"',
    },
    "aggregation": {
        ("change",): _UNREAD,
        ("level", "kinds"): 'write levels = ["…"] above the first [table]',
        ("level", "verbs"): _UNREAD,
    },
    "comparing": {("growing_actions",): "put its words into growing"},
    "counted": {
        **{(name,): _UNREAD for name in ("asking", "people_do", "opining", "lagging")},
        ("befalling",): _CLASS.format("befalling"),
        ("held_against",): _CLASS.format("against"),
    },
    "grammar": {(name,): _UNREAD for name in ("articles", "clausal")},
    "linking": {(name,): _UNREAD for name in ("attackers", "contrasting", "readings", "singled", "totals")},
    "lookalikes": {("one", "single"): _UNREAD},
    "parts": {("of",): _UNREAD},
    "polarity": {
        ("unreported",): "write signs, reporting and yet, as the shipped file does",
        ("befalling",): _UNREAD,
    },
    "modality": {("bills",): "write laws, for what is no draft, and drafts"},
    "weights": {("doubtful",): _UNREAD},
    "when": {("words", "names"): _UNREAD},
    "where": {("shortened",): _UNREAD},
}
# Tables of which the code gives the names: another name weighs nothing, ever.
_WEIGHED: Mapping[str, tuple[str, ...]] = {"weights": ("company", "parts"), "wanted": ("levels",)}


def without_moved(name: str, table: Table, source: TomlSource) -> tuple[Table, list[Problem]]:
    """The file ``<name>.toml`` without the keys that only an earlier version read, and a problem for each of them."""
    moved = {path: todo for path, todo in _KEYS.get(name, {}).items() if _has(table, path)}
    problems = [
        source.problem(path, f'"{".".join(map(str, path))}" is no key any more', todo) for path, todo in moved.items()
    ]
    for path in moved:
        table = _without(table, path)
    return table, problems


def unweighed(name: str, table: Table, shipped: Table, source: TomlSource) -> Iterator[Problem]:
    """A problem for each weight in a copy of the file ``<name>.toml`` whose level is none of the shipped file's."""
    for weighed in _WEIGHED.get(name, ()):
        yield from _strangers((weighed,), table.get(weighed), shipped[weighed], source)


def _strangers(path: Path, table: object, shipped: Table, source: TomlSource) -> Iterator[Problem]:
    for key, value in table.items() if isinstance(table, dict) else ():
        if key not in shipped:
            what = f'nothing is weighed by "{key}"'
            yield source.problem((*path, key), what, f"take it out; {suggestion(key, shipped)}")
        elif isinstance(shipped[key], dict):
            yield from _strangers((*path, key), value, shipped[key], source)


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
