"""Rule sets: TOML files by concept into frozen claim types, every key checked, path and line kept."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaimType:
    """A kind of claim that a rule teaches: ``[claim.NAME]`` of a rules file."""

    name: str  # "casualties.killed"
    question: str  # "How many {counted} were killed?"
    path: str = ""
    line: int = 0
