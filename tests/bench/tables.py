"""Tables of weights as TOML, rounded, in a fixed order: the same weights give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from factcheck.comparing.wanted import WantedTable
from factcheck.pairs.table import COLUMNS, WeightTable
from factcheck.stories.odds import StoryTable

RULES = Path(__file__).parents[2] / "rules" / "context"
_BY = "Made by `make weights` (tests/bench/estimate_weights.py); do not edit by hand."


def rounded(bits: float) -> Decimal:
    """Hundredths of a bit; no negative zero."""
    return Decimal(str(round(bits, 2) + 0.0))


def write_all(stories: StoryTable, weights: WeightTable, wanted: WantedTable) -> None:
    (RULES / "stories.toml").write_text(stories_toml(stories), encoding="utf-8")
    (RULES / "weights.toml").write_text(weights_toml(weights), encoding="utf-8")
    (RULES / "wanted.toml").write_text(wanted_toml(wanted), encoding="utf-8")


def stories_toml(table: StoryTable) -> str:
    return "\n".join(
        [
            "# What tells that two documents are about one event, in bits for each unit of it; see factcheck/stories/.",
            f"# {_BY}",
            f'made = "{table.made}"',
            f"prior = {table.prior}",
            "",
            "[levels]",
            *_levels(table.levels),
            "",
        ]
    )


def wanted_toml(table: WantedTable) -> str:
    return "\n".join(
        [
            "# How probably a reader wants a flag, in bits for each unit of what its pairs have in common; see",
            f"# factcheck/comparing/wanted.py. {_BY}",
            f'made = "{table.made}"',
            f"least = {table.least}  # the bits from which two numbers are something to check",
            f"firm = {table.firm}  # and from which they contradict each other",
            f"likely = {table.likely}  # the probability from which a flag is no mere maybe",
            f"prior = {table.prior}",
            "",
            "[levels]",
            *_levels(table.levels),
            "",
        ]
    )


def weights_toml(table: WeightTable) -> str:
    lines = [
        "# Match weights of the linking model, in bits: what each level of each part adds to the log-odds that two",
        "# figures answer one question; see factcheck/pairs/.",
        f"# {_BY}",
        f"# The columns: {', '.join(COLUMNS)}.",
        f'made = "{table.made}"',
        f"joined = {table.joined}  # log-odds from which two clusters are one claim",
        f"prior = {_row(table.prior)}",
    ]
    lines += ["", "[company]", *(f'"{level}" = {_row(bits)}' for level, bits in table.company.items())]
    for part, by in table.parts.items():
        lines += ["", f'[parts."{part}"]', *(f'"{level}" = {_row(bits)}' for level, bits in sorted(by.items()))]
    return "\n".join(lines) + "\n"


def _levels(levels: Mapping[str, Decimal]) -> list[str]:
    return [f'"{level}" = {bits}' for level, bits in sorted(levels.items())]


def _row(bits: Sequence[Decimal]) -> str:
    return f"[{', '.join(map(str, bits))}]"
