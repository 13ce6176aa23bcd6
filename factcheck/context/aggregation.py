"""How a number adds up: an event's own, a running total, a level, a change, an increment, a rate, or for each side."""

from __future__ import annotations

from factcheck.context.action import find_action
from factcheck.context.action_words import action_words, moves
from factcheck.context.head_nouns import Head, noun_of
from factcheck.context.heads import find_head
from factcheck.context.matching import Phrases
from factcheck.context.model import Aggregation, Cue
from factcheck.context.noun_words import COUNT_KINDS, nouns
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import STOP
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary, toml_table

_NO_TOTALS = frozenset({"ordinal", "duration"})  # "the third round since March"
_NEAR, _FAR = 3, 12  # words


@toml_table
class _Words:
    increment_before: Phrases
    increment_behind: Phrases
    per_side: Phrases
    rate: Phrases
    total: Phrases
    total_near: Phrases
    none: Phrases
    levels: frozenset[str]


def _words(vocabulary: Vocabulary) -> _Words:
    return vocabulary.bind("aggregation", _Words)


def find_aggregation(view: SentenceView, quantity: Quantity) -> tuple[Aggregation | None, tuple[Cue, ...]]:
    """How ``quantity`` adds up, and the words that say so."""
    group = view.group(quantity)
    said = None if group is None else _said(view, quantity, group)
    if said is not None:
        return said[0], (Cue("aggregation", said[1], said[0]),)
    if quantity.per is not None:
        return "rate", ()
    head = find_head(view, view.index(quantity))
    if head is not None and _is_toll(view, head):
        return "total", ()
    return _by_action(view, quantity, head)


def _is_toll(view: SentenceView, head: Head) -> bool:
    """Whether a noun that waits for its number names what happened, too: "the toll rose to 24"."""
    words = nouns(view.vocabulary)
    return head.how == "awaiting" and noun_of(view.read, head.head) in words.awaiting & words.events.keys()


def _by_action(view: SentenceView, quantity: Quantity, head: Head | None) -> tuple[Aggregation | None, tuple[Cue, ...]]:
    """A change where an amount moves, a level where it stands, an event where something happened to what is counted."""
    counts = quantity.kind in COUNT_KINDS
    action, cues = find_action(view, quantity)
    name, moving = action.lemma if action is not None else "", action_words(view.vocabulary).moves
    attributive = False
    if head is not None and not counts and head.how in ("own", "joined"):
        attributive = True  # "turned down a 30-day truce"
        if moves(noun_of(view.read, head.head), view.vocabulary):
            return "change", ()  # "a 5 % increase"
    changed = not attributive and (not counts or name in moving | {"lose"})
    if quantity.change_part is not None and changed:
        return ("change" if quantity.change_part == "by" else "level"), ()
    if name in moving and not counts and not attributive:
        return "change", cues
    if quantity.kind in _words(view.vocabulary).levels:
        return "level", ()
    return ("event", ()) if counts and action is not None else (None, ())


def _said(view: SentenceView, quantity: Quantity, group: Group) -> tuple[Aggregation, Span] | None:
    """What the words around the number say, each kind in its own reach."""
    known = _words(view.vocabulary)
    number, stop = view.read.number_words[view.index(quantity)].index, group.stop
    told: tuple[tuple[Aggregation, Phrases, int, int], ...] = (
        ("per_side", known.per_side, stop, stop + _FAR - 4),
        ("increment", known.increment_before, group.start - 1, number),
        ("increment", known.increment_behind, number + 1, min(stop + 1, number + _NEAR)),
        ("rate", known.rate, number + 1, stop + _NEAR),
        ("total", known.total_near, group.start - 2, number),
        ("total", known.total_near, number + 1, stop + 1),
        ("total", known.total, number - _FAR, stop + _FAR),
    )
    for kind, phrases, start, end in told[:4] if quantity.kind in _NO_TOTALS else told:
        if phrases.firsts.isdisjoint(view.read.parts):
            continue  # as most, which costs little to find out
        low, high = _clause_bounds(view, number) if phrases is known.total else (start, end)
        if (span := _find(known, phrases, view, max(low, start), min(high, end))) is not None:
            return kind, span
    return None


def _find(known: _Words, phrases: Phrases, view: SentenceView, start: int, stop: int) -> Span | None:
    """The first phrase that starts in a range of words and before a stop in it, and none that only looks like one."""
    words = view.read.words
    for i in phrases.starts(view.read, start, stop):
        if not known.none.at(words, i):
            passed = any(word.tags & STOP for word in words[max(start, 0) + 1 : i + 1])
            return None if passed else Span(words[i].start, words[i + phrases.at(words, i) - 1].stop)
    return None


def _clause_bounds(view: SentenceView, number: int) -> tuple[int, int]:
    """The words from the last stop before a number to the next one behind it."""
    words = view.read.words
    start = next((i + 1 for i in range(number, -1, -1) if words[i].tags & STOP), 0)
    stop = next((i for i in range(number, len(words)) if words[i].tags & STOP), len(words))
    return start, stop
