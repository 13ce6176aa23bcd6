"""Whose count a figure is: "India's death toll", "the city's cases", "the state has seen 385 deaths"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from factcheck.claims import Claim
from factcheck.context.gazetteer import Gazetteer, load_gazetteer, relate
from factcheck.context.model import Place
from factcheck.pairs.lists import LinkingLists, linking_lists
from factcheck.vocabulary import Vocabulary

_POSSESSIVE = re.compile(r"\b([A-Za-z][\w.-]*(?: [A-Z][\w.-]*)*)['’]s\b((?: [\w-]+){1,4})")
_SUBJECT = re.compile(
    r"(?:[Tt]he )?([\w.-]+(?: [A-Z][\w.-]*)*)(?:, [^,;.]{1,80},)?"
    r" (?:has|have|had|saw|sees|now|leads|reported|reports|recorded|records|confirmed|confirms)\b"
)
_ADDED_TO = re.compile(r"[^;:]{0,60}\bto ([\w ]{2,30})['’]s (?:[\w-]+ )?(\w+)")
_EVERYWHERE = re.compile(r"\b(?:nationwide|nationally|worldwide|globally|across the (?:country|nation|world|globe))\b")


@dataclass(frozen=True, slots=True)
class Owner:
    """A place by name, or an area by its noun ("city"), whose count it is."""

    name: str
    place: Place | None
    gazetteer: Gazetteer = field(repr=False, compare=False)

    def other_than(self, other: Owner) -> bool:
        """Whether the two surely differ: two places neither of which holds the other, two kinds of area."""
        if self.place is None or other.place is None:
            return self.place is other.place and self.name != other.name
        return relate(self.place, other.place, self.gazetteer) == "apart"


class Owners:
    """Finds owners with one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._gazetteer = load_gazetteer(vocabulary)
        self._lists: LinkingLists = linking_lists(vocabulary)

    def of(self, claim: Claim) -> Owner | None:
        """Whose count a figure is, where its sentence says so before the number."""
        figure, counted = claim.figure, claim.figure.context.counted
        text, number = figure.document.text, figure.quantity.number
        before = text[figure.sentence.start : number.start]
        for match in _POSSESSIVE.finditer(before):
            if self._tells(match[2]):
                return self._named(match[1])
        if counted is None or not (self._tells(counted.text) or "new" in counted.qualifiers):
            return None
        added = _ADDED_TO.match(text, number.stop, figure.sentence.stop)
        if added is not None and self._tells(added[2]):
            return self._named(added[1])
        everywhere = _EVERYWHERE.search(text, figure.sentence.start, figure.sentence.stop)
        if everywhere is not None:
            return Owner(everywhere[0], None, self._gazetteer)
        subject, speaker = _SUBJECT.match(before), figure.context.speaker
        found = self._named(subject[1]) if subject is not None else None
        if found is None and speaker is not None and "new" in counted.qualifiers:
            found = self._named(speaker.text.removeprefix("the ").removeprefix("The "))
        return found

    def _tells(self, words: str) -> bool:
        return not self._lists.tallies.isdisjoint(words.lower().split())

    def _named(self, text: str) -> Owner | None:
        return _owner(text, self._gazetteer, self._lists.areas)


def _owner(text: str, gazetteer: Gazetteer, areas: frozenset[str]) -> Owner | None:
    """The place or area of a phrase, by its longest end that is one: "neighbouring China"."""
    words = text.split()
    for at in range(len(words)):
        entries = gazetteer.find(" ".join(words[at:]))
        if entries and words[at][:1].isupper():
            return Owner(entries[0].name, Place(entries[0].name, entries[0].within), gazetteer)
    return Owner(words[-1].lower(), None, gazetteer) if words and words[-1].lower() in areas else None


@functools.lru_cache(maxsize=4)
def owners(vocabulary: Vocabulary) -> Owners:
    return Owners(vocabulary)
