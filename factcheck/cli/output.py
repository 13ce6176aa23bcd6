"""Printing and writing files: whole or not at all, never over what is not ours, and told when it cannot be done."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import click

from factcheck.errors import UsageError
from factcheck.marks import is_our_file

unfinished: set[str] = set()  # scratch files that exist now, for whoever has to stop

force_option = click.option("--force", is_flag=True, help="Write over a file that is no report of factcheck's.")


def write_bytes(data: bytes) -> None:
    """To standard output as UTF-8, or in its own encoding where a terminal has another.

    Raises OSError where it is full, closed or gone; `factcheck.cli.lazy` tells that in one line.
    """
    encoding = (sys.stdout.encoding or "utf-8").lower()
    if sys.stdout.isatty() and encoding not in ("utf-8", "utf8"):
        data = data.decode("utf-8").encode(encoding, "replace")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def check_output(path: Path | None, *, force: bool) -> None:
    """Raises UsageError for a file that a report would destroy: one that is there and is none of ours."""
    if path is None or force:
        return
    try:
        known = path.stat()
    except OSError:
        return  # it is not there, or writing tells what is wrong
    if stat.S_ISREG(known.st_mode) and known.st_size and not is_our_file(path):
        what = "this file is no report of factcheck's, and would be lost"
        raise UsageError(what, where=str(path), todo="choose another name with -o, or add --force")


def write_file(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all; a device or a pipe is written to. Raises UsageError where that fails."""
    try:
        if _is_special(path):
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UsageError(f"cannot write: {why}", where=str(path), todo="choose another place with -o") from error


def _is_special(path: Path) -> bool:
    """Whether a path is there and no plain file; writing tells what is wrong with one that cannot be."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _replace(path: Path, data: bytes) -> None:
    """The file by another with the new content, which has its rights, or those of a new file."""
    try:
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        mode = 0o666 & ~_umask()
    import tempfile  # only where something is written

    descriptor, scratch = tempfile.mkstemp(prefix=".factcheck-", dir=path.parent)
    unfinished.add(scratch)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(scratch).chmod(mode)
        Path(scratch).replace(path)
    finally:
        Path(scratch).unlink(missing_ok=True)
        unfinished.discard(scratch)


def _umask() -> int:
    now = os.umask(0o022)
    os.umask(now)
    return now
