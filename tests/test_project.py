"""The project around the package: its name, its install lines, its make targets, its notice of what it carries."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from factcheck.errors import DISTRIBUTION

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
NOTICE = (ROOT / "NOTICE").read_text(encoding="utf-8")
TEXTS = sorted(
    path
    for pattern in ("*.md", "docs/*.md", ".github/**/*.yml", "factcheck/**/*.py", "factcheck/**/*.html")
    for path in ROOT.glob(pattern)
)
INSTALLS = re.compile(r"pip install ([^`\n;,)]+)")


def test_the_distribution_has_a_name_of_its_own() -> None:
    """`factcheck` is another project on the package index."""
    assert PROJECT["name"] == DISTRIBUTION != "factcheck"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_install_line_fetches_another_project(path: Path) -> None:
    for line in INSTALLS.findall(path.read_text(encoding="utf-8")):
        assert not re.search(r"(?<![\w/.-])factcheck(?![\w-])", line), line
        for extra in re.findall(r"\[([\w,]+)\]", line):
            assert set(extra.split(",")) <= PROJECT["optional-dependencies"].keys()


def test_install_lines_are_looked_for_where_they_stand() -> None:
    found = [line for path in TEXTS for line in INSTALLS.findall(path.read_text(encoding="utf-8"))]
    assert "." in found
    assert "'.[serve]'" in found


def test_an_extra_that_holds_others_names_this_project() -> None:
    """`factcheck[web]` among the requirements would install the other project's package."""
    extras = PROJECT["optional-dependencies"]
    needed = [need for needs in (PROJECT["dependencies"], *extras.values()) for need in needs]
    assert len(needed) > 20
    assert [need for need in needed if re.match(r"factcheck(?![\w-])", need)] == []


def test_html_reports_need_no_extra() -> None:
    assert any(need.startswith("jinja2") for need in PROJECT["dependencies"])


def test_make_alone_prints_its_targets_and_runs_none() -> None:
    # Under `make test` this make is a sub-make: it would say which directory it enters.
    command = ["make", "--no-print-directory"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    first, *targets = run.stdout.splitlines()
    assert first == "make TARGET, where TARGET is one of:"
    assert {"scan", "test", "weights"} <= {line.split()[0] for line in targets}
    assert all(re.fullmatch(r"  [a-z-]+ +\S.{5,}", line) for line in targets)


def test_every_target_is_told_and_never_taken_for_a_file() -> None:
    targets = re.findall(r"^([a-z][a-z-]*):(.*)$", MAKEFILE, re.M)
    phony = " ".join(re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.M)).split()
    assert {name for name, _ in targets} == set(phony)
    assert [name for name, rest in targets if "##" not in rest] == ["help"]


def test_the_notice_names_every_file_of_data_that_was_derived() -> None:
    listed = set(re.findall(r"(?:factcheck|rules)/[\w./]+\.(?:json|toml|tsv|txt|bin|gz)\b", NOTICE))
    assert sorted(path for path in listed if not (ROOT / path).is_file()) == []
    package = set((ROOT / "factcheck").rglob("*.json"))
    made = {path for path in (ROOT / "rules").rglob("*.*") if path.suffix != ".toml" and path.is_file()}
    ours = {ROOT / "rules" / "rules.schema.json"}  # drawn from our own dataclasses
    assert {str(path.relative_to(ROOT)) for path in (package | made) - ours} <= listed


def test_the_notice_names_a_version_and_a_licence_of_each_source_of_data() -> None:
    inside = NOTICE.partition("LIBRARIES,")[0]
    versions = dict(re.findall(r"\b(quantulum3|TextBlob|lemminflect)\s+(\d+(?:\.\d+)+)", inside))
    assert versions.keys() == {"quantulum3", "TextBlob", "lemminflect"}
    assert inside.count("MIT") >= 3
    assert [name for name in re.findall(r"make_\w+", inside) if not (ROOT / f"tests/bench/{name}.py").is_file()] == []


def test_tables_that_a_command_makes_are_in_the_notice() -> None:
    made = [path for path in (ROOT / "rules").rglob("*.toml") if "Made by" in path.read_text(encoding="utf-8")[:500]]
    assert len(made) >= 4
    assert [path.name for path in made if path.relative_to(ROOT).as_posix() not in NOTICE] == []


@pytest.mark.parametrize("name", [re.match(r"[\w-]+", need)[0] for need in PROJECT["dependencies"]])  # type: ignore[index]
def test_the_notice_names_every_library_with_its_licence(name: str) -> None:
    assert re.search(rf"\b{name} \([\w. -]+\)", NOTICE, re.I)


def test_the_notice_is_installed() -> None:
    assert set(PROJECT["license-files"]) == {"LICENSE", "NOTICE"}
