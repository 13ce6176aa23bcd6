"""The lines of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.spans import Span

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


class Line(NamedTuple):
    """A line that holds something: its place without the white space around it, and whether a blank line is above."""

    span: Span
    text: str
    after_blank: bool


def text_lines(text: str, start: int = 0) -> Iterator[Line]:
    """The lines of a text that hold anything, rules of marks among them."""
    end = start
    for match in _LINE.finditer(text, start):
        raw = match.group()
        line = raw.strip()
        if not line:
            continue
        at = match.start() + len(raw) - len(raw.lstrip())
        gap = text.count("\n", end, at) or text.count("\r", end, at)
        yield Line(Span(at, at + len(line)), line, gap > 1)
        end = at + len(line)
