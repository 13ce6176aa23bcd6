"""What is in a folder and is no plain file, and names that are no text: each told, none followed, none lost."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import factcheck
from factcheck.cli import main
from factcheck.errors import UsageError
from factcheck.review.articles import Articles
from factcheck.review.news import news

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes, pipes and devices")

ARTICLE = (
    "Ferry sinks\n2031-03-04\n\nAt least 14 people were killed when a ferry sank off Sorn, the coast guard said.\n"
)
NAMES = {b"b\xff.txt": ("Exactly 9", "navy"), b"b\xfe.txt": ("Exactly 11", "police")}
LINK = "a link that leads out of the folder; name what it leads to, to read that"
NO_FILE = "not a file; save what it gives as text, or pipe it in with -"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE)
    monkeypatch.chdir(folder)
    return folder


def run(*args: str) -> Result:
    result = CliRunner().invoke(main, args)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def odd_names(folder: Path) -> None:
    for name, (number, who) in NAMES.items():
        text = ARTICLE.replace("At least 14", number).replace("coast guard", who)
        Path(os.fsdecode(bytes(folder) + b"/" + name)).write_text(text)


def odd_files(folder: Path) -> dict[str, str]:
    """Makes them, and gives what is said of each."""
    outside = folder.parent / "out"
    outside.mkdir()
    (outside / "secret.txt").write_text("The secret is 4711 beds.\n")
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
    Path("device.txt").symlink_to("/dev/zero")
    Path("folder").symlink_to(outside)
    Path("inner").mkdir()
    Path("inner/within.txt").symlink_to("../a.txt")
    Path("inner/circle").symlink_to("..")
    Path("link.txt").symlink_to(outside / "secret.txt")
    Path("loop.txt").symlink_to("loop.txt")
    Path("nowhere.txt").symlink_to("nothing.txt")
    return {
        "device.txt": LINK,
        "folder": LINK,
        "link.txt": LINK,
        "loop.txt": "too many levels of symbolic links; check that it is a file you may read",
        "nowhere.txt": "no such file or directory; check that it is a file you may read",
        "pipe.txt": f"a pipe, {NO_FILE}",
        "socket.txt": f"a socket, {NO_FILE}",
    }


def test_what_is_no_file_is_told_and_passed_over(here: Path) -> None:
    told = odd_files(here)
    command = [sys.executable, "-m", "factcheck", "scan", "."]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 3
    assert result.stderr.splitlines() == [f"factcheck: {name}: not read: {why}" for name, why in told.items()]
    assert "1 document · 1 figure" in result.stdout
    assert "4711" not in result.stdout


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null", "pipe.txt", "named.txt"])
def test_so_is_one_that_is_named(here: Path, name: str) -> None:
    os.mkfifo("pipe.txt")
    Path("named.txt").symlink_to("pipe.txt")
    result = run("scan", "a.txt", name)
    assert result.exit_code == 3
    assert result.stderr == f"factcheck: {name}: not read: a {'device' if '/' in name else 'pipe'}, {NO_FILE}\n"
    assert "1 document · 1 figure" in result.stdout


def test_nothing_waits_for_a_pipe_beside_the_articles(here: Path) -> None:
    for name in (".factcheckignore", "factcheck.toml", "sources.toml", "a.txt.meta.json", "decisions.jsonl"):
        os.mkfifo(name)
    command = [sys.executable, "-m", "factcheck", "scan", "."]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert "1 document · 1 figure" in result.stdout


def test_names_that_are_no_text_are_told_apart_everywhere(here: Path) -> None:
    odd_names(here)
    scanned = run("scan", ".", "-f", "csv")
    assert (scanned.exit_code, scanned.stderr) == (1, "")
    assert ",b\\xfe.txt,4," in scanned.stdout
    assert ",b\\xff.txt,4," in scanned.stdout
    named = run("scan", *map(os.fsdecode, NAMES), "-f", "csv")
    assert "3 documents" not in named.stdout
    assert named.exit_code == 1
    explained = run("explain", os.fsdecode(b"b\xff.txt") + ":4")
    assert explained.stdout.startswith("“9” is a figure")


def test_decisions_hold_on_names_that_are_no_text(here: Path) -> None:
    odd_names(here)
    run("scan", ".", "--baseline")
    assert run("scan", ".").exit_code == 0
    assert "[decided]" in run("decisions", "list", ".").stdout
    Path("other").mkdir()
    Path("other/calm.txt").write_text("Nothing happened at sea.\n")
    assert "[not scanned]" in run("decisions", "list", "other").stdout
    assert run("decisions", "prune", "other", "--yes").stdout == "Nothing to prune: every decision fits.\n"


def test_the_articles_of_review_serve_and_watch_may_have_any_names(here: Path) -> None:
    odd_names(here)
    articles = Articles(["."], jobs=1)
    before = articles.scan()
    assert [document.path for document in before.documents] == ["a.txt", "b\\xfe.txt", "b\\xff.txt"]
    assert not articles.changed()
    path = Path(os.fsdecode(b"b\xff.txt"))
    path.write_text(path.read_text().replace("Exactly 9", "Exactly 8"))
    assert articles.changed()
    after = articles.scan()
    assert [figure.text for figure in after.figures] == ["At least 14", "11", "8"]
    assert news(before, after)


def test_the_articles_of_review_serve_and_watch_wait_for_no_pipe(here: Path) -> None:
    told = odd_files(here)
    start = time.monotonic()
    found = Articles(["."], jobs=1).scan()
    assert time.monotonic() - start < 20
    assert {problem.path: problem.why for problem in found.unread} == told


@pytest.mark.parametrize(
    ("paths", "why"),
    [
        ("nosuch/", "nosuch/: no such file or folder; check the path"),
        (["a.txt", "nosuch.txt"], "nosuch.txt: no such file or folder; check the path"),
        ("no*.txt", "no*.txt: no file matches this pattern; check it, or name the folder"),
        ("empty", "empty: no files in this folder that can be read; `factcheck formats` lists those that can"),
    ],
)
def test_python_raises_where_there_is_nothing(here: Path, paths: str | list[str], why: str) -> None:
    Path("empty").mkdir()
    with pytest.raises(UsageError) as raised:
        factcheck.scan(paths)
    assert str(raised.value) == why


def test_python_is_told_of_what_is_there_and_cannot_be_read(here: Path) -> None:
    Path("b.txt").write_bytes(bytes(range(256)) * 64)
    found = factcheck.scan(["a.txt", "b.txt"])
    assert [document.path for document in found.documents] == ["a.txt"]
    assert [problem.path for problem in found.unread] == ["b.txt"]
