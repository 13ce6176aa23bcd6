"""A line of progress on a terminal, for work that takes over a second."""

from __future__ import annotations

import threading
import time
from typing import IO, Self

PATIENCE = 1.0  # seconds before the line appears
STEP = 0.1


class ProgressLine:
    """Called with (done, all); draws at most ten times a second and leaves nothing behind.

    A timer draws it the first time where one long step does not call it: a large file, the grouping.
    """

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._wanted = stream.isatty()
        self._start = self._last = time.monotonic()
        self._drawn = False
        self._line = "reading…"
        self._lock = threading.Lock()
        self._timer = threading.Timer(PATIENCE, self._first)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        if self._wanted:
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            self._wanted = False
            if self._drawn:
                self._write("\r\x1b[K")

    def __call__(self, done: int, total: int) -> None:
        self._line = _line(done, total)
        now = time.monotonic()
        if now - self._start < PATIENCE or (now - self._last < STEP and done < total):
            return
        self._last = now
        self._draw()

    def _first(self) -> None:
        if not self._drawn:
            self._draw()

    def _draw(self) -> None:
        with self._lock:
            if self._wanted:
                self._drawn = True
                self._write(f"\r\x1b[K{self._line}")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def _line(done: int, total: int) -> str:
    if done >= total:
        return f"grouping the figures of {total:,} document{'' if total == 1 else 's'}…"
    if not done:
        return "reading…"
    filled = 24 * done // total
    return f"reading [{'#' * filled}{'.' * (24 - filled)}] {done:,} of {total:,} documents"
