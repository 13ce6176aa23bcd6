"""Bad input: one clear line with the place and what to do, the right exit code, and the rest still runs."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main
from factcheck.figures import Extraction
from factcheck.scan import Work
from factcheck.vocabulary import default_vocabulary

GOOD = "Ferry sinks\n2031-03-04\nAt least 14 people were killed, the coast guard said.\n"
WORDS = "Forty families – “at once” – left the café on Friday, and 12 people were hurt."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "good.txt").write_text(GOOD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def scan(*args: str) -> tuple[Result, dict[str, object]]:
    result = CliRunner().invoke(main, ["scan", "--format", "json", *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result, json.loads(result.stdout)


BROKEN: list[tuple[str, bytes | None, str]] = [
    # (path, its bytes or None for a folder or nothing, what is said)
    ("empty/", None, "no files in this folder that can be read; `factcheck formats` lists those that can"),
    ("missing.txt", None, "no such file or folder; check the path"),
    ("miss*.txt", None, "no file matches this pattern; check it, or name the folder"),
    ("program.txt", bytes(range(256)) * 64, "a binary file, not text; save it as UTF-8 text"),
    ("mine.toml", b"[claim.x]\n", '".toml" files are not read; for a folder of rules: --rules'),
    ("picture.png", b"\x89PNG\r\n\x1a\n", '".png" files are not read; save the text as .txt or .md'),
    ("report.txt", b"%PDF-1.4\n", "broken as a PDF; save it anew, or save its text"),
    ("nothing.txt", b"", "empty; there is nothing to read in it"),
    ("unmarked.txt", WORDS.encode("utf-16-le"), "UTF-16 without its byte-order mark"),
    ("odd.txt", b"\xff\xfe\x00", "marked as UTF-16 but broken at byte 0; save it as UTF-8 text"),
    (
        "cyrillic.txt",
        "Сорок семей покинули дома".encode("koi8-r"),
        "unknown encoding: byte 0 (0xf3) is not UTF-8, and as",
    ),
]


@pytest.mark.parametrize(("path", "data", "why"), BROKEN, ids=[row[0] for row in BROKEN])
def test_what_cannot_be_read(here: Path, path: str, data: bytes | None, why: str) -> None:
    if path.endswith("/"):
        (here / path).mkdir()
    elif data is not None:
        (here / path).write_bytes(data)
    result, found = scan("good.txt", path.rstrip("/"))
    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(f"factcheck: {path.rstrip('/')}: not read: {why}")
    assert "; " in result.stderr
    assert [document["path"] for document in found["documents"]] == ["good.txt"]  # type: ignore[attr-defined]
    assert len(found["figures"]) == 1  # type: ignore[arg-type]
    assert [problem["path"] for problem in found["unread"]] == [path.rstrip("/")]  # type: ignore[attr-defined]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_can_be_read_in_silence(here: Path, encoding: str) -> None:
    (here / "a.txt").write_bytes(WORDS.encode(encoding))
    result, found = scan("a.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [figure["text"] for figure in found["figures"]] == ["Forty", "12"]  # type: ignore[attr-defined]


def test_windows_text_is_read_and_told(here: Path) -> None:
    (here / "a.txt").write_bytes(WORDS.encode("cp1252"))
    result, found = scan("a.txt")
    assert result.exit_code == 0
    assert result.stderr == (
        "factcheck: a.txt: byte 15 (0x96) is not UTF-8: read as Windows-1252; save it as UTF-8 if letters look wrong\n"
    )
    assert [figure["text"] for figure in found["figures"]] == ["Forty", "12"]  # type: ignore[attr-defined]


def test_a_line_of_fifty_megabytes(here: Path) -> None:
    (here / "long.txt").write_bytes(b"12 people were hurt and 7 killed in it, " * 1_250_000)
    start = time.perf_counter()
    result, found = scan("good.txt", "long.txt")
    assert result.exit_code == 3
    assert result.stderr == (
        "factcheck: long.txt: not read: 50.0 MB is more than the 20 MB one document may have; split it into articles\n"
    )
    assert len(found["figures"]) == 1  # type: ignore[arg-type]
    assert time.perf_counter() - start < 20


LONG = [
    # (what a long line is made of, how often)
    ("The mayor said 12 people were hurt. ", 1_000),
    ("12 ", 4_000),
    ("x", 300_000),
    ("1", 100_000),
    ("1,", 8_000),
    ("one hundred and ", 2_000),
    ("“", 50_000),
    ("(", 50_000),
    ("$5 million to ", 2_000),
    (" and\u00a0", 30_000),
    ("dozens of ", 2_000),
    ("12.", 5_000),
    ("a-", 60_000),
    ("said ", 20_000),
]


@pytest.mark.parametrize(("piece", "times"), LONG, ids=[repr(piece) for piece, _ in LONG])
def test_long_lines_take_time_in_proportion(here: Path, piece: str, times: int) -> None:
    (here / "a.txt").write_text("12 were hurt: " + piece * times)
    start = time.process_time()
    (extraction,) = Work(default_vocabulary()).extract("a.txt")
    assert isinstance(extraction, Extraction), extraction
    assert time.process_time() - start < 15


RULES = [
    # (file, text, what is said about it)
    ("a.toml", "[claim.x\n", r"more/a\.toml:1:\d+: .*; "),
    (
        "a.toml",
        '[claim.x]\nquestoin = "How many?"\n',
        r'more/a\.toml:2:1: unknown key "questoin"; did you mean "question"\?',
    ),
    ("a.toml", "\xff", r"more/a\.toml:1:1: not UTF-8 text; save the file as UTF-8"),
    ("a.toml", "claim = 3\n", r"more/a\.toml:1:\d+: .*; "),
]


@pytest.mark.parametrize(("name", "text", "told"), RULES)
def test_broken_rules(here: Path, name: str, text: str, told: str) -> None:
    (here / "more").mkdir()
    (here / "more" / name).write_bytes(text.encode("latin-1"))
    result, found = scan("good.txt", "--rules", "more")
    assert result.exit_code == 2
    assert re.search("^factcheck: " + told, result.stderr, re.M), result.stderr
    assert len(found["figures"]) == 1  # type: ignore[arg-type]


EVIL = "\x1b]0;owned\x07At least \u202e12\u202c people \x1b[2Jwere killed\x9b31m, the mayor said.\r\n"


def test_no_document_gives_the_terminal_orders(here: Path) -> None:
    (here / "evil\x1b[31m.txt").write_text(EVIL, newline="")
    (here / "b.txt").write_text(EVIL.replace("12", "15"), newline="")
    for args, shown in (
        (["scan", ".", "--all"], "3 documents"),
        (["scan", ".", "--figures"], "evil␛[31m"),
        (["explain", "b.txt:1"], "15"),
        (["scan", ".", "\x1b[2J.txt"], "␛[2J.txt: not read"),
    ):
        result = CliRunner().invoke(main, args)
        assert result.exit_code in (0, 1, 3), result.output
        assert shown in result.output
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", result.output), args


@pytest.mark.parametrize(
    "text", ["", "\n", "12", "\ufeff12", "\x00", "½", "١٢ people", "12" * 5000, "١" * 900, "𝟏𝟐 people"]
)
def test_explain_takes_anything(text: str) -> None:
    result = CliRunner().invoke(main, ["explain", "--", text])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception


@pytest.mark.parametrize(
    "name", ["a b.txt", "ü.txt", "-dash.txt", "a:12.txt", "*.txt", "[a].txt", "'.txt", "no suffix", "2031-03-04"]
)
def test_odd_names(here: Path, name: str) -> None:
    (here / name).write_text(GOOD)
    result, found = scan("--", name)
    assert result.exit_code == 0, result.stderr
    assert name in [document["path"] for document in found["documents"]]  # type: ignore[attr-defined]


def test_a_name_that_is_no_text(here: Path) -> None:
    path = bytes(here) + b"/b\xff.txt"
    Path(path.decode("utf-8", "surrogateescape")).write_text(GOOD.replace("14", "13"))
    result, found = scan(".")
    assert result.exit_code in (0, 1)
    assert [document["path"] for document in found["documents"]] == ["b\\xff.txt", "good.txt"]  # type: ignore[attr-defined]
