"""Names of the gazetteer in a sentence, told from those that are a part of another name."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from factcheck.context.calendar import matcher
from factcheck.context.gazetteer import OPENING, Entry, load_gazetteer
from factcheck.context.once import kept, once
from factcheck.context.view import SentenceView
from factcheck.sentences.lexicon import NOUN, PLURAL, lexicon
from factcheck.vocabulary import Vocabulary, toml_table


@toml_table
class PlaceWords:
    """``where.toml``."""

    prepositions: frozenset[str]
    trusted: frozenset[str]
    sides: frozenset[str]
    lengths: frozenset[str]
    directions: frozenset[str]
    kinds: frozenset[str]
    facilities: frozenset[str]
    grounds: frozenset[str]
    openers: frozenset[str]
    definite: frozenset[str]
    bare: frozenset[str]
    foreign: frozenset[str]
    upon: frozenset[str]
    kind_of: Mapping[str, str]
    everywhere: Mapping[str, str]
    striking: frozenset[str]
    aimed: frozenset[str]
    complements: frozenset[str]
    never: frozenset[str]
    parts_of_names: frozenset[str]
    held: tuple[str, ...]
    adjectives: tuple[str, ...]

    @once
    def common(self) -> frozenset[str]:
        """Nouns that tell a place by themselves, or by what stands before them."""
        return self.grounds | self.bare


@dataclass(frozen=True, slots=True)
class Located:
    """A place read from tokens ``[first, last]``; ``known`` when the gazetteer has it."""

    name: str
    within: tuple[str, ...]
    first: int
    last: int
    known: bool


def place_words(vocabulary: Vocabulary) -> PlaceWords:
    return vocabulary.bind("where", PlaceWords)


class NameReader:
    """Reads names of places among the tokens of one sentence."""

    def __init__(self, view: SentenceView) -> None:
        self.tokens, self.text, self.vocabulary = view.tokens, view.document.text, view.vocabulary
        self.words, self.gazetteer = place_words(view.vocabulary), load_gazetteer(view.vocabulary)
        self.lexicon = lexicon(view.vocabulary)
        self.counts = matcher(view.vocabulary).calendar.counts

    def tags(self, at: int) -> int:
        """The tags of a token's word, its usual ones where it is of no closed class; 0 outside the sentence."""
        if not 0 <= at < len(self.tokens) or self.tokens[at].kind != "word":
            return 0
        lower = self.tokens[at].lower
        closed = self.lexicon.closed.get(lower)
        return closed if closed is not None else self.lexicon.entry(lower).usual

    def owner(self, lower: str) -> tuple[str, ...]:
        """The country of "Ukraine's" or "Ukrainian" before a place."""
        if lower in self.gazetteer.demonyms:
            return (self.gazetteer.demonyms[lower],)
        if lower.endswith(("'s", "’s")):
            entries = self.gazetteer.find(lower[:-2])
            return (entries[0].name, *entries[0].within) if entries else ()
        return ()

    def named(self, at: int, *, owning: bool = False) -> Located | None:
        """The longest name of the gazetteer that starts at a token; ``owning``, as "Puerto Rico's"."""
        tokens, gazetteer = self.tokens, self.gazetteer
        if at >= len(tokens) or not tokens[at].capital:
            return None
        opening = OPENING.match(tokens[at].lower)
        if opening is not None and opening[0] not in gazetteer.openings:
            return None  # as of most capitals
        for stop in range(min(at + gazetteer.longest, len(tokens)), at, -1):
            last = tokens[stop - 1]
            if last.kind == "punct" and last.text not in ".)":
                continue
            name = self.text[tokens[at].start : last.stop]
            if owning:
                if not name.endswith(("'s", "’s")):
                    continue
                name = name[:-2]
            entries = gazetteer.entries.get(name.lower())
            if entries:
                return Located(entries[0].name, _shared_within(entries), at, stop - 1, True)
        return None

    def stands_alone(self, last: int) -> bool:
        """Whether a known name is the place itself: not "the U.S. coal industry", "Washington Post", "Iraq war"."""
        after = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
        words = self.words
        if after is None or self._lies_there(last):
            return True
        joined = after.start == self.tokens[last].stop and after.text not in ",.;:)"  # "the U.S.-Mexico border"
        if joined or after.lower in words.parts_of_names:
            return False
        timed = after.lower in self.counts or after.lower in self.lexicon.times  # "in Lyon Monday"
        return timed or after.kind != "word" or not self.tags(last + 1) & (NOUN | PLURAL)

    def is_person(self, name: str) -> bool:
        """Whether the document has a name behind a first name or a title: "Kopp", after "James Kopp"."""
        for before in _first_names(self.text, name):
            if before not in self.lexicon.closed and not before.startswith(tuple(self.words.directions)):
                return True
        return False

    def _lies_there(self, last: int) -> bool:
        """Whether a name stands before a thing that lies there: "an Oslo hotel", "a Caracas air force base"."""
        words = self.words
        land = any(self.gazetteer.rank(entry.name) == 2 for entry in self.gazetteer.find(self.tokens[last].text))
        for index in range(last + 1, min(last + 4, len(self.tokens))):
            lower = self.tokens[index].lower
            if lower.removesuffix("'s") in words.foreign and land:
                return False
            if lower in words.kinds or lower in words.facilities or lower in words.grounds:
                return True
            if not self.tags(index) & (NOUN | PLURAL):
                return False
        return False


@functools.lru_cache(maxsize=64)
def _first_names(text: str, name: str) -> frozenset[str]:
    """The capitalised words right before a name in a text, lower-case."""
    told = pairwise(text.split(f" {name}"))
    found = (_FIRST_NAME.search(before[-_LONGEST:]) for before, behind in told if not behind[:1].isalnum())
    return frozenset(match[1].lower() for match in found if match is not None)


_FIRST_NAME, _LONGEST = re.compile(r"([A-Z][a-z]+)\.?\Z"), 40  # characters


@kept()
def name_reader(view: SentenceView) -> NameReader:
    """The reader of a sentence."""
    return NameReader(view)


def _shared_within(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """What all places of one name lie in: "Birmingham" alone lies in nothing we can tell."""
    within = entries[0].within
    for entry in entries[1:]:
        within = tuple(outer for outer in within if outer in entry.within)
    return within
