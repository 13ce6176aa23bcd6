from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from html.parser import HTMLParser

import pytest

from factcheck.decisions.model import Decision, Review, Standing
from factcheck.reports import Options, html
from factcheck.reports.cards import Names
from factcheck.reports.page import page
from factcheck.reports.sheets import Sheet
from factcheck.scan import Scan
from tests.report_factories import document, ferry_scan, figure, hostile_scan, large_scan, scan, seen


class Reader(HTMLParser):
    """Collects what the tests ask about: tags with attributes, and the texts of style and script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, str] = {}
        self._in = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in = tag if tag in ("style", "script") else ""

    def handle_data(self, data: str) -> None:
        if self._in:
            self.raw[self._in] = self.raw.get(self._in, "") + data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._in = ""

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]


SCANS = [scan(), ferry_scan(), hostile_scan(), large_scan(30, 40)]
each_scan = pytest.mark.parametrize("found", SCANS, ids=["nothing", "ferry", "hostile", "many"])


@each_scan
def test_only_its_own_style_and_script_may_act(found: Scan) -> None:
    read = Reader(html.render(found, Options()))
    policies = [
        a["content"] for tag, a in read.tags if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    ]
    hashes = {
        kind: base64.b64encode(hashlib.sha256(read.raw[kind].encode()).digest()).decode()
        for kind in ("style", "script")
    }
    assert policies == [
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    ]
    assert [tag for tag, _ in read.tags].count("script") == 1
    assert not any(name.startswith("on") or name == "style" for _, attributes in read.tags for name in attributes)


@each_scan
def test_nothing_is_fetched_from_elsewhere(found: Scan) -> None:
    read = Reader(html.render(found, Options()))
    links = [link for name in ("href", "src", "action", "srcset") for link in read.values(name)]
    assert "data:," in links
    assert all(link.startswith("#") or link == "data:," for link in links)
    assert not re.search(r"url\(|@import", read.raw["style"])


@each_scan
def test_every_link_leads_somewhere_and_every_id_is_one(found: Scan) -> None:
    read = Reader(html.render(found, Options()))
    ids = read.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in read.values("href") if link.startswith("#")} <= set(ids)
    assert set(read.values("aria-labelledby")) <= set(ids)
    assert {figure.id for figure in found.figures} <= set(ids)


def test_the_same_scan_gives_the_same_bytes() -> None:
    assert html.render(large_scan(30), Options()) == html.render(large_scan(30), Options())


def test_nothing_to_compare() -> None:
    text = html.render(scan(), Options())
    assert "<h1>Nothing to compare</h1>" in text
    assert 'id="filters"' not in text


def test_what_was_seen_is_marked_on_request() -> None:
    assert 'class="seen"' not in html.render(ferry_scan(), Options())
    assert '<span class="seen" title="not a figure: year">1999</span>' in html.render(ferry_scan(), Options(seen=True))


def test_decisions_show() -> None:
    decision = Decision("1", dt.datetime(2031, 3, 5, tzinfo=dt.UTC), "Ana", "dismissed", "two ferries")
    text = html.render(ferry_scan(review=Review((Standing("decided", decision), Standing()))), Options())
    assert "<h1>Every conflict is decided</h1>" in text
    assert "Dismissed by Ana on 2031-03-05: two ferries" in text
    assert 'id="decided"' in text
    assert "data-decide" not in text  # a file decides nothing


def test_a_live_page_has_its_assets_from_the_server() -> None:
    live = html.Live("/report.css", ("/report.js", "/live.js"), (("token", "s3"),))
    read = Reader(html.render(ferry_scan(), live=live))
    assert [a["src"] for tag, a in read.tags if tag == "script"] == ["/report.js", "/live.js"]
    assert ("html", {"lang": "en", "class": "no-js", "data-token": "s3"}) in read.tags
    assert read.raw.get("style") is None
    assert read.values("data-decide")[:6] == ["confirmed", "dismissed", "alike", "noted", "split", "undo"]
    assert read.values("data-claim") == ["g1", "g2"]


def test_one_card_is_as_in_the_page() -> None:
    live = html.Live("/report.css", ("/report.js",))
    card = page(ferry_scan()).cards[0]
    assert html.render_card(card, live).strip() in html.render(ferry_scan(), live=live)
    assert "data-decide" not in html.render_card(card)


@pytest.mark.parametrize(
    ("paths", "place", "listed"),
    [
        (["in/a.txt", "in/b.txt"], "a.txt:1", "A and B"),
        (["in/x/a.txt", "in/y/b.txt"], "x/a.txt:1", "A and B"),
        (["x/in/a.txt", "y/in/b.txt"], "x/in/a.txt:1", "A and B"),  # only a folder above all is left out
        (["/in/a.txt"], "a.txt:1", "A"),
        (["/in/a.txt", "/out/b.txt"], "/in/a.txt:1", "A and B"),
        (["a.txt", "in/a.txt"], "a.txt:1", "A and B"),
    ],
)
def test_names(paths: list[str], place: str, listed: str) -> None:
    docs = [document("It is 5.", f"d{n}", path=path, outlet="AB"[n]) for n, path in enumerate(paths)]
    names = Names(tuple(docs))
    assert names.place(figure(docs[0], "5", 5)) == place
    assert names.listed([doc.id for doc in docs]) == listed


def test_documents_of_one_outlet_go_by_their_files() -> None:
    docs = tuple(document("", name, path=f"in/{name}.txt", outlet="A") for name in ("x", "y"))
    assert Names(docs).listed(("x", "y")) == "x.txt and y.txt"


def test_lines_are_numbered_as_an_editor_numbers_them() -> None:
    doc = document("one 1\r\n\r\nthree 3\rfour 4\n  \nsix\u20286")
    sheet = Sheet(doc, tuple(figure(doc, str(n), n, id=f"f{n}") for n in (1, 3, 4, 6)), (), {}, "d1.txt")
    assert [(line.number, [p.figure.id for p in line.pieces if p.figure]) for line in sheet.lines] == [
        (1, ["f1"]),
        (3, ["f3"]),
        (4, ["f4"]),
        (6, ["f6"]),
    ]


def test_marks_neither_lose_nor_repeat_text() -> None:
    doc = document("between 10 and\n20 of 30, 1999 (30)")
    figures = (
        figure(doc, "between 10 and\n20", 10, 20, id="f1"),  # over a line's end
        figure(doc, "20 of 30", 20, id="f2"),  # overlaps the one before
        figure(doc, "30", 30, id="f3"),  # lies within it
        figure(doc, "30", 30, id="f4", nth=1),
    )
    sheet = Sheet(doc, figures, (seen(doc, "1999", "year"), seen(doc, "30", "within a figure")), {}, "d1.txt")
    assert "\n".join("".join(piece.text for piece in line.pieces) for line in sheet.lines) == doc.text
    marked = [(p.figure.id, p.text) for line in sheet.lines for p in line.pieces if p.figure and p.first]
    assert marked == [("f1", "between 10 and"), ("f2", " of 30"), ("f3", ""), ("f4", "30")]
    assert [p.text for line in sheet.lines for p in line.pieces if p.seen] == ["1999"]
