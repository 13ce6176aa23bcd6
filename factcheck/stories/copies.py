"""Documents that are one document twice: the same text, or the same address saved in two formats.

What differs in anything a reader would want to see (another outlet, day or headline, another figure) is no copy.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from factcheck.documents import SILENT, Copy, Document
from factcheck.figures import Extraction
from factcheck.stories.passages import alike, shingles

_HEADS = ("title", "heading", "caption")  # a format may have them and another not
_WORD = re.compile(r"\w+")
_TRACKING = ("utm_", "fbclid", "gclid")  # what is asked of a page to follow its reader
_SAME_PAGE = 0.5  # share of runs of words that two savings of one page have at least


@dataclass(frozen=True, slots=True)
class _Told:
    """An extraction with what it is known again by."""

    extraction: Extraction
    body: str
    address: str | None

    @property
    def document(self) -> Document:
        return self.extraction.document

    @property
    def worth(self) -> tuple[bool, bool, bool, int]:
        """How much is known of it: of copies, the one of the greatest worth is kept."""
        document = self.document
        return (_day(document) is not None, _outlet(document) is not None, self.address is not None,
                len(self.extraction.figures))  # fmt: skip

    def figures(self) -> Counter[str]:
        """The figures as written; what one state of an article has and another has not makes two of them."""
        return Counter(figure.text.casefold() for figure in self.extraction.figures)


def part_copies(extractions: Iterable[Extraction]) -> tuple[list[Extraction], list[tuple[Extraction, str]]]:
    """The extractions of each document once, its copies named in it; and the copies, each with the path of that one."""
    ordered = sorted(extractions, key=lambda extraction: extraction.document.order)
    found = sorted((_told(each) for each in ordered), key=lambda told: told.worth, reverse=True)
    kept: defaultdict[str, list[_Told]] = defaultdict(list)
    copies: defaultdict[int, list[Copy]] = defaultdict(list)
    of: dict[int, str] = {}
    for told in found:
        original = next((each for each in (*kept[told.body], *kept[told.address or ""]) if _why(told, each)), None)
        if original is None:
            kept[told.body].append(told)
            if told.address:
                kept[told.address].append(told)
            continue
        copies[id(original.extraction)].append(Copy(told.document.path, _why(told, original)))
        of[id(told.extraction)] = original.document.path
    chosen = [_with(each, copies) for each in ordered if id(each) not in of]
    return chosen, [(each, of[id(each)]) for each in ordered if id(each) in of]


def original_figures(copy: Extraction, original: Extraction) -> dict[str, str]:
    """By the id of a copy's figure that of the same figure in the original: same words, in the same sentence if any."""
    left = list(original.figures)
    found = {}
    for figure in copy.figures:
        others = [other for other in left if other.text.casefold() == figure.text.casefold()]
        sentence = _plain(figure.sentence_text)
        same = next((other for other in others if _plain(other.sentence_text) == sentence), next(iter(others), None))
        if same is not None:
            found[figure.id] = same.id
            left.remove(same)
    return found


def _with(extraction: Extraction, copies: Mapping[int, list[Copy]]) -> Extraction:
    named = copies.get(id(extraction))
    if not named:
        return extraction
    document = dataclasses.replace(extraction.document, copies=tuple(sorted(named)))
    return dataclasses.replace(extraction, document=document)


def _told(extraction: Extraction) -> _Told:
    document = extraction.document
    body = (
        block.span.of(document.text) for block in document.blocks
        if block.kind not in SILENT and block.kind not in _HEADS
    )  # fmt: skip
    return _Told(extraction, _plain(" ".join(body)), _address(document))


def _why(one: _Told, other: _Told) -> str:
    """What two documents have in common that makes them one; empty for two documents."""
    if not _fit(one.document, other.document):
        return ""
    same_text = bool(one.body) and one.body == other.body
    same_address = one.address is not None and one.address == other.address
    if not same_text and not same_address:
        return ""
    fewer, more = sorted((one.figures(), other.figures()), key=Counter.total)
    if not fewer <= more:  # the words alone may be the same: "€340m" here, "£340m" there
        return ""
    if same_text:
        return "text"
    return "address" if alike(shingles(one.body), shingles(other.body)) >= _SAME_PAGE else ""


def _fit(one: Document, other: Document) -> bool:
    """Whether nothing that is known of both differs."""
    outlets, days = {_outlet(one), _outlet(other)} - {None}, {_day(one), _day(other)} - {None}
    titles = sorted(_plain(document.title) for document in (one, other) if document.title)
    return len(outlets) < 2 and len(days) < 2 and (len(titles) < 2 or titles[0] in titles[1] or titles[1] in titles[0])


def _outlet(document: Document) -> str | None:
    return document.outlet if document.outlet_from != "option" else None


def _day(document: Document) -> object:
    return document.published if document.published_from != "option" else None


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _address(document: Document) -> str | None:
    """The address without what changes nothing: scheme, ``www.``, what is asked of the page, a slash at the end.

    That of a whole site is none: it says nothing of an article.
    """
    try:
        parts = urlsplit(document.url or "")
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    if not parts.netloc or (not path and not parts.query):
        return None
    asked = "&".join(
        part for part in parts.query.split("&") if part and not part.startswith(("utm_", "fbclid", "gclid"))
    )
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{asked}"
