"""PDFs as programs make them: columns, hyphens, running heads, letters set one by one, pages printed from a browser."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.documents import Document, Unread, read_file
from tests.browser import chromium
from tests.site_pages import SITES, STORIES

PARAGRAPHS = STORIES[0].paragraphs
LONG = " ".join(PARAGRAPHS)


def read(path: Path) -> Document:
    (document,) = read_file(str(path))
    assert isinstance(document, Document), document
    return document


def texts(document: Document, *kinds: str) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.kind in (kinds or ("paragraph",))]


def platypus(path: Path, columns: int, flow: Callable[[Any], list[Any]], head: str = "", **style: Any) -> None:
    """A document of reportlab's page layout, with as many columns and a running head."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    width = (A4[0] - 100) / columns

    def running(canvas: Any, document: Any) -> None:
        if head:
            canvas.drawString(50, A4[1] - 25, f"{head} {document.page}")
            canvas.drawCentredString(A4[0] / 2, 20, f"- {document.page} -")

    frames = [Frame(50 + n * width, 50, width - 16, A4[1] - 110, id=str(n)) for n in range(columns)]
    body = ParagraphStyle("body", fontSize=10, leading=12, spaceAfter=8, **style)
    document = BaseDocTemplate(str(path), pageTemplates=[PageTemplate(frames=frames, onPage=running)], invariant=1)
    document.build(flow(body))


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    from reportlab.platypus import Paragraph

    many = [f"Item {n}: {paragraph}" for n in range(8) for paragraph in PARAGRAPHS]
    platypus(tmp_path / "a.pdf", 3, lambda body: [Paragraph(text, body) for text in many], alignment=4)
    document = read(tmp_path / "a.pdf")
    assert document.text.split("\n\n") == many


def test_running_heads_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    from reportlab.platypus import PageBreak, Paragraph

    def flow(body: Any) -> list[Any]:
        return [part for text in PARAGRAPHS[:3] for part in (Paragraph(text, body), PageBreak())]

    platypus(tmp_path / "a.pdf", 1, flow, head="Tarn Herald 4 March 2031 page")
    document = read(tmp_path / "a.pdf")
    assert document.text.split("\n\n") == list(PARAGRAPHS[:3])
    assert [document.where(document.text.index(text)) for text in PARAGRAPHS[:3]] == ["page 1", "page 2", "page 3"]


def test_words_broken_at_the_end_of_a_line_or_a_page_are_joined(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=1)
    for y, line in (
        (700, "At least 14 people were killed when the har-"),
        (688, "bour of Tarn burned, and 212 passen-"),
    ):
        canvas.drawString(60, y, line)
    canvas.showPage()
    canvas.drawString(60, 760, "gers were saved by a well-known captain.")
    canvas.save()
    document = read(tmp_path / "a.pdf")
    assert document.text == (
        "At least 14 people were killed when the harbour of Tarn burned, and 212 passengers were saved by a "
        "well-known captain."
    )
    assert [document.where(document.text.index(word)) for word in ("killed", "saved")] == ["page 1", "page 2"]


@pytest.mark.parametrize("spacing", [0.0, 0.8])
def test_letters_set_one_by_one(tmp_path: Path, spacing: float) -> None:
    """As desktop programs and browsers do it: each letter has its place, and nothing is a word."""
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=1)
    for row, line in enumerate(("At least 14 people were killed in", "Port Tarn, and 1,250 were saved.")):
        x = 60.0
        for letter in line:
            canvas.drawString(x, 700 - 14 * row, letter)
            x += stringWidth(letter, "Helvetica", 12) + spacing
    canvas.save()
    document = read(tmp_path / "a.pdf")
    assert document.text == "At least 14 people were killed in Port Tarn, and 1,250 were saved."


def test_a_page_that_is_a_picture_is_told(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=1)
    canvas.drawString(60, 700, "At least 14 people were killed in Port Tarn.")
    for _ in range(2):
        canvas.showPage()
        canvas.rect(50, 50, 400, 600, fill=1)
    canvas.save()
    document = read(tmp_path / "a.pdf")
    assert document.note == "pages 2, 3 without text, perhaps scanned; recognise the text (OCR) to have it read"


def test_large_print_is_the_title(tmp_path: Path) -> None:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    large = ParagraphStyle("large", fontSize=20, leading=24)

    def flow(body: Any) -> list[Any]:
        heads = [Paragraph("Tarn Herald, 4 March 2031", body), Paragraph("Ferry sinks, 14 dead", large)]
        return [*heads, *(Paragraph(text, body) for text in PARAGRAPHS), Paragraph("Fire destroys 40 homes", large)]

    platypus(tmp_path / "a.pdf", 1, flow)
    assert read(tmp_path / "a.pdf").title == "Ferry sinks, 14 dead"
    platypus(tmp_path / "b.pdf", 1, lambda body: flow(body)[2:])
    assert read(tmp_path / "b.pdf").title is None  # below sentences it is another story's


_FURNITURE = re.compile(r"(?<![\d,.])[78]\d\d(?!\d|[,.]\d)")


def test_pages_printed_from_a_browser(tmp_path: Path) -> None:
    """The whole article word by word, its title, its address; links, menus and what the browser adds are left out."""
    with chromium() as browser:
        for number, (site, build) in enumerate(SITES.items()):
            story = STORIES[number % len(STORIES)]
            (tmp_path / f"{number}.html").write_text(build(story), encoding="utf-8")
            page = browser.new_page()
            page.goto((tmp_path / f"{number}.html").as_uri())
            margin = {"top": "1.5cm", "bottom": "1.5cm"}
            page.pdf(path=tmp_path / f"{number}.pdf", display_header_footer=True, margin=margin)  # type: ignore[arg-type]
            page.close()
            document = read(tmp_path / f"{number}.pdf")
            said = " ".join(texts(document, "paragraph", "caption", "bullet"))
            assert [part for part in (*story.paragraphs, story.correction) if part not in said] == [], site
            assert story.title in (document.title or "")
            assert document.outlet in (site, None)
            assert "file:" not in document.text
            assert not re.search(r"\d:\d\d [AP]M", document.text)
            figures = factcheck.extract(document).figures
            linked = [figure.text for figure in figures if _FURNITURE.search(figure.text)]
            assert len(linked) <= 8, (site, linked)  # a print has no elements: what is no link may look like text


def test_mhtml_of_a_browser(tmp_path: Path) -> None:
    with chromium() as browser:
        for number, (site, build) in enumerate(SITES.items()):
            story = STORIES[number % len(STORIES)]
            (tmp_path / f"{number}.html").write_text(build(story), encoding="utf-8")
            page = browser.new_page()
            page.goto((tmp_path / f"{number}.html").as_uri())
            snapshot = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})
            (tmp_path / f"{number}.mhtml").write_bytes(snapshot["data"].encode())
            page.close()
            saved, document = read(tmp_path / f"{number}.html"), read(tmp_path / f"{number}.mhtml")
            assert document.text == saved.text
            told = (document.title, document.published)
            assert told == (saved.title, saved.published), site
            # A browser leaves scripts out, and with them the outlet that only they name: its address stands in.
            host = urllib.parse.urlsplit(saved.url or "").hostname
            assert document.outlet in (saved.outlet, host), site


def test_broken(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (found,) = read_file(str(tmp_path / "a.pdf"))
    assert isinstance(found, Unread)
