"""Where: the place of the event, from the phrase of place that governs a figure's clause."""

from __future__ import annotations

from factcheck.context.attributions import is_spoken
from factcheck.context.model import Cue, Place
from factcheck.context.nearness import distance, is_fronted, lowers
from factcheck.context.places import Located, place_words, read_place
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
    tokens, tags = view.tokens, tagged(view).tags
    capitals = [token.text[0].isupper() for token in tokens]
    last = -1
    for index, token in enumerate(tokens[:-1]):
        if index <= last:
            continue
        lower = token.lower
        if lower not in words.cues:
            continue
        place: Located | None = None
        if index and tokens[index - 1].lower == "from":
            continue  # "from outside Georgia"
        if lower in words.prepositions and True in capitals[index + 1 : index + 8]:
            place = read_place(view, index + 1, lower == "at")
        elif lower == "of" and index and tokens[index - 1].lower in words.sides:
            place = read_place(view, index + 1, False)
        elif lower in words.striking and tags[index] in "veH" and True in capitals[index + 1 : index + 3]:
            place = read_place(view, index + 1, False)
            place = place if place and place.known else None
        if place is not None and not is_spoken(view, place.first):
            found.append(place)
            last = place.last
    view.memo["where"] = tuple(found)
    return tuple(found)
