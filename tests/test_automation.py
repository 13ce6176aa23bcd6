"""Hooks and workflows: the definitions are sound, what they name exists, and a hook stops what it should."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.cli import main
from tests.ferry import ferry

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


def test_the_hook_stops_a_conflict_and_lets_calm_pass(tmp_path: Path) -> None:
    [hook] = [hook for hook in HOOKS if hook["id"] == "factcheck"]
    command = [sys.executable, "-m", *shlex.split(hook["entry"]), *hook["args"]]
    ferry(tmp_path)
    stopped = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert stopped.returncode == 1
    assert "DISPUTED" in stopped.stdout
    noted = [*command, "--baseline", "--by", "Ann"]
    assert subprocess.run(noted, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0


def test_the_hooks_of_contributors_run_what_setup_dev_installs() -> None:
    hooks = [hook for repository in OWN["repos"] for hook in repository["hooks"]]
    assert {repository["repo"] for repository in OWN["repos"]} == {"local"}
    programs = {hook["entry"].split()[0] for hook in hooks}
    assert programs == {f".venv/bin/{name}" for name in ("ruff", "mypy", "lint-imports", "factcheck", "python")}


def test_the_examples_of_the_page_name_hooks_and_commands_that_there_are() -> None:
    named = [hook["id"] for hook in EXAMPLES[".pre-commit-config.yaml"]["repos"][0]["hooks"]]
    assert named == [hook["id"] for hook in HOOKS]
    steps = EXAMPLES[".github/workflows/factcheck.yml"]["jobs"]["factcheck"]["steps"]
    *_, last = [shlex.split(step["run"]) for step in steps if "run" in step]
    with main.make_context("factcheck", last[1:], resilient_parsing=True) as context:
        name, command, rest = main.resolve_command(context, last[1:])
        assert command is not None
        assert command.make_context(name, rest).params["format_"] == "github"
