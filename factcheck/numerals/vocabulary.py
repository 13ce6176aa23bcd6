"""The number words of ``numbers.toml``, with the compiled patterns that find them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from factcheck.numerals.model import Bounds
from factcheck.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Suffixes:
    """Short magnitudes glued to digits: taken always, after a currency only, or before a plural noun only."""

    apart: frozenset[str]
    always: Mapping[str, Decimal]
    money: Mapping[str, Decimal]
    count: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Zero:
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Article:
    measures: tuple[str, ...]
    single: str

    def phrases(self) -> set[str]:
        """The articles with what they stand before: "an hour", "a single"."""
        return {
            f"{'an' if word[0] in 'aeiou' or word == 'hour' else 'a'} {word}" for word in (*self.measures, self.single)
        }


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The table ``numbers.toml``."""

    cardinals: Mapping[str, Decimal]
    magnitudes: Mapping[str, Decimal]
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
        tables = (self.cardinals, self.magnitudes, self.fractions, self.ordinals, self.vague, self.multiples)
        return {word for table in tables for word in table} | self.zero.words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Number words with the patterns made of them."""

    words: NumberWords
    find: re.Pattern[str]  # the next digit, fraction sign or number word
    more: re.Pattern[str]  # a further number word of the same number, with what joins it


@functools.lru_cache(maxsize=8)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The number words of a vocabulary, compiled once."""
    words = vocabulary.bind("numbers", NumberWords)
    known = [form for word in words.known() for form in (word, word.capitalize(), word.upper())]
    ones = [form for phrase in words.article.phrases() for form in (phrase, phrase.capitalize())]
    spelled = trie(known)
    # "sixfold" is a number word with a tail; any other letter behind makes it another word: "tenant".
    find = rf"[0-9{''.join(words.glyphs)}]|\b{trie([*known, *ones])}(?=fold\b|\b)"
    article = r"(?:an?|AN?)[ \u00a0-]"
    gap = r"(?P<gap>[-\u2010\u2011]|[ \t\u00a0\n\r]{1,3})"
    joint = rf"{gap}(?P<joint>(?:and|of|AND|OF)[ \u00a0-](?:{article})?|{article})?"
    return Lexicon(words, re.compile(find), re.compile(rf"{joint}(?P<word>{spelled})(?=fold\b|\b)"))


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
    options = [
        re.escape(letter) + _branch(child)  # type: ignore[arg-type]
        for letter, child in sorted(node.items())
        if letter
    ]
    if not options:
        return ""
    body = options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"
    return f"(?:{body})?" if "" in node else body
