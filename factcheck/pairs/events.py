"""What a sentence says of which event, and of which part of a set, its number is: cues, in a shape like a context part.

Whether that is the event of the story is for the pair to say: one sentence alone cannot tell.
"""

from __future__ import annotations

import re

from factcheck.figures import Figure
from factcheck.pairs.lists import LinkingLists

_REACH = 60  # characters on either side of a number in which a word of sets belongs to it
_ORDINAL = re.compile(r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b", re.I)


def event_cues(figure: Figure, lists: LinkingLists) -> frozenset[str]:
    """The cues of another event than the one before: "another", "earlier", "similar", "the second"."""
    text, (start, stop) = figure.document.text, figure.sentence
    found = {match.group().lower() for match in lists.other_events.finditer(text, start, stop)}
    found.update(match.group().lower() for match in _ORDINAL.finditer(text, start, stop))
    return frozenset(found)


def set_cues(figure: Figure, lists: LinkingLists) -> frozenset[str]:
    """The words of sets beside a number: "five others", "one of", "including two", "all 12"."""
    text, span = figure.document.text, figure.quantity.span
    start, stop = max(figure.sentence.start, span.start - 22), min(figure.sentence.stop, span.stop + 26)
    found = {f"{match.group().lower()} n" for match in lists.sets_before.finditer(text, start, span.start)}
    found.update(f"n {match.group().lower()}" for match in lists.sets_behind.finditer(text, span.stop, stop))
    return frozenset(found)
