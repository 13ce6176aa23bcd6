"""The way between a noun and its number: links to walk over, chains of phrases, brackets, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.context.noun_words import nouns
from factcheck.context.phrases import Phrase, phrase_before
from factcheck.context.tagging import Tagged, tagged, word_at
from factcheck.context.view import SentenceView
from factcheck.lemmas import verb_lemma

How = Literal["after", "of", "hyphen", "state", "measured", "subject", "awaiting", "before"]

_CHAINING = frozenset({"of", "in", "for", "on", "to", "from", "between", "by", "with", "among", "against"})
_RELATIVE = frozenset({"which", "who", "that"})
_LINKS = frozenset({"to", "by", "at", "from", "of", "than", "as", "worth", "around", "above", "below", "under", "over"})


@dataclass(frozen=True, slots=True)
class Found:
    """A number's own noun phrase, and how it was found."""

    phrase: Phrase
    how: How
    whole: int | None = None  # index in the sentence of the quantity after "of": 52 of 80


def back_over_links(view: SentenceView, at: int, marks: Tagged) -> int | None:
    """From a number back over "rose to", "stood at", "numbered", "is", ":" to where its noun ends."""
    tags, i = marks.tags, at - 1
    moved = word_at(view, i) == "between" and tags[i - 1 : i] == "b"
    if word_at(view, i) in ("to", "and", "or", "from") and tags[i - 1 : i] == "#":  # "from three to four"
        i = next((a.start for a in marks.anchors if a.stop == i), i) - 1
        moved = word_at(view, i) in _LINKS
    if word_at(view, i) == "between":
        i -= 1  # "has been between 87 percent and 91 percent"
    if i > 1 and word_at(view, i) == "about" and tags[i - 1] == "v":
        i -= 1  # "lies about 45 km away"
    if i > 1 and tags[i] in "jn" and word_at(view, i - 1) in ("a", "an"):
        i -= 2  # "stands at a record $17 trillion"
    while i >= 0 and (
        tags[i] in "abhmve"
        or (tags[i] == "d" and i > 1 and tags[i - 1] in "ve")  # "rose Thursday to $25,000"
        or (tags[i] == "g" and i > 0 and tags[i - 1] in "nsq")
        or view.tokens[i].lower in _LINKS
        or (
            moved and tags[i] == "s" and tags[i + 1] in "Pt#" and _is_bearing(view, i)
        )  # "the number of dead stands at 9"
        or view.tokens[i].text in ":,"
    ):
        moved = moved or tags[i] not in "a,"
        if i in marks.owner:
            break
        i = _past_relative(view, i) - 1
    return i + 1 if moved else None


def _past_relative(view: SentenceView, i: int) -> int:
    """From the comma that closes a relative clause to the one that opens it: "the mast, which fell, was 30 m"."""
    tags = tagged(view).tags
    opening = tags.rfind(",", 0, i) if tags[i] == "," else -1
    if opening > 0 and i - opening <= 4 and tags[opening + 1] == "P":
        return opening  # "would increase, on net, by $5 billion"
    if tags[i] != "," or tags[i + 1 : i + 2] not in tuple("bhmve"):
        return i
    return opening if opening > 0 and tags[opening + 1] == "w" and word_at(view, opening + 1) in _RELATIVE else i


def _is_bearing(view: SentenceView, i: int) -> bool:
    return verb_lemma(view.tokens[i].lower) in nouns(view.vocabulary).bearing


def subject_phrase(view: SentenceView, at: int) -> Phrase | None:
    """The first noun phrase of the chain that ends before ``at``: of "the price of oil in Asia", "the price"."""
    tags = tagged(view).tags
    if tags[at - 2 : at] == "Pr":
        at -= 2  # "the reward for him"
    phrase = phrase_before(tags, at)
    while phrase is not None and phrase.start > 1:
        before = phrase.start - 1
        joined = phrase_before(tags, before) if tags[before] == "c" else None
        if joined is not None and joined.start > 0 and tags[joined.start - 1] == "P":
            phrase, before = joined, joined.start - 1  # "strikes in Sumy and Kherson"
        while before > 1 and tags[before] in "D#":
            before -= 1
        if before < 1 or word_at(view, before) not in _CHAINING:
            break
        if word_at(view, before) == "for" and tags[phrase.stop : phrase.stop + 1] == "t":
            break  # "permission for the plane to climb": the plane climbs
        earlier = phrase_before(tags, before)
        if earlier is None:
            break
        phrase = earlier
    return phrase


def converted_from(view: SentenceView, index: int) -> int | None:
    """The quantity that this one repeats in brackets in another unit: "40 km (25 miles)"."""
    if index == 0:
        return None
    anchors = tagged(view).anchors
    opening = anchors[index].start - 1
    near = anchors[index - 1].stop == opening and word_at(view, opening) in ("(", "[")
    return index - 1 if near and view.quantities[index].kind == view.quantities[index - 1].kind else None


def past_brackets(view: SentenceView, at: int, marks: Tagged) -> int:
    """Past a conversion in brackets: "40 km (25 miles) of cable"."""
    if word_at(view, at) in ("(", "[") and marks.tags[at + 1 : at + 2] == "#":
        owner = marks.owner.get(at + 1)
        close = at + 2 if owner is None else marks.anchors[owner].stop
        if word_at(view, close) in (")", "]"):
            return close + 1
    return at


def skip(tags: str, at: int, classes: str) -> int:
    while at < len(tags) and tags[at] in classes:
        at += 1
    return at
