"""What layout says that a number counts: cells of a table, cards, lists of results; and where it says nothing."""

from __future__ import annotations

import pytest

from factcheck.context.counted import find_counted
from factcheck.context.labelled import in_results, label_of
from factcheck.context.view import Views
from factcheck.documents import document_from_text
from factcheck.quantities import read_quantities
from factcheck.spans import Span
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


VOTES = (
    "Share of members who voted for each party, by district Reds Nord 15% 26% Sud 48 16 Ost 9 19 Base 2,935 members."
)
PRISONS = "AREA INMATES PERCENT DECREASE: MAY - JULY Ohio 1,619 32% Peru 7,080 22% North Dakota 1,247 18%"
SHORT = "Damage so far Homes 12 Schools 3 Bridges 2"
NO_TABLES = (
    "Bombs killed 12 in Kabul, 3 in Herat and 4 in Farah.",
    "Nord won 15, Sud 48 and Ost 9.",
    "Nord 15 Sud 48 was the result.",
    "Nord 15 9 4 Sud 48 Ost 9 3.",
    "The Reds took 45. Blues took 31. Greens took 9.",
)


def test_cells_of_a_table_in_running_text() -> None:
    cells = [quantity for quantity in read_quantities(VOTES, WORDS).quantities if quantity.cell]
    assert [quantity.cell and quantity.cell[0].of(VOTES) for quantity in cells] == [
        *["Reds Nord"] * 2,
        *["Sud"] * 2,
        *["Ost"] * 2,
    ]
    assert {quantity.kind for quantity in cells} == {"percent"}
    labels = [label_of(VOTES, quantity, WORDS) for quantity in cells]
    assert [label and (label.head, label.qualifiers[-1]) for label in labels][2:] == [
        *[("member", "sud")] * 2,
        *[("member", "ost")] * 2,
    ]


@pytest.mark.parametrize(
    ("text", "heads", "kinds"),
    [
        (PRISONS, [None, "decrease"] * 3, ["count", "percent"] * 3),
        (SHORT, ["home", "school", "bridge"], ["count"] * 3),
    ],
)
def test_what_cells_in_running_text_measure(text: str, heads: list[str | None], kinds: list[str]) -> None:
    found = read_quantities(text, WORDS).quantities
    labels = [label_of(text, quantity, WORDS) for quantity in found]
    assert [label and label.head for label in labels] == heads
    assert [quantity.kind for quantity in found] == kinds


@pytest.mark.parametrize("text", NO_TABLES)
def test_no_table_in_running_text(text: str) -> None:
    assert [quantity.cell for quantity in read_quantities(text, WORDS).quantities if quantity.cell] == []


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("House prices up 0.6% to £168,593", ["price", "price"]),
        ("Revenue $45.2 million, up from $40.3 million", ["revenue", "revenue"]),
        ("Deaths by district: Nord 4, Sud 3 and Ost 1.", ["person"] * 3),
        ("Number of passengers: 239", ["passenger"]),
        ("Area: 51,100 sq km", ["area"]),
        ("Tents needed: 400", ["tent"]),
        ("1,200: the number of police there", ["police"]),
        ("£4.5m - cost of the bridge", ["cost"]),
        ("Key figures:\n\nDebt: $3bn\n\nInflation: 3.4%\n", ["debt", "inflation"]),
        ("Hale 48%, Lund 45%", [None, None]),
        ("One thing was sure: 12 were hurt", ["person"]),
    ],
)
def test_what_a_number_without_a_verb_is_told_of(text: str, heads: list[str | None]) -> None:
    document = document_from_text(text, "d", vocabulary=WORDS)
    quantities = read_quantities(text, WORDS).quantities
    views = Views(document, WORDS, quantities)
    counted = [find_counted(view, quantity)[0] for quantity in quantities if (view := views.of(quantity)) is not None]
    assert [each and each.head for each in counted] == heads


def test_the_names_of_a_list_of_results_say_nothing() -> None:
    first = RESULTS.replace(" -", ":").index("Reds")
    line = Span(first, first + len("Reds: 45 (12.3%)"))
    assert in_results(RESULTS.replace(" -", ":"), line)
    assert not in_results("Police: 12 dead\n\nThen it ended.\n", Span(0, 15))
