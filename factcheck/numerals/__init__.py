"""Find numerals: digits, words, magnitudes, loose words, as they are written."""

from factcheck.numerals.digits import read_digits
from factcheck.numerals.model import Bounds, Form, Numeral, Seen
from factcheck.numerals.vocabulary import Lexicon, lexicon
from factcheck.numerals.words import read_words

__all__ = ["Bounds", "Form", "Lexicon", "Numeral", "Seen", "lexicon", "read_digits", "read_numeral", "read_words"]


def read_numeral(words: Lexicon, text: str, start: int, stop: int, low: int, limit: int) -> Numeral | None:
    """The numeral at a match of ``words.find``; None for a run of digits too long to be a number."""
    if text[start].isalpha():
        return read_words(words, text, start, stop, limit)
    return read_digits(words, text, start, low, limit)
