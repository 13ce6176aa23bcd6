"""Numbers as the world writes them: whole sentences by kind, each with every figure in it and no others."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.intervals import Interval
from factcheck.quantities import Quantity, read_quantities, structures
from factcheck.vocabulary import default_vocabulary

WORDS = default_vocabulary()
CORPUS = Path(__file__).parent / "corpora" / "number_kinds.txt"


def rows() -> list[tuple[str, str, str]]:
    """Kind, sentence and expected figures of every line."""
    found, kind = [], ""
    for line in CORPUS.read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("#"):
            kind = line[2:]
        elif line:
            sentence, _, expected = line.rpartition(" => ")
            found.append((kind, sentence.replace("\\n", "\n"), expected))
    return found


def described(quantity: Quantity) -> str:
    """A quantity in the corpus's notation: "about:1400000", "range:3,5 kilometre", "12.5 rate per 100,000 people"."""
    values = ",".join(f"{value.normalize():f}" for value in quantity.values)
    kind = "" if quantity.kind == "count" else quantity.kind
    unit = quantity.unit.name if quantity.unit else kind
    rate = f"per {quantity.per}" if quantity.per else ""
    return " ".join(part for part in ((f"{quantity.hedge}:" if quantity.hedge else "") + values, unit, rate) if part)


@pytest.mark.parametrize(("kind", "sentence", "expected"), rows())
def test_kind(kind: str, sentence: str, expected: str) -> None:
    assert kind
    found = [described(quantity) for quantity in read_quantities(sentence, WORDS).quantities]
    assert "; ".join(found) == (expected if expected != "none" else "")


def test_about_2_crore_and_three_hundred_is_20_000_300_give_or_take_500() -> None:
    # A case list wants a fifth to either side; SEMANTICS does not: a hedge is at most five of the last digit stated.
    (about,) = read_quantities("About 2 crore and three hundred names fell off the roll.", WORDS).quantities
    assert about.hard == Interval(Decimal(19_999_800), Decimal(20_000_800))


def test_the_cheap_look_misses_no_structure() -> None:
    """A short pattern tells first what may open a date, a clock or a phone number: it must know them all."""
    files = [CORPUS, *sorted((CORPUS.parent / "numbers").glob("*.txt"))]
    missed = []
    for text in (line for file in files for line in file.read_text(encoding="utf-8").splitlines()):
        for digit in re.finditer(r"(?<![0-9])[0-9]", text):
            found = structures._STRUCTURE.match(text, digit.start())
            if found is not None and structures._OPENS.match(text, digit.start()) is None:
                missed.append(found.group())
    assert missed == []
