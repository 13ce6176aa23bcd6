"""quantulum3's unit knowledge, drawn once into ``index.json``: the only module that imports it, never on a scan.

``python -m factcheck.units.source`` writes the index anew; a test holds it against its source.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

INDEX = Path(__file__).with_name("index.json")


def draw_index() -> dict[str, Any]:
    """Every unit of quantulum3: its entity and URI-free names; surfaces (with plurals) and symbols to unit names."""
    from quantulum3 import load

    units = load.units()
    return {
        "units": {name: unit.entity.name for name, unit in sorted(units.names.items())},
        "surfaces": _names(units.surfaces_lower),
        "symbols": _names(units.symbols),
    }


def _names(table: Any) -> dict[str, list[str]]:
    return {key: sorted(unit.name for unit in found) for key, found in sorted(table.items()) if key and found}


def index_text() -> str:
    """The text of ``index.json`` as its source has it now."""
    return json.dumps(draw_index(), ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    INDEX.write_text(index_text(), encoding="utf-8")
