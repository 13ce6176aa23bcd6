from __future__ import annotations

import json

from factcheck.reports import Options, jsonl
from factcheck.reports.jsonout import as_object
from tests.report_factories import ferry_scan, hostile_scan


def test_every_record_of_the_json_report_on_a_line_of_its_own() -> None:
    options = Options(seen=True)
    lines = [json.loads(line) for line in jsonl.render(ferry_scan(), options).splitlines()]
    kinds = [line.pop("record") for line in lines]
    assert kinds == ["scan"] + ["document"] * 2 + ["figure"] * 6 + ["group"] * 2 + ["story", "seen", "unread"]
    whole = as_object(ferry_scan(), options)
    head = ("schema", "factcheck", "rules", "confirmed")
    assert lines[0] == {name: whole[name] for name in head}
    assert lines[3:9] == whole["figures"]
    assert lines[9:11] == whole["groups"]


def test_hostile_text_breaks_no_line() -> None:
    lines = jsonl.render(hostile_scan(), Options(with_text=True)).split("\n")
    assert all(json.loads(line) for line in lines[:-1])
    assert lines[-1] == ""
