"""How alike two documents are in what they tell of: the evidence for one event behind both, each with an amount."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from factcheck.stories.told import Told
from factcheck.stories.words import WordWeights

Amount = tuple[str, float]  # a level of evidence, and how much of it there is

_NAMED = 40.0  # bits of shared names beyond which more say no more
_STRANGE = 30.0  # the same for names of a title that the other document never has
_SHORT = 17  # telling words below which a document is little more than its headline
_DAYS = ((0, "same day"), (3, "days apart"), (21, "weeks apart"), (60, "a month apart"))


def likeness(a: Told, b: Told, weights: WordWeights) -> Iterator[Amount]:
    """The evidence, in no unit: its weights make it bits."""
    short = min(len(a.words.bits), len(b.words.bits)) < _SHORT
    size = "short" if short else "long"
    yield f"words, {size}", 10 * a.words.cosine(b.words)
    yield f"lead, {size}", 10 * a.lead.cosine(b.lead)
    yield f"held, {size}", _held(a, b)
    yield f"names, {size}", min(_bits(a.names & b.names, weights), _NAMED) / 10
    strange = min(_bits(x.title_names - y.words.bits.keys() - y.title_names, weights) for x, y in ((a, b), (b, a)))
    yield f"other names, {size}", min(strange, _STRANGE) / 10
    if strange and not a.names & b.names:
        yield f"no name in common, {size}", 1.0
    yield f"title, {size}", _title(a, b, weights)
    other = min(_bits(one.title_words - two.words.bits.keys(), weights) for one, two in ((a, b), (b, a)))
    yield f"other title, {size}", min(other, _STRANGE) / 10
    if short:
        yield "short", 1.0
    if a.places and b.places:
        yield f"{_where(a, b)}, {size}", 1.0
    yield apart_in_days(a, b) or "day not known", 1.0


def _held(a: Told, b: Told) -> float:
    """The share of what the shorter text leads with that the longer one has anywhere."""
    one, other = (a, b) if len(a.words.bits) <= len(b.words.bits) else (b, a)
    total = math.fsum(one.lead.bits.values())
    return one.lead.shared(other.words) / total if total else 0.0


def _title(a: Told, b: Told, weights: WordWeights) -> float:
    """The smaller share of a title's words that the other document has."""
    shares = [_share(one.title_words, other.words.bits, weights) for one, other in ((a, b), (b, a))]
    return min(shares)


def _share(words: frozenset[str], known: Mapping[str, float], weights: WordWeights) -> float:
    total = _bits(words, weights)
    return _bits(words & known.keys(), weights) / total if total else 0.0


def _bits(words: Iterable[str], weights: WordWeights) -> float:
    return math.fsum(map(weights.bits, words))


def apart_in_days(a: Told, b: Told) -> str | None:
    """How far apart two documents were published, as a level; nothing where a day is not known."""
    if a.day is None or b.day is None:
        return None
    apart = abs(a.day - b.day)
    return next((level for days, level in _DAYS if apart <= days), "long apart")


def _where(a: Told, b: Told) -> str:
    """Whether the titles name one place, one within the other, or each its own."""
    if a.places & b.places:
        return "same place"
    return "place within place" if a.places & b.around or b.places & a.around else "other place"
