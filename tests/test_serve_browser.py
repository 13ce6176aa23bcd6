"""`factcheck serve` in a real browser: deciding by button and key, two tabs at once, and nothing from elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.decisions import load
from tests.browser import Watched, chromium, watched
from tests.review_desk import QUESTIONS, session, write

pytest.importorskip("werkzeug")
from factcheck.review.web.desk import Desk
from factcheck.review.web.server import start

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]
EXPECTED = "status of 409"  # the browser itself notes an answer that says no


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return write(tmp_path / "desk")


@pytest.fixture
def address(desk: Path) -> Iterator[str]:
    server, address = start(Desk(session(desk)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield address
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Open]:
    """Opens tabs; in the end none may have complained, or asked for anything but this server."""
    tabs: list[Watched] = []
    with ExitStack() as contexts:

        def open_tab(width: int = 1400, height: int = 900, at: str = "") -> Page:
            tabs.append(contexts.enter_context(watched(browser, width, height)))
            tabs[-1].page.goto(address + at)
            return tabs[-1].page

        yield open_tab
        complaints = [each for one in tabs for each in one.complaints if EXPECTED not in each]
        elsewhere = [url for one in tabs for url in one.requests if not url.startswith((address, "data:"))]
    assert complaints == []
    assert elsewhere == []


def kinds(desk: Path) -> list[str]:
    return [f"{each.kind} {each.note}".strip() for each in load(desk / "factcheck.decisions.jsonl").decisions]


def headline(page: Page, words: str) -> None:
    # A page that is being loaded anew has no heading yet.
    page.wait_for_function("words => document.querySelector('h1')?.textContent.trim() === words", arg=words)


def said(page: Page, words: str) -> None:
    page.wait_for_function(
        "words => document.querySelector('#said:not([hidden])')?.textContent.startsWith(words)", arg=words
    )


def test_decides_by_buttons(tab: Open, desk: Path) -> None:
    page = tab()
    headline(page, "3 claims to look at")
    page.click('#g1 [data-decide="confirmed"]')
    headline(page, "2 claims to look at")
    said(page, "Confirmed and saved.")
    assert page.inner_text("#g1 .standing").startswith("Confirmed")
    assert page.evaluate("document.querySelector('#g1').closest('section').id") == "confirmed-claims"
    assert page.evaluate("document.activeElement.id") == "g2"
    page.click('#g2 [data-decide="dismissed"]')
    assert page.inner_text("dialog.ask strong") == "Why is it no conflict? (optional)"
    page.fill("dialog.ask textarea", "tickets <b>not</b> people")
    page.click('dialog.ask [value="yes"]')
    headline(page, "1 claim to look at")
    assert "tickets <b>not</b> people" in page.inner_text("#g2 .standing")
    page.click('#g3 [data-decide="noted"]')
    page.click('dialog.ask [value="yes"]')  # a note needs words
    page.fill("dialog.ask textarea", "called the port")
    page.click('dialog.ask [value="yes"]')
    said(page, "Noted and saved.")
    headline(page, "1 claim to look at")
    assert "called the port" in page.inner_text("#g3 .standing")
    assert kinds(desk) == ["confirmed", "dismissed tickets <b>not</b> people", "noted called the port"]


def test_decides_by_keys_and_undoes(tab: Open, desk: Path) -> None:
    page = tab()
    page.keyboard.press("j")
    page.keyboard.press("c")
    headline(page, "2 claims to look at")
    page.wait_for_function("() => document.activeElement?.id === 'g2'")
    page.keyboard.press("d")
    page.keyboard.type("c and u are letters here")
    page.keyboard.press("Enter")
    headline(page, "1 claim to look at")
    page.wait_for_function("() => document.activeElement?.id === 'g3'")
    page.keyboard.press("d")
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    headline(page, "2 claims to look at")
    page.keyboard.press("u")
    headline(page, "3 claims to look at")
    page.keyboard.press("u")
    said(page, "This tab has decided nothing")
    assert kinds(desk) == ["confirmed", "dismissed c and u are letters here", "retracted", "retracted"]


def test_two_tabs_at_once(tab: Open, desk: Path) -> None:
    one, other = tab(), tab()
    for page in (one, other):
        page.evaluate("clearInterval(1e9)")
    one.click('#g1 [data-decide="confirmed"]')
    other.click('#g2 [data-decide="confirmed"]')
    for page in (one, other):
        headline(page, "1 claim to look at")
        page.wait_for_selector('#g1[data-state="decided"]')
        page.wait_for_selector('#g2[data-state="decided"]')
    assert sorted(kinds(desk)) == ["confirmed", "confirmed"]


def test_nobody_decides_over_what_they_have_not_seen(tab: Open, desk: Path) -> None:
    one, other = tab(), tab()
    other.click('#g1 [data-decide="dismissed"]')
    other.fill("dialog.ask textarea", "written while the other tab confirmed")
    one.click('#g1 [data-decide="confirmed"]')
    headline(one, "2 claims to look at")
    # The answer to a poll may or may not have come; the button was pressed on what was seen then.
    other.evaluate("document.querySelector('#g1').dataset.decision = ''")
    other.click('dialog.ask [value="yes"]')
    other.wait_for_selector('#g1[data-state="decided"]')
    assert kinds(desk)[0] == "confirmed"
    assert len(kinds(desk)) == 1
    said(other, "Not saved: Ann has confirmed this meanwhile; look again")


def test_splits_and_joins(tab: Open, desk: Path) -> None:
    page = tab()
    page.click('#g1 [data-decide="split"]')
    assert page.locator("dialog.ask input").count() == 2
    page.click('dialog.ask [value="yes"]')
    headline(page, "2 claims to look at")
    said(page, "Split and saved.")
    assert QUESTIONS["A"] not in page.inner_text("main")
    page.locator(".claim", has_text=QUESTIONS["B"]).locator('[data-decide="join"]').click()
    page.locator("dialog.ask label", has_text=QUESTIONS["C"]).click()
    page.click('dialog.ask [value="yes"]')
    headline(page, "1 claim to look at")
    page.wait_for_function("() => window.factcheckReport !== undefined")
    page.keyboard.press("u")
    headline(page, "2 claims to look at")
    assert kinds(desk) == ["split", "joined", "retracted"]


def test_follows_the_files_and_asks_again(tab: Open, desk: Path) -> None:
    page = tab()
    page.click('#g1 [data-decide="dismissed"]')
    page.fill("dialog.ask textarea", "two ferries")
    page.click('dialog.ask [value="yes"]')
    headline(page, "2 claims to look at")
    (desk / "e.txt").write_text("Divers brought up [19] bodies from the wreck.\n")
    headline(page, "3 claims to look at")
    page.wait_for_selector('#g1[data-state="reopened"]')
    assert "now also 19 in e.txt" in page.inner_text("#g1 .standing")
    page.click('#g1 [data-decide="same"]')
    headline(page, "2 claims to look at")
    assert kinds(desk) == ["dismissed two ferries", "dismissed two ferries"]


def test_what_one_writes_survives_a_change_of_the_files(tab: Open, desk: Path) -> None:
    page = tab()
    page.click('#g2 [data-decide="noted"]')
    page.fill("dialog.ask textarea", "half a thou")
    (desk / "e.txt").write_text("Divers brought up [19] bodies from the wreck.\n")
    page.wait_for_timeout(3500)
    assert page.input_value("dialog.ask textarea") == "half a thou"
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.body?.textContent.includes('e.txt')")


def test_tells_when_the_server_is_gone(browser: Browser, desk: Path) -> None:
    server, address = start(Desk(session(desk)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    with watched(browser) as seen:
        seen.page.goto(address)
        server.shutdown()
        server.server_close()
        seen.page.wait_for_selector("#trouble")
        assert "nothing can be decided" in seen.page.inner_text("#trouble")
        seen.page.click('#g1 [data-decide="confirmed"]')
        said(seen.page, "Not saved: the server does not answer.")
    assert kinds(desk) == []


def test_another_page_can_neither_read_nor_decide(browser: Browser, address: str, desk: Path) -> None:
    """A page of another origin that even knows the address and the token."""
    attack = """async address => {
      const tries = [];
      const body = JSON.stringify({generation: 1, version: 2, claim: "g1", seen: null, decision: "confirmed"});
      const ways = [
        [address + "state?generation=1&version=1", {}],
        [address + "decide", {method: "POST", headers: {"Content-Type": "application/json"}, body}],
        [address + "decide", {method: "POST", body}],
        [address + "decide", {method: "POST", mode: "no-cors", body}],
      ];
      for (const [url, settings] of ways) {
        try { const answer = await fetch(url, settings); tries.push(answer.type + answer.status); }
        catch { tries.push("refused"); }
      }
      return tries;
    }"""
    with watched(browser) as seen:
        seen.page.goto("data:text/html,<p>elsewhere</p>")
        assert set(seen.page.evaluate(attack, address)) <= {"refused", "opaque0"}
        seen.page.set_content(f'<iframe src="{address}"></iframe><script src="{address}serve.js"></script>')
        seen.page.wait_for_timeout(500)
        (inside,) = (frame for frame in seen.page.frames if frame != seen.page.main_frame)
        assert inside.url.startswith("chrome-error:")
        assert seen.page.evaluate("typeof window.factcheckReport") == "undefined"
    assert kinds(desk) == []


@pytest.mark.parametrize(("width", "height"), [(380, 800), (820, 1100), (1400, 900)])
def test_fits_and_is_accessible(tab: Open, width: int, height: int) -> None:
    page = tab(width, height)
    page.click('#g1 [data-decide="split"]')
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    buttons = [page.locator(f'dialog.ask [value="yes"], dialog.ask [data-act="{each}"]') for each in ("cancel", "go")]
    assert all((box := each.first.bounding_box()) is not None and box["width"] > box["height"] for each in buttons)
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.click('#g1 [data-decide="confirmed"]')
    said(page, "Confirmed and saved.")
    assert violations(page) == []


def violations(page: Page) -> list[str]:
    """What axe finds wrong with what is shown."""
    axe = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{each['id']}: {each['nodes'][0]['html'][:90]}" for each in found["violations"]]
