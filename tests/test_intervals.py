from decimal import Decimal

import pytest

from factcheck.intervals import Interval


def interval(low: int | None, high: int | None, ends: str = "[]") -> Interval:
    bounds = [None if b is None else Decimal(b) for b in (low, high)]
    return Interval(bounds[0], bounds[1], low_open=ends[0] == "(", high_open=ends[1] == ")")


@pytest.mark.parametrize(
    ("a", "b", "overlap"),
    [
        (interval(1, 2), interval(2, 3), True),
        (interval(1, 2, "[)"), interval(2, 3), False),
        (interval(1, 2), interval(2, 3, "(]"), False),
        (interval(12, None), interval(15, 15), True),
        (interval(None, 40), interval(45, 45), False),
        (interval(None, None), interval(5, 5), True),
    ],
)
def test_overlaps_both_ways(a: Interval, b: Interval, overlap: bool) -> None:
    assert a.overlaps(b) is overlap
    assert b.overlaps(a) is overlap


def test_contains_respects_open_ends() -> None:
    assert interval(1, 2).contains(Decimal(2))
    assert not interval(1, 2, "[)").contains(Decimal(2))
    assert interval(0, None).contains(Decimal(10**9))
