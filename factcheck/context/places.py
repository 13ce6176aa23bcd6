"""Names of places in a sentence: read after a preposition, with what they lie in."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields

from factcheck.context.gazetteer import Entry, Gazetteer, load_gazetteer
from factcheck.context.tagging import tagged
from factcheck.context.view import SentenceView
from factcheck.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """``where.toml``."""

    prepositions: frozenset[str]
    sides: frozenset[str]
    directions: frozenset[str]
    kinds: frozenset[str]
    facilities: frozenset[str]
    striking: frozenset[str]
    events: frozenset[str]
    never: frozenset[str]
    parts_of_names: frozenset[str]
    held: tuple[str, ...]
    adjectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Located:
    """A place read from tokens ``[first, last]``."""

    name: str
    within: tuple[str, ...]
    first: int
    last: int
    known: bool  # from the gazetteer


@dataclass(frozen=True, slots=True)
class PlaceTable(PlaceWords):
    """The table with the words that can bring a place."""

    cues: frozenset[str]


@functools.lru_cache(maxsize=4)
def place_words(vocabulary: Vocabulary) -> PlaceTable:
    table = vocabulary.bind("where", PlaceWords)
    values = {field.name: getattr(table, field.name) for field in fields(table)}
    return PlaceTable(**values, cues=table.prepositions | table.striking | table.events | {"of"})


def read_place(view: SentenceView, index: int, facility: bool) -> Located | None:
    """The place whose phrase starts at the token ``index``: "Ukraine's eastern Sumy region", "the village of X".

    With ``facility`` (after "at") an unknown name counts only when it ends in a kind of building or ground.
    """
    tokens, tags = view.tokens, tagged(view).tags
    words, gazetteer = place_words(view.vocabulary), load_gazetteer(view.vocabulary)
    outer: tuple[str, ...] = ()
    supported = False
    at = index
    while at < len(tokens):
        lower = tokens[at].lower
        owner = _owner(lower, gazetteer)
        if owner and at + 1 < len(tokens) and tags[at + 1] in "nsqjD" and _named_at(view, at, gazetteer) is None:
            outer = owner
        elif lower in words.kinds and not tokens[at].text[0].isupper():
            supported = not lower.endswith("s") or (at + 1 < len(tokens) and tokens[at + 1].lower == "of")
        elif (
            tokens[at].text[0].isupper()
            and "-" not in lower
            and not (lower in words.directions and _names_next(view, at))
        ) or not (lower in words.directions or tags[at] == "D" or lower.endswith(words.held)):
            break
        at += 1
        if at - index > 7:
            return None
    found = _names(view, at, words, gazetteer, supported or bool(outer), facility)
    if found is None:
        return None
    return _nested(view, Located(found.name, found.within or outer, index, found.last, found.known), words, gazetteer)


def _names_next(view: SentenceView, at: int) -> bool:
    """Whether a capitalised direction stands before a name of its own, not in it ("East Flatbush", "South Sudan")."""
    gazetteer = load_gazetteer(view.vocabulary)
    return _named_at(view, at, gazetteer) is None and _named_at(view, at + 1, gazetteer) is not None


def _owner(lower: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The country of "Ukraine's" or "Ukrainian" before a place."""
    if lower in gazetteer.demonyms:
        return (gazetteer.demonyms[lower],)
    if lower.endswith(("'s", "’s")):
        entries = gazetteer.find(lower[:-2])
        return (entries[0].name, *entries[0].within) if entries else ()
    return ()


def _names(
    view: SentenceView, at: int, words: PlaceTable, gazetteer: Gazetteer, supported: bool, facility: bool
) -> Located | None:
    """One name, or two joined by "and"."""
    first = _name(view, at, words, gazetteer, supported, facility)
    if first is None or first.last + 2 >= len(view.tokens) or view.tokens[first.last + 1].lower not in ("and", "or"):
        return first
    after = first.last + 2
    if tagged(view).tags[after : after + 1] == "D":
        after += 1
    second = _named_at(view, after, gazetteer)
    if second is None or not first.known:
        return first
    shared = tuple(w for w in first.within if w in second.within)
    return Located(f"{first.name} and {second.name}", shared, at, second.last, True)


def _named_at(view: SentenceView, at: int, gazetteer: Gazetteer) -> Located | None:
    """The longest name of the gazetteer that starts at a token."""
    tokens, text = view.tokens, view.document.text
    if at >= len(tokens) or not tokens[at].text[0].isupper():
        return None
    for stop in range(min(at + gazetteer.longest, len(tokens)), at, -1):
        last = tokens[stop - 1]
        if last.kind == "punct" and last.text not in ".)":
            continue
        name = text[tokens[at].start : last.stop]
        entries = gazetteer.entries.get(name.lower())
        if entries and not (name.lower() == "us" and name != "US"):
            return Located(entries[0].name, _shared_within(entries), at, stop - 1, True)
    return None


def _shared_within(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """What all places of one name lie in: "Birmingham" alone lies in nothing we can tell."""
    within = entries[0].within
    for entry in entries[1:]:
        within = tuple(outer for outer in within if outer in entry.within)
    return within


def _name(
    view: SentenceView, at: int, words: PlaceTable, gazetteer: Gazetteer, supported: bool, facility: bool
) -> Located | None:
    tokens, tags = view.tokens, tagged(view).tags
    stop = _run_end(view, at)
    known = _named_at(view, at, gazetteer)
    if any(t.lower.endswith(words.held) for t in tokens[at:stop]):
        return None
    if known is not None and known.last + 1 >= stop:
        return known if _stands_alone(view, known.last, words) else None
    if stop == at or stop - at > 5:
        return known if known is not None and _stands_alone(view, known.last, words) else None
    last = tokens[stop - 1].lower
    name = view.document.text[tokens[at].start : tokens[stop - 1].stop]
    within = (known.name, *known.within) if known is not None else ()
    after = tokens[stop] if stop < len(tokens) else None
    if tags[stop - 1] == "z":
        return None
    run = [token.lower for token in tokens[at:stop]]
    if last in words.facilities and stop - at > 1:
        return Located(name, within, at, stop - 1, False)
    if known is not None or any(w in words.never or w.endswith(words.adjectives) for w in run):
        return None
    if after is not None and (after.lower in words.kinds or after.lower in words.facilities):
        further = stop + 1 < len(tokens) and tokens[stop + 1].lower == "of"  # "the Maritime province of New Brunswick"
        return read_place(view, stop + 2, False) if further else Located(name, (), at, stop - 1, False)
    if after is not None and after.text == "," and _named_at(view, stop + 1, gazetteer) is not None:
        return Located(name, (), at, stop - 1, False)
    return Located(name, (), at, stop - 1, False) if supported and not facility else None


def _run_end(view: SentenceView, at: int) -> int:
    """Where a run of capitalised words that starts at a token ends."""
    tokens, tags = view.tokens, tagged(view).tags
    stop = at
    while stop < len(tokens):
        token = tokens[stop]
        if token.kind == "word" and token.text[0].isupper() and tags[stop] not in "dr":
            stop += 1
            if tags[stop - 1] == "z":
                break
        elif token.lower in ("of", "de", "del", "la", "al", "el") and stop > at and stop + 1 < len(tokens):
            if not tokens[stop + 1].text[0].isupper() or tags[stop + 1] in "dr":
                break
            stop += 1
        else:
            break
    return stop


def _stands_alone(view: SentenceView, last: int, words: PlaceTable) -> bool:
    """Whether a known name is the place itself: not "the U.S. coal industry", "Washington Post", "Iraq war"."""
    if last + 1 >= len(view.tokens):
        return True
    after = view.tokens[last + 1]
    if after.lower in words.kinds or after.lower in words.facilities:
        return True
    return after.lower not in words.parts_of_names and tagged(view).tags[last + 1] not in "nszg"


def _nested(view: SentenceView, place: Located, words: PlaceTable, gazetteer: Gazetteer) -> Located:
    """The place with what the text says it lies in: ", North Carolina", "in the Donetsk region"."""
    tokens, tags = view.tokens, tagged(view).tags
    at = place.last + 1
    while at < len(tokens) and (tokens[at].lower in words.kinds or tokens[at].lower in words.facilities):
        at += 1
    last = at - 1
    outer: Located | None = None
    if at + 1 < len(tokens) and tokens[at].text == ",":
        start = at + 1
        outer = _named_at(view, start, gazetteer)
        if outer is not None and _run_end(view, start) > outer.last + 1:
            outer = None  # the beginning of another name: ", France Telecom said"
        if outer is not None and gazetteer.rank(outer.name) <= gazetteer.rank(place.name):
            outer = None  # one of a list: "in Iraq, Syria and Yemen", "in Boston, Denver and Reno"
    elif at + 1 < len(tokens) and tokens[at].lower in ("in", "of") and tags[at] == "P" and not place.within:
        outer = read_place(view, at + 1, False)
    if outer is None:
        return Located(place.name, place.within, place.first, max(last, place.last), place.known)
    within = (outer.name, *outer.within)
    exact = next((entry for entry in gazetteer.find(place.name) if outer.name in entry.within), None)
    if place.known and exact is not None:
        within = exact.within
    return Located(place.name, within, place.first, max(outer.last, last), place.known)


def place_before_event(view: SentenceView, index: int) -> Located | None:
    """The known place whose name stands before an event's noun: "the Aceh quake", "the Kabul hotel attack"."""
    tokens, tags = view.tokens, tagged(view).tags
    stop = index
    if stop > 1 and tokens[stop - 1].text.islower() and tags[stop - 1] == "n":
        stop -= 1
    start = stop
    while start > 0 and tokens[start - 1].text[0].isupper() and tags[start - 1] == "q" and stop - start < 4:
        start -= 1
    found = _named_at(view, start, load_gazetteer(view.vocabulary)) if start < stop else None
    return found if found is not None and found.last == stop - 1 else None
