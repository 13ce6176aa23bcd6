"""Days in words, and small html tables for notebooks; whatever an article says stays text in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from html import escape

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MOST = 40  # rows of a table in a notebook


def written_day(day: dt.date) -> str:
    """``15 April 2017``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def one_line(text: str, most: int = 60) -> str:
    """Text on one line, cut where it is long: for a ``repr``."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def paragraph(text: str, *, strong: bool = False) -> str:
    inside = escape(text)
    return f"<p><b>{inside}</b></p>" if strong else f"<p>{inside}</p>"


def marked(before: str, words: str, after: str) -> str:
    """A quote with the words that matter marked."""
    return f"<blockquote>{escape(before)}<mark>{escape(words)}</mark>{escape(after)}</blockquote>"


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of plain texts; of very many rows the first."""
    listed = list(rows)
    head = "".join(f"<th>{escape(each)}</th>" for each in headers)
    body = "".join(
        "<tr>" + "".join(f'<td style="text-align:left">{escape(cell)}</td>' for cell in row) + "</tr>"
        for row in listed[:_MOST]
    )
    more = paragraph(f"and {len(listed) - _MOST} more") if len(listed) > _MOST else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
