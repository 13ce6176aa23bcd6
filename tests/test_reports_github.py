from __future__ import annotations

import datetime as dt

from factcheck.comparing import Relation
from factcheck.decisions.model import Decision, Review, Standing
from factcheck.reports import Options, github
from tests.report_factories import conflict, document, ferry_scan, figure, hostile_scan, scan

EXPECTED = """\
::warning file=in/herald.txt,line=4,endLine=4,col=1,endColumn=9,title=Disputed%3A How many passengers were \
aboard?::The company says up to 40, the coast guard says a few (2 to 9).%0ATwo speakers? Ask both what they \
count, and as of when: the company (“Up to 40” in line 4) and the coast guard (“a few” in line \
4).%0Ain/herald.txt:4: a few (the coast guard)
::warning file=in/scan.pdf,title=Not read::the file is encrypted; save it without a password
"""


def test_whole_report() -> None:
    assert github.render(ferry_scan(), Options()) == EXPECTED


def test_nothing_to_say() -> None:
    assert github.render(scan(), Options()) == ""


def test_decided_groups_are_left_out() -> None:
    decided = Standing("decided", Decision("1", dt.datetime(2031, 3, 5, tzinfo=dt.UTC), "Ana", "dismissed"))
    text = github.render(ferry_scan(review=Review((decided, Standing()))), Options())
    assert text.count("\n") == 1
    assert "passengers" not in text


def test_hostile_text_gives_no_second_command() -> None:
    lines = github.render(hostile_scan(), Options()).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning"]
    assert all(line.count("::error::x") <= 9 for line in lines)
    properties, _, _ = lines[0].removeprefix("::error ").partition("::")
    assert [part.split("=")[0] for part in properties.split(",")] == [
        "file",
        "line",
        "endLine",
        "col",
        "endColumn",
        "title",
    ]
    assert "\x1b" not in lines[0]


def test_what_is_said_again_on_a_line_is_told_once() -> None:
    doc = document("The toll is 12. Some say 12, some 14.", path="in/a.txt")
    figures = [figure(doc, "12", 12, id="f1"), figure(doc, "12", 12, nth=1, id="f2"), figure(doc, "14", 14, id="f3")]
    pairs: list[tuple[int, int, Relation, str]] = [(0, 2, "conflict", "They differ.")]
    twice = [*figures, figure(doc, "14", 14, id="f4")]
    text = github.render(scan([conflict(twice, relation="conflict", pairs=pairs)]), Options())
    assert text.rstrip("\n").endswith(
        "::They differ.%0AAsk where “12” in line 1 and “14” in line 1 have their numbers from."
        "%0Ain/a.txt:1: 12 (a)%0Ain/a.txt:1: 14 (a)"
    )
