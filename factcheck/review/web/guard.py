"""Who may talk to the server: this machine's browser, on the page the server itself gave out, and nobody else."""

from __future__ import annotations

import hmac
import secrets
from typing import TYPE_CHECKING

from werkzeug.exceptions import Forbidden, NotFound

if TYPE_CHECKING:
    from werkzeug.wrappers import Request, Response

# Only what the server itself serves takes effect in the page; nothing else is loaded, framed or sent anywhere.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Guard:
    """Checks every request before anything is done for it."""

    def __init__(self, port: int, token: str | None = None) -> None:
        self.token = token or secrets.token_urlsafe(24)
        self._hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        self._origins = frozenset(f"http://{host}" for host in self._hosts)
        self.address = f"http://127.0.0.1:{port}/{self.token}/"

    def admit(self, request: Request) -> str:
        """The path within the session. Raises Forbidden or NotFound, which tell nothing.

        A name that was made to point at 127.0.0.1 shows in ``Host``; another site's page shows in ``Origin`` or
        ``Sec-Fetch-Site``; another program or user of the machine does not know the token.
        """
        if request.headers.get("Host", "") not in self._hosts:
            raise Forbidden("not addressed to this server")
        origin = request.headers.get("Origin")
        if origin is not None and origin not in self._origins:
            raise Forbidden("from another origin")
        if request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            raise Forbidden("from another site")
        if request.method == "POST" and (origin is None or request.mimetype != "application/json"):
            raise Forbidden("not from the page")
        token, _, path = request.path.removeprefix("/").partition("/")
        if not hmac.compare_digest(token.encode(), self.token.encode()) or not request.path.startswith(f"/{token}/"):
            raise NotFound
        return path


def protect(response: Response) -> Response:
    """The response with the headers that keep the page to itself."""
    response.headers.update(HEADERS)
    return response
