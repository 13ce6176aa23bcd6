"""What inside one article, or between articles of no one event, is never held against each other; with near-misses."""

from __future__ import annotations

import re

import pytest

from factcheck.grouping.linking import Linker
from factcheck.ruleset import Ruleset, load_ruleset
from tests.test_grouping import claims_of

WITH_DEAD = "one counts the dead too"
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
        (
            "Some {61}% of Democrats back the bill, a poll found. Of them {52}% of Democrats say they will vote.",
            MANY,
        ),
        ("Unemployment stood at {6.4}% in May. Unemployment among the young was {15.1}%.", MANY),
        ("Unemployment stood at {6.4}% in May. The bank has been aiming for unemployment of {6}%.", MANY),
        ("The river at Arlen rose to {31} feet on Monday. At Orlen the river was {18} feet deep.", MANY),
        ("Police arrested {25} people in the port. Later, police arrested {140} people.", MANY),
        # but the text itself may hold two accounts against each other
        ("Unemployment is {9}%, the union said. But the ministry said unemployment is {5}%.", None),
        (
            "The Kessler institute estimates that robots could cost {40} million jobs. "
            "The Torvald bank estimates that robots could cost {9} million jobs.",
            None,
        ),
        (
            "A Kessler poll estimates that {61}% of voters back it. A Torvald poll estimates that {52}% of voters do.",
            MANY,
        ),
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


UNTOLD = "nothing says that both are of one thing"
SEVERAL = "of one event among several"
BESIDE = "others are counted beside it"
TOTAL = "a part against the total"
YEARS = "of different years"
NAMES = "each names another thing"
ATTACKER = "one counts the attacker too"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what no rule knows and no words hold together
        ("The rating fell to {44}% from last month. Two months ago it sat at {58}%.", UNTOLD),
        ("Shipments of coal fell {$3 billion} in May. Shipments of ore fell {$4 billion} in May.", UNTOLD),
        ("The firm planted {140} lanterns in the park. The firm planted {155} lanterns in the park.", None),
        # the worst of several events, and a list in which not everyone has a number
        ("Six blasts left {7} people dead on Friday. The deadliest such blast killed {3} people in a market.", SEVERAL),
        ("The shooting killed {5} people. In the hall {3} guests and the gunman were killed.", BESIDE),
        ("The shooting killed {5} people. In the hall {3} guests and the lights were gone.", None),
        # what is left of a number, and one of them
        (
            "The jets fired {8} missiles at the base. The other {3} missiles were fired at the port.",
            "the rest against the whole",
        ),
        ("The town has seen {5} murders this year. {One} murder was that of a shopkeeper.", "one of them"),
        ("The town has seen {5} murders this year. {Four} murders were of shopkeepers.", None),
        (
            "A guard and {2} others died in the port. Another {5} people were killed in the town.",
            "each is more than another",
        ),
        ("The blast killed 3 and hurt {40} more. The mayor said that {55} more were hurt.", None),
        # a zero of one group alone
        ("The blast hurt {70} people. {No one} from the agency was hurt.", "of one group among others"),
        ("The blast hurt {70} people. Police said {no one} was hurt.", None),
        # a month that the text names
        (
            "A train crash killed {2} people on Sunday. A train crash in December killed {3} people.",
            "of different months",
        ),
        # a total that its article sums up
        ("The jets first dropped {2} bombs on the depot. They made two passes, dropping a total of {8} bombs.", TOTAL),
        ("The jets dropped {8} bombs on the depot. They dropped {9} bombs on the depot, the colonel said.", None),
        # a year gone by, however far before the number
        (
            "The school in Arlen, hit by a storm in 2007 that took the roof off the gym, later lost {8} students. "
            "The storm on Monday killed {7} students.",
            YEARS,
        ),
        # whose count it is
        (
            "The city's death toll is {365}, the mayor said. The state has seen {385} deaths, she said.",
            "city’s against state’s",
        ),
        (
            "Norway's death toll rose to {470} on Friday. Denmark, where the virus came first, reported {463} deaths.",
            "norway against denmark",
        ),
        ("Norway's death toll rose to {470} on Friday. Norway has recorded {463} deaths, the institute said.", None),
        # places that each of two sentences names of its own
        (
            "Seven were hurt: {7} people in Omaha, police said. In Cleveland {8} people were hurt.",
            "omaha against cleveland",
        ),
        # a toll with who did it, and one without
        ("The attack left {13} people dead, including the gunman. The man killed {12} people, police said.", ATTACKER),
        ("The attack left {13} people dead, including the gunman. The man killed {11} people, police said.", None),
        ("The attack left {13} people dead, including a guard. The man killed {12} people, police said.", None),
        # the new ones of a day, and all of them
        (
            "The toll of the virus: {300} new deaths in a day. The virus has killed {900} people.",
            "the new ones against all",
        ),
        ("The toll of the virus: {300} new deaths in a day. Some {350} new deaths were counted.", None),
        # others counted beside it, though further off
        ("The shooting killed {13} people. The dead are {11} guests inside the hall and a veteran sergeant.", BESIDE),
        # places beside each other
        (
            "{12} people died in the upper district, she said. In a neighbouring district, {10} people were killed.",
            "of one event among several",
        ),
        ("{7} people died in Texas, officials said. {2} people died in Houston, Texas.", "of a place within the other"),
        ("{7} people died in Texas, officials said. {2} people died in Texas on Friday.", None),
        (
            "Police say {2} officers approached. He pointed a loaded {.38} caliber revolver at the officers.",
            "a fraction against a count",
        ),
        # some of them, by kind or by district
        ("{70} people were killed in the blast. The blast killed {9} soldiers.", "some of them"),
        ("{70} people were killed, said the army. The blast killed {9} soldiers, said the mayor.", None),
        (
            "{24} people were killed in the flood. In the Merlo district, {12} people were killed.",
            "of a place within the other",
        ),
        # a count of the hurt that holds the dead
        ("{6} people, including the two killed, were hurt. Another report says {4} people were hurt.", WITH_DEAD),
        ("{6} people, including two guards, were hurt. At the scene {4} people were hurt, he said.", None),
        # two forecasts under different conditions
        (
            "With distancing up to {200,000} people could die, the model says. Without it {900,000} people could die.",
            "under different conditions",
        ),
    ],
)
def test_tolls_of_one_article(text: str, expected: str | None, rules: Ruleset) -> None:
    assert veto_of([f"News of the day\n\n{text}\n"], rules) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [("in Pittsburgh", "in pittsburgh"), ("in Marlo", None), ("in the hall", None)],
)
def test_what_a_headline_counts_was_not_elsewhere(place: str, expected: str | None, rules: Ruleset) -> None:
    text = (
        "Shooting in Marlo leaves {13} dead\n\nMARLO — A man opened fire in a hall in Marlo on Monday. "
        + "The dance had begun at dusk. " * 14
        + f"\n\nA gunman killed {{11}} people {place}.\n"
    )
    assert veto_of([text], rules) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("At 11 p.m. Ylva had winds of {65} mph.", "At 2 a.m. Ylva had winds of {50} mph.", "read at different hours"),
        ("At 11 p.m. Ylva had winds of {65} mph.", "At 11 pm Ylva had winds of {50} mph.", None),
        ("Ylva had winds of {65} mph.", "Ylva had winds of {50} mph.", None),
    ],
)
def test_readings_of_other_hours(one: str, other: str, expected: str | None, rules: Ruleset) -> None:
    storm = "Storm Ylva nears Marlo\n\nMARLO — Storm Ylva neared Marlo in the Marlo strait on Monday. {}\n"
    assert veto_of([storm.replace("{}", one), storm.replace("{}", other)], rules) == expected


def test_two_things_of_one_paragraph_by_name(rules: Ruleset) -> None:
    text = (
        "Buses crash on icy roads\n\nCrashes shook the region on Monday. "
        + "The roads were as slick as glass. " * 14
        + "\n\n"
        "The Floreston club lost {4} students. {Two} students of the Verniman club were killed.\n"
    )
    assert veto_of([text], rules) == NAMES


@pytest.mark.parametrize(
    ("one", "other"),
    [("{6.4}%", "{6.4} percent"), ("about {6.5}%", "{6.4}%")],
)
def test_numbers_that_agree_are_not_kept_apart(one: str, other: str, rules: Ruleset) -> None:
    text = f"News of the day\n\nUnemployment stood at {one} in May. The rate of {other} is a low, the office said.\n"
    assert veto_of([text], rules) is None
