"""The lower-case words of a sentence."""

from __future__ import annotations

from factcheck.context.view import SentenceView


def lowers(view: SentenceView) -> frozenset[str]:
    """The lower-case words of a sentence, by which a part tells quickly that none of its cues is there."""
    known = view.memo.get("lowers")
    if isinstance(known, frozenset):
        return known
    found = frozenset([token.lower for token in view.tokens])
    view.memo["lowers"] = found
    return found
