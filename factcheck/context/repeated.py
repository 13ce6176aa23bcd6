"""A figure that the text tells once more: "14 foreigners were arrested … The 14 foreigners …", a headline and its text.

What is said of its place and day where it is told in full holds where it is told again.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, takewhile

from factcheck.context.action import find_action
from factcheck.context.counted import find_counted
from factcheck.context.model import Action, Counted
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity

_FAR = 12  # sentences away from where a figure is told in full
_MANY = 6  # figures of a sentence that are looked at: more make it a list
_KINDS = frozenset({"count", "magnitude"})
_ABOVE = frozenset({"title", "heading"})


def told_elsewhere(view: SentenceView, quantity: Quantity) -> Iterator[tuple[SentenceView, Quantity]]:
    """The same figure in the sentences before and then in those behind, the nearest first."""
    alike = view.among.alike(quantity)
    if quantity.kind not in _KINDS or quantity.vague or len(alike) == 1:
        return
    action, counted = find_action(view, quantity)[0], find_counted(view, quantity)[0]
    if action is None or counted is None:
        return
    first, last = alike[0].span.start, alike[-1].span.start
    before = takewhile(lambda other: other.span.stop > first, view.walk(-1, _FAR))
    behind = takewhile(lambda other: other.span.start <= last, view.walk(1, _FAR))
    for other in chain(before, behind):
        for one in other.quantities[:_MANY]:
            if one.kind == quantity.kind and one.values == quantity.values and _is_same(other, one, action, counted):
                yield other, one


def around(view: SentenceView, back: int, below: int) -> Iterator[SentenceView]:
    """The sentences before one, the nearest first; those below a headline."""
    return view.walk(1, below) if view.block.kind in _ABOVE else view.walk(-1, back)


def _is_same(view: SentenceView, quantity: Quantity, action: Action, counted: Counted) -> bool:
    """Whether a figure counts the same as another one, by its noun and what happened to it."""
    theirs, earlier = find_action(view, quantity)[0], find_counted(view, quantity)[0]
    if theirs is None or earlier is None:
        return False
    return action.lemma == theirs.lemma and counted.head == earlier.head
