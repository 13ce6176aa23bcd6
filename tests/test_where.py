"""Where, over a corpus of places and of capitals that are none, and the gazetteer itself."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.context.gazetteer import load_gazetteer, relate
from factcheck.context.model import Place
from factcheck.context.where import find_place
from factcheck.vocabulary import default_vocabulary
from tests.context_cases import load_cases, pick

CASES = load_cases("where")
FLOOR = 0.9  # of the cases; the rest are debatable, or sentences that are not read right


def read(case: dict[str, Any]) -> str | None:
    view, quantity = pick(case["text"], case["number"])
    place, cues = find_place(view, quantity)
    assert bool(cues) == (place is not None)
    return None if place is None else " < ".join((place.name, *place.within))


def test_share_of_places_right() -> None:
    wrong = [case["text"] for case in CASES if read(case) != case.get("place")]
    assert len(wrong) <= (1 - FLOOR) * len(CASES), wrong


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
