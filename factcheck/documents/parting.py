"""Several articles in one text: where each begins.

They are told apart only where every part of the text begins as an article does: with a header of its own (a date line
below a title, labelled lines, front matter), or below a heavy rule with a title. A rule between two sections of one
article, a timeline of dates or two credits in a row part nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.documents.dates import find_date
from factcheck.documents.layout import could_be_title, is_date_line, is_labelled, label_key
from factcheck.documents.layout_words import LayoutMatchers, layout_matchers
from factcheck.documents.lines import Line, text_lines
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary

_SHORTEST = 40  # characters of a line, in one at least of which an article says something
_MOST = 20_000  # articles in one text
_DATE_PREFIX = re.compile(r"date\s+\d{4}-\d{2}-\d{2}\s")
_NUMBERED = re.compile(r"(?:document\s+(\d+)\s+of\s+(\d+)|(\d+)\s+of\s+(\d+)\s+documents)", re.I)
_RULE = re.compile(r"(?P<mark>[-=_*#~])(?:\s*(?P=mark)){2,}|(?P<more>[—–])(?P=more){2,}")
_HEAVY = 10  # marks; a rule of so many parts more than sections, one of "=" always does
_MAY_BE_SEVERAL = re.compile(  # a text without two such lines is one article, as nearly all are
    r"^[ \t]*(?:date\s+\d{4}-|document\s+\d+\s+of|\d+\s+of\s+\d+\s+documents|[^\n]{0,60}?\b(?:1[89]|2[01])\d\d\b"
    r"|(?:url|link|source|outlet|published|date|title|headline)\s*:)",
    re.I | re.M,
)
_MAY_BE_RULED = re.compile(r"^[ \t]*(?:={3}|([-_*#~])(?:\s*\1){9})", re.M)

Starts = list[int]


def find_parts(text: str, vocabulary: Vocabulary) -> tuple[Span, ...]:
    """The places of the articles of a text, two or more; empty for a text that is one article."""
    if _two(_MAY_BE_SEVERAL.finditer(text)) is None and _MAY_BE_RULED.search(text) is None:
        return ()
    matchers = layout_matchers(vocabulary)
    lines = list(text_lines(text))
    for find in (_numbered, _prefixed, _labelled, _dated, _ruled):
        starts = find(lines, matchers)
        if 1 < len(starts) <= _MOST:
            return tuple(_spans(lines, starts, len(text)))
    return ()


def _two(found: Iterator[re.Match[str]]) -> re.Match[str] | None:
    next(found, None)
    return next(found, None)


def _spans(lines: Sequence[Line], starts: Starts, end: int) -> Iterator[Span]:
    """From each start to the next, without the rules and the numbers above that."""
    for at, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        last = stop - 1
        while last > at and (_RULE.fullmatch(lines[last].text) or _NUMBERED.fullmatch(lines[last].text)):
            last -= 1
        yield Span(lines[at].span.start, lines[last].span.stop if stop < len(lines) else end)


def _numbered(lines: Sequence[Line], _: LayoutMatchers) -> Starts:
    """Dumps of databases: "Document 1 of 12", "1 of 12 DOCUMENTS", each number in its turn."""
    found = [(at, match) for at, line in enumerate(lines) if (match := _NUMBERED.fullmatch(line.text)) is not None]
    numbers = [int(match[1] or match[3]) for _, match in found]
    counted = bool(found) and found[0][0] == 0 and numbers == list(range(1, len(numbers) + 1))
    return [at + 1 for at, _ in found if at + 1 < len(lines)] if counted else []


def _prefixed(lines: Sequence[Line], _: LayoutMatchers) -> Starts:
    """A line " date 2031-03-04 …" at the top and again."""
    starts = [at for at, line in enumerate(lines) if _DATE_PREFIX.match(line.text)]
    return starts if starts[:1] == [0] else []


def _labelled(lines: Sequence[Line], matchers: LayoutMatchers) -> Starts:
    """Blocks of labelled lines with two different keys at least, one at the top, the same first key each time."""
    runs: list[list[int]] = [[]]
    for at, line in enumerate(lines):
        if is_labelled(line.text, matchers):
            runs[-1].append(at)
        elif runs[-1]:
            runs.append([])
    blocks = [run for run in runs if len({label_key(lines[at].text) for at in run}) > 1]
    if len(blocks) < 2 or len({label_key(lines[run[0]].text) for run in blocks}) > 1:
        return []
    starts = [_above(lines, run, matchers) for run in blocks]
    return starts if starts[0] == 0 and _all_say_something(lines, starts, matchers) else []


def _above(lines: Sequence[Line], run: Sequence[int], matchers: LayoutMatchers) -> int:
    """The line at which an article with a header begins: its title may stand above, or the opening of front matter."""
    above, below = run[0] - 1, run[-1] + 1
    if above < 0:
        return run[0]
    if lines[above].text == "---" and below < len(lines) and lines[below].text == "---":
        return above
    return above if _begins(lines, above) and could_be_title(lines[above].text, matchers) else run[0]


def _begins(lines: Sequence[Line], at: int) -> bool:
    return at == 0 or lines[at].after_blank or _RULE.fullmatch(lines[at - 1].text) is not None


def _dated(lines: Sequence[Line], matchers: LayoutMatchers) -> Starts:
    """A title with a date line right below it, at the top and again; dates without titles are a timeline."""
    starts = [
        at for at in range(len(lines) - 1)
        if _begins(lines, at) and _is_dated(lines[at + 1], matchers) and could_be_title(lines[at].text, matchers)
    ]  # fmt: skip
    return starts if starts[:1] == [0] and _all_say_something(lines, starts, matchers) else []


def _is_dated(line: Line, matchers: LayoutMatchers) -> bool:
    return is_date_line(line.text, matchers) and find_date(line.text) is not None


def _ruled(lines: Sequence[Line], matchers: LayoutMatchers) -> Starts:
    """Titles right below the same heavy rule each time."""
    rules = [at for at, line in enumerate(lines) if _is_heavy(line)]
    if not rules or len({lines[at].text for at in rules}) > 1:
        return []
    starts = [at + 1 for at in rules if at + 1 < len(lines)]
    starts = starts if starts[:1] == [1] and rules[0] == 0 else [0, *starts]
    titled = all(could_be_title(lines[at].text, matchers) for at in starts)
    return starts if titled and _all_say_something(lines, starts, matchers) else []


def _is_heavy(line: Line) -> bool:
    """Whether a line is a rule that parts articles; one right below a line underlines it."""
    match = _RULE.fullmatch(line.text) if line.after_blank or line.span.start == 0 else None
    if match is None:
        return False
    marks = len(line.text) - line.text.count(" ")
    return marks >= _HEAVY or (match["mark"] == "=" and marks > 2)


def _all_say_something(lines: Sequence[Line], starts: Starts, matchers: LayoutMatchers) -> bool:
    """Whether every part has a sentence below its header."""
    parts = zip(starts, [*starts[1:], len(lines)], strict=True)
    return all(any(_says_something(line, matchers) for line in lines[at + 1 : stop]) for at, stop in parts)


def _says_something(line: Line, matchers: LayoutMatchers) -> bool:
    if is_labelled(line.text, matchers):
        return False
    return len(line.text) > 2 * _SHORTEST or (len(line.text) >= _SHORTEST and line.text[-1] in '.!?"”’)')
