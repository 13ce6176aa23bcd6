"""Where the figures stand: headline, lead or further down, and how close in one text; and in a part of context."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.pairs.pair import Pair
from factcheck.pairs.parts.asked import Level, of_two
from factcheck.pairs.profiles import Profile

_BESIDE = 2  # lines from one paragraph to the next
_LATE = 12  # sentences with figures from which a figure is simply far down


def position(pair: Pair) -> Iterator[Level]:
    """Headline, lead or further down; what is told far down is seldom what another leads with."""
    states = sorted((state(pair.a), state(pair.b)))
    yield " and ".join(states), 1.0
    orders = sorted((pair.a.order, pair.b.order))
    yield "late", min(orders[1], _LATE) / _LATE
    yield "both late", min(orders[0], _LATE) / _LATE
    yield "order apart", min(orders[1] - orders[0], _LATE) / _LATE


def state(profile: Profile) -> str:
    return "headline" if profile.headline else "lead" if profile.order <= 2 else "body"


def leading(pair: Pair) -> Iterator[Level]:
    """What two articles lead with, on one question."""
    if not pair.one_document and asked_alike(pair.a, pair.b):
        yield from of_two("front", state(pair.a) != "body", state(pair.b) != "body")


def asked_alike(a: Profile, b: Profile) -> bool:
    known = a.head is not None and a.action is not None
    return (a.type is not None and a.type == b.type) or (known and (a.head, a.action) == (b.head, b.action))


def beside(pair: Pair) -> Iterator[Level]:
    """How close two figures of one document stand."""
    if not pair.one_document:
        return
    if pair.one_sentence:
        yield "one sentence", 1.0
    elif pair.a.headline != pair.b.headline:
        yield "headline and text", 1.0
    elif _faced(pair):
        yield "two accounts, side by side", 1.0
    elif abs(pair.a.claim.figure.line - pair.b.claim.figure.line) <= _BESIDE:
        yield "one paragraph", 1.0
    else:
        yield "one text", 1.0


def _faced(pair: Pair) -> bool:
    """Whether one text sets the accounts of two speakers on one question side by side."""
    beside = abs(pair.a.order - pair.b.order) <= 1
    return beside and asked_alike(pair.a, pair.b) and pair.stands("speaker") == "unlike"


def of_part(name: str) -> Callable[[Pair], Iterator[Level]]:
    """How two figures stand in a part of their context: two speakers set against each other often mean one thing."""

    def part(pair: Pair) -> Iterator[Level]:
        stands = pair.stands(name)
        if stands != "unknown":
            yield stands, 1.0
        elif any(getattr(profile.claim.figure.context, name) for profile in (pair.a, pair.b)):
            yield "one silent", 1.0

    return part
