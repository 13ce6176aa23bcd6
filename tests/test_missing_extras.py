"""Without the libraries of an extra: one line with a command that installs them, and all the rest is read."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.documents.readers import READERS
from tests.article_files import HERALD, MANY, ONE

ROOT = Path(__file__).parent.parent
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
# The ending of a file, the library that is missing, the module that stands on it, the extra that brings it.
MISSING = [
    (".html", "trafilatura", "html", "web"),
    (".mhtml", "trafilatura", "mhtml", "web"),
    (".rss", "feedparser", "feeds", "web"),
    (".pdf", "pypdfium2", "pdf", "pdf"),
    (".docx", "docx", "docx", "office"),
    (".odt", "lxml", "odt", "office"),
    (".srt", "webvtt", "subtitles", "subtitles"),
    (".vtt", "webvtt", "subtitles", "subtitles"),
    (".warc", "warcio", "warc", "warc"),
    (".wacz", "warcio", "warc", "warc"),
    (".parquet", "pyarrow", "parquet", "parquet"),
]


def without(monkeypatch: pytest.MonkeyPatch, library: str, module: str) -> None:
    for name in [name for name in sys.modules if name == library or name.startswith(f"{library}.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    for part in {module, "pdftext", "html"}:
        monkeypatch.delitem(sys.modules, f"factcheck.documents.readers.{part}", raising=False)


@pytest.mark.parametrize(("end", "library", "module", "extra"), MISSING)
def test_one_line_with_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str, library: str, module: str, extra: str
) -> None:
    if end in ONE:
        ONE[end][0](tmp_path / f"a{end}", HERALD)
    else:
        MANY[end][0](tmp_path / f"a{end}")
    (tmp_path / "b.txt").write_text(HERALD.text)
    monkeypatch.chdir(tmp_path)
    without(monkeypatch, library, module)
    result = CliRunner().invoke(main, ["scan", "."])
    assert result.exit_code == 3
    assert result.stdout.startswith("1 document · ")
    line, *more = result.stderr.splitlines()
    assert len(more) == (end == ".wacz")  # it holds two archives
    inside = r"/archive/\d\.warc" if end == ".wacz" else ""
    assert re.match(
        rf"factcheck: a{re.escape(end)}{inside}: not read: [\w ]+ needs the package {library}; install it: ", line
    )
    assert set(re.findall(r"'([^']+)'", line)) == {each.replace("_", "-") for each in EXTRAS[extra]}
    told = CliRunner().invoke(main, ["formats"]).stdout
    assert any(end in row and "pip install" in row for row in told.splitlines())


def test_every_extra_of_a_reader_is_one_of_the_project() -> None:
    extras = {reader.extra for reader in READERS.values() if reader.extra}
    assert extras == {extra for *_, extra in MISSING}
    for extra in extras:
        assert extra == "parquet" or set(EXTRAS[extra]) <= set(EXTRAS["files"])
        assert set(EXTRAS[extra]) <= set(EXTRAS["dev"])


def test_a_page_inside_an_export_needs_web(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_text('text,date\n"<p>12 died.</p><p>Nine were hurt.</p>",2031-03-04\n')
    without(monkeypatch, "lxml", "markup")
    monkeypatch.delattr("factcheck.documents.readers.markup", raising=False)
    result = CliRunner().invoke(main, ["scan", str(tmp_path / "a.csv")])
    assert "a table needs the package lxml; install it: pip install 'feedparser" in result.stderr


@pytest.mark.parametrize("name", ["text", "csv", "json", "jsonl", "eml", "mbox", "zip", "gz", "tar"])
def test_the_base_reads_what_needs_nothing(name: str) -> None:
    assert READERS[name].extra == ""
