"""Articles that plainly conflict, for tests of whole commands: three outlets on one ferry."""

from __future__ import annotations

from pathlib import Path

TEXT = """2031-03-05 {outlet}

The ferry Marisol sank off Port Tarn on Tuesday. {who} said {number} people were killed when the ferry sank.
"""
QUESTION = "How many people were killed?"


def article(folder: Path, name: str, who: str, number: int) -> Path:
    """One outlet's article, in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.txt"
    path.write_text(TEXT.format(outlet=name.title(), who=who, number=number), encoding="utf-8")
    return path


def ferry(folder: Path) -> Path:
    """Two articles that contradict each other."""
    article(folder, "wire", "The coast guard", 12)
    article(folder, "herald", "The navy", 19)
    return folder
