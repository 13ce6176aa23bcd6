"""The blocks of a page: title, headings, paragraphs, bullets, and the lines around them that are no text.

Line by line and linear in the text. A line is a paragraph unless it is surely something else; lines that were wrapped
at a fixed width are joined again, so that no sentence is cut.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from factcheck.documents.dates import find_date
from factcheck.documents.furniture import is_credit, is_furniture, menus, teasers_inside
from factcheck.documents.layout_words import LayoutMatchers, layout_matchers, plain_key
from factcheck.documents.lines import Line, text_lines
from factcheck.documents.model import SILENT, Block, BlockKind
from factcheck.documents.turns import Turn, find_turns, full_names, lasting
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary

_PREFIX_DATE = re.compile(r"\s*date\s+\d{4}-\d{2}-\d{2}\s")
_BULLET = re.compile(r"(?:[•▪◦‣·⦁●■–—*+-]|\*\*|--|\d{1,2}[.)])\s+\S")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S")
_BOLD_KEY = re.compile(r"[*+-] (?P<marks>\*\*|__)[A-Za-z][\w -]{0,30}(?:(?P=marks):|:(?P=marks)) ")
_LETTER = re.compile(r"[^\W\d_]")
_NAME = r"[A-Z][\w'’.-]+(?:\s+(?:[A-Z]\.?|[A-Z][\w'’-]+|de|von|van|al|bin)){1,3}"
_NAMES = re.compile(rf"{_NAME}(?:(?:,\s+and|,|\s+and|\s+&)\s+{_NAME})*")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?")
_MARKS = re.compile(r"[^\w'’.-]+")
_QUESTION = re.compile(
    r"(?:what|who|why|when|where|how|which|is|are|was|were|do|does|did|can|could|will|would|should|has|have)\b", re.I
)
_PLACE = re.compile(r"[A-Z][A-Z'’-]+(?![\w])")
_CLOSING = "\"'”’)]»"

SHORT = 300  # characters; only lines this short are looked at closely
HEADING = 110
TITLE = 220
TOP = 60  # lines of furniture that may stand above a title
DATELINE = 60  # characters from the place to the end of the date
HEADER_LINES = 6  # how far down dates and author names of a header may stand


def find_blocks(text: str, vocabulary: Vocabulary, *, titled: bool = False) -> tuple[Block, ...]:
    """The blocks of ``text`` in order; lines without letters or digits are in none.

    ``titled`` tells that the title is known from elsewhere and that none of these lines is it.
    """
    matchers = layout_matchers(vocabulary)
    blocks: list[Block] = []
    at = 0
    front = front_matter(text)
    if front is not None:
        blocks.append(Block(front, "metadata"))
        at = front.stop
    elif prefix := _PREFIX_DATE.match(text):
        blocks.append(Block(Span(0, prefix.end() - 1), "metadata"))
        at = prefix.end()
    lines = list(text_lines(text, at))
    turns = find_turns([(line.span, line.text) for line in lines], matchers)
    titled = titled or (bool(blocks) and front is None)
    if turns:
        blocks.extend(_spoken(text, lines, turns, matchers))
    else:
        blocks.extend(_joined(lines, _kinds(lines, matchers, titled=titled), matchers))
    return tuple(blocks)


def _spoken(text: str, lines: Sequence[Line], turns: Sequence[Turn], matchers: LayoutMatchers) -> Iterator[Block]:
    """The blocks of a transcript: the label of a turn is a block of its own, what is said carries the name."""
    opened = dict(zip((turn.line for turn in turns), zip(turns, full_names(turns, text), strict=True), strict=True))
    below = lasting(turns, len(lines))
    speaker, until = None, -1
    for at, (line, kind) in enumerate(zip(lines, _kinds(lines, matchers, titled=False), strict=True)):
        if at in opened:
            turn, speaker = opened[at]
            yield Block(turn.label, "turn", speaker)
            until = at + below[at]
            said = _past_space(text, Span(turn.label.stop, line.span.stop))
            if said is not None:
                yield Block(said, "paragraph", speaker)
        elif kind in SILENT or kind in ("title", "heading"):
            yield Block(line.span, kind)
        elif kind is not None:
            yield Block(line.span, kind, speaker if at <= until else None)


def _past_space(text: str, span: Span) -> Span | None:
    """A span without the white space it begins with; ``None`` where there is nothing else in it."""
    rest = span.of(text).lstrip()
    return Span(span.stop - len(rest), span.stop) if rest else None


def front_matter(text: str) -> Span | None:
    """The place of a Markdown front matter (``---`` lines around ``key: value``), if the text begins with one."""
    match = re.match(r"---[ \t]*\r?\n(?:[^\r\n]*\r?\n){0,60}?---[ \t]*(?:\r?\n|$)", text)
    return Span(0, match.end()) if match and re.search(r"^\w[\w -]*:", match.group(), re.M) else None


def _kinds(lines: Sequence[Line], matchers: LayoutMatchers, *, titled: bool) -> list[BlockKind | None]:
    labelled = labelled_lines(lines, matchers)
    unread = menus(lines, matchers)
    header = next(index for index in range(len(lines) + 1) if index not in labelled)
    title = None if titled or header else _title_index(lines, matchers, unread)
    kinds: list[BlockKind | None] = []
    for index, line in enumerate(lines):
        near_top = index - header < HEADER_LINES
        last = index + 1 == len(lines)
        if index in labelled:
            kinds.append("metadata")
        elif index in unread:
            kinds.append("furniture")
        elif index == title:
            kinds.append("title")
        else:
            kinds.append(line_kind(line.text, matchers, near_top=near_top, last=last))
    return kinds


def labelled_lines(lines: Sequence[Line], matchers: LayoutMatchers) -> frozenset[int]:
    """The lines ``Key: value`` with a known key of the block that scrapers and people put above or below a text.

    A single such line is none, nor are several with one key (they may credit pictures), unless a title is given on
    the first line. In a list whose keys are all in bold, a line between two known ones is one whatever its key.
    """
    found: set[int] = set()
    for run in _labelled_runs(lines, matchers):
        keys = {label_key(lines[at].text) for at in run}
        several = len(keys) > 1 and (run[0] <= HEADER_LINES or run[-1] + 1 == len(lines))
        if several or (run == [0] and lines[0].text.lower().startswith(matchers.words.header.title)):
            headed = run[0] > 0 and lines[run[0] - 1].text.startswith("##")  # "## Metadata"
            found.update(range(run[0] - headed, run[-1] + 1))
    return frozenset(found)


def _labelled_runs(lines: Sequence[Line], matchers: LayoutMatchers) -> Iterator[list[int]]:
    """The known lines of each run of labelled ones, from one that is known to one that is."""
    run: list[int] = []
    for index, line in enumerate(lines):
        if is_labelled(line.text, matchers):
            run.append(index)
        elif run and not _BOLD_KEY.match(line.text):
            yield run
            run = []
    if run:
        yield run


def is_labelled(line: str, matchers: LayoutMatchers) -> bool:
    """Whether a line is ``Key: value`` with a key that tells something of a document."""
    key, colon, value = line.lstrip("*_>- ").partition(":")
    return bool(colon and value.strip()) and len(line) <= SHORT and plain_key(key.strip(" *_")) in matchers.header_keys


def label_key(line: str) -> str:
    """The key of such a line, without its spelling."""
    return plain_key(line.lstrip("*_>- ").partition(":")[0].strip(" *_"))


def could_be_title(line: str, matchers: LayoutMatchers) -> bool:
    """Whether a line may be a headline: it is short, and no sentence, label, credit or furniture."""
    kind = line_kind(line, matchers, near_top=False, last=False)
    headline = kind in ("heading", "paragraph") and len(line) <= TITLE and _ends_like_title(line)
    return headline and bool(_LETTER.search(line)) and not is_labelled(line, matchers)


def _title_index(lines: Sequence[Line], matchers: LayoutMatchers, unread: frozenset[int]) -> int | None:
    """The line that is the title: the first that is text, when it ends like one or stands above a date."""
    for index, line in enumerate(lines[:TOP]):
        kind = "furniture" if index in unread else line_kind(line.text, matchers, near_top=False, last=False)
        if kind == "furniture" and matchers.genre.match(line.text):
            kind = "heading"
        if kind in ("furniture", "metadata", None):
            continue
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        if not below or len(line.text) > TITLE or opens_with_dateline(line.text):
            return None
        if _MARKDOWN_HEADING.match(line.text) or is_date_line(below, matchers):
            return index
        return index if _ends_like_title(line.text) and kind in ("heading", "paragraph") else None
    return None


def opens_with_dateline(line: str) -> bool:
    """Whether a line begins as the text of an agency does: a place in capitals, and a day near to it."""
    place = _PLACE.match(line)
    return place is not None and find_date(line, place.end(), place.end() + DATELINE) is not None


def _ends_like_title(line: str) -> bool:
    return not line.rstrip(_CLOSING).endswith((".", ":", ";", ",", "…")) and line[0] not in "•*-|"


def line_kind(line: str, matchers: LayoutMatchers, *, near_top: bool, last: bool) -> BlockKind | None:
    """What one line is, by itself; ``None`` for a rule of dashes and the like."""
    if len(line) > 2 * SHORT:
        return "bullet" if _BULLET.match(line) else "paragraph"
    lower = line.lower()
    if len(line) <= SHORT:
        if not _LETTER.search(line) and not any(c.isdigit() for c in line):
            return None
        if is_date_line(line, matchers) or (near_top and _is_dated_byline(line, matchers)):
            return "metadata"
        if is_furniture(line, matchers) or matchers.genre.match(line):
            return "furniture"
        if _is_byline(line, lower, matchers, near_top=near_top) or is_credit(line, lower, matchers):
            return "byline"
    if lower.startswith(matchers.words.caption.starts) or matchers.credit.search(lower, max(0, len(lower) - 120)):
        return "caption"
    if _BULLET.match(line):
        return "bullet"
    if _MARKDOWN_HEADING.match(line) or (not last and _is_heading(line)):
        return "heading"
    return "paragraph"


def is_date_line(line: str, matchers: LayoutMatchers) -> bool:
    """Whether a line says when it was published or changed, and nothing else but how long it is or how often seen."""
    if len(line) > 100:
        return False
    lower = line.lower()
    rest = _without_dates(lower)
    if rest == lower and not lower.startswith(matchers.words.dateline.later):
        return False
    rest = matchers.dateline_word.sub("", re.sub(r"(\d)([ap]\.?m)", r"\1 \2", rest))
    return not _LETTER.search(rest if rest == lower else matchers.furniture_phrase.sub("", rest))


def _without_dates(lower: str) -> str:
    while (found := find_date(lower)) is not None:
        lower = lower[: found.span.start] + " " + lower[found.span.stop :]
    return lower


def _is_dated_byline(line: str, matchers: LayoutMatchers) -> bool:
    """Whether a line holds a whole date and names, and no other number: "Tarn Herald, 4 March 2031"."""
    signed = (
        "@" in line or not line[0].isalnum()
    )  # "— Ann Example (@ann) March 4, 2031" is who posted what stands above
    found = find_date(line) if len(line) <= 100 and not signed else None
    if found is None or line.rstrip(_CLOSING).endswith((".", "?", "!", ":")):
        return False
    rest = _CLOCK.sub(" ", line[: found.span.start] + " " + line[found.span.stop :])
    rest = matchers.dateline_word.sub(" ", re.sub(r"\b(?:by|for|in|of|the|and)\b", " ", rest))
    words = _MARKS.sub(" ", rest).split()
    return not any(c.isdigit() for c in rest) and all(word[0].isupper() for word in words)


def _is_byline(line: str, lower: str, matchers: LayoutMatchers, *, near_top: bool) -> bool:
    if lower.endswith(matchers.words.byline.ends):
        return True
    if lower.startswith(matchers.words.byline.starts):
        return not line.endswith((".", "?")) and len(line) < 120 and (lower[:3] != "by " or bool(_NAMES.match(line, 3)))
    return near_top and len(line) < 100 and bool(_NAMES.fullmatch(line))


def _is_heading(line: str) -> bool:
    if len(line) > HEADING or not (line[0].isupper() or line[0].isdigit() or line[0] in "\"'“‘"):
        return False
    if line.endswith("?"):
        return bool(_QUESTION.match(line)) and "“" not in line and '"' not in line
    return line[-1].isalnum() or (line[-1] in "'’)" and not line[:-1].endswith((".", ",", "!", "?")))


def _without_teasers(line: Line, kind: BlockKind, matchers: LayoutMatchers) -> Iterator[Block]:
    """The block of a line, parted where a teaser stands in brackets among its sentences."""
    teasers = teasers_inside(line.text, matchers) if kind not in SILENT else []
    if not teasers:
        yield Block(line.span, kind)
        return
    at = line.span.start
    for start, stop in teasers:
        yield from _said(line, at, line.span.start + start, kind)
        at = line.span.start + stop
        yield Block(Span(line.span.start + start, at), "furniture")
    yield from _said(line, at, line.span.stop, kind)


def _said(line: Line, start: int, stop: int, kind: BlockKind) -> Iterator[Block]:
    """A block from an offset to another, without the white space at its ends; none where nothing is left."""
    text = line.text[start - line.span.start : stop - line.span.start]
    if text.strip():
        start += len(text) - len(text.lstrip())
        yield Block(Span(start, start + len(text.strip())), kind)


def _joined(lines: Sequence[Line], kinds: Sequence[BlockKind | None], matchers: LayoutMatchers) -> Iterator[Block]:
    """One block for each line, but one for a paragraph or bullet that was wrapped over several."""
    index = 0
    while index < len(lines):
        stop = index + 1
        while stop < len(lines) and not lines[stop].after_blank:
            stop += 1
        if _is_wrapped(lines[index:stop]):
            yield from _wrapped_blocks(lines[index:stop], kinds[index:stop])
        else:
            for line, kind in zip(lines[index:stop], kinds[index:stop], strict=True):
                if kind is not None:
                    yield from _without_teasers(line, kind, matchers)
        index = stop


def _is_wrapped(chunk: Sequence[Line]) -> bool:
    """Whether lines that stand together were wrapped: all of much the same width, and sentences run over their ends."""
    widths = [len(line.text) for line in chunk[:-1]]
    if not widths or max(widths) > 120 or max(widths) < 40:
        return False
    runs_over = sum(
        1
        for line, below in itertools.pairwise(chunk)
        if below.text[0].islower() and line.text[-1] not in ".!?:" and not _BULLET.match(below.text)
    )
    near = sum(1 for width in widths if width > 0.7 * max(widths))
    return runs_over > 0 and 2 * near >= len(widths)


def _wrapped_blocks(chunk: Sequence[Line], kinds: Sequence[BlockKind | None]) -> Iterator[Block]:
    span, kind = chunk[0].span, kinds[0]
    for line, line_kind_ in zip(chunk[1:], kinds[1:], strict=True):
        if line_kind_ in ("bullet", "metadata", "title"):
            if kind is not None:
                yield Block(span, kind)
            span, kind = line.span, line_kind_
        else:
            span = span.joined(line.span)
            kind = "bullet" if kind == "bullet" else "paragraph"
    if kind is not None:
        yield Block(span, kind)
