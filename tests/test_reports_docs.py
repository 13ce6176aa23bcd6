"""What ``docs/reports.md`` says is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.reports import FORMATS

DOCS = Path(__file__).parent.parent / "docs"
TEXT = (DOCS / "reports.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_described(name: str) -> None:
    assert re.search(rf"^\| .*`{name}`", TEXT, re.MULTILINE)


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)]+)\)", TEXT))
def test_pictures_and_links_are_there(target: str) -> None:
    assert (DOCS / target).is_file()


def test_keys_are_those_of_the_page() -> None:
    page = (DOCS.parent / "factcheck/reports/templates/dialog.html").read_text(encoding="utf-8")
    said = set(re.findall(r"`([^`]+)`", re.search(r"\| key .*?\n\n", TEXT, re.DOTALL)[0]))  # type: ignore[index]
    assert set(re.findall(r"<kbd>(.*?)</kbd>", page)) - {"?"} == said - {"?"}
