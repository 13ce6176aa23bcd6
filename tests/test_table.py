"""The terminal report: what it says, that it fits, that numbers stay whole and other people's text stays text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from factcheck.comparing import Conflict
from factcheck.decisions import Review, Standing
from factcheck.documents import Unread
from factcheck.reports import Options, render
from factcheck.reports.columns import dotted, glue_numbers, glued, table, wrap
from factcheck.reports.excerpts import excerpts
from factcheck.reports.sides import sides, some
from factcheck.scan import Scan
from tests.report_factories import conflict, document, ferry_scan, figure, scan

FERRY = """\
2 documents · 6 figures · 3 claims · 1 disputed · 0 to check · 1 not read

1. DISPUTED  How many passengers were aboard?
   Why: The company says up to 40, the coast guard says a few (2 to 9).
   Next: Two speakers? Ask both what they count, and as of when: the company
         (“Up to 40” in line 4) and the coast guard (“a few” in line 4).
   Hint: slip of unit or typing?

   “[Up to 40] passengers were aboard, the company said; the coast guard said
    [a few].”
    in/herald.txt:4

   1 document · 9 – 40

   As written  Reading   Who says so      When        Where
   ──────────  ────────  ───────────────  ──────────  ─────────────
   Up to 40    up to 40  the company      2031-03-04  Tarn Herald:4
   a few       2 to 9    the coast guard  2031-03-04  Tarn Herald:4

UPDATES  later reports replaced earlier figures

   How many people were killed?
   As written   Reading     Who says so      When        Where
   ───────────  ──────────  ───────────────  ──────────  ─────────────
   Twelve       12          officials        2031-03-03  Coast Wire:2
   At least 14  14 or more  the coast guard  2031-03-04  Tarn Herald:2
   19           19          Ines Duarte      2031-03-04  Tarn Herald:3
   Why: The later report (4 March) says at least 14, the earlier (3 March) says
        12.

Not shown: 1 figure that stands alone (--figures shows it).

Decide: factcheck review PATH…
Read:   factcheck scan PATH… -o report.html
"""


def test_whole_report() -> None:
    assert render(ferry_scan(), "table", Options(width=80)) == FERRY


@pytest.mark.parametrize("width", [40, 50, 60, 72, 80, 100, 140])
@pytest.mark.parametrize("figures", [False, True])
def test_it_fits(width: int, figures: bool) -> None:
    text = render(ferry_scan(), "table", Options(width=width, figures=figures, everything=True))
    assert [line for line in text.splitlines() if len(line) > width] == []


def test_a_narrow_terminal_has_a_list_instead_of_a_table() -> None:
    text = render(ferry_scan(), "table", Options(width=40))
    assert (
        "   How many people were killed?\n"
        "   Twelve\n"
        "     Reading: 12\n"
        "     Who says so: officials\n"
        "     When: 2031-03-03\n"
        "     Where: Coast Wire:2\n"
        "   At least 14\n"
    ) in text
    assert "──" not in text


def test_the_words_of_a_reading_hold_together() -> None:
    lines = table(("Reading", "Who"), [(glue_numbers("14 or more"), "the coast guard of Tarn")], 24, least=(7, 8))
    assert [line[:10].strip() for line in lines[2:]] == ["14 or more", "", ""]


def test_colour_changes_no_word() -> None:
    plain = render(ferry_scan(), "table", Options(width=80))
    coloured = render(ferry_scan(), "table", Options(width=80, color=True))
    assert coloured != plain
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


@pytest.mark.parametrize(
    ("headers", "row", "width", "first"),
    [
        # what costs the fewest lines gives way: not the column that is wide because all of its cells are
        (("Reading", "Who"), ("20 to 30", "the coast guard of Tarn and its harbour master"), 40, "20 to 30  the coast"),
        # a name is broken before its line numbers, and only where the columns do not fit otherwise
        (("Who", "Where"), ("the old harbour master", "news.tarn.example:3,17"), 32, "the old  news.tarn.example:3,"),
        # both ends of a range may stand on two lines, no number may
        (("As written", "Reading"), ("some 34,000", "33,500 to 34,500 feet"), 22, "some        33,500 to"),
        (("Line", "Count"), ("7", "under 20"), 11, "7     under"),
    ],
)
def test_columns_give_way_where_it_costs_least(
    headers: tuple[str, ...], row: tuple[str, ...], width: int, first: str
) -> None:
    lines = table(headers, [tuple(glue_numbers(cell) for cell in row)], width, least=(3, 5))
    assert max(map(len, lines)) <= width
    assert lines[2].startswith(first)


def test_a_line_of_parts_breaks_at_its_dots() -> None:
    assert wrap(dotted(("5 documents", "", "58 figures", "all read")), 30) == ["5 documents · 58 figures ·", "all read"]


def test_a_long_path_is_broken_at_a_slash() -> None:
    doc = document("The toll is 12.\n", path="articles/of/the/year/2031/tarn/ferry-sinks-in-the-strait.txt")
    alone = replace(scan([]), documents=(doc,), figures=(figure(doc, "12", 12),))
    text = render(alone, "table", Options(width=40, figures=True))
    assert "\narticles/of/the/year/2031/tarn/\nferry-sinks-in-the-strait.txt\nLine 1\n" in text


def test_figures() -> None:
    text = render(ferry_scan(), "table", Options(width=100, figures=True))
    assert "in/wire.txt · Coast Wire · 2031-03-03" in text
    assert re.search(r"^3 +about \$2\.5 million +2 to 3 million", text, re.M)


def test_nothing_to_review() -> None:
    assert render(scan([]), "table") == (
        "0 documents · 0 figures · 0 claims · 0 conflicts · 0 to check · all read\n\nNothing was read.\n"
    )


def test_calm() -> None:
    doc = document("The toll is 12.\nSome 40 fled.\n")
    calm = replace(scan([]), documents=(doc,), figures=(figure(doc, "12", 12), figure(doc, "40", 40, id="f2")))
    assert render(calm, "table") == (
        "1 document · 2 figures · 2 claims · 0 conflicts · 0 to check · all read\n"
        "\n"
        "Nothing to review: no figures of one claim contradict each other.\n"
        "\n"
        "Not shown: 2 figures that stand alone (--figures shows them).\n"
    )


def test_the_header_tells_disputes_from_conflicts() -> None:
    doc = document("The toll is 12, says one. The toll is 14, says another.\n")
    pair = [figure(doc, "12", 12, id="f1"), figure(doc, "14", 14, id="f2")]
    found = scan([conflict(pair, relation="conflict"), conflict(pair, relation="disputed", id="g2")])
    assert " · 1 conflict · 1 disputed · 0 to check · " in render(found, "table", Options(width=100))


def agreeing() -> Scan:
    doc = document("The toll is 12.\nSome 12 died.\n", outlet="Tarn Herald")
    figures = [figure(doc, "12", 12, id="f1"), figure(doc, "12", 12, id="f2", nth=1)]
    return scan([conflict(figures, "How many people were killed?", "agree")])


def test_what_agrees_is_shown_only_when_asked() -> None:
    assert "Not shown: 1 claim whose figures agree (--all shows them)." in render(agreeing(), "table")
    text = render(agreeing(), "table", Options(everything=True))
    assert "Not shown" not in text
    assert re.search(r"How many people were killed\? +12 +agree +Tarn Herald", text)


def test_decided_ones_are_out_of_the_way() -> None:
    decided = replace(ferry_scan(), review=Review((Standing("decided"), Standing())))
    text = render(decided, "table")
    assert "DISPUTED" not in text
    assert "1 decided (--all shows them)" in text
    assert "\nNothing left to decide: every conflict is decided.\n" in text


def test_open_again_says_why() -> None:
    reopened = replace(ferry_scan(), review=Review((Standing("reopened", why="also 60 in wire.txt"), Standing())))
    assert "   Open again: also 60 in wire.txt\n" in render(reopened, "table")


def many(rows: int) -> Conflict:
    """One claim with ``rows`` documents, three readings, a speaker each."""
    figures = []
    for n in range(rows):
        doc = document(f"Officials say {12 + n % 3} people died.\n", f"d{n}", outlet=f"Outlet {n}")
        figures.append(figure(doc, str(12 + n % 3), 12 + n % 3, id=f"f{n}", speaker=f"speaker {n}"))
    return conflict(figures, "How many people died?", "conflict", pairs=[(0, 1, "conflict", "12 is not 13.")])


def test_equal_readings_stand_together() -> None:
    rows = sides(many(21))
    assert [len(side.figures) for side in rows] == [7, 7, 7]
    text = render(scan([many(21)]), "table", Options(width=80))
    assert re.search(r"^   12 .* Outlet 0:1,", text, re.M)
    assert "and 4 more" in text


def test_few_rows_keep_their_speakers() -> None:
    assert len(sides(many(6))) == 6


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["A"], "A"),
        (["A", "B", "A"], "A, B"),
        (["A", "B", "C", "D"], "A, B, C, D"),
        (["A", "B", "C", "D", "E"], "A, B, C and 2 more"),
    ],
)
def test_some(names: list[str], shown: str) -> None:
    assert some(names) == shown


WRAPPED = [
    # (text, width, lines)
    ("one two three", 8, ["one two", "three"]),
    ("1,187,432,000,000 people", 10, ["1,187,432,000,000", "people"]),
    (glued("$2.5 million") + " spent", 10, ["$2.5 million", "spent"]),
    (glue_numbers("10 to 12 or 2.5 million"), 12, ["10 to 12 or", "2.5 million"]),
    (glue_numbers("10,000 to 999,999 people"), 12, ["10,000 to", "999,999", "people"]),
    ("incomprehensibilities", 10, ["incomprehe", "nsibilitie", "s"]),
    ("a/long/path/of/a/file.txt:12", 10, ["a/long/", "path/of/a/", "file.", "txt:12"]),
    ("", 10, [""]),
]


@pytest.mark.parametrize(("text", "width", "lines"), WRAPPED)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_a_number_wider_than_its_column_widens_it() -> None:
    number = "1,187,432,187,432,187"
    lines = table(("Number", "Words"), [(number, "some words that can give way " * 3)], 50)
    assert any(number in line for line in lines)
    assert max(map(len, lines)) <= 50


def test_evil_text_stays_text() -> None:
    evil = "\x1b[31mRed\x1b]0;title\x07 \u202e12\u202c people <b>" + "x" * 10_000 + " died.\n"
    doc = document(evil, path="a\x1b[2Jb.txt", outlet=None)
    figures = [figure(doc, "12", 12, id="f1", speaker="the \x1b[5mspokesman"), figure(doc, "people", 13, id="f2")]
    found = scan(
        [conflict(figures, "How many \x1b[1mpeople?", "conflict", pairs=[(0, 1, "conflict", "12\x1b[0m is not 13.")])],
        unread=(Unread("c\x1b[2J.txt", "broken"),),
    )
    for options in (Options(), Options(figures=True), Options(everything=True)):
        text = render(found, "table", options)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    lines = render(found, "table").splitlines()
    assert max(map(len, lines)) <= 80


def test_excerpt_is_cut_around_its_numbers() -> None:
    far = "word " * 60
    doc = document(f"{far}At least 14 people died, {far} and 19 were hurt.\n")
    near, apart = figure(doc, "14", 14, id="f1"), figure(doc, "19", 19, id="f2")
    quotes = list(excerpts([near, apart]))
    assert len(quotes) == 2
    assert quotes[0].marked.startswith("… word")
    assert quotes[0].marked.endswith("word …")
    assert "[14] people died" in quotes[0].marked
    assert quotes[1].marked.endswith("and [19] were hurt.")


def test_claims_without_groups_are_counted() -> None:
    doc = document("They found 7 boats.\n")
    text = render(scan([], alone=[figure(doc, "7", 7)]), "table")
    assert text.startswith("1 document · 1 figure · 1 claim · 0 conflicts")


def test_plain_numbers_need_no_column_for_their_reading() -> None:
    doc = document("The toll is 12, says one. The toll is 14, says another.\n")
    plain = [figure(doc, "12", 12, id="f1"), figure(doc, "14", 14, id="f2")]
    words = [figure(doc, "12", 12, id="f1"), figure(doc, "14", 10, 20, id="f2")]
    assert "Reading" not in render(scan([conflict(plain, relation="conflict")]), "table")
    assert "Reading" in render(scan([conflict(words, relation="conflict")]), "table")


def test_the_figures_table_names_what_has_no_figure() -> None:
    bare = document("Nothing was told.", "d99", path="calm.txt")
    found = replace(ferry_scan(), documents=(*ferry_scan().documents, bare))
    text = render(found, "table", Options(width=100, figures=True))
    assert "\nNo figures in: calm.txt\n" in text
    assert "No figures in" not in render(ferry_scan(), "table", Options(figures=True))


@pytest.mark.parametrize(("width", "shown"), [(80, False), (100, False), (120, True)])
def test_the_figures_table_has_when_and_where_if_there_is_room(width: int, shown: bool) -> None:
    text = render(ferry_scan(), "table", Options(width=width, figures=True))
    assert ("When" in text and "Where" in text) is shown
    assert max(map(len, text.splitlines())) <= width
