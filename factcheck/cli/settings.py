"""The configuration as the commands see it: defaults of their options, and how articles are read.

Most runs have none: what looks for it here costs no import.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from factcheck.configuration import Configuration
    from factcheck.documents import ReadOptions

_NAMES = ("factcheck.toml", "pyproject.toml")
_SCANNING = ("scan", "review", "serve", "watch")  # commands that scan what the configuration names
_WITH_RULES = {
    "explain": (),
    "decisions": ("export", "list", "prune", "show", "undo"),
    "rules": ("check", "diff", "list", "new", "schema", "stats", "test", "try"),
}


def configure(ctx: click.Context, path: Path | None) -> None:
    """Put the configuration into a context: of ``path``, or the nearest one of the working folder."""
    if path is None and not _may_be_near():
        return
    from factcheck.configuration import find_configuration, load_configuration

    configuration = load_configuration(path or find_configuration(Path.cwd()))
    ctx.obj = configuration
    ctx.default_map = _defaults(configuration)


def configuration_of(ctx: click.Context) -> Configuration:
    """The configuration of a run; an empty one where there is none."""
    if ctx.obj is None:
        from factcheck.configuration import Configuration

        return Configuration()
    found: Configuration = ctx.obj
    return found


def read_options(published: dt.date | None = None, outlet: str | None = None) -> ReadOptions:
    """How the articles of the running command are read: as configured, and as its options say."""
    options = configuration_of(click.get_current_context()).read_options()
    return dataclasses.replace(options, published=published, outlet=outlet or options.outlet)


def _may_be_near() -> bool:
    here = Path.cwd()
    return any((folder / name).is_file() for folder in (here, *here.parents) for name in _NAMES)


def _defaults(configuration: Configuration) -> dict[str, Any]:
    """What the configuration says of the commands' options, by command and option as click has them."""
    known = configuration.settings
    shared: dict[str, Any] = {}
    if known.rules:
        shared["rules"] = [configuration.resolved(path) for path in known.rules]
    if known.decisions:
        shared["decisions"] = configuration.resolved(known.decisions)
    scanning = {**shared, "paths": [configuration.resolved(path) for path in known.paths]} if known.paths else shared
    found: dict[str, Any] = {command: dict(scanning) for command in _SCANNING}
    found["scan"] |= {"format_": known.format} if known.format else {}
    found["scan"] |= {"policy": known.policy} if known.policy else {}
    for command, parts in _WITH_RULES.items():
        found[command] = {part: dict(shared) for part in parts} if parts else dict(shared)
    return found
