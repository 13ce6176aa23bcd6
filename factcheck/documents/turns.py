"""Transcripts: whose turn each line is.

A text is read as a transcript when lines begin with names that come again and again; one that merely has a colon here
and there ("Source: Reuters", "Police: 12 dead") is not, because its labels do not take turns.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.documents.layout_words import LayoutMatchers, plain_key
from factcheck.spans import Span

_WORD = r"(?:[A-Z][\w'’.&-]*|[A-Z]\.|de|del|der|van|von|bin|al|of|the|and)"
_NAME = rf"(?:[A-Z][\w'’.&-]*(?:[ ]{_WORD}){{0,5}}(?:[ ]\d{{1,2}})?)"
_AFTER_NAME = (
    r"(?:,[ ][A-Z][^:*\n]{1,60})?(?:[ ][(\[][^)\]\n]{1,40}[)\]]){0,2}"  # ", CNN HOST", "(D-MA)", "[voiceover]"
)
_CLOCK = r"[(\[]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\.\d+)?[)\]]?"
_LABELS = (
    re.compile(rf"(?:{_CLOCK}\s+)?(?:>>+\s*)?(?P<name>{_NAME}){_AFTER_NAME}:(?P<behind>\s*{_CLOCK})?(?=\s|$)"),
    re.compile(rf"(?:>>+\s*)?(?P<marks>\*\*|__)(?P<name>{_NAME}){_AFTER_NAME}(?:(?P=marks):|:(?P=marks))(?P<behind>\s*{_CLOCK})?"),
    re.compile(rf"(?P<name>{_NAME}){_AFTER_NAME}\s+{_CLOCK}$"),
    re.compile(rf"{_CLOCK}\s+(?P<name>{_NAME}){_AFTER_NAME}$"),
)  # fmt: skip
_LABEL_LENGTH = 120
_ACRONYM = 5
_TITLED = re.compile(r"[A-Z]{2,5}\. [A-Z]{2}")  # "SEN. HALE"
_TURNS = 4  # a conversation whose labels may be any words has at least so many
_LONGEST = 15  # lines of one turn
_FILLED = 4  # one label in so many lines makes a text a transcript through and through


class Turn(NamedTuple):
    """A line that opens a turn: the place of its label and the name in it as written.

    ``plain`` tells a label that may be any word with a colon: "More:", "Opinion:", and "Hale:" too; ``sure`` one that
    opens nothing but a turn: a time behind it, or a title and a name in capitals.
    """

    line: int
    label: Span
    name: str
    plain: bool
    sure: bool


def find_turns(lines: Sequence[tuple[Span, str]], matchers: LayoutMatchers) -> tuple[Turn, ...]:
    """The turns of a transcript by line, or none when the text is no transcript.

    In a conversation two names at least come again, they make most of the turns, and most labels look like names:
    several words, capitals, a time or bold print beside them. Two speakers are enough where every label is sure.
    """
    turns = [turn for at, (span, text) in enumerate(lines) if (turn := _turn(at, span, text, matchers)) is not None]
    if len({turn.name for turn in turns}) > 1 and all(turn.sure for turn in turns):
        return tuple(turns)
    if len(turns) < _TURNS:
        return ()
    counts = Counter(_full(turns))
    again = [count for count in counts.values() if count > 1]
    plain = sum(turn.plain for turn in turns)
    if len(again) < 2 or 2 * sum(again) < len(turns) or 2 * plain > len(turns):
        return ()
    return tuple(turns)


def lasting(turns: Sequence[Turn], lines: int) -> dict[int, int]:
    """By the line that opens it, how many lines below belong to a turn too.

    Between two turns all do, unless there are so many that the conversation must have been left; after the last one
    as many as a turn of this text has had at most, or all when turns fill the text.
    """
    gaps = {one.line: other.line - one.line - 1 for one, other in itertools.pairwise(turns)}
    usual = max((gap for gap in gaps.values() if gap <= _LONGEST), default=0)
    last = turns[-1].line
    usual = _LONGEST if _FILLED * len(turns) >= lines else usual
    return {**{line: gap if gap <= _LONGEST else 0 for line, gap in gaps.items()}, last: min(usual, lines - last - 1)}


def full_names(turns: Sequence[Turn], text: str) -> tuple[str, ...]:
    """For each turn who speaks, named as fully as an earlier turn did: "BLITZER" after "WOLF BLITZER"."""
    return tuple(_quiet(name, text) for name in _full(turns))


def _full(turns: Sequence[Turn]) -> list[str]:
    known: dict[str, str] = {}
    names = []
    for turn in turns:
        full = turn.name if " " in turn.name else known.get(_surname(turn.name), turn.name)
        known.setdefault(_surname(turn.name), full)
        names.append(full)
    return names


def _surname(name: str) -> str:
    return name.casefold().split()[-1]


def _quiet(name: str, text: str) -> str:
    """A name in capitals as people write names; a single short word may be an acronym, unless the text has it small."""
    if not name.isupper():
        return name
    quiet = name.title()
    return quiet if " " in name or len(name) > _ACRONYM or re.search(rf"\b{re.escape(quiet)}\b", text) else name


def _turn(at: int, span: Span, text: str, matchers: LayoutMatchers) -> Turn | None:
    head = text[:_LABEL_LENGTH]
    if ":" not in head:
        return None
    for label in _LABELS:
        match = label.match(head)
        if match is not None and plain_key(match["name"]) not in matchers.header_keys:
            name = match["name"]
            plain = " " not in name and not name.isupper() and match.group() == f"{name}:"
            sure = bool(match.groupdict().get("behind")) or _TITLED.match(name) is not None
            return Turn(at, Span(span.start, span.start + match.end()), name, plain, sure)
    return None
