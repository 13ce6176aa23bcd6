"""The noun phrase a number belongs to, found over the tags of its sentence."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from factcheck.context.lexicon import lexicon
from factcheck.context.phrases import Phrase, phrase_after, phrase_before
from factcheck.context.tagging import Anchor, Tagged, tagged, word_at
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma, verb_lemma
from factcheck.quantities import Quantity
from factcheck.vocabulary import Vocabulary

How = Literal["after", "of", "hyphen", "state", "measured", "subject", "object", "awaiting", "before"]
COUNT_KINDS = frozenset({"count", "ordinal", "ratio"})
_CHAINING = frozenset({"of", "in", "for", "on", "to", "from", "between", "by", "with", "among", "against"})
_BESIDE = frozenset({"and", "or", "versus", "vs", "from", "to", "with", "against", "than", "but"})
_RECIPIENT = frozenset({"pay", "give", "award", "offer", "fine", "charge", "owe", "grant", "lend", "hand", "promise"})
_LINKS = frozenset({"to", "by", "at", "from", "of", "than", "as", "worth", "around", "above", "below", "under", "over"})


@dataclass(frozen=True, slots=True)
class CountedWords:
    """The lists of ``counted.toml``."""

    persons: str
    crowds: str
    plain_persons: str
    human: str
    awaiting: str
    scales: str
    measuring: str
    bearing: str
    moving: str
    throngs: str
    offsets: str
    trailing: str
    hollow: str
    states: str
    empty: str
    events: Mapping[str, str]
    same: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Nouns:
    """`CountedWords` as sets."""

    persons: frozenset[str]
    crowds: frozenset[str]
    plain_persons: frozenset[str]
    human: frozenset[str]
    awaiting: frozenset[str]
    scales: frozenset[str]
    measuring: frozenset[str]
    bearing: frozenset[str]
    moving: frozenset[str]
    throngs: frozenset[str]
    offsets: frozenset[str]
    trailing: frozenset[str]
    hollow: frozenset[str]
    states: frozenset[str]
    empty: frozenset[str]
    events: Mapping[str, str]
    same: Mapping[str, str]  # word -> the head that stands for it


@functools.lru_cache(maxsize=8)
def nouns(vocabulary: Vocabulary) -> Nouns:
    words = vocabulary.bind("counted", CountedWords)
    lists = {
        field.name: frozenset(getattr(words, field.name).split())
        for field in dataclasses.fields(CountedWords)
        if field.name not in ("events", "same")
    }
    same = {word: head for head, listed in words.same.items() for word in listed.split()}
    return Nouns(**lists, events=words.events, same=same)


@dataclass(frozen=True, slots=True)
class Found:
    """A number's own noun phrase, and how it was found."""

    phrase: Phrase
    how: How
    whole: int | None = None  # index in the sentence of the quantity after "of": 52 of 80


def noun_phrase(view: SentenceView, index: int) -> Found | None:
    """The noun phrase of the sentence's quantity ``index``; ``None`` where it must come from elsewhere."""
    memo = view.memo.setdefault("nouns", {})
    if isinstance(memo, dict) and index in memo:
        known: Found | None = memo[index]
        return known
    quantity, marks = view.quantities[index], tagged(view)
    anchor = marks.anchors[index]
    source = converted_from(view, index)
    if source is not None:
        found = noun_phrase(view, source)
    elif quantity.kind in COUNT_KINDS or (quantity.kind == "other" and quantity.unit is None):
        found = _counted(view, quantity, anchor, marks)
    else:
        found = _measured(view, quantity, anchor, marks)
    if isinstance(memo, dict):
        memo[index] = found
    return found


def _counted(view: SentenceView, quantity: Quantity, anchor: Anchor, marks: Tagged) -> Found | None:
    tags, at = marks.tags, anchor.stop
    if anchor.hyphen is not None:
        after = phrase_after(marks.flat, at, plural=False, owner=True)
        if after is not None and anchor.hyphen.endswith(("ed", "est")):
            return Found(after, "after")  # "a two-pronged attack", "the second-largest city"
        return Found(after or Phrase(anchor.start, at, at - 1), "hyphen")
    single = quantity.kind == "ordinal" or (not quantity.vague and quantity.values == (1,))
    at = _past_brackets(view, at, marks)
    phrase, whole, how = _past_of(view, at, marks, plural=not single, ratio=quantity.kind == "ratio")
    if phrase is not None and not _is_state(view, phrase, tags):
        return Found(phrase, how, whole)
    if phrase is None and tags[at : at + 1] in ("e", "v") and word_at(view, at) in nouns(view.vocabulary).states:
        return Found(Phrase(at, at + 1, at), "state", whole)
    if phrase is not None:
        return Found(phrase, "state", whole)
    waiting = _behind(view, at, marks) or _awaiting(view, anchor, marks)
    if waiting is None and quantity.unit is not None:
        return _measured_before(view, quantity, anchor, marks)  # "the lead grew to 11 points"
    return waiting


def _past_of(
    view: SentenceView, at: int, marks: Tagged, *, plural: bool, ratio: bool
) -> tuple[Phrase | None, int | None, How]:
    """The phrase after the number, across "of", determiners and the whole: "52 of the 80 drones"."""
    tags, how, whole = marks.tags, "after", None
    if word_at(view, at) == "out" and word_at(view, at + 1) == "of":
        at += 1
    if word_at(view, at) == "of":
        at, how = at + 1, "of"
        at = _skip(tags, at, "Dza")
        if at + 1 in marks.owner and tags[at] == "n":
            at += 1  # "of the total 80"
        if at in marks.owner:
            whole = marks.owner[at]
            at = marks.anchors[whole].stop
    elif ratio and tags[at : at + 1] == "D":
        at += 1  # "half the voters"
    phrase = phrase_after(marks.flat, at, plural=plural)
    if phrase is not None and not plural:
        phrase = _without_trailing(view, phrase)
    return phrase, whole, "of" if how == "of" else "after"


def _without_trailing(view: SentenceView, phrase: Phrase) -> Phrase:
    """The phrase without an adjective behind its noun: "one person familiar with the plan"."""
    head = phrase.head
    while head > phrase.start and word_at(view, head) in nouns(view.vocabulary).trailing:
        head -= 1
    return Phrase(phrase.start, head + 1, head)


def _is_state(view: SentenceView, phrase: Phrase, tags: str) -> bool:
    return tags[phrase.head] in "ns" and view.tokens[phrase.head].lower in nouns(view.vocabulary).states


def _behind(view: SentenceView, at: int, marks: Tagged) -> Found | None:
    """A noun that waits behind its number: "raised to 10 the number of people killed"."""
    if marks.tags[at : at + 1] != "D" or noun_lemma(word_at(view, at + 1)) not in nouns(view.vocabulary).awaiting:
        return None
    return _numbered(view, Phrase(at, at + 2, at + 1), marks)


def _numbered(view: SentenceView, phrase: Phrase, marks: Tagged) -> Found:
    """What a number word numbers: of "the number of people killed", "people"; a toll is its own."""
    head = noun_lemma(word_at(view, phrase.head))
    if head not in nouns(view.vocabulary).events and word_at(view, phrase.stop) == "of":
        at = _skip(marks.tags, phrase.stop + 1, "Dza")
        if word_at(view, at) in nouns(view.vocabulary).states:
            return Found(Phrase(at, at + 1, at), "awaiting")  # "the number of wounded"
        inner = phrase_after(marks.flat, at, plural=True)
        return Found(inner or phrase, "awaiting")
    return Found(phrase, "awaiting")


def _awaiting(view: SentenceView, anchor: Anchor, marks: Tagged) -> Found | None:
    """A noun before that waits for its number: "a toll of 15", "the dead numbered 12", "the number of injured is 5"."""
    at = _back_over_links(view, anchor.start, marks)
    if at is None:
        return None
    table = nouns(view.vocabulary)
    phrase = subject_phrase(view, at)
    if phrase is not None:
        head = noun_lemma(view.tokens[phrase.head].lower)
        if head in table.awaiting:
            return _numbered(view, phrase, marks)
        if head in table.persons or head in table.events or head in table.crowds:
            return Found(phrase, "awaiting")
    far = next((i for i in range(at - 1, max(at - 20, -1), -1) if _stops(marks.tags[i]) or _is_toll(view, i)), -1)
    if far >= 0 and _is_toll(view, far):
        return _numbered(view, phrase_before(marks.tags, far + 1) or Phrase(far, far + 1, far), marks)
    return None


def _stops(tag: str) -> bool:
    return tag in ";#"


def _is_toll(view: SentenceView, i: int) -> bool:
    return view.tokens[i].lower in ("toll", "tolls", "number", "numbers")


def _back_over_links(view: SentenceView, at: int, marks: Tagged) -> int | None:
    """From a number back over "rose to", "stood at", "numbered", "is", ":" to where its noun ends."""
    tags, i = marks.tags, at - 1
    moved = False
    if word_at(view, i) in ("to", "and", "or") and tags[i - 1 : i] == "#":  # "from three to four"
        i = next((a.start for a in marks.anchors if a.stop == i), i) - 1
        moved = word_at(view, i) in _LINKS
    while i >= 0 and (
        tags[i] in "abhmve"
        or (tags[i] == "g" and i > 0 and tags[i - 1] in "nsq")
        or view.tokens[i].lower in _LINKS
        or (moved and tags[i] == "s" and _is_bearing(view, i))  # "the number of dead stands at 9"
        or view.tokens[i].text in ":,"
    ):
        moved = moved or tags[i] not in "a,"
        if i in marks.owner:
            break
        i -= 1
    return i + 1 if moved else None


def _is_bearing(view: SentenceView, i: int) -> bool:
    return verb_lemma(view.tokens[i].lower) in nouns(view.vocabulary).bearing


def _is_measuring(view: SentenceView, i: int) -> bool:
    return verb_lemma(view.tokens[i].lower) in nouns(view.vocabulary).measuring


def converted_from(view: SentenceView, index: int) -> int | None:
    """The quantity that this one repeats in brackets in another unit: "40 km (25 miles)"."""
    if index == 0:
        return None
    anchors = tagged(view).anchors
    opening = anchors[index].start - 1
    near = anchors[index - 1].stop == opening and word_at(view, opening) in ("(", "[")
    return index - 1 if near and view.quantities[index].kind == view.quantities[index - 1].kind else None


def _measured(view: SentenceView, quantity: Quantity, anchor: Anchor, marks: Tagged) -> Found | None:
    tags, at = marks.tags, _past_brackets(view, anchor.stop, marks)
    if anchor.hyphen is not None and anchor.hyphen not in ("old", "long", "high", "wide", "deep", "plus"):
        after = phrase_after(marks.flat, at, plural=False, owner=True)
        return Found(after or Phrase(anchor.start, at, at - 1), "measured" if after else "hyphen")
    if word_at(view, at) == "worth":
        at += 1
    elif _attributive(view, quantity, anchor):
        after = phrase_after(marks.flat, at, plural=False, owner=True)
        scaled = quantity.kind == "magnitude" and after is not None and tags[after.head] == "s"  # "6.1 strikes"
        timed = (
            after is not None and word_at(view, after.head) in lexicon(view.vocabulary).time_nouns
        )  # "5 % last year"
        if after is not None and not scaled and not timed:
            return Found(after, "measured")
    word = word_at(view, at)
    measuring = (
        quantity.kind != "money"
        and anchor.start > 0
        and tags[anchor.start - 1] in "veg"
        and _is_measuring(view, anchor.start - 1)
    )
    if word_at(view, anchor.start) == "within" or word_at(view, anchor.start - 1) == "within":
        return None  # "within 20 miles of the coast" is a distance
    if (word == "of" and not measuring) or (word == "in" and quantity.kind == "money"):
        after = phrase_after(marks.flat, _skip(tags, at + 1, "Dza"), plural=False)
        if after is None and tags[at + 1 : at + 2] == "g":
            after = Phrase(at + 1, at + 2, at + 1)  # "eleven days of fighting"
        if after is not None and tags[after.stop : after.stop + 1] != "#":  # never "in the last 10 years"
            return Found(after, "of")
    if quantity.kind == "duration" and word in nouns(view.vocabulary).offsets:
        return None
    return _measured_before(view, quantity, anchor, marks)


def _attributive(view: SentenceView, quantity: Quantity, anchor: Anchor) -> bool:
    """Whether the measure stands before its noun: "30-day ceasefire", "$5 billion deal", never "five days Russia…"."""
    if anchor.tied:
        return True
    if quantity.unit_span is None:
        return quantity.kind in ("money", "percent", "magnitude", "other", "multiple", "points")
    unit = quantity.unit_span.of(view.document.text).lower()
    return not unit.endswith("s") and unit not in ("feet",)


def _measured_before(view: SentenceView, quantity: Quantity, anchor: Anchor, marks: Tagged) -> Found | None:
    """What a measure after it belongs to: "a fine of $5m", "inflation rose to 5%", "raised tariffs to 50%"."""
    tags = marks.tags
    compared = _compared_with(view, quantity, anchor, marks)
    if compared is not None:
        return noun_phrase(view, compared)
    direct = phrase_before(tags, anchor.start)
    if direct is not None and word_at(view, direct.head) in nouns(view.vocabulary).scales:
        return Found(subject_phrase(view, anchor.start) or direct, "before")
    sold_for = quantity.kind == "money" and word_at(view, anchor.start - 1) == "for"
    at = _back_over_links(view, anchor.start - sold_for, marks)
    if at is None:
        return None
    while at > 0 and at - 1 >= 0 and tags[at - 1] == "#":  # "from 25% to 50%"
        back = next((a.start for a in marks.anchors if a.stop == at), at - 1)
        further = _back_over_links(view, back, marks)
        at = further if further is not None else back
        if further is None:
            break
    near = word_at(view, at) in ("of", "worth") or (tags[at] == "e" and word_at(view, at + 1) == "at")
    phrase = phrase_before(tags, at) if near else subject_phrase(view, at)
    if phrase is None or not (_is_moved(view, phrase) or _bears(view, quantity, at, anchor.start)):
        return None
    return Found(phrase, "subject")


def _compared_with(view: SentenceView, quantity: Quantity, anchor: Anchor, marks: Tagged) -> int | None:
    """The number before of the same kind that this one is set beside: "$5 for men and $3 for women", "up from 4%"."""
    index = marks.owner[anchor.start]
    if (
        index == 0
        or view.quantities[index - 1].kind != quantity.kind
        or ";" in marks.tags[marks.anchors[index - 1].stop : anchor.start]
    ):
        return None
    return index - 1 if word_at(view, anchor.start - 1) in _BESIDE else None


def _is_moved(view: SentenceView, phrase: Phrase) -> bool:
    """Whether a phrase is the object of a verb that moves it to its number: "raise the wage to $9"."""
    tags, at = tagged(view).tags, phrase.start - 1
    while at > 0 and tags[at] in "D#zj":
        at -= 1
    return at >= 0 and tags[at] in "veg" and verb_lemma(word_at(view, at)) in nouns(view.vocabulary).moving


def _bears(view: SentenceView, quantity: Quantity, start: int, stop: int) -> bool:
    """Whether the words between a noun and its number let the one belong to the other: "cost", "rose to", "of"."""
    tags, table = tagged(view).tags, nouns(view.vocabulary)
    verbs = [i for i in range(start, stop) if tags[i] in "veg"]
    if not verbs:
        linked = word_at(view, start) in ("of", "at", "worth") or "b" in tags[start:stop]
        return linked or quantity.change is not None or quantity.change_part is not None
    if quantity.kind not in ("money", "duration"):
        return True
    lemma = verb_lemma(view.tokens[verbs[-1]].lower)
    if "b" in tags[start : verbs[-1]]:
        return lemma not in _RECIPIENT  # "is valued at" against "was paid"
    return lemma in table.measuring or lemma in table.bearing or quantity.change is not None


def subject_phrase(view: SentenceView, at: int) -> Phrase | None:
    """The first noun phrase of the chain that ends before ``at``: of "the price of oil in Asia", "the price"."""
    tags = tagged(view).tags
    phrase = phrase_before(tags, at)
    while phrase is not None and phrase.start > 1:
        before = phrase.start - 1
        while before > 1 and tags[before] in "D#":
            before -= 1
        if before < 1 or word_at(view, before) not in _CHAINING:
            break
        earlier = phrase_before(tags, before)
        if earlier is None:
            break
        phrase = earlier
    return phrase


def _past_brackets(view: SentenceView, at: int, marks: Tagged) -> int:
    """Past a conversion in brackets: "40 km (25 miles) of cable"."""
    if word_at(view, at) in ("(", "[") and marks.tags[at + 1 : at + 2] == "#":
        owner = marks.owner.get(at + 1)
        close = at + 2 if owner is None else marks.anchors[owner].stop
        if word_at(view, close) in (")", "]"):
            return close + 1
    return at


def _skip(tags: str, at: int, classes: str) -> int:
    while at < len(tags) and tags[at] in classes:
        at += 1
    return at
