"""Anchors: a figure's words and the text around it, by which it is known again when lines and files move."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from difflib import SequenceMatcher
from pathlib import Path

from factcheck.decisions.model import Anchor, Source
from factcheck.documents import Document
from factcheck.figures import Figure
from factcheck.spans import Span

CONTEXT = 48  # code points kept on each side
_SHOWN = 8  # words of a change
_WORDS = re.compile(r"\w+(?:['.,:/-]\w+)*")
_SPACE = re.compile(r"\s+")
# Typesetting is not an edit: curly and straight quotes, kinds of dashes.
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-"})


def anchor(figure: Figure, base: Path, known: Source | None = None) -> Anchor:
    """The anchor of a figure for a log whose folder is ``base``; ``known`` is its source, where it was drawn before."""
    prefix, suffix = _around(figure.document.text, figure.quantity.span)
    hard, when, place = figure.quantity.hard, figure.context.when, figure.context.place
    return Anchor(
        source=known or source_of(figure.document, base),
        prefix=prefix,
        exact=tidy(figure.text),
        suffix=suffix,
        low=_plain(hard.low),
        high=_plain(hard.high),
        kind=figure.quantity.kind,
        unit=figure.quantity.unit.name if figure.quantity.unit else None,
        when=(when.start, when.stop) if when else None,
        place=place.name if place else None,
        sentence=_saying(figure),
        published=figure.document.published,
    )


def lasting_anchor(figure: Figure, base: Path) -> Anchor:
    """The anchor to write down: it also tells the same passage here from the same passage further down."""
    text, words, here = figure.document.text, figure.text, figure.quantity.span.start
    around = _around(text, figure.quantity.span)
    places = [at for at in _places(text, words) if _around(text, Span(at, at + len(words))) == around]
    drawn = anchor(figure, base)
    return replace(drawn, repeat=(places.index(here), len(places))) if len(places) > 1 else drawn


def source_of(document: Document, base: Path) -> Source:
    """How a document is known again; its path is written so that it means the same on other machines."""
    return Source(relative(document.path, base), document.sha256, document.outlet, document.title)


def relative(path: str, base: Path) -> str:
    try:
        return Path(os.path.relpath(path, base)).as_posix()
    except ValueError:  # another drive
        return Path(path).as_posix()


def tidy(text: str) -> str:
    """One line of text, the same however it is wrapped and typeset."""
    return _SPACE.sub(" ", text.translate(_PLAIN)).strip()


def same_reading(a: Anchor, b: Anchor) -> bool:
    """Whether two figures say the same number: in the same words, or in other words with the same interval."""
    if a.exact.casefold() == b.exact.casefold():
        return True
    return (a.low, a.high, a.kind, a.unit) == (b.low, b.high, b.kind, b.unit)


def same_scope(a: Anchor, b: Anchor) -> bool:
    """Whether two figures can be about one time and place; unknown is no difference."""
    if a.when and b.when and (a.when[0] > b.when[1] or b.when[0] > a.when[1]):
        return False
    return not (a.place and b.place and a.place.casefold() != b.place.casefold())


def reworded(then: str, now: str) -> str | None:
    """The first words of a sentence that are others by now, with one on each side; ``None`` for none.

    Capitals, marks and white space are no words: how a text is set is not what it says.
    """
    old, new = _WORDS.findall(then), _WORDS.findall(now)
    matcher = SequenceMatcher(None, [w.casefold() for w in old], [w.casefold() for w in new], autojunk=False)
    for kind, start, stop, first, last in matcher.get_opcodes():
        if kind != "equal":
            was, today = _some(old[max(0, start - 1) : stop + 1]), _some(new[max(0, first - 1) : last + 1])
            return f"“{today}” instead of “{was}”"
    return None


def _saying(figure: Figure) -> str:
    """The sentence of a figure without its number, which is anchored by itself."""
    (start, stop), span, text = figure.sentence, figure.quantity.span, figure.document.text
    return tidy(f"{text[start : span.start]} {text[span.stop : stop]}")


def _some(words: Sequence[str]) -> str:
    return " ".join(words if len(words) <= _SHOWN else [*words[: _SHOWN - 2], "…", words[-1]])


def _around(text: str, span: Span) -> tuple[str, str]:
    """The text before and after, tidied and cut to length."""
    before = text[max(0, span.start - 2 * CONTEXT) : span.start]
    after = text[span.stop : span.stop + 2 * CONTEXT]
    return tidy(before)[-CONTEXT:], tidy(after)[:CONTEXT]


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _plain(value: Decimal | None) -> str | None:
    if value is None:
        return None
    return format(value.normalize() if value else Decimal(0), "f")
