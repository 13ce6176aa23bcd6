"""Words, digit runs and marks, with their places in the document's text."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from factcheck.spans import Span

TokenKind = Literal["word", "number", "punct"]


class Token(NamedTuple):
    """A word (inner hyphens and apostrophes kept: ``co-sponsors``, ``Russia's``), a digit run or one mark."""

    start: int
    stop: int
    text: str
    lower: str
    kind: TokenKind
    capital: bool  # it begins with a capital

    @property
    def span(self) -> Span:
        return Span(self.start, self.stop)


# A digit run keeps its inner marks ("1,000", "12:50", "2.5"); a word keeps inner hyphens, apostrophes, dots ("U.S.").
_TOKEN = re.compile(
    r"[A-Za-z]+(?=[ ,])"  # most words, found fast
    r"|[^\W\d_](?:(?<=[A-Z])\.(?=\s+[A-Z][a-z])|\.(?:[^\W\d_]\.)+(?:[-\u2010\u2011](?=\w)[\w&]*)*|[\w&]*(?:[-\u2010\u2011'’](?=\w)[\w&]*)*)"
    r"|(?:(?<![\w.])\.(?=\d{2}\b))?\d+(?:[.,:'/\u00a0\u202f\u2009]\d+)*"
    r"|(?<=\d)['’]s\b"  # "on 2019's level"
    r"|``|''"  # the quotation marks of old wires
    r"|<[A-Z]{1,5}(?:\.[A-Z]{1,2})?>"  # and what they call a share: "Lund Co <LND.N> said"
    r"|\S"
)
_MOST = 200_000  # spellings whose form is kept
_forms: dict[str, tuple[str, str, TokenKind, bool]] = {}


def tokenize(text: str, start: int = 0, stop: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:stop]``, with offsets into ``text``."""
    new = tuple.__new__  # what Token's own constructor does, without its call; this runs for every word
    find, form = text.find, _forms.get
    found: list[Token] = []
    at = start
    for piece in _TOKEN.findall(text, start, len(text) if stop is None else stop):
        at = find(piece, at)  # only white space lies between two tokens
        written, lower, kind, capital = form(piece) or _form(piece)
        found.append(new(Token, (at, at := at + len(piece), written, lower, kind, capital)))
    return tuple(found)


def _form(written: str) -> tuple[str, str, TokenKind, bool]:
    """What each token of one spelling has: the string, that all of them share, and all that it tells."""
    first = written[0]
    kind: TokenKind = "word" if first.isalnum() else "punct"
    kind = "number" if written[-1].isdecimal() and (first == "." or first.isdecimal()) else kind
    known = written, written.lower(), kind, first.isupper()
    if len(_forms) < _MOST:
        _forms[written] = known
    return known
