"""How many figures of one text are compared: more than any article has would take hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.claims import Claim
from factcheck.documents import Unread

# What is compared of one text: figures of one kind, all figures, and pairs of one kind. An article has a tenth of it.
MOST_OF_A_KIND = 150
MOST_OF_A_TEXT = 1_500
MOST_PAIRS = 30_000

_Kind = tuple[str, str, str]  # a document, and in what respect its figures are paired by what


def bounded(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Unread, ...]]:
    """The claims to compare, and for each text of which some are left out one line that tells it.

    Every two figures of one kind in a text are compared, so that a text with thousands of them would take hours. Where
    there are too many, one is kept of those that say the same, and of the rest those that come first.
    """
    sizes = Counter(kind for claim in claims for kind in _kinds(claim))
    figures = Counter(claim.figure.document.id for claim in claims)
    kept: list[Claim] = []
    left: dict[str, tuple[Claim, int]] = {}  # by document, the first that is left out, and the size of its kind
    taken, used, count = Counter[_Kind](), Counter[str](), Counter[str]()
    said: set[object] = set()
    for claim in claims:
        document, kinds = claim.figure.document.id, _kinds(claim)
        size, more = max(sizes[kind] for kind in kinds), max(taken[kind] for kind in kinds)
        again = size > MOST_OF_A_KIND and _saying(claim) in said
        many = more >= MOST_OF_A_KIND or used[document] + more > MOST_PAIRS or count[document] >= MOST_OF_A_TEXT
        if again or many:
            first, before = left.get(document, (claim, 0))
            left[document] = first, max(before, size)
            continue
        taken.update(kinds)
        used[document] += more
        count[document] += 1
        said.add(_saying(claim))
        kept.append(claim)
    told = (_not_compared(claim, size, figures[document]) for document, (claim, size) in left.items())
    return tuple(kept), tuple(told)


def _kinds(claim: Claim) -> list[_Kind]:
    """What a claim is paired by: its rule, what is counted, what happened."""
    document, context = claim.figure.document.id, claim.figure.context
    found = [(document, "question", claim.type or claim.question)]
    if context.counted is not None:
        found.append((document, "counted", context.counted.head))
    if context.action is not None:
        found.append((document, "action", context.action.lemma))
    return found


def _saying(claim: Claim) -> object:
    """What a figure says, the same for one that says it again."""
    context, quantity = claim.figure.context, claim.figure.quantity
    speaker, when, place = context.speaker, context.when, context.place
    return (
        claim.figure.document.id, claim.question, quantity.hard, quantity.hedge, context.polarity, context.modality,
        speaker and speaker.key, when and (when.start, when.stop), place and place.name,
    )  # fmt: skip


def _not_compared(claim: Claim, size: int, figures: int) -> Unread:
    figure = claim.figure
    many = f"{size:,} figures of one kind" if size > MOST_OF_A_KIND else f"{figures:,} figures"
    why = f"{many}: from here on only some are compared; split the text into articles"
    return Unread(figure.document.path, why, figure.line)
