"""What every part of the context sees: one sentence with its tokens and quantities, inside its document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from factcheck.context.calendar import dates, matcher, named_span
from factcheck.context.dateline import behind_dateline
from factcheck.context.once import kept, once
from factcheck.documents import SILENT, Block, Document
from factcheck.quantities import Kind, Quantity, Seen
from factcheck.sentences.bounds import LONGEST, sentence_span
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import lexicon
from factcheck.sentences.sentence import Sentence as Read
from factcheck.sentences.sentence import read_sentence
from factcheck.sentences.tokens import Token, tokenize
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary

_TIMES = frozenset({"date", "year", "years", "clock time", "decade"})  # what a number that is no figure was seen as


@dataclass(eq=False)
class SentenceView:
    """One sentence that holds quantities."""

    document: Document
    vocabulary: Vocabulary
    block: Block
    span: Span  # of the sentence
    quantities: tuple[Quantity, ...]  # those of this sentence, in text order
    among: Views  # the sentences of its document
    place: int  # the index of its block among those that are read
    first: int = 0  # index of its first quantity among those of the document
    seen: tuple[Seen, ...] = ()  # what only looks like a figure in it
    pieces: tuple[Span, ...] = ()  # what is read of it, where that is not all
    memo: dict[Any, Any] = field(default_factory=dict)  # what is `kept` of it

    @once
    def read(self) -> Read:
        """The sentence as words, groups and clauses; read at the first request."""
        numbers = [quantity.span for quantity in self.quantities]
        phrases = [span for match, _ in self.dates if (span := named_span(match)) is not None]
        seen = [s.span for s in self.seen if s.why in _TIMES and not any(s.span.overlaps(span) for span in phrases)]
        timed = sorted(
            span
            for span in (*phrases, *seen)
            if span.start >= self._start and not any(n.overlaps(span) for n in numbers)
        )
        return read_sentence(self.document.text, self.span, numbers, timed, self.vocabulary, self.tokens)

    @once
    def before(self) -> SentenceView | None:
        """The sentence before this one in the document."""
        return self.among.neighbour(self, -1)

    @once
    def behind(self) -> SentenceView | None:
        """The sentence after this one in the document."""
        return self.among.neighbour(self, 1)

    def walk(self, step: int, far: int) -> Iterator[SentenceView]:
        """So many sentences on from this one (1) or back (-1), the nearest first."""
        other = self.behind if step > 0 else self.before
        for _ in range(far):
            if other is None:
                return
            yield other
            other = other.behind if step > 0 else other.before

    def index(self, quantity: Quantity) -> int:
        """The index of a quantity among those of this sentence."""
        return self._indices[id(quantity)]

    @once
    def _indices(self) -> dict[int, int]:
        return {id(quantity): i for i, quantity in enumerate(self.quantities)}

    def twin(self, index: int) -> int | None:
        """The quantity that the one at ``index`` only says once more, in other units: "40 km (25 miles)"."""
        restated = self.quantities[index].restates
        other = None if restated is None else index - (self.first + index - restated)
        return other if other is not None and 0 <= other < len(self.quantities) and other != index else None

    @once
    def dates(self) -> list[tuple[re.Match[str], int]]:
        """The phrases of time, each with the place of the word that tells it for one; found once."""
        words = matcher(self.vocabulary)
        if words.telling.search(f" {self.text}".lower()) is None:
            return []  # not even cut into tokens
        return dates(self.tokens, self.document.text, words)

    def group(self, quantity: Quantity) -> Group | None:
        """The group of words that a quantity of this sentence stands in."""
        return self.read.number_groups.get(self._indices[id(quantity)])

    def quantity_in(self, group: Group) -> Quantity | None:
        """The quantity that is the plain number of a group."""
        index = self.read.words[group.number].number if group.number >= 0 else -1
        return self.quantities[index] if index >= 0 else None

    @kept()
    def path(self, quantity: Quantity) -> Sequence[tuple[Clause, str]]:
        """The clauses from a quantity out to the sentence's root, each with the role of what hangs in it."""
        group = self.group(quantity)
        return () if group is None else self.read.path(group)

    @kept()
    def clause(self, quantity: Quantity) -> Clause | None:
        """The clause that a quantity stands in."""
        path = self.path(quantity)
        return path[0][0] if path else None

    @once
    def prepositions(self) -> frozenset[str]:
        """Those of its groups."""
        return frozenset([group.preposition for group in self.read.groups])

    @once
    def tokens(self) -> tuple[Token, ...]:
        """The words and marks of the sentence, without the dateline of a report."""
        if not self.pieces:
            return tokenize(self.document.text, self._start, self.span.stop)
        return tuple(token for piece in self.pieces for token in tokenize(self.document.text, *piece))

    @once
    def lowers(self) -> list[str]:
        """The tokens in lower case."""
        return [token.lower for token in self.tokens]

    def may_hold(self, *classes: str) -> bool:
        """Whether any token can be a word of some classes, which costs much less to tell than to read the sentence."""
        return not self.lemmas.isdisjoint(lexicon(self.vocabulary).words(*classes))

    @once
    def lemmas(self) -> frozenset[str]:
        """All that any token can be a form of."""
        return frozenset().union(*map(lexicon(self.vocabulary).lemmas, self.lowers))

    @once
    def _start(self) -> int:
        start = self.span.start
        if start == self.block.span.start:
            start = behind_dateline(self.document.text, self.span, self.vocabulary)
        return self.span.start if any(quantity.span.start < start for quantity in self.quantities) else start

    @once
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @property
    def text(self) -> str:
        return self.span.of(self.document.text)

    def token_index(self, offset: int) -> int:
        """The index of the token that holds ``offset``, or of the last one before it (-1 when there is none)."""
        return bisect_right(self._token_starts, offset) - 1

    def after(self, quantity: Quantity) -> int:
        """The index of the first token after a quantity's number (its unit's words are still ahead)."""
        return bisect_right(self._token_starts, quantity.number.stop - 1)


class Views:
    """The sentences of one document that hold quantities, each made once, and their neighbours on request."""

    def __init__(
        self, document: Document, vocabulary: Vocabulary, quantities: Sequence[Quantity], seen: Sequence[Seen] = ()
    ) -> None:
        self._document, self._vocabulary, self._quantities = document, vocabulary, quantities
        self._seen, self._seen_starts = seen, [one.span.start for one in seen]
        self._blocks = [block for block in document.blocks if block.kind not in SILENT]
        self._block_starts = [block.span.start for block in self._blocks]
        self._starts = [quantity.span.start for quantity in quantities]
        self._views: dict[int, SentenceView] = {}  # by start of the sentence
        self._known_starts: list[int] = []  # the starts of those, sorted
        self._cells: dict[int, SentenceView] = {}  # of cells of tables in running text
        self._last: SentenceView | None = None

    def of(self, quantity: Quantity) -> SentenceView | None:
        """The sentence of a quantity; ``None`` when it lies outside all blocks."""
        if self._last is None or not self._last.span.holds(quantity.span):
            self._last = self.at(quantity.number.start)
        if self._last is None or quantity.cell is None:
            return self._last
        return self._of_cell(quantity, *quantity.cell, self._last)

    def _of_cell(self, quantity: Quantity, row: Span, table: Span, held: SentenceView) -> SentenceView:
        """A cell of a table in running text: read with the words before the table and its label, without the others."""
        at, start = quantity.span.start, self._sentence(table.start, held.block).start
        first = self._quantities[bisect_left(self._starts, start)]
        caption = Span(start, min(table.start, first.cell[1].start if first.cell else first.span.start))
        return self._cells.setdefault(
            at,
            replace(
                held,
                span=Span(min(start, held.span.start), held.span.stop),
                quantities=(quantity,),
                first=bisect_left(self._starts, at),
                seen=(),
                pieces=(caption, row, quantity.span),
                memo={},
            ),
        )

    def at(self, position: int) -> SentenceView | None:
        """The sentence that holds a position of the text."""
        near = bisect_right(self._known_starts, position) - 1
        if near >= 0 and position < (made := self._views[self._known_starts[near]]).span.stop:
            return made
        index = bisect_right(self._block_starts, position) - 1
        if index < 0 or position >= self._blocks[index].span.stop:
            return None
        block = self._blocks[index]
        span = self._unbroken(self._sentence(position, block), block)
        known = self._views.get(span.start)
        if known is None or known.span != span:
            if known is None:
                insort(self._known_starts, span.start)
            known = self._views[span.start] = self._view(block, index, span)
        return known

    def _unbroken(self, span: Span, block: Block) -> Span:
        """A sentence joined with those next to it where a quantity runs across its bounds ("c. 5,000")."""
        while span.stop - span.start <= LONGEST:
            first, last = self._across(span.start, block), self._across(span.stop, block)
            start = span.start if first is None else self._sentence(first.span.start, block).start
            stop = span.stop if last is None else self._sentence(last.span.stop - 1, block).stop
            if (start, stop) == span:
                break
            span = Span(start, stop)
        return span

    def _across(self, offset: int, block: Block) -> Quantity | None:
        """The quantity of a block that begins before an offset and ends after it."""
        at = bisect_left(self._starts, offset) - 1
        found = self._quantities[at] if at >= 0 else None
        return found if found is not None and found.span.stop > offset and block.span.holds(found.span) else None

    def _sentence(self, position: int, block: Block) -> Span:
        return sentence_span(self._document.text, position, block.span, self._vocabulary)

    def _view(self, block: Block, index: int, span: Span) -> SentenceView:
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.stop)
        held = tuple(self._quantities[low:high])
        seen = tuple(self._seen[bisect_left(self._seen_starts, span.start) : bisect_left(self._seen_starts, span.stop)])
        return SentenceView(self._document, self._vocabulary, block, span, held, self, index, low, seen)

    def forget(self) -> None:
        """Let go of all that is known of the sentences: they hold each other, and so would stay until Python looks for
        cycles, while memory fills with what nobody asks for any more."""
        for view in (*self._views.values(), *self._cells.values()):
            for group in view.read.groups if "read" in vars(view) else ():
                group.prior = group.next = group.under = group.clause = None
            vars(view).clear()

    def alike(self, quantity: Quantity) -> list[Quantity]:
        """The quantities of the document that have the kind and the values of one, it among them, in text order."""
        return self._alike[quantity.kind, quantity.values]

    @once
    def _alike(self) -> dict[tuple[Kind, tuple[Decimal, ...]], list[Quantity]]:
        found = defaultdict(list)
        for quantity in self._quantities:
            found[quantity.kind, quantity.values].append(quantity)
        return found

    def neighbour(self, view: SentenceView, step: int) -> SentenceView | None:
        """The sentence before (-1) or after (+1) another, across the bounds of blocks."""
        at = view.span.stop if step > 0 else view.span.start - 1
        for index in (view.place, view.place + step):
            if not 0 <= index < len(self._blocks):
                return None
            block = self._blocks[index].span
            if index != view.place:
                at = block.start if step > 0 else block.stop - 1
            while block.start <= at < block.stop and self._document.text[at].isspace():
                at += step
            if block.start <= at < block.stop:
                return self.at(at)
        return None
