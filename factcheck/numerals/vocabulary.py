"""The number words of ``numbers.toml``, with the compiled patterns that find them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from factcheck.numerals.model import Bounds
from factcheck.vocabulary import Vocabulary, toml_table

_TEN = Decimal(10)
_FRONTS = (("ten", _TEN), ("hundred", _TEN * 10))  # "ten-thousandth"
_CAPITALS = 2  # the group of a word in capitals
_LONGEST = 64  # characters among which the longest word ends
_PARTED = ("thousandth", "millionth", "billionth")


@toml_table
class Suffixes:
    """Short magnitudes glued to digits: taken always, after a currency, before a plural noun, or before a currency."""

    apart: frozenset[str]
    before_seconds: frozenset[str]
    behind_money: frozenset[str]
    always: Mapping[str, Decimal]
    money: Mapping[str, Decimal]
    count: Mapping[str, Decimal]
    coded: Mapping[str, Decimal]


@toml_table
class Zero:
    words: frozenset[str]


@toml_table
class Article:
    measures: tuple[str, ...]
    single: str

    def phrases(self) -> set[str]:
        """The articles with what they stand before: "an hour", "a single"."""
        return {
            f"{'an' if word[0] in 'aeiou' or word == 'hour' else 'a'} {word}" for word in (*self.measures, self.single)
        }


@toml_table
class NumberWords:
    """The table ``numbers.toml``."""

    cardinals: Mapping[str, Decimal]
    magnitudes: Mapping[str, Decimal]
    counted: Mapping[str, Decimal]
    suffixes: Suffixes
    fractions: Mapping[str, Decimal]
    ordinals: Mapping[str, Decimal]
    article: Article
    glyphs: Mapping[str, tuple[Decimal, Decimal]]
    vague: Mapping[str, Bounds]
    multiples: Mapping[str, Decimal]
    zero: Zero

    def known(self) -> set[str]:
        """Every number word, lower-case."""
        tables = (self.cardinals, self.magnitudes, self.counted, self.fractions, self.ordinals, self.vague)
        return {word for table in (*tables, self.multiples) for word in table} | self.zero.words

    def completed(self) -> NumberWords:
        """With what follows from the words given: numbers run together, "multimillion", ordinals as parts of one."""
        tens = {word: value for word, value in self.cardinals.items() if value >= _TEN * 2}
        ones = {word: value for word, value in self.cardinals.items() if 0 < value < _TEN}
        small = {word: value for word, value in self.cardinals.items() if 0 < value < _TEN * 2}
        glued = {f"{ten}{one}": tens[ten] + ones[one] for ten in tens for one in ones}
        glued |= {f"{count}{name}": small[count] * size for count in small for name, size in self._glued_magnitudes()}
        glued["hundredthousand"] = self.magnitudes["hundred"] * self.magnitudes["thousand"]
        small_ordinals = {word: value for word, value in self.ordinals.items() if value < _TEN}
        placed = {f"{ten}{one}": tens[ten] + small_ordinals[one] for ten in tens for one in small_ordinals}
        placed |= {f"{front}-{word}": size * self.ordinals[word] for front, size in _FRONTS for word in _PARTED}
        parts = {word: value for word, value in (*self.ordinals.items(), *placed.items()) if value > _TEN / 2}
        parts |= {f"{word}s": value for word, value in parts.items()}
        several = {
            f"multi{joint}{name}": self.vague[f"{name}s"]
            for name in self.magnitudes
            for joint in ("", "-")
            if f"{name}s" in self.vague
        }
        return replace(
            self,
            cardinals={**glued, **self.cardinals},
            ordinals={**placed, **self.ordinals},
            fractions={**parts, **self.fractions},
            vague={**several, **self.vague},
        )

    def _glued_magnitudes(self) -> Iterable[tuple[str, Decimal]]:
        return ((name, self.magnitudes[name]) for name in ("hundred", "thousand", "million"))


class Lexicon:
    """Number words with the patterns made of them; those that few texts need are made when they are needed."""

    def __init__(self, words: NumberWords) -> None:
        self.words = words
        self.known = frozenset(words.known())
        self._find = _find(words)

    def next(self, text: str, at: int, limit: int) -> tuple[int, int] | None:
        """Where the next digit, fraction sign or number word from ``at`` on starts and stops."""
        if at == 0 and text[:1].isalpha():
            opening = self._place(self._find.match(f" {text[: min(limit, _LONGEST)]}"))
            if opening:
                return 0, opening[1] - 1
        match = self._find.search(text, at - 1 if at and not text[at - 1].isalnum() else at, limit)
        while (place := self._place(match)) is None and match is not None:
            match = self._find.search(text, match.start(_CAPITALS) + 1, limit)
        return place

    def stop_at(self, text: str, at: int, limit: int) -> int | None:
        """Where the digit, fraction sign or number word that starts at ``at``, behind a space, stops."""
        place = self._place(self._find.match(text, at - 1 if text[at].isalpha() else at, limit))
        return place[1] if place else None

    def _place(self, match: re.Match[str] | None) -> tuple[int, int] | None:
        """Where what was found starts and stops; None where it is no number word, but only written in capitals."""
        if match is None or match.lastindex != _CAPITALS:
            return match.span(match.lastindex or 0) if match else None
        start, written = match.start(_CAPITALS), match[_CAPITALS].lower()
        word = next((word for word in (written, written.partition("-")[0]) if word in self.known), None)
        return (start, start + len(word)) if word else None

    @functools.cached_property
    def part(self) -> re.Pattern[str]:
        """A part behind a whole: "and one-half", "and three quarters"."""
        return _part(self.words)

    @functools.cached_property
    def point(self) -> re.Pattern[str]:
        """The digits behind a point that is spelled out: "point six two"."""
        return _point(self.words)


@functools.lru_cache(maxsize=8)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The number words of a vocabulary, compiled once."""
    return Lexicon(vocabulary.bind("numbers", NumberWords).completed())


def _find(words: NumberWords) -> re.Pattern[str]:
    """A digit or fraction sign, or a number word, group 1, with the character before it; group 2: a word in capitals.

    To start with a character that is no plain letter lets the search run over all others. Apart from the capitals, the
    first letters are told fast too.
    """
    starting = {*words.known(), *words.article.phrases()}
    capital = trie(word[0].upper() + word[1:] for word in starting)
    letters = "".join(sorted({letter for word in starting for letter in (word[0], word[0].upper())}))
    second = "".join(sorted({word[1].upper() for word in words.known()}))
    # "sixfold" is a number word with a tail; any other letter behind makes it another word: "tenant".
    word = rf"({trie(starting)}|(?=[A-Z]){capital})|([A-Z][{second}][A-Z]*+(?:-[A-Z]++)?)"
    digit = rf"(?<=[0-9{''.join(words.glyphs)}])"
    return re.compile(rf"[^a-zA-Z_](?:(?=[{letters}])(?<=\W)(?:{word})(?=fold\b|\b)|{digit})")


def _part(words: NumberWords) -> re.Pattern[str]:
    """ "and one-half", "and three quarters"; not "and one third party", nor the ordinal of "and one second"."""
    tops = trie(word for word, value in words.cardinals.items() if 0 < value < _TEN)
    bottoms = trie(words.fractions)
    return re.compile(
        rf"[ \u00a0-]and[ \u00a0-](?P<top>{tops}|an?)[ \u00a0-](?P<bottom>{bottoms})\b(?!-)", re.IGNORECASE
    )


def _point(words: NumberWords) -> re.Pattern[str]:
    digit = trie(["oh", *(word for word, value in words.cardinals.items() if value < _TEN)])
    two = trie(word for word, value in words.cardinals.items() if value >= _TEN)
    digits = rf"{digit}(?:[ \u00a0-]{digit}){{0,9}}|{two}(?:[ \u00a0-]{digit})?"
    return re.compile(rf"[ \u00a0-]point[ \u00a0-](?P<digits>{digits})\b", re.IGNORECASE)


def trie(words: Iterable[str]) -> str:
    """A pattern that matches exactly ``words``, each letter tried once: several times as fast as an alternation."""
    root: dict[str, object] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[""] = {}
    return f"(?:{_branch(root)})"


def _branch(node: dict[str, object]) -> str:
    options = [re.escape(letter) + _branch(child) for letter, child in sorted(node.items()) if letter]  # type: ignore[arg-type]
    if not options:
        return ""
    body = options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"
    return f"(?:{body})?" if "" in node else body
