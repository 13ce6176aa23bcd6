"""What every part of the context sees: one sentence with its tokens and quantities, inside its document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from factcheck.documents import SILENT, Block, Document
from factcheck.quantities import Quantity
from factcheck.sentences import LONGEST, Sentence, Token, sentence_span, tokenize
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary


@dataclass(slots=True)
class SentenceView:
    """One sentence that holds quantities. Parts of the context may keep per-sentence work in ``memo``."""

    document: Document
    vocabulary: Vocabulary
    block: Block
    sentence: Sentence
    quantities: tuple[Quantity, ...]  # those of this sentence, in text order
    neighbour: Callable[[int], SentenceView | None]  # -1 the sentence before, +1 the one after, in the document
    memo: dict[str, object] = field(default_factory=dict)

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    @property
    def text(self) -> str:
        return self.sentence.span.of(self.document.text)

    def token_index(self, offset: int) -> int:
        """The index of the token that holds ``offset``, or of the last one before it (-1 when there is none)."""
        return bisect_right(self.tokens, offset, key=lambda token: token.start) - 1

    def after(self, quantity: Quantity) -> int:
        """The index of the first token after a quantity's number (its unit's words are still ahead)."""
        return bisect_right(self.tokens, quantity.number.stop - 1, key=lambda token: token.start)

    def before(self, quantity: Quantity) -> int:
        """The index of the last token before a quantity's span (hedge included), or -1."""
        return bisect_right(self.tokens, quantity.span.start - 1, key=lambda token: token.start) - 1


class Views:
    """The sentences of one document that hold quantities, each made once, and their neighbours on request."""

    def __init__(self, document: Document, vocabulary: Vocabulary, quantities: Sequence[Quantity]) -> None:
        self._document, self._vocabulary, self._quantities = document, vocabulary, quantities
        self._blocks = [block for block in document.blocks if block.kind not in SILENT]
        self._block_starts = [block.span.start for block in self._blocks]
        self._starts = [quantity.span.start for quantity in quantities]
        self._views: dict[int, SentenceView] = {}  # by start of the sentence
        self._last: SentenceView | None = None

    def of(self, quantity: Quantity) -> SentenceView | None:
        """The sentence of a quantity; ``None`` when it lies outside all blocks."""
        if self._last is not None and self._last.sentence.span.holds(quantity.span):
            return self._last
        self._last = self.at(quantity.number.start)
        return self._last

    def at(self, position: int) -> SentenceView | None:
        """The sentence that holds a position of the text."""
        index = bisect_right(self._block_starts, position) - 1
        if index < 0 or position >= self._blocks[index].span.stop:
            return None
        block = self._blocks[index]
        span = self._unbroken(self._sentence(position, block), block)
        known = self._views.get(span.start)
        if known is None or known.sentence.span != span:
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
        sentence = Sentence(span, tokenize(self._document.text, span.start, span.stop))
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.stop)
        held = tuple(self._quantities[low:high])
        return SentenceView(
            self._document, self._vocabulary, block, sentence, held, lambda step: self._neighbour(index, span, step)
        )

    def _neighbour(self, index: int, span: Span, step: int) -> SentenceView | None:
        """The sentence before (-1) or after (+1), across the bounds of blocks."""
        text, block = self._document.text, self._blocks[index].span
        at = span.stop if step > 0 else span.start - 1
        while block.start <= at < block.stop and text[at].isspace():
            at += 1 if step > 0 else -1
        if block.start <= at < block.stop:
            return self.at(at)
        following = index + (1 if step > 0 else -1)
        if not 0 <= following < len(self._blocks):
            return None
        other = self._blocks[following].span
        at = other.start if step > 0 else other.stop - 1
        while other.start <= at < other.stop and text[at].isspace():
            at += 1 if step > 0 else -1
        return self.at(at) if other.start <= at < other.stop else None
