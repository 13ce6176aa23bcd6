"""What every part of the context sees: one sentence with its tokens and quantities, inside its document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from factcheck.documents import Block, Document
from factcheck.quantities import Quantity
from factcheck.sentences import Sentence, Token
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
