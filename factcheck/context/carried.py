"""The day that a sentence without one has from the sentences before it."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.context.action import find_action
from factcheck.context.counted import find_counted
from factcheck.context.days import Days
from factcheck.context.going_on import RESULTS, events_again, goes_on_with, opens_with, refers_back, suffers_there
from factcheck.context.modality import find_modality
from factcheck.context.reach import hangs_in, is_event, is_one_of
from factcheck.context.scene import another_event
from factcheck.context.time_phrases import TimePhrase, time_phrases
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import SUBJECT

_BACK = 2  # sentences that a day is carried on over
_STORY = 8  # and for whom harm came to or an event named again, whose story goes on longer
_FAR = 20  # and for an event that the text names with its day
_WIDE = 7  # days
_MONTH = 31
_TELLING = ("main", "coordinate", "content")  # clauses that tell what a sentence is about


def carried_day(view: SentenceView, quantity: Quantity) -> TimePhrase | None:
    """The day of a sentence before this one, where it goes on with what happened then or names the event again."""
    events = events_again(view, quantity)
    suffers, goes_on = suffers_there(view, quantity), goes_on_with(view, quantity)
    if not events and not suffers and not goes_on:
        return None
    before = view.before
    for back in range(_STORY if suffers or events else _BACK):
        if before is None or before.block.kind != view.block.kind or "since" in before.lowers:
            return None
        if before.dates:
            again = _day_of(before, events)
            if again is not None:
                return again
            told = _day_told(before) if suffers or back < _BACK else None
            if told is not None and suffers and not (goes_on and refers_back(view)) and not _harms(before, told):
                return None
            if (period := _period(before, quantity)) is not None:
                return period
            near = suffers or (not back and opens_with(view, quantity))
            if told is not None and told.days is not None and (near or not _is_wide(told.days)):
                return told
        before = before.before
    return None


def event_day(view: SentenceView, quantity: Quantity) -> TimePhrase | None:
    """The day of what a figure is told of, where the text around tells one for it and no other: "Thursday's vote"."""
    clause = view.clause(quantity)
    if clause is None or clause.verb is None or view.dates or another_event(view):
        return None
    if find_modality(view, quantity)[0] != "actual":
        return None
    action, counted, words = find_action(view, quantity)[0], find_counted(view, quantity)[0], view.read.lexicon.words
    head = counted.head if counted is not None else ""
    events = frozenset({action.lemma if action is not None else "", head} & words("event"))
    parties = {head, *_heads(view, [clause.subject])} - {""}
    deed = clause.lemma if clause.lemma not in words("staying") else ""
    found = [
        phrase
        for step in (-1, 1)
        for other in view.walk(step, _FAR)
        if other.dates and not other.lemmas.isdisjoint((*events, deed))  # few have both: the others are not read
        for phrase in time_phrases(other)
        if phrase.days is not None and not phrase.since and (phrase.days.stop - phrase.days.start).days <= _MONTH
        if any(is_one_of(other, group, events) for group in hangs_in(other, phrase.group))
        or not parties.isdisjoint(_who(other, phrase, deed))
    ]
    return found[0] if len({phrase.days for phrase in found}) == 1 else None


def _is_wide(days: Days) -> bool:
    return (days.stop - days.start).days > _WIDE


def _who(view: SentenceView, phrase: TimePhrase, deed: str) -> set[str]:
    """Who had part in a deed on a day: "troops" and "town" of "the troops took the town on Monday"."""
    clause = phrase.group.chain[-1].clause
    if clause is None or clause.lemma != deed or not clause.past:
        return set()
    return _heads(view, [clause.subject, *clause.groups])


def _heads(view: SentenceView, groups: Iterable[Group | None]) -> set[str]:
    """The nouns of some groups, not their pronouns."""
    heads = (view.read.words[group.head] for group in groups if group is not None and group.head >= 0)
    return {view.read.lexicon.entry(head.lower).lemma for head in heads if not head.tags & SUBJECT}


def _period(before: SentenceView, quantity: Quantity) -> TimePhrase | None:
    """The one longer time that a sentence tells of, whose results follow: "first-quarter results … Sales rose 8 %"."""
    if quantity.kind not in RESULTS:
        return None
    wide = [one for one in time_phrases(before) if one.days is not None and not one.since and _is_wide(one.days)]
    clause = wide[0].group.chain[-1].clause if len(wide) == 1 else None
    return wide[0] if clause is not None and clause.past and clause.kind in _TELLING else None


def _harms(before: SentenceView, told: TimePhrase) -> bool:
    """Whether what happened on a day is an event that can hurt: "a quake struck on Tuesday", not "they met"."""
    clause = told.group.chain[-1].clause
    if clause is None or clause.lemma in before.read.lexicon.words("harm"):
        return True
    return any(is_event(before, one) for one in (clause.subject, *clause.groups))


def _day_of(before: SentenceView, events: frozenset[str]) -> TimePhrase | None:
    """The day by which a sentence tells of one of some events: "a gunman died in the attack on Monday"."""
    for phrase in time_phrases(before) if events else ():
        days = phrase.days
        if days is None or phrase.since or (days.stop - days.start).days > _MONTH:
            continue
        hung = hangs_in(before, phrase.group)
        clause = hung[-1].clause
        subject = clause.subject if clause is not None and clause.past else None
        if any(is_one_of(before, group, events) for group in (*hung, subject)):
            return phrase
    return None


def _day_told(before: SentenceView) -> TimePhrase | None:
    """The one day that a sentence tells of its own verb, no span up to now."""
    saying = before.read.lexicon.words("saying")
    phrases = [(phrase, phrase.group.chain[-1].clause) for phrase in time_phrases(before)]
    phrases = [(phrase, clause) for phrase, clause in phrases if clause is None or clause.lemma not in saying]
    phrase, clause = phrases[0] if len(phrases) == 1 else (None, None)
    days = phrase.days if phrase is not None else None
    if phrase is None or days is None or phrase.loose or phrase.naming:
        return None
    while clause is not None and clause.kind == "infinitive" and phrase.group.kind == "time":
        clause = clause.parent  # "the panel voted to back Hale Tuesday"
    if days.stop == before.document.published and days.start != days.stop:
        return None
    if clause is None or clause.opener in ("since", "where") or not clause.past:
        return None
    return phrase
