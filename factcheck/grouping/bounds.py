"""How many figures of one text are compared: more than any article has would take hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.claims import Claim
from factcheck.documents import Unread

# What is compared of one text: figures of one kind, and pairs in all. An article has a tenth of it.
MOST_OF_A_KIND = 150
MOST_PAIRS = 30_000

_Kind = tuple[str, str]  # a document, and what its figures may be paired by


def bounded(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Unread, ...]]:
    """The claims to compare, and for each text of which some are left out one line that tells it.

    Every two figures of one kind in a text are compared, so that a text with thousands of them would take hours. Where
    there are too many, one is kept of those that say the same, and of the rest those that come first.
    """
    sizes = Counter(kind for claim in claims for kind in _kinds(claim))
    pairs: Counter[str] = Counter()
    for (document, _), size in sizes.items():
        pairs[document] += size * (size - 1) // 2
    if max(sizes.values(), default=0) <= MOST_OF_A_KIND and max(pairs.values(), default=0) <= MOST_PAIRS:
        return tuple(claims), ()
    kept: list[Claim] = []
    left: dict[str, tuple[Claim, int]] = {}  # by document, the first that is left out, and the size of its kind
    taken: Counter[_Kind] = Counter()
    used: Counter[str] = Counter()
    said: set[object] = set()
    for claim in claims:
        document, kinds = claim.figure.document.id, _kinds(claim)
        many = pairs[document] > MOST_PAIRS or any(sizes[kind] > MOST_OF_A_KIND for kind in kinds)
        more = sum(taken[kind] for kind in kinds)
        full = used[document] + more > MOST_PAIRS or any(taken[kind] >= MOST_OF_A_KIND for kind in kinds)
        if many and (full or _saying(claim) in said):
            first, size = left.get(document, (claim, 0))
            left[document] = first, max(size, *(sizes[kind] for kind in kinds))
            continue
        taken.update(kinds)
        used[document] += more
        said.add(_saying(claim))
        kept.append(claim)
    return tuple(kept), tuple(_not_compared(*each) for each in left.values())


def _kinds(claim: Claim) -> list[_Kind]:
    """What a claim is paired by: its rule, what is counted, what happened."""
    document, context = claim.figure.document.id, claim.figure.context
    found = [(document, f"rule {claim.type}" if claim.type else f"question {claim.question}")]
    if context.counted is not None:
        found.append((document, f"head {context.counted.head}"))
    if context.action is not None:
        found.append((document, f"action {context.action.lemma}"))
    return found


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
    why = f"{size:,} figures of one kind: from here on only some are compared; split the text into articles"
    return Unread(figure.document.path, why, figure.line)
