"""What went wrong is said with its place and the way out."""

from __future__ import annotations

import importlib.metadata
from typing import TYPE_CHECKING

from factcheck.errors import DISTRIBUTION, FactcheckError, MissingExtraError, install_command

if TYPE_CHECKING:
    import pytest


def test_place_problem_and_way_out() -> None:
    assert str(FactcheckError("no date", where="a.txt", todo="give one")) == "a.txt: no date; give one"
    assert str(FactcheckError("no date")) == "no date"


def test_the_command_of_an_extra_names_its_packages() -> None:
    assert install_command("serve") == "pip install 'werkzeug>=3.1'"
    error = MissingExtraError("serving needs werkzeug", extra="serve")
    assert str(error) == "serving needs werkzeug; install it: pip install 'werkzeug>=3.1'"


def test_several_packages_stand_in_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    needed = ["click>=8", "a>=1; extra == 'x'", 'b; python_version < "4" and extra == "x"', 'c; extra == "xy"']
    monkeypatch.setattr(importlib.metadata, "requires", {DISTRIBUTION: needed}.get)
    assert install_command("x") == "pip install 'a>=1' 'b'"


def test_in_a_folder_that_was_never_installed_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> list[str]:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "requires", missing)
    assert install_command("serve") == "pip install '.[serve]'"
