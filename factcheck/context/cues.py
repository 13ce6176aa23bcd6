"""Cue words as data: a phrase, the direction in which it reaches, and what ends its reach (after ConText).

A cue file holds tables of phrases; all its phrases are compiled into one trie over lower-case words, matched once a
sentence. A pseudo-cue is a longer phrase that says nothing: the longest match at a place wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from factcheck.lemmas import inflections
from factcheck.sentences.tokens import Token
from factcheck.spans import Span

Reach = Literal["forward", "backward", "both"]


@dataclass(frozen=True, slots=True)
class CueTable:
    """Phrases that say one thing. A word with ``~`` stands for all its inflections; ``within`` counts tokens."""

    says: str
    words: tuple[str, ...]
    reach: Reach = "forward"
    within: int = 40
    behind: int | None = None  # how far behind the number it may stand, when that is not ``within``
    subject: bool = True  # whether it tells of its own subject too: "12 tanks will", not "12 senators vow to"
    commas: bool = True  # whether it reaches past a comma
    kinds: tuple[str, ...] = ()  # of figures that it tells of, when not of all
    clauses: int = 0  # how many clauses of its own it may open on the way: 1 for "if", "expects that"


class Hit(NamedTuple):
    """One phrase found among a sentence's tokens: ``[start, stop)``, and the table it is from."""

    start: int
    stop: int
    table: CueTable


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    table: CueTable | None = None


class CueMatcher:
    """All phrases of some tables in one trie."""

    def __init__(self, tables: Iterable[CueTable]) -> None:
        self._root = _Node()
        for table in tables:
            for phrase in table.words:
                self._add([_forms(word) for word in phrase.lower().split()], table)

    def _add(self, words: list[frozenset[str]], table: CueTable) -> None:
        nodes = [self._root]
        for forms in words:
            nodes = [node.children.setdefault(form, _Node()) for node in nodes for form in sorted(forms)]
        for node in nodes:
            if node.table is None:  # the first table that lists a phrase keeps it
                node.table = table

    def find(self, tokens: tuple[Token, ...]) -> Iterator[Hit]:
        """The longest phrase at each place, from left to right, never overlapping."""
        root, stop = self._root.children, 0
        starts = [i for i, token in enumerate(tokens) if token.lower in root]
        for i in starts:
            if i < stop:
                continue  # inside the phrase before
            end, table = self._longest(tokens, i, root[tokens[i].lower])
            if table is not None:
                yield Hit(i, end, table)
                stop = end

    @staticmethod
    def _longest(tokens: tuple[Token, ...], i: int, node: _Node) -> tuple[int, CueTable | None]:
        best: tuple[int, CueTable | None] = (i + 1, node.table)
        j = i + 1
        while j < len(tokens) and (following := node.children.get(tokens[j].lower)):
            node, j = following, j + 1
            if node.table is not None:
                best = (j, node.table)
        return best


def _forms(word: str) -> frozenset[str]:
    plain = word.replace("'", "’") if "'" in word else word
    if word.endswith("~"):
        return inflections(word[:-1])
    return frozenset((word, plain))


_AFTER_TO = tuple("vabhen")


def _closes_quote(tokens: tuple[Token, ...], start: int, stop: int) -> bool:
    """Whether a quotation ends on the way: its words do not reach out of it."""
    return any(
        token.text == "”" or (token.text == '"' and i > 0 and tokens[i - 1].stop == token.start)
        for i, token in enumerate(tokens[start:stop], start)
        if token.text in '”"'
    )


def span_of(tokens: tuple[Token, ...], start: int, stop: int) -> Span:
    """The span of tokens ``[start, stop)`` in the text."""
    return Span(tokens[start].start, tokens[stop - 1].stop)


_CLOCKED = frozenset({"after", "before", "since"})  # "the river will reach its banks after 2 a.m. and crest at 12 feet"
# A new clause on the way from a cue to a number: a subject with its finite verb.
_CLAUSE = re.compile(r"[rnsqw]a*[bhmv]")
_COORDINATE = re.compile(r"c(?:ra*[bhmv]|a*b)")  # "… and there's", "… and it was": nothing reaches past it


@dataclass(frozen=True, slots=True)
class CueFile:
    """The cues of one part of the context, and the words that end their reach."""

    cues: tuple[CueTable, ...]
    terminators: tuple[str, ...] = ()


class Cues:
    """A cue file ready for use: one matcher, and the test whether a phrase reaches a number."""

    def __init__(self, file: CueFile) -> None:
        self._matcher = CueMatcher(file.cues)
        self._terminators = frozenset(file.terminators)

    def find(self, tokens: tuple[Token, ...]) -> tuple[Hit, ...]:
        return tuple(self._matcher.find(tokens))

    def reaches(self, hit: Hit, start: int, stop: int, tokens: tuple[Token, ...], tags: str) -> bool:
        """Whether a phrase reaches the number at tokens ``[start, stop)``: near enough, and nothing ends it before."""
        table = hit.table
        if tokens[hit.stop - 1].lower == "to" and tags[hit.stop : hit.stop + 1] not in _AFTER_TO:
            return False  # "is to" of "the damage is to the cables"
        if hit.stop <= start and table.reach != "backward":
            clauses = max(table.clauses, int(hit.start == 0 and tags[0] == "m"))  # "Can Hale get 60 votes?"
            return start - hit.stop < table.within and self._open(hit.stop, start, tokens, tags, table, clauses)
        if hit.start >= stop and table.reach != "forward":
            near = table.within if table.behind is None else table.behind
            return hit.start - stop < near and self._open(stop, hit.start, tokens, tags, table, 1)
        return table.reach != "backward" and hit.start >= start and hit.stop <= stop

    def _open(self, start: int, stop: int, tokens: tuple[Token, ...], tags: str, table: CueTable, clauses: int) -> bool:
        between = tags[start:stop]
        if "," in between and not table.commas:
            return False
        if (
            ";" in between
            or ("#" in between and stop - start < 4)
            or _closes_quote(tokens, start, stop)
            or _COORDINATE.search(between)
            or len(_CLAUSE.findall(between)) > clauses
        ):
            return False
        return not any(
            token.lower in self._terminators
            and not (at + 1 < stop and token.lower in _CLOCKED and tokens[at + 1].kind == "number")
            for at, token in enumerate(tokens[start:stop], start)
        )
