"""Units: the index is its source's, less and more what ``units.toml`` says."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest

from factcheck.units import unit_index
from factcheck.units.source import INDEX
from factcheck.vocabulary import default_vocabulary

UNITS = unit_index(default_vocabulary())


def run(code: str) -> str:
    """What a fresh interpreter prints; quantulum3's own import warns, so it runs apart."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True
    ).stdout


def test_the_index_equals_its_source() -> None:
    drawn = run("from factcheck.units.source import index_text; import sys; sys.stdout.write(index_text())")
    assert drawn == INDEX.read_text(encoding="utf-8"), "run: python -m factcheck.units.source"


def test_reading_never_imports_quantulum3() -> None:
    code = (
        "import sys; from factcheck.quantities import read_quantities;"
        "from factcheck.vocabulary import default_vocabulary;"
        "read_quantities('The 5 kg box cost $3 a day, 20 knots, 5 bar.', default_vocabulary());"
        "print([m for m in ('quantulum3', 'inflect', 'sklearn') if m in sys.modules])"
    )
    assert run(code).strip() == "[]"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("miles per hour", "mile per hour"),
        ("days", "day"),
        ("centuries", "century"),
        ("square feet", "square foot"),
        ("pound feet of torque", "pound-foot"),
        ("new zealand dollars", "NZD"),
        ("percentage points", "percentage point"),
        ("kilowatt hours", "kilowatt hour"),
        ("nautical miles", "nautical mile"),
        ("hryvnia", "UAH"),
        ("millibars", "millibar"),
    ],
)
def test_words(words: str, name: str) -> None:
    assert UNITS.words[words].name == name


@pytest.mark.parametrize(
    "word", ["key", "keys", "pack", "set", "cups and saucers", "circle", "count", "piece", "pair", "quarter", "time"]
)
def test_words_that_are_no_units_in_the_news(word: str) -> None:
    assert word not in UNITS.words


@pytest.mark.parametrize(
    ("value", "unit", "other", "exact"),
    [
        ("25", "mile", "kilometre", "40.2336"),
        ("1", "foot", "inch", "12"),
        ("2", "week", "day", "14"),
        ("3", "year", "month", "36"),
        ("1", "square mile", "acre", "640"),
        ("1", "kilowatt hour", "joule", "3600000"),
        ("1", "tonne", "kilogram", "1000"),
    ],
)
def test_conversion_is_exact(value: str, unit: str, other: str, exact: str) -> None:
    a, b = UNITS.named[unit], UNITS.named[other]
    assert a.dimension == b.dimension
    assert a.factor is not None
    assert b.factor is not None
    assert Decimal(value) * a.factor == Decimal(exact) * b.factor


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("USD", "EUR"),
        ("dollar", "USD"),
        ("percent", "percentage point"),
        ("month", "day"),
        ("ton", "tonne"),
        ("degree", "degree celsius"),
    ],
)
def test_nothing_converts_these(unit: str, other: str) -> None:
    a, b = UNITS.named[unit], UNITS.named[other]
    exact = a.dimension == b.dimension and a.factor is not None and b.factor is not None
    assert not exact


def test_a_bare_dollar_says_that_it_does_not_know_its_country() -> None:
    assert UNITS.prefixes["$"].ambiguous
    assert not UNITS.prefixes["US$"].ambiguous


def test_freezing_points_agree_in_kelvin() -> None:
    celsius, fahrenheit = UNITS.named["degree celsius"], UNITS.named["degree fahrenheit"]
    assert celsius.factor is not None
    assert fahrenheit.factor is not None
    cold = 32 * fahrenheit.factor + fahrenheit.offset
    assert abs(cold - celsius.offset) < Decimal("1e-20")
