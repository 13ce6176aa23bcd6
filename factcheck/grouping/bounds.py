"""How many figures of one text are compared: more than any article has would take hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.claims import Claim
from factcheck.documents import Unread

# What is compared of one text: figures of one kind, all figures, and pairs of one kind. An article has a tenth of it.
MOST_OF_A_KIND = 150
MOST_OF_A_TEXT = 1_500
MOST_PAIRS = 30_000


def bounded(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Unread, ...]]:
    """The claims to compare, and for each text of which some are left out one line that tells it.

    Every two figures of one kind in a text are compared, so that a text with thousands of them would take hours. Where
    there are too many, one is kept of those that say the same, and of the rest those that come first. The claims of a
    text stand together.
    """
    kept: list[Claim] = []
    told: list[Unread] = []
    for _, claims_of_one in groupby(claims, key=lambda claim: claim.figure.document.id):
        told += _bounded(list(claims_of_one), kept)
    return tuple(kept), tuple(told)


def _bounded(claims: Sequence[Claim], kept: list[Claim]) -> Iterator[Unread]:
    """Adds those of one text to ``kept``, and tells the first that is left out."""
    sizes = Counter(kind for claim in claims for kind in _kinds(claim))
    taken, said = Counter[str](), set[object]()
    left: list[tuple[Claim, int]] = []
    before, pairs = len(kept), 0
    for claim in claims:
        kinds, figure = _kinds(claim), claim.figure
        size, more = max(sizes[kind] for kind in kinds), max(taken[kind] for kind in kinds)
        saying = claim.question, figure.quantity.hard, figure.quantity.hedge, figure.context.polarity
        again = size > MOST_OF_A_KIND and saying in said
        if again or more >= MOST_OF_A_KIND or pairs + more > MOST_PAIRS or len(kept) - before >= MOST_OF_A_TEXT:
            left.append((claim, size))
            continue
        taken.update(kinds)
        said.add(saying)
        kept.append(claim)
        pairs += more
    if left:
        figure, size = left[0][0].figure, max(size for _, size in left)
        many = f"{size:,} figures of one kind" if size > MOST_OF_A_KIND else f"{len(claims):,} figures"
        why = f"{many}: from here on only some are compared; split the text into articles"
        yield Unread(figure.document.path, why, figure.line)


def _kinds(claim: Claim) -> list[str]:
    """What a claim is paired by: its rule, what is counted, what happened."""
    counted, action = claim.figure.context.counted, claim.figure.context.action
    found = [f"question:{claim.type or claim.question}"]
    if counted is not None:
        found.append(f"counted:{counted.head}")
    if action is not None:
        found.append(f"action:{action.lemma}")
    return found
