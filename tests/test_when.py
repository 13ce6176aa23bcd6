"""When, over a corpus of phrases of time, and the days of phrases by themselves."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factcheck.context.calendar import matcher
from factcheck.context.dated import resolve
from factcheck.context.days import Days
from factcheck.context.model import When
from factcheck.context.when import find_when
from factcheck.vocabulary import default_vocabulary
from tests.context_cases import load_cases, pick
from tests.factories import extract

WEDNESDAY = dt.date(2025, 6, 4)


CASES = load_cases("when")
FLOOR = 0.9  # of the cases; the rest are debatable, or sentences that are not read right


def read(case: dict[str, Any]) -> list[str] | None:
    published = WEDNESDAY if "published" not in case else None
    view, quantity = pick(case["text"], case["number"], published)
    when, cues = find_when(view, quantity)
    assert bool(cues) == (when is not None)
    if when is None:
        return None
    assert when.span is not None
    assert " ".join(when.span.of(view.document.text).split()) == when.words
    return [str(when.start), str(when.stop)]


def test_share_of_days_right() -> None:
    wrong = [case["text"] for case in CASES if read(case) != case.get("days")]
    assert len(wrong) <= (1 - FLOOR) * len(CASES), wrong


PHRASES = [
    ("on Monday, June 2", "2025-06-02", "2025-06-02"),
    ("in the past two weeks", "2025-05-21", "2025-06-04"),
    ("three years ago", "2022-01-01", "2022-12-31"),
    ("two weeks ago", "2025-05-19", "2025-05-25"),
    ("last month", "2025-05-01", "2025-05-31"),
    ("last May", "2025-05-01", "2025-05-31"),
    ("in May last year", "2024-05-01", "2024-05-31"),
    ("last summer", "2024-06-01", "2024-08-31"),
    ("in the summer of 2012", "2012-06-01", "2012-08-31"),
    ("Q1 2025", "2025-01-01", "2025-03-31"),
    ("the first half of 2024", "2024-01-01", "2024-06-30"),
    ("in 2013-14", "2013-01-01", "2014-12-31"),
    ("over the next five years", "2025-06-04", "2030-06-04"),
    ("as of Friday", "2025-05-30", "2025-05-30"),
    ("on Christmas Day", "2024-12-25", "2024-12-25"),
    ("Sept. 11, 2001", "2001-09-11", "2001-09-11"),
    ("on 2025-06-01", "2025-06-01", "2025-06-01"),
    ("since 2022", "2022-01-01", "2025-06-04"),
    ("this year", "2025-01-01", "2025-06-04"),
]


@pytest.mark.parametrize(("phrase", "start", "stop"), PHRASES)
def test_phrase(phrase: str, start: str, stop: str) -> None:
    words = matcher(default_vocabulary())
    match = words.pattern.search(phrase)
    assert match is not None
    days = resolve(match, words.calendar, WEDNESDAY, future=False)
    assert days == Days(dt.date.fromisoformat(start), dt.date.fromisoformat(stop))


@pytest.mark.parametrize("phrase", ["Thursday", "until Friday", "before 2014", "on February 30, 2024", "after Monday"])
def test_phrase_that_tells_no_day(phrase: str) -> None:
    """Six days back without "last" may as well be tomorrow; a limit is not a day; some days do not exist."""
    words = matcher(default_vocabulary())
    match = words.pattern.search(phrase)
    assert match is not None
    assert resolve(match, words.calendar, WEDNESDAY, future=False) is None


@pytest.mark.parametrize("text", ["he may go", "the march of time", "it sat there", "sun and rain", "1,500 people"])
def test_no_phrase(text: str) -> None:
    assert matcher(default_vocabulary()).pattern.search(text) is None


@pytest.mark.parametrize(
    ("start", "stop", "label"),
    [
        ("2012-05-20", "2012-05-20", "2012-05-20"),
        ("2012-05-01", "2012-05-31", "2012-05"),
        ("2012-02-01", "2012-02-29", "2012-02"),
        ("2012-05-01", "2012-05-30", "2012-05-01 – 2012-05-30"),
        ("2004-01-01", "2004-12-31", "2004"),
        ("2004-01-01", "2006-12-31", "2004 – 2006"),
        ("2004-04-01", "2004-06-30", "2004-04 – 2004-06"),
        ("2012-12-30", "2013-01-02", "2012-12-30 – 2013-01-02"),
        ("9999-01-01", "9999-12-31", "9999"),
    ],
)
def test_label_is_as_exact_as_the_text(start: str, stop: str, label: str) -> None:
    assert When(dt.date.fromisoformat(start), dt.date.fromisoformat(stop), "").label == label


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Read it at https://herald.example/news/2018/12/28/ferry, where 12 people died.", None),
        ("Read it at herald.example/2018/may/ferry, where 12 people died.", None),
        ("In 2018/19 12 people died.", "2018"),
    ],
)
def test_a_web_address_tells_no_day(text: str, when: str | None) -> None:
    (figure,) = (figure for figure in extract(text).figures if figure.text == "12")
    told = figure.context.when
    assert (str(told.start.year) if told else None) == when
