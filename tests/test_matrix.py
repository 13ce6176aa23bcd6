"""Sources against questions: who is apart from the rest, and how often."""

from __future__ import annotations

import pytest

from factcheck.comparing import Conflict, Relation
from factcheck.reports import matrix, stories
from tests.report_factories import conflict, document, figure, scan

OUTLETS = ("Herald", "Wire", "Post", "Star")
DOCUMENTS = [document(f"Story\n12 and 15 of {outlet}.\n", f"d{n}", outlet=outlet) for n, outlet in enumerate(OUTLETS)]


def answered(numbers: str, relation: Relation = "conflict", name: str = "g1") -> Conflict:
    """A question that the outlets answer in turn with ``a`` (12), ``b`` (15) or not at all (``-``)."""
    said = [
        figure(doc, "12" if letter == "a" else "15", 12 if letter == "a" else 15, id=f"{name}{doc.id}")
        for doc, letter in zip(DOCUMENTS, numbers, strict=False)
        if letter != "-"
    ]
    pairs = [
        (a, b, relation, "They differ.")
        for a in range(len(said))
        for b in range(a + 1, len(said))
        if said[a].text != said[b].text
    ]
    return conflict(said, f"How many {name}?", relation if pairs else "agree", id=name, pairs=pairs)


@pytest.mark.parametrize(
    ("numbers", "apart"),
    [
        ("aaab", ["Star"]),
        ("aab", ["Post"]),
        ("ab", ["Herald", "Wire"]),  # of two, both
        ("aabb", ["Herald", "Post", "Star", "Wire"]),  # two against two: each differs from most of the others
        ("aaaa", []),
    ],
)
def test_apart_is_who_disagrees_with_most_others(numbers: str, apart: list[str]) -> None:
    found = matrix.apart_in(answered(numbers))
    assert sorted(document.outlet or "" for document in DOCUMENTS if document.id in found) == apart


def test_an_update_sets_nobody_apart() -> None:
    assert matrix.apart_in(answered("aab", "update")) == frozenset()


def test_a_matrix_has_a_row_for_each_source_and_a_column_for_each_shared_question() -> None:
    found = scan([answered("aab"), answered("a-b", name="g2"), answered("--a", name="g3")])
    (story,) = (each for each in stories.stories(found) if len(each.conflicts) > 1)
    made = matrix.matrix(story, found)
    assert made is not None
    assert [column.question for column in made.columns] == ["How many g1?", "How many g2?"]
    cells = {name: [(cell.words, cell.apart) if cell else None for cell in row] for name, row in made.rows}
    assert cells == {
        "Herald": [("12", False), ("12", True)],
        "Wire": [("12", False), None],
        "Post": [("15", True), ("15", True)],
    }


def test_outlets_are_counted_and_not_graded() -> None:
    found = scan([answered("aab"), answered("ab", name="g2"), answered("aaa", name="g3")])
    assert [(each.outlet, each.along, each.apart) for each in matrix.tallies(found)] == [
        ("Herald", 2, 1),
        ("Wire", 2, 1),
        ("Post", 1, 1),
    ]
