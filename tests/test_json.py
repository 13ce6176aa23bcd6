"""The JSON report against its own schema and the contract's order of keys."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.decisions import Decision, Review, Standing
from factcheck.documents import Unread
from factcheck.reports import Options, render
from factcheck.reports.jsonout import _decimal, as_object
from factcheck.reports.schema import json_schema
from factcheck.scan import Scan
from tests.report_factories import document, ferry_scan, figure, interval, scan

KEYS = {
    "": "schema factcheck rules documents figures groups stories confirmed seen unread",
    "documents": "id path outlet title published published_from modified outlet_from location url copies copy_of sha256"
    " characters text",
    "figures": "id document copy_of line where section start stop text number_start number_stop number low high"
    " typical_low typical_high hedge kind unit change counted action actor target direction speaker as_of place"
    " polarity modality aggregation voice whole claim rule sentence sentence_start",
    "groups": "id claim question figures documents outlets origins relation priority low high story likely pairs"
    " decision notes",
    "stories": "id name days documents",
    "seen": "document start stop text why",
    "unread": "path why",
}
EVERYTHING = Options(seen=True, with_text=True)


def loaded(found: Scan, options: Options = EVERYTHING) -> dict[str, Any]:
    text = render(found, "json", options)
    text.encode("utf-8")
    result: dict[str, Any] = json.loads(text)
    return result


def validate(value: Any) -> None:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(json_schema(), format_checker=checker).validate(value)


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("options", [EVERYTHING, Options()])
def test_output_is_as_the_schema_says(options: Options) -> None:
    validate(loaded(ferry_scan(), options))
    validate(loaded(scan(), options))


@pytest.mark.parametrize("table", KEYS)
def test_keys_and_their_order(table: str) -> None:
    found = loaded(ferry_scan())
    rows = found[table] if table else [found]
    assert rows
    assert all(list(row) == KEYS[table].split() for row in rows)


def test_a_group_has_its_story_and_a_pair_its_cause_and_what_would_settle_it() -> None:
    found = loaded(ferry_scan())
    dispute, toll = found["groups"]
    [story] = found["stories"]
    assert (story["id"], story["documents"], story["days"]) == ("s1", ["d1", "d2"], ["2031-03-03", "2031-03-04"])
    assert {dispute["story"], toll["story"]} == {"s1"}
    [pair] = dispute["pairs"]
    assert (pair["cause"], pair["settle"].partition(":")[0]) == ("speakers", "Ask both what they count, and as of when")
    [pair] = toll["pairs"]
    assert pair["cause"] == "update"
    assert pair["settle"] == "Take the later one (Coast Wire, line 2), unless a still later text has another."


def test_seen_and_text_come_only_when_asked_for() -> None:
    found = loaded(ferry_scan(), Options())
    assert "seen" not in found
    assert "text" not in found["documents"][0]


def test_offsets_are_those_of_the_text() -> None:
    found = loaded(ferry_scan())
    texts = {document["id"]: document["text"] for document in found["documents"]}
    assert found["figures"]
    assert found["seen"]
    for row in found["figures"]:
        text = texts[row["document"]]
        assert text[row["start"] : row["stop"]] == row["text"]
        assert text[row["number_start"] : row["number_stop"]] == row["number"]
        assert text[row["sentence_start"] :].startswith(row["sentence"])
    for row in found["seen"]:
        assert texts[row["document"]][row["start"] : row["stop"]] == row["text"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("12", "12"),
        ("2.5E+6", "2500000"),
        ("0.750", "0.75"),
        ("100", "100"),
        ("-0", "0"),
        ("-3.10", "-3.1"),
        ("0E-7", "0"),
        (None, None),
    ],
)
def test_decimal(value: str | None, text: str | None) -> None:
    assert _decimal(None if value is None else Decimal(value)) == text


def test_enormous_values_stay_short() -> None:
    doc = document("A googolplex of grains.\n")
    found = scan(alone=[replace_hard(figure(doc, "googolplex", 1), Decimal("1E+5000"))])
    assert len(render(found, "json")) < 2000
    validate(loaded(found))


def replace_hard(fig: Any, value: Decimal) -> Any:
    hard = interval(str(value), str(value))
    return replace(fig, quantity=replace(fig.quantity, hard=hard, typical=hard, values=(value,)))


def test_decision() -> None:
    decision = Decision("x", dt.datetime(2031, 3, 5, 9, 30, tzinfo=dt.UTC), "ines", "dismissed", "other ferry")
    for state, stale in (("decided", False), ("reopened", True)):
        standing = Standing(state, decision)  # type: ignore[arg-type]
        found = loaded(replace(ferry_scan(), review=Review((standing, Standing()))))
        validate(found)
        assert [group["decision"] for group in found["groups"]] == [
            {
                "decision": "dismissed",
                "by": "ines",
                "at": "2031-03-05T09:30:00+00:00",
                "note": "other ferry",
                "stale": stale,
            },
            None,
        ]


def test_same_scan_same_bytes() -> None:
    assert render(ferry_scan(), "json") == render(ferry_scan(), "json")


def test_one_item_a_line() -> None:
    text = render(ferry_scan(), "json")
    assert sum(1 for line in text.splitlines() if '"sentence_start"' in line) == 6


def test_unread() -> None:
    found = as_object(scan(unread=(Unread("a.pdf", "a PDF"),)))
    assert found["unread"] == [{"path": "a.pdf", "why": "a PDF"}]


def test_schema_command() -> None:
    result = CliRunner().invoke(main, ["schema"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == json_schema()
