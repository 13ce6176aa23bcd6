"""The picture of ``docs/architecture.md``: the rooms of the package as the import layers order them.

``python -m tests.architecture`` (``make architecture``) draws ``docs/architecture.svg`` from what is there: the layers
of ``pyproject.toml``, the first sentence of each room's docstring, the imports between rooms.
"""

from __future__ import annotations

import ast
import html
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import grimp

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "architecture.svg"

ROW, TOP, ARCS, BOX, WIDTH = 30, 16, 110, 100, 920
_CHARACTERS = 96  # of a description that fit beside its room
_STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #1a1a1a; }
  .name { font-weight: 600; text-anchor: middle; }
  .what { fill: #55585c; }
  rect { fill: #eef3f8; stroke: #9db2c6; }
  .band { fill: #f6f6f4; stroke: none; }
  path { fill: none; stroke: #7b93ab; stroke-width: 1.2; opacity: .75; }
  .tip { fill: #7b93ab; stroke: none; opacity: 1; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e8e8e6; } .what { fill: #a9adb2; }
    rect { fill: #223041; stroke: #55708c; } .band { fill: #1e2124; }
  }
"""


@dataclass(frozen=True)
class Room:
    """A module or package right under ``factcheck``: its layer counted from the top, and what it is for."""

    name: str
    layer: int
    what: str


def rooms() -> list[Room]:
    """All rooms in the order of the layers, those that import others first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [contract] = settings["tool"]["importlinter"]["contracts"]
    layers = [[name.strip(" ()") for name in layer.split("|")] for layer in contract["layers"]]
    return [Room(name, depth, _what(name)) for depth, names in enumerate(layers) for name in names]


def imports(there: list[Room]) -> Mapping[str, set[str]]:
    """Which rooms each room imports, less those it reaches through another one anyway."""
    graph = grimp.build_graph("factcheck")
    home = {module: module.split(".")[1] for module in graph.modules if "." in module}
    direct: dict[str, set[str]] = {room.name: set() for room in there}
    for module, room in home.items():
        used = {home[other] for other in graph.find_modules_directly_imported_by(module) if other in home}
        if room in direct:
            direct[room] |= (used & direct.keys()) - {room}
    reached: dict[str, set[str]] = {}
    for room in reversed([room.name for room in there]):
        reached[room] = set().union(*(reached.get(used, set()) | {used} for used in direct[room]))
    return {name: {u for u in used if not any(u in reached[o] for o in used - {u})} for name, used in direct.items()}


def draw() -> str:
    """The picture as SVG: a row a room, arcs from each room down to those it stands on."""
    there = rooms()
    middle = {room.name: TOP + ROW * n + ROW // 2 for n, room in enumerate(there)}
    height = TOP * 2 + ROW * len(there)
    arcs = [_arc(middle[room], middle[used]) for room, all_ in imports(there).items() for used in sorted(all_)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
            "<title>The rooms of factcheck: each imports only rooms below it</title>",
            f"<style>{_STYLE}</style>",
            *_bands(there),
            *(line for arc in arcs for line in arc),
            *(line for room in there for line in _row(room, middle[room.name])),
            "</svg>\n",
        ]
    )


def _what(name: str) -> str:
    """The first sentence of a room's docstring."""
    folder = ROOT / "factcheck" / name
    source = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    text = " ".join((ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or "").split("\n\n")[0].split())
    first, stop, _ = text.replace("`", "").partition(". ")
    sentence = (first + stop).strip().removesuffix(".")
    cut = sentence.rfind(" ", 0, _CHARACTERS)
    return sentence if len(sentence) <= _CHARACTERS else sentence[:cut].rstrip(",;:") + " …"


def _bands(there: list[Room]) -> Iterator[str]:
    """A ground under rooms of one layer, which do not import each other."""
    starts = [n for n, room in enumerate(there) if n == 0 or room.layer != there[n - 1].layer]
    for first, after in pairwise([*starts, len(there)]):
        if after - first > 1:
            y, high = TOP + ROW * first, ROW * (after - first)
            yield f'<rect class="band" x="{ARCS - 8}" y="{y}" width="{WIDTH - ARCS}" height="{high}" rx="6"/>'


def _row(room: Room, middle: int) -> Iterator[str]:
    yield f'<rect x="{ARCS}" y="{middle - 12}" width="{BOX}" height="24" rx="4"/>'
    yield f'<text class="name" x="{ARCS + BOX // 2}" y="{middle + 4}">{room.name}</text>'
    yield f'<text class="what" x="{ARCS + BOX + 12}" y="{middle + 4}">{html.escape(room.what)}</text>'


def _arc(start: int, stop: int) -> tuple[str, str]:
    """From a room down to one it imports; the farther, the wider."""
    out = ARCS - 12 - min(ARCS - 20, 6 + (stop - start) // 3)
    line = f'<path d="M{ARCS},{start + 4} C{out},{start + 4} {out},{stop - 4} {ARCS - 5},{stop - 4}"/>'
    return line, f'<path class="tip" d="M{ARCS},{stop - 4} l-7,-3.5 v7 z"/>'


def write() -> None:
    """Draw the picture anew."""
    PICTURE.write_text(draw(), encoding="utf-8")


if __name__ == "__main__":
    write()
