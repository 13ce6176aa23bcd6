"""Why two figures may differ, and what would settle it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from factcheck.claims import Claim
from factcheck.comparing import Comparison, Conflict, Relation
from factcheck.comparing.model import Nature
from factcheck.pairs.differences import Difference, differences
from factcheck.reports import FORMATS, Options, describe, render
from factcheck.reports.causes import cause, settle, step
from factcheck.vocabulary import default_vocabulary
from tests.claim_factories import claim
from tests.report_factories import ferry_scan


def pair(a: Claim, b: Claim, relation: Relation = "conflict", nature: Nature | None = None, **more: Any) -> Comparison:
    found = differences(a.figure, b.figure, default_vocabulary())
    return Comparison(a, b, relation, "They differ.", nature=nature, differences=found, **more)


HERALD: dict[str, Any] = {"outlet": "Herald"}
WIRE: dict[str, Any] = {"outlet": "Wire"}
TWELVE, FIFTEEN = claim("killing {12} people", **HERALD), claim("killing {15} people", **WIRE)
AGAIN = replace(FIFTEEN, figure=replace(FIFTEEN.figure, document=TWELVE.figure.document, line=4))
MAYOR = claim("killing {12} people", speaker="the mayor", **HERALD)
ARMY = claim("killing {15} people", speaker="the army", **WIRE)
MONDAY = claim("killing {12} people", about="2031-03-03", **HERALD)
TUESDAY = claim("killing {15} people", about="2031-03-04", **WIRE)
TARN = claim("killing {12} people", place="Tarn", **HERALD)
PORT = claim("killing {15} people", place="Lviv", **WIRE)
CHILDREN = claim("killing {15} children", counted="children", **WIRE)
NEAR, FAR = claim("some {1,010} people", **HERALD), claim("some {1,000} people", **WIRE)


@pytest.mark.parametrize(
    ("found", "why", "todo"),
    [
        (pair(TWELVE, FIFTEEN), "unknown", "Ask where Herald, line 1 and Wire, line 1 have their numbers from."),
        (
            pair(MAYOR, ARMY, "disputed"),
            "speakers",
            "Ask both what they count, and as of when: the mayor (Herald, line 1) and the army (Wire, line 1).",
        ),
        (pair(MONDAY, TUESDAY), "day", "Herald, line 1: on 2031-03-03; Wire, line 1: on 2031-03-04."),
        (pair(MONDAY, FIFTEEN, "check"), "day", "Herald, line 1: on 2031-03-03; Wire, line 1: no day."),
        (pair(TARN, PORT), "place", "Herald, line 1: Tarn; Wire, line 1: Lviv."),
        (pair(TWELVE, CHILDREN), "counted", "Herald, line 1: “people”; Wire, line 1: “children”."),
        (
            pair(NEAR, FAR),
            "rounding",
            "Is one of them rounded? Ask for the exact number behind Herald, line 1 and Wire, line 1.",
        ),
        (pair(MONDAY, TUESDAY, "update"), "update", None),
        (pair(TWELVE, FIFTEEN, nature="drift"), "copy", None),
        (pair(TWELVE, FIFTEEN, nature="arithmetic"), "part", None),
        (pair(TWELVE, FIFTEEN, hint="one digit differs: slip of typing?"), "slip", None),
    ],
)  # fmt: skip
def test_cause_and_next_step(found: Comparison, why: str, todo: str | None) -> None:
    assert cause(found) == why
    assert todo is None or settle(found) == todo


def test_a_part_names_its_whole() -> None:
    whole = replace(FIFTEEN, figure=replace(FIFTEEN.figure, id="w"))
    part = replace(TWELVE, figure=replace(TWELVE.figure, whole="w"))
    assert cause(pair(part, whole)) == "part"


def test_a_headline_against_its_text_asks_for_the_whole() -> None:
    told = settle(pair(TWELVE, AGAIN, nature="internal"))
    assert told == ("Do both count the whole of the same thing, at the same time? Read around line 1 and line 4.")


def doubtful(found: Conflict) -> Conflict:
    first = replace(found.comparisons[0], reason="12 and 15 cannot both be right.")
    return replace(found, comparisons=(first,), group=replace(found.group, confidence=0.4))


def test_doubt_is_said_in_the_sentence() -> None:
    found = doubtful(ferry_scan().questions[0])
    open_ = "whether they are about one thing is open: neither text names a day"
    told = Difference("when", "unknown", "neither text names a day")
    first = replace(found.comparisons[0], differences=(Difference("speaker", "unlike", "no"), told))
    assert describe.reason(replace(found, comparisons=(first,))) == f"12 and 15 differ; {open_}."
    two = replace(first, reason="12 and 15 cannot both be right: two speakers.")
    assert describe.reason(replace(found, comparisons=(two,))) == f"12 and 15 differ: two speakers; {open_}."
    place = Difference("place", "apart", "one is about Tarn, the other about Marl")  # what is known goes first
    first = replace(first, differences=(told, place))
    assert describe.reason(replace(found, comparisons=(first,))).endswith(f"is open: {place.says}.")
    bare = replace(found, comparisons=(replace(first, differences=()),))
    assert describe.reason(bare) == "12 and 15 differ; whether they are about one thing is open."
    sure = replace(found, group=replace(found.group, confidence=0.9))
    assert describe.reason(sure) == "12 and 15 cannot both be right."


@pytest.mark.parametrize("format_", ["table", "markdown", "wikitable", "html", "github", "csv"])
def test_every_format_says_what_to_do_next(format_: str) -> None:
    assert format_ in FORMATS
    text = " ".join(render(ferry_scan(), format_, Options()).split())
    assert "Ask both what they count, and as of when" in text


def test_what_is_not_to_look_at_has_no_next_step() -> None:
    assert step(ferry_scan().questions[1]) == ""
