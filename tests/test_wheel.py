"""The built wheel in an empty environment, run from another folder: the command, its rules, its reports."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


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
