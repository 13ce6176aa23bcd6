"""docs/python.md is true: its Python runs; what a scan shows of itself is short, and tables take it as it is."""

from __future__ import annotations

import datetime as dt
import io
import re
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import factcheck
from factcheck import display
from factcheck.decisions import Decision, Review, Standing
from tests.report_factories import HOSTILE, ferry_scan, hostile_scan, large_scan

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "python.md"


def test_the_guide_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    said = io.StringIO()
    blocks = re.findall(r"^```python\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.M | re.S)
    assert len(blocks) >= 6
    with redirect_stdout(said):
        for block in blocks:
            exec(compile(block, str(GUIDE), "exec"), names)  # noqa: S102 - our own guide
    lines = said.getvalue().splitlines()
    assert lines[0].startswith("<Scan: 5 documents, ")
    assert re.search(r"^<Figure 'At least 12' people, .+:1> .+ people the mayor$", said.getvalue(), re.M), lines


def test_every_name_of_the_guide_is_there() -> None:
    found = ferry_scan()
    names = set(re.findall(r"`scan\.(\w+)[`(]", GUIDE.read_text(encoding="utf-8")))
    assert names > {"conflicts", "to_records", "table"}
    assert [name for name in names if not hasattr(found, name)] == []


def test_what_is_shown_is_short() -> None:
    found = large_scan(200)
    conflict = found.questions[0]
    shown = (found, conflict, conflict.group, conflict.comparisons[0], conflict.group.claims[0], found.figures[0])
    for thing in (*shown, conflict.group.links[0], found.documents[0]):
        assert len(repr(thing)) < 320
    assert repr(conflict) == "<Conflict g1 conflict: How many people met in case 0? 2 figures>"
    assert repr(found.figures[0]) == "<Figure 'some 0 people', articles/d1.txt:1>"
    for thing in (found, conflict, conflict.group, found.figures[0]):
        assert len(thing._repr_html_()) < 12_000


def test_html_of_a_notebook_is_only_text() -> None:
    found = hostile_scan()
    for thing in (found, found.questions[0], found.questions[0].group, found.figures[0]):
        html = thing._repr_html_()
        assert "<script" not in html
        assert "<img" not in html
    assert HOSTILE.split()[0] not in display.table(("a",), [(HOSTILE,)])


def test_rows_and_columns_agree() -> None:
    found = ferry_scan()
    rows = found.to_records()
    assert [row["figure"] for row in rows] == [figure.id for figure in found.figures]
    assert found.table("figures") == {column: [row[column] for row in rows] for column in rows[0]}
    assert found.table()["question"] == [conflict.group.question for conflict in found.questions]
    assert (rows[2]["low"], rows[2]["high"], rows[2]["outlet"]) == (14.0, None, "Tarn Herald")
    plain = (str, int, float, bool, type(None), dt.date)
    assert all(isinstance(value, plain) for row in (*rows, *found.to_records("questions")) for value in row.values())


def test_a_scan_of_nothing_has_an_empty_table() -> None:
    nothing = factcheck.Scan((), (), (), (), (), (), "")
    assert (nothing.to_records(), nothing.table(), nothing.conflicts) == ([], {}, ())


def test_what_is_to_review_and_the_rest_have_names() -> None:
    found = ferry_scan()
    assert [c.group.id for c in (*found.conflicts, *found.updates, *found.agreeing)] == ["g1", "g2"]
    everything = large_scan(24)
    decision = Decision("x", dt.datetime(2031, 3, 5, tzinfo=dt.UTC), "Ines", "confirmed")
    undecided = (Standing(),) * (len(everything.questions) - 1)
    reviewed = replace(everything, review=Review((Standing("decided", decision), *undecided)))
    parts = (reviewed.conflicts, reviewed.decided, reviewed.updates, reviewed.agreeing)
    assert [len(part) for part in parts] == [11, 1, 4, 8]
    assert sorted(each.group.id for part in parts for each in part) == sorted(c.group.id for c in everything.questions)
