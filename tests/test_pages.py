"""Saved pages of ten sites: all of the article and its corrections is read, and no figure comes from the furniture."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

import factcheck
from factcheck.documents import Document, read_file
from tests.site_pages import SITES, STORIES, Story

PAGES = [(site, number) for site in SITES for number in range(len(STORIES))]
_FURNITURE = re.compile(r"(?<![\d,.])[78]\d\d(?![\d]|[,.]\d)")


def read(path: Path, site: str, story: Story) -> Document:
    file = path / "page.html"
    file.write_text(SITES[site](story))
    (document,) = read_file(str(file))
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize(("site", "number"), PAGES)
def test_a_page(tmp_path: Path, site: str, number: int) -> None:
    story = STORIES[number]
    document = read(tmp_path, site, story)
    figures = factcheck.extract(document).figures
    assert [figure.text for figure in figures if _FURNITURE.search(figure.text)] == []
    text = " ".join(block.span.of(document.text) for block in document.blocks if block.kind != "furniture")
    for part in (story.title, *story.paragraphs, story.correction):
        assert part in text
    if site != "tables":
        assert story.caption in text
        assert document.outlet == site
        assert document.outlet_from in ("json_ld", "meta")
    assert document.title == story.title
    assert document.published == dt.date.fromisoformat(story.day)
    assert document.published_from in ("json_ld", "meta")


def test_the_figures_are_those_of_the_plain_text(tmp_path: Path) -> None:
    """The same on every site: what a page adds to an article is its caption and its furniture."""
    for number, story in enumerate(STORIES):
        plain = factcheck.extract("\n\n".join((story.title, story.day, *story.paragraphs, story.correction)))
        wanted = [figure.text for figure in plain.figures]
        assert len(wanted) > 2
        for site in SITES:
            document = read(tmp_path, site, story)
            found = factcheck.extract(document)
            captions = [block.span for block in document.blocks if block.kind == "caption"]
            read_ = [f.text for f in found.figures if not any(c.holds(f.quantity.span) for c in captions)]
            extra = [text for text in read_ if text in wanted]
            assert extra == wanted, (site, number)
