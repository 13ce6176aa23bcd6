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

    @property
    def span(self) -> Span:
        return Span(self.start, self.stop)


# A digit run keeps its inner marks ("1,000", "12:50", "2.5"); a word keeps inner hyphens, apostrophes, dots ("U.S.").
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:'/\u00a0\u202f\u2009]\d+)*)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|[A-Z]\.(?=\s+[A-Z][a-z])|[^\W\d_](?:[\w&]|[-\u2010\u2011'’](?=\w))*)"
    r"|(?P<punct>\S)"
)


def tokenize(text: str, start: int = 0, stop: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:stop]``, with offsets into ``text``."""
    new = tuple.__new__  # what Token's own constructor does, without its call; this runs for every word
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if stop is None else stop):
        word = match.group()
        found.append(new(Token, (*match.span(), word, word.lower(), match.lastgroup)))
    return tuple(found)
