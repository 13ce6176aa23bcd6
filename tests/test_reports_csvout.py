from __future__ import annotations

import csv
import io

import pytest

from factcheck.reports import Options, csvout
from tests.report_factories import ferry_scan, hostile_scan, large_scan, scan


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_row_for_each_figure_those_to_look_at_first() -> None:
    rows = read(csvout.render(ferry_scan(), Options()))
    shown = [(r["group"], r["relation"], r["text"], r["low"], r["high"], r["document"], r["line"]) for r in rows]
    assert shown == [
        ("g1", "disputed", "Up to 40", "0", "40", "in/herald.txt", "4"),
        ("g1", "disputed", "a few", "2", "9", "in/herald.txt", "4"),
        ("g2", "update", "At least 14", "14", "", "in/herald.txt", "2"),
        ("g2", "update", "19", "19", "19", "in/herald.txt", "3"),
        ("g2", "update", "Twelve", "12", "12", "in/wire.txt", "2"),
        ("", "", "about $2.5 million", "2000000", "3000000", "in/wire.txt", "3"),
    ]
    assert rows[0]["reason"] == "The company says up to 40, the coast guard says a few (2 to 9)."
    assert rows[3]["reason"] == ""  # it is in no comparison
    assert rows[5]["unit"] == "USD"


def test_header_alone_when_nothing_was_found() -> None:
    assert csvout.render(scan(), Options()) == ",".join(csvout.COLUMNS) + "\n"


def test_byte_order_mark_on_request() -> None:
    assert csvout.render(scan(), Options(bom=True)).startswith("\ufeffgroup,")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("12 dead", "12 dead"),
        ("=1+1", "'=1+1"),
        ("+12", "+12"),
        ("-5", "-5"),
        ("-2.5", "-2.5"),
        ("-5+cmd|' /C calc'!A0", "'-5+cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'=1+1"),
        ("\r=1+1", "'=1+1"),
        (" =1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("-", "'-"),
        ("a = b", "a = b"),
        ("a\nb", "a b"),
        ("", ""),
    ],
)
def test_harmless(cell: str, written: str) -> None:
    assert csvout.harmless(cell) == written


def test_hostile_text_stays_in_its_cell() -> None:
    rows = read(csvout.render(hostile_scan(), Options()))
    assert len(rows) == 2
    assert all(None not in row for row in rows)
    assert rows[1]["speaker"].startswith("'=<script>")
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for row in rows for cell in row.values())


def test_ten_thousand_figures() -> None:
    assert len(read(csvout.render(large_scan(500, alone=9_000), Options()))) == 10_000
