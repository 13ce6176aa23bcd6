"""Decisions: what keeps them, what opens them again, and that nothing decided is ever lost."""

from __future__ import annotations

import datetime as dt
import json
import resource
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.conflicts import compare_group
from factcheck.comparing.model import FLAGS
from factcheck.decisions import (
    Anchor,
    Decision,
    DecisionKind,
    DecisionsError,
    Log,
    apply_corrections,
    load,
    needs_decision,
    numbers,
    reader_order,
    remove,
    review,
    whoami,
)
from factcheck.decisions.anchors import tidy
from factcheck.decisions.lines import from_line, to_line
from factcheck.decisions.log import parse
from factcheck.decisions.model import Source, is_confirmed
from factcheck.decisions.standing import listed
from factcheck.vocabulary import default_vocabulary
from tests.decision_factories import NOW, Clock, World, recorder, world

A = "The ferry sank at dawn off the northern mole. Rescuers found [12] bodies on the beach, the coast guard said."
B = "Relatives waited at the harbour all day long. The hospital has counted [15] dead since morning, a nurse said."
BEFORE = {"a.txt": A, "b.txt": B}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "factcheck.decisions.jsonl"


def decided(path: Path, texts: dict[str, str] | None = None, note: str = "counted differently") -> Log:
    there = world(texts or BEFORE, base=path.parent)
    return recorder().decide(load(path), there.conflicts[0], "dismissed", note)[0]


def today(path: Path, texts: dict[str, str]) -> World:
    return world(texts, base=path.parent)


KEPT = [
    ("nothing changed", BEFORE),
    ("order of the files", {"b.txt": B, "a.txt": A}),
    ("lines moved down", {"a.txt": "A correction.\n\n" + A, "b.txt": B}),
    ("wrapped anew", {"a.txt": A.replace(" ", "\n", 9), "b.txt": B}),
    ("curly quotes", {"a.txt": A.replace("bodies", "“bodies” –"), "b.txt": B}),
    ("file renamed", {"news/2031.txt": A, "b.txt": B}),
    ("both renamed", {"x.txt": A, "y.txt": B}),
    ("names swapped", {"b.txt": A, "a.txt": B}),
    ("sentence before edited", {"a.txt": A.replace("at dawn off the northern mole", "before noon"), "b.txt": B}),
    ("renamed and edited", {"x.txt": A.replace("at dawn ", "") + " More follows.", "b.txt": B}),
    ("number in words", {"a.txt": A.replace("[12]", "[twelve]"), "b.txt": B}),
    ("same number again in the same text", {"a.txt": A + " A list has [12] names.", "b.txt": B}),
    ("one figure gone", {"a.txt": A + " And [12] were named.", "b.txt": "Nothing here now."}),
    ("another claim beside it", {"a.txt": A + " Some [40|B] swam ashore.", "b.txt": B + " Of them [41|B] swam."}),
    ("a claim of no interest", {"a.txt": A + " The ferry cost [12|_] millions.", "b.txt": B}),
]


@pytest.mark.parametrize(("what", "texts"), KEPT, ids=[row[0] for row in KEPT])
def test_keeps(path: Path, what: str, texts: dict[str, str]) -> None:
    assert today(path, texts).said(decided(path))[0] == "decided dismissed"


D = "The port authority gave no details until evening. Its register now lists [19] victims of the wreck."
REOPENED = [
    ("a new source", {**BEFORE, "d.txt": D}, "dismissed when it was 12 and 15; now also 19 in d.txt"),
    (
        "a new source that agrees",
        {**BEFORE, "d.txt": D.replace("19", "15")},
        "dismissed when it was 12 and 15; now also 15 in d.txt",
    ),
    (
        "a new number in a known source",
        {"a.txt": A, "b.txt": B + " Another ward later spoke of [19]."},
        "dismissed when it was 12 and 15; now also 19 in b.txt",
    ),
    (
        "a number changed",
        {"a.txt": A, "b.txt": B.replace("[15]", "[19]")},
        "dismissed when it was 12 and 15; now 19 instead of 15 in b.txt",
    ),
    (
        "a hedge added",
        {"a.txt": A.replace("[12]", "[at least 12]"), "b.txt": B},
        "dismissed when it was 12 and 15; now at least 12 instead of 12 in a.txt",
    ),
    (
        "both changed",
        {"a.txt": A.replace("[12]", "[13]"), "b.txt": B.replace("[15]", "[19]"), "d.txt": D},
        "dismissed when it was 12 and 15; "
        "now 13 instead of 12 in a.txt, 19 instead of 15 in b.txt and also 19 in d.txt",
    ),
    (
        "denied",
        {"a.txt": A.replace("found", "have not found"), "b.txt": B},
        "dismissed when it was 12 and 15; now a.txt says “Rescuers have not found” instead of “Rescuers found”",
    ),
    (
        "said by somebody else",
        {"a.txt": A.replace("the coast guard", "the captain"), "b.txt": B},
        "dismissed when it was 12 and 15; now a.txt says “the captain said” instead of “the coast guard said”",
    ),
    (
        "another day, far from the number",
        {"a.txt": A, "b.txt": B.replace("since morning", "since Monday")},
        "dismissed when it was 12 and 15; now b.txt says “since Monday a” instead of “since morning a”",
    ),
    (
        "changed in a file that moved",
        {"a.txt": A, "x/b.txt": B.replace("[15]", "[19]")},
        "dismissed when it was 12 and 15; now also 19 in x/b.txt",
    ),
]


@pytest.mark.parametrize(("what", "texts", "why"), REOPENED, ids=[row[0] for row in REOPENED])
def test_reopens(path: Path, what: str, texts: dict[str, str], why: str) -> None:
    assert today(path, texts).said(decided(path))[0] == f"reopened dismissed: {why}"


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (("at dawn", "at noon"), "decided dismissed"),
        (("at dawn", "by night", "[12@2031-05-17]", "[12@2031-05-17]"), "decided dismissed"),
        (
            ("the coast guard said", "the army says", "[12@2031-05-17]", "[12@2031-05-18]"),
            "reopened dismissed: dismissed when it was 12 and 15; now 12 in a.txt is about 2031-05-18, not 2031-05-17 "
            "and a.txt says “the army says” instead of “the coast guard said”",
        ),
        # The same words read as another day: the reading of the tool changed, not the text; what was decided stays.
        (("[12@2031-05-17]", "[12@2031-05-18]"), "decided dismissed"),
    ],
)
def test_scope_opens_only_when_the_text_changed(path: Path, edit: tuple[str, ...], said: str) -> None:
    before = A.replace("[12]", "[12@2031-05-17]")
    log = decided(path, {"a.txt": before, "b.txt": B})
    after = before
    for old, new in zip(edit[::2], edit[1::2], strict=True):
        after = after.replace(old, new)
    assert today(path, {"a.txt": after, "b.txt": B}).said(log) == [said]


@pytest.mark.parametrize(
    ("what", "texts"),
    [
        ("other texts", {"x.txt": "Prices rose by [12|A] in May.", "y.txt": "Prices rose by [15|A] in June."}),
        ("other texts at the old paths", {"a.txt": "It sold [30] cars in May.", "b.txt": "It sold [31] cars."}),
        ("nothing", {}),
    ],
)
def test_forgets_nothing_but_shows_it_as_stale(path: Path, what: str, texts: dict[str, str]) -> None:
    log = decided(path)
    there = today(path, texts)
    assert there.said(log) == ["undecided"] * len(there.conflicts)
    assert [each.decision for each in there.stand(log).stale] == list(log.decisions)


@pytest.mark.parametrize(
    ("texts", "exists", "why"),
    [
        ({}, [], "no longer there: a.txt and b.txt"),
        ({}, ["a.txt"], None),  # it is there, only not part of this scan
        ({"a.txt": "All quiet.", "b.txt": "All quiet."}, [], "its figures no longer stand in the texts"),
        ({"a.txt": A, "b.txt": "All quiet."}, [], None),
        (
            {"a.txt": A.replace("[12]", "[12|_]"), "b.txt": "All quiet."},
            [],
            "its figures no longer stand in one claim with others",
        ),
    ],
)
def test_says_why_it_is_stale(path: Path, texts: dict[str, str], exists: list[str], why: str | None) -> None:
    log = decided(path)
    assert [each.why for each in today(path, texts).stand(log, exists).stale] == ([why] if why else [])


def test_asks_when_it_cannot_tell(path: Path) -> None:
    said = (
        "By nightfall the harbour was closed and no boat could leave it. Officials said [12] had died so far, and more."
    )
    log = decided(path, {"a.txt": said, "b.txt": said.replace("[12]", "[15]")})
    twice = "\n".join([said.replace("[12]", "[12|A]"), said.replace("[12]", "[12|B]"), said.replace("[12]", "12")])
    other = twice.replace("12", "15")
    there = today(path, {"a.txt": twice, "b.txt": other})
    why = "dismissed when it was 12 and 15: is it this one? the texts changed too much to be sure"
    assert there.said(log) == [f"asked dismissed: {why}"] * 2
    assert not there.stand(log).stale
    log, _ = recorder("Bea", Clock(NOW + dt.timedelta(hours=1))).decide(log, there.conflicts[0], "confirmed")
    assert there.said(log) == ["decided confirmed", f"asked dismissed: {why}"]


def test_the_same_passage_twice_is_told_apart_by_its_turn(path: Path) -> None:
    twice = {"a.txt": f"{A.replace('[12]', '[12|A]')}\n" * 2 + A.replace("[12]", "[12|B]"), "b.txt": B + " [15|B]"}
    there = today(path, twice)
    log, _ = recorder().decide(load(path), there.conflicts[1], "confirmed")
    assert there.said(log) == ["undecided", "decided confirmed"]


def test_the_latest_decision_counts_and_the_history_stays(path: Path) -> None:
    there = today(path, BEFORE)
    clock = Clock()
    log, first = recorder("Ann", clock).decide(load(path), there.conflicts[0], "dismissed", "typo")
    log, second = recorder("Bea", clock).decide(log, there.conflicts[0], "confirmed")
    standing = there.stand(log).standings[0]
    assert (standing.state, standing.decision, standing.history) == ("decided", second, (first, second))
    log, undo = recorder("Bea", clock).retract(log, second)
    assert there.said(log) == ["decided dismissed"]
    log, _ = recorder("Ann", clock).retract(log, first)
    assert there.said(log) == ["undecided"]
    log, _ = recorder("Ann", clock).retract(log, undo)
    assert there.said(log) == ["decided confirmed"]
    assert len(path.read_text().splitlines()) == 5


def test_a_wrong_clock_elsewhere_hides_no_later_decision(path: Path) -> None:
    there = today(path, BEFORE)
    log, _ = recorder("Ann", Clock(dt.datetime(2099, 1, 1, tzinfo=dt.UTC))).decide(
        load(path), there.conflicts[0], "dismissed"
    )
    log, _ = recorder("Bea").decide(log, there.conflicts[0], "confirmed")
    assert there.said(log) == ["decided confirmed"]


def test_only_flagged_and_undecided_conflicts_need_a_person(path: Path) -> None:
    there = today(path, {"a.txt": A + " [40|B]", "b.txt": B + " [41|B]"})
    log, _ = recorder().decide(load(path), there.conflicts[0], "dismissed", "asked the ministry")
    standings = there.stand(log).standings
    flags = [needs_decision(c, s) for c, s in zip(there.conflicts, standings, strict=True)]
    assert flags == [False, True]
    assert reader_order(there.conflicts, standings) == [1, 0]
    agreed = replace(there.conflicts[1], relation="agree")
    assert not needs_decision(agreed, standings[1])


def test_a_note_decides_nothing(path: Path) -> None:
    there = today(path, BEFORE)
    log, _ = recorder().note(load(path), there.conflicts[0], "asked the ministry")
    log, _ = recorder("Bea").note(log, there.conflicts[0], "they call back")
    (standing,) = there.stand(log).standings
    assert (standing.state, standing.decision) == ("undecided", None)
    assert [note.note for note in standing.notes] == ["asked the ministry", "they call back"]
    assert needs_decision(there.conflicts[0], standing)
    log, _ = recorder().decide(log, there.conflicts[0], "confirmed")
    (standing,) = there.stand(log).standings
    assert (standing.state, len(standing.notes)) == ("decided", 2)
    assert is_confirmed(there.conflicts[0], standing)
    changed = today(path, {"a.txt": A.replace("found", "never found"), "b.txt": B})
    (standing,) = changed.stand(log).standings
    assert (standing.state, len(standing.notes)) == ("reopened", 2)


def test_notes_and_baselines_of_old_logs(path: Path) -> None:
    there = today(path, BEFORE)
    recorder().note(load(path), there.conflicts[0], "asked")
    assert there.said(load(path)) == ["undecided"]
    path.write_text(path.read_text().replace('"note": "asked"', '"note": "baseline: accepted as it stood"'))
    assert there.said(load(path)) == ["decided dismissed"]


def test_a_log_without_sentences_is_read_as_ever(path: Path) -> None:
    log = decided(path)
    record = json.loads(path.read_text())
    for figure in record["figures"]:
        del figure["sentence"], figure["published"]
    path.write_text(json.dumps(record) + "\n")
    later = today(path, {"a.txt": A.replace("coast guard", "navy"), "b.txt": B})
    assert later.said(load(path)) == ["decided dismissed"]
    assert later.said(log)[0].startswith("reopened")


def test_another_date_of_the_text_opens_again(path: Path) -> None:
    log = decided(path)
    later = today(path, {"a.txt": A + " More follows.", "b.txt": B})
    documents = [replace(document, published=dt.date(2031, 5, 19)) for document in later.documents]
    moved = {document.id: document for document in documents}
    figures = [replace(figure, document=moved[figure.document.id]) for figure in later.figures]
    why = review(later.conflicts, log, documents=documents, figures=figures).standings[0].why
    assert why == "dismissed when it was 12 and 15; now a.txt is of 2031-05-19, not of 2031-05-17"


def test_another_reading_of_the_same_text_opens_nothing_and_is_told(path: Path) -> None:
    there = world(BEFORE, base=path.parent, claim="casualties.injured", question="How many were injured?")
    (standing,) = there.stand(decided(path)).standings
    assert standing.state == "decided"
    assert standing.remark == "read as “How many people were killed?” then, as “How many were injured?” now"


@pytest.mark.parametrize("first", [0, 1])
def test_one_clock_far_ahead_moves_no_later_decision(path: Path, first: int) -> None:
    there = today(path, BEFORE)
    now = dt.datetime(2024, 5, 17, tzinfo=dt.UTC)
    clocks = [Clock(now) for _ in range(3)]
    clocks[first] = Clock(dt.datetime(2099, 1, 1, tzinfo=dt.UTC))
    log = load(path)
    for n, clock in enumerate(clocks):
        log, _ = recorder("Ann", clock).decide(log, there.conflicts[0], "dismissed" if n < 2 else "confirmed")
    assert there.said(log) == ["decided confirmed"]
    assert [each.at.year for each in log.decisions] == [2024, 2024, 2024]


def test_baseline_notes_all_that_is_there_in_one_go(path: Path) -> None:
    there = today(path, {"a.txt": A + " [40|B]", "b.txt": B + " [41|B]"})
    log = recorder().baseline(load(path), there.conflicts)
    assert there.said(log) == ["decided dismissed", "decided dismissed"]
    later = today(path, {"a.txt": A + " [40|B]", "b.txt": B + " [42|B]"})
    assert later.said(log)[1].startswith("reopened dismissed: dismissed when it was 40 and 41; now 42 instead of 41")
    assert recorder().baseline(log, []) is log


def test_a_line_is_readable_and_says_everything(path: Path) -> None:
    log = decided(path)
    record = json.loads(path.read_text())
    assert record == {
        "schema": 1,
        "id": log.decisions[0].id,
        "at": "2031-05-17T09:30:01.000000Z",
        "by": "Ann",
        "decision": "dismissed",
        "note": "counted differently",
        "rules": "rules0",
        "claim": "casualties.killed",
        "question": "How many people were killed?",
        "relation": "conflict",
        "sources": [
            {"path": "a.txt", "sha256": log.decisions[0].anchors[0].source.sha256, "outlet": "A"},
            {"path": "b.txt", "sha256": log.decisions[0].anchors[1].source.sha256, "outlet": "B"},
        ],
        "figures": [
            {
                "source": 0,
                "prefix": "sank at dawn off the northern mole. Rescuers found",
                "exact": "12",
                "suffix": "bodies on the beach, the coast guard said.",
                "low": "12",
                "high": "12",
                "kind": "count",
            },
            {
                "source": 1,
                "prefix": "harbour all day long. The hospital has counted",
                "exact": "15",
                "suffix": "dead since morning, a nurse said.",
                "low": "15",
                "high": "15",
                "kind": "count",
            },
        ],
    } | {"figures": record["figures"]}
    assert [each["exact"] for each in record["figures"]] == ["12", "15"]
    assert "line" not in record["figures"][0]
    assert to_line(from_line(path.read_text())) == path.read_text().rstrip("\n")


@pytest.mark.parametrize("note", ["", "Käse – “so”", "two\nlines", "\u2028 and \x85", "lone \udc80", "🌊 <script>"])
def test_notes_come_back_as_they_were(path: Path, note: str) -> None:
    log = decided(path, note=note)
    assert log.decisions[0].note == note.strip()
    assert not log.problems
    assert path.read_bytes().count(b"\n") == 1


BAD_LINES = [
    ("{", "not a decision: not a line of JSON; the line is ignored"),
    ("[1]", "not a decision: not a JSON object; the line is ignored"),
    ('{"schema": 2}', "not a decision: written in schema 2, this factcheck reads schema 1; the line is ignored"),
    (
        '{"schema": 1, "decision": "loved"}',
        "not a decision: unknown decision 'loved'; the line is ignored",
    ),
    (
        '{"schema": 1, "decision": "noted"}',
        "not a decision: incomplete or malformed (KeyError: 'at'); the line is ignored",
    ),
    (
        '{"schema": 1, "decision": "noted", "id": "x", "by": "A", "at": "9999-12-31T23:59:59Z"}',
        "not a decision: its time is out of range; the line is ignored",
    ),
    (
        '{"schema": 1, "decision": "noted", "id": "x", "by": "A", "at": "0001-01-01T00:00:00+14:00"}',
        "not a decision: incomplete or malformed (OverflowError: date value out of range); the line is ignored",
    ),
    (
        '{"schema": 1, "decision": "noted", "id": "x", "by": "A", "at": "2031-01-01T00:00:00"}',
        "not a decision: its time has no zone; the line is ignored",
    ),
    (
        '{"schema": 1, "decision": "noted", "id": "x", "by": "A", "at": "2031-01-01T00:00:00Z", "claim": 3}',
        "not a decision: incomplete or malformed (TypeError: claim is not text); the line is ignored",
    ),
    ("<<<<<<< HEAD", "left over from a merge; the lines around it are read, remove the marker"),
    ("=======", "left over from a merge; the lines around it are read, remove the marker"),
    (">>>>>>> desk", "left over from a merge; the lines around it are read, remove the marker"),
    ("[" * 100_000, "not a decision: not a line of JSON; the line is ignored"),
    ("\x00\x00", "not a decision: not a line of JSON; the line is ignored"),
]


@pytest.mark.parametrize(("line", "what"), BAD_LINES, ids=[row[0][:30] for row in BAD_LINES])
def test_a_bad_line_is_told_and_hides_nothing(path: Path, line: str, what: str) -> None:
    decided(path)
    good = path.read_text()
    path.write_text(line + "\n" + good)
    log = load(path)
    assert [str(each) for each in log.problems] == [f"{path}:1: {what}"]
    assert len(log.decisions) == 1


def test_merges_in_any_order_and_counts_duplicates_once(path: Path) -> None:
    there = today(path, {"a.txt": A + " [40|B]", "b.txt": B + " [41|B]"})
    clock = Clock()
    log, one = recorder("Ann", clock).decide(load(path), there.conflicts[0], "dismissed")
    log, two = recorder("Bea", clock).decide(log, there.conflicts[1], "confirmed")
    lines = path.read_text().splitlines()
    merged = "\n".join(["<<<<<<< ours", lines[1], "=======", lines[0], lines[1], ">>>>>>> theirs", ""])
    again = parse(merged.encode(), path)
    assert again.decisions == (one, two)
    assert [problem.line for problem in again.problems] == [1, 3, 6]


def test_git_merges_two_branches_by_union(path: Path) -> None:
    here = path.parent

    def git(*words: str) -> None:
        settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
        subprocess.run(["git", *settings, *words], cwd=here, check=True, capture_output=True)

    there = today(path, {"a.txt": A + " [40|B]", "b.txt": B + " [41|B]"})
    clock = Clock()
    git("init")
    (here / ".gitattributes").write_text("*.decisions.jsonl merge=union\n")
    path.write_text("")
    git("add", ".")
    git("commit", "-m", "start")
    git("checkout", "-b", "desk")
    recorder("Ann", clock).decide(load(path), there.conflicts[0], "dismissed")
    git("commit", "-am", "Ann")
    git("checkout", "main")
    recorder("Bea", clock).decide(load(path), there.conflicts[1], "confirmed")
    git("commit", "-am", "Bea")
    git("merge", "desk", "-m", "both")
    log = load(path)
    assert not log.problems
    assert there.said(log) == ["decided dismissed", "decided confirmed"]


def test_a_torn_line_costs_nothing_else(path: Path) -> None:
    log = decided(path)
    whole = path.read_bytes()
    for cut in range(len(whole), len(whole) * 2 - 1, 97):
        path.write_bytes((whole + whole)[:cut])
        torn = load(path)
        assert torn.decisions == log.decisions
        expected = [] if cut == len(whole) else ["cut off in the middle of writing"]
        assert [each.what.split(";")[0] for each in torn.problems] == expected
    there = today(path, BEFORE)
    recorder("Bea").decide(load(path), there.conflicts[0], "confirmed")
    after = load(path)
    assert [each.kind for each in after.decisions] == ["dismissed", "confirmed"]
    assert len(after.problems) == 1


def test_a_last_line_without_its_end_is_a_line(path: Path) -> None:
    decided(path)
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert not load(path).problems
    recorder("Bea").decide(load(path), today(path, BEFORE).conflicts[0], "confirmed")
    assert [each.kind for each in load(path).decisions] == ["dismissed", "confirmed"]


def test_windows_line_ends_and_a_byte_order_mark_are_fine(path: Path) -> None:
    decided(path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    log = load(path)
    assert (len(log.decisions), log.problems) == (1, ())
    assert not remove(log, log.decisions).decisions


def test_a_full_disk_is_told_and_loses_nothing(path: Path) -> None:
    log = decided(path)
    before = path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100, hard))
    try:
        with pytest.raises(DecisionsError) as error:
            recorder("Bea").decide(log, today(path, BEFORE).conflicts[0], "confirmed")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert str(error.value) == (
        f"{path}: the decision is NOT saved (earlier ones are safe): File too large;"
        " see to the file or choose another, --decisions"
    )
    assert path.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_no_space_left_is_told(path: Path) -> None:
    with pytest.raises(DecisionsError, match=r"NOT saved.*No space left on device"):
        recorder().decide(Log(Path("/dev/full")), today(path, BEFORE).conflicts[0], "confirmed")


def test_a_folder_that_is_not_there_is_told_before_anything_is_decided(tmp_path: Path) -> None:
    with pytest.raises(DecisionsError, match="cannot be read: there is no such folder"):
        load(tmp_path / "nowhere" / "log.jsonl")


WORDS = st.text(max_size=20)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
SOURCES = st.builds(Source, WORDS, WORDS, st.none() | WORDS.filter(bool), st.none() | WORDS.filter(bool))
ANCHORS = st.builds(
    Anchor, SOURCES, WORDS, WORDS, WORDS, st.none() | WORDS, st.none() | WORDS, WORDS, st.none() | WORDS,
    st.none() | st.tuples(DAYS, DAYS), st.none() | WORDS, st.none() | st.tuples(st.integers(0, 9), st.integers(2, 9)),
)  # fmt: skip
DECISIONS = st.builds(
    Decision,
    id=WORDS,
    at=st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC)),
    by=WORDS,
    kind=st.sampled_from(get_args(DecisionKind)),
    note=WORDS,
    anchors=st.lists(ANCHORS, max_size=4).map(tuple),
)


@given(decision=DECISIONS)
def test_every_decision_comes_back_from_its_line(decision: Decision) -> None:
    line = to_line(decision)
    assert "\n" not in line
    data = line.encode("utf-8", "backslashreplace")
    again = parse(data + b"\n", Path("log"))
    assert (again.decisions, again.problems) == ((decision,), ())


@given(
    data=st.binary()
    | st.lists(st.sampled_from(['{"schema": 1', ', "at":', "0}", "\n", "null", "[", '"x"'])).map(
        lambda parts: "".join(parts).encode()
    )
)
def test_no_log_crashes_the_reader(data: bytes) -> None:
    log = parse(data, Path("log"))
    assert len(log.problems) <= data.count(b"\n") + 1


def test_a_folder_for_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DecisionsError, match="cannot be read: it is not a file"):
        load(tmp_path)


def test_an_interrupted_rewrite_leaves_the_log_as_it_was(path: Path) -> None:
    log = decided(path)
    before = path.read_bytes()
    path.write_bytes(before * 3)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        with pytest.raises(DecisionsError, match="nothing was changed"):
            remove(Log(path), [replace(log.decisions[0], id="other")])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before * 3
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_removing_keeps_what_nobody_can_read(path: Path) -> None:
    log = decided(path)
    recorder("Bea").retract(log, log.decisions[0])
    newer = '{"schema": 7, "id": "from the future"}\n'
    path.write_text(path.read_text() + newer)
    path.chmod(0o640)
    remove(load(path), log.decisions)
    assert path.read_text() == newer
    assert path.stat().st_mode & 0o777 == 0o640


WRITER = """
import sys
from pathlib import Path
from factcheck.decisions import Recorder, load
from factcheck.vocabulary import default_vocabulary
from tests.decision_factories import world
path = Path(sys.argv[1])
conflict = world({"a.txt": "Rescuers found [12] dead.", "b.txt": "A nurse counted [15] dead."}).conflicts[0]
for number in range(15):
    Recorder(sys.argv[2]).note(load(path), conflict, f"note {number} " + "x" * 5000)
"""
PRUNER = """
import sys
from pathlib import Path
from factcheck.decisions import Log, remove
for _ in range(25):
    remove(Log(Path(sys.argv[1])), [])
"""


def test_processes_at_once_lose_nothing(path: Path) -> None:
    root = Path(__file__).parent.parent
    commands = [[sys.executable, "-c", WRITER, str(path), by] for by in ("Ann", "Bea", "Cem")]
    commands.append([sys.executable, "-c", PRUNER, str(path)])
    running = [subprocess.Popen(command, cwd=root) for command in commands]
    assert [process.wait(60) for process in running] == [0, 0, 0, 0]
    log = load(path)
    assert not log.problems
    assert {(each.by, each.note.split(" x")[0]) for each in log.decisions} == {
        (by, f"note {number}") for by in ("Ann", "Bea", "Cem") for number in range(15)
    }


def test_split_holds_and_lets_the_undecided_follow_their_links(path: Path) -> None:
    there = today(path, {"a.txt": A, "b.txt": B, "d.txt": D})
    group = there.conflicts[0].group
    log, _ = recorder().split(load(path), there.conflicts[0], [group.claims[1]], "another ferry")
    for texts in (
        {"a.txt": A, "b.txt": B, "d.txt": D},
        {"x/a.txt": A, "b.txt": B.replace("[15]", "[16]") + " More.", "d.txt": D},
    ):
        now = today(path, texts)
        groups = [each.group for each in now.conflicts]
        corrected = apply_corrections(groups, now.claims, log, documents=now.documents)
        parts = [[claim.figure.document.id for claim in each.claims] for each in corrected.groups]
        assert parts == [["d1", "d3"]]  # d2 stands alone
        assert not corrected.stale


def test_the_same_passage_twice_is_split_by_its_turn_or_not_at_all(path: Path) -> None:
    there = today(path, {"a.txt": f"{A}\n{A}\n{A}", "b.txt": B})
    log, _ = recorder().split(load(path), there.conflicts[0], there.claims[:1])
    corrected = apply_corrections([there.conflicts[0].group], there.claims, log, documents=there.documents)
    assert [each.claims for each in corrected.groups] == [there.claims[1:]]
    more = today(path, {"a.txt": f"{A}\n{A}\n{A}\n{A}", "b.txt": B})
    corrected = apply_corrections([more.conflicts[0].group], more.claims, log, documents=more.documents)
    assert [each.claims for each in corrected.groups] == [more.claims]
    assert [each.why for each in corrected.stale] == ["its figures can no longer be told from others"]


def test_join_holds(path: Path) -> None:
    texts = {
        "a.txt": A,
        "c.txt": A.replace("[12]", "[14]"),
        "b.txt": B.replace("[15]", "[15|B]"),
        "d.txt": D.replace("[19]", "[19|B]"),
    }
    there = today(path, texts)
    one, two = (conflict.group for conflict in there.conflicts)
    log, decision = recorder().join(load(path), one.claims, two.claims)
    corrected = apply_corrections([one, two], there.claims, log, documents=there.documents)
    (joined,) = corrected.groups
    assert [claim.figure.text for claim in joined.claims] == ["12", "14", "15", "19"]
    assert joined.links[-1].evidence[0].level == "the same claim, says Ann, 2031-05-17"
    log, _ = recorder().retract(log, decision)
    assert apply_corrections([one, two], there.claims, log, documents=there.documents).groups == (one, two)


def test_join_ends_the_doubt_within_a_claim(path: Path) -> None:
    there = today(path, {"a.txt": A, "b.txt": B})
    one, two = there.claims
    ids = one.figure.id, two.figure.id
    group = replace(there.conflicts[0].group, confidence=0.4, bits={ids: -0.8})
    vocabulary = default_vocabulary()
    assert compare_group(group, vocabulary).relation == "compatible"
    log, _ = recorder().join(load(path), [one], [two])
    (joined,) = apply_corrections([group], there.claims, log, documents=there.documents).groups
    assert not joined.doubtful
    assert compare_group(joined, vocabulary).relation in FLAGS


def test_join_takes_in_figures_that_stood_alone(path: Path) -> None:
    there = today(path, {"a.txt": A, "b.txt": B})
    claims = there.claims
    log, _ = recorder().join(load(path), claims[:1], claims[1:])
    (joined,) = apply_corrections([], claims, log, documents=there.documents).groups
    assert joined.claims == claims


def test_a_correction_that_fits_nothing_is_stale(path: Path) -> None:
    there = today(path, BEFORE)
    log, decision = recorder().split(load(path), there.conflicts[0], [there.claims[1]])
    now = today(path, {"a.txt": A, "b.txt": "All quiet."})
    corrected = apply_corrections([now.conflicts[0].group], now.claims, log, documents=now.documents)
    assert [(each.decision, each.why) for each in corrected.stale] == [
        (decision, "its figures no longer stand in one claim with others")
    ]


def test_who_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FACTCHECK_BY", " Desk ")
    assert whoami(tmp_path) == "Desk"
    monkeypatch.delenv("FACTCHECK_BY")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "Ann Example")
    assert whoami(tmp_path) == "Ann Example"
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("LOGNAME", "ann")
    assert whoami(tmp_path) == "ann"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (list("abcdefg"), "a, b, c, d and 3 more"),
    ],
)
def test_lists_read_as_english(words: list[str], said: str) -> None:
    assert listed(words) == said


def test_numbers_are_told_once(path: Path) -> None:
    there = today(path, {"a.txt": A + " [12]", "b.txt": B})
    _, decision = recorder().decide(load(path), there.conflicts[0], "confirmed")
    assert numbers(decision.anchors) == "12 and 15"
    assert tidy("a\n “b” – c") == 'a "b" - c'


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("At least 12|at least 12", "at least 12"),
        ("Twelve|15", "twelve and 15"),
        ("EUR 5|Rs 50|US$5|No fewer than 3", "EUR 5, Rs 50, US$5 and no fewer than 3"),
    ],
)
def test_numbers_are_told_as_inside_a_sentence(written: str, told: str, path: Path) -> None:
    there = today(path, {"a.txt": A, "b.txt": B})
    _, decision = recorder().decide(load(path), there.conflicts[0], "confirmed")
    anchors = [replace(decision.anchors[0], exact=exact) for exact in written.split("|")]
    assert numbers(anchors) == told
