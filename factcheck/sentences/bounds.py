"""Where a sentence starts and ends, found only in blocks that hold a numeral or stand near one."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right

from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary, toml_table


@toml_table
class Abbreviations:
    """Words whose full stop does not end a sentence, or does so only before a plain new start."""

    titles: frozenset[str]
    closing: frozenset[str]
    starters: frozenset[str]
    said: frozenset[str]


# The end of a sentence, or an abbreviation's stop. A missing space after the stop ("killed.The") is forgiven between a
# lower-case word and a capitalised one; "U.S.-led" and "example.com" are neither. Of a run of marks only the first
# opens it, so that a wall of full stops costs no more than other text.
_END = re.compile(r"[.!?…](?<![.!?…]{2})(?:[.!?…]*[\"'”’)\]»]*(?=\s|$)|(?<=[a-z]{2}[.!?])”?(?=[A-Z][a-z]))")
_CLOSING_QUOTES = "\"'”’»"
_SPACE = re.compile(r"\s")
LONGEST = 1500  # characters of a sentence; longer ones are none
PIECE = 400  # characters of what such a run is cut into
_OPENING = "\"'“‘([«•-–—"


@functools.lru_cache(maxsize=64)
def _ends(text: str, block: Span, vocabulary: Vocabulary) -> list[int]:
    """Where the sentences of a block end, its own end left out; found once a block."""
    found = _END.finditer(text, block.start, block.stop)
    return [match.end() for match in found if match.end() < block.stop and _ends_sentence(text, match, vocabulary)]


def sentence_span(text: str, position: int, block: Span, vocabulary: Vocabulary) -> Span:
    """The bounds of the sentence of ``block`` that holds ``position``, without white space around it."""
    ends = _ends(text, block, vocabulary)
    at = bisect_right(ends, position)
    start = ends[at - 1] if at else block.start
    stop = ends[at] if at < len(ends) else block.stop
    if stop - start > LONGEST:
        start, stop = _piece(text, position, Span(start, stop), block)
    return _trimmed(text, start, stop)


def sentence_spans(text: str, block: Span, vocabulary: Vocabulary) -> list[Span]:
    """The sentences of a block, one behind the other."""
    found: list[Span] = []
    at = block.start
    while at < block.stop:
        if text[at].isspace():
            at += 1
            continue
        span = sentence_span(text, at, block, vocabulary)
        found.append(Span(at, max(span.stop, at + 1)))
        at = found[-1].stop
    return found


def _piece(text: str, position: int, bounds: Span, block: Span) -> tuple[int, int]:
    """A short piece of a run without ends, the same one for all positions in it: a table, a list, a wall of numbers.

    Nothing of it is a sentence, and work on it must not grow with the square of its length.
    """
    grid = block.start + (position - block.start) // PIECE * PIECE
    start, stop = _space_after(text, grid, block), _space_after(text, grid + PIECE, block)
    if position < start:
        start, stop = _space_after(text, grid - PIECE, block), start
    return max(start, bounds.start), min(stop, bounds.stop)


def _space_after(text: str, at: int, block: Span) -> int:
    """The first white space at or soon after a place, so that no word is cut."""
    if not block.start < at < block.stop:
        return min(max(at, block.start), block.stop)
    space = _SPACE.search(text, at, min(at + 80, block.stop))
    return space.start() if space else at


_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
_LAST_WORD = re.compile(r"(?:[^\W_](?:[\w-]|\.(?=\w))*)$")


def _ends_sentence(text: str, end: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether the marks at ``end`` close a sentence rather than an abbreviation or an initial."""
    following = text[end.end() : end.end() + 40].lstrip()
    if not following:
        return True
    first = following.lstrip(_OPENING + " ")[:1]
    if first.islower():
        return False
    known = vocabulary.bind("sentences", Abbreviations)
    if not end.group().startswith("."):
        return not (end.group()[-1] in _CLOSING_QUOTES and _is_attributed(following, known))
    low = max(0, end.start() - 30)
    before = _LAST_WORD.search(text, max(low, text.rfind(" ", low, end.start()) + 1), end.start())
    if before is None:
        return True
    word = before.group().lower()
    if word in known.titles or (len(word) == 1 and word.isalpha() and before.group().isupper()):
        return len(end.group()) > 1 and not first.isalnum()
    if word in known.closing or _INITIALS.fullmatch(word):
        return _plain_start(following, known)
    return True


def _is_attributed(following: str, known: Abbreviations) -> bool:
    """Whether a question in quotation marks goes on with its speaker: “Who knew?” Mr. Baker asked."""
    return any(word.strip(".,:") in known.said for word in following.split(None, 4)[1:4])


def _plain_start(following: str, known: Abbreviations) -> bool:
    """Whether a text after an abbreviation plainly starts a sentence: an opening mark or a common first word."""
    first = following.split(None, 1)[0]
    return first[0] in '"“‘(' or (first.strip(",.").lower() in known.starters)


def _trimmed(text: str, start: int, stop: int) -> Span:
    rest = text[start:stop].lstrip()
    return Span(stop - len(rest), stop - len(rest) + len(rest.rstrip()))
