"""Quoted speech: where quotation marks open and close in a block of text."""

from __future__ import annotations

import functools
import re

from factcheck.context.once import kept
from factcheck.context.view import SentenceView
from factcheck.spans import Span

_OPENERS = ('"', "“", "«", "„", "``")
_MARK = re.compile(r"[\"“”„«»]|``|''")
_OPENING = frozenset({"“", "„", "«", "``"})


@functools.lru_cache(maxsize=16)
def quotations(text: str, start: int, stop: int) -> tuple[Span, ...]:
    """The spans between quotation marks (marks included) of ``text[start:stop]``, in order.

    A quotation that is still open at the end of its paragraph runs to that end: news opens the marks again in the
    next paragraph. Straight marks open after a space and close before one.
    """
    if all(text.find(mark, start, stop) < 0 for mark in _OPENERS):
        return ()
    found: list[Span] = []
    opened: int | None = None
    for match in _MARK.finditer(text, start, stop):
        mark, at = match.group(), match.start()
        if opened is None:
            if mark in _OPENING or (mark == '"' and _opens(text, at, stop)):
                opened = at
            elif not found and _ends_speech(text, at, line := text.rfind("\n", start, at) + 1 or start):
                found.append(Span(line, match.end()))  # opened in a paragraph before
        elif mark in _OPENING or (mark == '"' and _reopens(text, at, start, stop)):
            found.append(Span(opened, at))  # opened again without being closed, as at each paragraph of a long one
            opened = at
        else:
            found.append(Span(opened, match.end()))
            opened = None
    if opened is not None:
        line = text.find("\n", opened, stop)
        found.append(Span(opened, line if line >= 0 else stop))
    return tuple(found)


def _opens(text: str, at: int, stop: int) -> bool:
    """Whether a straight mark may open: something follows it at once (five-foot-6" does not)."""
    following = text[at + 1] if at + 1 < stop else " "
    before = text[at - 1] if at else " "
    return not following.isspace() and not before.isalnum()


def _reopens(text: str, at: int, start: int, stop: int) -> bool:
    """Whether a straight mark met inside a quotation starts the next one, the last one left open.

    It stands at the start of a line, or behind a sentence's end and a space.
    """
    if at <= start or at + 1 >= stop or text[at + 1].isspace():
        return False
    return text[at - 1] == "\n" or (text[at - 1] == " " and text[at - 2] in ".?!")


def _ends_speech(text: str, at: int, start: int) -> bool:
    """Whether a mark closes a quotation that none opened: right behind the end of a whole sentence."""
    return at - start > 20 and text[at - 1] in ".,?!" and text[at - 2].isalpha()


@kept()
def quotations_of(view: SentenceView) -> tuple[Span, ...]:
    """The quotations of a sentence's block and the lines around it with no empty one between.

    Those of a few words within a sentence are quoted terms all the same.
    """
    text, (start, stop) = view.document.text, view.block.span
    if view.block.kind != "paragraph":
        return quotations(text, start, stop)
    above, below = text.rfind("\n\n", 0, start), text.find("\n\n", stop)
    return quotations(text, above + 2 if above >= 0 else 0, below if below >= 0 else len(text))


def quotation_at(view: SentenceView, offset: int) -> Span | None:
    """The quotation that holds an offset."""
    for span in quotations_of(view):
        if span.start > offset:
            return None
        if offset < span.stop:
            return span
    return None
