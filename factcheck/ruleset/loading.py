"""Folders of rules files to one frozen `Ruleset`, with every problem in one go.

The rules that come with the tool are always the base. A file of a later folder replaces the one of the same name in an
earlier folder; all others add up. A broken file or claim is left out and noted; it never stops the others.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.errors import UsageError
from factcheck.ruleset.model import ClaimType, Match, Ruleset
from factcheck.ruleset.validating import find_faults, find_reference_faults
from factcheck.ruleset.words import fault as word_fault
from factcheck.sentences.lexicon import class_lists
from factcheck.vocabulary import Problem, Vocabulary, read_vocabulary, shipped_rules
from factcheck.vocabulary.binding import Binder, keys
from factcheck.vocabulary.problems import suggestion
from factcheck.vocabulary.source import Table, TomlSource, read_toml, shown_path

Words = Mapping[str, tuple[str, ...]]
_SECTIONS = ("about", "claim", "words")
_LONGEST_CHAIN = 20  # claims, each extending the next
_LONGEST_NAME = 8  # parts between dots
_NAME = re.compile(r"[a-z0-9_-]+")


class RawClaim(NamedTuple):
    """A claim as its file has it."""

    name: str
    table: Table
    path: tuple[str | int, ...]  # of its header
    source: TomlSource


LOCAL = Path("rules")


def default_folders(*extra: Path) -> tuple[Path, ...]:
    """The rules of a run: the claim rules of ``./rules`` where there is such a folder, then those asked for.

    The working folder may be a stranger's: what decides in the dark (context, weights) is taken from it only when it
    is asked for.
    """
    if not _is_other(LOCAL) or any(_same(LOCAL, folder) for folder in extra):
        return extra
    return (*sorted(path for path in LOCAL.glob("*.toml") if not path.is_dir()), *extra)


def _is_other(folder: Path) -> bool:
    return folder.is_dir() and not _same(folder, shipped_rules())


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def load_ruleset(*folders: Path, thorough: bool = False) -> Ruleset:
    """The shipped rules with the files of ``folders`` (or single files) laid over them, and every problem met.

    The words and examples of shipped files, which the tool's own tests hold right, are checked only when ``thorough``.

    Raises UsageError for a folder that is not there.
    """
    for folder in folders:
        if not folder.exists() and not folder.is_symlink():
            what = "no such rules file" if folder.suffix == ".toml" else "no such folder of rules"
            raise UsageError(what, where=str(folder), todo="check the path")
    base = (shipped_rules(), *folders)
    vocabulary, problems = read_vocabulary(*(folder for folder in base if folder.is_dir()))
    digest = hashlib.sha256(vocabulary.sha256.encode())
    loader = _Loader(list(problems), vocabulary, trusted=None if thorough else shipped_rules())
    files = _files(base)
    for name, path in files.items():
        digest.update(name.encode() + b"\0" + loader.read(path))
    claims = loader.claims()
    shown = tuple(shown_path(path) for path in files.values())
    over = laid_over(folders, loader.counts)
    return Ruleset(claims, loader.words, vocabulary, digest.hexdigest(), tuple(sorted(loader.problems)), shown, over)


def with_tolerances(ruleset: Ruleset, tolerances: Mapping[str, Decimal]) -> Ruleset:
    """The same rules where a hedged number may be off by other shares: ``{"about": Decimal("0.1")}``."""
    if not tolerances:
        return ruleset
    vocabulary = ruleset.vocabulary.changed("hedges", "spread", tolerances)
    digest = hashlib.sha256(f"{ruleset.sha256} {vocabulary.sha256}".encode()).hexdigest()
    return Ruleset(
        ruleset.claims, ruleset.words, vocabulary, digest, ruleset.problems, ruleset.files, ruleset.laid_over
    )


def laid_over(folders: Collection[Path], counts: Mapping[Path, int]) -> str | None:
    """What is laid over the rules that come with the tool, in one line; ``None`` for nothing."""
    told: dict[str, int] = {}
    replaced = {path.name for path in counts} & {path.name for path in shipped_rules().glob("*.toml")}
    for folder in folders:
        place = f"{folder}/" if folder.is_dir() else f"{folder.parent}/" if folder.parent == LOCAL else str(folder)
        inside = [count for path, count in counts.items() if path == folder or path.parent == folder]
        told[place] = told.get(place, 0) + sum(inside)
    deeper = sorted(f"{folder}/{inner}" for folder in folders if folder.is_dir() for inner in _inner(folder))
    left = [] if any(_same(LOCAL, folder) for folder in folders) else [f"{LOCAL}/{inner}" for inner in _inner(LOCAL)]
    parts = [f"{count} rule{'' if count == 1 else 's'} of {place}" for place, count in told.items()]
    if not parts and not left:
        return None
    line = f"laid over the rules of factcheck: {', '.join([*parts, *deeper]) or 'nothing'}"
    if replaced:
        line += f" (in place of its own: {', '.join(sorted(replaced))})"
    return line + (f"; left out: {', '.join(left)}, unless you add --rules {LOCAL}" if left else "")


def _inner(folder: Path) -> list[str]:
    """The folders below a folder of rules that hold more than claims: context, linking, …"""
    if not _is_other(folder):
        return []
    return sorted({path.parent.name for path in folder.glob("*/*.toml")})


@functools.cache
def bundled_ruleset() -> Ruleset:
    """The rules that come with the tool, read once a process."""
    return load_ruleset()


def _files(folders: tuple[Path, ...]) -> dict[str, Path]:
    """The files in force by name; a later one replaces an earlier one."""
    files: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.toml")) if folder.is_dir() else [folder]:
            files[path.name] = path
    return files


class _Loader:
    """Collects raw claims and word lists file by file, then binds and checks them together."""

    def __init__(self, problems: list[Problem], vocabulary: Vocabulary, trusted: Path | None) -> None:
        self.problems = problems
        self._vocabulary = vocabulary
        self._trusted = trusted
        self._trusted_files: set[str] = set()
        self.words: dict[str, tuple[str, ...]] = {}
        self._raw: dict[str, RawClaim] = {}
        self._word_places: dict[str, TomlSource] = {}
        self._ringed: set[str] = set()
        self._broken: set[str] = set()
        self._bound: dict[str, ClaimType | None] = {}
        self.counts: dict[Path, int] = {}  # rules in each file that is not shipped

    def read(self, path: Path) -> bytes:
        """Take in one file; its bytes, none where it cannot be read."""
        read = read_toml(path, past_doubles=True)
        if isinstance(read, Problem):
            self.problems.append(read)
            return b""
        table, source = read.table, read.source
        self.problems += read.problems
        if self._trusted is not None and path.is_relative_to(self._trusted):
            self._trusted_files.add(source.path)
        for key in table:
            if key not in _SECTIONS:
                todo = "put it below the [claim.NAME] it belongs to" if key in keys(ClaimType) else None
                todo = todo or suggestion(key, _SECTIONS)
                self.problems.append(source.problem((key,), f'unknown key "{key}"', todo))
        self._read_words(table.get("words", {}), source)
        raws = list(self._find_claims(table.get("claim", {}), (), source))
        for raw in raws:
            self._add(raw)
        if not path.is_relative_to(shipped_rules()):
            self.counts[path] = len(raws)
        return read.data

    def _read_words(self, table: Any, source: TomlSource) -> None:
        binder = Binder(source)
        lists = binder.convert(table, Mapping[str, tuple[str, ...]], ("words",))
        self.problems += binder.problems
        for name, words in lists.items() if isinstance(lists, dict) else ():
            if name in self.words:
                what = f'the list "@{name}" is already in {_where(self._word_places[name], ("words", name))}'
                self.problems.append(source.problem(("words", name), what, "give one of them another name"))
                continue
            self.words[name] = words
            self._word_places[name] = source

    def _find_claims(self, table: Any, names: tuple[str, ...], source: TomlSource) -> Iterator[RawClaim]:
        """Every ``[claim.a.b]``: the tables below ``claim`` that hold more than tables."""
        path = ("claim", *names)
        if not isinstance(table, Mapping):
            self.problems.append(source.problem(path, "expected a table", "write a header: [claim.NAME]"))
            return
        if names and not _NAME.fullmatch(names[-1]):
            todo = 'use small letters, digits, "-" and "_", joined by dots'
            self.problems.append(source.problem(path, f'"{names[-1]}" is no name for a claim', todo))
            return
        if len(names) > _LONGEST_NAME:
            what = f"a claim's name of more than {_LONGEST_NAME} parts"
            self.problems.append(source.problem(path[: _LONGEST_NAME + 1], what, "use fewer dots"))
            return
        if names and (not table or _is_claim(table)):
            yield RawClaim(".".join(names), table, path, source)
            return
        for name, inner in table.items():
            if _is_doubled(name, inner):
                dotted = ".".join((*path, name))
                what = f"[[{dotted}]] is a list of tables"
                self.problems.append(source.problem((*path, name), what, f"write one pair of brackets: [{dotted}]"))
                continue
            yield from self._find_claims(inner, (*names, name), source)

    def _add(self, raw: RawClaim) -> None:
        first = self._raw.get(raw.name)
        if first is None:
            self._raw[raw.name] = raw
            return
        what = f'the claim "{raw.name}" is already in {_where(first.source, first.path)}'
        self.problems.append(raw.source.problem(raw.path, what, "rename one, or replace the whole file of that name"))

    def claims(self) -> tuple[ClaimType, ...]:
        """The sound claim types, in the order of files and of claims in them."""
        self.words = class_lists(self._vocabulary) | self.words
        self._check_words()
        return tuple(claim for raw in self._raw.values() if (claim := self._sound(raw)) is not None)

    def _check_words(self) -> None:
        for name, source in self._word_places.items():
            if source.path in self._trusted_files:
                continue
            for at, word in enumerate(self.words[name]):
                fault = word_fault(word, self.words)
                if fault:
                    self.problems.append(source.problem(("words", name, at), *fault))

    def _sound(self, raw: RawClaim) -> ClaimType | None:
        """The claim type if nothing grave is wrong with it; whatever is wrong is noted."""
        claim = self._bind(raw, ())
        if claim is None or claim.status == "off":
            return None
        sound = raw.name not in self._broken
        if raw.source.path in self._trusted_files:
            faults = find_reference_faults(claim, self._raw)
        else:
            faults = find_faults(claim, self._raw, self.words, self._vocabulary)
        for fault in faults:
            if _own(raw, fault.path) and (sound or fault.path):
                self.problems.append(raw.source.problem((*raw.path, *fault.path), fault.what, fault.todo))
            sound = sound and not fault.grave
        return claim if sound else None

    def _bind(self, raw: RawClaim, chain: tuple[str, ...]) -> ClaimType | None:
        """The claim type with what it extends, its problems noted (once); ``None`` when there is nothing to go on."""
        if raw.name not in self._bound:
            self._bound[raw.name] = self._bind_new(raw, (*chain, raw.name))
        return self._bound[raw.name]

    def _bind_new(self, raw: RawClaim, chain: tuple[str, ...]) -> ClaimType | None:
        binder = Binder(raw.source)
        given = binder.values(raw.table, ClaimType, raw.path)
        parent = self._parent(raw, chain, binder) if "extends" in raw.table else None
        if parent is None and "extends" not in raw.table and "question" not in raw.table:
            binder.report(raw.path, 'the key "question" is missing', 'add: question = "How many … ?"')
        self.problems += binder.problems
        if binder.problems:
            self._broken.add(raw.name)
        if parent is None and "question" not in given:
            return None
        line = raw.source.headers.get(f"claim.{raw.name}") or raw.source.place(raw.path).line
        placed = _placed(given, raw, line)
        own: dict[str, Any] = {"name": raw.name, "path": raw.source.path, "line": line}
        if parent is None:
            return ClaimType(**placed, **own)
        return dataclasses.replace(parent, **({"match": (), "no_match": (), "verdict": ()} | placed | own))

    def _parent(self, raw: RawClaim, chain: tuple[str, ...], binder: Binder) -> ClaimType | None:
        name, path = raw.table["extends"], (*raw.path, "extends")
        if not isinstance(name, str):
            return None
        if name in chain:
            binder.report(path, "claims extend each other in a ring: " + " → ".join((*chain, name)), "break the ring")
            self._ringed.update(chain)
            return None
        if len(chain) > _LONGEST_CHAIN:
            what = f"more than {_LONGEST_CHAIN} claims extend each other in a row"
            binder.report(path, what, "extend the first of them")
            return None
        if name not in self._raw:
            others = [known for known in self._raw if known != raw.name]
            binder.report(path, f'no claim "{name}" to extend', suggestion(name, others))
            return None
        parent = self._bind(self._raw[name], chain)
        if parent is not None and name not in self._broken:
            return parent
        if raw.name not in self._ringed:
            binder.report(path, f'"{name}" cannot be extended while it is broken', "mend that claim first")
        return parent


def _is_claim(table: Table) -> bool:
    """Whether a table below ``claim`` is a claim, not a mere part of names: no key of a claim takes a table."""
    return any(not isinstance(value, Mapping) and not _is_doubled(name, value) for name, value in table.items())


def _is_doubled(name: str, value: Any) -> bool:
    """Whether a value comes from a header with a pair of brackets too many: ``[[claim.NAME]]``."""
    return name not in keys(ClaimType) and isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _own(raw: RawClaim, path: tuple[str | int, ...]) -> bool:
    """Whether a fault is this claim's own, not one it has from the claim it extends."""
    return not path or path[0] in raw.table


def _placed(given: dict[str, Any], raw: RawClaim, line: int) -> dict[str, Any]:
    """The keys of a claim with its examples told where they stand."""
    placed = dict(given)
    for key in ("match", "no_match", "verdict"):
        examples: Collection[Any] = given.get(key, ())
        if examples:
            placed[key] = tuple(_example(example, raw.source.path, line) for example in examples)
    return placed


def _example(example: Any, path: str, line: int) -> Any:
    if isinstance(example, str):
        return Match(example, path=path, line=line)
    return dataclasses.replace(example, path=path, line=line)


def _where(source: TomlSource, path: tuple[str | int, ...]) -> str:
    return f"{source.path}:{source.place(path).line}"
