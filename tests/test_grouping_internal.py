"""What inside one article, or between articles of no one event, is never held against each other; with near-misses."""

from __future__ import annotations

import re

import pytest

from factcheck.grouping.linking import Linker
from factcheck.ruleset import Ruleset, load_ruleset
from tests.test_grouping import claims_of

MANY = "one article gives such numbers of many things"


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return load_ruleset()


def veto_of(texts: list[str], rules: Ruleset) -> str | None:
    """Why the two numbers in braces are kept apart, if they are."""
    claims = claims_of([text.replace("{", "").replace("}", "") for text in texts], rules)
    wanted = []
    for number, text in enumerate(texts, 1):
        for at, match in enumerate(re.finditer(r"{", text)):
            wanted.append((f"d{number}", match.start() - 2 * at))
    a, b = (c for c in claims if (c.figure.document.id, c.figure.quantity.number.start) in wanted)
    return Linker(claims, rules.vocabulary).link(a, b).veto


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # polls, rates and readings are of other groups, months and places
        ("Some {61}% of Democrats back the bill, a poll found. About {58}% of Democrats say they will vote.", MANY),
        ("Unemployment stood at {6.4}% in May. Unemployment among the young was {15.1}%.", MANY),
        ("Unemployment stood at {6.4}% in May. The bank has been aiming for unemployment of {6}%.", MANY),
        ("The river at Arlen rose to {31} feet on Monday. At Orlen the river was {18} feet deep.", MANY),
        ("Police arrested {25} people in the port. Later, police arrested {140} people.", MANY),
        # but the text itself may hold two accounts against each other
        ("Unemployment is {9}%, the union said. But the ministry said unemployment is {5}%.", None),
        # the same number says nothing against itself
        ("Unemployment stood at {6.4}% in May. The rate of {6.4}% is the lowest in years.", None),
        # and tolls of one event are held against each other
        ("The fire in the mill killed {9} people, police said. The mayor said the fire killed {11} people.", None),
    ],
)
def test_numbers_of_one_article(text: str, expected: str | None, rules: Ruleset) -> None:
    assert veto_of([f"News of the day\n\n{text}\n"], rules) == expected


def test_a_headline_answers_for_its_own_text(rules: Ruleset) -> None:
    text = "Unemployment rises to {7.4}% in May\n\nUnemployment rose to {7.9}% in May, the ministry said.\n"
    assert veto_of([text], rules) is None


def test_what_is_forecast_is_not_what_fell(rules: Ruleset) -> None:
    storm = "Storm Ylva nears Marlo\n\nMARLO — Storm Ylva neared Marlo in the Marlo strait on Monday. {}\n"
    texts = [
        storm.replace("{}", "It has dropped {16} inches of rain in Marlo."),
        storm.replace("{}", "It is expected to drop {24} inches of rain in Marlo."),
    ]
    assert veto_of(texts, rules) == "actual against forecast"
