"""The first sight of a scan: stories, one row a question, numbers and opponents in few words."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from typing import Any

import pytest

from factcheck.comparing import Conflict
from factcheck.context.model import Place, written_days
from factcheck.decisions import Review, Standing
from factcheck.reports import Options, overview, render, stories
from factcheck.scan import Scan
from tests.report_factories import conflict, document, ferry_scan, figure, scan, uneven_stories

HERALD = document("Ferry sinks\nThe ferry took 19 lives.\nNow 19 dead.\n", "d1", outlet="Herald", title="Ferry sinks")
WIRE = document("Ferry lost\nThe ferry took 19 lives, and 14.\n", "d2", outlet="Wire", title="Ferry lost")
POST = document("Vote held\nThe bill had 51 votes.\nIt had 49 votes.\n", "d3", outlet="Post", title="Vote held")


def two_stories() -> Scan:
    dead = [
        figure(HERALD, "19", 19, id="f1", as_of="2031-03-03"),
        figure(WIRE, "19", 19, id="f2", as_of="2031-03-03"),
        figure(WIRE, "14", 14, id="f3", as_of="2031-03-04", speaker="the coast guard"),
    ]
    dead = [replace(each, context=replace(each.context, place=Place("Port Tarn"))) for each in dead]
    votes = [figure(POST, "51 votes", 51, number="51", id="f4"), figure(POST, "49 votes", 49, number="49", id="f5")]
    return scan(
        [
            conflict(votes, "How many votes?", "conflict", id="g1", pairs=[(0, 1, "conflict", "51 and 49.")]),
            conflict(
                dead, "How many died?", "disputed", id="g2", pairs=[(0, 2, "disputed", "19 and 14.")], priority=0.5
            ),
        ]
    )


def test_stories_hold_the_documents_that_groups_tie_together() -> None:
    told = [(each.name, each.documents) for each in stories.stories(two_stories())]
    assert told == [("Vote held", ("d3",)), ("Port Tarn, 3 March 2031", ("d1", "d2"))]


def test_a_row_says_how_far_apart_who_and_when() -> None:
    vote, ferry = (chapter.rows[0] for chapter in overview.overview(two_stories()))
    assert (vote.rank, vote.spread, vote.against) == (
        1,
        "49 – 51",
        "51 votes (Post, line 2) against 49 votes (same article, line 3)",
    )
    assert (ferry.rank, ferry.spread) == (2, "14 – 19, mostly 19")
    assert ferry.against == "19 (Herald) against 14 (the coast guard, Wire)"
    assert ferry.days == "3 – 4 March 2031"


@pytest.mark.parametrize(
    ("start", "stop", "words"),
    [
        ("2017-04-15", "2017-04-15", "15 April 2017"),
        ("2017-04-15", "2017-04-18", "15 – 18 April 2017"),
        ("2017-04-15", "2017-05-02", "15 April – 2 May 2017"),
        ("2016-12-30", "2017-01-02", "30 December 2016 – 2 January 2017"),
        ("2017-04-01", "2017-04-30", "April 2017"),
        ("2004-01-01", "2004-12-31", "2004"),
    ],
)
def test_days_as_people_write_them(start: str, stop: str, words: str) -> None:
    assert written_days(dt.date.fromisoformat(start), dt.date.fromisoformat(stop)) == words


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([("100", 100), ("1e2", 100), ("120", 120)], "100 – 120, mostly 100"),
        ([("no", 0), ("3", 3)], "0 – 3"),
        ([("5", 5), ("5 again", 5)], "5"),
    ],
)
def test_spread(numbers: list[tuple[str, int]], words: str) -> None:
    figures = [figure(document(text, f"d{n}"), text, value) for n, (text, value) in enumerate(numbers)]
    assert overview.spread(conflict(figures)) == words


def test_a_number_that_is_denied_says_so() -> None:
    one, other = figure(HERALD, "19", 19, id="f1"), figure(WIRE, "19", 19, id="f2")
    denied = replace(other, context=replace(other.context, polarity="denied"))
    found = conflict([one, denied], relation="conflict", pairs=[(0, 1, "conflict", "It is denied.")])
    assert overview.against(found) == "19 (Herald) against 19, denied (Wire)"


@pytest.mark.parametrize(
    ("numbers", "words"), [((20, 126), "20 – 126"), ((250,), "dozens – 250"), ((5,), "5 – dozens")]
)
def test_a_vague_word_is_an_end_only_beyond_all_numbers(numbers: tuple[int, ...], words: str) -> None:
    vague = figure(document("Dozens", "d0"), "Dozens", 24, 96)
    vague = replace(vague, quantity=replace(vague.quantity, values=(), vague=True))
    figures = [vague, *(figure(document(str(value), f"d{value}"), str(value), value) for value in numbers)]
    assert overview.spread(conflict(figures)) == words


def test_the_three_worst_stand_on_the_first_screen_whatever_their_stories() -> None:
    screen = first_screen(uneven_stories(), Options())
    assert [line.split()[0] for line in screen if "DISPUTED" in line][:4] == ["1", "3", "2", "4"]
    assert [line for line in screen if "Tarn" in line] == ["Tarn · 1 document, 9 to look at", "Tarn · the rest"]
    assert screen[-1].strip()


def first_screen(found: Scan, options: Options) -> list[str]:
    return render(found, "table", options).splitlines()[: 24 - 1]


def test_the_first_screen_has_every_story() -> None:
    assert first_screen(two_stories(), Options())[:10] == [
        "3 documents · 5 figures · 2 claims · 1 conflict · 1 disputed · 0 to check ·",
        "all read",
        "",
        "Vote held · 1 document, 1 to look at",
        "  1 CONFLICT  How many votes?",
        "              51 votes (Post, line 2) against 49 votes (same article, line 3)",
        "",
        "Port Tarn, 3 March 2031 · 2 documents, 1 to look at",
        "  2 DISPUTED  How many died?",
        "              mostly 19 · 19 (Herald) against 14 (the coast guard, Wire) ·",
    ]


def test_the_last_lines_say_the_worst_and_what_to_do() -> None:
    text = render(two_stories(), "table", Options(paths=("my articles",)))
    assert text.splitlines()[-6:] == [
        "Most serious:",
        "  1. How many votes? 51 votes (Post, line 2) against 49 votes (same article,",
        "     line 3)",
        "  2. How many died? 19 (Herald) against 14 (the coast guard, Wire)",
        "Decide: factcheck review 'my articles'",
        "Read:   factcheck scan 'my articles' -o report.html",
    ]


@pytest.mark.parametrize("format_", ["table", "markdown"])
def test_top_shows_only_the_most_serious(format_: str) -> None:
    text = render(two_stories(), format_, Options(top=1))
    assert "How many votes?" in text
    assert "How many died?" not in text
    assert "1 more to look at" in text


def test_what_is_decided_is_not_in_the_overview() -> None:
    found = two_stories()
    decided = replace(found, review=Review((Standing(state="decided"), Standing())))
    assert [row.conflict.group.id for chapter in overview.overview(decided) for row in chapter.rows] == ["g2"]


def test_what_is_but_a_maybe_comes_last_and_is_called_so() -> None:
    found = two_stories()
    vote, ferry = found.questions
    doubted = replace(found, questions=(replace(vote, likely=False), ferry))
    chapters = overview.overview(doubted)
    assert [(chapter.rows[0].conflict.group.id, chapter.about) for chapter in chapters] == [
        ("g2", "2 documents, 1 to look at"),
        ("g1", "1 document, 1 maybe"),
    ]
    for format_ in ("table", "markdown", "html"):
        text = render(doubted, format_, Options())
        assert "maybe" in text, format_
    assert render(doubted, "markdown", Options()).startswith("# 1 claim to look at, 1 maybe\n")
    assert "  2 CONFLICT?" in render(doubted, "table", Options())


def test_one_question_needs_no_overview() -> None:
    assert "to look at" not in render(ferry_scan(), "table", Options())
    only: Conflict = ferry_scan().questions[0]
    assert [row.rank for chapter in overview.overview(scan([only])) for row in chapter.rows] == [1]


def test_markdown_begins_with_a_table_for_each_story() -> None:
    text = render(two_stories(), "markdown", Options())
    assert (
        text.index("### Vote held") < text.index("### Port Tarn, 3 March 2031") < text.index("## 1. Conflict: How many")
    )
    row = "| 2 | Disputed | How many died? | 14 – 19, mostly 19 | 19 (Herald) against 14 (the coast guard, Wire) |"
    assert row in text


pseudo_terminal = pytest.importorskip("tests.pseudo_terminal", reason="needs a pseudo-terminal")


def _seeds(*options: str, pager: str) -> Any:
    words = ("-m", "factcheck", "scan", "seeds", "--exit-zero", *options)
    return pseudo_terminal.PseudoTerminal.python(*words, env={"PAGER": pager, "NO_COLOR": "1"})


@pytest.mark.skipif(not shutil.which("less"), reason="less is not installed")
def test_a_terminal_is_paged_from_the_worst_on() -> None:
    with _seeds(pager="less") as terminal:
        screen = terminal.until(lambda screen: ":" in screen.splitlines()[-1:])
        assert screen.startswith("5 documents ·")
        assert "1 DISPUTED" in screen
        terminal.type("q")
        assert terminal.ended() == 0


@pytest.mark.parametrize(("options", "pager"), [(("--no-pager",), "false"), ((), "cat")])
def test_without_a_pager_the_last_screen_has_the_worst(options: tuple[str, ...], pager: str) -> None:
    with _seeds(*options, pager=pager) as terminal:
        assert terminal.ended() == 0
        assert "Most serious:\n  1. How many" in terminal.screen
        assert "factcheck review seeds" in terminal.screen
