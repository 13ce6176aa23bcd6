"""Where: the place of what is counted, from the phrases of place of its clause and of those around it.

What ``place`` means, as careful readers label it:

- It is where what is counted is or happened, by any name the text gives it near: the hall, its town or its country.
- A place by a verb of saying is the speaker's ("officials in Kabul said").
- A place that says who someone is, or from where, tells nothing ("Hale of Ohio", "a cook in Cardenas", "from Homs"),
  nor does the one that another number is held against ("than in Europe").
- A place that only a part is at is not that of the whole ("26 shops, including two in Lyon").
- Where nothing else tells, it is that of what is counted itself ("five Ohio Republicans", "the city's 12 ports"), or
  the home of who acts at home ("Texas police arrested 12", "Peru halts 12 projects"), not of who acts abroad
  ("imports", "attacks"); then where what is counted went ("sent 12 nurses to Lyon").
- The place that a report is sent from (its dateline) is one only of harm that the text tells no other place of.
- Where a figure goes on about what happened, it has the place that the text told of that before (`scene`); "the city"
  is the one that the text has named.
"""

from __future__ import annotations

from factcheck.context.common_places import common_places, place_at
from factcheck.context.direction import find_direction
from factcheck.context.gazetteer import Entry
from factcheck.context.home import beside, home
from factcheck.context.model import Cue, Place
from factcheck.context.once import kept
from factcheck.context.place_names import Located
from factcheck.context.places import group_of, places
from factcheck.context.reach import nearest, reach
from factcheck.context.scene import Set, happens, named_before, scene, sent_from
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import NAME, PLURAL
from factcheck.spans import Span

_ITS_OWN = -1.0


def find_place(view: SentenceView, quantity: Quantity) -> tuple[Place | None, tuple[Cue, ...]]:
    """The place of a figure with the words that tell; ``None`` where the text does not tell."""
    twin = view.twin(view.index(quantity))
    quantity = view.quantities[twin] if twin is not None else quantity  # "35 km (20 miles) from Lyon"
    found = _here(view, quantity)
    common = _nearest(view, quantity, common_places(view)) if found is None else None
    if found is None and common is None and happens(view, quantity):
        found = scene(view, quantity)
        if found is None and (sent := sent_from(view, quantity)) is not None:
            return _told(*sent, carried=True)
    if found is None:
        common = common or _goal(view, quantity)
        found = (view, common) if common is not None else None
    if found is None:
        return None, ()
    there, told = found
    return _told(told, _span(there, told), carried=there is not view)


@kept()
def _here(view: SentenceView, quantity: Quantity) -> Set | None:
    """The place by name that the sentence of a figure tells."""
    best = beside(view, quantity) or _nearest(view, quantity, places(view))
    found = (view, best) if best is not None else home(view, quantity)
    common = _nearest(view, quantity, common_places(view)) if found is None else None
    return found or (named_before(view, common) if common is not None else None)


def _goal(view: SentenceView, quantity: Quantity) -> Located | None:
    """The place that what is counted went to, or left: "sent 12 men to Lyon"."""
    way = find_direction(view, quantity)[0]
    for end in (way.goal, way.origin) if way is not None else ():
        place = place_at(view, end.span.start) if end is not None and end.span is not None else None
        if place is not None:
            return place
    return None


def _nearest(view: SentenceView, quantity: Quantity, found: tuple[Located, ...]) -> Located | None:
    """The nearest of some places that tells of a figure."""
    if not found:
        return None
    groups = ((place, group_of(view, place)) for place in found)
    far = ((one, _distance(view, quantity, group)) for one, group in groups if group is not None)
    return nearest(view, quantity, ((one, _span(view, one), (off,)) for one, off in far if off is not None))


def _distance(view: SentenceView, quantity: Quantity, group: Group) -> float | None:
    """How far off a place tells of a figure; ``None`` where it tells of something else."""
    if _is_elsewhere(view, group) or _is_beside(view, quantity, group):
        return None
    if group.under is not None and group.under is view.group(quantity):
        return _ITS_OWN
    far = reach(view, quantity, group)
    if far is None or (far > 1 and group.clause is not None and group.clause.opener == "since"):
        return None
    beside = any(one.role == "apposition" and one.behind_comma for one in group.chain[:-1])
    return None if far > 0 and beside else far  # "talks with the father, a cook in Cardenas"


def _is_beside(view: SentenceView, quantity: Quantity, group: Group) -> bool:
    """Whether a figure stands beside a place, not in it: "in St. Albans and one shop in Lyon"."""
    own, under = view.group(quantity), group.under
    chain = own.chain if own is not None else []
    return under is not None and under.preposition == "including" and under not in chain


def _span(view: SentenceView, place: Located) -> Span:
    return Span(view.tokens[place.first].start, view.tokens[place.last].stop)


def _is_elsewhere(view: SentenceView, group: Group) -> bool:
    """Whether a place is what another is held against, or whom a name is from: "than in Europe", "Hale of Ohio"."""
    words, under = view.read.words, group.under
    head = words[under.head] if under is not None and under.head >= 0 else None
    many = head is not None and head.tags & PLURAL and head.lower in view.read.lexicon  # "Residents of Lyon"
    named = head is not None and head.tags & NAME and not many
    return group.preposition == "of" and bool(named) and not words[group.start + 1].text.islower()


def _told(place: Located | Entry, span: Span, *, carried: bool) -> tuple[Place | None, tuple[Cue, ...]]:
    says = " < ".join((place.name, *place.within))
    return Place(place.name, place.within, span, carried), (Cue("where", span, says),)
