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


def bounded(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Unread, ...]]:
    """The claims to compare, and for each text of which some are left out one line that tells it.

    Every two figures of one kind in a text are compared, so that a text with thousands of them would take hours. Where
    there are too many, one is kept of those that say the same, and of the rest those that come first.
    """
    sizes = Counter(key for claim in claims for key in (claim.figure.document.id, *_kinds(claim)))
    taken, pairs, said = Counter[str](), Counter[str](), set[object]()
    kept: list[Claim] = []
    unread: dict[str, Unread] = {}
    for claim in claims:
        figure, kinds, home = claim.figure, _kinds(claim), claim.figure.document.id
        size, more = max(sizes[kind] for kind in kinds), max(taken[kind] for kind in kinds)
        told, amount = figure.context, (figure.quantity.hard, figure.quantity.hedge)
        who, when = told.speaker and told.speaker.key, told.when and told.when.label
        saying = home, claim.question, amount, told.polarity, told.modality, who, when, told.place and told.place.name
        full = more >= MOST_OF_A_KIND or pairs[home] + more > MOST_PAIRS or taken[home] >= MOST_OF_A_TEXT
        if full or (size > MOST_OF_A_KIND and saying in said):
            many = f"{size:,} figures of one kind" if size > MOST_OF_A_KIND else f"{sizes[home]:,} figures"
            why = f"{many}: from here on only some are compared; split the text into articles"
            unread.setdefault(home, Unread(figure.document.path, why, figure.line))
            continue
        kept.append(claim)
        said.add(saying)
        taken.update((home, *kinds))
        pairs[home] += more
    return tuple(kept), tuple(unread.values())


def _kinds(claim: Claim) -> list[str]:
    """What a claim is paired by: its rule, what is counted, what happened."""
    home, counted, action = claim.figure.document.id, claim.figure.context.counted, claim.figure.context.action
    found = [f"{home} question:{claim.type or claim.question}"]
    if counted is not None:
        found.append(f"{home} counted:{counted.head}")
    if action is not None:
        found.append(f"{home} action:{action.lemma}")
    return found
