"""Where: the place of the event, from the phrase of place that governs a figure's clause."""

from __future__ import annotations

from factcheck.context.attributions import is_spoken
from factcheck.context.model import Cue, Place
from factcheck.context.nearness import distance, is_fronted, lowers
from factcheck.context.places import Located, PlaceTable, place_before_event, place_words, read_place
from factcheck.context.tagging import tagged
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.spans import Span

_FAR = 18
_FRONTED = 6


def find_place(view: SentenceView, quantity: Quantity) -> tuple[Place | None, tuple[Cue, ...]]:
    """The place of a figure with the words that tell; ``None`` where the sentence does not tell."""
    best: Located | None = None
    least = _FAR + 1
    for place in _places(view):
        far = distance(view, quantity, place.first, place.last)
        if is_fronted(view, place.first - 1, place.last):
            far = min(far, _FRONTED)
        if far < least:
            best, least = place, far
    if best is None:
        return None, ()
    tokens = view.tokens
    span = Span(tokens[best.first].start, tokens[best.last].stop)
    says = " < ".join((best.name, *best.within))
    return Place(best.name, best.within, span), (Cue("where", span, says),)


def _places(view: SentenceView) -> tuple[Located, ...]:
    """The places of a sentence, worked out once."""
    known = view.memo.get("where")
    if isinstance(known, tuple):
        return known
    found: list[Located] = []
    words = place_words(view.vocabulary)
    if words.cues.isdisjoint(lowers(view)):
        view.memo["where"] = ()
        return ()
    last = -1
    for index, token in enumerate(view.tokens):
        if index > last and token.lower in words.cues:
            place = _place_at(view, index, words)
            if place is not None and not is_spoken(view, place.first):
                found.append(place)
                last = place.last
    view.memo["where"] = tuple(found)
    return tuple(found)


def _place_at(view: SentenceView, index: int, words: PlaceTable) -> Located | None:
    """The place that the cue at ``index`` brings: a preposition, a verb that strikes, or an event's noun."""
    tokens, tags = view.tokens, tagged(view).tags
    lower = tokens[index].lower
    ahead = tokens[index + 1 : index + 8]
    if lower in words.events:
        return place_before_event(view, index)
    if not any(token.text[0].isupper() for token in ahead) or (index and tokens[index - 1].lower == "from"):
        return None  # "from outside Georgia"
    if lower in words.prepositions:
        return read_place(view, index + 1, lower == "at")
    if lower == "of":
        return read_place(view, index + 1, False) if index and tokens[index - 1].lower in words.sides else None
    if tags[index] in "veH" and any(token.text[0].isupper() for token in ahead[:2]):
        place = read_place(view, index + 1, False)
        return place if place is not None and place.known else None
    return None
