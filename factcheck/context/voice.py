"""In which voice a figure is given: the headline's, a quotation's, a caption's, or the body's."""

from __future__ import annotations

from factcheck.context.model import Cue, Voice
from factcheck.context.quotations import quotation_at
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.spans import Span

_BY_BLOCK: dict[str, Voice] = {"title": "headline", "heading": "headline", "caption": "caption"}


def find_voice(view: SentenceView, quantity: Quantity) -> tuple[Voice, tuple[Cue, ...]]:
    """The voice of a figure, with the block or the quotation mark that tells it.

    A headline stays a headline where it quotes: what it says is held against the article below it.
    """
    voice = _BY_BLOCK.get(view.block.kind)
    if voice is not None:
        return voice, (Cue("voice", quantity.number, f"in a {view.block.kind}"),)
    quoted = quotation_at(view, quantity.number.start)
    if quoted is not None:
        return "quotation", (Cue("voice", Span(quoted.start, quoted.start + 1), "inside quotation marks"),)
    return "body", ()
