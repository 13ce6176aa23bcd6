"""``factcheck`` from a shell: signals and streams are settled before anything slow is imported."""

from __future__ import annotations

import io
import os
import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # an interrupt before `settle` is none of ours: nothing is imported that it does not need
    from types import FrameType

INTERRUPTED = 128  # and the number of the signal: what a shell expects


class Closed(io.RawIOBase):
    """Stands for a standard output that was closed by the caller: what is printed fails instead of vanishing."""

    def writable(self) -> bool:
        return True

    def write(self, _: object, /) -> int:
        raise OSError(9, "it is closed")


def run() -> None:
    """The command line; Control-C ends it at once, with one line, wherever it is."""
    settle()
    from factcheck.cli import main

    main()


def settle() -> None:
    """One line and the right code for Control-C and ``kill``, from here on; printing to nowhere is a fault."""
    owner = os.getpid()

    def stop(number: int, _: FrameType | None) -> None:
        if os.getpid() == owner:
            _end(number)
        os._exit(INTERRUPTED + number)  # a worker that has just begun

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(Closed()), encoding="utf-8", write_through=True)


def _end(number: int) -> None:
    """What must not stay behind: workers, half a report, half a line."""
    import contextlib

    if "multiprocessing" in sys.modules:
        import multiprocessing

        for worker in multiprocessing.active_children():
            worker.kill()
    output = sys.modules.get("factcheck.cli.output")
    for scratch in tuple(output.unfinished) if output else ():
        with contextlib.suppress(OSError):
            os.unlink(scratch)  # noqa: PTH108 - pathlib may not be there yet
    start = "\r\x1b[K" if os.isatty(2) else ""
    with contextlib.suppress(OSError):  # nobody to tell
        os.write(2, f"{start}factcheck: {'stopped' if number == signal.SIGINT else 'ended'}\n".encode())


if __name__ == "__main__":
    run()
