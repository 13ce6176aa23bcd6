"""Places named in a sentence, by what brings them: a preposition, a verb that strikes, an event behind."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from factcheck.context.once import kept, once
from factcheck.context.place_names import Located, place_words
from factcheck.context.place_phrases import PlacePhrases
from factcheck.context.reach import group_at
from factcheck.context.view import SentenceView
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import (
    ADJECTIVE,
    NOUN,
    PLURAL,
    lexicon,
)
from factcheck.sentences.tokens import Token
from factcheck.vocabulary import Vocabulary

_LONG = 6  # words of the group of an event
_CUES = frozenset({"of", "on", "against", "from", "where"})


@functools.lru_cache(maxsize=4)
def _cues(vocabulary: Vocabulary) -> frozenset[str]:
    """The words that may bring a place."""
    words = place_words(vocabulary)
    return words.prepositions | words.striking | lexicon(vocabulary).words("event") | words.everywhere.keys() | _CUES


class PlaceReader(PlacePhrases):
    """Reads the places among the tokens of one sentence; needs no clauses, so that it is cheap for sentences around."""

    def all(self) -> Iterator[Located]:
        """The places of the sentence in text order, none inside another."""
        last, cues = -1, _cues(self.vocabulary)
        for index in [index for index, token in enumerate(self.tokens) if token.lower in cues]:
            place = self._at(index, self.tokens[index]) if index > last else None
            if place is not None and place.first > last:
                last = place.last
                yield place

    @once
    def capitals(self) -> list[bool]:
        """Which tokens begin with a capital."""
        return [token.capital for token in self.tokens]

    def _at(self, index: int, token: Token) -> Located | None:
        """The place that the word at ``index`` brings."""
        words, lower = self.words, token.lower
        if lower in words.everywhere:
            named = bool(self.tags(index + 1) & (NOUN | PLURAL | ADJECTIVE))  # "a nationwide poll"
            return None if named else Located(words.everywhere[lower], (), index, index, False)
        aimed = lower in ("on", "against")  # "the attack on Kabul"
        brings = lower in words.prepositions or lower in words.striking or lower in ("of", "from") or aimed
        if brings and True not in self.capitals[index + 1 : index + 9]:
            return None
        before = self.tokens[index - 1].lower if index else ""
        if lower == "from":
            measured = self.tokens[index - 2].lower if before == "away" and index > 1 else before
            return self.phrase(index + 1, trusted=self.cased) if measured in words.lengths else None
        if lower in words.prepositions:
            if lower == "in" and before in words.complements:
                place = self.phrase(index + 1)  # "investment in Chad", not "interest in Kopp"
                return place if place is not None and place.known else None
            return self.phrase(index + 1, trusted=self.cased and lower in words.trusted, facility=lower == "at")
        if aimed and before not in words.aimed:
            return self._upon(index + 1) if lower == "on" else None
        if lower in words.striking or lower == "of" or aimed:
            place = self.phrase(index + 1, trusted=self.cased and before in words.sides)
            sure = place is not None and (place.known or before in words.sides)
            return place if sure else None
        if lower == "where":
            return self._before_event(index - (before == ","))  # "flew to Lyon, where 12 died"
        return self._before_event(index) if token.text == lower or not self.cased else None

    def _upon(self, at: int) -> Located | None:
        """A road, an island or the like, which "on" brings: "on 23rd Street", "on the island of Hitra"."""
        place, words = self.phrase(at), self.words
        told = {token.lower for token in self.tokens[at : place.last + 1]} if place is not None else set()
        return place if not told.isdisjoint(words.upon) and told.isdisjoint(words.never) else None

    def _before_event(self, index: int) -> Located | None:
        """The known place whose name stands before an event's noun: "the Aceh quake", "the Ohio Democratic primary"."""
        start = index
        while start > 0 and index - start < _LONG and self._describes_event(start - 1):
            start -= 1
        found = (self.named(at) for at in range(start, index))
        return next((one for one in found if one is not None and one.last < index), None)

    def _describes_event(self, at: int) -> bool:
        """Whether a word may stand before an event's noun in one group with it."""
        token = self.tokens[at]
        if token.kind != "word" or token.lower in self.words.parts_of_names:
            return False  # "a Lyon Post poll"
        return token.capital or bool(self.tags(at) & (NOUN | ADJECTIVE))


@kept()
def place_reader(view: SentenceView) -> PlaceReader:
    return PlaceReader(view)


@kept()
def places(view: SentenceView) -> tuple[Located, ...]:
    """The places of a sentence."""
    return tuple(place_reader(view).all())


def group_of(view: SentenceView, place: Located) -> Group | None:
    """The group of words that a place stands in."""
    return group_at(view, view.tokens[place.first].start)
