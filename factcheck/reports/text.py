"""Other people's text made safe to show: what a reader sees is what is written, and nothing it holds takes effect."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.invisible import EDGES, HIDDEN, UNSEEN, name

if TYPE_CHECKING:
    from factcheck.figures import Figure


def _shown() -> Iterator[tuple[int, str]]:
    for code in range(0x20):
        yield code, chr(0x2400 + code)  # ESC becomes ␛, so no terminal takes an order from an article
    yield 0x7F, "\u2421"
    for code in range(0x80, 0xA0):
        yield code, "\ufffd"
    for code in (*range(0xD800, 0xE000), 0xFFFE, 0xFFFF):
        yield code, "\ufffd"  # half a character, or none: no encoder takes it
    yield from ((ord(mark), mark) for mark in "\t\n\r")
    yield from ((code, "\n") for code in (0x85, 0x2028, 0x2029))


BULLET = re.compile(r"^[•▪◦‣·⦁●■*+–—-]\s+")  # of a list: no part of what it says
_AGAIN = 90  # characters around a number whose sentence the reader has seen

_VISIBLE = dict(_shown())
_ODD = re.compile("[" + "".join(re.escape(chr(code)) for code in _VISIBLE if chr(code) not in "\t\n\r") + "]")


def visible(text: str) -> str:
    """``text`` with control characters as pictures (``␛``) and marks that reorder or hide named (``[U+202E]``)."""
    if text.isascii() and text.isprintable():
        return text
    named = HIDDEN.sub(lambda mark: name(mark.group()), text)
    return named.translate(_VISIBLE) if _ODD.search(named) else named


# What no program should meet raw in JSON: second controls, marks that reorder or hide, odd line ends.
_UNSAFE = re.compile(f"[\x7f-\x9f\u2028\u2029{UNSEEN}]")


def safe_json(text: str) -> str:
    """A text of JSON in which such characters are written as escapes; they stand in its strings only."""
    return (
        text
        if text.isascii() and "\x7f" not in text
        else _UNSAFE.sub(lambda found: json.dumps(found.group())[1:-1], text)
    )


def one_line(text: str) -> str:
    """``visible`` text with every run of white space as one space, for a cell, a title or a terminal line."""
    return " ".join(visible(text).split())


def in_quotes(text: str) -> str:
    """Words of an article in quotation marks; those that begin and end with their own need no second pair."""
    return text if text[:1] in '“"' and text[-1:] in '”"' else f"“{text}”"


def source_name(path: str) -> str:
    """A document's path as a reader knows it: standard input has a name too."""
    return "stdin" if path == "-" else one_line(path)


class Quote(NamedTuple):
    """A sentence cut at the figure it holds: the words before it, the figure as written, the words after it."""

    before: str
    words: str
    after: str

    def __str__(self) -> str:
        return self.before + self.words + self.after


def quote(figure: Figure, limit: int = 600) -> Quote:
    """The figure's whole sentence on one line; one longer than ``limit`` is cut around the figure, with ``…``."""
    text, span, sentence = figure.document.text, figure.quantity.span, figure.sentence
    start, stop = min(sentence.start, span.start), max(sentence.stop, span.stop)
    before, after = text[start : span.start], text[span.stop : stop]
    if len(before) + len(after) > limit:
        before, after = _tail(before, limit // 2), _head(after, limit // 2)
    words = one_line(_head(text[span.start : span.stop], limit))
    return Quote(BULLET.sub("", spaced(before).lstrip()), words, spaced(after).rstrip())


def quotes_of(figures: Sequence[Figure], limit: int = 600) -> list[Quote]:
    """The quote of each figure; where a sentence has been quoted already, only the words around the number."""
    known: set[tuple[str, int]] = set()
    quotes = []
    for figure in figures:
        sentence = (figure.document.id, figure.sentence.start)
        quotes.append(quote(figure, _AGAIN if sentence in known else limit))
        known.add(sentence)
    return quotes


def spaced(text: str) -> str:
    """One line, with a space kept at either end where there was one: the figure stands between the two pieces."""
    line = one_line(EDGES.sub(lambda mark: name(mark.group()), text))
    if not line:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + line + (" " if text[-1].isspace() else "")


def _head(text: str, limit: int) -> str:
    """The first ``limit`` characters, up to the end of a word where one is near."""
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", limit - 40, limit)
    return text[: cut if cut > 0 else limit] + "…"


def _tail(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    cut = text.find(" ", len(text) - limit, len(text) - limit + 40)
    return "…" + text[cut + 1 if cut >= 0 else len(text) - limit :]
