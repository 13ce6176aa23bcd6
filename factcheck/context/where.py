"""Where: the place of what is counted, from the phrases of place of its clause and of those around it.

What ``place`` means, as careful readers label it:

- It is where what is counted is or happened, by any name the text gives it near: the hall, its town or its country.
- A place by a verb of saying is the speaker's ("officials in Kabul said"), but a reporter's is that of what was seen
  ("our correspondent at Badminton said 2,000 had turned out").
- A place that says who someone is, or from where, tells nothing ("Hale of Ohio", "a cook in Cardenas", "from Homs"),
  nor does the one that another number is held against ("than in Europe").
- A place that only a part is at is not that of the whole ("26 shops, including two in Lyon").
- Where nothing else tells, it is that of what is counted itself ("five Ohio Republicans", "the city's 12 ports"), or
  the home of who acts at home ("Texas police arrested 12", "Peru halts 12 projects"), not of who acts abroad
  ("imports", "attacks"); then where what is counted went ("sent 12 nurses to Lyon").
- The place that a report is sent from (its dateline) is not one.
- Where a figure goes on about what happened, it has the place that the text told of that before (`scene`), or where the
  same figure is told in full (`repeated`); "the city" is the one that the text has named.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.context.direction import find_direction
from factcheck.context.model import Cue, Place
from factcheck.context.once import kept
from factcheck.context.place_names import Located, name_reader, place_words
from factcheck.context.places import common_places, place_at, places
from factcheck.context.reach import climb, group_at, held_in, is_event, is_set_apart, is_told, reach
from factcheck.context.repeated import told_elsewhere
from factcheck.context.scene import Set, happens, named_before, scene
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import NAME, PLURAL, POSSESSIVE, SUBJECT
from factcheck.spans import Span

_ITS_OWN, _REPORTED = -1.0, 9.0
_BESIDE = ("member", "apposition")


def find_place(view: SentenceView, quantity: Quantity) -> tuple[Place | None, tuple[Cue, ...]]:
    """The place of a figure with the words that tell; ``None`` where the text does not tell."""
    twin = view.twin(view.index(quantity))
    quantity = view.quantities[twin] if twin is not None else quantity  # "35 km (20 miles) from Lyon"
    found = _here(view, quantity)
    common = _nearest(view, quantity, common_places(view)) if found is None else None
    if found is None and common is None and happens(view, quantity):
        again = ((view, quantity), *told_elsewhere(view, quantity))
        found = next((told for told in (find(*one) for find in (_here, scene) for one in again) if told), None)
    carried = found is not None and found[0] is not view
    if found is None:
        common = common or _goal(view, quantity)
        found = (view, common) if common is not None else None
    return _told(*found, carried=carried) if found is not None else (None, ())


@kept()
def _here(view: SentenceView, quantity: Quantity) -> Set | None:
    """The place by name that the sentence of a figure tells."""
    best = _nearest(view, quantity, places(view))
    found = (view, best) if best is not None else _home(view, quantity)
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
    best: Located | None = None
    least: tuple[float, int, int] | None = None
    for place in found:
        group = group_at(view, view.tokens[place.first].start)
        far = _distance(view, quantity, group) if group is not None else None
        if far is None:
            continue
        span = _span(view, place)
        start, stop = sorted((span, quantity.span), key=lambda one: one.start)
        between = sum(start.stop <= q.span.start < stop.start and q is not quantity for q in view.quantities)
        rank = (far, between, stop.start - start.stop)
        if least is None or rank < least:
            best, least = place, rank
    return best


def _distance(view: SentenceView, quantity: Quantity, group: Group) -> float | None:
    """How far off a place tells of a figure; the place of a reporter counts for what the reporter saw."""
    if _is_elsewhere(view, group) or _is_beside(view, quantity, group) or _is_of_part(view, quantity, group):
        return None
    if group.under is not None and group.under is view.group(quantity):
        return _ITS_OWN
    far = reach(view, quantity, group)
    if far is not None and far > 1 and group.clause is not None and group.clause.opener == "since":
        return None
    if far is not None:
        beside = any(is_set_apart(view, one) for one in climb(group)[:-1])
        return None if far > 0 and beside else far  # "talks with the father, a cook in Cardenas"
    hung, reporter = climb(group), view.read.lexicon.words("reporter")
    for clause, _ in view.path(quantity):
        parent = clause.parent
        if is_told(view, clause) and parent is not None and parent.subject in hung:
            words = view.read.words[hung[-1].start : hung[0].stop]
            if any(word.lower in reporter for word in words):
                return _REPORTED
    return None


def _is_beside(view: SentenceView, quantity: Quantity, group: Group) -> bool:
    """Whether a figure stands beside a place, not in it: "in St. Albans and one shop in Lyon"."""
    own, under = view.group(quantity), group.under
    chain = climb(own) if own is not None else []
    if under is not None and under.preposition == "including" and under not in chain:
        return True  # "26 shops, including two in Lyon"
    return group in chain[1:] and chain[chain.index(group) - 1].role == "member"


def _is_of_part(view: SentenceView, quantity: Quantity, group: Group) -> bool:
    """Whether a place is that of a bare number right before it, a part of this one: "30 people, 12 in Lyon"."""
    own, part = view.group(quantity), view.read.groups[group.index - 1] if group.index else None
    if own is None or own.head < 0 or part is None or part.role not in _BESIDE or part.head >= 0:
        return False
    return part.number >= 0 and not part.preposition and own.index < part.index


def _home(view: SentenceView, quantity: Quantity) -> Set | None:
    """The land or town of who acts, where nothing else tells: "Texas police", "China's biggest union", "Peru halts"."""
    group = view.group(quantity)
    if group is None:
        return None
    chain = held_in(quantity, group)
    first = next((clause for clause, _ in view.path(quantity)), None)
    beside = first.groups if first is not None and quantity.kind in ("percent", "points") else []
    for one in (*chain, *beside):  # "cut its outlook on Danish growth to 2 percent"
        place = _named_in(view, one, alone=False, event=True) or _people_of(view, quantity, one)
        if place is not None:
            return view, place
    for held in (*chain, first.subject if first is not None else None):
        if held is not None and (found := _owned_by(view, held)) is not None:
            return found
    before = view.read.groups[group.index - 1] if group.index and group.preposition == "with" else None
    place = _named_in(view, before, alone=True) if before is not None and before.at < 0 else None
    if place is not None:
        return view, place  # "Ohio with 12 seats and Utah with four"
    own = True
    for clause, _ in view.path(quantity):
        agents = [one for inner in _inside(view, clause, chain) for one in inner.groups if one.role == "agent"]
        alone = own and _acts_at_home(view, clause, chain)
        for held in (clause.subject, *agents):
            place = _named_in(view, held, alone=alone) if held is not None else None
            if place is not None:  # "in Cologne, Germany, which has 12 bridges"
                return view, next(
                    (one for one in places(view) if one.known and one.first <= place.first <= one.last), place
                )
        if alone and clause.subject is not None and (found := _stands_for(view, clause.subject, clause)) is not None:
            return found
        shared = clause.parent.subject if clause.parent is not None else None
        if clause.kind == "coordinate" and clause.subject is not None and clause.subject is not shared:
            # "Peru has a new law, and the firm lost 12 clients", but "and its 12 ports are shut"
            own = bool(view.read.words[clause.subject.first].tags & POSSESSIVE)
        if clause.opener == "while" and clause.subject is not shared:
            return None  # "Danish sales rose, while oil fell 4 percent"
        if is_told(view, clause):
            return _home_of_sayer(view, quantity, clause)
    return None


def _home_of_sayer(view: SentenceView, quantity: Quantity, told: Clause) -> Set | None:
    """The home of who says something, who speaks of it: "Texas police said", not "U.S. officials said 12 died"."""
    said = told.parent.subject if told.parent is not None else None
    if said is None:
        return None
    lexicon, gazetteer = view.read.lexicon, name_reader(view).gazetteer
    place = _named_in(view, said, alone=False)
    if place is not None and quantity.kind == "count" and gazetteer.rank(place.name) == 2:
        named = [lexicon.entry(word.lower).lemma for word in view.read.words[said.start : said.head + 1]]
        local = not lexicon.words("at home").isdisjoint(named[:-1])  # "a Yemen interior ministry official"
        place = None if named[-1] in lexicon.words("person") and not local else place
    elif place is None and told.subject is not None and _is_pronoun(view, told.subject):
        place = next((one for one in places(view) if said in _hung(view, one)[1:]), None)
    return (view, place) if place is not None else None


def _owned_by(view: SentenceView, group: Group) -> Set | None:
    """The place whose a thing is: "the city's police", "the country's ports"."""
    words, table = view.read.words, place_words(view.vocabulary)
    opens, owner = words[group.first], words[max(group.possessor, group.first)]
    if owner.lower not in table.kind_of or opens.lower not in table.definite:
        return None
    first, last = view.token_index(opens.start), view.token_index(owner.start)
    whole = Located(owner.text, (), first, last, False)
    return named_before(view, whole) or (view, replace(whole, first=last))


def _hung(view: SentenceView, place: Located) -> list[Group]:
    """The groups that a place hangs in, its own first."""
    group = group_at(view, view.tokens[place.first].start)
    return climb(group) if group is not None else []


def _is_pronoun(view: SentenceView, group: Group) -> bool:
    return group.stop == group.start + 1 and bool(view.read.words[group.start].tags & SUBJECT)


_MANY = 1000  # so many of a people are at home


def _people_of(view: SentenceView, quantity: Quantity, group: Group) -> Located | None:
    """The land of a people that is counted in the mass: "thousands of Georgians", "59 percent of Americans"."""
    if group.head < 0 or (quantity.kind != "percent" and not (quantity.values and min(quantity.values) >= _MANY)):
        return None
    word = view.read.words[group.head]
    known = name_reader(view).gazetteer.demonyms
    land = known.get(word.lower) or known.get(word.lower.removesuffix("s"), "")
    at = view.token_index(word.start)
    return Located(land, (), at, at, True) if land and word.tags & PLURAL else None


def _stands_for(view: SentenceView, subject: Group, clause: Clause) -> Set | None:
    """The place that a subject without a name is: "the hotel had 12 guests"."""
    if clause.lemma not in view.read.lexicon.words("holding"):
        return None
    words = view.read.words
    opens, head = words[subject.start], words[subject.head] if subject.head >= 0 else None
    table = place_words(view.vocabulary)
    if head is None or opens.lower not in table.openers or subject.number >= 0 or head.lower not in table.grounds:
        return None
    first, last = view.token_index(words[subject.start + 1].start), view.token_index(head.start)
    place = Located(head.text, (), first, last, False)
    whole = Located(head.text, (), view.token_index(opens.start), last, False)
    return named_before(view, whole) or (view, place)


def _acts_at_home(view: SentenceView, clause: Clause, chain: list[Group]) -> bool:
    """Whether a land that is a clause's subject does what it does at home, and alone: not "imports", "A, B and C"."""
    if clause.opener == "who" or clause.lemma in view.read.lexicon.words("abroad"):
        return False
    if any(one.role == "predicate" and one in chain for one in clause.groups):
        return False  # "France is one of 12 members"
    return not any(one.role == "member" and one.under is clause.subject for one in view.read.groups)


def _inside(view: SentenceView, clause: Clause, chain: list[Group]) -> list[Clause]:
    """A clause with those that describe one of some groups in it: "48 people | watched by Texas police"."""
    return [clause, *(one for one in view.read.clauses if one.kind == "participle" and one.under in chain)]


def _named_in(view: SentenceView, group: Group, *, alone: bool, event: bool = False) -> Located | None:
    """The place whose name stands in a noun group before its noun, or is that noun."""
    read, reader = view.read, name_reader(view)
    head = read.words[group.head] if group.head >= 0 else None
    if head is None or group.kind != "noun":
        return None
    home = (event and is_event(view, group)) or read.lexicon.entry(head.lower).lemma in read.lexicon.words("at home")
    for word in read.words[group.start : group.stop]:
        index = view.token_index(word.start)
        token = view.tokens[index]
        if not token.text[0].isupper() and not word.text[0].isupper():
            continue
        place = reader.named(index)
        owner = reader.named(index, owning=True) if place is None else None
        if owner is not None:
            return owner
        if place is None and home and word.text[0].isupper():
            place = _land_of(view, index)
        if place is None:
            continue
        last = view.tokens[place.last]
        after = view.tokens[place.last + 1].lower.partition("-")[0] if last.stop < head.stop else ""
        if after in reader.words.parts_of_names and view.tokens[place.last + 1].text[0].isupper():
            return None  # "a Washington Post poll"
        local = reader.gazetteer.kind(place.name) not in ("country", "region")
        if event and local and group.number >= 0 and last.stop < head.stop:
            return place  # "five Ohio Republicans"
        if last.stop >= head.stop:
            town = place.first == place.last and not reader.gazetteer.rank(place.name)
            person = town and reader.is_person(last.text)  # "Jackson", after "Ronny Jackson"
            return place if alone and group.number < 0 and not person else None
        if home:
            return place
    return None


def _land_of(view: SentenceView, index: int) -> Located | None:
    """The land of a people's adjective: "Danish", "African"; with the word before it, "North American"."""
    token, before = view.tokens[index], view.tokens[index - 1].text if index else ""
    gazetteer = name_reader(view).gazetteer
    for name, first in ((f"{before} {token.text}", index - 1), (token.text, index)):
        wide = gazetteer.find(name.removesuffix("n")) or gazetteer.find(name.removesuffix("an"))
        if wide and name.endswith("n"):
            return Located(wide[0].name, wide[0].within, first, index, True)
    land = gazetteer.demonyms.get(token.lower)
    return Located(land, (), index, index, True) if land else None


def _span(view: SentenceView, place: Located) -> Span:
    return Span(view.tokens[place.first].start, view.tokens[place.last].stop)


def _is_elsewhere(view: SentenceView, group: Group) -> bool:
    """Whether a place is what another is held against, or whom a name is from: "than in Europe", "Hale of Ohio"."""
    words, under = view.read.words, group.under
    head = words[under.head] if under is not None and under.head >= 0 else None
    many = head is not None and head.tags & PLURAL and head.lower in view.read.lexicon  # "Residents of Lyon"
    named = head is not None and head.tags & NAME and not many
    return group.preposition == "of" and bool(named) and not words[group.start + 1].text.islower()


def _told(view: SentenceView, place: Located, *, carried: bool) -> tuple[Place | None, tuple[Cue, ...]]:
    span = _span(view, place)
    says = " < ".join((place.name, *place.within))
    return Place(place.name, place.within, span, carried), (Cue("where", span, says),)
