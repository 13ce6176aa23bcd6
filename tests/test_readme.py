"""The README is true: its transcript is what the command prints, its Python runs, its commands exist.

python -m tests.test_readme     # write the transcript anew
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.reports import FORMATS

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TRANSCRIPT = re.compile(
    r"(<!-- transcript: factcheck (?P<command>.+) -->\n```text\n)(?P<text>.*?)(```\n<!-- end of transcript -->)", re.S
)
PYTHON = re.compile(r"```python\n(.*?)```", re.S)


def output(command: str) -> str:
    """What a command prints in 80 columns, run in the project's folder."""
    with contextlib.chdir(ROOT):
        return CliRunner(env={"COLUMNS": "80", "NO_COLOR": "1"}).invoke(main, shlex.split(command)).stdout


def test_the_transcript_is_real() -> None:
    found = TRANSCRIPT.search(README.read_text())
    assert found is not None
    assert found["text"] == output(found["command"]), "run: python -m tests.test_readme"


def test_both_commands_come_first() -> None:
    first = re.search(r"```sh\n(.*?)```", README.read_text(), re.S)
    assert first is not None
    targets = [line.split("#")[0].strip() for line in first[1].splitlines()]
    assert targets == ["make scan", "make test"]
    makefile = (ROOT / "Makefile").read_text()
    assert all(re.search(rf"^{target.split()[1]}:", makefile, re.M) for target in targets)


def test_it_says_where_the_command_is() -> None:
    before, _, _ = README.read_text().partition("<!-- transcript")
    assert ". .venv/bin/activate" in before
    assert ".venv/bin/factcheck" in before


def test_python_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        for block in PYTHON.findall(README.read_text()):
            exec(block, names)  # noqa: S102 - our own README
    assert "seeds/002_istanbul_talks_under_fire.txt:" in printed.getvalue()
    assert names["conflicts"]


def test_commands_and_formats_are_all_named() -> None:
    text = README.read_text()
    for name in main.list_commands(click.Context(main)):
        assert f"`factcheck {name}" in text
    assert [name for name in FORMATS if f"`{name}`" not in text] == []


def write() -> None:
    """Write the transcript anew."""
    text = README.read_text()
    README.write_text(TRANSCRIPT.sub(lambda m: m[1] + output(m["command"]) + m[4], text))


if __name__ == "__main__":
    write()
