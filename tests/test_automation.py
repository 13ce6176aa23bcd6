"""Hooks and workflows: the definitions are sound, what they name exists, and a hook stops what it should."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck import __version__
from factcheck.cli import main
from tests.ferry import article, ferry

ROOT = Path(__file__).parent.parent
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
OWN: dict[str, Any] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "automation.md").read_text(encoding="utf-8")
EXAMPLES = {
    re.match(r"# (\S+)", block)[1]: yaml.safe_load(block)  # type: ignore[index]
    for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.S)
}


@pytest.mark.parametrize("what", ["manifest", "config"])
def test_pre_commit_takes_the_definitions(what: str) -> None:
    file = {"manifest": ".pre-commit-hooks.yaml", "config": ".pre-commit-config.yaml"}[what]
    command = [sys.executable, "-m", "pre_commit", f"validate-{what}", file]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_a_command_that_there_is(hook: dict[str, Any]) -> None:
    arguments: list[str] = hook.get("args", [])
    program, *words = [*shlex.split(hook["entry"]), *arguments]
    assert program == "factcheck"
    with main.make_context("factcheck", words, resilient_parsing=True) as context:
        assert main.resolve_command(context, words)[0] == words[0]


def run(*command: str, at: Path) -> subprocess.CompletedProcess[str]:
    """A command in a folder as somebody's shell runs it: nobody's settings, and factcheck among the programs."""
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    own = {"PATH": programs, "PRE_COMMIT_HOME": str(at / ".home"), "GIT_CONFIG_GLOBAL": os.devnull}
    asked = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))}
    return subprocess.run(command, cwd=at, env={**asked, **own}, capture_output=True, text=True, check=False)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of articles with the page's configuration, its hooks those of this tree and of this environment."""
    if not shutil.which("git"):
        pytest.skip("no git")
    manifest = {hook["id"]: {**hook, "language": "system"} for hook in HOOKS}
    asked = EXAMPLES[".pre-commit-config.yaml"]["repos"][0]["hooks"]
    hooks = [{**manifest[hook["id"]], **hook} for hook in asked]
    config = yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]})
    (tmp_path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (tmp_path / ".gitignore").write_text(".home\n", encoding="utf-8")
    for words in (["init", "-q"], ["config", "user.name", "Ann"], ["config", "user.email", "ann@example.org"]):
        assert run("git", *words, at=tmp_path).returncode == 0
    assert run("pre-commit", "install", at=tmp_path).returncode == 0
    return tmp_path


def commit(repository: Path) -> subprocess.CompletedProcess[str]:
    assert run("git", "add", "--all", at=repository).returncode == 0
    return run("git", "commit", "-m", "Articles", at=repository)


def test_pre_commit_stops_a_conflict_and_lets_calm_pass(repository: Path) -> None:
    ferry(repository / "articles")
    stopped = commit(repository)
    assert stopped.returncode == 1
    assert "DISPUTED  How many people were killed" in stopped.stderr
    noted = run("factcheck", "scan", "articles/", "--baseline", "--by", "Ann", at=repository)
    assert noted.returncode == 0
    passed = commit(repository)
    assert passed.returncode == 0, passed.stderr
    assert re.search(r"^factcheck\.+Passed$", passed.stderr, re.M)
    assert re.search(r"^factcheck rules\..*Skipped$", passed.stderr, re.M)  # there are none


def test_pre_commit_stops_a_rule_whose_examples_do_not_hold(repository: Path) -> None:
    (repository / "articles").mkdir()
    (repository / "articles" / "calm.txt").write_text("A fair was held.\n", encoding="utf-8")
    rules = repository / "rules" / "boats.toml"
    rules.parent.mkdir()
    rule = '[claim.boats.moored]\nquestion = "How many?"\ncounted = ["boat~"]\ndone_to = ["moor~"]\nmatch = ["%s"]\n'
    for text, code in (("They sold {12} boats.", 1), ("They moored {12} boats.", 0)):
        rules.write_text(rule % text, encoding="utf-8")
        done = commit(repository)
        assert done.returncode == code, done.stderr
    assert re.search(r"^factcheck rules\..*Passed$", done.stderr, re.M)


WORKFLOW: dict[str, Any] = EXAMPLES[".github/workflows/factcheck.yml"]


def test_the_workflow_stops_a_conflict_with_its_place_and_lets_calm_pass(tmp_path: Path) -> None:
    """Its own steps, each as GitHub's runner runs it; but for the first, which installs what is here already."""
    install, *steps = [step["run"] for step in WORKFLOW["jobs"]["factcheck"]["steps"] if "run" in step]
    assert install == f'pip install "git+REPOSITORY@v{__version__}"'
    script = tmp_path / "step.sh"
    for number, code in ((19, 1), (12, 0)):
        article(tmp_path / "articles", "wire", "The coast guard", 12)
        article(tmp_path / "articles", "herald", "The navy", number)
        for step in steps:
            script.write_text(step, encoding="utf-8")
            done = run("bash", "--noprofile", "--norc", "-eo", "pipefail", str(script), at=tmp_path)
            assert done.returncode == code, done.stderr
        assert bool(re.search(r"^::(error|warning) file=articles/\w+\.txt,line=3,", done.stdout, re.M)) == bool(code)


def test_the_hooks_of_contributors_run_what_setup_dev_installs() -> None:
    hooks = [hook for repository in OWN["repos"] for hook in repository["hooks"]]
    assert {repository["repo"] for repository in OWN["repos"]} == {"local"}
    programs = {hook["entry"].split()[0] for hook in hooks}
    assert programs == {f".venv/bin/{name}" for name in ("ruff", "mypy", "lint-imports", "factcheck", "python")}


def test_the_example_of_the_page_names_every_hook() -> None:
    named = [hook["id"] for hook in EXAMPLES[".pre-commit-config.yaml"]["repos"][0]["hooks"]]
    assert named == [hook["id"] for hook in HOOKS]
