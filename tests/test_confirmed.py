"""A confirmed conflict stands: in every format, in a section of its own, with both readings; it asks for nothing."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.decisions import Recorder
from factcheck.reports import FORMATS, Options, describe, report
from factcheck.review.articles import Articles
from factcheck.review.session import Session
from factcheck.scan import Scan
from tests.review_desk import QUESTIONS, session, write

OPEN, CONFIRMED, DISMISSED = QUESTIONS["C"], QUESTIONS["A"], QUESTIONS["B"]


@pytest.fixture
def decided(tmp_path: Path) -> Scan:
    """One conflict is confirmed, one dismissed, one open."""
    desk = session(write(tmp_path / "desk"), "Ann")
    for question, verdict in ((CONFIRMED, "confirmed"), (DISMISSED, "dismissed")):
        [desk.index] = [n for n, item in enumerate(desk.items) if item.conflict.group.question == question]
        desk.decide(verdict, f"it is {verdict}")  # type: ignore[arg-type]
    return desk.scan


def made(scan: Scan, name: str) -> str:
    return report(scan, name, Options())


@pytest.mark.parametrize("name", ["table", "markdown", "wikitable"])
def test_texts_have_a_section_for_them(decided: Scan, name: str) -> None:
    text = made(decided, name)
    heading = {"table": "CONFIRMED", "markdown": "# Confirmed", "wikitable": "== Confirmed =="}[name]
    before, _, after = text.partition(f"\n{heading}\n")
    stands, _, rest = after.partition("Decided\n" if name == "markdown" else "Decided ==")
    assert OPEN in before
    assert CONFIRMED in stands
    assert OPEN not in stands
    assert DISMISSED not in stands
    assert name == "table" or DISMISSED in rest
    assert re.search(r"\W12\W", stands)
    assert re.search(r"\W15\W", stands)
    assert "Confirmed by Ann on 2031-05-17: it is confirmed" in re.sub(r"\s+", " ", stands)


def test_csv_has_them_behind_the_open_ones_and_says_so(decided: Scan) -> None:
    rows = list(csv.DictReader(io.StringIO(made(decided, "csv"))))
    sections = {row["question"]: row["section"] for row in rows if row["group"]}
    assert sections == {OPEN: "open", CONFIRMED: "confirmed", DISMISSED: "decided"}
    assert [row["section"] for row in rows if row["section"]] == ["open"] * 2 + ["confirmed"] * 2 + ["decided"] * 2
    assert {row["text"] for row in rows if row["section"] == "confirmed"} == {"12", "15"}


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_names_them(decided: Scan, name: str) -> None:
    text = made(decided, name)
    found = json.loads(text.splitlines()[0] if name == "jsonl" else text)
    groups = {conflict.group.id: conflict.group.question for conflict in decided.questions}
    assert [groups[id_] for id_ in found["confirmed"]] == [CONFIRMED]


def test_sarif_tags_them(decided: Scan) -> None:
    results = json.loads(made(decided, "sarif"))["runs"][0]["results"]
    assert [each["message"]["text"].partition("?")[0] + "?" for each in results] == [OPEN, CONFIRMED, DISMISSED]
    assert [each["properties"].get("tags") for each in results] == [None, ["confirmed"], None]
    assert ["suppressions" in each for each in results] == [False, False, True]
    assert results[1]["properties"]["decision"] == "Confirmed by Ann on 2031-05-17: it is confirmed"


def test_github_annotates_them_after_the_open_ones(decided: Scan) -> None:
    lines = made(decided, "github").splitlines()
    titles = [found[1] for line in lines if (found := re.search(r"title=([^:]+)::", line))]
    assert titles[0].replace("%3A", ":").endswith(OPEN)
    assert re.fullmatch(rf"Confirmed: \w+: {re.escape(CONFIRMED)}", titles[1].replace("%3A", ":"))
    assert DISMISSED not in "".join(titles)


def test_html_has_a_section_for_them(decided: Scan) -> None:
    page = made(decided, "html")
    part = page[page.index('<section id="confirmed-claims"') : page.index('<section id="other-claims"')]
    assert "hidden" not in part.partition(">")[0]
    assert CONFIRMED in part
    assert OPEN not in part
    assert DISMISSED not in part
    pair = part[part.index('<ol class="quotes pair"') : part.index("</ol>")]
    assert ">12<" in pair
    assert ">15<" in pair
    assert "Confirmed by Ann on 2031-05-17: it is confirmed" in part


@pytest.mark.parametrize("name", FORMATS)
def test_the_exit_code_counts_only_what_is_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    text = "Ferry sinks\n2031-03-04\n\n14 people were killed when a ferry sank off Sorn, the coast guard said.\n"
    Path("a.txt").write_text(text)
    Path("b.txt").write_text(text.replace("14", "9").replace("coast guard", "navy"))
    assert CliRunner().invoke(main, ["scan", ".", "-f", name]).exit_code == 1
    Session(Articles(["."], jobs=1), Path("factcheck.decisions.jsonl"), Recorder("Ann")).decide("confirmed")
    result = CliRunner().invoke(main, ["scan", ".", "-f", name])
    assert result.exit_code == 0
    assert "onfirmed" in result.stdout
    assert "14" in result.stdout
    assert "9" in result.stdout


def test_sections_hold_every_group_once(decided: Scan) -> None:
    held = [conflict.group.id for part in describe.sections(decided).values() for conflict in part]
    assert sorted(held) == sorted(conflict.group.id for conflict in decided.questions)
