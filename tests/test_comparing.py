"""Two figures of one claim: the worked cases of the semantics, the order of decision, and its reasons."""

from __future__ import annotations

import pytest

from factcheck.comparing import Comparison, Conflict, compare
from factcheck.comparing.conflicts import compare_group
from factcheck.grouping import ClaimGroup
from factcheck.pairs.values import pair_up
from factcheck.vocabulary import default_vocabulary
from tests.claim_factories import claim, document


def compared(a: str, b: str) -> Comparison:
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


@pytest.mark.parametrize(
    ("a", "b", "relation", "nature"),
    [
        (("Herald", "2024-03-04", None), ("Courier", "2024-03-05", None), "update", None),
        (("Herald", "2024-03-05", None), ("Courier", "2024-03-04", None), "update", "fall"),
        (("Herald", "2024-03-04", "Ana Brekke"), ("Courier", "2024-03-04", "Jon Moe"), "disputed", None),
        (("Herald", "2024-03-04", "Ana Brekke"), ("Courier", "2024-03-04", "Ana Brekke"), "conflict", None),
        (("Herald", "2024-03-04", None), ("Courier", "2024-03-04", None), "conflict", None),
        (("Herald", None, None), ("Courier", None, None), "conflict", None),
    ],
)
def test_what_twelve_and_fifteen_are(
    a: tuple[str, str | None, str | None], b: tuple[str, str | None, str | None], relation: str, nature: str | None
) -> None:
    one = claim("The blast killed {12} people.", outlet=a[0], published=a[1], speaker=a[2])
    two = claim("It killed {15} in all.", outlet=b[0], published=b[1], speaker=b[2])
    found = compare(one, two, default_vocabulary())
    assert (found.relation, found.nature) == (relation, nature)
    assert "“12”" in found.reason
    assert "“15”" in found.reason
    for who in (a[2] or a[0], b[2] or b[0]):
        assert who in found.reason


def test_headline_against_its_own_text() -> None:
    home = document("Blast kills 40\n\nThe blast in the market killed 6 people.")
    one = claim("Blast kills {40}", inside=home, voice="headline")
    two = claim("The blast in the market killed {6} people.", inside=home)
    found = compare(one, two, default_vocabulary())
    assert (found.relation, found.nature) == ("conflict", "internal")
    assert found.reason.startswith("The headline says “40”")


def test_copy_drift() -> None:
    text = "A strong quake off the coast set off a wave that killed people in {%s} countries along the shore."
    one, two = claim(text % "14", outlet="Herald", action="occur"), claim(text % "13", outlet="Courier", action="occur")
    found = compare(one, two, default_vocabulary())
    assert (found.relation, found.nature) == ("conflict", "drift")


def test_nearly_the_same_passage_at_a_later_day_is_an_update() -> None:
    text = "The ferry Marisol sank off Tarn on Monday and killed {%s} people, the coast guard said after the search."
    one, two = (
        claim(text % "nine", outlet="Herald", published="2024-03-04"),
        claim(text % "21", outlet="Courier", published="2024-03-06"),
    )
    assert compare(one, two, default_vocabulary()).relation == "update"
    fewer = claim(text % "four", outlet="Wire", published="2024-03-08")
    assert compare(two, fewer, default_vocabulary()).nature == "drift"  # the dead do not become fewer


def test_fewer_people_missing_later_is_an_update_like_any_other() -> None:
    one = claim("{34} people are missing.", outlet="Herald", published="2024-03-04", action="miss")
    two = claim("{12} people are missing.", outlet="Courier", published="2024-03-06", action="miss")
    found = compare(one, two, default_vocabulary())
    assert (found.relation, found.nature, found.hint) == ("update", None, None)


def test_two_speakers_in_like_words_dispute_and_did_not_copy() -> None:
    text = "A strong quake off the coast set off a wave that killed people in {%s} countries along the shore."
    one = claim(text % "14", outlet="Herald", action="occur", speaker="Ana Brekke")
    two = claim(text % "13", outlet="Courier", action="occur", speaker="Jon Moe")
    found = compare(one, two, default_vocabulary())
    assert found.relation == "disputed"


@pytest.mark.parametrize(
    ("a", "b", "hint"),
    [
        ("1.2 million", "1.2 billion", "slip of magnitude: exactly ×10ⁿ apart?"),
        ("818", "888", "one digit differs: slip of typing?"),
        ("5,463", "5,643", "two digits swapped: slip of typing?"),
        ("12", "15", None),
    ],
)
def test_hints_at_slips(a: str, b: str, hint: str | None) -> None:
    one = claim(f"The firm sold {{{a}}} phones.", counted="phones", action="sell", outlet="Herald")
    two = claim(f"Sales came to {{{b}}} phones.", counted="phones", action="sell", outlet="Courier")
    found = compare(one, two, default_vocabulary())
    assert found.relation == "conflict"
    assert found.hint == hint


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The epicentre lay {40 km} from the town.", "It was {25 miles} from the town.", "agree"),
        ("The epicentre lay {40 km} from the town.", "It was {40 miles} from the town.", "conflict"),
        ("A tax of {25 %} was set.", "A tax of {a quarter} was set.", "agree"),
    ],
)
def test_units(a: str, b: str, relation: str) -> None:
    one = claim(a, counted=None, action=None, outlet="Herald")
    two = claim(b, counted=None, action=None, outlet="Courier")
    found = compare(one, two, default_vocabulary())
    assert found.relation == relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It cost {$2.5 million}.", "It cost {€2.5 million}."),
        ("Prices rose by {25 percent}.", "The rate rose by {25 percentage points}."),
        ("It took {40 days}.", "It ran {40 km}."),
    ],
)
def test_not_comparable(a: str, b: str) -> None:
    one, two = claim(a, counted=None, action=None), claim(b, counted=None, action=None)
    assert compare(one, two, default_vocabulary()).nature == "apart"


def test_an_overtaken_number_is_an_update() -> None:
    one = claim("The toll rose to {112}.", outlet="Herald", published="2024-03-04")
    two = claim("The previous death toll was {20}.", outlet="Courier", published="2024-03-04")
    found = compare(one, two, default_vocabulary())
    assert found.relation == "update"


def _unsurely_one(a: str, b: str) -> Conflict:
    one, two = claim(a, outlet="Herald", published="2024-03-04"), claim(b, outlet="Courier", published="2024-03-04")
    bits = {(one.figure.id, two.figure.id): -0.7}
    return compare_group(ClaimGroup("g1", None, "", (one, two), (), 0.4, bits), default_vocabulary())


@pytest.mark.parametrize("later", ["They fired {472} drones.", "The toll rose to {112}."])
def test_numbers_that_may_answer_two_questions_are_not_held_against_each_other(later: str) -> None:
    conflict = _unsurely_one("They fired {80} drones.", later)
    assert conflict.relation == "compatible"
    (pair,) = conflict.comparisons
    assert pair.nature == "apart"
    assert "are not compared" in pair.reason


def test_nearly_the_same_passage_is_one_thing_however_unsure_the_link() -> None:
    told = "The navy said on Monday that {%s} drones had been fired at the three mills by the river near Orlen."
    assert _unsurely_one(told % 80, told % 472).relation == "conflict"
