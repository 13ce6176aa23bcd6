"""Saved web pages: the article without the page around it (trafilatura), and what the page says of itself."""

from __future__ import annotations

import copy
import datetime as dt
import itertools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import htmldate
import lxml.etree
import trafilatura

from factcheck.documents.entries import Entry, Found, Piece, Source
from factcheck.documents.layout_words import layout_matchers
from factcheck.documents.metadata import Known
from factcheck.documents.model import BlockKind
from factcheck.documents.outlets import site_in_title
from factcheck.documents.readers import markup
from factcheck.documents.readers.office import table_lines
from factcheck.documents.readers.webdata import page_knowledge
from factcheck.errors import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SENTENCE = 4  # words that a page says in one go at least, if it says anything
ELEMENTS = 100_000  # of one page; what has more is no article, and takes time
_CAPTION = "\ue0f1"  # marks what was a caption: extraction keeps paragraphs and drops pictures with their words
_QUOTES = "\"“”‘’' "
_QUOTED = 30  # characters of a quote that is shown twice
_KINDS: dict[str, BlockKind] = {"head": "heading", "item": "bullet"}
_LATEST = dt.datetime(2200, 1, 1)


def read(source: Source) -> Iterator[Found]:
    """The article of a page."""
    yield page(source.data, source)


def page(
    data: bytes | str, source: Source, *, charset: str | None = None, known: tuple[Known, ...] = (), number: int = 0
) -> Entry:
    """The entry of a page; ``known`` is what its container tells of it. Raises UnreadableError where no article is."""
    tree = markup.parse(data, charset)
    if sum(1 for _ in tree.iter()) > ELEMENTS:
        raise UnreadableError(f"a page of more than {ELEMENTS:,} elements", todo="save its text and scan that")
    zone = source.options.time_zone
    told = (*known, *page_knowledge(tree, zone))
    if not any(each.published for each in told):
        told = (*told, Known("meta", published=_found_date(tree)))
    told = (*told, Known("meta", outlet=site_in_title(_title(tree), _heading(tree))))
    title = next((each.title for each in told if each.title), None)
    layout = layout_matchers(source.vocabulary).words
    beginnings, parts = layout.corrections, layout.furniture.parts
    pieces = tuple(_with_corrections(list(article(tree, title, parts)), markup.corrections(tree, beginnings)))
    if not any(piece.kind not in ("title", "heading", "furniture") and _says_much(piece) for piece in pieces):
        raise UnreadableError("no article was found in this page", todo="save its text and scan that")
    return Entry(pieces, told, labels=False, number=number, location="entry" if number else "line")


def _title(tree: Element) -> str | None:
    found = tree.find(".//title")
    return markup.words(found) if found is not None else None


def _says_much(piece: Piece) -> bool:
    return len(piece.text.split()) >= _SENTENCE


def _found_date(tree: Element) -> dt.date | None:
    """The day of a page without dates for machines, as it shows it; no guess."""
    copied = copy.deepcopy(tree)  # an element, never text: text that looks like an address would be followed
    found = htmldate.find_date(copied, extensive_search=False, original_date=True, max_date=_LATEST)
    return dt.date.fromisoformat(found) if found else None


def article(tree: Element, title: str | None, parts: frozenset[str]) -> Iterator[Piece]:
    """The title, the captions and the main text of a page, block by block; ``parts`` names what is none of it."""
    heading = _heading(tree)
    marked = copy.deepcopy(tree)
    _mark_captions(marked)
    markup.drop_parts(marked, parts)
    markup.mark_paragraphs(marked)
    markup.unframe(marked)
    found = trafilatura.bare_extraction(
        marked, include_comments=False, include_tables=True, include_links=True, output_format="python"
    )
    body = found.body if found is not None and not isinstance(found, dict) else None
    pieces = [piece for element in (body if body is not None else ()) for piece in _pieces(element)]
    shown = heading or title
    if shown:
        yield Piece(shown, "title")
    texts = {piece.text for piece in pieces}
    for text in captions(tree, [piece.text for piece in pieces if piece.kind == "paragraph"]):
        if text not in texts:
            yield Piece(text, "caption")
    yield from _said_once([piece for piece in pieces if piece.text != shown])


def _said_once(pieces: list[Piece]) -> Iterator[Piece]:
    """The same pieces, with what only repeats a part of another paragraph as furniture: the quote in large print."""
    paragraphs = [piece.text for piece in pieces if piece.kind == "paragraph"]
    before: set[str] = set()
    for piece in pieces:
        plain = piece.text.strip(_QUOTES)
        longer = any(plain in text and len(text) > len(piece.text) for text in paragraphs)
        again = piece.kind == "paragraph" and len(plain) >= _QUOTED and (longer or plain in before)
        before.add(plain)
        yield Piece(piece.text, "furniture") if again else piece


def _with_corrections(pieces: list[Piece], corrections: Iterable[str]) -> Iterator[Piece]:
    """The pieces of an article, and below them the corrections that extraction took for something else."""
    yield from pieces
    for text in corrections:
        if not any(text in piece.text for piece in pieces):
            yield Piece(text, "paragraph")


def _heading(tree: Element) -> str | None:
    """The one big heading of the page, if it has just one."""
    texts = list(dict.fromkeys(text for h1 in tree.iter("h1") if (text := markup.words(h1))))
    return texts[0] if len(texts) == 1 else None


def _mark_captions(tree: Element) -> None:
    """Put every caption where its picture stands as a paragraph of its own, so that extraction keeps its place."""
    for caption in list(markup.captions(tree)):
        text = markup.words(caption)
        figure = next(caption.iterancestors("figure"), caption)
        if figure.getparent() is not None:
            kept = lxml.etree.Element("p")
            kept.text = _CAPTION + text
            figure.addprevious(kept)
            if figure is caption:
                markup.remove(caption)


def captions(tree: Element, paragraphs: list[str]) -> Iterator[str]:
    """The captions near the paragraphs of an article: in the part of the page that holds them, or right beside it.

    Galleries are cut out with the buttons around them; what stands in a link or in a list belongs to a teaser.
    """
    home = markup.common(markup.elements_of(tree, paragraphs))
    if home is None:
        return
    around = home.getparent()
    near = markup.captions(home if around is None or around.tag == "body" else around)
    if around is not None and around.tag == "body":
        near = itertools.chain(markup.between(tree, "h1", home), near)
    for caption in near:
        if not any(each.tag in ("a", "aside", "footer", "nav", "li") for each in caption.iterancestors()):
            yield markup.words(caption)


def _pieces(element: Element) -> Iterator[Piece]:
    """The pieces of one element of what trafilatura extracts."""
    if element.tag == "table":
        yield from _rows(element)
        return
    if element.tag in ("list", "quote") and len(element) and any(child.tag in ("item", "p") for child in element):
        for child in element:
            yield from _pieces(child)
        return
    if next(element.iter("lb"), None) is not None:
        for line in markup.lines(element):
            yield Piece(line, _KINDS.get(element.tag, "paragraph"))
        return
    text = markup.words(element)
    if not text:
        return
    if text.startswith(_CAPTION):
        yield Piece(text.strip(_CAPTION), "caption")
    elif markup.is_link(element):
        yield Piece(text, "furniture")
    else:
        yield Piece(text, _KINDS.get(element.tag, "paragraph"))


def _rows(table: Element) -> Iterator[Piece]:
    """Each row of a table as a line of its cells with the heads of their columns."""
    rows = [[markup.words(cell) for cell in row.iter("cell")] for row in table.iter("row")]
    first = next(table.iter("row"), None)
    headed = first is not None and all(cell.get("role") == "head" for cell in first.iter("cell"))
    for row in table_lines(rows, headed=headed):
        yield Piece(row, "table")
