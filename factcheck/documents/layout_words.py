"""The words of ``rules/context/layout.toml``, compiled once for each vocabulary."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class FurnitureWords:
    """Lines that are no text: what they consist of, or how they begin."""

    phrases: tuple[str, ...]
    starts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaptionWords:
    """How captions begin, and the credits that close them."""

    starts: tuple[str, ...]
    credits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BylineWords:
    """How lines about authors begin or end."""

    starts: tuple[str, ...]
    ends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DatelineWords:
    """What may stand beside a date on a line of its own."""

    first: tuple[str, ...]
    later: tuple[str, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeaderKeys:
    """The keys of a header block, by what they tell."""

    title: tuple[str, ...]
    date: tuple[str, ...]
    modified: tuple[str, ...]
    outlet: tuple[str, ...]
    url: tuple[str, ...]
    author: tuple[str, ...]
    text: tuple[str, ...]  # only a column or a key of an export holds the text itself
    also: tuple[str, ...]

    def all(self) -> frozenset[str]:
        """Every key a line of a header block may begin with."""
        known = (self.title, self.date, self.modified, self.outlet, self.url, self.author, self.also)
        return frozenset(plain_key(key) for keys in known for key in keys)


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """The file, table by table."""

    furniture: FurnitureWords
    caption: CaptionWords
    byline: BylineWords
    dateline: DatelineWords
    header: HeaderKeys


@dataclass(frozen=True, slots=True)
class LayoutMatchers:
    """The same words as matchers; all of them expect lower-case text."""

    words: LayoutWords
    furniture_phrase: re.Pattern[str]
    dateline_word: re.Pattern[str]
    later_word: re.Pattern[str]
    credit: re.Pattern[str]
    header_keys: frozenset[str]


@functools.lru_cache(maxsize=4)
def layout_matchers(vocabulary: Vocabulary) -> LayoutMatchers:
    """The layout words of a vocabulary, ready for use."""
    words = vocabulary.bind("layout", LayoutWords)
    dateline = words.dateline
    return LayoutMatchers(
        words=words,
        furniture_phrase=any_of(words.furniture.phrases),
        dateline_word=any_of((*dateline.first, *dateline.later, *dateline.also)),
        later_word=any_of(dateline.later),
        # The credit closes the line: at most a name follows it, never another sentence.
        credit=re.compile(rf"(?:{_alternatives(words.caption.credits)})[^.!?\n]{{0,60}}[)\]]?\.?$"),
        header_keys=words.header.all(),
    )


def plain_key(key: str) -> str:
    """A key without its spelling: "Publication Date", "publication-date" and "publicationDate" are one."""
    return re.sub(r"[\s_.-]+", "", key).lower()


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A matcher of whole phrases, the longest first."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(phrases)})(?!\w)")


def _alternatives(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)))
