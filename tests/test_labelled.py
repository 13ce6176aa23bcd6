"""What a table says that a number counts, and where it says nothing."""

from __future__ import annotations

import pytest

from factcheck.context.labelled import label_of
from factcheck.quantities import read_quantities
from factcheck.vocabulary import default_vocabulary

WORDS = default_vocabulary()
REGIONS = "| Region | Dead | Injured |\n|---|---|---|\n| Narda | 12 | 40 |\n| Ombe | 3 | 9 |\n"
ATTRIBUTES = "| Attribute | Value |\n|---|---|\n| Homes destroyed | 1,400 |\n| Schools closed | 33 |\n"
COLUMNS = "Country\tCases\tDeaths\nNarda\t1,200\t34\nSelk\t800\t12\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (REGIONS, ["person", "person", "person", "person"]),
        (ATTRIBUTES, ["home", "school"]),
        (REGIONS.replace("Dead", "Evacuated").replace("Injured", "Soldiers killed"), ["person", "soldier"] * 2),
        (COLUMNS, ["case", "person", "case", "person"]),
        ("It burned 30 homes.\n", [None]),
    ],
)
def test_labels(text: str, expected: list[str | None]) -> None:
    labels = [label_of(text, quantity, WORDS) for quantity in read_quantities(text, WORDS).quantities]
    assert [label and label.head for label in labels] == expected
