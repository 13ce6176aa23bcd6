"""How a number adds up: an event's own, a running total, a level, a change, an increment, a rate, or for each side."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import cast

from factcheck.context.action import find_action
from factcheck.context.action_words import class_of
from factcheck.context.cues import CueFile, Cues, CueTable, span_of
from factcheck.context.model import Aggregation, Cue
from factcheck.context.noun_words import COUNT_KINDS
from factcheck.context.nouns import noun_phrase
from factcheck.context.tagging import index_of, tagged
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma
from factcheck.quantities import Quantity
from factcheck.vocabulary import Vocabulary

_NO_TOTALS = frozenset({"ordinal", "duration"})  # "the third round since March"
_ORDER: tuple[Aggregation, ...] = ("per_side", "increment", "rate", "total")


@dataclass(frozen=True, slots=True)
class _Change:
    up: str
    down: str


@dataclass(frozen=True, slots=True)
class _Level:
    kinds: tuple[str, ...]
    verbs: str


@dataclass(frozen=True, slots=True)
class _AggregationFile:
    cues: tuple[CueTable, ...]
    change: _Change
    level: _Level


@dataclass(frozen=True, slots=True)
class _Words:
    cues: Cues
    level_kinds: frozenset[str]
    level_verbs: frozenset[str]


@functools.lru_cache(maxsize=8)
def _words(vocabulary: Vocabulary) -> _Words:
    file = vocabulary.bind("aggregation", _AggregationFile)
    return _Words(Cues(CueFile(file.cues)), frozenset(file.level.kinds), frozenset(file.level.verbs.split()))


def find_aggregation(view: SentenceView, quantity: Quantity) -> tuple[Aggregation | None, tuple[Cue, ...]]:
    """How ``quantity`` adds up, and the words that say so."""
    said = _said(view, quantity)
    if said is not None:
        return said
    if quantity.per is not None or quantity.kind == "rate" or _is_per(quantity):
        return "rate", ()
    if _is_toll(view, quantity):
        return "total", ()
    action, cues = find_action(view, quantity)
    found = noun_phrase(view, index_of(view, quantity))
    attributive = found is not None and found.how == "measured"  # "turned down a 30-day truce": no amount moves
    if attributive and found is not None and _is_change(view, found.phrase.head):
        return "change", ()  # "a 5 % increase"
    moves = not attributive and (
        quantity.kind not in COUNT_KINDS or (action is not None and action.lemma in ("rise", "fall", "lose"))
    )
    if quantity.change_part is not None and moves:
        return ("change" if quantity.change_part == "by" else "level"), ()
    if action is not None and action.lemma in ("rise", "fall") and quantity.kind not in COUNT_KINDS and not attributive:
        return "change", cues
    if quantity.kind in _words(view.vocabulary).level_kinds:
        return "level", ()
    if quantity.kind in COUNT_KINDS and action is not None:
        return "event", ()
    return None, ()


def _is_per(quantity: Quantity) -> bool:
    """Whether the unit itself is a rate that has no kind of its own: "24 tons per day"."""
    return quantity.kind == "other" and quantity.unit is not None and " per " in quantity.unit.name


def _said(view: SentenceView, quantity: Quantity) -> tuple[Aggregation, tuple[Cue, ...]] | None:
    """What a cue near the number says."""
    cues = _words(view.vocabulary).cues
    hits = view.memo.get("aggregation")
    if not isinstance(hits, tuple):
        hits = view.memo["aggregation"] = cues.find(view.tokens)
    if not hits:
        return None
    marks = tagged(view)
    anchor = marks.anchors[index_of(view, quantity)]
    found = [
        hit
        for hit in hits
        if hit.table.says != "none" and cues.reaches(hit, anchor.start, anchor.stop, view.tokens, marks.tags)
    ]
    if not found:
        return None
    if quantity.kind in _NO_TOTALS:
        found = [hit for hit in found if hit.table.says != "total"]
        if not found:
            return None
    best = min(found, key=lambda hit: _ORDER.index(cast("Aggregation", hit.table.says)))
    says = cast("Aggregation", best.table.says)
    return says, (Cue("aggregation", span_of(view.tokens, best.start, best.stop), says),)


def _is_change(view: SentenceView, head: int) -> bool:
    return class_of(noun_lemma(view.tokens[head].lower), view.vocabulary) in ("rise", "fall")


def _is_toll(view: SentenceView, quantity: Quantity) -> bool:
    found = noun_phrase(view, index_of(view, quantity))
    return found is not None and found.how == "awaiting" and noun_lemma(view.tokens[found.phrase.head].lower) == "toll"
