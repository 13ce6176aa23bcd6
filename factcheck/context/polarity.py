"""Whether a number is affirmed or denied, and whether "no" reports an absence or is the absence of a report."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal

from factcheck.context.action import find_action
from factcheck.context.cues import CueFile, Cues, CueTable, Hit, span_of
from factcheck.context.modality import is_given
from factcheck.context.model import Cue, Polarity
from factcheck.context.tagging import Anchor, Tagged, index_of, tagged, word_at
from factcheck.context.view import SentenceView
from factcheck.lemmas import inflections
from factcheck.quantities import Quantity
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary

_AFTER = 8  # tokens after "no" in which it is told that nothing was reported yet
_NONE = frozenset({"no", "none", "nobody", "no one", "not one", "not a single", "neither"})


@dataclass(frozen=True, slots=True)
class _Unreported:
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    verbs: frozenset[str]
    adverbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class _PolarityFile:
    terminators: tuple[str, ...]
    cues: tuple[CueTable, ...]
    unreported: _Unreported


@functools.lru_cache(maxsize=8)
def _file(vocabulary: Vocabulary) -> _PolarityFile:
    return vocabulary.bind("polarity", _PolarityFile)


@functools.lru_cache(maxsize=8)
def _cues(vocabulary: Vocabulary) -> Cues:
    file = _file(vocabulary)
    return Cues(CueFile(file.cues, file.terminators))


@functools.lru_cache(maxsize=8)
def _unreported(vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str]]:
    words = _file(vocabulary).unreported
    nouns = {form for word in words.nouns for form in (inflections(word[:-1]) if word.endswith("~") else {word})}
    return frozenset(nouns), frozenset(words.adjectives)


def find_polarity(view: SentenceView, quantity: Quantity) -> tuple[Polarity, tuple[Cue, ...]]:
    """``denied`` for "no casualties" and for a number under a negation or a denial."""
    marks = tagged(view)
    anchor = marks.anchors[index_of(view, quantity)]
    if quantity.number.of(view.document.text).lower() in _NONE:
        return "denied", (Cue("polarity", quantity.number, "denied"),)
    if is_given(view, index_of(view, quantity), marks):
        return "affirmed", ()
    cues = _cues(view.vocabulary)
    hits = view.memo.get("polarity")
    if not isinstance(hits, tuple):
        hits = view.memo["polarity"] = cues.find(view.tokens)
    for hit in reversed(hits):
        denied = hit.table.says == "denied" and not _of_relative(hit, anchor, marks)
        denied = denied and not _is_delay(view, quantity, anchor, hit) and not _is_granted(view, anchor, hit)
        if denied and cues.reaches(hit, anchor.start, anchor.stop, view.tokens, marks.tags):
            return "denied", (Cue("polarity", span_of(view.tokens, hit.start, hit.stop), "denied"),)
    undone = _undone(view, quantity, anchor, marks)
    if undone is not None:
        return "denied", (Cue("polarity", undone, "denied"),)
    return "affirmed", ()


_NONE_OF = re.compile(
    r"(?:none|neither|not one|no one) of (?:the |its |his |her |their |those |these )?\Z", re.IGNORECASE
)


def _undone(view: SentenceView, quantity: Quantity, anchor: Anchor, marks: Tagged) -> Span | None:
    """What says that nothing befell the counted: "40 jets were not hit", "none of the 12 men was charged".

    "12 senators did not vote" is no denial: they are 12 all the same.
    """
    text = view.document.text
    start = view.tokens[anchor.start].start
    if (none := _NONE_OF.search(text, max(start - 20, view.sentence.span.start), start)) is not None:
        return Span(none.start(), none.end())
    if quantity.vague or quantity.kind != "count" or word_at(view, anchor.start - 1) == "only":
        return None  # "thousands were not tested" are thousands all the same
    negated = _PASSIVE_NOT.match(marks.tags, anchor.stop)
    for i in range(anchor.stop, negated.end() if negated else 0):
        if word_at(view, i) == "not" or word_at(view, i).endswith(("n't", "n’t")):
            action, _ = find_action(view, quantity)
            if action is None or action.role != "object" or action.span is None:
                return None
            return view.tokens[i].span if action.span.start > view.tokens[i].start else None
    return None


_PASSIVE_NOT = re.compile(r"[nsqjza-]*(?:P[Dnsqj]+)?h?a*ba*(?=e)")


def _is_delay(view: SentenceView, quantity: Quantity, anchor: Anchor, hit: Hit) -> bool:
    """Whether a span of time tells how long something waits: "will not take effect for 12 weeks", "hasn't for 12"."""
    if quantity.kind != "duration":
        return False
    before, said = word_at(view, anchor.start - 1), word_at(view, hit.start)
    ahead = said.startswith("won") or word_at(view, hit.start - 1) == "will"
    since = said in _PERFECT or word_at(view, hit.start - 1) in ("has", "have", "had")
    return before in ("next", "last", "past") or (before in ("for", "in") and (ahead or since))


_PERFECT = frozenset(f"{verb}n{mark}t" for verb in ("has", "have", "had") for mark in "'’")


def _is_granted(view: SentenceView, anchor: Anchor, hit: Hit) -> bool:
    """Whether a number is held to be so whatever is denied: "did not mention the fact that 12 died"; a question."""
    if hit.start == 0 and word_at(view, 0).endswith(("n't", "n’t")):
        return view.tokens[-1].text in ("?", '"', "”")
    return any(word_at(view, i) == "fact" and word_at(view, i + 1) == "that" for i in range(hit.stop, anchor.start - 1))


# After a denial in a relative clause: its own verb, then that of the main clause ("who did not name her | said 12").
_MAIN_VERB = re.compile("a*[vb][^vehmb#]*[vehmb]")


def _of_relative(hit: Hit, anchor: Anchor, marks: Tagged) -> bool:
    """Whether a denial stays inside a relative clause that ends before the number."""
    relative = marks.tags[hit.start - 1 : hit.start] == "w" and hit.start > 1
    return relative and _MAIN_VERB.match(marks.tags[hit.stop : anchor.start]) is not None


def is_unreported(view: SentenceView, quantity: Quantity) -> bool:
    """Whether "no" speaks of the report, not of the thing: "no immediate reports of casualties" is not zero."""
    if quantity.values != (Decimal(0),):
        return False
    at = tagged(view).anchors[index_of(view, quantity)].stop
    nouns, adjectives = _unreported(view.vocabulary)
    while word_at(view, at) in adjectives or word_at(view, at) in ("or", "and"):
        at += 1
    return word_at(view, at) in nouns or _not_yet_told(view, at)


def _not_yet_told(view: SentenceView, at: int) -> bool:
    """ "No casualties were immediately reported": nobody has told yet; "none were reported" is told as none."""
    words = _file(view.vocabulary).unreported
    follow: list[str] = []
    for token in view.tokens[at : at + _AFTER]:
        if token.kind == "punct":
            break
        follow.append(token.lower)
    return not words.verbs.isdisjoint(follow) and not words.adverbs.isdisjoint(follow)
