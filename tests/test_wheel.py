"""What gets installed: the built wheel in an empty environment, run from another folder; and a fresh clone.

From the clone a person with Python and make gets to findings with the README alone.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from factcheck.errors import DISTRIBUTION

pyte = pytest.importorskip("pyte")
from tests.pseudo_terminal import PseudoTerminal  # noqa: E402

pytestmark = pytest.mark.timeout(1200)  # it installs everything

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FIRST, SECOND = re.findall(r"```sh\n(.*?)```", README, re.S)[:2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    if built.returncode:
        if "Could not find a version" in built.stdout + built.stderr or "Failed to establish" in built.stdout:
            pytest.skip("no network to fetch the build tools")
        pytest.fail(built.stdout + built.stderr)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=True)
    command = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", str(wheel)]
    installed = subprocess.run(command, capture_output=True, text=True, check=False)
    if installed.returncode:
        pytest.skip(f"no network to install the dependencies: {installed.stderr[-200:]}")
    return folder


def test_the_wheel_holds_what_it_needs(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for path in sorted((ROOT / "rules").rglob("*.toml")):
        assert f"factcheck/_rules/{path.relative_to(ROOT / 'rules')}" in names
    assert "factcheck/py.typed" in names
    assert [name for name in names if name.startswith(("tests/", "seeds/"))] == []
    for path in (ROOT / "factcheck").rglob("*"):
        if path.suffix in (".py", ".html", ".css", ".js", ".json"):
            assert str(path.relative_to(ROOT)) in names


def test_it_scans_from_any_folder(environment: Path, tmp_path: Path) -> None:
    text = "Ferry sinks\n2031-03-04\n{} people were killed when the ferry Marisol sank off Port Tarn on Monday.\n"
    (tmp_path / "a.txt").write_text(text.format(14))
    (tmp_path / "b.txt").write_text(text.format(9))
    run = subprocess.run(
        [str(environment / "bin" / "factcheck"), "scan", ".", "--format", "json"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert run.returncode == 1, run.stderr
    found = json.loads(run.stdout)
    assert [group["claim"] for group in found["groups"]] == ["casualties.killed"]
    assert found["figures"][0]["rule"].startswith("rules/casualties.toml:")


def test_it_writes_html_reports_without_a_further_step(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Police said 12 people died.\n")
    command = [str(environment / "bin" / "factcheck"), "scan", "a.txt", "-o", "report.html"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert "<mark" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_what_is_missing_is_told_with_a_command_that_installs_it(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Police said 12 people died.\n")
    command = [str(environment / "bin" / "factcheck"), "serve", "a.txt", "--no-open"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert run.returncode == 2
    assert run.stderr.endswith("install it: pip install 'werkzeug>=3.1'\n")


def test_pip_knows_it_by_a_name_of_its_own(environment: Path) -> None:
    command = [str(environment / "bin" / "python"), "-m", "pip", "show", "--files", DISTRIBUTION]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert f"Name: {DISTRIBUTION}" in shown
    assert "licenses/NOTICE" in shown


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What git has of the project, set up by the README's first command."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("no git here, so no clone")
    folder = tmp_path_factory.mktemp("clone") / "factcheck"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    made = subprocess.run(["make", "scan"], cwd=folder, capture_output=True, text=True, check=False, env=_bare())
    if made.returncode and re.search(
        "Could not find a version|Failed to establish|No matching distribution", made.stderr
    ):
        pytest.skip("no network to install the dependencies")
    assert made.returncode == 0, made.stdout + made.stderr
    assert "5 documents" in made.stdout
    return folder


def _bare() -> dict[str, str]:
    """The environment less what belongs to the one the tests run in."""
    ours = ("VIRTUAL_ENV", "PYTHONPATH", "MAKEFLAGS", "MAKELEVEL")
    return {name: value for name, value in os.environ.items() if name not in ours}


def typed(clone: Path, command: str) -> subprocess.CompletedProcess[str]:
    """A command in a shell in which the environment was activated, as the README says."""
    line = f". .venv/bin/activate && {command}"
    return subprocess.run(["sh", "-c", line], cwd=clone, capture_output=True, text=True, check=False, env=_bare())


def test_the_first_command_is_the_one_that_was_run() -> None:
    assert FIRST.splitlines()[0].startswith("make scan")


def test_from_the_scan_to_the_findings(clone: Path) -> None:
    report, review, findings = [line.split("#")[0].strip() for line in SECOND.splitlines()]
    assert typed(clone, report).returncode in (0, 1)  # 0 where all that is flagged is only a maybe
    assert (clone / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    program = str(clone / ".venv" / "bin" / "factcheck")
    with PseudoTerminal(
        [program, *review.split()[1:]], cwd=clone, env={"PYTHONPATH": "", "FACTCHECK_BY": "Ann"}
    ) as desk:
        desk.until("1 of 2")
        desk.type("c")
        desk.until("Confirmed and saved.")
        desk.type("q")
        assert desk.ended() == 0
    memo = typed(clone, findings)
    assert memo.returncode == 0, memo.stderr
    assert memo.stdout.startswith("# 1 confirmed conflict\n")
    assert "Confirmed by Ann on" in memo.stdout


def test_it_serves_without_another_install(clone: Path) -> None:
    assert typed(clone, "python -c 'import werkzeug, factcheck.review.web.app'").returncode == 0
