"""The words of ``rules/context/layout.toml``, compiled once for each vocabulary."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.vocabulary import Vocabulary, toml_table


@toml_table
class FurnitureWords:
    """Lines that are no text: what they consist of, or how they begin."""

    phrases: tuple[str, ...]
    starts: tuple[str, ...]
    teasers: tuple[str, ...]  # labels of links to other stories; a colon or the name of a page follows
    genres: tuple[str, ...]  # labels of links that headlines have too
    headed: tuple[str, ...]  # labels that the headline of another story follows without a colon
    players: tuple[str, ...]
    sections: tuple[str, ...]
    cookies: tuple[str, ...]
    parts: frozenset[str]  # of a web page, by their class or their id


@toml_table
class CaptionWords:
    """How captions begin, the credits that close them, and how a line begins that only credits."""

    starts: tuple[str, ...]
    credits: tuple[str, ...]
    credited: tuple[str, ...]


@toml_table
class BylineWords:
    """How lines about authors begin or end."""

    starts: tuple[str, ...]
    ends: tuple[str, ...]


@toml_table
class DatelineWords:
    """What may stand beside a date on a line of its own."""

    first: tuple[str, ...]
    later: tuple[str, ...]
    also: tuple[str, ...]


@toml_table
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


@toml_table
class LayoutWords:
    """The file, table by table."""

    furniture: FurnitureWords
    caption: CaptionWords
    byline: BylineWords
    dateline: DatelineWords
    header: HeaderKeys
    corrections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LayoutMatchers:
    """The same words as matchers; all but those of teasers expect lower-case text."""

    words: LayoutWords
    furniture_phrase: re.Pattern[str]
    teaser: re.Pattern[str]
    genre: re.Pattern[str]
    bracketed_teaser: re.Pattern[str]
    player_word: re.Pattern[str]
    cookie_word: re.Pattern[str]
    sections: frozenset[str]
    credit_start: re.Pattern[str]
    dateline_word: re.Pattern[str]
    later_word: re.Pattern[str]
    credit: re.Pattern[str]
    header_keys: frozenset[str]


@functools.lru_cache(maxsize=4)
def layout_matchers(vocabulary: Vocabulary) -> LayoutMatchers:
    """The layout words of a vocabulary, ready for use."""
    words = vocabulary.bind("layout", LayoutWords)
    dateline, furniture = words.dateline, words.furniture
    labels = rf"(?:(?i:{_alternatives(furniture.teasers)})(?: (?:[A-Z][\w'’]*|on|from|the|in)){{0,4}})"
    return LayoutMatchers(
        words=words,
        furniture_phrase=any_of(furniture.phrases),
        # "In 90 seconds: …" is one where it stands in brackets alone, in capitals: sites have their own names for them.
        teaser=re.compile(rf"{labels}\s*:\s*\S|(?i:{_alternatives(furniture.headed)})(?: ?['‘“\"]| (?=[A-Z]))"),
        genre=re.compile(rf"(?i:{_alternatives(furniture.genres)})\s*:\s*\S"),
        bracketed_teaser=re.compile(rf"[(\[]\s*(?:{labels}|[A-Z0-9][A-Z0-9 ]{{3,30}})\s*:[^()\[\]]{{3,200}}[)\]]"),
        player_word=any_of(furniture.players),
        cookie_word=any_of(furniture.cookies),
        sections=frozenset(furniture.sections),
        credit_start=re.compile(rf"[(\[]?\s*(?:{_alternatives(words.caption.credited)})(?!\w)[:\s]*"),
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
