"""Lines of printed pages put together to paragraphs: hyphens undone, also over the ends of columns and pages."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple

from factcheck.documents.readers.columns import Box

_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad\ufffe\x02\u2010]$")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
_LOOSE = 1.6  # line heights from line to line that make a new paragraph
_SAME_LEFT = 12.0  # points within which lines begin at one place
_ROOM = 4  # letters that a line has left beside the next word, if it was broken on purpose
_FULL = 0.85  # of the column's width; a line that ends its sentence and is shorter ends its paragraph


class Line(NamedTuple):
    """A line of a page."""

    box: Box
    page: int


@dataclass(slots=True)
class Paragraph:
    """A paragraph's text, the page on which the text from each offset on stands, how high its letters are in points.

    ``linked`` tells that all of it is links.
    """

    text: str
    pages: list[tuple[int, int]] = field(default_factory=list)
    size: float = 0.0
    linked: bool = False


def paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The paragraphs of lines in reading order."""
    if not lines:
        return
    height = median(line.box.bottom - line.box.top for line in lines)
    ends = _ends(lines)
    held = [lines[0]]
    for above, line in itertools.pairwise(lines):
        if _parted(above, line, held, height) or _broken_early(above, line, ends[_column(above)]):
            yield _joined(held)
            held = []
        held.append(line)
    yield _joined(held)


def _parted(above: Line, line: Line, held: Sequence[Line], height: float) -> bool:
    """Whether a new paragraph begins at a line."""
    ends = _SENTENCE_END.search(above.box.text) is not None
    if _size(above) > 1.15 * _size(line) or _size(line) > 1.15 * _size(above):
        return True
    moved = line.page != above.page or line.box.top < above.box.top  # over to another page or column
    if moved:
        return ends or not (line.box.text[:1].islower() or _HYPHEN.search(above.box.text))
    if line.box.top - above.box.top > _LOOSE * max(height, _size(above)):
        return True
    left = min(each.box.left for each in held)
    width = max(each.box.right for each in (*held, line)) - left
    short = above.box.right - left < _FULL * width
    indented = line.box.left - left > 0.6 * height and line.box.left - above.box.left > 0.6 * height
    return ends and (short or indented)


def _column(line: Line) -> tuple[int, int]:
    return line.page, round(line.box.left / _SAME_LEFT)


def _ends(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """How far the lines go that begin at one place of a page's width: the width of their column."""
    found: dict[tuple[int, int], float] = {}
    for line in lines:
        found[_column(line)] = max(found.get(_column(line), 0.0), line.box.right)
    return found


def _broken_early(above: Line, line: Line, end: float) -> bool:
    """Whether a line ends though the next word would have had room on it: a list, a heading, a line of data."""
    first, _, _ = line.box.text.partition(" ")
    if line.box.text[:1].islower() or _HYPHEN.search(above.box.text) or above.box.text.endswith((",", ";")):
        return False
    letter = (above.box.right - above.box.left) / max(1, len(above.box.text))
    return above.box.right + (len(first) + _ROOM) * letter < end


def _size(line: Line) -> float:
    return line.box.bottom - line.box.top


def _joined(lines: Sequence[Line]) -> Paragraph:
    found = Paragraph("", size=max(map(_size, lines)), linked=all(line.box.linked for line in lines))
    for line in lines:
        text = line.box.text
        if found.text:
            unbroken = _HYPHEN.sub("", found.text)
            if unbroken != found.text and text[:1].islower():
                found.text = unbroken
            else:
                found.text += " "
        if not found.pages or found.pages[-1][1] != line.page:
            found.pages.append((len(found.text), line.page))
        found.text += text
    return found
