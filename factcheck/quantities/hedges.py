"""Hedges: "at least", "nearly", "up to", "or more", on either side of a number."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from factcheck.numerals.vocabulary import trie
from factcheck.quantities.draft import Draft
from factcheck.quantities.model import Hedge
from factcheck.vocabulary import Vocabulary, toml_table


@toml_table
class Between:
    skip: frozenset[str]


@toml_table
class Large:
    words: frozenset[str]
    after: frozenset[str]


@toml_table
class Course:
    lasting: frozenset[str]
    during: frozenset[str]


@toml_table
class HedgeTable:
    """The table ``hedges.toml``."""

    before: Mapping[str, tuple[str, ...]]
    after: Mapping[str, tuple[str, ...]]
    between: Between
    stops: Mapping[str, frozenset[str]]
    large: Large
    course: Course
    spread: Mapping[str, Decimal]  # by what share a number may be off


@dataclass(frozen=True, slots=True)
class Hedges:
    """Hedge phrases by their last word and length, longest first; the pattern of those behind a number."""

    before: Mapping[str, tuple[tuple[int, Mapping[tuple[str, ...], Hedge]], ...]]
    after: re.Pattern[str]
    late: re.Pattern[str]  # behind the noun phrase: "4 percent of the valley or less"
    said_after: Mapping[str, Hedge]
    skip: frozenset[str]
    stops: Mapping[str, frozenset[str]]
    large: frozenset[str]
    large_after: frozenset[str]
    lasting: frozenset[str]
    during: frozenset[str]
    spread: Mapping[str, Decimal]


@functools.lru_cache(maxsize=8)
def hedges(vocabulary: Vocabulary) -> Hedges:
    """The hedges of a vocabulary."""
    table = vocabulary.bind("hedges", HedgeTable)
    by_last: dict[str, dict[int, dict[tuple[str, ...], Hedge]]] = {}
    for hedge, phrases in table.before.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            by_last.setdefault(words[-1], {}).setdefault(len(words), {})[words] = hedge  # type: ignore[assignment]
    before = {last: tuple(sorted(found.items(), reverse=True)) for last, found in by_last.items()}
    said_after: dict[str, Hedge] = {phrase: hedge for hedge, phrases in table.after.items() for phrase in phrases}  # type: ignore[misc]
    after = re.compile(
        rf"(?:[ -]|-(?=some\b)|, (?=(?:or|more or|give or)\b))({trie(said_after)}|(?<=-)some)\b(?! ?[$€£0-9])",
        re.IGNORECASE,
    )
    bounds = trie(phrase for phrase in said_after if phrase[:3] in ("or ", "and") or " or " in phrase)
    # Not before what is bounded itself: "500 men or more women", "four men and over 40 women".
    closed = r"[.,;)]|$| (?:are|is|were|was|will|can|may|must|would"
    closed += r"|to|in|on|at|by|for|from|need|have|has|had|get|pay|face)\b"
    late = re.compile(rf"(?: (?!or\b|and\b|but\b|to\b)[a-z][a-z-]{{0,24}}){{1,4}},? (?P<hedge>{bounds})(?={closed})")
    return Hedges(
        before,
        after,
        late,
        said_after,
        table.between.skip,
        table.stops,
        table.large.words,
        table.large.after,
        table.course.lasting,
        table.course.during,
        table.spread,
    )


_SYMBOLS: Mapping[str, Hedge] = {
    "~": "about",
    "≈": "about",
    "±": "about",
    "<": "less_than",
    ">": "more_than",
    "≤": "at_most",
    "≥": "at_least",
}
_LARGE = 20
_MARKS = ".,;:()\"'“”‘’"
_OPENERS = "\"'“‘([—–-"


def hedge_before(draft: Draft, known: Hedges) -> None:
    """Take in the hedges before the number: the nearest one, and one more before it ("at least about 50")."""
    words, cut = draft.words, len(draft.words)
    if not cut:
        return
    if draft.before[-1] in _SYMBOLS:
        draft.hedge, draft.hedge_start = _SYMBOLS[draft.before[-1]], draft.start - 1
        return
    if draft.before[-1] not in " \u00a0\n\t\"'“‘(":
        return
    taken = 0
    while taken < 2 and cut:
        found = _phrase_at(words, cut, known)
        if found is None and cut > 1 and words[cut - 1] in known.skip:
            found = _phrase_at(words, cut - 1, known)
        if found is None or _is_preposition(words, found[0], draft, known):
            break
        cut, hedge = _denied(words, *found)
        draft.rough = draft.rough or draft.hedge == "about"
        if draft.hedge is None or hedge != "about":
            draft.hedge = hedge
        taken += 1
    if taken:
        draft.hedge_start = _offset_of_word(draft, cut)


def _denied(words: list[str], at: int, hedge: Hedge) -> tuple[int, Hedge]:
    """A bound turned round by the word before it: "no bigger than 5 acres", "cannot pay more than 40"."""
    turned = _TURNED.get(hedge)
    if turned and at and words[at - 1].lstrip(_OPENERS) in _DENIALS:
        return at - 1, turned
    barred = turned and at > 1 and words[at].endswith(_COMPARED) and words[at - 1].isalpha()
    return (at, turned) if turned and barred and _BARS.search(" ".join(words[max(0, at - 3) : at - 1])) else (at, hedge)


_DENIALS = frozenset(["no", "not", "nothing", "never", "cannot", "don't", "doesn't", "didn't", "isn't", "won't"])
_BARS = re.compile(r"(?:cannot|can't|won't|wouldn't|never|(?:will|would|can|could|may|must|shall) (?:not|never))$")
_COMPARED = ("more", "less", "fewer")
_TURNED: Mapping[str, Hedge] = {"more_than": "at_most", "less_than": "at_least"}


def _is_preposition(words: list[str], at: int, draft: Draft, known: Hedges) -> bool:
    """Whether the hedge word at ``at`` is a plain preposition: "control over five regions", "approaching two men"."""
    word = words[at].lstrip(_OPENERS)
    if (
        word in known.large
        and draft.unit is None
        and abs(draft.value) < _LARGE
        and draft.words[-1].lstrip(_OPENERS) == word
    ):
        return True
    spans = draft.hyphenated and draft.words[-1] in ("a", "an", "the")  # "over a 24-hour period"
    if word == "over" and (spans or _in_course_of(words, at, draft, known)):
        return True
    stops = known.stops.get(word)
    led = words[at - 1].strip(_MARKS) if stops is not None and at > 0 else ""
    if led in known.large_after and abs(draft.value) >= _LARGE:
        return False  # "charged over a hundred"; but "charged over two deaths"
    return stops is not None and led in stops


def _in_course_of(words: list[str], at: int, draft: Draft, known: Hedges) -> bool:
    """Whether "over" says in what time: "cost $2 million over five days"; not "rained for over five days"."""
    if (
        draft.unit is None
        or draft.unit.dimension not in _TIMES
        or at == 0
        or draft.words[-1].lstrip(_OPENERS) != "over"
    ):
        return False
    led = words[at - 1].strip(_MARKS)
    if led in known.lasting:
        return False
    if led in known.during:
        return True  # "talks went on over two days"
    if draft.in_row:
        return True  # "over four consecutive quarters"
    clause: list[str] = []
    for word in reversed(words[:at]):
        if word[-1] in ".;:!?" and clause:
            break
        clause.append(word)
    return any(_NUMBER.search(word) for word in clause)


_TIMES = frozenset(["time", "months"])
_NUMBER = re.compile(
    r"[0-9]|^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|"
    r"[mb]illion|dozens?|hundreds|thousands|half|twice)\b"
)


def _phrase_at(words: list[str], cut: int, known: Hedges) -> tuple[int, Hedge] | None:
    """The hedge that ends with ``words[cut - 1]``: where it starts, and what it says."""
    last = words[cut - 1].lstrip(_OPENERS)
    for size, phrases in known.before.get(last, ()):
        if size <= cut:
            hedge = phrases.get((words[cut - size].lstrip(_OPENERS), *words[cut - size + 1 : cut]))
            if hedge is not None:
                return cut - size, hedge
    return None


def _offset_of_word(draft: Draft, index: int) -> int:
    """Where the ``index``-th word before the number starts in the text."""
    at, seen = 0, -1
    for match in re.finditer(r"\S+", draft.before):
        seen += 1
        if seen == index:
            at = match.start()
            at += len(match.group()) - len(match.group().lstrip(_OPENERS))
            break
    return draft.start - len(draft.before) + at


_LATE = 80  # characters behind a number in which its bound may stand
_OPPOSED = tuple({low, high} for low in ("at_least", "more_than") for high in ("at_most", "less_than"))


def hedge_after(draft: Draft, text: str, limit: int, known: Hedges) -> None:
    """Take in a hedge behind the number or its unit: "12 or more", "60-plus", "30 km or so", "50+"."""
    for place in (draft.stop, draft.end) if draft.end != draft.stop else (draft.stop,):
        if place < limit and text[place] == "+" and not text[place + 1 : place + 2].isalnum():
            _set_after(draft, "at_least", place + 1)
            return
        if place >= limit or text[place] not in " -,":
            continue
        match = known.after.match(text, place, limit)
        if match and not (match[1].lower() == "plus" and text[match.end() : match.end() + 2].strip()[:1].isdigit()):
            _set_after(draft, known.said_after.get(match[1].lower(), "about"), match.end())
            return
    behind = text[draft.end : draft.end + _LATE]
    late = known.late.match(text, draft.end, limit) if " or " in behind or " and " in behind else None
    if late and draft.hedge is None:
        draft.hedge = known.said_after[late["hedge"].lower()]
        draft.trace.append(f'{draft.hedge}: "{late["hedge"]}"')


def _set_after(draft: Draft, hedge: Hedge, stop: int) -> None:
    if {draft.hedge, hedge} in _OPPOSED:
        return  # "no more than 12 and more would not fit"
    if draft.hedge is None or hedge != "about":
        draft.hedge = hedge
    draft.hedge_stop = stop
