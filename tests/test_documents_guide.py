"""docs/documents.md: its examples of outlet and day, its configuration, its words for where something is known from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from factcheck.configuration import load_configuration
from factcheck.documents import Document, Provenance, document_from_text
from factcheck.documents.readers import READERS

GUIDE = (Path(__file__).parent.parent / "docs" / "documents.md").read_text(encoding="utf-8")
_ROW = re.compile(r"^\| `(?P<file>[^`]+)` \| `(?P<text>[^`]+)` \| (?P<rest>.*) \|$", re.M)


def examples() -> list[tuple[str, str, tuple[str | None, ...]]]:
    part = GUIDE.partition("<!-- examples -->")[2].partition("<!-- end of examples -->")[0]
    rows = []
    for match in _ROW.finditer(part):
        cells = tuple(None if cell == "–" else cell.strip("`") for cell in match["rest"].split(" | "))
        rows.append((match["file"], match["text"].replace("⏎", "\n"), cells))
    return rows


def test_there_are_examples() -> None:
    assert len(examples()) > 10


@pytest.mark.parametrize(("file", "text", "known"), examples())
def test_example(file: str, text: str, known: tuple[str | None, ...]) -> None:
    found: Document = document_from_text(text, file)
    day = found.published.isoformat() if found.published else None
    assert (found.outlet, found.outlet_from, day, found.published_from) == known


def test_every_way_of_knowing_is_told() -> None:
    assert [way for way in get_args(Provenance) if f"`{way}`" not in GUIDE] == []


def test_the_extras_are_told() -> None:
    assert {reader.extra for reader in READERS.values() if reader.extra} <= set(
        re.findall(r"^\| `(\w+)` \|", GUIDE, re.M)
    )


def test_the_configuration_is_one(tmp_path: Path) -> None:
    (text,) = (block for block in re.findall(r"```toml\n(.*?)```", GUIDE, re.S) if "[outlets]" in block)
    (tmp_path / "factcheck.toml").write_text(text, encoding="utf-8")
    assert load_configuration(tmp_path / "factcheck.toml").settings.paths == ("articles/",)
