"""Quantities: every marked number of the corpora reads as its group says; what only looks like one is no figure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.quantities import Quantity, Reading, read_quantities
from factcheck.spans import Span
from factcheck.vocabulary import default_vocabulary
from tests.number_corpus import Case, cases, describe, fields

WORDS = default_vocabulary()


@pytest.mark.parametrize("case", cases(), ids=str)
def test_corpus(case: Case) -> None:
    reading = read_quantities(case.text, WORDS)
    marked = Span(case.start, case.stop)
    found = [quantity for quantity in reading.quantities if quantity.number.overlaps(marked)]
    if not case.figure:
        assert found == []
        assert [seen.why for seen in reading.seen if seen.span.overlaps(marked)] == [case.expected]
        return
    assert [quantity.number.of(case.text) for quantity in found] == [marked.of(case.text)]
    assert describe(found[0], case.expected) == " | ".join(fields(case.expected))


@pytest.mark.parametrize(
    "text",
    [
        "It happened a year ago, a week after the vote and a day before the strike.",
        "He was out for a day pass.",
        "It was a matter of a week.",
        "Think about it for a minute.",
        "He asked about a week at sea.",
        "They held a day of mourning.",
        "Pay was higher than a year earlier.",
        "It spread over a decade.",
    ],
)
def test_an_article_alone_is_no_number(text: str) -> None:
    assert read_quantities(text, WORDS) == Reading((), ())


PIECES = (
    "12", "1,200", "3.5m", "$5", "£3.5m-£4m", "2014", "June 2", "one", "no casualties", "tens of thousands", "half",
    "of", "to", "and", "or", "between", "from", "rose", "fell", "by", "%", "percent", "km", "miles", "a day",
    "people", "at least", "up to", "nearly", "or more", "-", "–", ",", ".", "(", ")", "F-16", "3 p.m.", "aged 12",
    "16-year-old", "twice", "second round", "hundred", "million", "dozen", "½", "1/2", "52 of 80", "\n", "\n\n",
    "\u00a0", "\u202f", "”", "'", "²", "٣", "\U0001f600", "\x00", "°C", "~", "US$", "RM", "5-4", "and a half",
    "thousand", "×10⁶", "six-figure", "lakh", "crore", "an hour", "a mile", "a year or two", "not a single", "-long",
    "and a quarter", "in the morning", "a third", "none of them", "911", "9 mm pistol", "a boy of",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=24).map(" ".join) | st.lists(
    st.sampled_from(PIECES), max_size=24
).map("".join)


def bounds_hold(reading: Reading, text: str) -> None:
    """Spans lie in the text, one inside the other, in order; the intervals hold what is said of them."""
    ends = [0, *(end for quantity in reading.quantities for end in quantity.number)]
    assert ends == sorted(ends)
    for quantity in reading.quantities:
        assert (
            0 <= quantity.span.start <= quantity.number.start < quantity.number.stop <= quantity.span.stop <= len(text)
        )
        assert quantity.hard.holds(quantity.typical)
        assert quantity.values
        assert all(value.is_finite() for value in quantity.values)
        assert quantity.restates is None or 0 <= quantity.restates < len(reading.quantities)
    for seen in reading.seen:
        assert 0 <= seen.span.start < seen.span.stop <= len(text)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(TEXTS)
def test_any_text_is_read_without_error_and_spans_hold_what_they_say(text: str) -> None:
    bounds_hold(read_quantities(text, WORDS), text)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_error(data: bytes) -> None:
    for encoding in ("latin-1", "utf-16-le"):
        text = data.decode(encoding, errors="replace")
        bounds_hold(read_quantities(text, WORDS), text)


def said(quantity: Quantity, text: str) -> tuple[object, ...]:
    """What a quantity says, apart from where it stands."""
    unit = quantity.unit and quantity.unit.name
    return (
        quantity.span.of(text),
        quantity.number.of(text),
        quantity.values,
        quantity.hard,
        quantity.kind,
        unit,
        quantity.per,
        quantity.change,
    )


@settings(max_examples=150, derandomize=True, deadline=None)
@given(
    st.sampled_from([case.text for case in cases() if case.figure]),
    st.sampled_from(
        ["", "Earlier, the mayor spoke.\n\n", "The council met again on the pier.\n\n", "A gull cried.\n\n"]
    ),
    st.sampled_from(["", "\n\nThe mayor left.", "\n\nA gull cried again over the pier."]),
)
def test_reading_is_the_same_inside_any_text(sentence: str, before: str, after: str) -> None:
    alone = [said(quantity, sentence) for quantity in read_quantities(sentence, WORDS).quantities]
    text = before + sentence + after
    assert [said(quantity, text) for quantity in read_quantities(text, WORDS).quantities] == alone


def test_a_quantity_never_crosses_a_block() -> None:
    text = "About 40 to 50 boats"
    cut = text.index(" to")
    reading = read_quantities(text, WORDS, [Span(0, cut), Span(cut, len(text))])
    assert [quantity.number.of(text) for quantity in reading.quantities] == ["40", "50"]


def test_only_the_blocks_given_are_read() -> None:
    text = "12 boats. 13 boats."
    assert [q.number.of(text) for q in read_quantities(text, WORDS, [Span(10, 19)]).quantities] == ["13"]
