"""Reading on past a table or key that a TOML text gives twice."""

from __future__ import annotations

import re

# A header, also one that is not closed; a list may open a line in the same way, but with a comma in it.
_HEADER = re.compile(r"""[ \t]*\[\[?([\w.'"\- ]+)(?:\]\]?[ \t\r]*(?:#.*)?)?$""")
_PAIR = re.compile(r"""[ \t]*[\w.'"\-]+[ \t]*=""")


def without_double(text: str, line: int, message: str) -> str | None:
    """The text without the second table or key that tomli met at ``line``; ``None`` for any other mistake.

    Its lines stay as empty ones, so that everything else keeps its place.
    """
    lines = text.split("\n")
    stop = _end(lines, line - 1, message)
    if stop is None:
        return None
    return "\n".join((*lines[: line - 1], *[""] * (stop - line + 1), *lines[stop:]))


def _end(lines: list[str], start: int, message: str) -> int | None:
    """Where the lines of the double end: behind those of a table and of the tables below it, or behind one pair."""
    if not 0 <= start < len(lines):
        return None
    opened = _HEADER.match(lines[start])
    if opened and message.startswith("Cannot declare"):
        name = opened[1].strip()
        headers = ((at, _HEADER.match(lines[at])) for at in range(start + 1, len(lines)))
        return next((at for at, found in headers if found and not found[1].strip().startswith(name + ".")), len(lines))
    if message.startswith("Cannot overwrite") and _PAIR.match(lines[start]):
        return start + 1  # the value ends in this line, in which its key stands
    return None
