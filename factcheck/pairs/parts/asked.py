"""What is asked: the rule, what is counted and of what kind, what happened to it, whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.pairs.differences import nations_of
from factcheck.pairs.pair import Pair

Level = tuple[str, float]
_KINDS = frozenset({"count", "percent", "money", "duration"})


def same(a: str | None, b: str | None) -> str:
    """Whether two things are one, as far as both are known."""
    if a is None or b is None:
        return "unknown"
    return "same" if a == b else "other"


def of_two(what: str, a: object, b: object) -> Iterator[Level]:
    """What both are, or one of them."""
    if a or b:
        yield (what if a and b else f"one {what}"), 1.0


def rule(pair: Pair) -> str:
    """How the names of two rules stand to each other: a broad one names nothing beside a rule that is not."""
    a, b = pair.a, pair.b
    if a.type is None or b.type is None:
        if a.type is not b.type:
            return "one"
        if a.rule is not None and a.rule == b.rule:
            return "same broad"
        return "broad" if a.family is not None and a.family == b.family else "no"
    if a.type == b.type:
        return "same"
    if a.family == b.family:
        return "family"
    return "sibling" if a.concept == b.concept else "other"


def question(pair: Pair) -> Iterator[Level]:
    """Rule, counted and action, together and each by itself."""
    ruled, head, action = rule(pair), same(pair.a.head, pair.b.head), same(pair.a.action, pair.b.action)
    yield f"{ruled} rule, {head} counted, {action} action", 1.0
    yield f"{ruled} rule", 1.0
    yield f"{head} counted", 1.0
    yield f"{action} action", 1.0


def counted(pair: Pair) -> Iterator[Level]:
    """How special what is counted is: "people" is not "children", though some people are."""
    a, b = pair.a.special, pair.b.special
    if a or b:
        one = "different special" if a and b else "general, special"
        yield ("same special" if a == b else "shared special" if a & b else one), 1.0
    some = [profile.special & pair.scope.lists.words.some_people for profile in (pair.a, pair.b)]
    if bool(some[0]) != bool(some[1]) and "person" in (pair.a.head, pair.b.head):
        yield "some of the people", 1.0


def qualifiers(pair: Pair) -> Iterator[Level]:
    """Of what kind and whose: "foreign workers", "Russian drones", Israelis."""
    stands = pair.stands("qualifiers")
    if stands != "near":
        counted = (profile.claim.figure.context.counted for profile in (pair.a, pair.b))
        narrowed = any(each is not None and each.qualifiers for each in counted)
        yield (stands if narrowed else "none"), 1.0
    whose = [nations_of(profile.claim.figure, pair.scope.vocabulary) for profile in (pair.a, pair.b)]
    if whose[0] & whose[1]:
        yield "same nation", 1.0
    elif bool(whose[0]) != bool(whose[1]):
        yield "nation unsaid", 1.0


def degree(pair: Pair) -> Iterator[Level]:
    """How badly: a count of the seriously hurt is not the count of the hurt."""
    a, b = pair.a.degrees, pair.b.degrees
    if (a or b) and pair.a.action == pair.b.action != "kill":
        yield ("same" if a == b else "different"), 1.0


def topic(pair: Pair) -> Iterator[Level]:
    """What rules say of the kind of question: many answers at once, or one that runs on; and the kind of quantity."""
    varies = pair.scope.lists.varies
    yield from of_two("varying", varies(pair.a.type), varies(pair.b.type))
    yield f"kind {pair.a.kind if pair.a.kind in _KINDS else 'measure'}", 1.0
    if "casualties" in (pair.a.concept, pair.b.concept):
        yield "casualties", 1.0
