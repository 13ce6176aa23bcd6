"""What the other pairs of a scan say of a pair: rivals in the other text, and figures with one number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import pytest

from factcheck.pairs.company import LEVELS, Company


@dataclass
class Stand:
    """The two fields of a profile that are asked."""

    number: str
    document: int


# Four texts: two with 12, one with 15 and with 40, one with 15.
STANDS = cast("Any", [Stand("12", 0), Stand("12", 1), Stand("15", 2), Stand("40", 2), Stand("15", 3)])
BITS = {(0, 1): 5.0, (0, 2): 1.0, (0, 3): -4.0, (1, 2): 2.0, (0, 4): 0.5, (2, 4): 3.0}


def told(pair: tuple[int, int]) -> dict[str, float]:
    return dict(Company(BITS, STANDS).levels(*pair))


def test_the_first_look_is_one_of_the_levels() -> None:
    assert told((0, 2))["first look"] == pytest.approx(0.1)
    assert set(told((0, 2))) <= set(LEVELS)


def test_a_better_match_beside_a_figure_is_its_rival() -> None:
    assert told((0, 3))["best rival"] == pytest.approx(0.1)  # the 15 that stands beside the 40
    assert told((0, 2))["best rival"] == pytest.approx(-0.4)  # and the other way round


def test_that_a_text_is_short_is_no_evidence() -> None:
    assert told((0, 4))["best rival"] == pytest.approx(-0.3)


def test_twins_speak_for_a_figure() -> None:
    # The other 12 to this 15, this 12 to the other 15; that the other two were never weighed says nothing.
    assert told((0, 2))["twins"] == pytest.approx((2.0 + 0.5) / 2 / 10)
    assert told((0, 2))["has twins"] == 1.0


def test_who_has_no_twins_speaks_for_itself() -> None:
    alone = dict(Company({(0, 2): 1.0}, STANDS).levels(0, 2))
    assert alone["twins"] == alone["first look"]
