"""Odd sentences break nothing; `make fuzz` reads them for as long as one likes."""

from __future__ import annotations

import os

import pytest

from tests.odd_sentences import odd_texts, read_odd_texts

SECONDS = float(os.environ.get("ODD_SECONDS", "30"))


@pytest.mark.timeout(max(240, 20 * SECONDS))
def test_odd_sentences_break_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    found = read_odd_texts(SECONDS)
    with capsys.disabled():
        print(f"\nodd sentences: {found.texts:,} texts, {found.figures:,} figures, {len(found.broken)} broken")
    assert found.broken == []
    assert found.texts > 20 * SECONDS
    assert found.figures > found.texts


def test_they_are_the_same_each_time() -> None:
    one, other = odd_texts(7), odd_texts(7)
    assert [next(one) for _ in range(50)] == [next(other) for _ in range(50)]
