"""Origins: how many independent sources stand behind a group."""

from __future__ import annotations

import pytest

from factcheck.claims import Claim
from factcheck.origins import origins_of, outlet_count
from tests.claim_factories import claim, document

WIRE = "Rescuers pulled {14} bodies from the wreck of the ferry before dawn, and divers were still at work on the hull."


def two(a: dict[str, str], b: dict[str, str], text: str = "It killed {14} people.") -> list[Claim]:
    one = claim("The ferry sank and took {14} lives.", **a)  # type: ignore[arg-type]
    return [one, claim(text, **b)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "origins"),
    [
        ({"outlet": "Herald"}, {"outlet": "Courier"}, 2),
        ({"outlet": "Herald", "speaker": "Ana Brekke"}, {"outlet": "Courier", "speaker": "Ana Brekke"}, 1),
        ({"outlet": "Herald", "speaker": "Ana Brekke"}, {"outlet": "Courier", "speaker": "Jon Moe"}, 2),
        ({"outlet": "Herald", "agency": "Norwire"}, {"outlet": "Courier", "agency": "Norwire"}, 1),
    ],
)
def test_speakers_and_agencies(a: dict[str, str], b: dict[str, str], origins: int) -> None:
    assert origins_of(two(a, b)).count == origins


def test_nameless_officials_are_not_one_origin() -> None:
    one = claim("It took {14} lives, officials said.", speaker="officials", named=False)
    other = claim("Officials said {14} had died.", speaker="officials", named=False)
    assert origins_of([one, other]).count == 2


def test_wire_copy_is_one_origin_and_named() -> None:
    one, other = claim(WIRE, outlet="Herald"), claim(WIRE.replace("before dawn", "at dawn"), outlet="Courier")
    apart = claim("The toll stands at {14}.", outlet="Mail")
    found = origins_of([one, other, apart])
    assert found.count == 2
    assert found.copies == (tuple(sorted((one.figure.document.id, other.figure.document.id))),)


def test_one_document_is_one_origin() -> None:
    home = document("It killed 14 people. Later the toll was 15.")
    first, second = claim("It killed {14} people.", inside=home), claim("Later the toll was {15}.", inside=home)
    assert origins_of([first, second]).count == 1
    assert outlet_count([first, second]) == 1


def test_copies_change_no_count_of_outlets() -> None:
    claims = [claim(WIRE, outlet="Herald"), claim(WIRE, outlet="Courier")]
    assert outlet_count(claims) == 2
