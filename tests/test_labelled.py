"""What layout says that a number counts: cells of a table, cards, lists of results; and where it says nothing."""

from __future__ import annotations

import pytest

from factcheck.context.labelled import label_of
from factcheck.quantities import read_quantities
from factcheck.vocabulary import default_vocabulary

WORDS = default_vocabulary()
REGIONS = "| Region | Dead | Injured |\n|---|---|---|\n| Narda | 12 | 40 |\n| Ombe | 3 | 9 |\n"
ATTRIBUTES = "| Attribute | Value |\n|---|---|\n| Homes destroyed | 1,400 |\n| Schools closed | 33 |\n"
COLUMNS = "Country\tCases\tDeaths\nNarda\t1,200\t34\nSelk\t800\t12\n"
CARDS = "At a glance\n\n3.4 million\n\nchildren out of school\n\n120\n\nhospitals damaged in the storm\n"
RESULTS = "Seats held in Narda:\n\nReds - 45 (12.3%)\n\nBlues - 31 (9.1%)\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (REGIONS, ["person", "person", "person", "person"]),
        (ATTRIBUTES, ["home", "school"]),
        (REGIONS.replace("Dead", "Evacuated").replace("Injured", "Soldiers killed"), ["person", "soldier"] * 2),
        (COLUMNS, ["case", "person", "case", "person"]),
        (CARDS, ["child", "hospital"]),
        (RESULTS, ["seat", "seat", "seat", "seat"]),
        ("The vote was close.\n\nSmith - 3\n\nThen it ended.\n", [None]),
        ("News\n\n12\n\nThe town was quiet on Monday.\n", [None]),
        ("The town was quiet on Monday.\n\n12\n\nOn Tuesday it was loud.\n", []),
        ("SEE ALL RELATED\n8\n\nOn Tuesday it was loud.\n", []),
        ("At a glance\n\n12\n\nboats sunk\n", ["boat"]),
        ("It burned 30 homes.\n", [None]),
    ],
)
def test_labels(text: str, expected: list[str | None]) -> None:
    labels = [label_of(text, quantity, WORDS) for quantity in read_quantities(text, WORDS).quantities]
    assert [label and label.head for label in labels] == expected


def test_the_name_of_a_result_is_kept() -> None:
    first = read_quantities(RESULTS, WORDS).quantities[0]
    label = label_of(RESULTS, first, WORDS)
    assert label is not None
    assert label.qualifiers[-1] == "reds"
