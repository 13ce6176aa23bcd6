"""Write ``rules/context/idf.toml``: how rare each word is in a folder of articles (words and weights only).

python -m tests.bench.make_idf FOLDER > rules/context/idf.toml
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path

from factcheck.stories.words import base_words

_LEAST = 5  # words of fewer articles are left out: names of a day, misspellings
_STEP = 0.5  # bits


def main(folder: str) -> str:
    counts: Counter[str] = Counter()
    paths = sorted(Path(folder).glob("*.txt"))
    for path in paths:
        counts.update(base_words(path.read_text(encoding="utf-8", errors="replace")))
    steps: dict[float, list[str]] = {}
    for word, count in sorted(counts.items()):
        if count >= _LEAST:
            bits = round(-math.log2(count / len(paths)) / _STEP) * _STEP
            steps.setdefault(abs(bits), []).append(word)
    unlisted = round(-math.log2(_LEAST / 2 / len(paths)) / _STEP) * _STEP
    head = [
        f"# How rare words are: -log2 of the share of {len(paths)} articles that hold them, in bits, by base form.",
        "# Made by tests/bench/make_idf.py (`make weights`); a word that is not listed is in fewer than "
        f"{_LEAST} of the articles.",
        f"documents = {len(paths)}",
        f"unlisted = {unlisted}",
        "",
        "[words]",
    ]
    return "\n".join(head + [f"\"{bits}\" = '''\n{_wrapped(words)}'''" for bits, words in sorted(steps.items())]) + "\n"


def _wrapped(words: list[str], width: int = 150) -> str:
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1]))
