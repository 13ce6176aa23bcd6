"""Score the reading on articles labelled figure by figure (``tests/corpora/articles.json``).

    python -m tests.bench.articles [open | kept] [--misses FILE]

The articles are those of ``../shared/wild.tar.gz``, named by folder and file, their labels by place, as
``../shared/figures/GUIDE.md`` has them; its scorer scores them. The *open* ones are to learn from. Of the *kept* ones
only the totals are looked at, never a miss: what rises on the open ones alone was learned by heart.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tarfile
import tempfile
from itertools import chain
from pathlib import Path
from typing import Any

SHARED = Path(__file__).parents[3] / "shared"
LABELS = Path(__file__).parents[1] / "corpora" / "articles.json"
UNSAID = {"approx": False, "polarity": "affirmed", "modality": "actual", "change": None, "whole": None}


def label(text: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row of ours as a label of the scorer's: its quote runs on from the number, or up to it, till it is one."""
    start, stop = row["at"]
    on = (text[start:end] for end in range(stop, len(text) + 1))
    back = (text[begin:stop] for begin in range(start, -1, -1))
    quote = next(each for each in chain(on, back) if text.count(each) == 1)
    number = text[start:stop]
    return {**UNSAID, **row, "quote": quote, "surface": number, "number": number, "figure": "low" in row}


def lay_out(part: str, folder: Path) -> int:
    """Write the articles of a part with their labels into a folder; how many there are."""
    labels = json.loads(LABELS.read_text(encoding="utf-8"))[part]
    with tarfile.open(SHARED / "wild.tar.gz") as archive:
        for name, rows in labels.items():
            member = archive.extractfile(f"wild/{name}")
            if member is None:
                raise FileNotFoundError(name)
            text = member.read().decode()
            path = folder / name.replace("/", "__")
            path.write_text(text, encoding="utf-8", newline="")
            told = {"document": path.name, "numbers": [label(text, row) for row in rows]}
            path.with_suffix(".json").write_text(json.dumps(told), encoding="utf-8")
    return len(labels)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=("open", "kept"), default="open")
    parser.add_argument("--misses", metavar="FILE", help="of the open ones: write every miss to FILE")
    asked = parser.parse_args()
    if asked.misses and asked.part == "kept":
        parser.error("of the kept articles nothing but the totals is looked at")
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(f"{lay_out(asked.part, Path(folder))} articles\n")
        sys.stdout.flush()
        command = [
            sys.executable,
            str(SHARED / "figures" / "score.py"),
            folder,
            "--cmd",
            f"{sys.executable} -m factcheck",
        ]
        subprocess.run([*command, *(["--misses", asked.misses] if asked.misses else [])], check=True)


if __name__ == "__main__":
    main()
