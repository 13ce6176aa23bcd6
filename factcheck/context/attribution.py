"""An attribution: a speaker's phrase, the words that attribute, and how far they reach."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.context.subjects import Phrase
from factcheck.context.view import SentenceView
from factcheck.spans import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One speaker of a sentence. ``reach`` is what the speaker says; ``back`` tells what stands before the cue.

    ``speaker`` is ``None`` for a participle whose subject stands elsewhere (", adding that …").
    """

    speaker: Phrase | None
    cue: Span
    index: int  # token of the cue
    reach: Span
    back: bool = False
    origin: str | None = None
    weak: bool = False
    quoted: bool = False  # made inside a quotation


def reach(view: SentenceView, start: int | None = None, stop: int | None = None) -> Span:
    """The sentence, or the part of it between two offsets."""
    span = view.sentence.span
    return Span(span.start if start is None else start, span.stop if stop is None else stop)
