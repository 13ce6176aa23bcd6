"""Whose a date is when one number is held against another: of "61 %, up from 55 % in 2019" the earlier one's."""

from __future__ import annotations

from factcheck.context.tagging import Anchor, tagged, word_at
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity

_COMPARING = frozenset({"than", "versus", "vs", "against"})
_COMPARED = frozenset({"compared", "compare", "up", "down"})
_NEAR = 5  # words between the earlier number and its date: "from 55 % in the vote of 2019"


def is_of_baseline(view: SentenceView, quantity: Quantity, first: int) -> bool:
    """Whether the date at token ``first`` belongs to a number between it and the figure that this is compared with."""
    start, stop = view.token_index(quantity.span.start), view.after(quantity)
    behind = first < start and word_at(view, start - 1) == "to"  # "rose from 30 in 2019 to 40"
    if word_at(view, start - 1) == "from" and _is_left(view, quantity, stop, first):
        return True  # "raised from $7 to $10 in July": of July only the ten
    then = any(word_at(view, at) == "from" for at in range(first + 1, min(first + 4, start)))
    if then and "#" in tagged(view).tags[max(first - 4, 0) : first]:
        return True  # "rose to 9.8 % last month from a low of 9.7 %"
    for other, anchor in zip(view.quantities, tagged(view).anchors, strict=True):
        if anchor.stop > first or first - anchor.stop > _NEAR or other.kind != quantity.kind:
            continue
        if behind and word_at(view, anchor.start - 1) == "from":
            return True
        if anchor.start >= stop and _is_baseline(view, quantity, anchor):
            return not _is_interrupted(view, anchor.stop, first)
    return False


def _is_baseline(view: SentenceView, quantity: Quantity, anchor: Anchor) -> bool:
    """Whether a number stands behind "up from", "compared with", "than", or a bare "from"."""
    tags, at = tagged(view).tags, anchor.start - 1
    while at > 0 and tags[at] in "Da":
        at -= 1
    word, before = word_at(view, at), word_at(view, at - 1)
    if word in _COMPARING or before in _COMPARED:
        return word in _COMPARING or word in ("from", "with", "to")
    # "fell to 13 % from 15 % in April"; but "12 people from 3 towns in 2019"
    return word == "from" and (quantity.kind != "count" or tags[anchor.stop : anchor.stop + 1] not in tuple("nsqj"))


def _is_interrupted(view: SentenceView, start: int, stop: int) -> bool:
    """Whether a new clause begins between a number and a date."""
    return any(tag in ",;cw#" for tag in tagged(view).tags[start:stop])


def _is_left(view: SentenceView, quantity: Quantity, stop: int, first: int) -> bool:
    """Whether between a number and a date stands the one that it was changed to."""
    tags = tagged(view).tags
    return any(
        stop <= anchor.start < first
        and (other.kind == quantity.kind or other.change_part == "to")
        and "t" in tags[stop : anchor.start]
        for other, anchor in zip(view.quantities, tagged(view).anchors, strict=True)
    )
