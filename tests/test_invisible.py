"""What nobody sees: a soft hyphen is nothing, the rest a break; shown wherever it stands in a figure or a quote."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.cli import main
from factcheck.invisible import UNSEEN, plain
from factcheck.reports import FORMATS
from factcheck.reports.text import safe_json, visible
from factcheck.spans import Span

SHY, ZERO_WIDTH, TAG, BIDI, JOINER, LEFT_TO_RIGHT = "\u00ad", "\u200b", "\U000e0031", "\u202e", "\u2060", "\u200e"
RAW = re.compile(f"[\x7f-\x9f\u2028\u2029{UNSEEN}]")

READ = [
    # (text, each figure as written, the least that its words commit to)
    (f"At least 1{SHY}200 people were killed.", [(f"At least 1{SHY}200", 1200)]),
    (f"At least 1,{SHY}200 people were killed.", [(f"At least 1,{SHY}200", 1200)]),
    (f"Some fif{SHY}teen mil{SHY}lion people fled.", [(f"Some fif{SHY}teen mil{SHY}lion", 12_000_000)]),
    (f"{SHY}12{SHY} people and 3{SHY}{SHY}4 dogs were found.", [("12", 12), (f"3{SHY}{SHY}4", 34)]),
    *(
        (f"It held 12{mark}345 birds.", [("12", 12), ("345", 345)])
        for mark in (ZERO_WIDTH, TAG, BIDI, JOINER, LEFT_TO_RIGHT)
    ),
    (f"It held 12{ZERO_WIDTH}million birds.", [(f"12{ZERO_WIDTH}million", 11_500_000)]),
    (f"It held {BIDI}12\u202c birds.", [("12", 12)]),
]


@pytest.mark.parametrize(("text", "figures"), READ, ids=[ascii(text) for text, _ in READ])
def test_read_as_a_careful_person_would(text: str, figures: list[tuple[str, int]]) -> None:
    found = factcheck.extract(text)
    assert found.faults == ()
    assert [(figure.text, int(figure.quantity.hard.low or 0)) for figure in found.figures] == figures


def test_words_are_read_and_every_place_is_one_of_the_text_as_it_is() -> None:
    text = f"At least 1{SHY}200 peo{SHY}ple were kil{SHY}led in Ka{SHY}bul, the po{SHY}lice said on Sun{SHY}day."
    (figure,) = factcheck.extract(text).figures
    context = figure.context
    assert figure.document.text == figure.sentence_text == text
    assert context.counted is not None
    assert context.action is not None
    assert context.speaker is not None
    assert (context.counted.text, context.action.lemma, context.speaker.text) == ("people", "kill", "the police")
    spans = [context.counted.span, context.action.span, context.speaker.span]
    assert [span and span.of(text) for span in spans] == [f"peo{SHY}ple", f"kil{SHY}led", f"the po{SHY}lice"]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(st.sampled_from(f"12 a,.\n{SHY}{ZERO_WIDTH}{BIDI}"), max_size=30))
def test_places_of_any_text(text: str) -> None:
    shown = plain(text)
    if shown is None:
        assert not re.search(f"[{UNSEEN}]", text)
        return
    assert SHY not in shown.text
    assert len(shown.text) == len(text.replace(SHY, ""))
    for at, mark in enumerate(shown.text):
        span = shown.back(Span(at, at + 1))
        assert span.of(text) == mark or (mark == " " and re.fullmatch(f"[{UNSEEN}]", span.of(text)))
        assert shown.there(span.start) == at


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"1{SHY}2", "1[U+00AD]2"),
        (f"1{ZERO_WIDTH}2", "1[U+200B]2"),
        (f"kil{TAG}led", "kil[U+E0031]led"),
        (f"1{LEFT_TO_RIGHT}2", "1[U+200E]2"),
        (f"a {BIDI}b", "a [U+202E]b"),
        ("נמצאו \u200f12 גופות", "נמצאו \u200f12 גופות"),  # as Hebrew is written
        ("می\u200cخواهم", "می\u200cخواهم"),  # as Persian is
        ("👩\u200d👧 ❤\ufe0f", "👩\u200d👧 ❤\ufe0f"),
    ],
)
def test_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("format_", ["table", "markdown"])
def test_shown_between_two_figures(tmp_path: Path, format_: str) -> None:
    """Where a quote is cut at its figure, the mark beside it hides in a number still."""
    for name, said in (("a", f"12{LEFT_TO_RIGHT}345 birds, the warden"), ("b", "13 birds, the mayor")):
        (tmp_path / f"{name}.txt").write_text(f"Birds\n2031-03-04\n\nThe marsh of Sorn held {said} said.\n")
    result = CliRunner().invoke(main, ["scan", str(tmp_path), "--format", format_, "--all"])
    assert "U+200E" in result.stdout
    assert LEFT_TO_RIGHT not in result.stdout


def test_every_mark_without_a_shape_is_known() -> None:
    """All that Unicode calls a format character, but for those with a shape and those that go before digits."""
    shaped = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
    others = {*range(0x13430, 0x13440), *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B)}  # of their own scripts
    formats = {code for code in range(0x110000) if unicodedata.category(chr(code)) == "Cf"}
    assert {code for code in formats - shaped - others if plain(chr(code)) is None} == set()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, number, who in (("a", f"1{SHY}4", "coast guard"), ("b", "9", "navy")):
        text = f"{number} people were killed when a fer{BIDI}ry sank o{ZERO_WIDTH}ff So{TAG}rn\x9b31m, the {who} said."
        (tmp_path / f"{name}.txt").write_text(f"Ferry sinks\n2031-03-04\n\n{text}\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", FORMATS)
def test_every_report_shows_them_and_holds_none(here: Path, name: str) -> None:
    result = CliRunner().invoke(main, ["scan", ".", "--format", name, "--all"])
    assert result.exit_code in (0, 1), result.output
    assert not RAW.search(result.stdout)
    plainly = re.sub(r"&#91;|\\\[", "[", re.sub(r"&#93;|\\\]", "]", result.stdout))
    wanted = [SHY, ZERO_WIDTH, BIDI, TAG] if name != "github" else [SHY]
    for mark in wanted:
        escaped = json.dumps(mark)[1:-1]
        assert f"[U+{ord(mark):04X}]" in plainly or (name in ("json", "jsonl") and escaped in plainly), ascii(mark)


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_gives_the_text_back(here: Path, name: str) -> None:
    result = CliRunner().invoke(main, ["scan", ".", "--format", name])
    records = (
        [json.loads(line) for line in result.stdout.splitlines()] if name == "jsonl" else [json.loads(result.stdout)]
    )
    figures = [each for each in records if each.get("record") == "figure"] or records[0]["figures"]
    assert figures[0]["text"] == figures[0]["number"] == f"1{SHY}4"
    assert BIDI in figures[0]["sentence"]


@given(st.text(max_size=40))
def test_safe_json_says_the_same(text: str) -> None:
    made = safe_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(made) == text
    assert not RAW.search(made)
