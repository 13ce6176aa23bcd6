"""Conversion: quantities of one dimension come to one base, and nothing without an exact factor does."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.pairs.values import Pairing, pair_up
from factcheck.quantities import Common, Quantity, common, distance, factor_into, read_quantities, scale_of
from factcheck.vocabulary import default_vocabulary

WORDS = default_vocabulary()


def read(text: str) -> Quantity:
    """The one quantity of a sentence."""
    (quantity,) = read_quantities(text, WORDS).quantities
    return quantity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Half of the shops shut.", "50% of the shops shut."),
        ("Three quarters of the men left.", "It was 75 per cent."),
        ("One in four men left.", "It was 25%."),
        ("It was 12.5 per 100,000 people.", "It was 0.125 per 1,000 people."),
        ("It was 250 per 100,000 people.", "It was 0.25 percent."),
        ("It lasted for a fortnight.", "It lasted 14 days."),
        ("It took two decades.", "It took 20 years."),
        ("It took the last two quarters.", "It took six months."),
        ("It burned 120 hectares.", "It burned 1.2 square kilometres."),
        ("It burned 1.2 million square metres.", "It burned 120ha."),
        ("It held 3 cubic metres.", "It held 3,000 litres."),
        ("It has 25 hl.", "It has 2,500 litres."),
        ("Two dozen men came.", "24 men came."),
        ("It is 5 kilometres long.", "It is 5,000 metres long."),
        ("It was 0°C.", "It was 273.15 kelvin."),
        ("They make 24 barrels a day.", "They make 168 barrels a week."),
        ("It costs 99 cents.", "It costs $0.99."),
        ("It costs 50p.", "It costs £0.50."),
        ("It weighs 2 kt of ore.", "It weighs 2,000 tonnes."),
        ("It hit 1 in 400 homes.", "It hit 0.25 percent of homes."),
        ("Two in five men left.", "It was 40%."),
        ("It hit 3 out of every 60 homes.", "It was one twentieth of them."),
        ("It costs $5 a kilo.", "It costs $5 per kg."),
        ("The field gave 40,000 bpd.", "The field gave 40,000 barrels a day."),
        ("They sold 5,200 a week.", "They sold 5,200 every week."),
        ("The fair sold three dozen and a half pies.", "The fair sold 42 pies."),
    ],
)
def test_the_same_in_other_units(one: str, other: str) -> None:
    assert distance(read(one), read(other)) == 0
    assert scale_of(read(one)).base == scale_of(read(other)).base


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It costs $5.", "It costs £5."),
        ("It rose 5 percentage points.", "It is 5%."),
        ("It took 30 days.", "It took a month or two."),
        ("It is 5 tons.", "It is 5 tonnes."),
        ("It costs 5 dinars.", "It costs $5."),
        ("It costs 5 Kuwaiti dinars.", "It costs 5 Jordanian dinars."),
        ("He drove 5 miles a day.", "He drove 5 miles."),
        ("It costs $5 a barrel.", "It costs $5 a tonne."),
        ("They make 12 boats a month.", "They make 12 boats a week."),
    ],
)
def test_what_has_no_exact_factor_is_not_converted(one: str, other: str) -> None:
    assert distance(read(one), read(other)) is None


@pytest.mark.parametrize(
    ("one", "other", "doubt"),
    [
        ("It costs 5 dinars.", "It costs 5 Kuwaiti dinars.", False),
        ("It costs $5.", "It costs US$5.", False),
        ("It costs $5.", "It costs A$5.", True),
        ("Thieves took 40 grand.", "Thieves took £40,000.", True),
        ("It costs $5 a day.", "It costs $5.", False),
        ("They sold 5,000 a year.", "They sold 5,000.", False),
    ],
)
def test_what_one_text_says_less_exactly(one: str, other: str, doubt: bool) -> None:
    found = common(read(one), read(other))
    assert isinstance(found, Common)
    assert distance(read(one), read(other)) == 0
    assert (found.doubt is not None) == doubt


def test_the_distance_is_taken_after_conversion() -> None:
    far = distance(read("It burned 1.2 million square metres."), read("It burned 300 hectares."))
    assert far == Decimal("0.6")


def test_intervals_are_converted_with_their_values() -> None:
    pairing = pair_up(read("It burned up to 2 square kilometres."), read("It burned 150 hectares."))
    assert isinstance(pairing, Pairing)
    assert (pairing.a.hard.low, pairing.a.hard.high) == (Decimal(0), Decimal(2_000_000))
    assert (pairing.b.values, pairing.converted) == ((Decimal(1_500_000),), True)


def test_a_value_in_the_unit_of_another() -> None:
    assert factor_into(read("It was 80%."), read("Half of them left.")) == 100
    assert factor_into(read("It burned 3 hectares."), read("It burned 2 square kilometres.")) == 100
    assert factor_into(read("It was 3 degrees Celsius."), read("It was 40 degrees Fahrenheit.")) is None
    assert factor_into(read("It costs $5."), read("It costs £5.")) is None


def test_the_two_sides_of_a_vote_are_told_apart() -> None:
    for told in ("passed the plan 7-2 on Monday", "voted it down by a 7-to-2 vote"):
        votes = read_quantities(f"The council {told}.", WORDS).quantities
        assert [(int(quantity.values[0]), str(quantity.tally)) for quantity in votes] == [(7, "for"), (2, "against")]
    (lead,) = read_quantities("It was a 5-to-8-point win.", WORDS).quantities
    assert lead.tally is None
    goals = read_quantities("Rovers beat City 3-1.", WORDS).quantities
    assert [(int(quantity.values[0]), str(quantity.tally)) for quantity in goals] == [(3, "own"), (1, "other")]
