"""Places told by a common noun: "at a hospital", "across the country", "in those states"."""

from __future__ import annotations

from factcheck.context.once import kept
from factcheck.context.place_names import Located, PlaceWords, place_words
from factcheck.context.places import place_reader
from factcheck.context.reach import group_at
from factcheck.context.view import SentenceView
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import PLURAL
from factcheck.sentences.sentence import Sentence


def _is_brought(read: Sentence, group: Group, words: PlaceWords) -> bool:
    """Whether what stands before a noun group brings a place: "at", "stormed", "an attack on", "north of"."""
    if group.kind != "noun" or group.head < 0 or group.number >= 0:
        return False
    if any(word.lower == "where" for word in read.words[group.stop : group.stop + 2]):
        return True  # "took them to a hall where 12 sat"
    before = read.words[group.start - 1].lower if group.start else ""
    if not group.preposition:
        led = before in words.striking or before in words.prepositions
        return group.role == "object" and led  # "marched off the floor"
    brings = group.preposition.split()
    if "from" in brings or not words.prepositions.isdisjoint(brings) or ("of" in brings and before in words.sides):
        return True
    upon = "on" in brings and read.words[group.head].lower in words.upon
    return upon or (before in words.aimed and ("on" in brings or "against" in brings))


@kept()
def common_places(view: SentenceView) -> tuple[Located, ...]:
    """The places that a sentence tells by a common noun: "at a hospital", "across the country", "in those states"."""
    words = place_words(view.vocabulary)
    if view.lemmas.isdisjoint(words.common):
        return ()
    groups = [group for group in view.read.groups if _is_brought(view.read, group, words)]
    return tuple([found for group in groups if (found := _common(view, group)) is not None])


def _common(view: SentenceView, group: Group) -> Located | None:
    """The place that a noun group tells by its noun, or by whose it is: "a hall", "the island's ports"."""
    read, words = view.read, place_words(view.vocabulary)
    if group.head < 0 or group.number >= 0:
        return None
    first, head = read.words[group.first], read.words[group.head]
    owner = read.words[group.possessor] if group.possessor >= group.first else None
    if owner is not None and owner.lower in words.grounds:
        head = owner
    opens = first.lower in words.openers or owner is not None
    start = group.first + (first.lower in words.openers or first.lower in words.prepositions)
    described = head.index > start
    if not described and head.text[0].isupper():
        return None  # "the House"
    bare = head.lower in words.bare and not described
    if not bare and read.lexicon.entry(head.lower).lemma not in words.grounds:
        return None
    if not (opens or bare or (described and head.tags & PLURAL)):
        return None  # "in swing states", not "in plants"
    if head.lower == "state" and first.lower not in words.definite:
        return None  # "in its current state"
    name = " ".join(view.document.text[read.words[min(start, head.index)].start : head.stop].split())
    return Located(name, (), view.token_index(first.start), view.token_index(head.start), False)


def place_at(view: SentenceView, offset: int) -> Located | None:
    """The place told by the noun group that holds a position of the text: by name or by its noun."""
    place, group = place_reader(view).phrase(view.token_index(offset), facility=True), group_at(view, offset)
    return _common(view, group) if place is None and group is not None else place
