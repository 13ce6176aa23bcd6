"""Claims for the tests of grouping, origins and comparing: real readings of numbers in a context set by hand."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from typing import Any

from factcheck.claims import Claim
from factcheck.context.model import Action, Counted, Place, Speaker, When
from factcheck.context.registry import Context
from factcheck.documents import Document, document_from_text
from factcheck.figures import Figure
from factcheck.quantities import read_quantities
from factcheck.spans import Span
from factcheck.vocabulary import default_vocabulary

_NUMBERS = itertools.count(1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def document(
    text: str, *, name: str | None = None, outlet: str | None = None, published: str | None = None
) -> Document:
    """A document of one paragraph."""
    number = next(_NUMBERS)
    made = document_from_text(text, name or f"n{number:03}.txt", day(published) if published else None, id=f"d{number}")
    return made if outlet is None else _with(made, outlet=outlet)


def _with(made: Document, **known: Any) -> Document:
    return dataclasses.replace(made, **known)


def claim(
    text: str,
    *,
    speaker: str | None = None,
    named: bool = True,
    agency: str | None = None,
    about: str | None = None,
    place: str | None = None,
    counted: str | None = "people",
    action: str | None = "kill",
    type: str | None = None,  # noqa: A002 - the field's name
    inside: Document | None = None,
    line: int = 1,
    **context: Any,
) -> Claim:
    """The claim of the number in braces: ``claim("killing {at least 12} people")``; the rest is set by hand."""
    of_document = {key: context.pop(key) for key in ("outlet", "published", "name") if key in context}
    start, stop = text.index("{"), text.index("}") - 1
    plain = text.replace("{", "").replace("}", "")
    home = inside or document(plain, **of_document)
    at = home.text.index(plain)
    reading = read_quantities(home.text, default_vocabulary(), [Span(0, len(home.text))])
    quantity = next(q for q in reading.quantities if q.span.start < at + stop and at + start < q.span.stop)
    made = Context(
        counted=Counted(counted, counted.split()[-1].rstrip("s"), tuple(counted.split()[:-1])) if counted else None,
        action=Action(action) if action else None,
        speaker=Speaker(speaker or "", (speaker or "").casefold(), named, origin=agency) if speaker or agency else None,
        when=When(day(about), day(about), about) if about else None,
        place=Place(place) if place else None,
        **context,
    )
    figure = Figure(f"{home.id}.f{quantity.number.start}", home, line, quantity, Span(at, at + len(plain)), made)
    return Claim(figure, type, None, "How many?", (quantity.kind,))
