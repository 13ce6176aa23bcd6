"""A click group that imports a command only when it is called, and says in one line what went wrong."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping
from typing import Any

import click

from factcheck.errors import FactcheckError


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

    def __init__(self, *args: Any, commands_at: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._places = dict(commands_at or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        there = [name for name, place in self._places.items() if _installed(place)]
        return [*there, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = self._places.get(cmd_name)
        if place is None or not _installed(place):
            return super().get_command(ctx, cmd_name)
        module, _, function = place.partition(":")
        command: click.Command = getattr(importlib.import_module(module), function)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except FactcheckError as error:
            raise Failure(str(error)) from error
        except KeyboardInterrupt as error:
            raise Stopped from error


def _installed(place: str) -> bool:
    return importlib.util.find_spec(place.partition(":")[0]) is not None
