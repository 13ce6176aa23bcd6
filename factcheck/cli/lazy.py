"""A click group that imports a command only when it is called, and says in one line what went wrong."""

from __future__ import annotations

import difflib
import importlib
import importlib.util
from collections.abc import Mapping
from typing import Any

import click

from factcheck.errors import FactcheckError

_WHOLE = 1000  # characters of a summary: click cuts it otherwise


class Failure(click.ClickException):
    """A problem told in one line: where, what, what to do."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(f"factcheck: {self.format_message()}", file=file, err=file is None)


class Stopped(click.ClickException):
    """Control-C: what a shell expects of a program that was interrupted."""

    exit_code = 130  # 128 + SIGINT

    def __init__(self) -> None:
        super().__init__("stopped")

    def show(self, file: Any = None) -> None:
        click.echo(f"factcheck: {self.format_message()}", file=file, err=file is None)


class LazyGroup(click.Group):
    """Commands by name as ``"module:function"``; one whose module is not installed is absent."""

    def __init__(
        self,
        *args: Any,
        commands_at: Mapping[str, str] | None = None,
        examples: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._places, self._examples = dict(commands_at or {}), dict(examples or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        there = [name for name, place in self._places.items() if _installed(place)]
        return [*there, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        command = self._command(ctx, cmd_name)
        if command is not None and cmd_name in self._examples and not command.epilog:
            command.epilog = f"\b\nExample: {self._examples[cmd_name]}"
        return command

    def _command(self, ctx: click.Context, name: str) -> click.Command | None:
        place = self._places.get(name)
        if place is None or not _installed(place):
            return super().get_command(ctx, name)
        module, _, function = place.partition(":")
        command: click.Command = getattr(importlib.import_module(module), function)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it; of a command that is not there, the nearest is named."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], self.list_commands(ctx), 1)
            meant = f" Did you mean {near[0]!r}?" if near else ""
            ctx.fail(f"No such command {args[0]!r}.{meant}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """All commands with the whole of their first sentence, on a second line where it is long."""
        rows = [
            (name, command.get_short_help_str(_WHOLE))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None and not command.hidden
        ]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except FactcheckError as error:
            raise Failure(str(error)) from error
        except KeyboardInterrupt as error:
            raise Stopped from error


def _installed(place: str) -> bool:
    return importlib.util.find_spec(place.partition(":")[0]) is not None
