"""docs/documents.md: its examples of outlet and day, its configuration, its words for where something is known from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from factcheck.configuration import load_configuration
from factcheck.documents import Document, Provenance, read_file
from factcheck.documents.readers import READERS

GUIDE = (Path(__file__).parent.parent / "docs" / "documents.md").read_text(encoding="utf-8")
_ROW = re.compile(r"^\| (?P<files>`[^|]+`) \| (?P<texts>`.+`) \| (?P<rest>.*?\|.*?\|.*?\|.*?) \|$", re.M)
_CELL = re.compile(r"`([^`]+)`")


def examples() -> list[tuple[dict[str, str], tuple[str | None, ...]]]:
    """The files of each example by name, and what is known of the first of them."""
    part = GUIDE.partition("<!-- examples -->")[2].partition("<!-- end of examples -->")[0]
    rows = []
    for match in _ROW.finditer(part):
        cells = tuple(None if cell == "–" else cell.strip("`") for cell in match["rest"].split(" | "))
        texts = (text.replace("⏎", "\n") for text in _CELL.findall(match["texts"]))
        rows.append((dict(zip(_CELL.findall(match["files"]), texts, strict=True)), cells))
    return rows


def test_there_are_examples() -> None:
    told = [cells for _, cells in examples()]
    assert len(told) > 20
    assert set(get_args(Provenance)) - {"option"} == {by for cells in told for by in (cells[1], cells[3]) if by}


@pytest.mark.parametrize(("files", "known"), examples())
def test_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], known: tuple[str | None, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    found = read_file(next(iter(files)))[0]
    assert isinstance(found, Document), found
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
