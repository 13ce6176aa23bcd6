"""What a number counts where no sentence says so: cells of a table, cards, and lists of results.

- ``| Fatalities | 5,322 |`` under ``| Attribute | Value |``: fatalities
- ``| Varda | 12 |`` under ``| Region | Dead |``: dead
- ``12.7 million`` on a line of its own, above ``people in need of aid``: people
- ``Share of votes by region Varda 12% Selk 30% Ombe 8%``: votes
- ``Unity - 331 (36.9%)`` and ``Reform - 232 (30.4%)`` under ``Seats won in Varda:``: seats

What must not match: a number in a sentence, a lone "Smith - 3", a sentence on the line under a number.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from factcheck.context.gazetteer import load_gazetteer
from factcheck.context.model import PERSON, Counted
from factcheck.context.noun_words import nouns
from factcheck.lemmas import noun_lemma, verb_form
from factcheck.quantities import Quantity
from factcheck.sentences.lexicon import lexicon
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary

_REACH = 600  # characters around a line among which what labels it stands
_LONGEST = 90  # characters of a label
_CELLS = re.compile(r" *[|\t] *")
_RESULT = re.compile(
    r"[ \t•*-]*(?P<name>[^\W\d_][^\n\d]{0,60}?)\s*(?:[-–—:]|\.{2,})\s*(?P<number>[0-9][0-9.,]*%?)[^\n]{0,30}$"
)
_HEADING = re.compile(r"[^\W\d_][^\n\d,;]{0,80}:$|#{1,6} [^\n\d]{1,80}$")


def label_of(text: str, quantity: Quantity, vocabulary: Vocabulary) -> Counted | None:
    """What labels the number in the layout of the text, or None where nothing does."""
    if quantity.cell is not None:
        return _of_row(text, quantity, *quantity.cell, vocabulary)
    low = text.rfind("\n", 0, quantity.span.start) + 1
    high = text.find("\n", quantity.span.stop)
    line = text[low : len(text) if high < 0 else high]
    if len(line) > _REACH:
        return None
    if "|" in line or "\t" in line:
        return _of_cell(text, low, line, quantity, vocabulary)
    if line.strip(" *_#") == quantity.span.of(text).strip() or line.strip() == _with_unit(text, quantity):
        return _of_card(text, low + len(line), vocabulary)
    return _of_result(text, low, line, vocabulary)


def _with_unit(text: str, quantity: Quantity) -> str:
    stop = quantity.unit_span.stop if quantity.unit_span else quantity.span.stop
    return text[quantity.span.start : stop].strip()


def _of_cell(text: str, low: int, line: str, quantity: Quantity, vocabulary: Vocabulary) -> Counted | None:
    """By the head of its column, or of its row where the column's says nothing."""
    cells = _CELLS.split(line.strip().strip("|").strip())
    before = line[: quantity.span.start - low].lstrip().removeprefix("|")
    at = len(_CELLS.findall(before))
    if at >= len(cells) or len(cells) < 2 or _words(cells[at].replace(quantity.span.of(text), "")):
        return None
    head = _column_head(text, low, at, len(cells))
    if head and head.lower() not in nouns(vocabulary).headings:
        return _counted(head, vocabulary)
    row = next((cell for cell in cells[:at] if _words(cell)), "")
    return _counted(row, vocabulary) if row else None


def _of_row(text: str, quantity: Quantity, row: Span, table: Span, vocabulary: Vocabulary) -> Counted | None:
    """By what the words before a table in running text measure, or by the label of the row where that is no name."""
    before = re.split(r"\n\n|[.!?]\s", text[max(0, table.start - _REACH) : table.start])[-1].lower()
    words, label = nouns(vocabulary), row.of(text)
    measures = re.compile(rf"\b(?:{'|'.join(sorted(words.shares | words.numbers))})s? of (?:all |the )?([^.:;\d]+)")
    changes = [word for word in re.findall(r"\w+", before) if word in words.changes and quantity.kind == "percent"]
    found = [*changes, *measures.findall(before)]
    told = _counted(found[-1], vocabulary) if found else None
    if told is None and noun_lemma(label.lower()) != label.lower() and not load_gazetteer(vocabulary).find(label):
        return _counted(label, vocabulary)  # "Homes 12 Schools 3 Bridges 2"
    return replace(told, qualifiers=(*told.qualifiers, label.lower())) if told is not None else None


def _column_head(text: str, low: int, at: int, size: int) -> str:
    """The cell above in the first line of the table, where that line holds no number."""
    first = ""
    for line in reversed(text[max(0, low - _REACH) : low].split("\n")[:-1]):
        if "|" not in line and "\t" not in line:
            break
        first = line
    cells = _CELLS.split(first.strip().strip("|").strip())
    plain = len(cells) == size and not any(any(letter.isdigit() for letter in cell) for cell in cells)
    return cells[at].strip(" *_") if plain and at < len(cells) else ""


def _of_card(text: str, stop: int, vocabulary: Vocabulary) -> Counted | None:
    """By the line below: short, without a number, no sentence."""
    below = next((line.strip(" *_#") for line in text[stop : stop + _REACH].split("\n") if line.strip()), "")
    label = len(below) <= _LONGEST and _words(below) and not any(letter.isdigit() for letter in below)
    return _counted(below, vocabulary) if label and below[-1] not in ".!?:" else None


def _of_result(text: str, low: int, line: str, vocabulary: Vocabulary) -> Counted | None:
    """By the heading above a list of two results or more, unless it only says that figures follow."""
    result, others, heading = _results(text, low, line)
    found = _counted(heading.strip("# :"), vocabulary) if result and heading and others else None
    if result is None or found is None or f"{found.head}s" in nouns(vocabulary).headings:
        return None
    return Counted(found.text, found.head, (*found.qualifiers, result["name"].strip().lower()))


def in_results(text: str, span: Span) -> bool:
    """Whether a line is one of a list of results, so that the name it begins with is none of who says so."""
    result, others, _ = _results(text, span.start, span.of(text))
    return result is not None and others > 0


def _results(text: str, low: int, line: str) -> tuple[re.Match[str] | None, int, str]:
    """A line as a result, how many more there are in its list, and the heading above them."""
    result = _RESULT.match(line)
    if result is None:
        return None, 0, ""
    others, heading = 0, ""
    for above in reversed(text[max(0, low - _REACH) : low].split("\n")):
        if _RESULT.match(above):
            others += 1
        elif above.strip():
            heading = above.strip() if _HEADING.match(above.strip()) else ""
            break
    below = text[low + len(line) : low + len(line) + _REACH].split("\n")
    return result, others + sum(_RESULT.match(after) is not None for after in below[:4]), heading


def _words(cell: str) -> bool:
    return any(letter.isalpha() for letter in cell)


def _counted(label: str, vocabulary: Vocabulary) -> Counted | None:
    """The noun of a label: "internally displaced people" -> people."""
    said = _behind(vocabulary).split(label.strip(" *_-–—:"), maxsplit=1)[0].strip()
    words = re.findall(r"[^\W\d_][\w'’-]*", said.lower())
    if not words:
        return None
    done = verb_form(words[-1])
    past = len(words) > 1 and done is not None and bool(done.forms & {"past", "participle"})
    if past and done is not None and (words[-1] != done.base or words[-2].endswith("s")):
        words.pop()  # "homes destroyed", "votes cast"
    state = verb_form(words[-1])
    known = nouns(vocabulary)
    if words[-1] in known.harmed or (state is not None and state.base in lexicon(vocabulary).words("befalling")):
        return Counted(" ".join(words), PERSON)
    head = noun_lemma(words[-1])
    if head in known.plain_persons or head in known.events:
        head = PERSON
    return Counted(" ".join(words), head, tuple(words[:-1][-2:]))


@functools.lru_cache(maxsize=4)
def _behind(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Where the noun of a label has been said: "people | in need", "seats | won"."""
    return re.compile(rf"\s+(?:{'|'.join(sorted(nouns(vocabulary).label_ends))})\b|[,(:;]")
