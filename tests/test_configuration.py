"""The configuration: what it may say, where it is found, what wins over it, and how its faults are told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from factcheck.cli import COMMANDS, main
from factcheck.cli.settings import _WITH_RULES
from factcheck.configuration import find_configuration, load_configuration
from factcheck.errors import UsageError

TEXT = "{} people were killed when the ferry Marisol sank off Port Tarn on Monday, the coast guard said.\n"
WHOLE = """\
paths = ["news"]
exclude = ["drafts/", "*.old.txt"]
rules = ["more"]
decisions = "log.decisions.jsonl"
format = "json"
policy = "latest"
time_zone = "Pacific/Auckland"
outlet = "Desk"

[outlets]
"herald.example" = "Tarn Herald"

[columns]
text = "artikel"

[tolerances]
about = 0.05
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "more").mkdir()
    names = ("news/a.txt", "news/b.old.txt", "news/drafts/c.txt", "news/deep/drafts/d.txt", "news/deep/e.txt")
    for number, name in enumerate(names, start=12):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT.format(number))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*args: str) -> Result:
    result = CliRunner().invoke(main, list(args))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def documents(*args: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(call("scan", *args, "-f", "json").stdout)["documents"]
    return found


@pytest.mark.parametrize("name", ["factcheck.toml", "pyproject.toml"])
def test_everything_in_force(here: Path, name: str) -> None:
    text = WHOLE
    if name == "pyproject.toml":
        text = "[tool.factcheck]\n" + WHOLE.replace("[outlets]", "[tool.factcheck.outlets]")
        text = text.replace("[columns]", "[tool.factcheck.columns]")
        text = text.replace("[tolerances]", "[tool.factcheck.tolerances]")
    (here / name).write_text(text)
    found = json.loads(call("scan").stdout)  # paths and format are set
    assert [document["path"] for document in found["documents"]] == ["news/a.txt", "news/deep/e.txt"]
    assert {document["outlet"] for document in found["documents"]} == {"Desk"}
    assert "3 files and folders left out" in call("scan").stderr


def test_the_command_line_goes_before_it(here: Path) -> None:
    (here / "factcheck.toml").write_text(WHOLE)
    found = call("scan", "news/drafts/c.txt", "-f", "csv", "--outlet", "Wire")
    assert found.stdout.count("\n") == 2
    assert ",Wire," in found.stdout


def test_it_is_found_from_a_folder_inside(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "factcheck.toml").write_text(WHOLE)
    monkeypatch.chdir(here / "news" / "deep")
    assert find_configuration(Path.cwd()) == here / "factcheck.toml"
    found = json.loads(call("scan").stdout)
    assert len(found["documents"]) == 2
    (here / "news" / ".git").mkdir()
    assert find_configuration(Path.cwd()) is None  # another project's


def test_another_file_may_be_named(here: Path) -> None:
    (here / "other.toml").write_text('format = "json"\n')
    result = call("--config", "other.toml", "scan", "news/a.txt")
    assert result.stdout.startswith("{")
    assert call("--config", "none.toml", "scan", "news").exit_code == 2


def test_config_shows_what_is_in_force_and_from_where(here: Path) -> None:
    assert "factcheck.toml" not in call("config").stdout
    (here / "factcheck.toml").write_text(WHOLE)
    shown = [line.split() for line in call("config").stdout.splitlines()]
    assert ["time_zone", "Pacific/Auckland", "factcheck.toml:7"] in shown
    assert ["text", "=", "artikel"] in [line[-3:] for line in shown] or any("artikel" in line for line in shown)


FAULTS = [
    ('pahts = ["a"]\n', 'factcheck.toml:1:1: unknown key "pahts"; did you mean "paths"?'),
    ('paths = "a"\n', "factcheck.toml:1:1: expected a list of texts, found the text \"a\"; put it in a list: ['a']"),
    ('\npolicy = "newest"\n', 'factcheck.toml:2:1: "newest" is not one of the choices; '),
    ('[columns]\nheadline = "h"\n', 'factcheck.toml:2:1: unknown column "headline"; known here: '),
    ('time_zone = "Europe/Rigga"\n', 'factcheck.toml:1:1: no time zone is called "Europe/Rigga"; did you mean'),
    ("paths = [\n", "factcheck.toml:"),
    ("[tolerances]\nabuot = 0.1\n", 'factcheck.toml:2:1: unknown hedge "abuot"; did you mean "about"?'),
    ("[tolerances]\nabout = 20\n", "factcheck.toml:2:1: tolerance 20 is no share; give a share from 0 to 1"),
    ("[tolerances]\nabout = 'a fifth'\n", "factcheck.toml:2:1: expected a number, found the text"),
]


@pytest.mark.parametrize(("text", "told"), FAULTS)
def test_a_fault_is_told_with_its_place(here: Path, text: str, told: str) -> None:
    (here / "factcheck.toml").write_text(text)
    result = call("scan", "news")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(f"factcheck: {told.partition('; put')[0]}")


def test_columns_and_outlets_are_heeded(here: Path) -> None:
    (here / "factcheck.toml").write_text(
        '[columns]\ntext = "artikel"\noutlet = "blatt"\n[outlets]\n"herald.example" = "Tarn Herald"\n'
    )
    (here / "a.csv").write_text(f'id;artikel;url\n1;"{TEXT.format(14).strip()}";https://www.herald.example/x\n')
    (found,) = documents("a.csv")
    assert (found["outlet"], found["outlet_from"], found["location"]) == ("Tarn Herald", "label", "row")


def test_a_moment_is_told_as_a_day_of_the_zone(here: Path) -> None:
    (here / "a.jsonl").write_text(json.dumps({"text": TEXT.format(14), "published": "2031-03-04T20:00:00Z"}) + "\n")
    assert documents("a.jsonl")[0]["published"] == "2031-03-04"
    (here / "factcheck.toml").write_text('time_zone = "Pacific/Auckland"\n')
    assert documents("a.jsonl")[0]["published"] == "2031-03-05"


IGNORED = [
    # (patterns, what is left of news/)
    ("*.old.txt\n", ["a.txt", "deep/drafts/d.txt", "deep/e.txt", "drafts/c.txt"]),
    ("drafts/\n", ["a.txt", "b.old.txt", "deep/e.txt"]),
    ("/drafts/\n", ["a.txt", "b.old.txt", "deep/drafts/d.txt", "deep/e.txt"]),
    ("**/d*/**\n", ["a.txt", "b.old.txt"]),
    ("*.txt\n!a.txt\n", ["a.txt"]),
    ("# a.txt\n", ["a.txt", "b.old.txt", "deep/drafts/d.txt", "deep/e.txt", "drafts/c.txt"]),
]


@pytest.mark.parametrize(("patterns", "left"), IGNORED)
def test_ignore_file(here: Path, patterns: str, left: list[str]) -> None:
    (here / "news" / ".factcheckignore").write_text(patterns)
    assert [document["path"].removeprefix("news/") for document in documents("news")] == left


def test_an_ignore_file_below_counts_from_its_folder(here: Path) -> None:
    (here / "news" / "deep" / ".factcheckignore").write_text("/e.txt\n")
    assert "news/deep/e.txt" not in [document["path"] for document in documents("news")]
    assert [document["path"] for document in documents("news/deep/e.txt")] == ["news/deep/e.txt"]  # named by hand


def test_commands_that_take_defaults_are_all_named() -> None:
    for command, parts in _WITH_RULES.items():
        assert command in COMMANDS
        group = main.get_command(click.Context(main), command)
        if isinstance(group, click.Group):
            assert list(parts) == sorted(group.list_commands(click.Context(group)))


def test_a_broken_configuration_is_an_error_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.toml"
    path.write_bytes(b"\xff")
    with pytest.raises(UsageError, match="not UTF-8"):
        load_configuration(path)


SHARES = [
    # (the table, "about 100", "nearly 100", "just over 100")
    ("", ("80", "120"), ("80", "100"), ("100", "120")),
    ("about = 0.05\n", ("95", "105"), ("80", "100"), ("100", "120")),
    ("about = 0\nnearly = 0.5\njust_over = 0.01\n", ("100", "100"), ("50", "100"), ("100", "101")),
]


@pytest.mark.parametrize(("table", "about", "nearly", "over"), SHARES)
def test_how_far_a_hedged_number_may_be_off(here: Path, table: str, about: Any, nearly: Any, over: Any) -> None:
    (here / "factcheck.toml").write_text(f"[tolerances]\n{table}")
    text = "Police counted {} cows in Tarn on Monday, the mayor said.\n"
    for name, words in (("1", "about 100"), ("2", "nearly 100"), ("3", "just over 100")):
        (here / f"{name}.txt").write_text(text.format(words))
    found = json.loads(call("scan", "1.txt", "2.txt", "3.txt", "-f", "json").stdout)
    bounds = [
        tuple(str(float(figure[side])).removesuffix(".0") for side in ("low", "high")) for figure in found["figures"]
    ]
    assert bounds == [about, nearly, over]
    told = call("explain", "Police counted about 100 cows in Tarn.").stdout
    assert f"{about[0]} to {about[1]}" in told or about[0] == about[1]


def test_other_tolerances_are_other_rules(here: Path) -> None:
    before = json.loads(call("scan", "news/a.txt", "-f", "json").stdout)["rules"]
    (here / "factcheck.toml").write_text("[tolerances]\nabout = 0.05\n")
    assert json.loads(call("scan", "news/a.txt", "-f", "json").stdout)["rules"] != before
