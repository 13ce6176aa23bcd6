"""How a number adds up: an event's own, a running total, a level, a change, an increment, a rate, or for each side."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from factcheck.context.action import find_action
from factcheck.context.action_words import class_of
from factcheck.context.heads import Head, find_head, noun_of
from factcheck.context.matching import Phrases
from factcheck.context.model import Aggregation, Cue
from factcheck.context.noun_words import COUNT_KINDS
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import STOP
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary, toml_table

_NO_TOTALS = frozenset({"ordinal", "duration"})  # "the third round since March"
_NEAR, _FAR = 3, 12  # words


@toml_table
class _Change:
    up: str
    down: str


@toml_table
class _Level:
    kinds: tuple[str, ...]
    verbs: str


@toml_table
class _AggregationFile:
    increment_before: tuple[str, ...]
    increment_behind: tuple[str, ...]
    per_side: tuple[str, ...]
    rate: tuple[str, ...]
    total: tuple[str, ...]
    total_near: tuple[str, ...]
    none: tuple[str, ...]
    change: _Change
    level: _Level


@dataclass(frozen=True, slots=True)
class _Words:
    increment_before: Phrases
    increment_behind: Phrases
    per_side: Phrases
    rate: Phrases
    total: Phrases
    total_near: Phrases
    none: Phrases
    told: Phrases  # all but ``none``
    level_kinds: frozenset[str]


@functools.lru_cache(maxsize=8)
def _words(vocabulary: Vocabulary) -> _Words:
    file = vocabulary.bind("aggregation", _AggregationFile)
    lists = (file.increment_before, file.increment_behind, file.per_side, file.rate, file.total, file.total_near)
    before, behind, per_side, rate, total, near = map(Phrases, lists)
    told = Phrases([phrase for phrases in lists for phrase in phrases])
    kinds = frozenset(file.level.kinds)
    return _Words(before, behind, per_side, rate, total, near, Phrases(file.none), told, kinds)


def find_aggregation(view: SentenceView, quantity: Quantity) -> tuple[Aggregation | None, tuple[Cue, ...]]:
    """How ``quantity`` adds up, and the words that say so."""
    group = view.group(quantity)
    said = None if group is None else _said(view, quantity, group)
    if said is not None:
        return said[0], (Cue("aggregation", said[1], said[0]),)
    if quantity.per is not None or quantity.kind == "rate" or _is_per(quantity):
        return "rate", ()
    head = find_head(view, view.index(quantity))
    if head is not None and head.how == "awaiting" and noun_of(view.read, head.head) == "toll":
        return "total", ()
    return _by_action(view, quantity, head)


def _by_action(view: SentenceView, quantity: Quantity, head: Head | None) -> tuple[Aggregation | None, tuple[Cue, ...]]:
    """A change where an amount moves, a level where it stands, an event where something happened to what is counted."""
    counts = quantity.kind in COUNT_KINDS
    action, cues = find_action(view, quantity)
    attributive = head is not None and not counts and head.how in ("own", "joined")  # "turned down a 30-day truce"
    if (
        attributive
        and head is not None
        and class_of(noun_of(view.read, head.head), view.vocabulary) in ("rise", "fall")
    ):
        return "change", ()  # "a 5 % increase"
    moves = not attributive and (not counts or (action is not None and action.lemma in ("rise", "fall", "lose")))
    if quantity.change_part is not None and moves:
        return ("change" if quantity.change_part == "by" else "level"), ()
    if action is not None and action.lemma in ("rise", "fall") and not counts and not attributive:
        return "change", cues
    if quantity.kind in _words(view.vocabulary).level_kinds:
        return "level", ()
    return ("event", ()) if counts and action is not None else (None, ())


def _is_per(quantity: Quantity) -> bool:
    """Whether the unit itself is a rate that has no kind of its own: "24 tons per day"."""
    return quantity.kind == "other" and quantity.unit is not None and " per " in quantity.unit.name


def _said(view: SentenceView, quantity: Quantity, group: Group) -> tuple[Aggregation, Span] | None:
    """What the words around the number say, each kind in its own reach."""
    words, known = view.read.words, _words(view.vocabulary)
    if not _spots(view, known):
        return None
    number = view.read.number_words[view.index(quantity)].index
    stop = group.stop
    if (span := _find(known, known.per_side, view, stop, stop + _FAR - 4)) is not None:
        return "per_side", span
    if (span := _find(known, known.increment_before, view, group.start - 1, number)) is not None:
        return "increment", span
    if (span := _find(known, known.increment_behind, view, number + 1, min(stop + 1, number + _NEAR))) is not None:
        return "increment", span
    if (span := _find(known, known.rate, view, number + 1, stop + _NEAR)) is not None:
        return "rate", span
    if quantity.kind in _NO_TOTALS:
        return None
    start, end = _clause_bounds(view, number)
    near = _find(known, known.total_near, view, group.start - 2, number) or _find(
        known, known.total_near, view, number + 1, stop + 1
    )
    far = near or _find(known, known.total, view, max(start, number - _FAR), min(end, stop + _FAR, len(words)))
    return ("total", far) if far is not None else None


def _spots(view: SentenceView, known: _Words) -> tuple[int, ...]:
    """The words of a sentence that a phrase starts at, where none starts that only looks like one."""
    spots = view.memo.get("adds up")
    if not isinstance(spots, tuple):
        words = view.read.words
        spots = tuple(i for i in known.told.starts(words) if not known.none.at(words, i))
        view.memo["adds up"] = spots
    return spots


def _find(known: _Words, phrases: Phrases, view: SentenceView, start: int, stop: int) -> Span | None:
    """The first phrase that starts in a range of words and before a stop in it."""
    words = view.read.words
    for i in _spots(view, known):
        if start <= i < stop and (size := phrases.at(words, i)):
            if any(word.tags & STOP for word in words[max(start, 0) + 1 : i + 1]):
                return None
            return Span(words[i].start, words[min(i + size, len(words)) - 1].stop)
    return None


def _clause_bounds(view: SentenceView, number: int) -> tuple[int, int]:
    """The words from the last stop before a number to the next one behind it."""
    words = view.read.words
    start = next((i + 1 for i in range(number, -1, -1) if words[i].tags & STOP), 0)
    stop = next((i for i in range(number, len(words)) if words[i].tags & STOP), len(words))
    return start, stop
