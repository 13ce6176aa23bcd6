"""The pictures of ``docs/``: the html report and the reviews of ``seeds/``, drawn anew (``make screenshots``)."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyte
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from factcheck.reports.html import render  # noqa: E402
from factcheck.scan import scan  # noqa: E402
from tests.browser import chromium, watched  # noqa: E402
from tests.pseudo_terminal import PseudoTerminal  # noqa: E402

DOCS = ROOT / "docs"
REVIEWER = {"FACTCHECK_BY": "Ana"}
REPORT = (
    ("report-wide.png", 1400, 900, "light"),
    ("report-wide-dark.png", 1400, 900, "dark"),
    ("report-tablet.png", 820, 1100, "light"),
    ("report-phone.png", 380, 800, "light"),
)
# The terminal as a page: what pyte calls brown is every terminal's yellow.
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: #1b1d1e; display: inline-block }
pre { margin: 0; padding: 18px 22px; color: #dcdcd6; font: 14px/1.4 "DejaVu Sans Mono", "Liberation Mono", monospace }
.red { color: #ff8f84 } .green { color: #a5cf87 } .brown { color: #ecc26a } .blue { color: #8fbcf2 }
.magenta { color: #d5a6ef } .cyan { color: #7fd0c6 } .bold { font-weight: 700 }
.reverse { background: #ecc26a; color: #1b1d1e }
</style><pre>"""


def shoot(page: Page, name: str) -> None:
    page.wait_for_timeout(300)  # what comes into view is laid out only then
    page.screenshot(path=DOCS / name)
    print(f"docs/{name}")


def report(browser: Browser, folder: Path) -> None:
    file = folder / "report.html"
    file.write_text(render(scan("seeds")), encoding="utf-8")
    for name, width, height, scheme in REPORT:
        with watched(browser, width, height, scheme) as opened:
            opened.page.goto(file.as_uri())
            shoot(opened.page, name)


def review(browser: Browser, folder: Path) -> None:
    words = ("-m", "factcheck", "review", "seeds", "--decisions", str(folder / "decisions.jsonl"))
    terminal = PseudoTerminal.python(*words, columns=80, lines=30, cwd=ROOT, env=REVIEWER)
    terminal.until(lambda screen: len(screen.splitlines()) > 8)
    with watched(browser, 760, 700) as opened:
        opened.page.set_content(TERMINAL + "\n".join(_rows(terminal._screen)) + "</pre>")
        size = opened.page.locator("body").bounding_box() or {"width": 760, "height": 700}
        opened.page.set_viewport_size({"width": round(size["width"]), "height": round(size["height"])})
        shoot(opened.page, "review-terminal.png")
    terminal.type("q")
    terminal.ended()


def _rows(screen: pyte.Screen) -> Iterator[str]:
    for y in range(screen.lines):
        yield "".join(_cell(screen.buffer[y][x]) for x in range(screen.columns))


def _cell(cell: pyte.screens.Char) -> str:
    kinds = [cell.fg if cell.fg != "default" else "", "bold" if cell.bold else "", "reverse" if cell.reverse else ""]
    look = " ".join(kind for kind in kinds if kind)
    text = html.escape(cell.data)
    return f'<span class="{look}">{text}</span>' if look else text


def serve(browser: Browser, folder: Path) -> None:
    with _server(folder / "served.jsonl") as address, watched(browser, 1400, 900) as opened:
        opened.page.goto(address)
        opened.page.keyboard.press("j")
        shoot(opened.page, "review-browser.png")


@contextmanager
def _server(decisions: Path) -> Iterator[str]:
    words = ("-m", "factcheck", "serve", "seeds", "--no-open", "--decisions", str(decisions))
    server = subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, **REVIEWER},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        for line in server.stdout or ():
            if address := re.search(r"http://127\.0\.0\.1\S+", line):
                yield address.group()
                return
        raise SystemExit("factcheck serve told no address")
    finally:
        server.terminate()
        server.wait(10)


def main() -> None:
    DOCS.mkdir(exist_ok=True)
    wanted = sys.argv[1:] or ["report", "review", "serve"]
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for part in (report, review, serve):
            if part.__name__ in wanted:
                part(browser, Path(folder))


if __name__ == "__main__":
    main()
