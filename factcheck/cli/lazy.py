"""A click group that imports a command only when it is called, and says in one line what went wrong."""

from __future__ import annotations

import errno
import importlib
import importlib.util
import os
import shlex
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from factcheck.cli.choosing import meant
from factcheck.errors import FactcheckError

_WHOLE = 1000  # characters of a summary: click cuts it otherwise
_DEBUG = "factcheck.debug"
_READER_GONE = 141  # 128 + SIGPIPE
_OF_STREAMS = (errno.EPIPE, errno.ENOSPC, errno.EBADF, errno.EIO, errno.EDQUOT)
_LONGEST = 200  # characters of an error's own words

# Every command has it.
DEBUG = click.Option(
    ["--debug"],
    is_flag=True,
    expose_value=False,
    callback=lambda ctx, _, wanted: ctx.meta.update({_DEBUG: wanted or ctx.meta.get(_DEBUG)}),
    help="Show the whole trace of an internal error.",
)


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


class Broken(click.ClickException):
    """A fault of the program itself: one line, to be reported, and an exit code that means nothing else."""

    exit_code = 4

    def show(self, file: Any = None) -> None:
        click.echo(f"factcheck: {self.format_message()}", file=file, err=file is None)


class LazyGroup(click.Group):
    """Commands by name as ``"module:function"``; one whose module is not installed is absent.

    ``reads`` names the command to point to where a file or folder stands in place of a command.
    """

    def __init__(
        self,
        *args: Any,
        commands_at: Mapping[str, str] | None = None,
        examples: Mapping[str, str] | None = None,
        reads: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._places, self._examples = dict(commands_at or {}), dict(examples or {})
        self._reads = reads

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
        for each in command.commands.values() if isinstance(command, click.Group) else (command,):
            if DEBUG not in each.params:
                each.params.append(DEBUG)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it; of a command that is not there, the nearest is named, or the one that reads such files."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = meant(args[0], self.list_commands(ctx))
            if self._reads and Path(args[0]).exists():
                near = f" To read {args[0]}: {ctx.command_path} {self._reads} {shlex.quote(args[0])}"
            ctx.fail(f"No such command {args[0]!r}.{near}")
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
        except (click.exceptions.Exit, click.ClickException, click.Abort):
            raise
        except OSError as error:
            raise _of_stream(error) or _broken(ctx, error) from error
        except Exception as error:
            raise _broken(ctx, error) from error


def _of_stream(error: OSError) -> click.ClickException | click.exceptions.Exit | None:
    """What to raise for output that nobody takes: in silence where the reader went away, as ``head`` does."""
    if error.filename is not None or error.errno not in _OF_STREAMS:
        return None
    _give_up_stdout()
    if error.errno == errno.EPIPE:
        return click.exceptions.Exit(_READER_GONE)
    why = (error.strerror or str(error)).lower()
    return Failure(f"standard output: cannot write: {why}; write a file with -o FILE, or elsewhere with > FILE")


def _give_up_stdout() -> None:
    """What is still to be printed goes nowhere, or Python would try again, and complain, at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def _broken(ctx: click.Context, error: Exception) -> Broken:
    """The one line for a fault nobody foresaw; with --debug, the whole trace before it."""
    if ctx.meta.get(_DEBUG):
        traceback.print_exception(error, file=sys.stderr)
    if isinstance(error, MemoryError):
        return Broken("the memory is full; scan fewer or shorter documents at once")
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "factcheck" in frame.filename]
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    what = f"{type(error).__name__}: {error}".split("\n")[0].rstrip(": ")[:_LONGEST]
    return Broken(f"internal error at {place} ({what}); please report it, with what --debug shows")


def _installed(place: str) -> bool:
    return importlib.util.find_spec(place.partition(":")[0]) is not None
