"""The html report in a real browser: it opens, filters, sorts, is gone through by keys, and takes text as text."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import factcheck
from factcheck.reports import describe
from factcheck.reports.html import render
from factcheck.scan import Scan
from tests.browser import Watched, chromium, watched
from tests.report_factories import (
    conflict,
    document,
    ferry_scan,
    figure,
    hostile_scan,
    large_scan,
    matrices,
    scan,
    uneven_stories,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a scan's report; in the end no page may have complained, or asked for anything but itself."""
    pages: list[Watched] = []
    with ExitStack() as contexts:

        def open_report(found: Scan, width: int = 1400, height: int = 900, scheme: str = "light", at: str = "") -> Page:
            file = tmp_path / f"report{len(pages)}.html"
            file.write_text(render(found), encoding="utf-8")
            pages.append(contexts.enter_context(watched(browser, width, height, scheme)))
            pages[-1].page.goto(file.as_uri() + at)
            return pages[-1].page

        yield open_report
        complaints = [complaint for page in pages for complaint in page.complaints]
        elsewhere = [url for page in pages for url in page.requests if not url.startswith(("file:", "data:"))]
    assert complaints == []
    assert elsewhere == []


def shown(page: Page) -> list[str]:
    """The ids of the claims one sees, in their order on the page."""
    ids: list[str] = page.eval_on_selector_all(".claim:not([hidden])", "all => all.map(e => e.id)")
    return ids


def focused(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.closest('[id]')?.id ?? ''")
    return found


SIZES = [(380, 800), (820, 1100), (1400, 900)]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize(
    "found",
    [scan(), ferry_scan(), hostile_scan(), large_scan(24, 30), matrices()],
    ids=["0", "2", "hostile", "24", "matrices"],
)
def test_opens_and_fits(opened: Callable[..., Page], found: Scan, width: int, height: int) -> None:
    page = opened(found, width, height)
    assert page.title().endswith("· factcheck")
    assert len(shown(page)) == len(found.questions)
    for _ in ("folded", "unfolded"):
        assert page.evaluate("document.documentElement.scrollWidth") <= width  # nothing sticks out to the side
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")


def test_the_seeds(opened: Callable[..., Page]) -> None:
    found = factcheck.scan(Path(__file__).parent.parent / "seeds")
    page = opened(found)
    assert shown(page) == [conflict.group.id for conflict in describe.ordered(found)]
    assert page.locator(".text .figure[id]").count() == len(found.figures)
    page.keyboard.press("j")
    page.keyboard.press("o")
    assert focused(page) == page.locator(f"#{shown(page)[0]} .place").first.evaluate("e => e.hash.slice(1)")


def test_says_what_was_found(opened: Callable[..., Page]) -> None:
    page = opened(ferry_scan())
    assert page.inner_text("h1") == "1 claim to look at"
    assert page.inner_text("#g1 h3") == "How many passengers were aboard?"
    assert page.inner_text("#g1 .reason") == "Why The company says up to 40, the coast guard says a few (2 to 9)."
    assert page.inner_text("#g1-f4 mark") == "Up to 40"
    assert page.inner_text("#g1-f4 .place") == "herald.txt:4"
    assert page.locator("#g2 .evidence").evaluate("e => e.open") is False  # an update need not be looked at
    assert "in/scan.pdf" in page.inner_text("#documents")


def test_filters(opened: Callable[..., Page]) -> None:
    page = opened(large_scan(24))
    assert page.inner_text("#shown") == "24 claims"
    page.click(".chip.conflict")
    assert shown(page) == ["g1", "g2", "g3", "g4"]
    page.click(".chip.check")
    assert len(shown(page)) == 8
    page.select_option("#type", "meeting.kind1")
    assert shown(page) == ["g2", "g12"]
    assert page.inner_text("#shown") == "2 of 24 claims"
    page.fill("#search", "case 11")
    assert shown(page) == ["g12"]
    page.fill("#search", "no such words")
    assert shown(page) == []
    page.click("#nothing button")
    assert len(shown(page)) == 24


def test_filters_by_outlet(opened: Callable[..., Page]) -> None:
    page = opened(ferry_scan())
    page.select_option("#outlet", "Coast Wire")
    assert shown(page) == ["g2"]
    assert page.locator("#open-claims").is_hidden()


@pytest.mark.parametrize("words", ["ZUSAMMENSTÖSSE", "zusammenstosse", "“some 3”", "stosse ZUSAMMEN"])
def test_search_takes_words_as_people_type_them(opened: Callable[..., Page], words: str) -> None:
    page = opened(large_scan(4))
    page.evaluate("document.querySelector('#g2 h3').append(' Zusammenstöße Zusammenstösse \"some 3\"')")
    page.fill("#search", words)
    assert shown(page) == ["g2"]


def test_sorts(opened: Callable[..., Page]) -> None:
    found = ferry_scan()
    toll = dataclasses.replace(found.questions[1], relation="check")
    page = opened(dataclasses.replace(found, questions=(found.questions[0], toll)))
    for order, expected in {
        "sources": ["g2", "g1"],
        "question": ["g1", "g2"],
        "latest": ["g1", "g2"],
        "order": ["g1", "g2"],
    }.items():
        page.select_option("#sort", order)
        assert shown(page) == expected


def test_order_and_filter_hold_together(opened: Callable[..., Page]) -> None:
    page = opened(large_scan(24))
    page.select_option("#sort", "question")
    page.click(".chip.conflict")
    page.fill("#search", "case 3?")
    assert shown(page) == ["g4"]
    page.fill("#search", "")
    assert shown(page) == ["g1", "g2", "g3", "g4"]
    page.click(".chip.conflict")
    assert shown(page)[:5] == ["g1", "g2", "g11", "g12", "g3"]
    page.keyboard.press("Escape")
    assert shown(page) == [f"g{n}" for n in range(1, 25)]


def test_keys_go_through_the_claims(opened: Callable[..., Page]) -> None:
    page = opened(large_scan(24))
    seen = []
    for key in ("j", "j", "j", "k", "G", "j", "g"):
        page.keyboard.press(key)
        seen.append(focused(page))
    assert seen == ["g1", "g2", "g3", "g2", "g24", "g24", "g1"]
    assert page.locator("#g1").evaluate("e => e.getBoundingClientRect().top") < 200  # it is in view


def test_enter_shows_and_hides_the_other_quotes(opened: Callable[..., Page]) -> None:
    page = opened(ferry_scan())
    page.keyboard.press("j")
    assert not page.locator("#g1 .evidence").evaluate("e => e.open")
    page.keyboard.press("Enter")
    assert page.locator("#g1 .evidence").evaluate("e => e.open")


def many(figures: int) -> Scan:
    """One claim with many figures, the second and the last at odds."""
    doc = document("".join(f"Some say {n} were aboard.\n" for n in range(10, 10 + figures)), outlet="Herald")
    said = [figure(doc, str(n), n, id=f"f{n}") for n in range(10, 10 + figures)]
    return scan([conflict(said, pairs=[(1, figures - 1, "conflict", "They differ.")], relation="conflict")])


def test_the_pair_that_disagrees_comes_first_and_the_rest_is_folded(opened: Callable[..., Page]) -> None:
    page = opened(many(20))
    assert page.locator("#g1 .pair mark").all_inner_texts() == ["11", "29"]
    assert page.inner_text("#g1 .evidence > summary").startswith("18 more")
    assert page.locator("#g1 .quote:visible").count() == 2
    why, pair = (page.locator(f"#g1 {of}").bounding_box() for of in (".reason", ".pair"))
    assert why
    assert pair
    assert why["y"] < pair["y"] < 900  # on the first screen


@pytest.mark.parametrize(("width", "height"), [(380, 800), (820, 1100), (1400, 900)])
def test_the_worst_stand_first_whatever_their_stories(opened: Callable[..., Page], width: int, height: int) -> None:
    page = opened(uneven_stories(), width, height)
    worst = page.locator(".worst li")
    assert worst.nth(1).inner_text().endswith("Number 2? 7 (d2, line 2) against 8 (same article, line 2)")
    assert worst.last.evaluate("e => e.getBoundingClientRect().bottom") < height
    worst.nth(1).locator("a").click()
    assert page.locator(".claim:focus").get_attribute("id") == "g2"
    page.fill("#search", "Number 2?")
    assert page.locator(".worst li:visible").count() == 1
    assert opened(large_scan(6), width, height).locator(".worst").count() == 0  # the overview begins with them


def test_the_overview_and_the_index_lead_to_the_claims(opened: Callable[..., Page]) -> None:
    page = opened(large_scan(24))
    assert page.locator("#overview tr[data-of]:visible").count() == 12
    page.click('#overview tr[data-of="g5"] a')
    assert focused(page) == "g5"
    assert page.locator("#index [aria-current]").inner_text().endswith("How many people met in case 4?")
    page.click('#index [data-of="g9"] a')
    assert focused(page) == "g9"
    assert page.locator("#index").bounding_box()["y"] < 200  # type: ignore[index]


@pytest.mark.parametrize(("width", "height"), SIZES[:2])
def test_where_there_is_no_room_a_button_opens_the_index(opened: Callable[..., Page], width: int, height: int) -> None:
    page = opened(large_scan(24), width, height)
    assert page.locator("#index").is_hidden()
    page.click("#to-index")
    page.click('#index [data-of="g9"] a')
    assert page.locator("#index").is_hidden()
    assert focused(page) == "g9"
    assert page.inner_text("#to-index") == "9 of 24"
    page.click("#to-index")
    page.keyboard.press("Escape")
    assert page.locator("#index").is_hidden()


def test_filters_and_the_place_are_in_the_address(opened: Callable[..., Page]) -> None:
    found = large_scan(24)
    page = opened(found)
    page.click(".chip.conflict")
    page.select_option("#sort", "question")
    page.fill("#search", "case 3?")
    page.keyboard.press("Enter")
    at = page.evaluate("location.hash")
    assert at == "#g4&verdict=conflict&q=case%203%3F&sort=question"
    other = opened(found, at=at)
    assert shown(other) == ["g4"]
    assert focused(other) == "g4"
    assert other.inner_text("#shown") == "1 of 24 claims"
    other.keyboard.press("Escape")
    assert other.evaluate("location.hash") == "#g4"
    assert len(shown(other)) == 24


def test_the_address_and_the_texts_follow_what_one_reads(opened: Callable[..., Page]) -> None:
    page = opened(large_scan(60, 300))
    page.mouse.move(700, 500)
    page.locator("#g20").scroll_into_view_if_needed()
    page.mouse.wheel(0, 300)
    page.wait_for_function(
        """() => /^#g(19|2[0-3])$/.test(location.hash)
            && document.querySelector('.figure.now').getAttribute('href').startsWith(location.hash + '-')
            && document.querySelector('#index [aria-current]').hash === location.hash"""
    )


def test_a_link_to_a_claim_lasts_while_its_pair_says_the_same(opened: Callable[..., Page]) -> None:
    found = ferry_scan()
    other = dataclasses.replace(found, questions=found.questions[::-1])  # another order, other names
    ids = tuple(
        dataclasses.replace(each, group=dataclasses.replace(each.group, id=f"g{n}"))
        for n, each in enumerate(other.questions, 5)
    )
    link = opened(found).locator("#g1 .self").get_attribute("href")
    assert link
    page = opened(dataclasses.replace(other, questions=ids), at=link)
    assert focused(page) == "g6"


@pytest.mark.parametrize(
    ("format_", "beginning"),
    [
        ("text", "Disputed: How many passengers were aboard?\nThe company says up to 40"),
        ("markdown", "**Disputed: How many passengers were aboard?**"),
        (
            "csv",
            "Verdict,Question,Figure,Who,Outlet,Date,Place,Quote\r\nDisputed,How many passengers were aboard?,Up to",
        ),
    ],
)
def test_a_claim_is_copied(opened: Callable[..., Page], format_: str, beginning: str) -> None:
    page = opened(ferry_scan())
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.click("#g1 .copy summary")
    page.click(f"#g1 [data-copy={format_}]")
    text = page.evaluate("window.copied")
    assert text.startswith(beginning)
    assert "the coast guard" in text
    assert "in/herald.txt:4" in text


def test_the_list_is_copied_as_it_is_filtered(opened: Callable[..., Page]) -> None:
    page = opened(large_scan(24))
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.click(".chip.check")
    page.click("#overview .after .copy summary")
    page.click("[data-copy-list=csv]")
    lines = page.evaluate("window.copied").strip().split("\r\n")
    assert lines[0] == "Story,Verdict,Question,Low – high,Who against whom,Days"
    assert [line.split(",")[1] for line in lines[1:]] == ["Check"] * 4


def test_keys_filter_search_and_help(opened: Callable[..., Page]) -> None:
    page = opened(large_scan(24))
    page.keyboard.press("2")
    assert shown(page) == ["g5", "g6", "g7", "g8"]
    page.keyboard.press("2")
    assert len(shown(page)) == 24
    page.keyboard.press("/")
    page.keyboard.type("case 7?")
    assert shown(page) == ["g8", "g18"]
    page.keyboard.press("Enter")
    assert focused(page) == "g8"
    page.keyboard.press("Escape")
    assert len(shown(page)) == 24
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("j")  # not while the help is open
    assert focused(page) != "g9"
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()
    page.keyboard.press("s")
    assert page.input_value("#sort") == "sources"


def test_single_keys_can_be_turned_off(opened: Callable[..., Page]) -> None:
    page = opened(large_scan(24))
    page.keyboard.press("?")
    page.uncheck("#single-keys")
    page.click("#keys button")
    page.keyboard.press("j")
    assert focused(page) == ""
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_figure_leads_to_its_text_and_back(opened: Callable[..., Page], width: int, height: int) -> None:
    page = opened(ferry_scan(), width, height)
    page.click("#g1-f5 .place")
    mark = page.locator("#f5")
    assert mark.is_visible()
    assert mark.inner_text() == "a few"
    assert page.url.endswith("#f5")
    assert focused(page) == "f5"
    assert mark.evaluate("e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }")
    mark.click()
    assert focused(page) == "g1-f5"
    page.go_back()
    assert focused(page) == "f5"


def test_beside_the_claims_only_the_texts_scroll(opened: Callable[..., Page]) -> None:
    page = opened(large_scan(60, 300))
    page.locator("#g20 .place").first.scroll_into_view_if_needed()
    page.wait_for_timeout(200)  # the page settles: what comes into view gets its true height
    before = page.evaluate("scrollY")
    page.evaluate("document.querySelector('#g20 .place').click()")
    assert page.evaluate("scrollY") == before > 0
    assert page.locator("#f39").is_visible()


def test_a_link_into_a_closed_text_opens_it(opened: Callable[..., Page]) -> None:
    page = opened(ferry_scan(), 820, 1100, "light", "#f3")
    assert page.locator("#f3").is_visible()
    assert page.locator("#f3").inner_text() == "Twelve"


def test_every_figure_is_marked_in_its_text(opened: Callable[..., Page]) -> None:
    found = large_scan(24, 60)
    page = opened(found)
    marks = page.eval_on_selector_all(".text .figure", "all => all.map(e => [e.id, e.textContent])")
    assert marks == [[figure.id, figure.text] for figure in sorted(found.figures, key=lambda f: int(f.id[1:]))]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_hostile_text_is_only_text(opened: Callable[..., Page], width: int, height: int) -> None:
    found = hostile_scan(3)
    page = opened(found, width, height)
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, [onerror]").count() == 0
    page.keyboard.press("j")
    page.fill("#search", "<script>alert(1)</script>")
    assert shown(page) == ["g1"]
    page.select_option("#outlet", index=1)
    page.select_option("#type", index=1)
    assert shown(page) == ["g1"]
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    text = page.evaluate("document.querySelector('.text').textContent")
    assert text.count("<script>alert(1)</script>") == 4
    assert "{{ 7*7 }} ${8*8}" in text
    assert "[U+202E]override" in text
    assert not any(mark in page.content() for mark in "\x1b\x00\u202e\u2067")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_five_hundred_conflicts(opened: Callable[..., Page]) -> None:
    page = opened(large_scan(500, 9_000))
    assert page.locator(".text .figure").count() == 10_000
    spent = page.evaluate(
        """() => { const at = performance.now(); const box = document.querySelector('#search');
        box.value = 'case 499?'; box.dispatchEvent(new Event('input', {bubbles: true}));
        return performance.now() - at }"""
    )
    assert shown(page) == ["g500"]
    assert spent < 2_000  # milliseconds, on a busy machine; some 50 otherwise
    page.keyboard.press("Escape")
    page.keyboard.press("G")
    assert focused(page) == "g500"
    assert 0 < page.locator("#g500").evaluate("e => e.getBoundingClientRect().top") < 800


def test_light_and_dark(opened: Callable[..., Page]) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    light, dark = "rgb(250, 249, 245)", "rgb(23, 23, 20)"
    page = opened(ferry_scan(), scheme="dark")
    assert page.evaluate(paper) == dark
    page.keyboard.press("t")
    assert page.evaluate(paper) == light
    page.click("[data-do=theme]")
    assert page.evaluate(paper) == dark
    assert opened(ferry_scan()).evaluate(paper) == light


def test_prints_the_claims_with_their_quotes(opened: Callable[..., Page]) -> None:
    page = opened(ferry_scan(), scheme="dark")
    page.keyboard.press("j")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("#g1-f4 blockquote").is_visible()
    assert page.locator(".toolbar").is_hidden()
    assert page.locator("#documents").is_hidden()


def test_whole_without_script(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(render(ferry_scan()), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri() + "#f4")
    assert page.locator("#g1-f4").is_visible()
    assert page.locator(".toolbar").is_hidden()  # what cannot work is not there
    assert page.locator("#f4").is_visible()
    context.close()


@pytest.mark.parametrize("width", [380, 820, 1400])
def test_every_verdict_fits_its_cell(opened: Callable[..., Page], width: int) -> None:
    found = large_scan(12)
    maybes = tuple(dataclasses.replace(each, likely=False) for each in found.questions)
    page = opened(dataclasses.replace(found, questions=maybes), width)
    cells = page.locator(".glance td.word")
    assert cells.first.inner_text().split(maxsplit=1)[1] == "Conflict, maybe"
    assert cells.evaluate_all("all => all.filter(e => e.scrollWidth > e.clientWidth).length") == 0
    assert page.locator(".story h3 .about").first.inner_text().endswith("document, 6 maybe")


@pytest.mark.parametrize(
    ("scheme", "width", "height"), [("light", 380, 800), ("dark", 820, 1100), ("light", 1400, 900), ("dark", 1400, 900)]
)
@pytest.mark.parametrize("found", [large_scan(12, 3), matrices()], ids=["12", "matrices"])
def test_accessible(opened: Callable[..., Page], found: Scan, scheme: str, width: int, height: int) -> None:
    """No violation of WCAG 2.2 A and AA, nor of axe's best practices, with all there is unfolded."""
    page = opened(found, width, height, scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    page.evaluate((resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    told = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    violations = [(v["id"], v["help"], [n["html"][:120] for n in v["nodes"]][:3]) for v in told["violations"]]
    assert violations == [], json.dumps(violations, indent=1)


def test_read_aloud(opened: Callable[..., Page]) -> None:
    """The landmarks, headings and names a screen reader goes by."""
    tree = opened(ferry_scan()).locator("body").aria_snapshot()
    for line in (
        "- banner:",
        "- search:",
        "- main:",
        "- contentinfo:",
        '- heading "1 claim to look at" [level=1]',
        '- heading "To look at" [level=2]',
        '- heading "How many passengers were aboard?" [level=3]',
        '- listitem "How many passengers were aboard?"',
        '- region "Documents"',
        '- searchbox "Search claims and quotes"',
        '- group "Relations shown"',
        'figure "Number line: each source’s figure"',
    ):
        assert line in tree, tree
