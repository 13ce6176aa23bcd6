"""HTML to a tree, and a tree to pieces: nothing is fetched, nothing is run, entities of a file's own are not known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import lxml.html

from factcheck.documents.decoding import decode
from factcheck.documents.entries import Piece
from factcheck.documents.model import BlockKind
from factcheck.errors import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DATA = re.compile(rb"data:[\w/+.;=-]{0,100};base64,[A-Za-z0-9+/=\s]{200,}")
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{3,20})|<\?xml[^>]{0,80}?encoding=["']([\w-]{3,20})""", re.I
)
_SPACE = re.compile(r"\s+")
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dd", "dt"), "bullet"),
    "figcaption": "caption",
    "caption": "caption",
}  # fmt: skip
_BREAKS = frozenset({
    *("address", "article", "aside", "blockquote", "body", "center", "div", "dl", "fieldset", "figure", "footer"),
    *("form", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr"),
    *("ul", *_KINDS),
})  # fmt: skip
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "select"})
_CAPTION_WORDS = 4  # fewer are a credit
_LAID_OUT = ("p", "h1", "h2", "div", "table", "ul", "br")
_SAID = 40  # characters of a paragraph
_SMALL_PART = 0.3  # of all that a page says
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NOTE = 1500  # characters of a correction
_CELL = 400  # characters in a cell that make a table no table
_ENDS = (".", "!", "?", ".”", '."', ":", "…")
_BEGINNING = 40  # characters by which a paragraph is known again
_FURNITURE = frozenset({"nav", "footer", "aside", "form", "button"})


def parse(data: bytes | str, charset: str | None = None) -> Element:
    """The tree of a page or of a part of one. Raises UnreadableError for what has no tree."""
    if isinstance(data, bytes):
        data = _decoded(_DATA.sub(b"data:,", data), charset)
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(data.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.ParserError, ValueError) as error:
        raise UnreadableError("empty, as a page", todo="there is nothing to read in it") from error
    return tree


def _decoded(data: bytes, charset: str | None) -> str:
    told = _CHARSET.search(data[:4096])
    name = charset or ((told[1] or told[2]).decode("ascii") if told else None)
    if name and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        # What the web calls Latin-1 is Windows-1252, and a page that says UTF-8 may hold one broken byte.
        name = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}.get(name.lower(), name)
        try:
            return data.decode(name, "replace")
        except LookupError:
            pass
    return decode(data).text


def words(element: Element) -> str:
    """The text of an element in one line."""
    return _SPACE.sub(" ", "".join(map(str, element.itertext("*")))).strip()


def tidy(text: str) -> str:
    """A text in one line."""
    return _SPACE.sub(" ", text).strip()


def pieces_of(tree: Element) -> Iterator[Piece]:
    """The visible text of a part of a page, a mail or a feed in order, block by block."""
    held: list[str] = []
    kind: BlockKind = "paragraph"

    def flush() -> Iterator[Piece]:
        text = tidy("".join(held))
        held.clear()
        if text:
            yield Piece(text, kind)

    for event, element in _walk(tree):
        tag = element.tag
        if event == "text":
            held.append(element.text or "")
        elif event == "tail":
            held.append(element.tail or "")
        elif tag == "br":
            held.append("\n")
        elif tag in _BREAKS:
            yield from flush()
            kind = (_KINDS.get(tag, "paragraph")) if event == "start" else "paragraph"
        elif tag in ("td", "th") and event == "end":
            held.append(" ")
    yield from flush()


def _walk(tree: Element) -> Iterator[tuple[str, Element]]:
    """Each element's start, its text, its children, its end and the text after it, without what is not seen."""
    stack: list[tuple[str, Element]] = [("start", tree)]
    while stack:
        event, element = stack.pop()
        if event == "start":
            if not isinstance(element.tag, str) or element.tag in _UNSEEN:
                continue
            stack.append(("end", element))
            for child in reversed(element):
                stack.append(("tail", child))
                if child.tag not in _FURNITURE:
                    stack.append(("start", child))
            stack.append(("text", element))
        yield event, element


def captions(tree: Element) -> Iterator[Element]:
    """The elements that hold the words below a picture, by their tag or their class."""
    for element in tree.iter("figcaption", "p", "div", "span"):
        named = element.tag == "figcaption" or "caption" in (element.get("class") or "").lower()
        if named and len(words(element).split()) >= _CAPTION_WORDS and element.getparent() is not None:
            inner = (each for each in element.iterdescendants() if "caption" in (each.get("class") or "").lower())
            if next(inner, None) is None and next(element.iter("img", "p", "figure"), element) is element:
                yield element


def between(tree: Element, start: str, stop: Element) -> Iterator[Element]:
    """The captions below the first element with a tag and above another element."""
    found = set(captions(tree))
    inside = False
    for element in tree.iter():
        if element is stop:
            return
        inside = inside or element.tag == start
        if inside and element in found:
            yield element


def mark_paragraphs(tree: Element) -> None:
    """Make the divisions of a page that are paragraphs in truth, by holding sentences and no other block, to such."""
    for element in list(tree.iter("div")):
        if next(element.iterdescendants(*_BREAKS), None) is not None:
            continue
        text = words(element)
        if len(text) >= _SAID and text.rstrip('"”’)').endswith((".", "!", "?")) and not is_link(element):
            element.tag = "p"


def drop_parts(tree: Element, names: frozenset[str]) -> None:
    """Take out the parts of a page that say by their class or id that they are none of its article, if small."""
    whole = len(words(tree))
    for element in list(tree.iter("div", "section", "aside", "ul", "ol", "form")):
        said = _NAME_PARTS.findall(f"{element.get('class') or ''} {element.get('id') or ''}")
        if names.isdisjoint(part.lower() for part in said) or element.getparent() is None:
            continue
        held = next(element.iter("figcaption", "h1"), None)
        if held is None and len(words(element)) < _SMALL_PART * whole:
            remove(element)


def corrections(tree: Element, beginnings: tuple[str, ...]) -> Iterator[str]:
    """The notes of a page that begin as corrections do, wherever they stand, but for links to other pages."""
    told: set[str] = set()
    for element in tree.iter("p", "li", "div", "aside", "footer", "section"):
        if next(element.iterdescendants("p", "li", "div", "aside", "section"), None) is not None:
            continue
        text = words(element)
        if len(text) > _NOTE or not text.lower().startswith(beginnings) or text in told:
            continue
        if not is_link(element) and not any(each.tag in ("a", "nav") for each in element.iterancestors()):
            told.add(text)
            yield text


def elements_of(tree: Element, texts: list[str]) -> list[Element]:
    """The elements that hold some paragraphs of a page, by how those begin."""
    beginnings = {text[:_BEGINNING] for text in texts}
    found = []
    for element in tree.iter("p", "div", "td", "section"):
        start = tidy(element.text or "")[:_BEGINNING]
        if start and start in beginnings:
            found.append(element)
    return found


def common(elements: list[Element]) -> Element | None:
    """The innermost element that holds all of some."""
    if not elements:
        return None
    paths = [[element, *element.iterancestors()][::-1] for element in elements]
    shared = [level[0] for level in zip(*paths, strict=False) if all(each is level[0] for each in level)]
    last: Element = shared[-1]
    around: Element | None = last.getparent() if last in elements else None
    return last if around is None else around


def remove(element: Element) -> None:
    """Take an element out of its tree and leave the text after it."""
    element.drop_tree()  # type: ignore[attr-defined]


def unframe(tree: Element) -> None:
    """Make tables that only lay out a page to plain divisions: those whose cells hold blocks or much text."""
    for table in list(tree.iter("table")):
        cells = list(table.iter("td"))
        blocks = any(
            cell.find(tag) is not None for cell in cells for tag in ("p", "h1", "h2", "div", "table", "ul", "br")
        )
        if next(table.iter("th"), None) is None and (blocks or any(len(words(cell)) > _CELL for cell in cells)):
            for part in table.iter("table", "tbody", "tr", "td"):
                part.tag = "div"


def lines(element: Element) -> Iterator[str]:
    """The text of an element whose paragraphs are parted by line breaks; a break within a sentence parts nothing."""
    held = ""
    texts: list[str] = [""]
    _spell(element, texts)
    for text in map(tidy, texts):
        held = f"{held} {text}".strip()
        if held and held.endswith(_ENDS):
            yield held
            held = ""
    if held:
        yield held


def _spell(element: Element, texts: list[str]) -> None:
    texts[-1] += element.text or ""
    for child in element:
        if child.tag == "lb":
            texts.append("")
        elif isinstance(child.tag, str):
            _spell(child, texts)
        texts[-1] += child.tail or ""


def is_link(element: Element, tags: tuple[str, ...] = ("a", "ref")) -> bool:
    """Whether all that an element says is links: a teaser of something else, not a sentence of this text."""
    text = words(element)
    linked = sum(len(words(link)) for link in element.iter(*tags))
    return linked > 0 and linked >= 0.8 * len(text)
