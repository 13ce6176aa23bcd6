"""How a reason names things: a reading as written, who says it, where and when."""

from __future__ import annotations

import re

from factcheck.claims import Claim
from factcheck.comparing.sides import as_of
from factcheck.context.model import written_days
from factcheck.display import written_day
from factcheck.documents.called import names
from factcheck.figures import Figure

_SPACE = re.compile(r"\s+")
_POINT = re.compile(r"(?<=^\.) (?=\d)")
_ARTICLE = re.compile(r"^(?:The|An?)(?= )")
_OPENING = re.compile(r"^[A-Z][a-z]+(?= |$)")
# Between a number and its unit: "2-metre", "30 days", "tens of metres".
_TO_UNIT = re.compile(r"[\s\u2010\u2011-]{0,2}|\s+of\s+")


def words(figure: Figure) -> str:
    """The figure as written, on one line, with the words of its unit where they follow it: ``over eight hours``.

    A text may have a space behind a leading point: ". 38".
    """
    span, unit, text = figure.quantity.span, figure.quantity.unit_span, figure.document.text
    follows = unit is not None and unit.start >= span.stop and _TO_UNIT.fullmatch(text, span.stop, unit.start)
    written = text[span.start : unit.stop] if unit is not None and follows else figure.text
    return _POINT.sub("", _SPACE.sub(" ", written).strip())


def reading(claim: Claim) -> str:
    """The figure as written, in quotation marks: hedge, number and unit; with whom it is compared with them."""
    single, beside = claim.figure.quantity.single, claim.figure.context.beside
    more = f" ({single + beside.most} with those told beside them)" if single and beside and beside.least > 0 else ""
    return f"“{words(claim.figure)}”{more}"


def outlets(one: Claim, other: Claim) -> tuple[str, str]:
    """Both outlets; two documents of one outlet, or of none, are told apart."""
    a, b = one.figure.document, other.figure.document
    named = names((a, b) if a.id != b.id else (a,))
    return named[a.id], named[b.id]


def given(claim: Claim, place: str) -> str:
    """A reading with who gives it: "“40” according to the mayor (CNN)", "“40” in the Herald", "“40” in line 7"."""
    if not (who := speaker(claim.figure)):
        return f"{reading(claim)} in {place}"
    inside = place.replace(" (", ", ").removesuffix(")") if place.endswith(")") else place
    return f"{reading(claim)} according to {who} ({inside})"


def speaker(figure: Figure) -> str:
    """Who says a figure, no capital for what opened a sentence of its own; nothing where nobody is named.

    "Hospital officials" opened one where the text has "hospital" too; "Kurdish officials" are Kurdish.
    """
    says = figure.context.speaker
    if says is None:
        return ""
    text = _SPACE.sub(" ", says.text)
    opening = None if says.named else _OPENING.match(text)
    if opening is not None:
        word = opening.group().lower()
        if word == text.lower() or re.search(rf"\b{word}\b", figure.document.text):
            return word + text[len(word) :]
    return _ARTICLE.sub(lambda article: article[0].lower(), text, count=1)


def pair(a: Claim, b: Claim) -> tuple[str, str]:
    """Each reading with who gives it; who is named for both is named once: "“3” and “6” in line 15"."""
    one, other = places(a, b)
    if one != other:
        return given(a, one), given(b, other)
    if speaker(a.figure) == speaker(b.figure):
        return reading(a), given(b, other)
    return given(a, one), given(b, "the same line" if one.startswith("line ") else other)


def places(a: Claim, b: Claim) -> tuple[str, str]:
    """Where each stands: the outlets, or the lines of one article."""
    return (_inside(a), _inside(b)) if a.figure.document.id == b.figure.document.id else outlets(a, b)


def _inside(claim: Claim) -> str:
    return "the headline" if claim.figure.context.voice == "headline" else claim.figure.where


def day(claim: Claim) -> str:
    """When a count stood, with its preposition: "on 3 May 2024", or as exactly as the text tells it: "in 2004"."""
    stood, when = as_of(claim), claim.figure.context.when
    if when is not None and when.stop == stood and len(when.label) <= len("2024-05"):
        return f"in {written_days(when.start, when.stop)}"
    return f"on {written_day(stood)}" if stood is not None else "on an unknown day"
