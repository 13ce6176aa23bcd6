"""Where, over a corpus of places and of capitals that are none, and the gazetteer itself."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.context.gazetteer import load_gazetteer, relate
from factcheck.context.model import Place
from factcheck.context.where import find_place
from factcheck.vocabulary import default_vocabulary
from tests.context_cases import case_id, load_cases, pick


@pytest.mark.parametrize("case", load_cases("where"), ids=case_id)
def test_where(case: dict[str, Any]) -> None:
    view, quantity = pick(case["text"], case["number"])
    place, cues = find_place(view, quantity)
    shown = None if place is None else " < ".join((place.name, *place.within))
    assert shown == case.get("place")
    assert bool(cues) == (place is not None)


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Kyiv", ("Ukraine",)),
        ("Kiev", ("Ukraine",)),
        ("the Netherlands", ()),
        ("N.C.", ("United States",)),
        ("New Bern", ("North Carolina", "United States")),
        ("Southeast Asia", ("Asia",)),
    ],
)
def test_gazetteer(name: str, within: tuple[str, ...]) -> None:
    assert load_gazetteer(default_vocabulary()).find(name)[0].within == within


def test_a_name_of_two_places_has_both() -> None:
    within = {entry.within for entry in load_gazetteer(default_vocabulary()).find("Birmingham")}
    assert within == {("United Kingdom",), ("Alabama", "United States")}


def test_countries_have_their_peoples() -> None:
    gazetteer = load_gazetteer(default_vocabulary())
    assert gazetteer.demonyms["ukrainian"] == "Ukraine"
    assert set(gazetteer.demonyms.values()) <= gazetteer.countries
    assert set(gazetteer.capitals.values()) <= gazetteer.countries
    assert len(gazetteer.countries) >= 190


RELATIONS = [
  ("Kabul", ("Afghanistan",), "Kabul", ("Afghanistan",), "same"),
  ("Kabul", ("Afghanistan",), "Afghanistan", (), "nested"),
  ("Sumy and Kherson", ("Ukraine",), "Sumy", ("Ukraine",), "nested"),
  ("Kabul", ("Afghanistan",), "Herat", ("Afghanistan",), "apart"),
  ("Kabul", ("Afghanistan",), "Ukraine", (), "apart"),
  ("Maine", ("United States",), "Ohio", ("United States",), "apart"),
  ("Jabalia", ("Palestine",), "Gaza", ("Palestine",), "unknown"),
  ("Tarabeh", (), "Kabul", ("Afghanistan",), "unknown"),
  ("Asia", (), "Aceh", ("Indonesia",), "unknown"),
  ("Indian Ocean", (), "Aceh", ("Indonesia",), "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "a_within", "b", "b_within", "relation"), RELATIONS)
def test_relate(a: str, a_within: tuple[str, ...], b: str, b_within: tuple[str, ...], relation: str) -> None:
    gazetteer = load_gazetteer(default_vocabulary())
    first, second = Place(a, a_within), Place(b, b_within)
    assert relate(first, second, gazetteer) == relate(second, first, gazetteer) == relation
