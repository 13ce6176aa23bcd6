"""Two figures of one claim: the worked cases of the semantics, the order of decision, and its reasons."""

from __future__ import annotations

import pytest

from factcheck.comparing import Comparison, compare
from factcheck.comparing.values import pair_up
from factcheck.vocabulary import default_vocabulary
from tests.claim_factories import claim


def compared(a: str, b: str) -> Comparison | None:
    """Two reports of one day by two outlets without named speakers."""
    one = claim(f"The blast killed {{{a}}} people.", outlet="Herald", published="2024-03-04")
    two = claim(f"It killed {{{b}}} in all.", outlet="Courier", published="2024-03-04")
    return compare(one, two, default_vocabulary())


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("at least 12", "12", "agree"),
        ("at least 12", "15", "compatible"),
        ("at least 12", "10", "conflict"),
        ("over 60", "60", "compatible"),
        ("over 60", "58", "conflict"),
        ("over 60", "more than 60", "agree"),
        ("up to 40", "40", "agree"),
        ("up to 40", "25", "compatible"),
        ("up to 40", "45", "conflict"),
        ("up to 40", "a few", "compatible"),
        ("dozens of", "36", "compatible"),
        ("dozens of", "15", "compatible"),
        ("dozens of", "3", "conflict"),
        ("dozens of", "hundreds of", "conflict"),
        ("several", "dozens of", "compatible"),
        ("tens of thousands of", "43,000", "compatible"),
        ("1.2 million", "1,187,432", "agree"),
        ("1.2 million", "1,260,000", "conflict"),
        ("between 10 and 15", "12", "compatible"),
        ("between 10 and 15", "18", "conflict"),
        ("about 200", "around 200", "agree"),
        ("about 200", "more than 200", "compatible"),
        ("nearly 900,000", "908,614", "compatible"),
        ("nearly 100", "more than 100", "compatible"),
        ("nearly 100", "about 130", "conflict"),
        ("40", "42", "conflict"),
        ("20", "22", "conflict"),
        ("5,000", "more than 5,000", "compatible"),
        ("no", "12", "conflict"),
    ],
)
def test_worked_cases(a: str, b: str, relation: str) -> None:
    found = compared(a, b)
    assert found is not None
    assert found.relation == relation, found.reason


@pytest.mark.parametrize(
    ("a", "b", "comparable"),
    [
        ("$5 million", "US$5 million", True),
        ("$5 million", "C$7 million", True),  # it may be the same dollar
        ("$5 million", "£4 million", False),
        ("$5 million", "€4 million", False),
        ("US$5 million", "C$7 million", False),
        ("5 million rupees", "₹5 million", True),
        ("5 million rupees", "$5 million", False),
    ],
)
def test_currencies_compare_only_where_they_may_be_one(a: str, b: str, comparable: bool) -> None:
    one = claim(f"The court awarded the firm {{{a}}}.", outlet="Herald", published="2024-03-04")
    two = claim(f"The firm was awarded {{{b}}} in all.", outlet="Courier", published="2024-03-04")
    pairing = pair_up(one.figure.quantity, two.figure.quantity)
    assert isinstance(pairing, str) is not comparable, pairing
