"""How far a phrase stands from a figure, with a toll for every clause between them."""

from __future__ import annotations

import re

from factcheck.context.tagging import tagged
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity

_OTHER_CLAUSE = 99
# What crossing a mark or a word costs, in words: a relative clause is further away than its length.
_TOLL = {",": 3, ";": 14, '"': 9, "w": 8, "#": 4, "c": 2, "v": 2}
_NEW_CLAUSE = re.compile(r",c[aDnsqzjr]+[vbhme]")  # ", and Russia has proposed"


def distance(view: SentenceView, quantity: Quantity, first: int, last: int) -> int:
    """Words between a figure and the tokens ``[first, last]``, with the tolls of what is crossed."""
    tags = tagged(view).tags
    start, stop = view.token_index(quantity.span.start), view.after(quantity)
    between = tags[stop:first] if first >= stop else tags[last + 1 : start]
    if _NEW_CLAUSE.search(between):
        return _OTHER_CLAUSE
    return len(between) + sum(_TOLL.get(tag, 0) for tag in between) + (2 if first < start else 0)


def is_fronted(view: SentenceView, first: int, last: int) -> bool:
    """Whether tokens open their sentence as an adverbial before a comma ("On Friday, …", "In Kabul, …")."""
    tags = tagged(view).tags
    return first <= 2 and last + 1 < len(tags) and tags[last + 1] == "," and not any(t in "vbhm" for t in tags[:first])
