"""How a reason names things: a reading as written, who says it, where and when."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import PurePath

from factcheck.claims import Claim
from factcheck.comparing.sides import Sides, as_of, speaker_key
from factcheck.documents import Document

_SPACE = re.compile(r"\s+")


def reading(claim: Claim) -> str:
    """The figure as written, in quotation marks: hedge, number and unit."""
    figure = claim.figure
    text = figure.text
    unit = figure.quantity.unit_span
    if unit is not None and unit.start >= figure.quantity.span.stop and unit.start - figure.quantity.span.stop <= 2:
        text = figure.document.text[figure.quantity.span.start : unit.stop]
    return "“" + _SPACE.sub(" ", text).strip() + "”"


def outlet(document: Document) -> str:
    """The outlet, or what stands for it: the file's name."""
    return document.outlet or PurePath(document.path).stem


def outlets(one: Claim, other: Claim) -> tuple[str, str]:
    """Both outlets; two documents of one outlet, or of none, are told apart by file name."""
    a, b = one.figure.document, other.figure.document
    if outlet(a) != outlet(b):
        return outlet(a), outlet(b)
    return f"{outlet(a)} ({PurePath(a.path).name})", f"{outlet(b)} ({PurePath(b.path).name})"


def says(claim: Claim, place: str) -> str:
    """Who gives the figure: "Rosenfeld (CNN)", or the outlet where no speaker is named."""
    speaker = claim.figure.context.speaker
    return f"{_SPACE.sub(' ', speaker.text)} ({place})" if speaker is not None else place


def both(sides: Sides) -> tuple[str, str]:
    """Who gives each figure, so that the two can be told apart."""
    if sides.one_document:
        return _inside(sides.a), _inside(sides.b)
    one, other = outlets(sides.a, sides.b)
    return says(sides.a, one), says(sides.b, other)


def _inside(claim: Claim) -> str:
    speaker = claim.figure.context.speaker
    if speaker is not None:
        return f"{_SPACE.sub(' ', speaker.text)} (line {claim.figure.line})"
    return "the headline" if claim.figure.context.voice == "headline" else f"line {claim.figure.line}"


def same_voice(sides: Sides) -> bool:
    return speaker_key(sides.a) == speaker_key(sides.b)


def day(value: dt.date | None, *, beside: dt.date | None = None) -> str:
    """A day as words, with its year unless the other day of the sentence shares it."""
    if value is None:
        return "an unknown day"
    month = f"{value.day} {value:%B}"
    return month if beside is not None and beside.year == value.year else f"{month} {value.year}"


def days(sides: Sides) -> tuple[str, str]:
    a, b = as_of(sides.a), as_of(sides.b)
    return day(a, beside=b), day(b, beside=a)
