"""A terminal to test in: a program on a pseudo-terminal, its screen as a person would see it."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import pyte

ROOT = Path(__file__).parent.parent
PATIENCE = 100.0  # seconds; a wait ends as soon as what it waits for is there, and a busy machine is slow
_ALTERNATE = {"\x1b[?1049h": True, "\x1b[?1049l": False}


class PseudoTerminal:
    """Runs a command; ``screen`` is what is shown, ``sent`` all that was written."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        lines: int = 24,
        cwd: Path = ROOT,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self.sent = ""
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            path = {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
            os.execve(command[0], list(command), {**os.environ, **path, **(env or {})})  # noqa: S606
        self.resize(columns, lines)

    @classmethod
    def python(
        cls, *words: str, columns: int = 80, lines: int = 24, cwd: Path = ROOT, env: Mapping[str, str] | None = None
    ) -> Self:
        return cls([sys.executable, *words], columns=columns, lines=lines, cwd=cwd, env=env)

    @property
    def screen(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip("\n")

    def alternate(self) -> bool:
        """Whether the program is on the alternate screen."""
        at = {code: self.sent.rfind(code) for code in _ALTERNATE}
        return at["\x1b[?1049h"] > at["\x1b[?1049l"]

    def marked(self) -> list[str]:
        """The words in reverse video."""
        words, word = [], ""
        for y in range(self._screen.lines):
            row = self._screen.buffer[y]
            for x in range(self._screen.columns):
                if row[x].reverse:
                    word += row[x].data
                elif word:
                    words.append(word)
                    word = ""
        return words

    def type(self, keys: str) -> None:
        os.write(self._fd, keys.encode())

    def resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._screen.resize(lines, columns)

    def until(self, wanted: str | Callable[[str], bool]) -> str:
        """Wait for words, or a condition, on the screen, and give the screen."""
        seen = wanted if callable(wanted) else lambda screen: wanted in screen
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if seen(self.screen):
                while self._read(0.05):  # the rest of the frame
                    pass
                return self.screen
            self._read(0.1)
        raise AssertionError(f"waited for {wanted!r}; the screen is:\n{self.screen}")

    def settle(self, quiet: float = 0.3) -> str:
        """Wait until nothing more is written for a while, and give the screen."""
        while self._read(quiet):
            pass
        return self.screen

    def ended(self) -> int:
        """Wait for the end, and give the exit code (or the signal, negative)."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self._read(0.1)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self._read(0.0):
                    pass
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(f"it did not end; the screen is:\n{self.screen}")

    def _read(self, wait: float) -> bool:
        if not select.select([self._fd], [], [], wait)[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # the other end is closed
            return False
        text = self._decoder.decode(data)
        self.sent += text
        self._stream.feed(text)
        return bool(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)
