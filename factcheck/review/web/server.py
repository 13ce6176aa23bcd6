"""The server's life: a socket on 127.0.0.1, a thread for each request, an end at Ctrl-C."""

from __future__ import annotations

import os
import socket
import sys
import webbrowser
from typing import Any

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from factcheck.errors import UsageError
from factcheck.review.web.app import App
from factcheck.review.web.desk import Desk
from factcheck.review.web.guard import Guard

HOST = "127.0.0.1"


class _Quiet(WSGIRequestHandler):
    """Writes no log: the addresses in it hold the token. Waits for nobody: half a request would hold a thread."""

    timeout = 10  # seconds without a byte

    def version_string(self) -> str:
        return "factcheck"

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002
        pass


def start(desk: Desk, port: int = 0) -> tuple[BaseWSGIServer, str]:
    """A server that waits for ``serve_forever``, and its address. Raises UsageError when the port is taken."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        if sys.platform != "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
        except (OSError, OverflowError) as error:
            raise UsageError(
                f"port {port} cannot be used", todo="choose another with --port, or leave it out"
            ) from error
        listening.listen()
        guard = Guard(listening.getsockname()[1])
        app = App(desk, guard)
        server = make_server(HOST, port, app, threaded=True, request_handler=_Quiet, fd=listening.fileno())
    return server, guard.address


def show(address: str) -> bool:
    """Open the address in the desktop's browser, where there is a desktop."""
    if sys.platform not in ("win32", "darwin") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        return webbrowser.open(address)
    except webbrowser.Error:
        return False
