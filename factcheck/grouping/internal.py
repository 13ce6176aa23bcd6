"""What keeps two figures apart that would contradict each other though no two outlets stand behind them.

One article by one voice seldom contradicts itself: its second number for a question is nearly always that of another
group, time or place. So the bar is higher inside an article, and between articles not surely about one event, wherever
a question has many answers at once: rates, polls, prices, readings.
"""

from __future__ import annotations

from factcheck.grouping.evidence import Pair
from factcheck.grouping.profiles import Profile

_SURELY_ONE_STORY = 0.2  # nearness of two documents from which their levels are likely those of one thing
_AHEAD = frozenset({"forecast", "proposed"})


def many_answers(pair: Pair) -> str | None:
    """Levels, shares and polls: news gives them by the dozen, for each group, month and place."""
    if pair.a.number == pair.b.number or not (_varies(pair, pair.a) or _varies(pair, pair.b)):
        return None
    if pair.one_document:
        if pair.a.headline != pair.b.headline or _set_against(pair):
            return None
        return "one article gives such numbers of many things"
    near = pair.scope.nearness(pair.a.document, pair.b.document)
    return None if near >= _SURELY_ONE_STORY else "of articles that need not be about one thing"


def _varies(pair: Pair, profile: Profile) -> bool:
    return pair.lists.varies(profile.claim.type)


def _set_against(pair: Pair) -> bool:
    """Whether the text itself holds the two against each other, as two accounts of one thing."""
    speakers = pair.a.speaker, pair.b.speaker
    two_voices = None not in speakers and speakers[0] != speakers[1]
    return two_voices and abs(pair.a.order - pair.b.order) <= 1 and (pair.a.contrasts or pair.b.contrasts)


def foretold(pair: Pair) -> str | None:
    """Of what is measured again and again, what is forecast or proposed is not held against what is."""
    if pair.a.number == pair.b.number or not (_varies(pair, pair.a) or _varies(pair, pair.b)):
        return None
    a, b = pair.a.claim.figure.context.modality, pair.b.claim.figure.context.modality
    return f"{a} against {b}" if a != b and {a, b} & _AHEAD and "actual" in (a, b) else None
