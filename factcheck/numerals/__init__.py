"""Find numerals: digits, words, magnitudes, loose words, as they are written."""

from factcheck.numerals.digits import read_digits
from factcheck.numerals.model import Bounds, Form, Numeral, Seen
from factcheck.numerals.scripts import plain_digits
from factcheck.numerals.sums import summed
from factcheck.numerals.vocabulary import Lexicon, lexicon
from factcheck.numerals.words import read_words

__all__ = [
    "Bounds",
    "Form",
    "Lexicon",
    "Numeral",
    "Seen",
    "lexicon",
    "plain_digits",
    "read_digits",
    "read_numeral",
    "read_words",
]


_GOES_ON = 100  # magnitudes from which smaller pieces may follow


def read_numeral(words: Lexicon, text: str, start: int, stop: int, low: int, limit: int) -> Numeral | None:
    """The numeral whose first digit or word is ``text[start:stop]``; None for digits too many to be a number."""
    worded = text[start].isalpha()
    numeral = read_words(words, text, start, stop, limit) if worded else read_digits(words, text, start, low, limit)
    if numeral is None or numeral.factor < _GOES_ON:
        return numeral

    def piece(at: int) -> Numeral | None:
        end = words.stop_at(text, at, limit)
        if end is None:
            return None
        if text[at].isalpha():
            return read_words(words, text, at, end, limit)
        return read_digits(words, text, at, at, limit)

    return summed(piece, text, numeral, limit)
