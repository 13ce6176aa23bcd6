"""A real browser for the tests: Chromium without a window, driven by Playwright.

``python -m tests.browser`` (``make browser``) installs Debian's Chromium where it is missing and may be installed.
Without a browser the tests that need one skip and say why; where ``CI`` is set they fail instead.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, ViewportSize, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--force-color-profile=srgb",
)  # fmt: skip
MISSING = "no Chromium; `make browser` installs it as root on Debian and Ubuntu, or set CHROMIUM=/path/to/chromium"


def executable() -> str | None:
    """Where a Chromium is: ``$CHROMIUM``, or one on the path."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser with a fresh profile. Skips the test where there is none, but fails it in CI."""
    path = executable()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Watched:
    """A page with all it complained of: console errors and warnings, uncaught errors, requests, dialogs."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def refuse(self, dialog: Dialog) -> None:
        self.complaints.append("dialog: " + dialog.message)
        dialog.dismiss()


@contextmanager
def watched(browser: Browser, width: int = 1400, height: int = 900, scheme: str = "light") -> Iterator[Watched]:
    """A page of the given size, in a context of its own, that may not reach the network."""
    size: ViewportSize = {"width": width, "height": height}
    context = browser.new_context(
        viewport=size, color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    seen = Watched(context.new_page())
    page = seen.page
    page.set_default_timeout(15_000)
    page.on("console", lambda message: seen.complaints.append(message.text) if message.type != "log" else None)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("dialog", seen.refuse)
    try:
        yield seen
    finally:
        context.close()


def install() -> str | None:
    """Install Debian's Chromium. The reason why not, or ``None`` when it is there."""
    if executable():
        return None
    if not shutil.which("apt-get"):
        return "no apt-get here"
    if os.geteuid() != 0:
        return "apt-get needs root"
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (
        ["update", "-qq"],
        ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"],
    ):
        done = subprocess.run(["apt-get", *arguments], env=quiet, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"apt-get {arguments[0]} failed: {done.stderr.strip()[-500:]}"
    return None if executable() else "apt-get installed no chromium"


def main() -> int:
    why = install()
    if why:
        print(f"tests/browser.py: no Chromium ({why}); the tests in a browser will be skipped", file=sys.stderr)
    return 1 if why and os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
