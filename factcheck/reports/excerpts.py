"""Short quotes: the words around a figure, its number marked; figures of one sentence share a quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.figures import Figure
from factcheck.reports.columns import glued
from factcheck.reports.text import BULLET, one_line, spaced

AROUND = 80  # characters shown on either side of a number
APART = 120  # two numbers of a sentence farther apart than this get a quote each


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a sentence; ``marked`` has every number in brackets, ``numbers`` are those as shown."""

    figures: tuple[Figure, ...]
    marked: str
    numbers: tuple[str, ...]


def excerpts(figures: Sequence[Figure]) -> Iterator[Excerpt]:
    """The quotes for some figures, in the order of their first."""
    groups: list[list[Figure]] = []
    for figure in figures:
        home = next((group for group in groups if _together(group, figure)), None)
        if home is None:
            groups.append([figure])
        elif figure.id not in {other.id for other in home}:
            home.append(figure)
    return (_excerpt(group) for group in groups)


def _together(group: Sequence[Figure], figure: Figure) -> bool:
    """Whether a figure stands in the group's sentence, near one of its numbers."""
    first = group[0]
    if first.document.id != figure.document.id or first.sentence != figure.sentence:
        return False
    spans = [other.quantity.span for other in group]
    here = figure.quantity.span
    return any(here.start - span.stop <= APART and span.start - here.stop <= APART for span in spans)


def _excerpt(group: Sequence[Figure]) -> Excerpt:
    ordered = sorted(group, key=lambda figure: figure.quantity.span)
    text = ordered[0].document.text
    start = min(ordered[0].sentence.start, ordered[0].quantity.span.start)
    stop = max(ordered[-1].sentence.stop, ordered[-1].quantity.span.stop)
    pieces, numbers, at = [], [], start
    for n, figure in enumerate(ordered):
        span = figure.quantity.span
        between = text[at : span.start]
        pieces.append(_tail(between) if n == 0 else spaced(between))
        numbers.append(one_line(span.of(text)))
        pieces.append(f"[{glued(numbers[-1])}]")
        at = max(at, span.stop)
    pieces.append(_head(text[at:stop]))
    return Excerpt(tuple(ordered), "".join(pieces), tuple(numbers))


def _head(text: str) -> str:
    """The first words, up to the end of the sentence where that is near."""
    if len(text) <= AROUND * 1.3:
        return spaced(text).rstrip()
    cut = text.rfind(" ", AROUND - 40, AROUND)
    return spaced(text[: cut if cut > 0 else AROUND]).rstrip(" ,;:") + " …"


def _tail(text: str) -> str:
    """The last words, from the start of the sentence where that is near; a list's bullet is no part of it."""
    if len(text) <= AROUND * 1.3:
        return BULLET.sub("", spaced(text).lstrip())
    cut = text.find(" ", len(text) - AROUND, len(text) - AROUND + 40)
    return "… " + spaced(text[cut + 1 if cut >= 0 else len(text) - AROUND :]).lstrip()
