"""The phrases of time of a sentence, each with its days and the group of words it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.context.anchored import from_day, is_anchored
from factcheck.context.calendar import Matcher, matcher
from factcheck.context.dated import resolve
from factcheck.context.days import Days
from factcheck.context.once import kept
from factcheck.context.reach import group_at
from factcheck.context.view import SentenceView
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import BASE, COMMA, DETERMINER, NAME, PAST, QUOTE, STOP
from factcheck.spans import Span

_BACK = 3  # sentences back to the day that "the next day" is told from


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A phrase of time: its place in the text, its days (``None`` where they cannot be told) and its group."""

    span: Span
    days: Days | None
    group: Group
    naming: bool  # inside a noun group: "the 2004 tsunami", "Friday's attack"
    ago: bool  # "three weeks ago"
    loose: bool  # "now", "currently": the day of publication, for a state
    since: bool  # "since May": from then to publication
    limit: bool = False  # "until May": no day of what happened
    ahead: Days | None = None  # of "this year": all of it, for what is yet to come

    @property
    def named(self) -> Days | None:
        """The days that the words name: of "since May" the first one."""
        return Days(self.days.start, self.days.start) if self.days is not None and self.since else self.days


@kept()
def time_phrases(view: SentenceView, back: int = _BACK) -> tuple[TimePhrase, ...]:
    """The phrases of time of a sentence; ``back`` bounds a chain of "the next day"."""
    found: list[TimePhrase] = []
    for match, telling in view.dates:
        phrase = _read(view, match, matcher(view.vocabulary), telling, found, back)
        if phrase is not None:
            found.append(phrase)
    return tuple(found)


def _read(
    view: SentenceView, match: re.Match[str], words: Matcher, telling: int, earlier: list[TimePhrase], back: int
) -> TimePhrase | None:
    span = Span(match.start(), match.end())
    group = group_at(view, telling)
    if group is None or _is_no_date(view, match, span) or (match["m3"] and _is_of_contract(view, span, group)):
        return None
    near = (match["near"] or "").lower()
    future = looks_ahead(view, group)
    if near in words.calendar.words.running or (future and near in words.calendar.words.loose):
        return None
    today = view.document.published
    if is_anchored(match):
        days = from_day(match, words.calendar, _named_before(view, earlier, back))
    else:
        days = resolve(match, words.calendar, today, future)
    before = (match["pre"] or "").strip().lower()
    if days is None and match["mu"]:
        return None  # "for 20 minutes"
    opens_since = before == "since"
    since = None if opens_since else _since(view, span)
    if days is not None and today is not None and since is not None:
        group = since if since.kind == "noun" else group
        days = Days(days.start, today) if days.start <= today else None
    loose = near in words.calendar.words.loose
    ahead = resolve(match, words.calendar, today, future=True) if match["tu"] and since is None else None
    ran = opens_since or since is not None
    limit = before in words.calendar.words.limits
    return TimePhrase(span, days, group, _is_naming(view, span, group), bool(match["an"]), loose, ran, limit, ahead)


def _since(view: SentenceView, span: Span) -> Group | None:
    """The group of the "since" whose clause a phrase ends: "since the war erupted in 2011"."""
    for word in reversed([word for word in view.read.words if word.stop <= span.start]):
        if word.lower == "since":
            return group_at(view, word.start)
        if word.tags & (COMMA | STOP | QUOTE):
            return None
    return None


def _is_no_date(view: SentenceView, match: re.Match[str], span: Span) -> bool:
    """Whether a phrase is a quantity, a part of a name or the line that a report opens with."""
    text = view.document.text
    if match["y"] and any(q.number.overlaps(span) for q in view.quantities):
        return True
    if match["m3"] and "/" in (text[span.stop : span.stop + 1], text[span.start - 1 : span.start]):
        return True  # "for Dec/Feb"
    before = next((word for word in reversed(view.read.words) if word.stop < span.start and word.lower != "."), None)
    if match["m3"] and not any(match[part] for part in ("y2", "ly", "mr", "pre")):
        after, tags = _after(view, span), before.tags if before is not None else 0
        if tags & DETERMINER and (not after or after in view.read.lexicon.closed):
            return True  # "headed a March to the square"
        return bool(tags & NAME) or (bool(after) and text[span.stop + 1].isupper())  # "Theresa May", "Jan Kavan"
    opens = span.start == view.span.start and match["y1"]
    return bool(opens) and text[span.stop + 1 : span.stop + 2].isupper()  # "3 Oct 2016 At least …"


def _is_of_contract(view: SentenceView, span: Span, group: Group) -> bool:
    """Whether a month only tells which goods are dealt in: "May wheat", "for delivery in May"."""
    goods, prior = view.read.lexicon.words("contract"), group.prior
    if group.kind == "noun" and view.read.words[group.head].start >= span.stop:
        return group.preposition != "in" and view.read.words[group.head].lower in goods
    due = prior is not None and prior.preposition == "for" and prior.head == prior.at + 1
    return due and prior is not None and view.read.words[prior.head].lower in goods


def _after(view: SentenceView, span: Span) -> str:
    """The word right behind a phrase, with nothing but a space between."""
    index = view.token_index(span.stop - 1) + 1
    token = view.tokens[index] if index < len(view.tokens) else None
    return token.lower if token is not None and token.kind == "word" and token.start == span.stop + 1 else ""


def _is_naming(view: SentenceView, span: Span, group: Group) -> bool:
    """Whether a date stands inside a noun group: before its noun, or as its owner."""
    words = view.read.words
    if group.kind != "noun" or words[group.head].start < span.stop:
        return False
    return group.at < 0 or words[group.at].start < span.start  # not "In May turnout was …"


def looks_ahead(view: SentenceView, group: Group) -> bool:
    """Whether the clause of a group, or one around it, speaks of what is to come."""
    lexicon = view.read.lexicon
    own = clause = group.chain[-1].clause
    verbs = lexicon.words("ahead")
    if clause is not None and _is_timetabled(clause.verb, group, lexicon.words("harm") | {"be", "have"}):
        return True
    while clause is not None:
        verb = clause.verb
        if verb is not None and (verb.modal in verbs or (verb.lemma in verbs and not _is_done(verb, clause, own))):
            return True
        if verb is not None and (verb.tense == PAST or verb.perfect):
            return False
        apart = clause.kind in ("coordinate", "aside") or clause.opener in lexicon.words("apart")
        clause = clause.parent if not apart else None
        verbs = lexicon.words("looking ahead")
    return False


def _is_done(verb: Group, clause: Clause, own: Clause | None) -> bool:
    """Whether a verb that may look ahead tells what somebody did: "set it ablaze on Sunday", not "is set for"."""
    return clause is own and verb.tense == PAST and not verb.passive


def _is_timetabled(verb: Group | None, group: Group, never: frozenset[str]) -> bool:
    """Whether a plain present takes a day right behind it, which is to come then: "12 states hold a vote on Friday"."""
    before = group.prior
    if verb is None or verb.tense != BASE or verb.form != "finite" or verb.lemma in never:
        return False
    behind = before is verb or (before is not None and before.role == "object" and before.index > verb.index)
    return behind and not (verb.perfect or verb.passive or verb.modal)


def _named_before(view: SentenceView, earlier: Sequence[TimePhrase], back: int) -> Days | None:
    """The days named last before a phrase, in its sentence or one of the sentences before."""
    found = next((p.named for p in reversed(earlier) if p.days is not None and not p.loose), None)
    before = view.before if found is None and back else None
    return _named_before(before, time_phrases(before, back - 1), back - 1) if before is not None else found
