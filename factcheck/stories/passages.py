"""Passages that were copied: runs of words (shingles) that two sentences share."""

from __future__ import annotations

import functools
import re

_WORD = re.compile(r"\w+")
_RUN = 4


@functools.lru_cache(maxsize=8192)
def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of four words of a text, lower-case; numbers count as words."""
    words = _WORD.findall(text.lower())
    return frozenset(zip(*(words[at:] for at in range(_RUN)), strict=False))


def alike(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> float:
    """The share of the smaller set that the other holds; 0 when one of them is empty."""
    least = min(len(a), len(b))
    return len(a & b) / least if least else 0.0
