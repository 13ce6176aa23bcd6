"""Whatever goes wrong is one clear line and an exit code that tells what it was."""

from __future__ import annotations

import errno
import importlib
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import main

ARTICLE = (
    "Ferry sinks\n2031-03-04\n\nAt least 14 people were killed when a ferry sank off Sorn, the coast guard said.\n"
)
READY = "import factcheck.__main__ as m; m.settle(); print(flush=True); m.run()"
LINUX = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text(ARTICLE.replace("At least 14", "Exactly 9").replace("coast guard", "navy"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """The command in a shell; ``factcheck`` in it is this one."""
    line = command.replace("factcheck", f"{sys.executable} -m factcheck", 1)
    return subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=180, check=False)


@pytest.mark.parametrize("error", [KeyError("x"), RecursionError("deep\nline"), MemoryError(), OSError(2, "no", "f")])
def test_what_nobody_foresaw_is_one_line_and_code_4(
    here: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def failing(*_: object) -> None:
        raise error

    monkeypatch.setattr(importlib.import_module("factcheck.scan"), "_judge", failing)
    result = CliRunner().invoke(main, ["scan", "."])
    assert result.exit_code == 4
    assert result.stdout == ""
    if isinstance(error, MemoryError):
        assert result.stderr == "factcheck: the memory is full; scan fewer or shorter documents at once\n"
    else:
        told = r"factcheck: internal error at \S+:\d+ \(\w+: .*\); please report it, with what --debug shows\n"
        assert re.fullmatch(told, result.stderr)
    debugged = CliRunner().invoke(main, ["scan", ".", "--debug"])
    assert debugged.exit_code == 4
    assert debugged.stderr.startswith("Traceback")
    assert debugged.stderr.endswith(result.stderr)


@pytest.mark.parametrize("command", ["scan .", "explain '12 dead'", "rules list", "schema", "rules schema"])
@pytest.mark.parametrize(
    ("where", "code", "why"),
    [
        pytest.param("/dev/full", 2, "no space left on device", marks=LINUX),
        ("&-", 2, "it is closed"),
        ("/dev/null", None, ""),
    ],
)
def test_output_that_cannot_be_written(here: Path, command: str, where: str, code: int | None, why: str) -> None:
    result = shell(f"factcheck {command} >{where}")
    if code is None:
        assert result.returncode in (0, 1)
        assert result.stderr == ""
    else:
        assert result.returncode == code
        assert result.stderr == (
            f"factcheck: standard output: cannot write: {why}; write a file with -o FILE, or elsewhere with > FILE\n"
        )


def test_a_file_may_be_written_though_standard_output_is_closed(here: Path) -> None:
    result = shell("factcheck scan . -o out.html >&-")
    assert (result.returncode, result.stderr) == (1, "")
    assert Path("out.html").stat().st_size > 1000


def test_a_reader_who_goes_away_is_no_fault(here: Path) -> None:
    result = shell("factcheck scan . --format json --with-text | head -c 1; exit ${PIPESTATUS[0]}")
    assert result.returncode in (1, 141)
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("a.txt/report.md", "not a directory"),
        ("nowhere/report.md", "no such file or directory"),
        ("x" * 300 + ".md", "file name too long"),
        ("/proc/report.md", "no such file or directory"),
        pytest.param("/dev/full", "no space left on device", marks=LINUX),
    ],
)
def test_places_where_no_report_can_be(here: Path, name: str, why: str) -> None:
    result = shell(f"factcheck scan . -f markdown -o {name}")
    assert result.returncode == 2
    assert result.stderr == f"factcheck: {name}: cannot write: {why}; choose another place with -o\n"


def test_a_read_only_mount(here: Path) -> None:
    (here / "ro").mkdir()
    mounted = "mount --bind ro ro && mount -o remount,ro,bind ro"
    if shell(f"unshare -rm bash -c '{mounted}' || exit 99").returncode:
        pytest.skip("no mount may be made here")
    result = shell(f'unshare -rm bash -c "{mounted} && factcheck scan a.txt b.txt -o ro/report.md"')
    assert result.returncode == 2
    assert result.stderr == (
        "factcheck: ro/report.md: cannot write: read-only file system; choose another place with -o\n"
    )


@pytest.mark.parametrize("number", [errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("command", [["scan", "a.txt", "b.txt"], ["decisions", "export"], ["findings", "a.txt"]])
def test_a_place_that_takes_no_file(
    here: Path, monkeypatch: pytest.MonkeyPatch, number: int, command: list[str]
) -> None:
    CliRunner().invoke(main, ["scan", ".", "--baseline"])

    def failing(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("tempfile.mkstemp", failing)
    result = CliRunner().invoke(main, [*command, "-o", "report.md"])
    assert result.exit_code == 2
    why = f"report.md: cannot write: {os.strerror(number).lower()}; choose another place with -o"
    assert result.stderr.splitlines()[-1] == f"factcheck: {why}"
    assert not Path("report.md").exists()


def test_a_name_as_long_as_may_be(here: Path) -> None:
    name = "x" * 247 + ".md"
    assert shell(f"factcheck scan . -o {name}").returncode == 1
    assert Path(name).exists()


def test_a_folder_1500_deep(here: Path) -> None:
    top = here / "deep"
    descriptor = os.open(here, os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("deep", dir_fd=descriptor)
        inner = os.open("deep", os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = inner
    os.close(descriptor)
    try:
        result = shell("factcheck scan .")
        assert result.returncode == 3
        assert len(result.stderr.splitlines()) == 1
        assert re.match(r"factcheck: \S*deep…?\S*: not read: file name too long; ", result.stderr), result.stderr[:300]
        assert "2 documents" in result.stdout
    finally:
        subprocess.run(["rm", "-rf", str(top)], check=True)


@pytest.mark.parametrize("line", ["9" * 5000, "0" * 5000, "0", "99999999999999999999"])
def test_lines_that_are_none(here: Path, line: str) -> None:
    result = shell(f"factcheck explain a.txt:{line}")
    assert result.returncode == 2
    assert len(result.stderr) < 200
    assert re.fullmatch(r"factcheck: a\.txt: there is no line \S+; its last line is \d\n", result.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(
    ("number", "jobs", "after"),
    [
        (signal.SIGINT, 1, 0),
        (signal.SIGINT, 1, 0.3),
        (signal.SIGINT, 2, 0.6),
        (signal.SIGINT, 2, 1.5),
        (signal.SIGTERM, 2, 1),
    ],
)
def test_an_interrupt_is_one_line_wherever_it_comes(here: Path, number: int, jobs: int, after: float) -> None:
    for n in range(100):
        (here / f"c{n}.txt").write_text(ARTICLE.replace("14", str(n)) * 40)
    process = subprocess.Popen(
        [sys.executable, "-c", READY, "scan", ".", "--jobs", str(jobs), "-o", "out.html"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(after)
    os.killpg(process.pid, number)  # as a terminal does: to every process
    out, err = process.communicate(timeout=20)
    told = f"factcheck: {'stopped' if number == signal.SIGINT else 'ended'}\n"
    assert (process.returncode, err, out) == (128 + number, told, "")
    assert [path for path in here.iterdir() if path.name.startswith(".factcheck")] == []
