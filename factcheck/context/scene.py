"""The scene: where a text has told before a sentence that things happened, for figures that go on about it.

News tells the place of an event once and then goes on: "A bomb killed ten people in Kabul. … Two of the dead were
children." So a figure of what happens on the ground (harm, crowds, what police do) without a place of its own has
the one place of the sentence before it, whatever that tells, else that of the last one that tells of such a thing at
a place, unless the next one says where "the attack happened"; a headline has that of the text below it.

It has none where its own sentence turns to something else: tells of another place or event ("a separate attack", "in
2004"), or of what runs on ("has killed hundreds").
"""

from __future__ import annotations

import re

from factcheck.context.action import find_action
from factcheck.context.dateline import behind_dateline
from factcheck.context.gazetteer import Entry
from factcheck.context.going_on import is_known
from factcheck.context.place_names import Located, name_reader, place_words
from factcheck.context.places import places
from factcheck.context.reach import described, events, group_at, hangs_in, is_event, is_one_of, states
from factcheck.context.repeated import around
from factcheck.context.time_phrases import TimePhrase, time_phrases
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import PAST
from factcheck.spans import Span

_FAR = 40  # sentences back to the place of harm
_NEAR = 3  # and of other things that happen
_BELOW = 4  # sentences below a headline
_NAMED = 6  # sentences back to what "the city" is
_WIDE = 7  # days; a wider span is another story's
_SENT_FROM = re.compile(r"[,(|—–-]| \d")  # behind the name
Set = tuple[SentenceView, Located]


def scene(view: SentenceView, quantity: Quantity) -> Set | None:
    """The place that a figure without its own goes on about, with its sentence; ``None`` where nothing tells it."""
    if turns(view):
        return None
    before, harm = view.before, _is_harm(view, quantity)
    close = places(before) if before is not None and before.block.kind == view.block.kind else ()
    if before is not None and len(close) == 1:
        return before, close[0]  # whatever it tells of the place
    for other in view.walk(1, 1) if harm else ():
        where = next((place for place in places(other) if _tells_where(other, place)), None)
        if where is not None:
            return other, where
    for other in around(view, _FAR if harm else _NEAR, _BELOW):
        if harm and not other.may_hold("harmful", "harm", "strikes"):
            continue  # as most, which costs little to find out
        for place in places(other):
            told = tells(other, place)
            if told == "harm" or (told and not harm):
                return other, place
    return None


def sent_from(view: SentenceView, quantity: Quantity) -> tuple[Entry, Span] | None:
    """The place that a report of harm was sent from, which tells none of the harm: "LYON (AP) -- Two were shot"."""
    if quantity.kind not in ("count", "duration") or not _is_harm(view, quantity) or not _befell(view, quantity):
        return None
    for other in (view, *view.walk(-1, _FAR)):
        start = other.span.start
        stop = behind_dateline(view.document.text, other.span, view.vocabulary)
        if stop > start == other.block.span.start:
            name = _SENT_FROM.split(view.document.text[start:stop], 1)[0].strip()
            known = name_reader(view).gazetteer.find(name)
            return (known[0], Span(start, start + len(name))) if known else None
    return None


def _befell(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a figure's own verb tells in the past what happened: not "to kill 12", "slaughtering 12", "had died"."""
    verb = next((clause.verb for clause, _ in view.path(quantity)), None)
    if verb is None or verb.form != "finite" or verb.modal:
        return False
    return verb.passive if verb.perfect else verb.tense == PAST


def scene_day(view: SentenceView, quantity: Quantity) -> TimePhrase | None:
    """The day of the harm that a figure is part of, as the text tells it before or behind: "Thursday's attack"."""
    action = find_action(view, quantity)[0]
    if quantity.kind != "count" or action is None or action.lemma not in view.read.lexicon.words("casualty"):
        return None
    if not happens(view, quantity) or is_of_other(view):
        return None
    here = _told_places(view)
    for step in (-1, 1):
        for other in view.walk(step, _FAR):
            if not other.dates or not other.may_hold("harmful", "casualty", "strikes"):
                continue  # as most, which costs little to find out
            if step < 0 and (here - _told_places(other, wide=True) or "since" in other.lowers):
                continue
            for phrase in time_phrases(other):
                if _dates(other, phrase, again=step > 0):
                    return phrase
    return None


def _told_places(view: SentenceView, *, wide: bool = False) -> set[str]:
    """The places where a sentence tells that things happened; ``wide``, with what they lie in."""
    told = [place for place in places(view) if tells(view, place)]
    return {name for place in told for name in (place.name, *(place.within if wide else ()))}


def _dates(view: SentenceView, phrase: TimePhrase, *, again: bool) -> bool:
    """Whether a day is that of harm done in the past; ``again``, of an event that was told of already."""
    days, hung, words = phrase.days, hangs_in(view, phrase.group), view.read.lexicon.words
    clause = hung[-1].clause
    if days is None or phrase.since or (days.stop - days.start).days > 1 or clause is None:
        return False
    if is_one_of(view, phrase.group, words("harmful")) and phrase.naming:
        return True
    parties = (*_parties(view, clause), described(view, clause))
    verb, event = clause.verb, next((one for one in parties if is_one_of(view, one, words("harmful"))), None)
    if verb is None or verb.tense != PAST or clause.lemma in words("saying") or len(hung) > 1:
        return False
    return not again and (event is not None or clause.lemma in words("casualty", "strikes"))


def _parties(view: SentenceView, clause: Clause) -> list[Group | None]:
    """A clause's subject and objects: "the blast hit", "opened fire", but not "was in a fight"."""
    stays = clause.lemma in view.read.lexicon.words("staying")
    return [clause.subject, *(one for one in clause.groups if one.role == "object" and not stays)]


def _is_harm(view: SentenceView, quantity: Quantity) -> bool:
    action = find_action(view, quantity)[0]
    return action is not None and action.lemma in view.read.lexicon.words("harm")


def happens(view: SentenceView, quantity: Quantity) -> bool:
    """Whether what is counted is part of what happened on the ground, once."""
    action, words = find_action(view, quantity)[0], view.read.lexicon.words
    if action is None or action.lemma not in words("harm", "on the ground"):
        return False
    clause = view.clause(quantity)
    verb = clause.verb if clause is not None else None
    return verb is None or (not verb.modal and (not verb.perfect or verb.passive or verb.tense == PAST))


def turns(view: SentenceView) -> bool:
    """Whether a sentence turns to another place, time or event."""
    return any(tells(view, place) for place in places(view)) or is_of_other(view)


_WORDS = 8  # of a noun group that may tell it from others
_MANY = 40  # groups of a sentence in which another event may be named


def is_of_other(view: SentenceView) -> bool:
    """Whether a sentence tells of another time or event than the text so far."""
    for days in (phrase.days for phrase in time_phrases(view) if not phrase.loose):
        if days is not None and (days.stop - days.start).days > _WIDE:
            return True
    return another_event(view, new=True)


def another_event(view: SentenceView, *, new: bool = False) -> bool:
    """Whether a sentence speaks of another event, "an earlier flood", or ``new``, for the first time: "a raid"."""
    read, other = view.read, view.read.lexicon.words("another event")
    for group in events(view):
        words = [word.lower for word in read.words[group.first : min(group.head, group.first + _WORDS)]]
        if words and ((new and words[0] in ("a", "an")) or not other.isdisjoint(words)):
            return group.index < _MANY
    return False


def _tells_where(view: SentenceView, place: Located) -> bool:
    """Whether a sentence tells where an event was that was told of already: "The crash happened in Lima"."""
    group = group_at(view, view.tokens[place.first].start)
    clause = group.chain[-1].clause if group is not None else None
    if clause is None or clause.subject is None or clause.lemma not in view.read.lexicon.words("takes place"):
        return False
    return is_known(view, clause.subject, view.read.lexicon.words("known"))


def tells(view: SentenceView, place: Located) -> str:
    """What a sentence tells to have happened at a place: ``harm``, something else (``event``) or nothing."""
    group = group_at(view, view.tokens[place.first].start)
    hung = group.chain if group is not None else []
    clause, words = hung[-1].clause if hung else None, view.read.lexicon.words
    if clause is None or states(view, clause):
        return ""
    if any(is_one_of(view, one, words("harmful")) for one in hung):
        return "harm"
    verb = clause.verb
    if verb is not None and (verb.modal or (verb.perfect and not verb.passive and verb.tense != PAST)):
        return ""
    harms = clause.lemma in words("harm", "strikes")
    if harms or any(is_one_of(view, one, words("harmful")) for one in _parties(view, clause)):
        return "harm"
    happens = clause.lemma in words("on the ground") or any(is_event(view, one) for one in (*hung, clause.subject))
    return "event" if happens else ""


def named_before(view: SentenceView, place: Located) -> Set | None:
    """The last name before a common noun that it may stand for: Kabul, for "in the city"."""
    first, words = view.tokens[place.first], place_words(view.vocabulary)
    noun = view.tokens[place.last].lower.removesuffix("'s").removesuffix("’s")
    if first.lower not in words.definite or words.kind_of.get(noun) == "only one":
        return None  # "the world" stands for no name
    for other in (view, *view.walk(-1, _NAMED - 1)):
        found = _last_named(other, noun, words.kind_of.get(noun, ""), first.start)
        if found is not None:
            return other, found
    return None


def _last_named(view: SentenceView, noun: str, kind: str, until: int) -> Located | None:
    """The last name of a sentence, before a place of the text, that is of a kind or ends in a noun."""
    reader, tokens = name_reader(view), view.tokens
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].stop > until or not tokens[at].capital:
            continue
        land = reader.gazetteer.demonyms.get(tokens[at].lower)
        found = Located(land, (), at, at, True) if land is not None else reader.named(at)
        if kind and found is not None and reader.gazetteer.kind(found.name) == kind:
            return found
        start = at
        while start and tokens[start - 1].kind == "word" and tokens[start - 1].capital:
            start -= 1
        if tokens[at].lower == noun and start < at:
            return Located(view.document.text[tokens[start].start : tokens[at].stop], (), start, at, False)
    return None
