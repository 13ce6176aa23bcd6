"""Where a figure stands, in the reader's terms: line, page, time stamp, row, entry, section; in every report."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.documents import document_from_text
from factcheck.reports import FORMATS
from tests.article_files import HERALD, MANY, ONE, WIRE

# A file of a format, how a report names a place in it, how JSON does.
PLACES = [
    (".txt", r"a\.txt:4", "line 4"),
    (".pdf", r"a\.pdf, page 1", "page 1"),
    (".srt", r"a\.srt, 0:00:00", "0:00:00"),
    (".csv", r"a\.csv, row 2", "row 2"),
    (".rss", r"a\.rss, entry 1", "entry 1"),
    (".mbox", r"a\.mbox, entry 1", "entry 1"),
]
LINES = ("github", "sarif")  # what points into lines of files
DIGEST = """\
Ferry sinks
2031-03-04

At least 14 people were killed, the coast guard said.

Key points from the Herald

- 12 people were killed, according to the mayor.

Key points from the Wire

- 16 people were killed, according to the ministry.
"""


def scan(folder: Path, end: str, form: str) -> str:
    if end in ONE:
        ONE[end][0](folder / f"a{end}", HERALD)
        ONE[end][0](folder / f"b{end}", WIRE)
    else:
        MANY[end][0](folder / f"a{end}")
    names = sorted(str(path) for path in folder.iterdir())
    result = CliRunner().invoke(
        main, ["scan", *names, "-f", form, "--date", "2031-03-04", "--width", "140", "--exit-zero"]
    )
    assert result.exit_code == 0, result.output
    return result.stdout.replace(f"{folder}/", "")


@pytest.mark.parametrize(("end", "shown", "where"), PLACES)
@pytest.mark.parametrize("form", ["table", "markdown", "wikitable", "html"])
def test_reports(tmp_path: Path, end: str, shown: str, where: str, form: str) -> None:
    assert re.search(shown, scan(tmp_path, end, form)), form


@pytest.mark.parametrize(("end", "shown", "where"), PLACES)
def test_data(tmp_path: Path, end: str, shown: str, where: str) -> None:
    figures = json.loads(scan(tmp_path, end, "json"))["figures"]
    assert next(figure["where"] for figure in figures if figure["text"] == "At least 14") in (where, "line 4")
    assert f",{where}," in scan(tmp_path, end, "csv") or end == ".txt"


@pytest.mark.parametrize("end", [".pdf", ".srt", ".csv"])
def test_no_line_is_told_where_a_file_has_none(tmp_path: Path, end: str) -> None:
    assert ",line=" not in scan(tmp_path, end, "github").partition("::notice")[0]
    assert '"startLine"' not in scan(tmp_path, end, "sarif")
    assert set(LINES) <= set(FORMATS)


def test_the_sections_of_a_digest_are_places(tmp_path: Path) -> None:
    document = document_from_text(DIGEST)
    told = {words: document.section(document.text.index(words)) for words in ("At least", "12 people", "16 people")}
    assert told == {
        "At least": None,
        "12 people": "Key points from the Herald",
        "16 people": "Key points from the Wire",
    }
    (tmp_path / "a.txt").write_text(DIGEST)
    result = CliRunner().invoke(main, ["scan", str(tmp_path), "-f", "json", "--exit-zero"])
    sections = {figure["text"]: figure["section"] for figure in json.loads(result.stdout)["figures"]}
    assert sections == {"At least 14": None, "12": "Key points from the Herald", "16": "Key points from the Wire"}
    explained = CliRunner().invoke(main, ["explain", f"{tmp_path}/a.txt:12"]).stdout
    assert re.search(r"section +Key points from the Wire", explained)


def test_standard_input_at_a_terminal_says_how_to_end() -> None:
    pytest.importorskip("pyte")
    from tests.pseudo_terminal import PseudoTerminal

    with PseudoTerminal.python("-m", "factcheck", "scan", "-", "--figures", columns=100) as terminal:
        terminal.until("reading standard input; end it with Control-D on a line of its own")
        terminal.type("At least 14 people were killed when the ferry sank off Port Tarn.\r\x04")
        terminal.until("At least 14")
        assert terminal.ended() == 0
