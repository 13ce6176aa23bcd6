"""What holds for every test."""

from __future__ import annotations

import signal


def pytest_configure() -> None:
    """Control-C works in the programs that tests start, also where the tests themselves run with it ignored.

    A job put into the background of a script ignores SIGINT, and so would all that it starts: a test that sends one
    and waits for the end would wait for ever.
    """
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
