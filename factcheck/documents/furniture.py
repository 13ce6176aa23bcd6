"""Lines of a page that are no text: menus, teasers, counters, players, sign-ups, cookie walls, code, credits.

Each is known by its build; the words that make it are data (``layout.toml``). A line that is not surely one of these
stays text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.documents.dates import find_date
from factcheck.documents.layout_words import LayoutMatchers
from factcheck.documents.lines import Line

LONGEST = 300  # characters; longer lines are text
_PHRASES = 150
_DIGIT = re.compile(r"\d")
_HOUR = re.compile(r"\d{1,2}[:.]\d{2}")
_TOP = 12  # lines of sections that may stand above a ticker
_LETTER = re.compile(r"[^\W\d_]")
_THOUSANDS = re.compile(r"(?<=\d)[km]\b")  # "1.2k shares"
_COUNTER = re.compile(r"\b\d+\s*(?:of|/)\s*\d+\b")
_PLAYED = re.compile(r"(?<![\w:])\d{1,2}:\d{2}(?::\d{2})?$")  # how long a film or a sound lasts
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|\b(?:[\w-]+\.)+[a-z]{2,}/\S*$", re.I)
_BEFORE_ADDRESS = re.compile(r"[^.!?:]{0,60}:?\s*")
_CODE = re.compile(
    r"<!--|-->|\{[^{}]*[:;][^{}]*\}|[\w$\])]\s*=\s*(?:\"[^\"]*\"|'[^']*'|function\b|\[|\{)|\\/|&[a-z]+=[^&\s]*&|\bfunction\s*\("
)
_CODED = ("{", "<!", "->", "=", "\\/", "function")
_PARTS = re.compile(r"\s*[|·•›»/>]\s*|\s{3,}|\t")
_NUMBER = re.compile(r"[\s(\[]*\d*[)\]]*$")
_PARTING = ("|", "·", "•", "›", "»", "/", ">", "   ", "\t")
_WORDS_IN_MENU = 3
_FEW = 3  # lines or parts that make a menu
_WE_AND_YOU = re.compile(r"\b(?:we|our|us|you|your)\b")
_COOKIES = 3  # words of cookie walls that make one
_SMALL = frozenset(["by", "via", "of", "for", "the", "and"])  # in credits
_MARKS = re.compile(r"[\W\d_]+")


def is_furniture(line: str, matchers: LayoutMatchers) -> bool:
    """Whether a line of a page is surely no text."""
    if len(line) > LONGEST:
        return False
    lower = line.lower()
    return (
        lower.startswith(matchers.words.furniture.starts)
        or _is_only_phrases(lower, matchers)
        or is_teaser(line, matchers)
        or _is_player(lower, matchers)
        or _is_menu(lower, matchers)
        or _is_address(line)
        or _is_cookie_wall(lower, matchers)
        or (any(mark in line for mark in _CODED) and _CODE.search(line) is not None)
    )


def _is_only_phrases(lower: str, matchers: LayoutMatchers) -> bool:
    """Whether nothing but phrases of furniture, digits and marks stands on a line: "12 shares | 4 comments"."""
    if len(lower) > _PHRASES or _LETTER.search(lower) is None:
        return len(lower) <= _PHRASES and _COUNTER.search(lower) is not None and _COUNTER.sub("", lower).strip() == ""
    if _DIGIT.search(lower):
        lower = _COUNTER.sub("", _THOUSANDS.sub("", lower))
    first = _LETTER.search(lower)
    if first is not None and not matchers.furniture_phrase.match(lower, first.start()):
        return False
    return not _LETTER.search(matchers.furniture_phrase.sub("", lower))


def is_teaser(line: str, matchers: LayoutMatchers) -> bool:
    """Whether a line points to another story: "Read also: …", "( PHOTOS: … )", "Related 'The other story'"."""
    return matchers.teaser.match(line) is not None or matchers.bracketed_teaser.fullmatch(line) is not None


def teasers_inside(line: str, matchers: LayoutMatchers) -> list[tuple[int, int]]:
    """The places of teasers in brackets among the sentences of a line: "… he said. (RELATED: The other story)"."""
    if "(" not in line and "[" not in line:
        return []
    return [match.span() for match in matchers.bracketed_teaser.finditer(line)]


def _is_player(lower: str, matchers: LayoutMatchers) -> bool:
    """Whether a line is the label of a film or a sound, which ends with how long it lasts."""
    return lower[-1].isdigit() and _PLAYED.search(lower) is not None and matchers.player_word.search(lower) is not None


def _is_menu(lower: str, matchers: LayoutMatchers) -> bool:
    """Whether a line is a menu: short names of sections side by side."""
    if not any(mark in lower for mark in _PARTING):
        return False
    parts = [part for part in _PARTS.split(lower) if part]
    return len(parts) >= _FEW and _are_sections(parts, matchers)


def menus(lines: Sequence[Line], matchers: LayoutMatchers) -> frozenset[int]:
    """The lines of menus with one section a line: short lines one below the other, most of them known sections.

    A ticker at the top ("18:40", "Port opens", "18:31", …) is one too, with the sections around it.
    """
    ticker = _ticker(lines, matchers)
    found = set(range(ticker))
    start = ticker
    while start < len(lines):
        last = stop = _end_of_short(lines, start)
        while start < last and not _is_section(lines[last - 1].text, matchers) and _may_be_title(lines, last - 1):
            last -= 1
        if last - start >= _FEW and _are_sections([line.text for line in lines[start:last]], matchers):
            found.update(range(start, last))
        start = max(stop, start + 1)
    return frozenset(found)


def _may_be_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a short line below a menu may be the title: it is set apart, or stands above a date."""
    return lines[at].after_blank or (at + 1 < len(lines) and find_date(lines[at + 1].text) is not None)


def _ticker(lines: Sequence[Line], matchers: LayoutMatchers) -> int:
    """Where a ticker at the top of a page ends: headlines, each below its hour, and sections around them; else 0.

    A text that is nothing else is no page with a ticker, but what somebody noted down.
    """
    top = next((at for at, line in enumerate(lines[:_TOP]) if not _is_short(line) or _HOUR.fullmatch(line.text)), 0)
    stop = top
    while stop + 1 < len(lines) and _HOUR.fullmatch(lines[stop].text) and lines[stop + 1].text[-1] not in ".!?:":
        stop += 2
    if stop - top < 2 * _FEW:
        return 0
    while stop < len(lines) and _is_section(lines[stop].text, matchers):
        stop += 1
    return stop if stop < len(lines) else 0


def _end_of_short(lines: Sequence[Line], start: int) -> int:
    """Where short lines end that stand equally far from each other."""
    stop = start
    while stop < len(lines) and _is_short(lines[stop]):
        if stop > start and lines[stop].after_blank != lines[start + 1].after_blank:
            break
        stop += 1
    return stop


def _is_short(line: Line) -> bool:
    short = len(line.text.split()) <= _WORDS_IN_MENU and line.text[-1] not in ".!?:"
    return short and not (_DIGIT.search(line.text) and find_date(line.text))


def _are_sections(parts: Sequence[str], matchers: LayoutMatchers) -> bool:
    short = all(len(part.split()) <= _WORDS_IN_MENU for part in parts)
    return short and 2 * sum(_is_section(part, matchers) for part in parts) >= len(parts)


def _is_section(part: str, matchers: LayoutMatchers) -> bool:
    """Whether a line is the name of a section, perhaps with a number: "Opinion (33)", "Live 12"."""
    return _NUMBER.sub("", part).strip().lower() in matchers.sections


def _is_address(line: str) -> bool:
    """Whether a line is a web address, at most with a label before it: "Read or share this story: https://…"."""
    match = _ADDRESS.search(line) if "/" in line or "www." in line else None
    return match is not None and _BEFORE_ADDRESS.fullmatch(line[: match.start()]) is not None


def _is_cookie_wall(lower: str, matchers: LayoutMatchers) -> bool:
    """Whether a line asks for consent: it says we and you, and several of the words such lines are made of."""
    if _WE_AND_YOU.search(lower) is None:
        return False
    return len({match.group() for match in matchers.cookie_word.finditer(lower)}) >= _COOKIES


def is_credit(line: str, lower: str, matchers: LayoutMatchers) -> bool:
    """Whether a line only credits a picture: a word for it, and names; a caption says more."""
    start = matchers.credit_start.match(lower)
    if start is None or len(line) > _PHRASES:
        return False
    words = [word for part in line[start.end() :].split() if (word := _MARKS.sub("", part))]
    return bool(words) and all(word[0].isupper() or word in _SMALL for word in words)
