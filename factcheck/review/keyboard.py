"""The terminal itself: single keys, the alternate screen, and leaving it as it was whatever happens."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from types import FrameType
from typing import Self

_SEQUENCES = {
    "\x1b[A": "up", "\x1b[B": "down", "\x1b[C": "right", "\x1b[D": "left", "\x1bOA": "up", "\x1bOB": "down",
    "\x1bOC": "right", "\x1bOD": "left", "\x1b[5~": "page up", "\x1b[6~": "page down", "\x1b[H": "home",
    "\x1b[F": "end", "\x1b[1~": "home", "\x1b[4~": "end", "\x1bOH": "home", "\x1bOF": "end", "\x1b[Z": "back tab",
    "\r": "enter", "\n": "enter", "\t": "tab", " ": "space", "\x7f": "backspace", "\x08": "backspace", "\x1b": "escape",
    "\x15": "clear", "\x17": "clear word", "\x0c": "redraw", "\x04": "quit",
}  # fmt: skip
# One key: a sequence of the terminal (also those nobody uses here, as a whole), or one character.
_KEY = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1bO.|.", re.DOTALL)
_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"


def split_keys(text: str) -> list[str]:
    """The keys in what a terminal sent: names for special keys, characters for others."""
    keys = [_SEQUENCES.get(match.group(), match.group()) for match in _KEY.finditer(text)]
    return [key for key in keys if not (key.startswith("\x1b") or (len(key) == 1 and ord(key) < 32))]


if sys.platform == "win32":
    import msvcrt
    import time

    class _Input:
        def __init__(self) -> None:
            self._codes = {"H": "\x1b[A", "P": "\x1b[B", "M": "\x1b[C", "K": "\x1b[D", "I": "\x1b[5~", "Q": "\x1b[6~"}

        def open(self) -> None:
            os.system("")  # noqa: S605  # switches the console to escape sequences

        def close(self) -> None:
            pass

        def read(self, wait: float) -> str:
            until = time.monotonic() + wait
            while not msvcrt.kbhit():
                if time.monotonic() > until:
                    return ""
                time.sleep(0.02)
            key = msvcrt.getwch()
            if key == "\x03":
                raise KeyboardInterrupt
            return self._codes.get(msvcrt.getwch(), "") if key in "\x00\xe0" else key
else:
    import codecs
    import select
    import termios
    import tty

    class _Input:
        """Keys as they are pressed, without Enter; Ctrl-C and Ctrl-Z stay what they are."""

        def __init__(self) -> None:
            self._fd = sys.stdin.fileno()
            self._before = termios.tcgetattr(self._fd)
            self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

        def open(self) -> None:
            tty.setcbreak(self._fd)

        def close(self) -> None:
            termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before)

        def read(self, wait: float) -> str:
            """What was typed within the time; raises EOFError when the terminal went away."""
            if not select.select([self._fd], [], [], wait)[0]:
                return ""
            data = os.read(self._fd, 1024)
            if not data:
                raise EOFError
            text = self._decoder.decode(data)
            # A sequence may come in pieces over a slow line; a lone Escape is followed by nothing.
            while text.endswith(("\x1b", "\x1b[", "\x1bO")) and select.select([self._fd], [], [], 0.05)[0]:
                text += self._decoder.decode(os.read(self._fd, 1024))
            return text


class Terminal:
    """The screen and the keys. Use as a context manager."""

    def __init__(self) -> None:
        self._input = _Input()
        self._waiting: list[str] = []
        self._frame = ""

    def __enter__(self) -> Self:
        self._open()
        if hasattr(signal, "SIGTSTP"):
            signal.signal(signal.SIGTSTP, self._stopped)
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a script's background job would not heed it
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _ended)
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def size(self) -> tuple[int, int]:
        """Columns and lines, asked anew each time: windows are resized."""
        with contextlib.suppress(OSError):
            size = os.get_terminal_size(sys.stdout.fileno())
            if size.columns and size.lines:
                return size.columns, size.lines
        fallback = shutil.get_terminal_size((80, 24))
        return fallback.columns, fallback.lines

    def draw(self, lines: Sequence[str]) -> None:
        """The whole screen at once, without a flicker."""
        shown = "\x1b[K\r\n".join(lines)
        self._frame = f"\x1b[?25l\x1b[H{shown}\x1b[K\x1b[J"
        sys.stdout.write(self._frame)
        sys.stdout.flush()

    def key(self, wait: float) -> str | None:
        """The next key, or ``None`` when none came in time."""
        if not self._waiting:
            self._waiting = split_keys(self._input.read(wait))
        return self._waiting.pop(0) if self._waiting else None

    @contextlib.contextmanager
    def lent(self) -> Iterator[None]:
        """The terminal as it was before, for another program."""
        self._close()
        try:
            yield
        finally:
            self._open()

    def _open(self) -> None:
        self._input.open()
        sys.stdout.write(_ENTER + self._frame)
        sys.stdout.flush()

    def _close(self) -> None:
        with contextlib.suppress(OSError, ValueError):  # the terminal may be gone
            sys.stdout.write(_LEAVE)
            sys.stdout.flush()
        with contextlib.suppress(OSError):
            self._input.close()

    def _stopped(self, number: int, _: FrameType | None) -> None:
        """Ctrl-Z: give the terminal back, stop, and take it again when continued."""
        self._close()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        signal.signal(number, self._stopped)
        self._open()


def _ended(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)
