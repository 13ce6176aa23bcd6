"""The cases are sound, and as many of their contradictions are flagged as were; see tests/bench/cases.py."""

from __future__ import annotations

import pytest

from factcheck.ruleset import load_ruleset
from tests.bench.cases import scores
from tests.bench.labelled import Case, cases


@pytest.mark.parametrize("part", ["open", "kept"])
def test_cases_are_sound(part: str) -> None:
    told = cases(part)
    assert len({case.id for case in told}) == len(told)
    assert 2 * sum(case.want is not None for case in told) == len(told)
    assert not [case.id for case in told if not _is_sound(case)]


def _is_sound(case: Case) -> bool:
    wanted = zip(case.want or (), (case.a, case.b), strict=False)
    return all(number.casefold() in text.casefold() for number, text in wanted) and not (case.want and case.moved)


@pytest.mark.parametrize(("part", "found", "false"), [("open", 41, 6), ("kept", 17, 10)])
def test_floor(part: str, found: int, false: int) -> None:
    total = scores(part, load_ruleset())
    assert total["found"] >= found
    assert total["false flag"] <= false
