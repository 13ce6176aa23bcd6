"""Characters that nobody sees: what they are for a reader of numbers and words, and how they are shown."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Any, TypeVar

from factcheck.spans import Span

T = TypeVar("T")

# Marks that reorder the text around them: an override can make "12" read "21".
REORDERING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
# Marks without any shape: between two digits, one makes two numbers of what looks like one.
SHAPELESS = (
    0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, *range(0x2060, 0x2066), *range(0x206A, 0x2070), 0x3164,
    0xFEFF, 0xFFA0, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0100),
)  # fmt: skip
# Those that scripts and pictures need: they hide nothing there, but have no place inside a word or number of ours.
JOINING = (
    0x61C, *range(0x180B, 0x180E), 0x200C, 0x200D, 0x200E, 0x200F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0),
)  # fmt: skip


def _class(codes: tuple[int, ...]) -> str:
    """What stands in a class of a pattern, in ranges: a pattern goes through it for every character."""
    runs: list[list[int]] = []
    for code in sorted(set(codes)):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in runs)


_BREAKS = _class((*REORDERING, *SHAPELESS, *JOINING))
UNSEEN = "\xad" + _BREAKS  # all of them, for a class of a pattern
_EACH = frozenset(map(chr, (0xAD, *REORDERING, *SHAPELESS, *JOINING)))
# What texts of ours seldom hold, found several times as fast: none of the others, curly quotes and dashes too, is one.
_RARE = re.compile("[^\0-\xac\xae-\u034e\u2010-\u2029\u202f-\u205f\u2070-\u2fff]")
# A break between two digits stays what it is: as a space it would group thousands ("12 345").
_BREAK = re.compile(f"(?<!\\d)[{_BREAKS}]|[{_BREAKS}](?!\\d)")
# Those to be shown; and where a piece of a text begins or ends inside a word, those at its edges.
_INSIDE = f"[{_class(JOINING)}]+"
HIDDEN = re.compile(f"[\xad{_class((*REORDERING, *SHAPELESS))}]|(?<=[0-9A-Za-z]){_INSIDE}(?=[0-9A-Za-z])")
EDGES = re.compile(f"\\A{_INSIDE}(?=[0-9A-Za-z])|(?<=[0-9A-Za-z]){_INSIDE}\\Z")


def name(mark: str) -> str:
    """Invisible characters by name: ``[U+00AD]``."""
    return "".join(f"[U+{ord(each):04X}]" for each in mark)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as a careful person reads it: soft hyphens are nothing, what else cannot be seen is a break.

    ``at`` holds where in the text as written the soft hyphens stand.
    """

    text: str
    at: tuple[int, ...] = ()

    def there(self, offset: int) -> int:
        """The offset in this text of one in the text as written."""
        return offset - bisect_left(self.at, offset)

    def back(self, value: T) -> T:
        """Any value of tuples and frozen data, with each span in it as one of the text as written."""
        return self._back(value) if self.at else value

    def _back(self, value: Any) -> Any:
        if isinstance(value, Span):
            start = self._written(value.start)
            return Span(start, self._written(value.stop - 1) + 1 if value.stop > value.start else start)
        if type(value) is tuple:
            items = tuple(map(self._back, value))
            return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
        if not dataclasses.is_dataclass(value) or isinstance(value, type):
            return value
        held = {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
        moved = {name: back for name, inside in held.items() if (back := self._back(inside)) is not inside}
        return dataclasses.replace(value, **moved) if moved else value

    def _written(self, offset: int) -> int:
        """Where a character of this text stands in the text as written."""
        return offset + bisect_right(range(len(self.at)), offset, key=lambda n: self.at[n] - n)


def plain(text: str) -> Plain | None:
    """A text as a careful person reads it; ``None`` where that is the text itself, as nearly always."""
    if text.isascii() or not _RARE.search(text) or _EACH.isdisjoint(text):
        return None
    broken = _BREAK.sub(" ", text)
    at = tuple(found.start() for found in re.finditer("\xad", broken))
    return Plain(broken.replace("\xad", ""), at)
