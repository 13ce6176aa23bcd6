"""Boxes of text on a page in the order in which people read them: column after column, also below a wide title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

GUTTER = 9.0  # points of white between columns; between words there are fewer
_DEEPEST = 12
_AHEAD = 3  # bands


class Box(NamedTuple):
    """A line, or a piece of one, with its place from the page's upper left corner, in points; ``linked`` wholly."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    page_height: float = 0.0
    linked: bool = False


def in_reading_order(boxes: Sequence[Box], deep: int = _DEEPEST) -> Iterator[Box]:
    """The boxes from top to bottom, columns one after the other; pieces of one line are joined."""
    bands = _bands(boxes)
    at = 0
    while at < len(bands):
        gap, stop = _gutter(bands, at) if deep else (None, at)
        if gap is None:
            yield from _row(bands[at])
            at += 1
            continue
        region = [box for band in bands[at:stop] for box in band]
        yield from in_reading_order([box for box in region if box.right <= gap], deep - 1)
        yield from in_reading_order([box for box in region if box.right > gap], deep - 1)
        at = stop


def _bands(boxes: Sequence[Box]) -> list[list[Box]]:
    """Boxes that share a height on the page together, from top to bottom."""
    bands: list[list[Box]] = []
    bottom = float("-inf")
    for box in sorted(boxes, key=lambda box: (box.top + box.bottom, box.left)):
        middle = (box.top + box.bottom) / 2
        if bands and middle < bottom:
            bands[-1].append(box)
            bottom = max(bottom, box.bottom) if len(bands[-1]) < 2 else bottom
        else:
            bands.append([box])
            bottom = box.bottom
    return bands


def _gutter(bands: Sequence[list[Box]], at: int) -> tuple[float | None, int]:
    """Where columns begin at a band: the middle of their gutter and the band at which it ends; two bands at least.

    A band in one column alone goes with them as long as it leaves the gutter white.
    """
    best: tuple[float | None, int] = (None, at)
    # One column may begin a line above the other.
    first = next((index for index in range(at, min(at + _AHEAD, len(bands))) if len(bands[index]) > 1), at)
    for gap in _gaps(bands[first]):
        gutter: tuple[float, float] | None = gap
        for band in bands[at:first]:
            gutter = _narrowed(band, *gutter) if gutter else None
        if gutter is None:
            continue
        (low, high), stop, both = gutter, first + 1, 1
        while stop < len(bands):
            narrowed = _narrowed(bands[stop], low, high)
            if narrowed is None:
                break
            low, high = narrowed
            both += any(box.right <= low for box in bands[stop]) and any(box.left >= high for box in bands[stop])
            stop += 1
        if both > 1 and stop > best[1]:
            best = ((low + high) / 2, stop)
    return best


def _gaps(band: Sequence[Box]) -> list[tuple[float, float]]:
    ordered = sorted(band)
    found, right = [], ordered[0].right
    for box in ordered[1:]:
        if box.left - right >= GUTTER:
            found.append((right, box.left))
        right = max(right, box.right)
    return found


def _narrowed(band: Sequence[Box], low: float, high: float) -> tuple[float, float] | None:
    """What a band leaves white of a gutter, if it is still one."""
    middle = (low + high) / 2
    for box in band:
        if box.left < middle < box.right:
            return None
        if box.right <= middle:
            low = max(low, box.right)
        else:
            high = min(high, box.left)
    return (low, high) if high - low >= GUTTER else None


def _row(band: Sequence[Box]) -> Iterator[Box]:
    """The pieces of one line as one box."""
    ordered = sorted(band)
    text = " ".join(box.text for box in ordered)
    yield Box(
        ordered[0].left,
        min(box.top for box in ordered),
        max(box.right for box in ordered),
        max(box.bottom for box in ordered),
        text,
        ordered[0].page_height,
        all(box.linked for box in ordered),
    )
