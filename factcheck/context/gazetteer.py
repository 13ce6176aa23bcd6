"""Places known by name: countries with their peoples, regions, cities, and what lies in what."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from factcheck.context.model import Place
from factcheck.vocabulary import Vocabulary, toml_table


@toml_table
class GazetteerTable:
    """``where_gazetteer.toml``: lines "owner: name, name|other spelling"."""

    countries: str
    demonyms: str
    capitals: str
    cities: str
    subdivisions: str
    states: str
    state_cities: str
    regions: str


OPENING = re.compile(r"[^\W_]+")
Kind = Literal["country", "state", "subdivision", "city", "region"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One place under its shown name; ``within`` lists what it lies in, innermost first."""

    name: str
    within: tuple[str, ...] = ()
    kind: Kind = "region"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Lower-case spelling to the places of that name, the most likely one first."""

    entries: Mapping[str, tuple[Entry, ...]]
    demonyms: Mapping[str, str]  # "ukrainian" -> "Ukraine"
    capitals: Mapping[str, str]  # "kyiv" -> "Ukraine"
    countries: frozenset[str]
    states: frozenset[str]
    longest: int  # words of the longest name
    openings: frozenset[str]  # the first word of every name

    def rank(self, name: str) -> int:
        """2 for a country, 1 for a state, 0 for what lies in them."""
        return 2 if name in self.countries else 1 if name in self.states else 0

    def capital(self, country: str) -> str:
        """The capital of a country; nothing where no list has it."""
        return next((self.find(city)[0].name for city, of in self.capitals.items() if of == country), "")

    def kind(self, name: str) -> str:
        """The kind of the likeliest place of a name; nothing where no list has it."""
        found = self.find(name)
        return found[0].kind if found else ""

    def find(self, name: str) -> tuple[Entry, ...]:
        return self.entries.get(name.lower(), ())


def _lines(table: str) -> Iterator[tuple[str, str]]:
    """The owner and the names of each line."""
    for line in table.splitlines():
        owner, _, names = line.partition(": ")
        if owner:
            yield owner, names


def _names(value: str) -> Iterator[tuple[str, str]]:
    """Each spelling of a list with the name it is shown under."""
    for item in value.split(", "):
        shown, *others = item.split("|")
        if shown:
            yield from ((spelling, shown) for spelling in (shown, *others))


@functools.lru_cache(maxsize=4)
def load_gazetteer(vocabulary: Vocabulary) -> Gazetteer:
    """The gazetteer of a vocabulary, indexed once."""
    table = vocabulary.bind("where_gazetteer", GazetteerTable)
    entries: dict[str, list[Entry]] = {}

    def add(spelling: str, entry: Entry) -> None:
        known = entries.setdefault(spelling.lower(), [])
        if entry not in known:
            known.append(entry)

    for country, others in _lines(table.countries):
        for spelling in (country, *(s for s, _ in _names(others.replace("|", ", ")))):
            add(spelling, Entry(country, (), "country"))
    for region, members in _lines(table.regions):
        within = () if region in ("world", "sea") else (region,)
        for spelling, shown in _names(members):
            add(spelling, Entry(shown, within))
    for state, short in _lines(table.states):
        for spelling, _ in ((state, state), *_names(short)):
            add(spelling, Entry(state, ("United States",), "state"))
    parts: tuple[tuple[Kind, str], ...] = (("city", table.cities), ("subdivision", table.subdivisions))
    for kind, lists in parts:
        for country, members in _lines(lists):
            for spelling, shown in _names(members):
                add(spelling, Entry(shown, (country,), kind))
    for state, members in _lines(table.state_cities):
        for spelling, shown in _names(members):
            add(spelling, Entry(shown, (state, "United States"), "city"))
    return Gazetteer(
        {spelling: tuple(found) for spelling, found in entries.items()},
        {word.lower(): country for country, words in _lines(table.demonyms) for word, _ in _names(words)},
        {city.lower(): country for country, city in _lines(table.capitals)},
        frozenset(country for country, _ in _lines(table.countries)),
        frozenset(state for state, _ in _lines(table.states)),
        max(len(spelling.split()) for spelling in entries),
        frozenset(opening[0] for opening in map(OPENING.match, entries) if opening),
    )


PlaceRelation = Literal["same", "nested", "apart", "unknown"]


def relate(a: Place, b: Place, gazetteer: Gazetteer) -> PlaceRelation:
    """How two places of events stand to each other: ``apart`` only where it is known that neither lies in the other.

    A village that no list has, a sea or a part of the world may hold or touch the other: ``unknown``.
    """
    if a.name == b.name:
        return "same"
    firsts, seconds = a.name.split(" and "), b.name.split(" and ")
    inside = {*firsts, *a.within} & set(seconds) or {*seconds, *b.within} & set(firsts)
    if inside:
        return "nested"
    kinds = [_kind(name, place.within, gazetteer) for place in (a, b) for name in place.name.split(" and ")]
    if None in kinds or "region" in kinds:
        return "unknown"
    countries = [_country(place, gazetteer) for place in (a, b)]
    if None in countries:
        return "unknown"
    if countries[0] != countries[1]:
        return "apart"
    # In one country: two of a kind are apart, a city may lie in a subdivision that the lists do not tell.
    return "apart" if len(set(kinds)) == 1 else "unknown"


@functools.lru_cache(maxsize=4096)
def told_inside(text: str, inner: str, outer: str) -> bool:
    """Whether a text says that one place lies in another: "OSK, Nordia -", "Osk in northern Nordia", "Nordia's Osk"."""
    inner, outer = (rf"(?i:{re.escape(name)})" for name in (inner, outer))
    behind = rf"\b{inner}(?: [a-z]+)?(?:,| in)(?: [a-z]+){{0,2}} {outer}\b"
    return re.search(rf"{behind}|\b{outer}['’]s (?:[a-z]+ ){{0,3}}{inner}\b", text) is not None


def _kind(name: str, within: tuple[str, ...], gazetteer: Gazetteer) -> Kind | None:
    entries = gazetteer.find(name)
    return next((e.kind for e in entries if e.within == within), entries[0].kind if entries else None)


def _country(place: Place, gazetteer: Gazetteer) -> str | None:
    names = (place.name.split(" and ")[0], *place.within)
    return next((name for name in reversed(names) if name in gazetteer.countries), None)
