"""docs/rules.md is true: its files are written, its commands run, its rules tested, its tables made from the code."""

from __future__ import annotations

import re
import shlex
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.examples import run_examples
from factcheck.ruleset import ClaimType, Match, NoMatch, Verdict, load_ruleset
from factcheck.ruleset.model import Way
from factcheck.vocabulary.binding import describe, keys

GUIDE = Path(__file__).parents[1] / "docs" / "rules.md"
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"[Ss]ave\s+as\s+`([^`]+)`:\s*$")
_SHAPES = {
    "A claim: `[claim.NAME]`": ClaimType,
    "Another way to say it: `also = [{ … }]`": Way,
    "An example: `match`": Match,
    "A near-miss: `no_match`": NoMatch,
    "Two reports: `[[claim.NAME.verdict]]`": Verdict,
}


@dataclass(frozen=True)
class Fence:
    """A fenced block of the guide, and the file the sentence before it says to save it as."""

    language: str
    body: str
    start: int
    stop: int
    file: str | None

    def commands(self) -> Iterator[tuple[str, str]]:
        """Each command of a console block with the output shown below it."""
        for piece in re.split(r"^\$ ", self.body, flags=re.MULTILINE)[1:]:
            command, _, shown = piece.partition("\n")
            yield command, shown


def blocks(text: str) -> Iterator[Fence]:
    for match in _FENCE.finditer(text):
        named = _FILE.search(text, 0, match.start())
        yield Fence(match[1], match[2], match.start(2), match.end(2), named[1] if named else None)


def run_block(command: str) -> str:
    words = shlex.split(command)
    assert words[0] == "factcheck"
    return CliRunner().invoke(main, words[1:]).output


def key_tables() -> str:
    """The tables of all keys, as the guide has them."""
    return "\n".join(f"### {title}\n\n{_table(shape)}" for title, shape in _SHAPES.items())


def _table(shape: type) -> str:
    rows = ["| key | takes | what for |", "|---|---|---|"]
    for name, (_, hint) in keys(shape).items():
        bare, help_ = typing.get_args(hint)
        rows.append(f"| `{name}` | {_takes(bare)} | {help_.replace('|', chr(92) + '|')} |")
    return "\n".join(rows) + "\n"


def _takes(hint: object) -> str:
    """What a key takes, its choices named where they are few words."""
    for option in (hint, *typing.get_args(hint)):
        inner = typing.get_args(option)[0] if typing.get_origin(option) is tuple else option
        if typing.get_origin(inner) is typing.Literal:
            return "one of " * (inner is option) + ", ".join(typing.get_args(inner))
    return describe(hint)


def test_the_guide_runs_from_its_first_line_to_its_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    commands = 0
    for block in blocks(GUIDE.read_text(encoding="utf-8")):
        if block.file:
            (tmp_path / block.file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / block.file).write_text(block.body, encoding="utf-8")
        if block.language == "console":
            for command, shown in block.commands():
                assert run_block(command) == shown, command
                commands += 1
    assert commands >= 10


def _fragments() -> list[str]:
    found = blocks(GUIDE.read_text(encoding="utf-8"))
    return [block.body for block in found if block.language == "toml" and not block.file]


@pytest.mark.parametrize("text", _fragments(), ids=lambda text: text.split("]")[0].strip("["))
def test_every_rule_of_the_guide_passes_its_own_examples(text: str, tmp_path: Path) -> None:
    (tmp_path / "fragment.toml").write_text(text, encoding="utf-8")
    ruleset = load_ruleset(tmp_path)
    assert not ruleset.problems
    mine = [claim for claim in ruleset.claims if claim.path.endswith("fragment.toml")]
    results = list(run_examples(ruleset, mine))
    assert results
    assert [(result.claim.name, result.says) for result in results if result.failed] == []


def test_the_tables_of_keys_are_those_of_the_code() -> None:
    assert GUIDE.read_text(encoding="utf-8").partition("## All keys\n\n")[2] == key_tables()
