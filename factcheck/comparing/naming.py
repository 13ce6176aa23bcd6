"""How a reason names things: a reading as written, who says it, where and when."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import PurePath

from factcheck.claims import Claim
from factcheck.comparing.sides import Sides, as_of
from factcheck.documents import Document

_SPACE = re.compile(r"\s+")
_ARTICLE = re.compile(r"^(?:The|An?)(?= )")


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


def given(claim: Claim, place: str) -> str:
    """A reading with who gives it: "“40” according to the mayor (CNN)", "“40” in the Herald", "“40” in line 7"."""
    if not _speaker_text(claim):
        return f"{reading(claim)} in {place}"
    inside = place.replace(" (", ", ").removesuffix(")") if place.endswith(")") else place
    return f"{reading(claim)} according to {name(claim)} ({inside})"


def name(claim: Claim) -> str:
    """The speaker as inside a sentence: no capital for what opened its own."""
    text, speaker = _SPACE.sub(" ", _speaker_text(claim)), claim.figure.context.speaker
    if speaker is not None and not speaker.named and text.istitle() and " " not in text:
        return text.lower()  # "Police" that opened a sentence
    return _ARTICLE.sub(lambda article: article[0].lower(), text, count=1)


def both(sides: Sides) -> tuple[str, str]:
    """Each reading with who gives it, so that the two can be told apart."""
    return pair(sides.a, sides.b)


def pair(a: Claim, b: Claim) -> tuple[str, str]:
    """As `both`, in the order given; who is named for both is named once: "“3” and “6” in line 15"."""
    one, other = places(a, b)
    shared = one == other and _speaker_text(a) == _speaker_text(b)
    return reading(a) if shared else given(a, one), given(b, other)


def by_place(sides: Sides) -> tuple[str, str]:
    """Each reading with where it stands alone: "“80” (line 29)"."""
    one, other = places(sides.a, sides.b)
    return f"{reading(sides.a)} ({one})", f"{reading(sides.b)} ({other})"


def _speaker_text(claim: Claim) -> str:
    speaker = claim.figure.context.speaker
    return speaker.text if speaker is not None else ""


def places(a: Claim, b: Claim) -> tuple[str, str]:
    """Where each stands: the outlets, or the lines of one article."""
    return (_inside(a), _inside(b)) if a.figure.document.id == b.figure.document.id else outlets(a, b)


def _inside(claim: Claim) -> str:
    return "the headline" if claim.figure.context.voice == "headline" else f"line {claim.figure.line}"


def day(value: dt.date | None, *, beside: dt.date | None = None) -> str:
    """A day as words, with its year unless the other day of the sentence shares it."""
    if value is None:
        return "an unknown day"
    month = f"{value.day} {value:%B}"
    return month if beside is not None and beside.year == value.year else f"{month} {value.year}"


def days(sides: Sides) -> tuple[str, str]:
    a, b = as_of(sides.a), as_of(sides.b)
    return day(a, beside=b), day(b, beside=a)
