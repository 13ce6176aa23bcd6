"""How large a pattern is, before it is compiled: repeats inside repeats take memory as they multiply."""

from __future__ import annotations

import re

_MOST_PARTS = 20_000  # letters and classes, repeats written out
_DEEPEST = 40  # brackets inside brackets
_LONGEST = 2_000  # characters

# A class, an escaped character, a bracket, a repeat with numbers; everything else is a letter or a mark.
_PART = re.compile(
    r"(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<escape>\\.)|(?P<open>\()|(?P<close>\))"
    r"|\{(?P<low>\d*),?(?P<high>\d*)\}|(?P<other>.)",
    re.DOTALL,
)


def fault(pattern: str) -> tuple[str, str] | None:
    """What makes a pattern too large to be tried, and what to do; ``None`` for an honest one."""
    if len(pattern) > _LONGEST:
        return f"has {len(pattern):,} characters", f"keep it under {_LONGEST:,}"
    sizes = [0]  # of each open bracket
    last = 0  # of the part before a repeat
    for part in _PART.finditer(pattern):
        if part["open"]:
            sizes.append(0)
            last = 0
        elif part["close"] and len(sizes) > 1:
            last = sizes.pop()
            sizes[-1] += last
        elif part["low"] is not None:
            more = last * (_times(part) - 1)
            sizes[-1] += more
            last += more
        else:
            last = 1
            sizes[-1] += 1
        if len(sizes) > _DEEPEST:
            return "has brackets inside brackets without end", f"use no more than {_DEEPEST} levels"
        if max(sizes) > _MOST_PARTS:
            return "repeats repeats too often", "take away repeats inside repeats"
    return None


def _times(repeat: re.Match[str]) -> int:
    digits = max(repeat["low"], repeat["high"], key=lambda number: (len(number), number))
    return max(1, int(digits[:6] or 1))
