"""Figures of one group in two currencies, or in percent and points: never "agree", never a number against a number."""

from __future__ import annotations

import pytest

from factcheck.comparing import compare
from factcheck.comparing.conflicts import compare_group
from factcheck.comparing.model import Comparison
from factcheck.grouping import ClaimGroup
from factcheck.vocabulary import default_vocabulary
from tests.claim_factories import claim

NOT_CONVERTED = "are not compared: currencies are not converted."


def grouped(a: str, b: str, first: str = "The court awarded the firm {}.", second: str = "It won {} in all.") -> str:
    """The verdict of a group of two, its reason and hint, in a line."""
    conflict = group_of(a, b, first, second)
    pair: Comparison | None = conflict.comparisons[0] if conflict.comparisons else None
    return f"{conflict.relation}: {pair.reason} {pair.hint}" if pair else conflict.relation


def group_of(a: str, b: str, first: str, second: str):  # type: ignore[no-untyped-def]
    claims = (
        claim(first.format(f"{{{a}}}"), outlet="Herald", published="2024-03-04"),
        claim(second.format(f"{{{b}}}"), outlet="Courier", published="2024-03-04"),
    )
    return compare_group(ClaimGroup("g1", None, "How much?", claims, (), 0.9), default_vocabulary())


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (
            "$2.5m",
            "€2.5m",
            f"compatible: “$2.5m” in Herald and “€2.5m” in Courier {NOT_CONVERTED} same digits in anoth",
        ),
        ("$2.5m", "£2.1m", f"compatible: “$2.5m” in Herald and “£2.1m” in Courier {NOT_CONVERTED} None"),
        ("US$2.5m", "A$2.5m", f"compatible: “US$2.5m” in Herald and “A$2.5m” in Courier {NOT_CONVERTED} same digits"),
        ("25%", "25 percentage points", "compatible: “25%” in Herald and “25 percentage points” in Courier are not"),
        (
            "$5 per bottle",
            "$5 per ticket",
            "compatible: “$5” in Herald and “$5” in Courier are not compared: per bottle against per ticket. None",
        ),
        ("$2.5m", "US$2.5m", "agree"),
        ("$2.5m", "US$3.5m", "conflict"),
        ("$2.5m", "A$2.5m", "agree"),
        ("$2.5m", "A$3.5m", "check"),
    ],
)
def test_verdicts(a: str, b: str, verdict: str) -> None:
    assert grouped(a, b).startswith(verdict)


def test_one_passage_with_another_currency_is_copy_drift() -> None:
    passage = "The harbour board said on Friday that the new ferry would cost {} to build."
    conflict = group_of("$2.5m", "€2.5m", passage, passage)
    assert conflict.relation == "conflict"
    assert conflict.comparisons[0].nature == "drift"


def test_another_currency_does_not_widen_the_range() -> None:
    found = group_of("$2.5m", "£9m", "The court awarded the firm {}.", "It won {} in all.")
    assert found.range.high is not None
    assert found.range.high < 3_000_000


def test_two_currencies_are_no_comparison() -> None:
    a = claim("The court awarded the firm {$5m}.")
    b = claim("It won {£5m} in all.")
    assert compare(a, b, default_vocabulary()).nature == "apart"
