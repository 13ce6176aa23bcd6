"""Labels by place are given to the scorer as quotes that stand but once in their text."""

from __future__ import annotations

import pytest

from tests.bench.articles import label

TEXT = "Of 12 ships 12 sank, said Hale; of the rest, 12"


@pytest.mark.parametrize("start", [3, 12, 45], ids=["first", "second", "at the end"])
def test_a_quote_is_the_only_one_and_holds_the_number(start: int) -> None:
    found = label(TEXT, {"at": [start, start + 2], "low": 12, "high": 12})
    assert TEXT.count(found["quote"]) == 1
    place = TEXT.index(found["quote"]) + found["quote"].index(found["number"])
    assert place == start
    assert found["figure"]


def test_what_only_looks_like_one_is_none() -> None:
    assert not label("In 2031 it rained.", {"at": [3, 7], "why": "year"})["figure"]
