"""A rules file from a stranger costs little time and memory; what is wrong is told in one line with its place."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main
from factcheck.ruleset import patterns
from factcheck.ruleset.words import expand

ARTICLE = "Ferry sinks\n2031-03-04\n\nAt least 14 people were killed, the coast guard said.\n"
CLAIM = '[claim.x.y]\nquestion = "How many?"\ncounted = [{}]\nmatch = ["it counted {{12}} gulls"]\n'


def deep(opening: str, closing: str, times: int) -> str:
    return f"about = {opening * times}1{closing * times}\n"


def chain(length: int, *, backwards: bool = False) -> str:
    first = CLAIM.format('"gull~"')
    rest = (
        f'[claim.c{n}]\nextends = "{"x.y" if not n else f"c{n - 1}"}"\nmatch = ["{{12}} gulls"]\n'
        for n in range(length)
    )
    return first + "".join(reversed(tuple(rest)) if backwards else rest)


def doubling(times: int) -> str:
    lists = "".join(f'l{n} = ["@l{n + 1}", "@l{n + 1}", "w{n}"]\n' for n in range(times))
    return f'[words]\n{lists}l{times} = ["gull~"]\n' + CLAIM.format('"@l0"')


def ring(length: int) -> str:
    lists = "".join(f'l{n} = ["@l{(n + 1) % length}", "@l{(n * 7) % length}", "gull~"]\n' for n in range(length))
    return f"[words]\n{lists}" + CLAIM.format('"@l0"')


def pattern(text: str) -> str:
    return CLAIM.format(f"\"re:'{text}'\"")


HOSTILE = [
    # (what, the file, what is said: None when it is sound)
    ("lists in lists", deep("[", "]", 5000), r"1:1: tables or lists nested too deeply; .*"),
    ("lists in lists, less", CLAIM.format("[" * 350 + "]" * 350), r"3:12: expected a text, found a list; .*"),
    ("tables in tables", deep("{a=", "}", 5000), r"1:1: tables or lists nested too deeply; .*"),
    ("a key of many parts", ".".join(["a"] * 5000) + " = 1\n", r"1:1: tables or lists nested too deeply; .*"),
    ("a name of many parts", f"[claim.{'.'.join(['a'] * 900)}]\nquestion = '?'\n", r"\d.*more than 8 parts; .*"),
    ("repeats in repeats", pattern("(" * 30 + "a" + "){1,50}" * 30), r"3:\d+: the pattern .*repeats too often; .*"),
    ("a huge repeat", pattern("(?:ab){1,9999999}"), r"3:\d+: the pattern .*repeats too often; .*"),
    ("brackets", pattern("(" * 5000 + "a" + ")" * 5000), r"3:\d+: the pattern .*has 10,001 characters; .*"),
    ("fewer brackets", pattern("(" * 900 + "a" + ")" * 900), r"3:\d+: the pattern .*brackets .*; .*"),
    ("a chain", chain(3000), None),
    ("a chain backwards", chain(3000, backwards=True), r"\d+:\d+: more than 20 claims extend each other in a row; .*"),
    ("a short chain", chain(15, backwards=True), None),
    ("lists that double", doubling(60), None),
    ("lists in rings", ring(500), None),
    ("a long list", CLAIM.format(", ".join(f'"w{n}~"' for n in range(100_000))), None),
    ("10^6 words", CLAIM.format(", ".join(f'"w{n}"' for n in range(1_000_000))), r": \d.* MB is more than the 2 MB .*"),
    ("an honest pattern", pattern("gulls?(?: [a-z]{1,20}){0,8} shot"), None),
]


def scan(*args: str) -> Result:
    result = CliRunner().invoke(main, ["scan", "a.txt", *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "1 figure" in result.stdout
    return result


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "rules").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("text", "told"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_hostile_rules_are_bounded(here: Path, text: str, told: str | None) -> None:
    (here / "rules/gulls.toml").write_text(text)
    start, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    result = scan()
    assert time.process_time() - start < 15
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 500_000  # kilobytes
    lines = [line for line in result.stderr.splitlines() if not line.startswith("factcheck: laid over")]
    assert result.exit_code == (2 if told else 0), result.stderr[:300]
    assert len(result.stderr) < 1_000_000
    assert bool(lines) == bool(told)
    if told:
        assert any(re.fullmatch(r"factcheck: rules/gulls\.toml:? ?" + told, line) for line in lines), lines[0][:300]


def test_a_slow_pattern_is_stopped_at_its_time(here: Path) -> None:
    """z is none of the letters on which this pattern is tried before it is used."""
    (here / "rules/gulls.toml").write_text(pattern("abcdefgh|(?:z|zz)+y").replace("counted =", "near ="))
    (here / "a.txt").write_text(ARTICLE + f"\nThe warden counted 12 gulls {'z' * 40} on Friday.\n")
    start = time.process_time()
    result = CliRunner().invoke(main, ["scan", "a.txt"])
    assert time.process_time() - start < 10
    assert result.exit_code == 2
    told = [line for line in result.stderr.splitlines() if "laid over" not in line]
    assert len(told) == 1
    assert re.match(r"factcheck: rules/gulls\.toml:1.*(too long|stopped)", told[0]), told
    assert "2 figures" in result.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and links")
def test_what_is_no_file_is_told_and_passed_over(here: Path) -> None:
    os.mkfifo("rules/pipe.toml")
    Path("rules/loop.toml").symlink_to("loop.toml")
    Path("rules/device.toml").symlink_to("/dev/zero")
    Path("rules/folder.toml/context").mkdir(parents=True)
    Path("rules/folder.toml/context/weights.toml").write_text("nonsense")
    Path("rules/nowhere.toml").symlink_to("nothing")
    command = [sys.executable, "-m", "factcheck", "scan", "a.txt"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    told = [line for line in result.stderr.splitlines() if "laid over" not in line]
    assert result.returncode == 2
    assert told == [
        "factcheck: rules/device.toml: not a file, but a folder, pipe or device; take it away, or name a file",
        "factcheck: rules/loop.toml: cannot be read: too many levels of symbolic links; "
        "check that it is a file you may read",
        "factcheck: rules/nowhere.toml: cannot be read: no such file or directory; "
        "check that it is a file you may read",
        "factcheck: rules/pipe.toml: not a file, but a folder, pipe or device; take it away, or name a file",
    ]
    assert "1 figure" in result.stdout


def test_what_is_laid_over_is_told_with_its_number_of_rules(here: Path) -> None:
    (here / "rules/gulls.toml").write_text(CLAIM.format('"gull~"'))
    (here / "rules/casualties.toml").write_text(CLAIM.format('"tern~"').replace("x.y", "x.z"))
    (here / "more").mkdir()
    (here / "more/terns.toml").write_text(CLAIM.format('"tern~"').replace("x.y", "x.t"))
    assert scan("--rules", "more").stderr == (
        "factcheck: laid over the rules of factcheck: 2 rules of rules/, 1 rule of more/ "
        "(in place of its own: casualties.toml)\n"
    )


def test_a_stranger_cannot_switch_conflicts_off(here: Path) -> None:
    text = ARTICLE.replace("killed", "killed when a ferry sank off Sorn")
    (here / "a.txt").write_text(text)
    (here / "b.txt").write_text(text.replace("At least 14", "Exactly 9").replace("coast guard", "navy"))
    (here / "rules/context").mkdir()
    (here / "rules/context/weights.toml").write_text("prior = -1000\n")
    asked = CliRunner().invoke(main, ["scan", "a.txt", "b.txt", "--rules", "rules"])
    unasked = CliRunner().invoke(main, ["scan", "a.txt", "b.txt"])
    assert unasked.exit_code == 1
    assert unasked.stderr == (
        "factcheck: laid over the rules of factcheck: nothing; left out: rules/context, unless you add --rules rules\n"
    )
    assert "rules/context/weights.toml" in asked.stderr  # taken, and found broken


def test_each_list_is_gone_through_once() -> None:
    lists = {f"l{n}": (f"@l{n + 1}", f"@l{n + 1}", f"w{n}") for n in range(100)} | {"l100": ("@l0", "end")}
    assert set(expand(["@l0", "first"], lists)) == {"end", "first", *(f"w{n}" for n in range(100))}


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("a{1,50}", True),
        ("(?:a|b){2,40} [^)(]{1,60}", True),
        (r"\(\(\(\(" * 60, True),
        ("[((((]" * 60, True),
        ("(a{1,200}){1,200}", False),
        ("((a{9}){9,}){,999}", False),
        ("(" * 41 + ")" * 41, False),
    ],
)
def test_size_of_patterns(text: str, sound: bool) -> None:
    assert (patterns.fault(text) is None) == sound
