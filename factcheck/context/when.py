"""When: the day or span a figure is about, from the phrases of time of its clause and of those around it.

What ``as_of`` means, as careful readers label it:

- It is the first and last day that what is counted happened, or was so, when the text with its date tells; a month or a
  year stands for all its days, "since" a day for the days from then to publication.
- The day belongs to the verb it stands by: "police said on Sunday that 43 had died" tells when police spoke.
- A weekday is the nearest past one, seen from the day of publication; the next one where its clause looks ahead.
- A day in a clause that describes a thing is that thing's: "three laws passed last year" are last year's, whatever was
  done to them on Tuesday; the day of a named event ("the 2004 tsunami") is that of what the event did.
- A count that runs ("so far", "to date", "has now reached") has no day of its own. "Now" and "currently" date a state.
- A length of time that is part of a phrase of time is about the days of that phrase ("over the last four days", "two
  days ago"), but not where it only tells how far something lies off ("three years ago", "two weeks after the vote").
- A picture, a report or a list has a day of its own, not that of what it shows.
- What a number is held against ("up from 30 in April") keeps its day to itself.
- Where a sentence tells no day, that of the sentence before holds only where it plainly goes on with it: it opens with
  whom harm came to, or with a pronoun, or speaks of "the attack".
"""

from __future__ import annotations

from factcheck.context.going_on import goes_on_with, opens_with, suffers_there
from factcheck.context.model import Cue, When
from factcheck.context.quotations import quotation_at
from factcheck.context.reach import climb, hangs_in, is_event, is_set_apart, reach
from factcheck.context.time_phrases import TimePhrase, time_phrases
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import PAST

_BACK = 2  # sentences that a day is carried on over
_STORY = 8  # and for whom harm came to, whose story goes on longer
_WIDE = 7  # days
_NAMING = 1.25  # a date that names an event stands back behind the one of the figure's own verb


def find_when(view: SentenceView, quantity: Quantity) -> tuple[When | None, tuple[Cue, ...]]:
    """The days a figure is about with the phrase that tells; ``None`` where the text does not tell."""
    phrases = time_phrases(view)
    own = next((phrase for phrase in phrases if _shares(phrase, quantity)), None)
    if own is not None or _is_offset(view, quantity):
        return _told(view, own if own is not None and _is_exact(own) else None)
    if phrases:
        return _told(view, _nearest(view, quantity, phrases))
    return _told(view, _inherited(view, quantity))


def _told(view: SentenceView, phrase: TimePhrase | None) -> tuple[When | None, tuple[Cue, ...]]:
    if phrase is None or phrase.days is None:
        return None, ()
    days, words = phrase.days, " ".join(phrase.span.of(view.document.text).split())
    shown = str(days.start) if days.start == days.stop else f"{days.start} to {days.stop}"
    return When(days.start, days.stop, words, phrase.span), (Cue("when", phrase.span, f"{words} → {shown}"),)


def _shares(phrase: TimePhrase, quantity: Quantity) -> bool:
    """Whether a phrase of time is made of the quantity itself ("48 hours ago")."""
    unit = quantity.unit_span
    return phrase.span.overlaps(quantity.span) or (unit is not None and phrase.span.overlaps(unit))


def _is_exact(phrase: TimePhrase) -> bool:
    """Whether a length of time tells days: "two days ago", "the last ten years"; not "three weeks ago"."""
    days = phrase.days
    return days is not None and (not phrase.ago or (days.stop - days.start).days <= 2)


def _is_offset(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a length of time only tells how far something lies off: "three days after the army left"."""
    index = view.after(quantity) + 1
    lower = view.tokens[index].lower if index < len(view.tokens) else ""
    return quantity.kind == "duration" and lower in view.read.lexicon.words("offset")


def _nearest(view: SentenceView, quantity: Quantity, phrases: tuple[TimePhrase, ...]) -> TimePhrase | None:
    """The phrase of the innermost clause that tells of a figure; in one clause the one with no number between."""
    best: TimePhrase | None = None
    least: tuple[float, bool, int, int] | None = None
    for phrase in phrases:
        far = _distance(view, quantity, phrase) if phrase.days is not None else None
        if far is None:
            continue
        start, stop = sorted((phrase.span, quantity.span), key=lambda span: span.start)
        between = sum(start.stop <= q.span.start < stop.start and q is not quantity for q in view.quantities)
        rank = (far, phrase.naming, between, stop.start - start.stop)
        if least is None or rank < least:
            best, least = phrase, rank
    return best


def _distance(view: SentenceView, quantity: Quantity, phrase: TimePhrase) -> float | None:
    if _is_of_other(view, quantity, phrase):
        return None
    far = reach(view, quantity, phrase.group)
    if far is None or (phrase.loose and not _is_state(view, quantity, phrase.group)):
        return None
    hung = hangs_in(view, phrase.group)
    if phrase.naming and far > 0 and any(is_set_apart(view, one) for one in hung):
        return None  # "Hale, a 2020 candidate, raised …"
    if phrase.naming or any(one.role in ("of", "within") for one in hung[:-1]):
        named = is_event(view, phrase.group) or is_event(view, hung[-1])
        if far > 0 and hung[-1].role not in ("subject", "agent", "time") and not named:
            return None  # "vote on the 2004 treaty"
        return far + _NAMING
    return far


def _inherited(view: SentenceView, quantity: Quantity) -> TimePhrase | None:
    """The one day of the sentence before, or of the one before that, where this one goes on with what happened then."""
    if view.dates or quotation_at(view, view.span.start + 1):
        return None
    suffers = suffers_there(view, quantity)
    if not suffers and not goes_on_with(view, quantity):
        return None
    before = view.neighbour(-1)
    for back in range(_STORY if suffers else _BACK):
        if before is None or before.block.kind != view.block.kind or any(t.lower == "since" for t in before.tokens):
            return None
        if before.dates:
            told = _day_told(view, before)
            wide = told is not None and told.days is not None and (told.days.stop - told.days.start).days > _WIDE
            near = not back and before.block.span == view.block.span and opens_with(view, quantity)
            return told if suffers or not wide or near else None
        before = before.neighbour(-1)
    return None


def _day_told(view: SentenceView, before: SentenceView) -> TimePhrase | None:
    """The one day that a sentence tells of its own verb, no span up to now."""
    phrases = time_phrases(before)
    if len(phrases) != 1 or phrases[0].loose or phrases[0].naming or phrases[0].days is None:
        return None
    days, clause = phrases[0].days, climb(phrases[0].group)[-1].clause
    if days.stop == view.document.published and days.start != days.stop:
        return None
    if clause is None or clause.verb is None or clause.opener == "since" or clause.verb.tense != PAST:
        return None
    return None if clause.lemma in view.read.lexicon.words("saying") else phrases[0]


def _is_state(view: SentenceView, quantity: Quantity, group: Group) -> bool:
    """Whether "now" stands by the verb or the number of a clause that tells how things are, not how far they ran."""
    own, clause = view.group(quantity), group.clause
    verb = group if group.kind == "verb" else clause.verb if clause is not None else None
    if verb is None or verb.perfect or own is None or clause is None:
        return False
    return min(abs(group.index - verb.index), abs(group.index - own.index)) <= 1


def _first(view: SentenceView, group: Group) -> str:
    """The first word of a group's preposition: "compared" of "compared with 28"."""
    return view.read.words[group.at].lower.split(" ")[0] if group.at >= 0 else ""


def _is_of_other(view: SentenceView, quantity: Quantity, phrase: TimePhrase) -> bool:
    """Whether a date is that of another number, which this one is held against or changed from."""
    held, own = view.read.lexicon.words("held against"), view.group(quantity)
    if own is None:
        return True
    clause = phrase.group.clause
    if clause is not None and clause.lemma in held and own.clause is not clause:
        return True  # "40, compared with 28 in 2015"
    first = _first(view, phrase.group)
    if first in held and phrase.group is not own and (first != "from" or phrase.naming):
        return True  # "than in 2019", "from last year's level"
    changed = own.preposition == "from"  # "raised from $7 to $10 in July"
    for other in view.quantities:
        group = view.group(other)
        if group is None or group is own or other.kind != quantity.kind or group.index > phrase.group.index:
            continue
        before = {_first(view, group), group.preposition} & held
        beside = group.index == phrase.group.index - 1
        inner = phrase.group.clause if phrase.group.clause is group.clause else None
        if beside and inner is not None and inner.kind == "participle" and inner is not own.clause:
            return True  # "226 won, dwarfing the old high of 167 in 2016"
        if beside and before:
            return before != {"from"} or other.kind != "count" or group.head < 0  # "12, up from 30 in April"
        if changed and group.preposition == "to" and group.index > own.index:
            return True
    return False
