"""What the words say: how much of what is told around one number is told around the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.pairs.pair import Pair
from factcheck.pairs.parts.asked import Level
from factcheck.stories.passages import alike, shingles

_PLACE = 0.6  # share of the words right beside two numbers from which they stand at one place of a passage
_COPIED = 3  # telling words two sentences must share before it is asked whether one was copied


def sentence(pair: Pair) -> Iterable[Level]:
    return _likeness(pair, pair.a.words, pair.b.words, 40.0)


def right(pair: Pair) -> Iterable[Level]:
    return _likeness(pair, pair.a.right, pair.b.right, 20.0)


def left(pair: Pair) -> Iterable[Level]:
    return _likeness(pair, pair.a.left, pair.b.left, 20.0)


def _likeness(pair: Pair, a: frozenset[str], b: frozenset[str], most: float) -> Iterable[Level]:
    """The bits of the shared words, and their share of the smaller side."""
    shared = a & b
    if not shared:
        return _NOTHING if a and b else ()
    scope = pair.scope
    bits = scope.sum(pair.story, shared)
    least = min(scope.total(pair.a, a), scope.total(pair.b, b))
    return (("shared", min(bits, most) / 10), ("share", bits / least if least > 0 else 0.0))


_NOTHING = (("nothing shared", 1.0),)


def passage(pair: Pair) -> Iterator[Level]:
    """Passages that were copied: in one each number has its own place, the 14 of the dead is not the 35 of the hurt."""
    if pair.one_document or len(pair.a.words & pair.b.words) < _COPIED:
        return
    share = alike(shingles(pair.a.claim.figure.sentence_text), shingles(pair.b.claim.figure.sentence_text))
    if share:
        beside = len(pair.a.beside & pair.b.beside)
        least = min(len(pair.a.beside), len(pair.b.beside))
        yield ("copied, same place" if beside >= _PLACE * least else "copied, another place"), share
