"""When: the day or span a figure is about, from the phrase of time that governs its clause."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.context.attributions import is_spoken
from factcheck.context.calendar import matcher
from factcheck.context.days import Days, resolve
from factcheck.context.model import Cue, When
from factcheck.context.nearness import distance, is_fronted
from factcheck.context.tagging import tagged
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.spans import Span

_FAR = 24  # a phrase further off, counted in words with a toll for every new clause, is about something else


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of time: its place among characters and tokens, and its days."""

    span: Span
    first: int
    last: int
    days: Days | None
    spoken: bool  # when something was said, not when it happened


def find_when(view: SentenceView, quantity: Quantity) -> tuple[When | None, tuple[Cue, ...]]:
    """The days a figure is about with the phrase that tells; ``None`` where the sentence does not tell."""
    phrases = _phrases(view)
    if not phrases:
        return None, ()
    usable = [p for p in phrases if not _shares(p.span, quantity)]
    chosen = _nearest(view, quantity, [p for p in usable if not p.spoken])
    if chosen is None:
        chosen = _nearest(view, quantity, [p for p in usable if p.spoken]) if _stands_now(view, quantity) else None
    if chosen is None or chosen.days is None:
        return None, ()
    words = " ".join(chosen.span.of(view.document.text).split())
    when = When(chosen.days.start, chosen.days.stop, words, chosen.span)
    return when, (Cue("when", chosen.span, f"{words} → {_shown(chosen.days)}"),)


def _shown(days: Days) -> str:
    return str(days.start) if days.start == days.stop else f"{days.start} to {days.stop}"


def _shares(span: Span, quantity: Quantity) -> bool:
    """Whether a phrase of time is made of the quantity itself ("48 hours ago")."""
    return span.overlaps(quantity.span) or (quantity.unit_span is not None and span.overlaps(quantity.unit_span))


def _phrases(view: SentenceView) -> tuple[_Phrase, ...]:
    """The phrases of time of a sentence, worked out once."""
    known = view.memo.get("when")
    if isinstance(known, tuple):
        return known
    words = matcher(view.vocabulary)
    found: list[_Phrase] = []
    if any(t.lower in words.triggers or (t.kind == "number" and len(t.text) >= 4) for t in view.tokens):
        text, span = view.document.text, view.sentence.span
        future = _looks_ahead(view)
        for match in words.pattern.finditer(text, span.start, span.stop):
            if match.start() == match.end():
                continue
            first, last = view.token_index(match.start()), view.token_index(match.end() - 1)
            place = Span(match.start(), match.end())
            if match["y"] and not _is_year(view, place, first, match["pre"]):
                continue
            days = resolve(match, words.calendar, view.document.published, future)
            found.append(_Phrase(place, first, last, days, is_spoken(view, first)))
    view.memo["when"] = tuple(found)
    return tuple(found)


def _looks_ahead(view: SentenceView) -> bool:
    future = matcher(view.vocabulary).calendar.words.future
    return any(t.lower in future for t in view.tokens)


def _is_year(view: SentenceView, place: Span, first: int, before: str | None) -> bool:
    """Whether four digits are a year: not where a quantity was read, and after a word that dates."""
    if any(q.number.overlaps(place) for q in view.quantities):
        return False
    if before:
        return True
    tags = tagged(view).tags
    return first == 0 or tags[first - 1] in 'DzPj,;d"' or view.tokens[first - 1].lower in ("fiscal", "year", "of")


def _nearest(view: SentenceView, quantity: Quantity, phrases: list[_Phrase]) -> _Phrase | None:
    best, least = None, _FAR + 1
    for phrase in phrases:
        far = 2 if is_fronted(view, phrase.first, phrase.last) else distance(view, quantity, phrase.first, phrase.last)
        if far < least:
            best, least = phrase, far
    return best


def _stands_now(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a clause gives the state at the time of speaking ("have died", "has risen"), so that its day counts."""
    tags = tagged(view).tags
    at = max(view.before(quantity), 0)
    low = max(at - 6, 0)
    return "h" in tags[low : at + 8]
