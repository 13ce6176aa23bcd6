"""Text fitted to a width: wrapped at spaces, never inside a number, and tables whose columns give way by turns."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from unicodedata import combining, east_asian_width

GLUE = "\u00a0"  # holds the words of a number together while lines are broken; printed as a space
GAP = 2
NOTHING = "–"  # a cell that says nothing
_TO = f"{GLUE}to{GLUE}"

Style = Callable[[str], str]

# A word that is a number, with what may stand around it and the magnitude glued to it: it is never broken.
_NUMBER = re.compile(rf"\W*(?:\d[\d.,'’\u2009\u202f/–-]*)?\d[^\W\d]{{0,3}}\W*(?:{GLUE}[^\W\d]+\W*){{0,3}}")
_BREAK = re.compile(r" |(?<=,)(?=\d)")
_OR_MORE = re.compile(r"(?<=[\d%]) or (?=(?:more|fewer|less)\b)")
_RANGE = re.compile(r"(?<=\d) to (?=\d)")
_MAGNITUDE = re.compile(
    r"(?<=[\d½¼¾])\s+(?=(?:hundred|thousand|million|billion|trillion|dozen|percent|per cent|points?|mn|bn|tn|[mk])\b)",
    re.I,
)


def glued(number: str) -> str:
    """A number's words held together: ``2.5 million`` is never cut at the end of a line."""
    return GLUE.join(number.split()) if len(number) <= 30 else number


def glue_numbers(text: str) -> str:
    """The numbers of a reading held together: magnitudes to their digits, both ends of a range, "or more"."""
    return _MAGNITUDE.sub(GLUE, _RANGE.sub(_TO, _OR_MORE.sub(f"{GLUE}or{GLUE}", text)))


def dotted(parts: Iterable[str]) -> str:
    """Parts of a line with dots between them; a line is broken only at a dot."""
    return " · ".join(part if len(part) > 40 else GLUE.join(part.split(" ")) for part in parts if part)


def wrap(text: str, width: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """The lines of a text, broken at spaces; only a word that is no number and longer than a line is cut."""
    indented = max(len(indent), len(hanging or ""))
    width = max(width, indented + 4)
    wrapper = textwrap.TextWrapper(
        width=width,
        initial_indent=indent,
        subsequent_indent=indent if hanging is None else hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    words = (piece for word in text.split(" ") for piece in _pieces(word, width - indented))
    return [line.replace(GLUE, " ") for line in wrapper.wrap(" ".join(words))] or [""]


def _pieces(word: str, width: int) -> list[str]:
    """A word in pieces that fit; a number stays whole, and a range of them breaks only at its ``to``."""
    if len(word) <= width or _NUMBER.fullmatch(word):
        return [word]
    if _TO in word:
        start, _, stop = word.partition(_TO)
        return [f"{start}{GLUE}to", *_pieces(stop, width)]
    cut = next((cut for marks in ("/,", "_-.") if (cut := _last(marks, word, width)) >= width // 3), width)
    return [word[:cut], *_pieces(word[cut:], width)]


def _last(marks: str, word: str, width: int) -> int:
    """Where the last of some marks ends within a width; 0 where there is none."""
    return max(word.rfind(mark, 0, width) for mark in marks) + 1


def table(
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: int,
    *,
    least: Sequence[int] = (),
    header_style: Style | None = None,
    cell_styles: Sequence[Style | None] = (),
    titled: bool = False,
) -> list[str]:
    """A plain table of at most ``width`` columns: cells wrap where they must, the widest column first.

    ``least`` is the width below which each column does not go; a longer number widens it. Where the columns do not
    fit side by side the rows are lists; ``titled`` ones begin with the first header too ("Line 7").
    """
    widths = _fit(headers, rows, width, least)
    if _across(widths) > width:
        return list(_lists(headers, rows, width, header_style, cell_styles, titled=titled))
    wrapped = [[wrap(cell, widths[n]) for n, cell in enumerate(row)] for row in rows]
    styles = [*cell_styles, *[None] * (len(headers) - len(cell_styles))]
    rooms = [
        max(_room(line) for line in (header, *(line for row in wrapped for line in row[n])))
        for n, header in enumerate(headers)
    ]
    rule = (" " * GAP).join("─" * room for room in rooms)
    head = _line(headers, rooms, [header_style] * len(headers))
    return [head, rule, *(_line(line, rooms, styles) for row in wrapped for line in zip_longest(*row, fillvalue=""))]


def _line(cells: Iterable[str], rooms: Sequence[int], styles: Sequence[Style | None]) -> str:
    """One line of a table: a line of each cell, filled up to the room of its column."""
    filled = (
        (style(cell) if style and cell else cell) + " " * (room - _room(cell))
        for cell, room, style in zip(cells, rooms, styles, strict=True)
    )
    return (" " * GAP).join(filled).rstrip()


def _room(text: str) -> int:
    """How many columns of a terminal a text takes: a sign of Chinese takes two, an accent set on a letter none."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(sign) in "WF" else not combining(sign) for sign in text)


def _lists(
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: int,
    header_style: Style | None,
    cell_styles: Sequence[Style | None],
    *,
    titled: bool,
) -> Iterator[str]:
    """Each row as a list: its first cell, then those of the others that say something, with their headers."""
    for first, *rest in rows:
        heading = f"{headers[0]} {first}" if titled else first
        yield from _styled(wrap(heading, width), cell_styles[0] if cell_styles else None)
        for header, cell in zip(headers[1:], rest, strict=True):
            if cell in ("", NOTHING):
                continue
            start, *more = wrap(f"{header}: {cell}", width, "  ", "    ")
            yield start.replace(f"{header}:", header_style(f"{header}:"), 1) if header_style else start
            yield from more


def _styled(lines: Sequence[str], style: Style | None) -> Sequence[str]:
    return [style(line) for line in lines] if style else lines


def _fit(headers: Sequence[str], rows: Sequence[Sequence[str]], width: int, least: Sequence[int]) -> list[int]:
    """The width of each column, so that all of them fit: what costs the fewest lines, before any word is broken."""
    columns = list(zip(*rows, strict=True)) or [() for _ in headers]
    widths = [
        max(len(header), *(min(len(cell), width) for cell in column), 1)
        for header, column in zip(headers, columns, strict=True)
    ]
    floors = [
        max(len(header), least[n] if n < len(least) else 8, _longest_number(columns[n]))
        for n, header in enumerate(headers)
    ]
    unbroken = [max(floor, _longest_word(columns[n])) for n, floor in enumerate(floors)]
    lengths = [Counter(len(cell) for cell in column) for column in columns]
    return _shrunk(_shrunk(widths, unbroken, width, lengths), floors, width, lengths)


def _shrunk(
    widths: Sequence[int], floors: Sequence[int], width: int, lengths: Sequence[Mapping[int, int]]
) -> list[int]:
    """Columns made narrower, none below its floor; ``lengths`` says how many cells of each length a column has."""
    shrunk = list(widths)
    for _ in range(_across(shrunk) - width):
        dearer = {
            n: (_tall(lengths[n], room - 1) - _tall(lengths[n], room), -room)
            for n, room in enumerate(shrunk)
            if room > floors[n]
        }
        if not dearer:
            break
        shrunk[min(dearer, key=dearer.__getitem__)] -= 1
    return shrunk


def _tall(lengths: Mapping[int, int], room: int) -> int:
    """How tall a column of cells is, squared: one tall cell is worse than two that take a second line."""
    return sum(n * (1 if length <= room else -(-length // max(room - 2, 1))) ** 2 for length, n in lengths.items())


def _across(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)


def _longest_word(cells: Sequence[str]) -> int:
    """The longest thing in a column that has no place to break: a space, or the comma between two line numbers."""
    return max((len(word) for cell in cells for word in _BREAK.split(cell)), default=0)


def _longest_number(cells: Sequence[str]) -> int:
    """The longest thing in a column that is never broken."""
    words = (word for cell in cells for part in cell.split(" ") for word in part.replace(_TO, f"{_TO} ").split(" "))
    return max((len(word.rstrip(GLUE)) for word in words if _NUMBER.fullmatch(word.removesuffix(_TO))), default=0)
