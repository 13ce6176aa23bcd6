"""Sources against questions: who is apart from the rest, and how often."""

from __future__ import annotations

import re

import pytest

from factcheck.comparing import Conflict, Relation
from factcheck.reports import Options, matrix, render, stories
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


def section(text: str, start: str) -> list[str]:
    """The lines of a report from one that starts so to the next empty one."""
    lines = text.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(start))
    return lines[at : lines.index("", at)] if "" in lines[at:] else lines[at:]


def test_the_terminal_has_the_matrix_by_the_numbers_of_the_overview() -> None:
    text = render(
        scan([answered("aab"), answered("a-b", name="g2"), answered("abb", name="g3")]), "table", Options(width=80)
    )
    assert section(text, "WHO SAYS WHAT") == [
        "WHO SAYS WHAT",
        "≠ another source says what does not fit; ≠ apart: most of the others do. No",
        "grades.",
    ]
    assert section(text, "   Source") == [
        "   Source  1 conflict  2 conflict  3 conflict",
        "   ──────  ──────────  ──────────  ──────────",
        "   Herald  12 ≠        12 ≠ apart  12 ≠ apart",
        "   Wire    12 ≠        –           15 ≠",
        "   Post    15 ≠ apart  15 ≠ apart  15 ≠",
    ]
    assert section(text, "   Outlet") == [
        "   Outlet  With the rest  Apart",
        "   ──────  ─────────────  ─────",
        "   Herald  1              2",
        "   Post    1              2",
        "   Wire    2              0",
    ]


def test_a_matrix_that_is_too_wide_goes_on_below() -> None:
    found = scan([answered("aab", name=f"g{n}") for n in range(1, 7)])
    text = render(found, "table", Options(width=60))
    heads = [line.split("  ")[1:] for line in text.splitlines() if line.startswith("   Source")]
    assert [n for head in heads for n in re.findall(r"(\d) conflict", " ".join(head))] == list("123456")
    assert len(heads) > 1
    assert max(map(len, text.splitlines())) <= 60


def test_two_sources_need_no_matrix_in_a_text() -> None:
    found = scan([answered("ab"), answered("ba", name="g2")])
    assert "WHO SAYS WHAT" not in render(found, "table", Options(width=80))
    assert "## Who says what" not in render(found, "markdown", Options())


def test_markdown_has_the_matrix_with_its_questions() -> None:
    lines = render(scan([answered("aab"), answered("a-b", name="g2")]), "markdown", Options()).splitlines()
    at = lines.index("## Who says what")
    assert [line for line in lines[at:] if line.startswith("|")] == [
        "| Source | Conflict: How many g1? | Conflict: How many g2? |",
        "| --- | --- | --- |",
        "| Herald | 12 *differs* | 12 *apart* |",
        "| Wire | 12 *differs* |  |",
        "| Post | 15 *apart* | 15 *apart* |",
        "| Outlet | With the rest | Apart |",
        "| --- | --- | --- |",
        "| Herald | 1 | 1 |",
        "| Post | 0 | 2 |",
        "| Wire | 1 | 0 |",
    ]
