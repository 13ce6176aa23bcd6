"""When: the day or span a figure is about, from the phrases of time of its clause and of those around it.

What ``as_of`` means, as careful readers label it:

- It is the first and last day that what is counted happened, or was so, when the text with its date tells; a month or a
  year stands for all its days, "since" a day for the days from then to publication.
- The day belongs to the verb it stands by: "police said on Sunday that 43 had died" tells when police spoke.
- A weekday is the nearest past one, seen from the day of publication; the next one where its clause looks ahead.
- A day in a clause that describes a thing is that thing's: "he opposes three laws passed last year"; but what happened
  to it has its own day first: "two men missing since May were found on Tuesday". The day of a named event ("the 2004
  tsunami") is that of what the event did.
- A count that runs ("so far", "to date", "has now reached") has no day of its own. "Now" and "currently" date a state.
- A length of time that is part of a phrase of time is about the days of that phrase ("over the last four days", "two
  days ago"), but not where it is longer than two years, which is about no days ("over the last ten years"), or only
  tells how far something lies off ("three years ago", "two weeks after the vote").
- A picture, a report or a list has a day of its own, not that of what it shows.
- What a number is held against ("up from 30 in April") keeps its day to itself.
- Where a sentence tells no day, that of the sentence before holds only where it plainly goes on with it: it opens with
  whom harm came to, or with a pronoun, or speaks of "the attack". Whom an event killed or hurt has its day wherever the
  text tells it ("Thursday's attack"), and a figure that is told twice has one day. Amounts and shares go on about the
  one longer time that the sentence before tells ("first-quarter results … Sales rose 8 %").
- A length of time is not about days that it outlasts.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from factcheck.context.carried import carried_day, event_day
from factcheck.context.days import Days
from factcheck.context.modality import find_modality
from factcheck.context.model import Cue, When
from factcheck.context.once import kept
from factcheck.context.reach import (
    INNER,
    described,
    hangs_in,
    is_event,
    is_one_of,
    is_superlative,
    nearest,
    reach,
    states,
)
from factcheck.context.repeated import told_elsewhere
from factcheck.context.scene import scene_day
from factcheck.context.time_phrases import TimePhrase, time_phrases
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import PAST

_TO_COME = frozenset({"planned", "proposed", "forecast"})
_LEVELS = frozenset({"money", "percent", "points", "rate"})
_SHARES = frozenset({"percent", "points", "ratio"})
_BESIDE = 1.5  # what stands in the group of another number is that number's first
_TERM = 27  # days
_MONTH, _YEARS, _DAY = 30.4, 2 * 366, 86400.0  # in days; in seconds
_NAMING = 1.25  # a date that names an event stands back behind the one of the figure's own verb


def find_when(view: SentenceView, quantity: Quantity) -> tuple[When | None, tuple[Cue, ...]]:
    """The days a figure is about with the phrase that tells; ``None`` where the text does not tell."""
    when, cues = _told_here(view, quantity)
    if when is None:
        told = (_told_here(other, one) for other, one in told_elsewhere(view, quantity))
        when, cues = next((one for one in told if one[0]), None) or _told(
            view, scene_day(view, quantity) or event_day(view, quantity)
        )
        when = replace(when, carried=True) if when is not None else None
    return when, cues


@kept()
def _told_here(view: SentenceView, quantity: Quantity) -> tuple[When | None, tuple[Cue, ...]]:
    """The days that the sentence of a figure tells, or those of what it goes on about."""
    phrases = time_phrases(view)
    own = next((one for one in phrases if one.days is not None and one.span.overlaps(quantity.span)), None)
    if own is not None or _is_offset(view, quantity):
        return _told(view, own if own is not None and _is_exact(own) else None)
    if phrases:
        near = _nearest(view, quantity, phrases) or _polled(view, quantity, phrases)
        if near is not None or any(phrase.days is not None for phrase in phrases):
            return _told(view, _planned(view, quantity, near))
    return _told(view, _until_now(view, quantity, carried_day(view, quantity)))


def _polled(view: SentenceView, quantity: Quantity, phrases: tuple[TimePhrase, ...]) -> TimePhrase | None:
    """The phrase that tells when people were asked whose share a figure is: "a poll taken in May found 45 % …"."""
    words = view.read.lexicon.words
    for phrase in phrases if quantity.kind in _SHARES else ():
        hung = phrase.group.chain
        where = hung[-1].clause
        if where is not None and where.kind == "participle" and where.under and where.lemma not in words("issuing"):
            hung.append(where.under)
        if any(is_one_of(view, one, words("poll")) for one in hung) and not _is_of_other(view, quantity, phrase):
            return phrase
    return None


def _planned(view: SentenceView, quantity: Quantity, phrase: TimePhrase | None) -> TimePhrase | None:
    """The phrase, of all "this year" where a figure is yet to come: "plans for 40 cuts this year"."""
    if phrase is not None and _is_of_event(view, quantity, phrase):
        return replace(phrase, days=phrase.named)
    if phrase is None or phrase.ahead is None or find_modality(view, quantity)[0] not in _TO_COME:
        return phrase
    return replace(phrase, days=phrase.ahead)


def _is_of_event(view: SentenceView, quantity: Quantity, phrase: TimePhrase) -> bool:
    """Whether a figure tells what an event did that "since" counts from: "since Sunday's fire that killed 12"."""
    hung = hangs_in(view, phrase.group)
    return any(clause.kind == "relative" and described(view, clause) in hung for clause, _ in view.path(quantity))


def _until_now(view: SentenceView, quantity: Quantity, phrase: TimePhrase | None) -> TimePhrase | None:
    """A day carried on, up to that of publication where a figure's verb tells of the time since: "have killed 12"."""
    today = view.document.published
    if phrase is None or phrase.days is None or today is None or phrase.days.stop >= today:
        return phrase
    verbs = (clause.verb for clause, _ in view.path(quantity))
    since = any(verb is not None and verb.perfect and verb.tense != PAST for verb in verbs)
    return replace(phrase, days=Days(phrase.days.start, today)) if since else phrase


def _told(view: SentenceView, phrase: TimePhrase | None) -> tuple[When | None, tuple[Cue, ...]]:
    if phrase is None or phrase.days is None:
        return None, ()
    days = phrase.days
    words = " ".join(phrase.span.of(view.document.text).split())
    shown = str(days.start) if days.start == days.stop else f"{days.start} to {days.stop}"
    return When(days.start, days.stop, words, phrase.span), (Cue("when", phrase.span, f"{words} → {shown}"),)


def _is_exact(phrase: TimePhrase) -> bool:
    """Whether a length of time tells days: "two days ago", "the past year"; not "weeks ago", "the last ten years"."""
    days = phrase.days
    return days is not None and (days.stop - days.start).days <= (2 if phrase.ago else _YEARS)


def _is_offset(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a length of time only tells how far something lies off: "three days after the army left"."""
    index = view.after(quantity) + 1
    lower = view.tokens[index].lower if index < len(view.tokens) else ""
    return quantity.kind == "duration" and lower in view.read.lexicon.words("offset") and not _is_term(view, quantity)


def _is_term(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a length of time is what somebody is given: "was sentenced to 12 years on Monday after a trial"."""
    own = view.group(quantity)
    return own is not None and own.preposition == "to"


def _nearest(view: SentenceView, quantity: Quantity, phrases: tuple[TimePhrase, ...]) -> TimePhrase | None:
    """The phrase of the innermost clause that tells of a figure; one whose days are not known keeps others off."""
    fit = (one for one in phrases if not one.limit and not _outlasts(view, quantity, one))
    far = ((one, _distance(view, quantity, one)) for one in fit)
    near = [(one, one.span, (off, one.naming)) for one, off in far if off is not None]
    return nearest(view, quantity, near)


def _outlasts(view: SentenceView, quantity: Quantity, phrase: TimePhrase) -> bool:
    """Whether a length of time is longer than some days, so that it cannot be about them: "five months … in August"."""
    unit, days = quantity.unit, phrase.days
    if quantity.kind != "duration" or days is None or unit is None or unit.factor is None or not quantity.values:
        return False
    if _is_term(view, quantity) and not phrase.loose:
        return False
    length = float(min(quantity.values) * unit.factor) * (_MONTH if unit.dimension == "months" else 1 / _DAY)
    return length > (days.stop - days.start).days + 1.5


def _distance(view: SentenceView, quantity: Quantity, phrase: TimePhrase) -> float | None:
    if (
        _is_of_other(view, quantity, phrase)
        or _is_of_saying(view, quantity, phrase)
        or (phrase.since and _is_measured_from(view, phrase))
    ):
        return None
    far = reach(view, quantity, phrase.group)
    if far is not None and far >= INNER and _first(view, phrase.group) == "for":
        return None  # "fell 6 % after it cut its outlook for 2025"
    if far is not None and any(view.group(other) is phrase.group for other in view.quantities if other is not quantity):
        far += _BESIDE  # "$1.5 billion the following year and $1.3 billion in 2012"
    if far is None or (phrase.loose and not (far < INNER and _is_state(view, quantity, phrase.group))):
        return None
    if _is_own_term(view, quantity, phrase):
        return -1.0
    hung = hangs_in(view, phrase.group)
    if phrase.naming or any(one.role in ("of", "within") for one in hung[:-1]):
        named = is_event(view, phrase.group)
        if far > 0 and hung[-1].role not in ("subject", "agent", "time") and not named:
            return None  # "vote on the 2004 treaty"
        return far + _NAMING
    return far


def _is_own_term(view: SentenceView, quantity: Quantity, phrase: TimePhrase) -> bool:
    """Whether an amount's own noun names the time it is of: "reported a third-quarter profit of $4m on Thursday"."""
    own, days = view.group(quantity), phrase.days
    if not phrase.naming or own is None or days is None or quantity.kind not in _LEVELS:
        return False
    return (days.stop - days.start).days >= _TERM and phrase.group in own.chain


def _is_of_saying(view: SentenceView, quantity: Quantity, phrase: TimePhrase) -> bool:
    """Whether a day is that of a verb of saying with its own statement, which a figure is no speaker of."""
    clause, own = phrase.group.chain[-1].clause, view.group(quantity)
    return clause is not None and own is not None and states(view, clause) and clause.subject not in own.chain


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


def _is_measured_from(view: SentenceView, phrase: TimePhrase) -> bool:
    """Whether "since" tells only what a thing is the first or the most of: "the highest turnout since 2002"."""
    before = takewhile(lambda group: group.kind == "noun", reversed(view.read.groups[: phrase.group.index]))
    return any(is_superlative(view, group) for group in before)


def _is_held_from(view: SentenceView, quantity: Quantity, phrase: TimePhrase) -> bool:
    """Whether "from" a day tells what a figure is held against or where it began: not "from Monday to Friday"."""
    own, group = view.group(quantity), phrase.group
    if quantity.kind == "count" and quantity.change is None and group.prior is own:
        return False  # "three letters from 2013"
    behind = view.token_index(phrase.span.stop - 1) + 1
    within = [token.lower for token in view.tokens[view.token_index(phrase.span.start) : behind + 1]]
    if "earlier" in within[:2]:
        return False  # "from earlier today": of today itself
    runs_on = not view.read.lexicon.words("until").isdisjoint(within)
    return phrase.naming or (len(group.chain) == 1 and not runs_on)


def _is_of_other(view: SentenceView, quantity: Quantity, phrase: TimePhrase) -> bool:
    """Whether a date is that of another number, which this one is held against or changed from."""
    held, own = view.read.lexicon.words("held against"), view.group(quantity)
    hung = phrase.group.chain
    if own not in hung and any(_first(view, one) == "including" for one in hung):
        return True  # "five albums, including one of 1980": of a part
    first = _first(view, phrase.group)
    if first in held and phrase.group is not own and (first != "from" or _is_held_from(view, quantity, phrase)):
        return True  # "than in 2019", "from last year's level", "rose 3 % from May"
    for other in view.quantities:
        group = view.group(other)
        if group is None or group is own or phrase.group.index - group.index not in (0, 1):
            continue
        alike = other.kind == quantity.kind or other.kind in _LEVELS
        bare = alike and (other.kind != "count" or group.head < 0)
        if bare and any(not held.isdisjoint((_first(view, one), one.preposition)) for one in group.chain):
            return True  # "12, up from 30 in April", not "12 men from 3 towns in April"
    return False
