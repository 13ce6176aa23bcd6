"""A line of progress on a terminal, for work that takes over a second."""

from __future__ import annotations

import time
from typing import IO, Self

PATIENCE = 1.0  # seconds before the line appears
STEP = 0.1


class ProgressLine:
    """Called with (done, all); draws at most ten times a second and leaves nothing behind."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._wanted = stream.isatty()
        self._start = self._last = time.monotonic()
        self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if not self._wanted or now - self._start < PATIENCE or (now - self._last < STEP and done < total):
            return
        self._last = now
        self._drawn = True
        filled = 24 * done // max(total, 1)
        doing = "comparing" if done >= total else "reading"
        self._stream.write(f"\r\x1b[K{doing} [{'#' * filled}{'.' * (24 - filled)}] {done:,} of {total:,} documents")
        self._stream.flush()
