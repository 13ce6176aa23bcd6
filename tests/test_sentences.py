import itertools

import pytest

from factcheck.sentences.bounds import LONGEST, sentence_span
from factcheck.sentences.tokens import tokenize
from factcheck.spans import Span
from factcheck.vocabulary import default_vocabulary


def split(text: str) -> list[str]:
    """All sentences of a block, as the tool finds them around each place."""
    block, found, at = Span(0, len(text)), [], 0
    while at < len(text):
        span = sentence_span(text, at, block, default_vocabulary())
        found.append(span.of(text))
        at = span.stop
        while at < len(text) and text[at].isspace():
            at += 1
    return found


@pytest.mark.parametrize(
    "sentences",
    [
        ["Two ships sank.", "Nobody was hurt."],
        ["Mr. Oduya paid $2.5 million to Dr. Lee on Jan. 5.", "He left."],  # titles, months, decimals
        ["The U.S. Senate met.", "It voted."],
        ["They live in the U.S.", "The rest moved."],  # an abbreviation may end one
        ["The U.N. said 12 died.", "Others fled."],
        ["It began at 5 p.m. Tuesday.", "It ended at 9 p.m.", "The crowd left."],
        ["Sgt. J. R. Alvarez spoke.", "So did Lt. Gen. Pham."],
        ["Acme Inc. shares fell 5 percent.", "Beta Corp. gained."],
        ["“We lost 12 men.", "It hurts,” he said."],
        ["“How many?” asked the judge.", "Nobody knew."],
        ["“How many died?” Judge Marlow asked.", "Nobody knew."],
        ['"Twelve died!"', "The minister wept."],
        ["He saw … nothing.", "Then he left."],
        ["The rate rose to 4.5%.", "Markets fell."],
        ["The fire killed nine.", "Six are missing."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_a_missing_space_after_a_stop_is_forgiven() -> None:
    assert split("Nine were killed.The rest fled to example.com or the U.S.-led camp.") == [
        "Nine were killed.",
        "The rest fled to example.com or the U.S.-led camp.",
    ]


def test_a_sentence_ends_with_its_block() -> None:
    text = "• Three drones fell\n• Five flew on"
    assert sentence_span(text, 4, Span(0, 19), default_vocabulary()).of(text) == "• Three drones fell"


def test_a_text_without_ends_is_still_bounded() -> None:
    text = "word " * 20_000
    span = sentence_span(text, 50_000, Span(0, len(text)), default_vocabulary())
    assert span.start <= 50_000 < span.stop


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Russia's co-sponsors", ["Russia's", "co-sponsors"]),
        ("the U.S. said", ["the", "U.S.", "said"]),
        ("$2.5 million, 1,000", ["$", "2.5", "million", ",", "1,000"]),
        ("30-day", ["30", "-", "day"]),
        ("52-48.", ["52", "-", "48", "."]),
        ("three-year-old", ["three-year-old"]),
        ("AT&T", ["AT&T"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


def test_offsets_are_those_of_the_text() -> None:
    text = "One. Two drones fell. Three."
    span = sentence_span(text, 7, Span(0, len(text)), default_vocabulary())
    assert [token.span.of(text) for token in tokenize(text, *span)] == ["Two", "drones", "fell", "."]


@pytest.mark.parametrize("filler", ["12 ", "word, ", "a; b; "])
def test_a_run_without_ends_is_cut_into_pieces_that_cover_it(filler: str) -> None:
    text = "A first sentence. Then " + filler * 4000 + "and then the end. A last sentence."
    block = Span(0, len(text))
    spans = {sentence_span(text, at, block, default_vocabulary()) for at in (*range(0, len(text), 97), len(text) - 1)}
    assert max(stop - start for start, stop in spans) < LONGEST
    covered = sorted(spans)
    assert all(one.stop <= other.start for one, other in itertools.pairwise(covered))
    assert covered[0].of(text) == "A first sentence."
    assert covered[-1].of(text) == "A last sentence."
