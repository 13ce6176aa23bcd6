"""The table of parts: whatever tells a figure tells all of them, and a part of its own is no more than its line."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

import pytest

from factcheck.context.registry import PARTS, TOLD, Context, ScopeKey, told
from factcheck.pairs.parts import PARTS as COMPARED
from factcheck.records import figure_records
from factcheck.reports.csvout import COLUMNS
from factcheck.reports.jsonout import figure_object
from factcheck.reports.schema import json_schema
from factcheck.ruleset.templates import SLOTS
from tests.factories import corpus, extract, figure

ROCKETS = "The group fired 40 rockets from Lebanon into Israel on 3 May 2024, a witness said."
NAMES = [part.name for part in PARTS]


def test_every_part_is_a_field_of_the_context() -> None:
    assert [field.name for field in fields(Context)] == [*NAMES, "cues"]
    assert set(get_args(ScopeKey)) - {"qualifiers"} < set(NAMES)


@pytest.mark.parametrize("part", TOLD, ids=lambda part: part.name)
def test_every_part_is_told_in_every_report(part) -> None:  # type: ignore[no-untyped-def]
    found = extract(ROCKETS).figures
    assert part.field in figure_object(found[0], None)
    assert part.field in json_schema()["properties"]["figures"]["items"]["properties"]
    columns = [f"{part.field}_start", f"{part.field}_stop"] if part.days else [part.field]
    assert set(columns) <= set(COLUMNS)
    assert set(["from", "to"] if part.days else columns) <= set(figure_records(found, [], [])[0])


def test_slots_follow_the_table() -> None:
    assert set(SLOTS) == {part.name for part in PARTS if part.slot} | {"unit", "per"}


def test_linking_weighs_what_the_table_says() -> None:
    assert {part.name for part in PARTS if part.evidence} <= set(COMPARED)


@pytest.mark.parametrize("name", ["direction"])
def test_parts_that_are_one_line_of_the_table(name: str) -> None:
    field = next(part.field for part in PARTS if part.name == name)
    rows = corpus(name)
    read = [told(figure(text).context)[field] or "-" for _, text, _ in rows]
    assert read == [expected for _, _, expected in rows]
