"""Phrases of time in a sentence: "overnight", "since February 2022", "on June 2"."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.errors import RulesError
from factcheck.numerals.vocabulary import trie
from factcheck.sentences.tokens import Token
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary, toml_table


@toml_table
class TimeWords:
    triggers: frozenset[str]
    units: frozenset[str]
    turns: frozenset[str]
    starts: frozenset[str]
    limits: frozenset[str]
    loose: frozenset[str]
    verbs: frozenset[str]
    running: frozenset[str]


@toml_table
class TimePatterns:
    """The phrases of time as patterns, whose words in braces stand for names and parts."""

    parts: Mapping[str, str]
    before: tuple[str, ...]
    phrases: tuple[str, ...]


@toml_table
class Calendar:
    """``when.toml``."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    quarters: Mapping[str, int]
    counts: Mapping[str, int]
    near: Mapping[str, tuple[int, int]]
    steps: Mapping[str, int]
    holidays: Mapping[str, str]
    words: TimeWords
    patterns: TimePatterns

    def month(self, name: str) -> int:
        """The number of a month; 0 for no month's name."""
        return self.months.get(name.lower().rstrip("."), 0)

    def number(self, word: str) -> int:
        """The number of "12", "two"."""
        return int(word) if word.isdigit() else self.counts[word.lower()]


@dataclass(frozen=True, slots=True)
class Matcher:
    """The calendar with its one compiled pattern and the words that make it worth running."""

    calendar: Calendar
    pattern: re.Pattern[str]
    telling: re.Pattern[str]  # what any phrase holds, in lower case and behind a space, found fast
    triggers: frozenset[str]
    starts: frozenset[str]


@functools.lru_cache(maxsize=4)
def matcher(vocabulary: Vocabulary) -> Matcher:
    """The calendar of a vocabulary, compiled once."""
    calendar = vocabulary.bind("when", Calendar)
    dated = {*calendar.months, *calendar.weekdays}
    triggers = {*calendar.words.triggers, *dated, *calendar.seasons, "q1", "q2", "q3", "q4"}
    triggers |= {day + ending for day in dated for ending in ("'s", "’s")}
    words = calendar.words
    first = {name.split()[0] for name in calendar.holidays}
    first |= {name.replace("'", "’") for name in first}
    starts = {*words.starts, *triggers, *calendar.quarters, *calendar.counts, *first}
    told = {*triggers, *words.units}
    letters = "".join(sorted({word[0] for word in told}))  # to start with none lets the search run over all others
    telling = re.compile(rf"[^a-z](?=[12{letters}])(?:[12][\d.,:'/\u00a0\u202f\u2009]{{3}}|{trie(told)}\b)")
    return Matcher(calendar, _compile(calendar), telling, frozenset(triggers), frozenset(starts))


def _either(words: Mapping[str, object]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def _compile(calendar: Calendar) -> re.Pattern[str]:
    """All phrases in one pattern; months and weekdays only with a capital, so that "may" and "sun" stay words."""
    holidays = (name.title().replace("'S", "['’]s").replace(" Of ", " of ") for name in calendar.holidays)
    parts = {
        "month": _named(calendar.months),
        "weekday": _named(calendar.weekdays),
        "season": _either(calendar.seasons),
        "quarter": _either(calendar.quarters),
        "count": r"(?:\d{1,3}|(?i:" + _either(calendar.counts)[3:] + ")",
        "holiday": "(?:" + "|".join(holidays).replace(" ", r"\ ") + ")",
        "verbs": "|".join(sorted(calendar.words.verbs)),
        "plain": _either({name: 0 for name in calendar.months if name not in calendar.words.verbs}),
    }
    patterns = calendar.patterns
    phrases = "|".join(f"(?:{phrase})" for phrase in patterns.phrases)
    try:
        for name, pattern in patterns.parts.items():
            parts[name] = _filled(pattern, parts)
        return re.compile(_filled("".join(patterns.before) + f"(?:{phrases})", parts), re.VERBOSE)
    except (KeyError, re.error) as error:
        todo = "close its brackets; a word in braces stands for a part before it"
        raise RulesError(f"no pattern: {error}", where="context/when.toml", todo=todo) from None


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    """A pattern with what stands for each of its words in braces."""
    return re.sub(r"{([a-z_]+)}", lambda match: parts[match[1]], pattern)


def _named(words: Mapping[str, int]) -> str:
    """Names with a capital; a full stop belongs to the shortened ones only."""
    full = {max((word for word in words if words[word] == number), key=len) for number in words.values()}
    short = sorted((word.capitalize() for word in words if word not in full), key=len, reverse=True)
    return "(?:(?:" + "|".join(word.capitalize() for word in sorted(full)) + r")\b|(?:" + "|".join(short) + r")\b\.?)"


_REACH = 5  # tokens that the longest phrase has before its telling word


def dates(tokens: Sequence[Token], text: str, words: Matcher) -> list[tuple[re.Match[str], int]]:
    """The phrases of time among the tokens of a sentence, each with the place of the word that tells it for one."""
    here = {token.lower for token in tokens}
    telling = words.triggers & here
    for word in here:
        if "-" in word:  # "mid-May"
            telling |= words.triggers.intersection(word.split("-"))
    if not words.calendar.words.turns.isdisjoint(here):
        telling |= words.calendar.words.units & here  # "days" only beside "last", "ago" …
    found: list[tuple[re.Match[str], int]] = []
    done = 0  # tokens before this one are part of a phrase already
    near = telling.union([word for word in here if "-" in word or word[0] in "12"])  # the others tell nothing
    for at, (begins, _, written, lower, kind, _) in [one for one in enumerate(tokens) if one[1].lower in near]:
        if kind == "word":
            tells = lower in telling or _tells_in_part(lower, telling)
        else:
            tells = len(written) >= 4 and written[0] in "12"
        if not tells or at < done:
            continue
        for start in range(max(at - _REACH, done), at + 1):
            if tokens[start].lower.partition("-")[0] not in words.starts and tokens[start].kind != "number":
                continue
            match = words.pattern.match(text, tokens[start].start, tokens[-1].stop)
            if match is not None and match.end() > begins:
                found.append((match, begins))
                while done < len(tokens) and tokens[done].start < match.end():
                    done += 1
                break
    return found


def _tells_in_part(lower: str, telling: frozenset[str] | set[str]) -> bool:
    """Whether a hyphen word holds a date: "mid-May", "mid-2012", "January-March", "first-quarter"."""
    first, *more = lower.split("-")
    return not telling.isdisjoint((first, *more)) or (first == "mid" and more[0][:4].isdecimal())


def named_span(match: re.Match[str]) -> Span | None:
    """The words of a phrase that are one word of the sentence, without its preposition: "last week", "June 2, 2016"."""
    start = match.end("pre") if match["pre"] else match.start()
    written = match.group()[start - match.start() :]
    single = " " not in written or written.endswith(("'s", "’s")) or match["near"] or match["mu"]
    return None if single else Span(start, match.end())
