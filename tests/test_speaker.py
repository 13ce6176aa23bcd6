"""Who says so, over a corpus of attributions and of near misses."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.context.names import read_name
from factcheck.context.speaker import find_speaker
from factcheck.vocabulary import default_vocabulary
from tests.context_cases import case_id, load_cases, pick

CASES = load_cases("speaker")
CLAUSES = [case for case in CASES if case["kind"].startswith("clauses_")]


def read(case: dict[str, Any]) -> tuple[str | None, str | None, bool]:
    """The speaker of a case, the origin, and whether the key is as the case asks."""
    view, quantity = pick(case["text"], case["number"], nth=case.get("nth", 0))
    speaker, cues = find_speaker(view, quantity)
    if speaker is None:
        assert cues == ()
        return None, None, True
    assert cues[0].part == "speaker"
    return speaker.text, speaker.origin, case.get("key", speaker.key) == speaker.key


@pytest.mark.parametrize("case", CLAUSES, ids=case_id)
def test_speaker(case: dict[str, Any]) -> None:
    assert read(case) == (case.get("says"), case.get("origin"), True)


def test_share_right() -> None:
    right = [read(case) == (case.get("says"), case.get("origin"), True) for case in CASES]
    assert sum(right) / len(right) >= 0.93


SAME = [
    ("Ukrainian President Volodymyr Zelensky", "Zelenskiy", "President Zelenskyy"),
    ("Russia's Defense Ministry", "the Russian Defence Ministry", "the Ministry of Defence of Russia"),
    ("Foreign Minister Hakan Fidan", "Fidan", "Hakan Fidan", "Hakan Fidan of the foreign ministry"),
    ("U.N. Secretary-General Ban Ki-moon", "Ban", "Ban Ki-moon"),
    ("Bambang Soelistyo", "Bambang Sulistyo"),
    ("Secretary of State Marco Rubio", "Rubio"),
    ("the Associated Press", "AP", "The Associated Press"),
    ("U.S. officials", "American officials", "the US officials"),
    ("the US Geological Survey", "the U.S. Geological Survey"),
    ("Kyiv", "Ukraine"),
    ("the Kremlin", "Moscow"),
    ("Police Chief Dana Whitlock", "Whitlock", "Chief Whitlock"),
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_one_key_for_one_name(names: tuple[str, ...]) -> None:
    keys = {read_name(name, default_vocabulary()).key for name in names}
    assert len(keys) == 1, keys


DIFFERENT = [
    ("Russian officials", "Ukrainian officials"),
    ("the Defense Ministry", "the Health Ministry"),
    ("police", "officials"),
    ("Graham and Blumenthal", "Graham"),
    ("South Korean police", "North Korean police"),
    ("the White House", "the House"),
]


@pytest.mark.parametrize("names", DIFFERENT, ids=lambda names: names[0])
def test_other_keys_for_other_names(names: tuple[str, ...]) -> None:
    assert len({read_name(name, default_vocabulary()).key for name in names}) == len(names)


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("Zelenskiy", True),
        ("Russia's Defense Ministry", True),
        ("Wilmington police", True),
        ("officials", False),
        ("Russian officials", False),
        ("local authorities", False),
        ("an anonymous Danish defence official", False),
        ("the legislation", False),
    ],
)
def test_named(name: str, named: bool) -> None:
    assert read_name(name, default_vocabulary()).named is named
