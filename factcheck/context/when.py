"""When: the day or span a figure is about, from the phrase of time that governs its clause."""

from __future__ import annotations

import re

from factcheck.context.attributions import attributions, counts_speakers
from factcheck.context.baselines import is_of_baseline
from factcheck.context.calendar import matcher
from factcheck.context.days import Days
from factcheck.context.model import Cue, When
from factcheck.context.nearness import FAR, distance, is_fronted, lowers
from factcheck.context.quotations import quotation_at
from factcheck.context.tagging import tagged
from factcheck.context.time_phrases import TimePhrase, time_phrases
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.spans import Span

_FRONTED = 6  # an adverbial that opens the sentence governs all of it, a nearer one in its clause more
_CLOSE = 9  # as far as "now" and "so far" reach
_NAMING = 8  # a date inside a noun phrase is more likely that noun's own
_LONG_AGO = 60  # days


def find_when(view: SentenceView, quantity: Quantity) -> tuple[When | None, tuple[Cue, ...]]:
    """The days a figure is about with the phrase that tells; ``None`` where the text does not tell."""
    phrases = time_phrases(view)
    if not phrases:
        return _told(view, _inherited(view, quantity))
    usable = [p for p in phrases if not (_shares(p.span, quantity) or _of_paper(view, quantity, p))]
    chosen = _nearest(view, quantity, [p for p in usable if not p.spoken])
    if chosen is None and any(counts_speakers(view, quantity, said) for said in attributions(view)):
        chosen = _nearest(view, quantity, usable)  # "seven senators wrote to him last month"
    dates = len(usable) < len(phrases)  # "the chief said Saturday they had met seven years ago"
    if chosen is None and not dates and _stands_now(view, quantity):
        chosen = _nearest(view, quantity, [p for p in usable if p.spoken])
    return _told(view, chosen)


def _of_paper(view: SentenceView, quantity: Quantity, phrase: TimePhrase) -> bool:
    """Whether a date tells when a paper came out that says a figure: "acted Tuesday, with an estimate that 12"."""
    at = quantity.number.start
    return any(
        not said.back and phrase.last < said.index and said.cue.stop <= at < said.reach.stop
        for said in attributions(view)
        if tagged(view).tags[said.index - 1 : said.index] == "n" and view.tokens[said.index].lower == "that"
    )


def _told(view: SentenceView, chosen: TimePhrase | None) -> tuple[When | None, tuple[Cue, ...]]:
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


def _inherited(view: SentenceView, quantity: Quantity, back: int = 2) -> TimePhrase | None:
    """The day of the sentence before, of its paragraph, for one that goes on with it in the past."""
    if not back or not _goes_on(view) or quotation_at(view, quantity.number.start) is not None:
        return None
    before = view.neighbour(-1)
    if before is None or before.block.kind != view.block.kind or "since" in lowers(before):
        return None
    phrases = time_phrases(before)
    if not phrases:
        return _inherited(before, quantity, back - 1) if "#" not in tagged(before).tags else None
    told = [p for p in phrases if not (p.spoken or p.naming or p.loose)]
    if len(told) != 1 or len(phrases) != 1 or told[0].days is None:
        return None
    if before.block.span != view.block.span and not _is_background(view, told[0]):
        return None
    last = find_when(before, before.quantities[-1])[0] if before.quantities else None
    return told[0] if not before.quantities or (last is not None and last.span == told[0].span) else None


def _is_background(view: SentenceView, phrase: TimePhrase) -> bool:
    """Whether a date that opens its sentence lies so far back that it opens background: "In April last year, …"."""
    today, days = view.document.published, phrase.days
    return phrase.first == 0 and days is not None and today is not None and (today - days.stop).days > _LONG_AGO


def _goes_on(view: SentenceView) -> bool:
    """Whether a sentence in the past opens with a number, or with a pronoun that is not its speaker's."""
    words = matcher(view.vocabulary).calendar.words
    counts = tagged(view).tags[:1] == "#"
    if view.block.kind not in ("paragraph", "bullet") or not (counts or view.tokens[0].lower in words.linking):
        return False
    if not words.present.isdisjoint(lowers(view)):
        return False
    return counts or not any(said.speaker is not None and said.speaker.start == 0 for said in attributions(view))


def _nearest(view: SentenceView, quantity: Quantity, phrases: list[TimePhrase]) -> TimePhrase | None:
    best, least = None, FAR + 1
    for phrase in phrases:
        if phrase.naming and phrase.days is None:
            continue  # "the spring slump"
        if (phrase.naming and _another_event(view, quantity, phrase)) or is_of_baseline(view, quantity, phrase.first):
            continue
        far = distance(view, quantity, phrase.first, phrase.last) + (_NAMING if phrase.naming else 0)
        if phrase.loose:
            far = far if far <= _CLOSE else FAR + 1
        elif is_fronted(view, phrase.first, phrase.last) or (phrase.first == 0 and view.tokens[0].lower == "since"):
            overtaken = any(phrase.last < p.first and p.span.stop <= quantity.span.start for p in phrases)
            far = far if overtaken else min(far, _FRONTED)
        if far < least:
            best, least = phrase, far
    return best


def _another_event(view: SentenceView, quantity: Quantity, phrase: TimePhrase) -> bool:
    """Whether a named event belongs to another predicate than a figure: "12 in a region hit by the 2004 tsunami"."""
    tags = tagged(view).tags
    if phrase.span.start > quantity.span.start and "," in tags[view.after(quantity) : phrase.first]:
        return True  # "survived two challenges, the 2012 election and a strike"
    before = phrase.span.start < quantity.span.start
    between = tags[phrase.last + 1 : view.token_index(quantity.span.start)] if before else ""
    if before and ",w" in between:
        return True  # "in this year's games 4 % of the team were Sami, while 13 % of the people are"
    if before and phrase.first > 3 and "," in tags[phrase.last : view.token_index(quantity.span.start)]:
        return True  # "meddle in the 2020 election, three sources say"
    if before:
        return _FURTHER.search(tags[phrase.last + 1 : view.token_index(quantity.span.start)]) is not None
    between = _OWN.sub("", tags[view.after(quantity) : phrase.first])
    return any(tag in "vge" for tag in between)


_OWN = re.compile("^[nsqjza#u]*b?a?e")  # the figure's own predicate: "four | seized during the 2022 raid"
_FURTHER = re.compile("ca?[vbhm]")  # "cancel the August recess and sit six days"


def _stands_now(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a clause gives the state at the time of speaking ("have died", "has risen"), so that its day counts."""
    tags = tagged(view).tags
    at = max(view.before(quantity), 0)
    low = max(at - 6, 0)
    return "h" in tags[low : at + 8]
