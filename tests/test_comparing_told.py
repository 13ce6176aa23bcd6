"""Two texts, or a headline and its text, read to the end: what is compared, what agrees, and the near misses."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck.claims import Claim, claim_figures
from factcheck.comparing import FLAGGED, Conflict, compare, compare_groups
from factcheck.context.model import Modality
from factcheck.documents import document_from_text
from factcheck.figures import extract_figures
from factcheck.grouping import group_claims
from factcheck.ruleset import load_ruleset
from factcheck.vocabulary import default_vocabulary
from tests.claim_factories import claim

DAY = dt.date(2031, 3, 5)


def told(*texts: str) -> list[Conflict]:
    """The groups of texts of one day."""
    rules = load_ruleset()
    claims: list[Claim] = []
    for number, text in enumerate(texts, 1):
        made = document_from_text(text, f"d{number}.txt", DAY, id=f"d{number}", vocabulary=rules.vocabulary)
        claims += claim_figures(extract_figures(made, rules.vocabulary).figures, rules)
    return list(compare_groups(group_claims(claims, rules.vocabulary), rules.vocabulary, claims=claims))


def relation(found: list[Conflict], one: str, other: str) -> str | None:
    """How the group that holds both figures is judged; ``None`` where none does."""
    for each in found:
        if {one, other} <= {claim.figure.text for claim in each.group.claims}:
            return "flagged" if each.relation in FLAGGED else each.relation
    return None


@pytest.mark.parametrize(
    ("a", "b", "one", "other", "expected"),
    [
        (
            "The town council of Orlen approved the harbour plan 7-2 on Tuesday.",
            "On Tuesday the council of Orlen voted 8-2 for the harbour plan.",
            "7",
            "8",
            "flagged",
        ),
        (
            "The Orlen Rovers beat Varn City 3-1 in the cup final on Tuesday.",
            "In the cup final on Tuesday the Orlen Rovers won 4-1 against Varn City.",
            "3",
            "4",
            "flagged",
        ),
        (
            "The town council of Orlen approved the harbour plan 7-2 on Tuesday.",
            "On Tuesday the council of Orlen voted 7-2 for the harbour plan.",
            "7",
            "2",
            None,  # votes for and votes against
        ),
        (
            "Inspectors found no leaks in the Orlen pipeline on Tuesday, the utility said.",
            "Inspectors found twelve leaks in the Orlen pipeline on Tuesday, the utility said.",
            "no",
            "twelve",
            "flagged",
        ),
        (
            "No bodies were found in the wreck of the ferry Marla on Tuesday.",
            "Twelve bodies were found in the wreck of the ferry Marla on Tuesday.",
            "No",
            "Twelve",
            "flagged",
        ),
        (
            "No bodies were found in the wreck of the ferry Marla on Tuesday.",
            "Zero bodies were found in the wreck of the ferry Marla on Tuesday.",
            "No",
            "Zero",
            "agree",
        ),
        (
            "The war in Nordia has lasted for a decade, the bishop of Orlen said.",
            "The war in Nordia has lasted for four years, the bishop of Orlen said.",
            "a decade",
            "four",
            "flagged",
        ),
        (
            "The strike at the Orlen docks lasted a fortnight.",
            "The strike at the Orlen docks lasted 20 days.",
            "a fortnight",
            "20",
            "flagged",
        ),
        (
            "The strike at the Orlen docks lasted a fortnight.",
            "The strike at the Orlen docks lasted 14 days.",
            "a fortnight",
            "14",
            "agree",
        ),
        (
            "Half of the shops in Orlen shut on Tuesday because of the flood.",
            "The flood shut 80 % of the shops in Orlen on Tuesday.",
            "Half",
            "80 %",
            "flagged",
        ),
        (
            "A third of the homes in Varn lost power in the storm on Tuesday.",
            "In Varn 60 percent of the homes lost power in the storm on Tuesday.",
            "A third",
            "60 percent",
            "flagged",
        ),
        (
            "Half of the shops in Orlen shut on Tuesday because of the flood.",
            "The flood shut 50 % of the shops in Orlen on Tuesday.",
            "Half",
            "50 %",
            "agree",
        ),
    ],
)
def test_numbers_of_one_kind_in_other_words_are_compared(
    a: str, b: str, one: str, other: str, expected: str | None
) -> None:
    assert relation(told(a, b), one, other) == expected


@pytest.mark.parametrize(
    ("a", "b", "one", "other", "expected"),
    [
        ("Sales at Nordia fell by −3.16 %.", "Sales at Nordia fell by 3.16 %.", "−3.16 %", "3.16 %", "agree"),
        ("Rents in Orlen are down by -4.2 %.", "Rents in Orlen are down by 4.2 %.", "-4.2 %", "4.2 %", "agree"),
        ("Rents in Orlen fell by -4.2 %.", "Rents in Orlen fell by 7.9 %.", "-4.2 %", "7.9 %", "flagged"),
        ("Turnout in Orlen was some 88.41 %.", "Turnout in Orlen was 92 %.", "some 88.41 %", "92 %", "flagged"),
        ("The bridge in Orlen cost about $4.37 million.", "The bridge in Orlen cost $4.9 million.",
         "about $4.37 million", "$4.9 million", "flagged"),
        ("Turnout in Orlen was some 88.41 %.", "Turnout in Orlen was 88.4 %.", "some 88.41 %", "88.4 %", "agree"),
        ("Turnout in Orlen was about 90 %.", "Turnout in Orlen was 93 %.", "about 90 %", "93 %", "compatible"),
    ],
)  # fmt: skip
def test_signs_and_hedges_follow_what_is_written(a: str, b: str, one: str, other: str, expected: str) -> None:
    assert relation(told(a, b), one, other) == expected


THEFT = "Thieves took {} from a bank in Orlen on Tuesday."


@pytest.mark.parametrize(
    ("a", "b", "one", "other", "expected"),
    [
        ("£1.7m (2m euros; $2.6m)", "$2.6m", "$2.6m", "$2.6m", "agree"),
        ("£1.7m (2m euros; $2.6m)", "$4.1m", "$2.6m", "$4.1m", "flagged"),
        ("£1.7m (2m euros; $2.6m)", "$4.1m", "£1.7m", "$4.1m", None),
        ("€5m ($5.4m)", "$7.3m (€6.8m)", "€5m", "€6.8m", "flagged"),
        ("£1.7m", "$2.6m", "£1.7m", "$2.6m", "compatible"),  # one currency each: nothing to compare it by
    ],
)
def test_money_in_brackets_is_compared_in_its_own_currency(
    a: str, b: str, one: str, other: str, expected: str | None
) -> None:
    assert relation(told(THEFT.format(a), THEFT.format(b)), one, other) == expected


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Blasts kill 13 in Nordia\n\nBombs killed nine people in Orlen and four in Varn on Tuesday, police said.",
            "“13” in the headline sums up “nine” and “four” of the text.",
        ),
        (
            "Floods kill 13 in Nordia\n\nThe flood killed nine people in Orlen on Tuesday. In Varn four people died.",
            "“13” in the headline sums up “nine” and “four” of the text.",
        ),
    ],
)
def test_a_headline_that_sums_what_its_text_lists_agrees_and_says_so(text: str, says: str) -> None:
    found = told(text)
    assert relation(found, "13", "nine") == "agree"
    assert [each.notes for each in found] == [(says,)]


def test_a_headline_that_is_no_sum_says_nothing_of_one() -> None:
    found = told(
        "Floods kill 14 in Nordia\n\nThe flood killed nine people in Orlen on Tuesday. In Varn four people died."
    )
    assert not any("sums up" in note for each in found for note in each.notes)
    assert relation(found, "14", "nine") != "agree"


@pytest.mark.parametrize(
    ("a", "b", "nature"),
    [
        ("general", "actual", "apart"),
        ("actual", "general", "apart"),
        ("general", "general", None),
        ("forecast", "actual", None),
    ],
)
def test_what_happens_in_general_is_never_held_against_an_event(a: Modality, b: Modality, nature: str | None) -> None:
    one = claim("Such a quake kills {500} people.", modality=a, outlet="Herald")
    other = claim("The quake killed {12} people.", modality=b, outlet="Courier")
    found = compare(one, other, default_vocabulary())
    assert found.nature == nature


def verdicts(found: list[Conflict], one: str, other: str) -> list[tuple[str, str]]:
    """The relation and the reason of the pairs of two numbers."""
    pairs = (pair for each in found for pair in each.comparisons)
    return [(p.relation, p.reason) for p in pairs if {one, other} == {p.a.figure.number, p.b.figure.number}]


def test_a_number_that_another_text_tells_as_overtaken_is_the_earlier_one() -> None:
    first = "A bomb killed 112 people in Orlen on Saturday, the rescue service said."
    later = (
        "A bomb in Orlen on Saturday killed 126 people, the rescue service said, raising the toll from a previous 112."
    )
    ((said, why),) = {each for each in verdicts(told(first, later), "112", "126") if "d1" in each[1]}
    assert said == "update"
    assert why.startswith("“112” according to the rescue service (d1) is an earlier figure, as d2, line 1, tells; ")


def test_a_number_that_nobody_tells_as_overtaken_contradicts() -> None:
    first = "A bomb killed 112 people in Orlen on Saturday, the rescue service said."
    later = "A bomb in Orlen on Saturday killed 126 people, the rescue service said, and a previous one killed 40."
    assert {said for said, _ in verdicts(told(first, later), "112", "126")} == {"conflict"}


LIVE = "Fire at Orlen\n\nUPDATE 3:20 p.m.: The clinic of Orlen confirms {} hurt people were taken there.\n\n{}{}"


def test_entries_of_a_live_report_follow_the_count() -> None:
    entry = "UPDATE 2:50 p.m.: The clinic of Orlen confirms five hurt people were taken there."
    ((said, why),) = verdicts(told(LIVE.format("six", "", entry)), "five", "six")
    assert (said, why) == (
        "update",
        "The article itself moves from “five” (line 5) to “six” (line 3) as the count goes on.",
    )


def test_a_line_without_a_clock_is_no_entry() -> None:
    entry = "The clinic of Orlen confirms five hurt people were taken there."
    assert "update" not in {said for said, _ in verdicts(told(LIVE.format("six", "", entry)), "five", "six")}


def test_a_decimal_that_leads_a_line_is_no_clock() -> None:
    text = LIVE.replace("UPDATE 3:20 p.m.", "Ward 3.20")
    entry = "Ward 2.50: The clinic of Orlen confirms five hurt people were taken there."
    assert verdicts(told(text.format("six", "", entry)), "five", "six")
    assert "update" not in {said for said, _ in verdicts(told(text.format("six", "", entry)), "five", "six")}


@pytest.mark.parametrize(
    ("amounts", "hint"),
    [
        (("$500m (£350m)", "$500m (£410m)"), "one amount of “$500m”, converted at two rates?"),
        (("2bn kronor ($180m)", "2bn kronor ($230m)"), "one amount of “2bn kronor”, converted at two rates?"),
        (("£350m", "£410m"), None),
    ],
)
def test_one_amount_converted_twice_is_said_to_be(amounts: tuple[str, str], hint: str | None) -> None:
    a, b = amounts
    found = told(
        f"Hale sells bank\n\nHale sold its bank in Orlen for {a} on Tuesday, the company said.",
        f"Bank in Orlen sold by Hale\n\nHale has sold its bank in Orlen for {b}, it said on Tuesday.",
    )
    flagged = [pair for each in found for pair in each.comparisons if pair.relation in FLAGGED]
    assert [pair.hint for pair in flagged] == [hint]
