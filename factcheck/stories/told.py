"""What a document tells of, as far as its words show the story it belongs to: rare words, names, places, its day."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from factcheck.context.gazetteer import Gazetteer, load_gazetteer
from factcheck.context.names import load_names
from factcheck.documents import Document
from factcheck.sentences.lexicon import lexicon
from factcheck.stories.words import WordWeights, base_forms, base_words, story_words, word_weights, written_words
from factcheck.vocabulary import Vocabulary

LEAD = 400  # characters below the title that tell which words are those of the story
_TELLING = 4.0  # bits of a word that tells a story from others: one article in 16 has it


@dataclass(frozen=True, slots=True)
class Weighed:
    """Words by the square of their bits, and the length of that vector."""

    bits: Mapping[str, float]
    length: float

    def shared(self, other: Weighed) -> float:
        """The square of the bits of all shared words."""
        few, many = (self.bits, other.bits) if len(self.bits) <= len(other.bits) else (other.bits, self.bits)
        return math.fsum(bits for word, bits in few.items() if word in many)

    def cosine(self, other: Weighed) -> float:
        """How much two texts share of what they tell of, 0..1."""
        return self.shared(other) / (self.length * other.length) if self.length and other.length else 0.0


@dataclass(frozen=True, slots=True)
class Told:
    """One document: all its telling words, those of title and lead, its names, those of its title, its day."""

    words: Weighed
    lead: Weighed
    names: frozenset[str]  # words that it never writes without their capital
    title_names: frozenset[str]
    title_words: frozenset[str]
    day: int | None
    known: frozenset[str]  # every base word of title and lead
    places: frozenset[str]  # known places of the title, or else of the lead; peoples as their countries
    around: frozenset[str]  # what those lie in


def told_of(document: Document, vocabulary: Vocabulary) -> Told:
    """What one document tells of; a pure function of its text."""
    weights, furniture = word_weights(vocabulary), story_words(vocabulary).furniture
    gazetteer = load_gazetteer(vocabulary)
    text = document.text
    title = document.title or text[:LEAD].split("\n", 1)[0]
    head = text[: len(document.title or "") + LEAD]
    written = written_words(text)
    words = base_forms(written) - furniture
    body = text[len(title) :] if text.startswith(title) else text
    names = words & _names(body if body.strip() else _unless_all_capital(title), written)
    if title.isupper():
        names |= words & _shouted(title, body, vocabulary)
    known, first = base_words(head), base_words(title)
    places, around = _places(title, gazetteer)
    if not places:
        places, around = _places(head, gazetteer)
    return Told(
        words=_weighed(words, weights),
        lead=_weighed(known - furniture, weights),
        names=frozenset(name for name in names if weights.bits(name) >= _TELLING),
        title_names=first & (names or words),
        title_words=frozenset(word for word in first if weights.bits(word) >= _TELLING),
        day=document.published.toordinal() if document.published is not None else None,
        known=known,
        places=places,
        around=around,
    )


def _names(body: str, written: frozenset[str]) -> frozenset[str]:
    """Base forms of what is written with a capital within a line, and never without one.

    The first word of a line or sentence tells nothing, and a title nothing either: some write all its words so.
    """
    small = base_forms(word for word in written if word[0].islower())
    return base_forms(_INSIDE.findall(body)) - small


def _shouted(title: str, body: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Base forms of the names in a title of capitals alone: what a firm is called, else the words that no lexicon has.

    A word that the text below writes small is none.
    """
    known, bodies = lexicon(vocabulary), load_names(vocabulary).bodies
    written = _WORD.findall(title.lower())
    firm = max((at for at, word in enumerate(written) if word in bodies), default=0)
    names = [word for word in written[:firm] or written if word not in bodies and (firm or word not in known)]
    return base_forms(names) - base_forms(word for word in written_words(body) if word[0].islower())


def _unless_all_capital(title: str) -> str:
    """A title that writes names alone with a capital; nothing of one that writes most of its words so."""
    words = title.split()
    capital = sum(word[:1].isupper() for word in words)
    return title if capital * 2 <= len(words) else ""


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INSIDE = re.compile(r"(?<=[\w,;:'’”)] )[A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*")


def _weighed(words: Iterable[str], weights: WordWeights) -> Weighed:
    bits = {word: bits**2 for word in words if (bits := weights.bits(word)) >= _TELLING}
    return Weighed(bits, math.sqrt(math.fsum(bits.values())))


def _places(text: str, gazetteer: Gazetteer) -> tuple[frozenset[str], frozenset[str]]:
    """The known places that a text names, and what they lie in."""
    places: set[str] = set()
    around: set[str] = set()
    for name in _NAME.findall(text):
        for found in _longest(name.split(), gazetteer):
            places.add(found[0])
            around.update(found[1])
    return frozenset(places), frozenset(around)


def _longest(words: list[str], gazetteer: Gazetteer) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The places in a run of capitalised words, "New York Police" giving one."""
    at = 0
    while at < len(words):
        for size in (3, 2, 1):
            name = " ".join(words[at : at + size])
            entries = gazetteer.find(name)
            if entries:
                yield entries[0].name, entries[0].within
                break
            if size == 1 and name.lower() in gazetteer.demonyms:
                yield gazetteer.demonyms[name.lower()], ()
        at += size


_NAME = re.compile(r"[A-Z][\w.-]+(?: [A-Z][\w.-]+)*")
