"""`factcheck findings`: the confirmed conflicts alone, in every format, as whole output."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main
from factcheck.comparing import Conflict
from factcheck.decisions import Recorder, Verdict
from factcheck.marks import COMMENT
from factcheck.reports import describe
from factcheck.reports.findings import FORMATS, Finding, Note, Passage, Reading, render
from factcheck.reports.text import Quote
from factcheck.review.articles import Articles
from factcheck.review.session import Session
from tests.decision_factories import Clock

LOG = "factcheck.decisions.jsonl"
ARTICLES = {
    "herald.txt": "Ferry Marisol sinks\n2031-03-04\n"
    "The navy said 14 people were killed when the ferry Marisol sank off Port Tarn on Monday.\n"
    "Some 212 passengers were aboard, the company said.\n",
    "wire.txt": "Ferry sinks off Port Tarn\n2031-03-04\n"
    "The coast guard said 9 people were killed when the ferry Marisol sank off Port Tarn on Monday.\n"
    "The ferry Marisol had 260 passengers aboard, police said.\n",
}
KILLED, ABOARD = "casualties.killed", "transport.aboard"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: two articles at odds on two claims, in ``news``."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "news" / name).write_text(text, encoding="utf-8")
    return tmp_path


def decide(claim: str, verdict: Verdict, *notes: str) -> Conflict:
    """Decide one claim with the first note, and note the others afterwards, as a reviewer does; the conflict."""
    session = Session(Articles(["news"]), Path(LOG), Recorder("Ann", clock=Clock()))
    [session.index] = [n for n, item in enumerate(session.items) if item.conflict.group.type == claim]
    conflict = session.items[session.index].conflict
    first, *others = notes or ("",)
    session.decide(verdict, first)
    for note in others:
        session.note(note)
    return conflict


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["findings", *words])


def test_markdown_is_the_memo(desk: Path) -> None:
    asked = decide(KILLED, "confirmed", "rang the *navy*")
    decide(ABOARD, "dismissed", "one counts the crew")
    result = run("news")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "# 1 confirmed conflict\n"
        "\n"
        f"## 1. {asked.group.question}\n"
        "\n"
        f"{describe.reason(asked)}\n"
        "\n"
        "- **9** — the coast guard, 2031-03-03\n"
        "  - “The coast guard said **9** people were killed when the ferry Marisol sank off Port Tarn on Monday.” — "
        "wire, “Ferry sinks off Port Tarn”, 2031-03-04 (`news/wire.txt:3`)\n"
        "- **14** — the navy, 2031-03-03\n"
        "  - “The navy said **14** people were killed when the ferry Marisol sank off Port Tarn on Monday.” — "
        "herald, “Ferry Marisol sinks”, 2031-03-04 (`news/herald.txt:3`)\n"
        "\n"
        "Confirmed by Ann on 2031-05-17.\n"
        "\n"
        "Note (Ann, 2031-05-17): rang the \\*navy\\*\n" + COMMENT
    )


def test_wikitext_is_for_a_talk_page(desk: Path) -> None:
    asked = decide(KILLED, "confirmed", "see {{nobots}}")
    assert run("news", "-f", "wikitext").stdout == (
        f"== {asked.group.question} ==\n"
        f"{describe.reason(asked)}\n"
        "* '''9''' – the coast guard, 2031-03-03\n"
        "** “The coast guard said '''9''' people were killed when the ferry Marisol sank off Port Tarn on Monday.” "
        "(wire, “Ferry sinks off Port Tarn”, 2031-03-04, news/wire.txt:3)\n"
        "* '''14''' – the navy, 2031-03-03\n"
        "** “The navy said '''14''' people were killed when the ferry Marisol sank off Port Tarn on Monday.” "
        "(herald, “Ferry Marisol sinks”, 2031-03-04, news/herald.txt:3)\n"
        "Confirmed by Ann on 2031-05-17.\n"
        ": Ann, 2031-05-17: see &#123;&#123;nobots&#125;&#125;\n" + COMMENT
    )


def test_csv_has_a_row_a_passage(desk: Path) -> None:
    asked = decide(ABOARD, "confirmed", "=HYPERLINK")
    rows = list(csv.DictReader(io.StringIO(run("news", "-f", "csv").stdout)))
    shown = [(row["reading"], row["means"], row["speaker"], row["outlet"], row["days"], row["line"]) for row in rows]
    assert shown == [
        ("Some 212", "207 to 217", "the company", "herald", "2031-03-04", "4"),
        ("260", "255 to 265", "police", "wire", "2031-03-04", "4"),
    ]
    assert {(row["question"], row["verdict"], row["confirmed_by"], row["notes"]) for row in rows} == {
        (asked.group.question, "disputed", "Ann", "Ann, 2031-05-17: =HYPERLINK")
    }
    assert rows[0]["quote"] == "Some 212 passengers were aboard, the company said."


def test_json_has_every_field(desk: Path) -> None:
    decide(KILLED, "confirmed")
    [finding] = json.loads(run("news", "-f", "json").stdout)
    assert finding["claim"] == KILLED
    assert finding["notes"] == []
    assert [reading["words"] for reading in finding["readings"]] == ["9", "14"]
    [passage] = finding["readings"][1]["passages"]
    assert passage == {
        "outlet": "herald",
        "title": "Ferry Marisol sinks",
        "published": "2031-03-04",
        "url": None,
        "path": "news/herald.txt",
        "line": 3,
        "speaker": "the navy",
        "quote": {
            "before": "The navy said ",
            "words": "14",
            "after": " people were killed when the ferry Marisol sank off Port Tarn on Monday.",
        },
    }


def test_the_file_tells_the_format(desk: Path) -> None:
    asked = decide(KILLED, "confirmed")
    assert run("news", "-o", "memo.html").output == ""
    page = (desk / "memo.html").read_text(encoding="utf-8")
    assert f"<h2>1. {asked.group.question}</h2>" in page
    assert "<mark>14</mark>" in page
    refused = run("news", "-o", "memo.pdf")
    assert refused.exit_code == 2
    assert refused.stderr.startswith("factcheck: memo.pdf: no format ends in .pdf; use one of .md, .html, .csv, .json")


def test_notes_of_every_hand_stand_in_their_order(desk: Path) -> None:
    decide(KILLED, "confirmed", "the navy stands by it", "the guard rang back")
    notes = [line for line in run("news").stdout.splitlines() if line.startswith("Note")]
    assert notes == ["Note (Ann, 2031-05-17): the navy stands by it", "Note (Ann, 2031-05-17): the guard rang back"]


def test_what_is_open_again_is_told_and_left_out(desk: Path) -> None:
    asked = decide(KILLED, "confirmed")
    herald = desk / "news" / "herald.txt"
    herald.write_text(herald.read_text().replace("14 people", "17 people"))
    result = run("news")
    assert result.stdout == "# No confirmed conflicts\n" + COMMENT
    assert result.stderr == (
        f"factcheck: left out, open again: {asked.group.question} "
        "(confirmed when it was 14 and 9; now 17 instead of 14 in news/herald.txt)\n"
        "factcheck: no conflict is confirmed; decide with `factcheck review` or `factcheck serve`\n"
    )


def test_without_a_log_it_says_where_decisions_come_from(desk: Path) -> None:
    result = run("news")
    assert result.exit_code == 2
    assert result.stderr == (
        "factcheck: factcheck.decisions.jsonl: there is no log of decisions; decide with `factcheck review PATH`\n"
    )


def test_what_was_not_read_is_told(desk: Path) -> None:
    decide(KILLED, "confirmed")
    result = run("news", "missing.txt")
    assert result.exit_code == 3
    assert result.stdout.startswith("# 1 confirmed conflict\n")
    assert result.stderr == "factcheck: missing.txt: not read: no such file or folder; check the path\n"


# What would be more than characters in each format.
TAKES_EFFECT = {
    "markdown": ("<script", "[x](", "@all", "<javascript", "\x1b", "\u202e"),
    "html": ("<script", 'href="javascript', "\x1b", "\u202e"),
    "wikitext": ("<script", "[x]", "{{t", "\x1b", "\u202e"),
    "csv": ("\x1b", "\u202e"),
    "json": ("\x1b",),
}


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://news.test/a?b=1", True),
        ("javascript:alert(1)", False),
        ("https://x.test/> [y](z)", False),
        (None, False),
    ],
)
def test_only_an_address_becomes_a_link(url: str | None, linked: bool) -> None:
    passage = Passage("Herald", None, None, url, "a.txt", 1, None, Quote("", "9", " died."))
    found = [Finding("id", "How many?", None, "conflict", "", (Reading("9", "9", (), "", (passage,)),), "Ann", "", ())]
    assert (f"<{url}>" in render(found, "markdown")) is linked
    assert ("://" in render(found, "wikitext")) is linked
    assert (f'href="{url}"' in render(found, "html")) is linked


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_that_an_article_or_a_person_wrote_takes_effect(name: str) -> None:
    evil = "<script>alert(1)</script>[x](javascript:y) {{t}} \x1b[2J\u202e @all"
    passage = Passage(evil, evil, None, "javascript:alert(1)", "a.txt", 1, evil, Quote(evil, evil, evil))
    reading = Reading(evil, evil, (evil,), "", (passage,))
    notes = (Note(evil, "2031-05-17", evil),)
    made = render([Finding("id", evil, None, "conflict", evil, (reading,), evil, "2031-05-17", notes)], name)
    assert "alert(1)" in made
    for live in TAKES_EFFECT[name]:
        assert live not in made
