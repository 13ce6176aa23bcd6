"""Copy drift: nearly the same passage in two documents, but for the number and its unit."""

from __future__ import annotations

import functools
import re

from factcheck.claims import Claim
from factcheck.comparing.words import comparing_words
from factcheck.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+")


def same_passage(a: Claim, b: Claim, vocabulary: Vocabulary) -> bool:
    """Whether the words around two figures, number and unit left out, are nearly the same in the same order."""
    words = comparing_words(vocabulary)
    one, other = _words(_without_figure(a)), _words(_without_figure(b))
    if min(len(one), len(other)) < words.drift_words:
        return False
    from rapidfuzz.distance import Indel  # seldom got to, and slow to import

    return Indel.normalized_similarity(one, other) >= float(words.drift_alike)


def _without_figure(claim: Claim) -> str:
    figure = claim.figure
    text, quantity = figure.document.text, figure.quantity
    left_out = sorted(span for span in (quantity.number, quantity.unit_span) if span is not None)
    kept, at = [], figure.sentence.start
    for span in left_out:
        kept.append(text[at : span.start])
        at = max(at, span.stop)
    return " ".join([*kept, text[at : figure.sentence.stop]])


@functools.lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))
