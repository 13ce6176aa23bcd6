"""Where: the place of what is counted, from the phrases of place of its clause and of those around it."""

from __future__ import annotations

from factcheck.context.model import Cue, Place
from factcheck.context.places import Located, places
from factcheck.context.reach import group_at, reach
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.spans import Span


def find_place(view: SentenceView, quantity: Quantity) -> tuple[Place | None, tuple[Cue, ...]]:
    """The place of a figure with the words that tell; ``None`` where the sentence does not tell."""
    best: Located | None = None
    least: tuple[float, int, int] | None = None
    for place in places(view):
        group = group_at(view, view.tokens[place.first].start)
        far = reach(view, quantity, group) if group is not None else None
        if far is None:
            continue
        span = _span(view, place)
        start, stop = sorted((span, quantity.span), key=lambda one: one.start)
        between = sum(start.stop <= q.span.start < stop.start and q is not quantity for q in view.quantities)
        rank = (far, between, stop.start - start.stop)
        if least is None or rank < least:
            best, least = place, rank
    return _told(view, best)


def _span(view: SentenceView, place: Located) -> Span:
    return Span(view.tokens[place.first].start, view.tokens[place.last].stop)


def _told(view: SentenceView, place: Located | None) -> tuple[Place | None, tuple[Cue, ...]]:
    if place is None:
        return None, ()
    span = _span(view, place)
    says = " < ".join((place.name, *place.within))
    return Place(place.name, place.within, span), (Cue("where", span, says),)
