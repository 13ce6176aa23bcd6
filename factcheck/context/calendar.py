"""Phrases of time in a sentence: "overnight", "since February 2022", "on June 2"."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
class Calendar:
    """``when.toml``."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    quarters: Mapping[str, int]
    counts: Mapping[str, int]
    holidays: Mapping[str, str]
    words: TimeWords


@dataclass(frozen=True, slots=True)
class Matcher:
    """The calendar with its one compiled pattern and the words that make it worth running."""

    calendar: Calendar
    pattern: re.Pattern[str]
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
    return Matcher(calendar, _compile(calendar), frozenset(triggers), frozenset(starts))


def _either(words: Mapping[str, object]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def _compile(calendar: Calendar) -> re.Pattern[str]:
    """All phrases in one pattern; months and weekdays only with a capital, so that "may" and "sun" stay words."""
    month, weekday = _named(calendar.months), _named(calendar.weekdays)
    # In small letters too behind their day: "29 jun", "on 24 may"; "12 may" and "30 march" alone are verbs.
    verbs = "|".join(sorted(calendar.words.verbs))
    plain = _either({name: 0 for name in calendar.months if name not in calendar.words.verbs})
    plain = rf"(?:(?:{plain}|(?:(?<=[Oo]n\ \d\d\ )|(?<=[Oo]n\ \d\ ))(?:{verbs}))\b)"
    year, day = r"(?:1[89]|20)\d\d", r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
    count = r"(?:\d{1,3}|(?i:" + _either(calendar.counts)[3:] + ")"
    unit = r"(?:hour|day|week|month|year|decade)s?"
    season, quarter, ordinal = _either(calendar.seasons), _either(calendar.quarters), "(?:first|second|third|final)"
    holidays = (name.title().replace("'S", "['’]s").replace(" Of ", " of ") for name in calendar.holidays)
    holiday = "(?:" + "|".join(holidays).replace(" ", r"\ ") + ")"
    joins = r"(?:\ ?[-–]\ ?|\ (?:and|to|through|until|or)\ )"
    of_day = r"\ (?:night|morning|afternoon|evening)"
    whole = rf"(?:(?:the|this|last)\ (?:year|month)|{month}(?:\ {year})?|{year})"
    phrases = (
        rf"(?P<iso>{year}-\d\d-\d\d)\b",
        rf"(?P<h>{holiday})\b",
        # "Monday, June 2", "2 June 2025", "29 jun", "June 2-5", "from 2 to 5 June", "May 28 to June 2"
        rf"(?:{weekday},?\ )?(?:(?P<m1>{month})\ (?P<d1>{day})(?:(?:,?\ (?P<y3>{year}),?)?{joins}"
        rf"(?:(?P<m4>{month})\ )?(?P<d3>{day})\b(?!\ (?:{month}|people|of|years?|months?|days?|weeks?)))?"
        rf"|(?:(?P<d0>{day})(?:\ (?P<m0>{month}))?{joins})?(?P<d2>{day})\ (?:of\ )?(?P<m2>{month}|{plain})"
        rf")(?:,?\ (?P<y1>{year})\b)?(?:{of_day})?",
        # "between December 2013 and May 2014", "January-March", "from May to July last year"
        rf"(?P<ra>{month})(?:\ (?P<rya>{year}))?{joins}(?P<rb>{month})(?:\ (?:(?P<ryb>{year})\b|(?P<rl>last\ year)))?",
        # "May 2014", "May last year", "last May"
        rf"(?:(?P<mr>[Ll]ast|[Nn]ext|[Tt]his)\ )?(?P<m3>{month})"
        rf"(?:(?:,|\ of)?\ (?:(?P<y2>{year})\b|(?P<ly>last\ year|this\ year|next\ year)"
        r"|(?P<ty>that\ year|the\ same\ year)))?",
        rf"(?:(?P<wr>[Ll]ast|[Nn]ext|[Tt]his)\ )?(?P<w>{weekday})"
        rf"(?:{joins}(?:again\ )?(?:on\ )?(?P<w2>{weekday})"
        rf"|(?P<wn>\ overnight|\ night\ into\ {weekday}|\ into\ {weekday})|{of_day})?(?:['’]s)?",
        r"(?P<near>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Oo]vernight|[Tt]his\ (?:morning|afternoon|evening)"
        r"|[Ll]ast\ night|[Aa]t\ the\ moment|[Ss]o\ far|[Tt]o\ date|[Cc]urrently|[Aa]t\ present|[Pp]resently"
        r"|(?<!until\ )[Nn]ow)\b",
        # "two days later", "the following year", "that night": told from a day named before
        rf"(?P<rn>{count}|the)\ (?P<ru>(?:day|week|month|year)s?)\ "
        r"(?P<rd>later|earlier|afterwards?|before(?=[.,;:)]|\ and\b))\b(?!\ (?:than|this|in)\b)",
        r"(?:[Tt]he\ )?(?P<fx>following|same|preceding|[Tt]hat|next(?=\ (?:day|morning|night|evening)\b))\ "
        r"(?P<fu>day|night|morning|evening|afternoon|week|month|year)\b",
        # "the first three months of the year", "the second half of 2014", "the first week of May"
        rf"(?:the\ )?(?P<op>{ordinal})\ (?:(?P<on>{count})\ )?"
        rf"(?P<ou>(?:half|quarter|month|week|day)(?(on)s?))\ of\ (?P<of>{whole})\b",
        # "the past 24 hours", "last week"; "the last week" reaches to today
        rf"(?P<pt>the\ )?(?P<pw>past|[Ll]ast|previous|latest)\ (?:(?P<pn>{count})\ )?"
        rf"(?P<pu>{unit}|weekend|quarter|24-hour\ period)\b(?!\ of\b)(?:['’]s)?",
        # "this year", "the end of the year"
        rf"(?:[Tt]his|all|(?(part)the|this))\ (?P<tu>week|month|year|weekend|quarter|decade|{season})\b(?:['’]s)?",
        r"(?:at\ )?(?<!into\ )the\ (?:(?:long|holiday|three-day)\ )?(?P<we>weekend)\b(?:['’]s)?",
        # "in the next few minutes", "in about 30 minutes"
        rf"(?:the\ (?:next|coming)\ )?(?:(?:few|several|about|some)\ )?(?:{count}\ )?(?P<mu>(?:minute|hour)s?)\b"
        r"(?!\ (?:ago|later|earlier|before|after))",
        # "four days since": up to now
        rf"(?P<sn>{count})\ (?P<sd>{unit})\ since\b",
        rf"(?:the\ )?(?P<nx>next|coming)\ (?:(?P<nn>{count})\ )?(?P<nu>{unit}|weekend|quarter)\b",
        rf"(?P<an>{count})\ (?P<au>{unit})\ (?:ago|earlier\ this)\b",
        rf"(?:the\ )?(?P<q>[Qq][1-4]|{quarter})[\ -]+"
        rf"(?:(?P<qk>quarter)(?:\ this\ year)?|(?P<qy2>{year}))\b",
        rf"(?P<ya>{year})(?:(?:,\ {year})*,?{joins}(?={year}\b)|[-–])(?P<yb>{year}|\d\d\b)",
        rf"(?:(?P<sr>[Ll]ast|next|this|the|in)\ )?(?P<s>{season})(?:\ of\ (?P<sy>{year})|\ (?P<sy2>{year}))?\b",
        r"(?:the\ )?(?P<dec>(?:1[89]|20)\d0)s\b",
        rf"(?:(?<![\d$€£.,-])|(?<=mid-))(?P<y>{year})\b(?!\ ?(?:%|percent|people|[,.]\d|-(?!\w)))(?:['’]s)?",
    )
    before = (
        r"(?P<pre>(?:[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Tt]hrough|[Aa]s\ of|[Ff]rom|[Ff]ollowing"
        r"|[Bb]etween|[Ii]n|[Oo]n|[Dd]uring|[Oo]ver|[Ww]ithin|[Ff]or)\ )?"
    )
    # "in the early hours of Monday", "the night of", "before dawn on Monday"
    hours = (
        r"(?:(?:the\ )?(?:early\ )?(?:hours|morning|afternoon|evening|night)\ of\ "
        r"|(?:before|after|around|at)\ (?:dawn|daybreak|sunrise|noon|midnight)\ (?:on\ )?)?"
    )
    part = (
        r"(?P<part>(?:the\ )?(?:early|late|mid|earlier|later|beginning\ of|end\ of|middle\ of|start\ of)"
        r"(?:\ on|\ in)?(?:\ |-))?"
    )
    return re.compile(before + hours + part + "(?:" + "|".join(f"(?:{p})" for p in phrases) + ")", re.VERBOSE)


def _named(words: Mapping[str, int]) -> str:
    """Names with a capital; a full stop belongs to the shortened ones only."""
    full = {max((word for word in words if words[word] == number), key=len) for number in words.values()}
    short = sorted((word.capitalize() for word in words if word not in full), key=len, reverse=True)
    return "(?:(?:" + "|".join(word.capitalize() for word in sorted(full)) + r")\b|(?:" + "|".join(short) + r")\b\.?)"


_GLUE = "/-_="
_ADDRESS = re.compile(r"[\"'“‘<]?(?:https?://|www\.|(?:[\w-]+\.)+[a-z]{2,}/)", re.I)
_REACH = 5  # tokens that the longest phrase has before its telling word


def dates(tokens: Sequence[Token], text: str, vocabulary: Vocabulary) -> list[tuple[re.Match[str], int]]:
    """The phrases of time among the tokens of a sentence, each with the place of the word that tells it for one."""
    words = matcher(vocabulary)
    here = {token.lower for token in tokens}
    telling = words.triggers & here
    for word in here:
        if "-" in word:  # "mid-May"
            telling |= words.triggers.intersection(word.split("-"))
    if not words.calendar.words.turns.isdisjoint(here):
        telling |= words.calendar.words.units & here  # "days" only beside "last", "ago" …
    found: list[tuple[re.Match[str], int]] = []
    done = 0  # tokens before this one are part of a phrase already
    for at, (begins, _, written, lower, kind) in enumerate(tokens):
        if kind == "word":
            tells = lower in telling or ("-" in lower and _tells_in_part(lower, telling))
        else:
            tells = len(written) >= 4 and written[0] in "12"
        if not tells or at < done or (begins and text[begins - 1] in _GLUE and _in_address(text, begins)):
            continue
        for start in range(max(at - _REACH, done), at + 1):
            if tokens[start].lower not in words.starts and tokens[start].kind != "number":
                continue
            match = words.pattern.match(text, tokens[start].start, tokens[-1].stop)
            if match is not None and match.end() > begins:
                found.append((match, begins))
                while done < len(tokens) and tokens[done].start < match.end():
                    done += 1
                break
    return found


def _tells_in_part(lower: str, telling: frozenset[str] | set[str]) -> bool:
    """Whether a hyphen word holds a date: "mid-May", "mid-2012", "January-March"."""
    first, _, last = lower.partition("-")
    return first in telling or (first == "mid" and (last in telling or last[:4].isdecimal()))


def _in_address(text: str, at: int) -> bool:
    """Whether a place lies in a web address: ".../news/2031/03/04/ferry" tells no day of what is said beside it."""
    before = max(text.rfind(mark, 0, at) for mark in " \n\t(") + 1
    return _ADDRESS.match(text, before) is not None


def named_span(match: re.Match[str]) -> Span | None:
    """The words of a phrase that are one word of the sentence, without its preposition: "last week", "June 2, 2016"."""
    start = match.end("pre") if match["pre"] else match.start()
    written = match.group()[start - match.start() :]
    single = " " not in written or written.endswith(("'s", "’s")) or match["near"] or match["mu"]
    return None if single else Span(start, match.end())
