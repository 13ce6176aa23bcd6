"""The configuration of a project: ``factcheck.toml``, or ``[tool.factcheck]`` in ``pyproject.toml``.

Options of the command line go before it, and it goes before what the tool does by itself.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from factcheck.documents import ReadOptions
from factcheck.errors import UsageError
from factcheck.vocabulary.binding import Binder
from factcheck.vocabulary.problems import Problem, suggestion
from factcheck.vocabulary.source import Table, TomlSource, read_toml, shown_path

FILE = "factcheck.toml"
_PYPROJECT = "pyproject.toml"
HEDGES = ("about", "nearly", "just_over")
COLUMNS = ("text", "title", "date", "modified", "outlet", "url", "author")


@dataclass(frozen=True, slots=True)
class Settings:
    """The keys a configuration may have. Paths and patterns are relative to the folder of the file."""

    paths: tuple[str, ...] = ()  # what is scanned where the command line names nothing
    exclude: tuple[str, ...] = ()  # patterns as in .gitignore, of what is left out of folders
    rules: tuple[str, ...] = ()  # folders of rules laid over those that come with the tool
    decisions: str | None = None  # the log of decisions
    format: str | None = None  # how a scan is printed
    policy: Literal["range", "latest", "origins"] | None = None
    time_zone: str | None = None  # in which a moment of publication is told as a day
    outlet: str | None = None  # of documents that tell none
    outlets: Mapping[str, str] = field(default_factory=dict)  # names by domain
    columns: Mapping[str, str] = field(default_factory=dict)  # of exports, by our names
    tolerances: Mapping[str, Decimal] = field(default_factory=dict)  # shares by which a hedged number may be off


@dataclass(frozen=True, slots=True)
class Configuration:
    """Settings, the file they come from (``None`` where there is none), and its lines by key."""

    settings: Settings = field(default_factory=Settings)
    path: Path | None = None
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        return self.path.parent if self.path else Path()

    def resolved(self, path: str) -> str:
        """A path of the configuration as it is seen from the working folder."""
        full = self.folder / path
        return shown_path(full) if not Path(path).is_absolute() else path

    def read_options(self) -> ReadOptions:
        """What concerns the reading of articles."""
        known = self.settings
        return ReadOptions(
            outlet=known.outlet,
            outlets=dict(known.outlets),
            columns=dict(known.columns),
            time_zone=known.time_zone,
            exclude=known.exclude,
            root=str(self.folder),
            tolerances=dict(known.tolerances),
        )


def find_configuration(start: Path) -> Path | None:
    """The nearest configuration of a folder or of one around it, as far as the root of a repository."""
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder / FILE
        if (folder / _PYPROJECT).is_file() and _table(folder / _PYPROJECT) is not None:
            return folder / _PYPROJECT
        if (folder / ".git").exists():
            return None
    return None


def load_configuration(path: Path | None) -> Configuration:
    """The configuration of a file. Raises UsageError, with the place, for the first thing wrong in it."""
    if path is None:
        return Configuration()
    read = read_toml(path)
    if isinstance(read, Problem):
        raise UsageError(read.what, where=read.where, todo=read.todo)
    inside = ("tool", "factcheck") if path.name == _PYPROJECT else ()
    table: Table = read.table
    for key in inside:
        table = table.get(key, {})
    binder = Binder(read.source)
    settings = binder.bind(table, Settings, inside)
    problems = [*binder.problems, *(_faults(settings, read.source, inside) if settings else ())]
    if problems or settings is None:
        first = problems[0]
        raise UsageError(first.what, where=first.where, todo=first.todo)
    return Configuration(settings, path, {key: read.source.place((*inside, key)).line for key in table})


def _faults(settings: Settings, source: TomlSource, inside: tuple[str, ...]) -> Iterator[Problem]:
    """What is of the right form and still means nothing."""
    for name in settings.columns:
        if name not in COLUMNS:
            yield source.problem((*inside, "columns", name), f'unknown column "{name}"', suggestion(name, COLUMNS))
    for name, share in settings.tolerances.items():
        place = (*inside, "tolerances", name)
        if name not in HEDGES:
            yield source.problem(place, f'unknown hedge "{name}"', suggestion(name, HEDGES))
        elif not 0 <= share <= 1:
            yield source.problem(place, f"tolerance {share} is no share", "give a share from 0 to 1: 0.2 is 20 %")
    zone = settings.time_zone
    if zone is not None:
        import zoneinfo  # for the few that name one

        if zone not in (known := zoneinfo.available_timezones()):
            yield source.problem((*inside, "time_zone"), f'no time zone is called "{zone}"', suggestion(zone, known))


def _table(path: Path) -> Mapping[str, Any] | None:
    read = read_toml(path)
    found = None if isinstance(read, Problem) else read.table.get("tool", {}).get("factcheck")
    return found if isinstance(found, dict) else None


def in_force(configuration: Configuration) -> Iterator[tuple[str, Any, str]]:
    """Every setting with its value and from where it is: ``factcheck.toml:3``, or ``default``."""
    file = shown_path(configuration.path) if configuration.path else ""
    for key in dataclasses.fields(Settings):
        value = getattr(configuration.settings, key.name)
        line = configuration.lines.get(key.name)
        yield key.name, value, f"{file}:{line}" if line else "default"
