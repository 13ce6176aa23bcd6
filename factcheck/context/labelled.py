"""What a number counts in a cell of a table: what the head of its column says, or of its row.

- ``| Fatalities | 5,322 |`` under ``| Attribute | Value |``: fatalities
- ``| Varda | 12 |`` under ``| Region | Dead |``: dead
"""

from __future__ import annotations

import functools
import re

from factcheck.context.model import Counted
from factcheck.context.noun_words import nouns
from factcheck.lemmas import noun_lemma, verb_form
from factcheck.quantities import Quantity
from factcheck.vocabulary import Vocabulary

_REACH = 600  # characters of a line, and before it, among which the head of its column stands
_CELLS = re.compile(r" *[|\t] *")
_PERSON = "person"


def label_of(text: str, quantity: Quantity, vocabulary: Vocabulary) -> Counted | None:
    """What labels a number in a table: the head of its column, or of its row where the column's says nothing."""
    low, high = text.rfind("\n", 0, quantity.span.start) + 1, text.find("\n", quantity.span.stop)
    line = text[low : len(text) if high < 0 else high]
    if len(line) > _REACH or not ("|" in line or "\t" in line):
        return None
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
    if words[-1] in known.harmed or (state is not None and state.base in known.befalling):
        return Counted(" ".join(words), _PERSON)
    head = noun_lemma(words[-1])
    if head in known.plain_persons or head in known.events:
        head = _PERSON
    return Counted(" ".join(words), head, tuple(words[:-1][-2:]))


@functools.lru_cache(maxsize=4)
def _behind(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Where the noun of a label has been said: "people | in need", "seats | won"."""
    return re.compile(rf"\s+(?:{'|'.join(sorted(nouns(vocabulary).label_ends))})\b|[,(:;]")
