"""An advisory lock on an open file, on every system; where the file system has none, nobody waits."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

PATIENCE = 10.0  # seconds to wait for another process
_PAUSE = 0.01
_NO_LOCKS = frozenset({errno.ENOLCK, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP})
_BUSY = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # locks are binding there, so the locked byte lies where no content is

    def _try(file: BinaryIO, *, shared: bool) -> None:  # noqa: ARG001  # there are no shared locks
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _release(file: BinaryIO) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _try(file: BinaryIO, *, shared: bool) -> None:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)

    def _release(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


@contextlib.contextmanager
def locked(file: BinaryIO, *, shared: bool = False, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock while the block runs. Raises TimeoutError when another process keeps it too long."""
    held = _acquire(file, shared=shared, patience=patience)
    try:
        yield
    finally:
        if held:
            _release(file)


def same_file(file: BinaryIO, path: Path) -> bool:
    """Whether ``path`` still names the open file, and not one that replaced it."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _acquire(file: BinaryIO, *, shared: bool, patience: float) -> bool:
    until = time.monotonic() + patience
    while True:
        try:
            _try(file, shared=shared)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return False
            if error.errno not in _BUSY:
                raise
            if time.monotonic() > until:
                raise TimeoutError("another process holds its lock") from None
        else:
            return True
        time.sleep(_PAUSE)
