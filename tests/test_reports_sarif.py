from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factcheck.decisions.model import Decision, Review, Standing
from factcheck.reports import Options, sarif
from factcheck.reports.fingerprint import fingerprint
from factcheck.scan import Scan
from tests.report_factories import conflict, document, ferry_scan, figure, hostile_scan, large_scan, scan

SCHEMA = json.loads((Path(__file__).parent / "corpora" / "sarif-2.1.0-part.json").read_text(encoding="utf-8"))


def run(found: Scan) -> dict[str, Any]:
    log = json.loads(sarif.render(found, Options()))
    jsonschema.validate(log, SCHEMA)
    runs: list[dict[str, Any]] = log["runs"]
    return runs[0]


def test_a_result_for_each_group_to_look_at() -> None:
    (result,) = run(ferry_scan())["results"]
    assert (result["ruleId"], result["level"]) == ("disputed", "warning")
    assert result["message"]["text"] == (
        "How many passengers were aboard? The company says up to 40, the coast guard says a few (2 to 9)."
    )
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "in/herald.txt"}
    region = {"startLine": 4, "startColumn": 1, "endLine": 4, "endColumn": 9, "snippet": {"text": "Up to 40"}}
    assert place["region"] == region
    assert [other["message"]["text"] for other in result["relatedLocations"]] == [
        "the company: Up to 40",
        "the coast guard: a few",
    ]


def test_a_result_tells_its_story_its_cause_and_what_would_settle_it() -> None:
    (result,) = run(ferry_scan())["results"]
    properties = result["properties"]
    assert properties["story"] == {"id": "s1", "name": "Rescuers end search, 3 March 2031"}
    assert properties["cause"] == "speakers"
    assert properties["settle"].startswith("Ask both what they count")


def test_a_result_is_known_again_by_its_fingerprint() -> None:
    (result,) = run(ferry_scan())["results"]
    name = fingerprint(ferry_scan().questions[0])
    assert result["partialFingerprints"] == {"factcheckConflict/v1": name, "primaryLocationLineHash": f"{name}:1"}


@pytest.mark.parametrize("found", [scan(), hostile_scan(), large_scan(20, 5)], ids=["nothing", "hostile", "many"])
def test_valid(found: Scan) -> None:
    run(found)


def test_what_was_not_read_is_told() -> None:
    (invocation,) = run(ferry_scan())["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "in/scan.pdf: the file is encrypted; save it without a password"


def test_nothing_of_other_peoples_text_is_a_link() -> None:
    found = hostile_scan()
    line = "see [this](https://evil.test/) or https://evil.test/"
    group = dataclasses.replace(found.questions[0].group, question=line)
    made = run(dataclasses.replace(found, questions=(dataclasses.replace(found.questions[0], group=group),)))
    result = made["results"][0]
    messages = [result["message"], *(place["message"] for place in result["relatedLocations"])]
    messages += [each["message"] for each in made["invocations"][0]["toolExecutionNotifications"]]
    for message in messages:
        assert not re.search(r"(?<!\\)[\[\]]|\w://", message["text"])
    assert result["message"]["text"].startswith(r"see \[this\](https: //evil.test/) or https: //evil.test/")


def test_decided_groups_are_suppressed() -> None:
    decision = Decision("1", dt.datetime(2031, 3, 5, tzinfo=dt.UTC), "Ana", "dismissed", "two ferries")
    (result,) = run(ferry_scan(review=Review((Standing("decided", decision), Standing()))))["results"]
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "two ferries"}]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a/b.txt", "a/b.txt"),
        ("a b/ü%.txt", "a%20b/%C3%BC%25.txt"),
        ("/abs/a.txt", "file:///abs/a.txt"),
        ("C:\\news\\a b.txt", "file:///C:/news/a%20b.txt"),
        ("a?b#c", "a%3Fb%23c"),
    ],
)
def test_uri(path: str, uri: str) -> None:
    assert sarif.uri(path) == uri


TEXT = "The chief said 12 died. The mayor said 15 died."


def _name(
    text: str = TEXT, path: str = "in/a.txt", numbers: tuple[int, ...] = (12, 15), question: str = "How many?"
) -> str:
    doc = document(text, path=path)
    figures = [figure(doc, str(n), n, id=f"f{n}") for n in numbers]
    return fingerprint(conflict(figures, question, id="g7"))


def test_a_fingerprint_outlives_edits_and_moves() -> None:
    assert (
        _name()
        == _name("A new line.\nThe fire chief said 12 died.\n\nThe mayor said 15 died.")
        == _name(path="old/a.txt")
    )
    assert _name() == _name(question="How many people?")  # the wording of a rule may be bettered


def test_a_fingerprint_changes_with_what_there_is_to_decide() -> None:
    names = {
        _name(),
        _name(TEXT.replace("15", "16"), numbers=(12, 16)),
        _name(TEXT + " And 19.", numbers=(12, 15, 19)),
        _name(path="in/b.txt"),
    }
    assert len(names) == 4


def test_a_fingerprint_does_not_depend_on_the_order_of_files() -> None:
    group = ferry_scan().questions[1]
    turned = dataclasses.replace(group.group, claims=group.group.claims[::-1])
    assert fingerprint(group) == fingerprint(dataclasses.replace(group, group=turned))
