"""The phrases of time of a sentence, each with its days and with what it is said of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.context.anchored import from_day, is_anchored
from factcheck.context.attributions import attributions, is_spoken
from factcheck.context.calendar import Matcher, matcher
from factcheck.context.days import Days, resolve
from factcheck.context.nearness import lowers
from factcheck.context.tagging import tagged
from factcheck.context.view import SentenceView
from factcheck.lemmas import verb_lemma
from factcheck.spans import Span

_BACK = 3  # sentences back to the day that "the next day" is told from


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A phrase of time: its place among characters and tokens, and its days."""

    span: Span
    first: int
    last: int
    days: Days | None
    spoken: bool  # when something was said, not when it happened
    naming: bool  # part of a noun phrase: "the 2004 tsunami", "the flood of 2004", "Friday's attack"
    loose: bool  # "now", "so far": the day of publication, for what stands close by


def time_phrases(view: SentenceView, back: int = _BACK) -> tuple[TimePhrase, ...]:
    """The phrases of time of a sentence, worked out once; ``back`` bounds a chain of "the next day"."""
    place = f"when {back}"
    known = view.memo.get(place)
    if isinstance(known, tuple):
        return known
    words = matcher(view.vocabulary)
    tokens, text, stop = view.tokens, view.document.text, view.sentence.span.stop
    found: list[TimePhrase] = []
    done = 0  # tokens before this one are part of a phrase already
    for at in _telling(view, words):
        for start in range(max(at - _REACH, done), at + 1):
            if tokens[start].lower not in words.starts and tokens[start].kind != "number":
                continue
            match = words.pattern.match(text, tokens[start].start, stop)
            if match is not None and match.end() > tokens[at].start:
                phrase = _read(view, match, words, found, back)
                done = view.token_index(match.end() - 1) + 1
                if phrase is not None:
                    found.append(phrase)
                break
    view.memo[place] = tuple(found)
    return tuple(found)


_CLOCK = re.compile(r"\d ?[ap]\.?m\.?,? (?:[A-Z]{2,4},? )?(?:on )?\Z")  # "2 a.m. EST", before a weekday
_REACH = 5  # tokens that the longest phrase has before its telling word


def _telling(view: SentenceView, words: Matcher) -> list[int]:
    """The tokens that tell of a time: a month, a weekday, a year, "today"; "days" only beside "last", "ago"…"""
    here = lowers(view)
    telling = words.triggers & here
    if not words.turns.isdisjoint(here):
        telling |= words.units & here
    return [
        i
        for i, t in enumerate(view.tokens)
        if (t.lower in telling if t.kind == "word" else len(t.text) >= 4 and t.text[0] in "12")
    ]


def _read(
    view: SentenceView, match: re.Match[str], words: Matcher, earlier: list[TimePhrase], back: int
) -> TimePhrase | None:
    place = Span(match.start(), match.end())
    first, last = view.token_index(place.start), view.token_index(place.stop - 1)
    if match["y"] and not _is_year(view, place, first, match["pre"]):
        return None
    if match["pre"] and first > 1 and match["pre"][0].isupper() and tagged(view).tags[first - 1] == "q":
        return None  # the "Made In 2025" plan
    if match["m3"] and not match["y2"] and not match["pre"] and _in_name(view, first):
        return None
    if _is_baseline(view, match, first) or (not match["pre"] and _is_dateline(view, match, first, last)):
        return None
    future = _looks_ahead(view, first, last)
    if future and match["near"] and match["near"].lower() in ("now", "currently"):
        return None
    today = view.document.published
    if is_anchored(match):
        days = from_day(match, words.calendar, _named_before(view, earlier, back))
    else:
        days = resolve(match, words.calendar, today, future)
    if days is None and match["w"] and _CLOCK.search(view.document.text, max(place.start - 20, 0), place.start):
        days = resolve(match, words.calendar, today, future=True)  # an hour is told of a day at hand: tomorrow's
    since = _since(view, first) if not (match["pre"] or "").lower().startswith("since") else None
    if days is not None and today is not None and since is not None:
        days, first = (Days(days.start, today) if days.start <= today else None), since
    spoken = is_spoken(view, first) or _opens_speech(view, first, last)
    if (match["near"] or "").lower() == "so far" and first and verb_lemma(view.tokens[first - 1].lower) == "go":
        return None  # "it would go only so far"
    loose = bool(match["near"]) and match["near"].lower() in words.calendar.words.loose
    return TimePhrase(place, first, last, days, spoken, _names_event(view, match, first, last), loose)


def _named_before(view: SentenceView, earlier: list[TimePhrase], back: int) -> Days | None:
    """The days named last before a phrase, in its sentence or one of the sentences before."""
    at: SentenceView | None = view
    phrases: Sequence[TimePhrase] = earlier
    for left in range(back, -1, -1):
        found = next((p.days for p in reversed(phrases) if p.days is not None and not p.loose), None)
        if found is not None or left == 0:
            return found
        at = at.neighbour(-1) if at is not None else None
        if at is None or at.block.kind in ("title", "heading"):
            return None
        phrases = time_phrases(at, left - 1)
    return None


def _names_event(view: SentenceView, match: re.Match[str], first: int, last: int) -> bool:
    """Whether a date is part of the name of some event, not an adverbial of the clause."""
    tags = tagged(view).tags
    if last + 1 < len(tags) and tags[last] == "z" and tags[last + 1] in "nsqj" and match["tu"]:
        return True  # "this year's winter games"
    if last + 1 < len(tags) and tags[last + 1] in "ns" and match["s"] and not match["sy2"]:
        return True  # "the spring slump"
    if last + 1 < len(tags) and tags[last + 1] in "nsq" and (match["y"] or match["w"] or match["m3"]):
        return tags[last] == "z" or bool(match["y"]) or (bool(match["m3"]) and not match["y2"])
    return not match["pre"] and first > 0 and view.tokens[first - 1].lower == "of"


def _opens_speech(view: SentenceView, first: int, last: int) -> bool:
    """Whether a date opens a sentence whose clause is one of speaking: "On Friday, officials said …"."""
    if first > 2:
        return False
    return any(
        said.speaker is not None and not said.back and last < said.speaker.start <= last + 3
        for said in attributions(view)
    )


def _in_name(view: SentenceView, first: int) -> bool:
    """Whether a bare month ends a name: "Theresa May", "the Iron March"."""
    return first > 0 and tagged(view).tags[first - 1] == "q"


def _is_baseline(view: SentenceView, match: re.Match[str], first: int) -> bool:
    """Whether a date is what a figure is held against: "down 18 % from the May 4 election", "than in 2019"."""
    tokens = view.tokens
    if first > 0 and tokens[first - 1].lower in ("had", "was", "were", "did", "than"):
        return any(t.lower in ("that", "than", "as") for t in tokens[max(first - 5, 0) : first])
    if match["ya"]:
        return False
    if (match["pre"] or "").lower().strip() == "from":
        return first > 0 and tagged(view).tags[first - 1] in "#u"
    before = [token.lower for token in tokens[max(first - 2, 0) : first]]
    if before[-1:] == ["the"]:
        before.pop()
        return before[-1:] == ["from"]
    return before[-1:] == ["than"]


def _is_dateline(view: SentenceView, match: re.Match[str], first: int, last: int) -> bool:
    """Whether a date stands before a sentence without being part of it: "3 Oct 2016 At least …"."""
    tokens, tags = view.tokens, tagged(view).tags
    if last + 1 >= len(tokens) or first == last or not tokens[last + 1].text[0].isupper():
        return False
    whole = match["y1"] is not None and first == 0
    return whole or (tags[last + 1] in "DP#wr" and (match["y1"] is not None or first <= 8))


def _looks_ahead(view: SentenceView, first: int, last: int) -> bool:
    """Whether the clause around a phrase of time speaks of what is to come."""
    tokens, tags = view.tokens, tagged(view).tags
    future = matcher(view.vocabulary).calendar.words.future
    for at in range(first - 1, -1, -1):
        if tokens[at].lower in future:
            return True
        if tags[at] in ',;w"':
            break
    ahead = range(last + 1, min(last + 10, len(tokens))) if first <= 2 else range(0)
    return any(tokens[at].lower in future for at in ahead)


def _since(view: SentenceView, first: int) -> int | None:
    """Where the clause that ends in a phrase of time opens with "since": "since the war erupted in 2011"."""
    tokens, tags = view.tokens, tagged(view).tags
    for at in range(first - 1, max(first - 20, -1), -1):
        if tokens[at].lower == "since":
            return at
        if tags[at] in ',;"':
            return None
    return None


def _is_year(view: SentenceView, place: Span, first: int, before: str | None) -> bool:
    """Whether four digits are a year: not where a quantity was read, and after a word that dates."""
    if any(q.number.overlaps(place) for q in view.quantities):
        return False
    if before:
        return True
    tags = tagged(view).tags
    return first == 0 or tags[first - 1] in 'DzPj,;d"' or view.tokens[first - 1].lower in ("fiscal", "year", "of")
