"""explain: every number seen, what it was read as and why, or why it is no figure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.explain import explain_line, explain_text
from factcheck.reports.explained import render
from factcheck.ruleset import load_ruleset
from factcheck.scan import scan

SENTENCE = "On 3 May at least 12 people were killed near Lviv, the mayor said, and F-16 jets shot down 52 of 80 drones."
ARTICLE = "Ferry sinks\n2031-03-04\n{} people were killed when the ferry Marisol sank off Port Tarn on Monday.\n"


def explain(*args: str) -> str:
    result = CliRunner(env={"COLUMNS": "80"}).invoke(main, ["explain", *args])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_every_number_is_told_in_order() -> None:
    heads = [line for line in explain(SENTENCE).splitlines() if line.startswith("“")]
    assert [re.sub(r": .*", "", head) for head in heads] == [
        "“3” is not a figure",
        "“at least 12” is a figure",
        "“F-16” is not a figure",
        "“52” is a figure",
        "“80” is a figure",
    ]


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("kind", "count, at least"),
        ("commits to", "12 or more"),
        ("expected", "12 to 18"),
        ("counted", "people (head: person)"),
        ("action", "kill (the counted are its object)"),
        ("speaker", "the mayor"),
        ("modality", "actual"),
        ("cues", "counted: “people”"),
        ("question", "How many people were killed"),
        ("rule", "casualties.killed (rules/casualties.toml:"),
    ],
)
def test_what_is_told_of_a_figure(label: str, says: str) -> None:
    part = explain(SENTENCE).split("\n\n")[1]
    assert re.search(rf"^  {label} +{re.escape(says)}", part, re.M), part


def test_a_part_names_its_whole() -> None:
    assert re.search(r"^  part of +“80” \(line 1\)", explain(SENTENCE), re.M)


@pytest.mark.parametrize(
    ("sentence", "nearest"),
    [
        ("The crew planted 14 roses.", r"^  nearest +bombs\.dropped: passes kind; fails at\s+words: "),  # bombs are too
        ("The striker scored 3 goals.", None),  # no rule has a word of it
    ],
)
def test_the_nearest_rules_have_something_of_it(sentence: str, nearest: str | None) -> None:
    text = explain(sentence)
    assert re.search(r"^  rule +none matches: a generic claim$", text, re.M)
    assert bool(re.search(nearest, text, re.M)) if nearest else "nearest" not in text


def test_rules_that_came_with_the_tool_are_named_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "casualties.killed (factcheck's rules/casualties.toml:" in explain("The quake killed 12 people.")
    (tmp_path / "rules").mkdir()
    rule = '[claim.geese]\nquestion = "How many geese were tagged?"\ncounted = ["goose"]\n'
    (tmp_path / "rules" / "geese.toml").write_text(rule)
    assert "geese (rules/geese.toml:1)" in explain("Rangers tagged 12 geese.")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [("Turnout was 61%.", "percent"), ("It cost $5.", "money of dollar"), ("They met 12 people.", "count")],
)
def test_the_kind_names_a_unit_that_adds_to_it(sentence: str, kind: str) -> None:
    assert re.search(rf"^  kind +{kind}$", explain(sentence), re.M)


def test_no_number_at_all() -> None:
    assert explain("Nothing happened.") == "No digits or number words here.\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name, dead in (("a", 14), ("b", 9)):
        (tmp_path / f"{name}.txt").write_text(ARTICLE.format(dead))
    return tmp_path


def test_a_line_tells_its_group(place: Path) -> None:
    text = explain(f"{place / 'a.txt'}:3")
    assert text.startswith("“14” is a figure: 14\n")
    assert re.search(r"^  group +g1, 2 figures, conflict: How many people were", text, re.M)
    joined = " ".join(text[text.index("  joined") : text.index("  stands")].split())
    assert re.fullmatch(r"joined with “9 people” \(.+b\. ?txt:3\), \d+% sure\. For it: .+", joined), joined
    assert not re.search(r"[+-]\d\.\d|prior", joined)
    assert re.search(r"^  stands +to “9”", text, re.M)


def test_a_line_alone(place: Path) -> None:
    text = explain(f"{place / 'a.txt'}:3", str(place / "a.txt"))
    assert re.search(r"^  group +none: it was joined with no other figure$", text, re.M)


def test_the_nearest_that_were_not_joined_are_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Riot in Tarn\n2031-03-04\nPolice in Tarn arrested 310 people on Monday.\n")
    (tmp_path / "b.txt").write_text(
        "Riot in Tarn\n2031-03-04\nThe riot in Tarn cost shops 240 windows, a baker said on Tuesday.\n"
    )
    text = " ".join(explain(f"{tmp_path / 'a.txt'}:3").split())
    assert re.search(r"group none: it was joined with no other figure", text)
    assert re.search(r"not joined “240 windows” \(.*b\. ?txt:3\): (kept apart because \w|only \d+% sure)", text), text
    assert re.search(r"\. One (counts people|says “arrested”), the other [^.]+\. document ", text), text


def test_a_share_in_words_is_near_to_a_percentage(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Flood in Tarn\n2031-03-04\nHalf of the barns in Tarn were lost.\n")
    (tmp_path / "b.txt").write_text("Poll in Osk\n2031-03-04\nSome 41% of voters in Osk like the mayor.\n")
    text = " ".join(explain(f"{tmp_path / 'a.txt'}:3").split())
    assert "not joined “Some 41% of voters" in text or "not joined “41% of voters" in text or "“Some 41%" in text, text


def test_a_line_with_its_column(place: Path) -> None:
    assert explain(f"{place / 'a.txt'}:3:1") == explain(f"{place / 'a.txt'}:3")


def test_a_line_that_holds_none(place: Path) -> None:
    assert explain(f"{place / 'a.txt'}:1") == "No digits or number words here.\n"


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("none.txt:3", "factcheck: none.txt: no such file; check the path, or put a sentence in quotes\n"),
        ("a.txt", "factcheck: a.txt: which line of it?; add :LINE, as in a.txt:1\n"),
        ("a.txt:9", "factcheck: a.txt: there is no line 9; its last line is 4\n"),
        ("a.txt:0", "factcheck: a.txt: there is no line 0; its last line is 4\n"),
    ],
)
def test_wrong_places(place: Path, monkeypatch: pytest.MonkeyPatch, what: str, message: str) -> None:
    monkeypatch.chdir(place)
    result = CliRunner().invoke(main, ["explain", what])
    assert (result.exit_code, result.stderr) == (2, message)


def test_it_is_the_reading_of_the_scan() -> None:
    ruleset = load_ruleset()
    found = scan(["seeds"], ruleset)
    assert len(found.figures) > 40
    for document in found.documents:
        for line in {figure.line for figure in found.figures if figure.document.id == document.id}:
            traces = explain_line(found, document, line)
            assert [t.figure for t in traces if t.figure] == [
                f for f in found.figures if f.document.id == document.id and f.line == line
            ]


@pytest.mark.parametrize("width", [60, 80, 100])
def test_it_fits(width: int) -> None:
    ruleset = load_ruleset()
    text = render(explain_text(SENTENCE, ruleset), ruleset, width)
    assert [line for line in text.splitlines() if len(line) > width] == []
