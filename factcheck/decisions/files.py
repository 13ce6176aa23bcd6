"""The log's file: appending and rewriting so that a crash, a full disk or a second process loses nothing."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from factcheck.decisions.lock import locked, same_file
from factcheck.errors import FactcheckError

_MODE = 0o644


class DecisionsError(FactcheckError):
    """The decisions file cannot be read or written; nothing that was saved before is lost."""


State = tuple[int, int, int]  # modified, size, inode


def state(path: str | os.PathLike[str]) -> State:
    """What changes when a file does; the same value for every file that is not there."""
    try:
        found = Path(path).stat()
    except OSError:
        return 0, -1, 0
    return found.st_mtime_ns, found.st_size, found.st_ino


def read(path: Path) -> bytes:
    """The bytes of the log; empty when there is none yet."""
    try:
        if path.exists() and not path.is_file():
            raise OSError(errno.EINVAL, "it is not a file")
        if not path.absolute().parent.is_dir():
            raise OSError(errno.ENOTDIR, "there is no such folder")
        with path.open("rb", buffering=0) as file, locked(file, shared=True):
            file.seek(0)
            return file.read()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise _failed("the decisions cannot be read", path, error) from error


def append(path: Path, text: str) -> None:
    """Add whole lines in one write and force them to the disk.

    A torn line that a crash left at the end is closed first, so that it never swallows the new one. When the disk is
    full, what was written of the new lines is taken back. Raises DecisionsError when nothing was saved.
    """
    data = text.encode("utf-8", "backslashreplace")  # inside JSON that is an escape, read back as it was
    try:
        with _current(path) as file:
            size = os.fstat(file.fileno()).st_size
            try:
                _write_all(file, (b"" if _ends_with_line(file, size) else b"\n") + data)
                os.fsync(file.fileno())
            except OSError:
                with contextlib.suppress(OSError):
                    os.ftruncate(file.fileno(), size)
                raise
    except OSError as error:
        raise _failed("the decision is NOT saved (earlier ones are safe)", path, error) from error


def rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Replace the content by ``change(content)``, all of it or nothing; others' appends wait and are not lost."""
    path = path.resolve()
    try:
        with _current(path) as file:
            file.seek(0)
            _replace(path, file, change(file.read()))
    except OSError as error:
        raise _failed("nothing was changed", path, error) from error


@contextlib.contextmanager
def _current(path: Path) -> Iterator[BinaryIO]:
    """The log, opened for appending and locked; opened again when a rewrite replaced it while we waited."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, _MODE)
        with os.fdopen(descriptor, "rb+", buffering=0) as file, locked(file):
            if same_file(file, path):
                yield file
                return


def _write_all(file: BinaryIO, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def _ends_with_line(file: BinaryIO, size: int) -> bool:
    if not size:
        return True
    file.seek(size - 1)
    return file.read(1) == b"\n"


def _replace(path: Path, file: BinaryIO, content: bytes) -> None:
    """Write the content beside the log first, and only then in its place."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb", buffering=0) as fresh:
            _write_all(fresh, content)
            os.fsync(fresh.fileno())
        if sys.platform == "win32":  # an open file cannot be replaced there
            _overwrite(file, content)
        else:
            beside.chmod(os.fstat(file.fileno()).st_mode & 0o777)
            beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _overwrite(file: BinaryIO, content: bytes) -> None:
    os.ftruncate(file.fileno(), 0)
    _write_all(file, content)
    os.fsync(file.fileno())


def _failed(what: str, path: Path, error: OSError) -> DecisionsError:
    reason = error.strerror or str(error)
    return DecisionsError(f"{what}: {reason}", where=str(path), todo="see to the file or choose another, --decisions")
