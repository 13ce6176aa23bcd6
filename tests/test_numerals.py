"""Numerals: what is written is what is read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.numerals import Numeral, lexicon, read_numeral
from factcheck.vocabulary import default_vocabulary

LEXICON = lexicon(default_vocabulary())
ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
MAGNITUDES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def read(text: str) -> Numeral | None:
    place = LEXICON.next(text, 0, len(text))
    return place and read_numeral(LEXICON, text, *place, 0, len(text))


@pytest.mark.parametrize(
    ("text", "written", "value", "form"),
    [
        ("2,500 boats", "2,500", "2500", "digits"),
        ("1,2345 boats", "1", "1", "digits"),  # no grouping at all
        ("12,34,567 boats", "12,34,567", "1234567", "digits"),
        ("1.000.000 boats", "1.000.000", "1000000", "digits"),
        ("3,5 million boats", "3,5 million", "3500000", "digits"),
        ("3,5 boats", "3", "3", "digits"),
        ("1.2 million boats", "1.2 million", "1200000", "digits"),
        ("9/16 inch", "9/16", "0.5625", "fraction"),
        ("3⁄4 inch", "3⁄4", "0.75", "fraction"),
        ("7½ inches", "7½", "7.5", "digits"),
        ("10-fold", "10-fold", "10", "multiple"),
        ("nineteen hundred boats", "nineteen hundred", "1900", "words"),
        ("one two boats", "one", "1", "words"),
        ("forty-two boats", "forty-two", "42", "words"),
        ("twenty-third boat", "twenty-third", "23", "ordinal"),
        ("six hundred and one boats", "six hundred and one", "601", "words"),
        ("two and three boats", "two", "2", "words"),
        ("five hundredths", "five hundredths", "0.05", "fraction"),
        ("sixfold", "sixfold", "6", "multiple"),
        ("tens of thousands", "tens of thousands", "20000", "vague"),
        ("a couple of dozen boats", "couple of dozen", "24", "vague"),
        ("tenants and tenth-graders", "tenth", "10", "ordinal"),
        ("NOBODY", "NOBODY", "0", "zero"),
    ],
)
def test_reads(text: str, written: str, value: str, form: str) -> None:
    numeral = read(text)
    assert numeral is not None
    assert (text[numeral.start : numeral.stop], numeral.value, numeral.form) == (written, Decimal(value), form)


@pytest.mark.parametrize(
    "text", ["tenant", "scaffold", "someone", "bone", "millionaire", "weight", "anoint", "quarterback"]
)
def test_no_number_word_inside_another_word(text: str) -> None:
    assert read(text) is None


def test_a_long_run_of_digits_is_no_number() -> None:
    assert read("9" * 40) is None
    assert read("9" * 20_000) is None


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("52", "1"),
        ("140", "10"),
        ("1,000", "100"),
        ("1,187,432", "1"),
        ("1.2 million", "100000"),
        ("2 million", "1000000"),
    ],
)
def test_grain_is_the_worth_of_the_last_digit_stated(text: str, grain: str) -> None:
    numeral = read(text)
    assert numeral is not None
    assert numeral.grain == Decimal(grain)


def spell(number: int, *, conjoined: bool, hyphen: str) -> str:
    """``number`` in English words, "and" after hundreds when ``conjoined``."""
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens] + (hyphen + ONES[ones] if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        joint = " and " if conjoined else " "
        return f"{ONES[hundreds]} hundred" + (joint + spell(rest, conjoined=conjoined, hyphen=hyphen) if rest else "")
    for size, name in MAGNITUDES:
        if number >= size:
            count, rest = divmod(number, size)
            head = f"{spell(count, conjoined=conjoined, hyphen=hyphen)} {name}"
            return head + (f" {spell(rest, conjoined=conjoined, hyphen=hyphen)}" if rest else "")
    raise ValueError(number)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(
    st.integers(0, 10**15 - 1),
    st.booleans(),
    st.sampled_from(["-", " "]),
    st.sampled_from([str, str.upper, str.capitalize]),
)
def test_any_number_in_words_reads_as_its_digits(number: int, conjoined: bool, hyphen: str, case: object) -> None:
    words = spell(number, conjoined=conjoined, hyphen=hyphen)
    text = case(words)  # type: ignore[operator]
    numeral = read(text)
    assert numeral is not None
    assert (numeral.value, text[numeral.start : numeral.stop]) == (Decimal(number), text)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.integers(0, 10**15), st.sampled_from([",", "\u00a0", "\u202f", "'", "’"]))
def test_any_number_in_grouped_digits_reads_as_it_is(number: int, mark: str) -> None:
    text = f"{number:,}".replace(",", mark)
    numeral = read(text)
    assert numeral is not None
    assert (numeral.value, numeral.stop) == (Decimal(number), len(text))
