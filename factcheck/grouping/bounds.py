"""How many figures of one text are compared: more than any article has would take hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.claims import Claim
from factcheck.documents import Unread

# Figures of one text that are compared, every two of them: of one kind, and in all.
MOST_OF_A_KIND = 250
MOST_OF_A_TEXT = 2_500


def bounded(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Unread, ...]]:
    """The claims to compare, and for each text of which some are left out one line that tells it.

    Every two figures of one kind in a text are compared, so that a text with thousands of them would take hours. Of
    those that say the same again and again one is kept, and of the rest as many as hardly any article has.
    """
    kinds = Counter(kind for claim in claims for kind in _kinds(claim))
    if max(kinds.values(), default=0) <= MOST_OF_A_KIND:
        return tuple(claims), ()
    kept: list[Claim] = []
    left: dict[str, tuple[Claim, int]] = {}  # by document, the first that is left out, and the size of its kind
    taken: Counter[_Kind] = Counter()
    said: set[object] = set()
    for claim in claims:
        many = [kind for kind in _kinds(claim) if kinds[kind] > kind.most]
        if many and (_saying(claim) in said or any(taken[kind] >= kind.most for kind in many)):
            first, size = left.get(claim.figure.document.id, (claim, 0))
            left[claim.figure.document.id] = first, max(size, *(kinds[kind] for kind in many))
            continue
        taken.update(many)
        said.add(_saying(claim))
        kept.append(claim)
    return tuple(kept), tuple(_not_compared(*each) for each in left.values())


class _Kind(NamedTuple):
    """Figures of one document that are weighed against each other, and how many of them are."""

    document: str
    name: str
    most: int = MOST_OF_A_KIND


def _kinds(claim: Claim) -> Iterator[_Kind]:
    """What a claim is paired by: its rule, what is counted, what happened; and being a figure at all."""
    document, context = claim.figure.document.id, claim.figure.context
    yield _Kind(document, f"rule {claim.type}" if claim.type else f"question {claim.question}")
    if context.counted is not None:
        yield _Kind(document, f"head {context.counted.head}")
    if context.action is not None:
        yield _Kind(document, f"action {context.action.lemma}")
    yield _Kind(document, "figure", MOST_OF_A_TEXT)


def _saying(claim: Claim) -> object:
    """What a figure says, the same for one that says it again."""
    context, quantity = claim.figure.context, claim.figure.quantity
    speaker, when, place = context.speaker, context.when, context.place
    return (
        claim.figure.document.id, claim.question, quantity.hard, quantity.hedge, context.polarity, context.modality,
        speaker and speaker.key, when and (when.start, when.stop), place and place.name,
    )  # fmt: skip


def _not_compared(claim: Claim, size: int) -> Unread:
    figure = claim.figure
    kind = "" if size == MOST_OF_A_TEXT else " of one kind"
    why = f"{size:,} figures{kind}: from here on not all are compared; split the text into articles"
    return Unread(figure.document.path, why, figure.line)
