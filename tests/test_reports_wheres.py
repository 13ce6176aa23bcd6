"""Where figures stand, short enough for a column: articles of one outlet are told apart, lines are named."""

from __future__ import annotations

import pytest

from factcheck.reports.wheres import names, where
from tests.report_factories import document, figure


@pytest.mark.parametrize(
    ("articles", "shown"),
    [
        ([("in/a.txt", "Tarn Herald"), ("in/b.txt", "Coast Wire")], ["Tarn Herald", "Coast Wire"]),
        ([("in/a.txt", None), ("-", None)], ["a", "stdin"]),
        # one outlet, several articles: what their paths differ in
        ([("in/a.txt", "Coast Wire"), ("in/b.txt", "Coast Wire")], ["Coast Wire (a)", "Coast Wire (b)"]),
        (
            [("x/wire.com__37_3plus.txt", "Wire"), ("x/wire.com__37_4plus.txt", "WIRE"), ("x/other.txt", "Herald")],
            ["Wire (3plus)", "WIRE (4plus)", "Herald"],
        ),
        ([("day1/story.txt", "Wire"), ("day2/story.txt", "Wire")], ["Wire (day1)", "Wire (day2)"]),
        ([("in/story.txt", "Wire"), ("in/story-2.txt", "Wire")], ["Wire (story)", "Wire (story-2)"]),
        # what they differ in may be long: as much of it as tells them apart
        ([("Wire_Vci5vOw8DLYa.txt", "Wire"), ("Wire_NSf2xoExRcg2.txt", "Wire")], ["Wire (Vci5…)", "Wire (NSf2…)"]),
        ([("Wire_Vci5vOw8DLYa.txt", "Wire"), ("Wire_Vci5x2.txt", "Wire")], ["Wire (Vci5…)", "Wire (Vci5x2)"]),
        # no outlet: long names are cut, but not to the same
        ([("in/002_talks_under_fire.txt", None), ("in/b.txt", None)], ["002_talk…fire", "b"]),
        (
            [("in/www.news.org__37_3plus.txt", None), ("in/www.news.org__38_3plus.txt", None)],
            ["…37", "…38"],
        ),
        (
            [("a/flooding_in_the_north_of_tarn.txt", None), ("a/flooding_in_the_south_of_tarn.txt", None)],
            ["…north", "…south"],
        ),
    ],
)
def test_documents_have_different_names(articles: list[tuple[str, str | None]], shown: list[str]) -> None:
    documents = [document("12 died.", f"d{n}", path=path, outlet=o) for n, (path, o) in enumerate(articles)]
    assert list(names(documents).values()) == shown


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        ([("d1", 0)], "Herald:1"),
        ([("d1", 0), ("d1", 2)], "Herald:1,3"),
        ([("d1", 0), ("d1", 1), ("d1", 2), ("d1", 3)], "Herald:1,2,3,…"),
        ([("d1", 0), ("d2", 1)], "Herald:1, Wire:2"),
        ([("d1", 0), ("d2", 1), ("d1", 2)], "Herald:1,3, Wire:2"),
        ([("d1", 0), ("d2", 1), ("d3", 2), ("d4", 3), ("d5", 0)], "Herald:1, Wire:2, Post:3 and 2 more"),
    ],
)
def test_where_names_documents_and_lines(places: list[tuple[str, int]], shown: str) -> None:
    outlets = {"d1": "Herald", "d2": "Wire", "d3": "Post", "d4": "Echo", "d5": "Sun"}
    documents = {key: document("12 died.\n" * 4, key, outlet=outlet) for key, outlet in outlets.items()}
    figures = [figure(documents[key], "12", 12, id=f"f{n}", nth=line) for n, (key, line) in enumerate(places)]
    assert where(figures, names(documents.values())) == shown
