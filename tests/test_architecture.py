"""The picture of the rooms can be drawn from the import layers, and the page speaks of what is there."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from tests.architecture import PICTURE, ROOT, draw, imports, rooms

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def test_the_picture_holds_every_room_with_what_it_is_for() -> None:
    words = [element.text for element in ET.fromstring(draw()).iter("{http://www.w3.org/2000/svg}text")]
    there = rooms()
    assert len(there) > 15
    assert words == [word for room in there for word in (room.name, room.what)]
    assert all(room.what for room in there)


def test_arcs_lead_down_and_none_is_implied_by_others() -> None:
    there = rooms()
    depth = {room.name: room.layer for room in there}
    drawn = imports(there)
    assert all(depth[room] < depth[used] for room, all_ in drawn.items() for used in all_)
    assert drawn["quantities"] >= {"units", "numerals"}
    assert "errors" not in drawn["cli"]


def test_the_page_shows_a_picture_that_was_drawn() -> None:
    assert f"]({PICTURE.name})" in PAGE
    assert ET.parse(PICTURE).getroot().tag.endswith("svg")


def test_every_room_file_and_page_it_names_is_there() -> None:
    names = {room.name for room in rooms()}
    cells = re.findall(r"^\| \w+ \(([^)]*)\)", PAGE, re.M)
    assert {name for cell in cells for name in re.findall(r"`(\w+)`", cell)} <= names
    paths = [
        path for path in re.findall(r"`([\w./-]+/)`|`([\w./-]+\.(?:toml|py|md))`", PAGE) if "<" not in "".join(path)
    ]
    assert len(paths) > 10
    homes = (ROOT, ROOT / "factcheck")
    assert [path for path in map("".join, paths) if not any((home / path).exists() for home in homes)] == []


def test_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", PAGE)
    assert targets
    assert [target for target in targets if not Path(ROOT / "docs" / target).exists()] == []
