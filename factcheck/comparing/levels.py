"""The order of decision for two figures of one group (SEMANTICS §3.4-3.6): levels, the first that decides wins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.denials import contested
from factcheck.comparing.doubts import doubt_of, in_doubt, not_compared, scope, set_apart
from factcheck.comparing.model import Comparison, Nature, Relation
from factcheck.comparing.sides import (
    Sides,
    as_of,
    entered_later,
    grows,
    in_order,
    is_revised,
    moving,
    sides_of,
    superseded,
)
from factcheck.comparing.slips import same_passage, slip_hint
from factcheck.pairs.traits import is_among
from factcheck.pairs.values import Fit, pair_up
from factcheck.vocabulary import Vocabulary

Level = Callable[[Sides], Comparison | None]

_SHARES = frozenset({"percent", "ratio"})
_TENS = 10
_ROUNDED = 10  # a headline's round share is never off by more than this part of it
_ROOM: Mapping[Fit, str] = {
    "noted": "{} and {} are the same number, one of them as a bound.",
    "typical": "{} leaves room for {}.",
    "hard": "{} and {} can both be true, but by their usual sense they would not go together.",
}


def compare(a: Claim, b: Claim, vocabulary: Vocabulary) -> Comparison:
    """How two claims that answer one question stand to each other."""
    sides = sides_of(a, b, vocabulary)
    if sides is None:
        return _incomparable(*in_order(a, b), vocabulary)
    found = next(found for level in LEVELS if (found := level(sides)) is not None)
    return replace(found, differences=sides.differences)


def _incomparable(a: Claim, b: Claim, vocabulary: Vocabulary) -> Comparison:
    """Two numbers that have no unit in common (SEMANTICS §3.1: "$2.5m / €2.5m: not comparable, hinted").

    Where the passage around them is the same too, the currency, not the number, was copied wrongly: a conflict.
    """
    one, other = a.figure.quantity, b.figure.quantity
    found, kinds = not_compared(a, b, str(pair_up(one, other))), {one.kind, other.kind}
    mistaken = kinds == {"percent", "points"} or (kinds == {"money"} and one.unit != other.unit)
    if not mistaken or one.vague or other.vague or one.values != other.values:
        return found
    hint = "same digits in another unit: slip?"
    drifted = a.figure.document.id != b.figure.document.id and same_passage(a, b, vocabulary)
    return _drift(a, b, hint) if drifted else replace(found, hint=hint)


def _drift(a: Claim, b: Claim, hint: str) -> Comparison:
    one, other = naming.outlets(a, b)
    reason = f"Nearly the same passage has {naming.reading(a)} in {one} and {naming.reading(b)} in {other}."
    return Comparison(a, b, "conflict", reason, hint=hint, nature="drift")


def _agrees(sides: Sides) -> Comparison | None:
    if sides.fit == "same":
        return _found(sides, "agree", "Both give the same number.")
    how = "one converted and rounded" if sides.pairing.converted else "one rounded"
    return _found(sides, "agree", f"{{}} and {{}} are the same number, {how}.") if sides.fit == "rounding" else None


def _one_move(sides: Sides) -> Comparison | None:
    """Old and new level in one sentence ("fell from 24 to 15"): one statement, which contradicts nothing."""
    one, other = sides.a.figure, sides.b.figure
    if one.document.id != other.document.id or one.sentence != other.sentence:
        return None
    if {one.quantity.change_part, other.quantity.change_part} != {"from", "to"}:
        return None
    old, new = (sides.a, sides.b) if one.quantity.change_part == "from" else (sides.b, sides.a)
    reason = f"One sentence gives both, as a move from {naming.reading(old)} to {naming.reading(new)}."
    return Comparison(sides.a, sides.b, "compatible", reason)


def _compatible(sides: Sides) -> Comparison | None:
    if sides.fit not in _ROOM:
        return None
    first = sides.a.figure.quantity
    plain = first.hedge is None and not first.vague
    named = (sides.b, sides.a) if plain else (sides.a, sides.b)  # "dozens" leaves room for 36
    return _found(sides, "compatible", _ROOM[sides.fit], *named, unusual=sides.fit == "hard")


def _in_part(sides: Sides) -> Comparison | None:
    """ "Among the ill are 40 children" beside 90 cases: some of them, by another word."""
    parts = [claim for claim in (sides.a, sides.b) if is_among(claim)]
    if len(parts) != 1 or all(each.part not in ("counted", "qualifiers") for each in sides.differences):
        return None
    part, whole = (sides.pairing.a, sides.pairing.b)[:: 1 if parts[0] is sides.a else -1]
    if part.hard.high is None or whole.hard.low is None or part.hard.high >= whole.hard.low:
        return None
    named = parts[0], sides.b if parts[0] is sides.a else sides.a
    return _found(sides, "compatible", "{} counts some of those of whom {} counts all.", *named)


def _loosely_said(sides: Sides) -> Comparison | None:
    """ "Hundreds" here and "thousands" there, by one voice in one article: neither is a count that could be wrong."""
    a, b = sides.a.figure, sides.b.figure
    loose = sides.one_document and a.quantity.vague and b.quantity.vague
    if not loose or sides.two_speakers or "headline" in (a.context.voice, b.context.voice):
        return None
    says = "{} and {} are loose words of one article, neither of them a count."
    return _found(sides, "compatible", says, unusual=True)


def _headline_rounds(sides: Sides) -> Comparison | None:
    """A headline has "20 %" for the 21.1 % of its own text."""
    head, x, y = sides.a.figure.quantity, sides.pairing.a.values, sides.pairing.b.values
    if not sides.under_headline or head.kind not in _SHARES or head.single is None or head.single % _TENS:
        return None
    near = len(y) == 1 and abs(x[0] - y[0]) * _ROUNDED <= x[0]
    return _found(sides, "compatible", "{} rounds {}.", unusual=True) if near else None


def _doubtful(sides: Sides) -> Comparison | None:
    """Different numbers whose scope is not surely the same: a person has to look."""
    doubt = doubt_of(sides)
    return None if doubt is None else in_doubt(sides.a, sides.b, doubt)


def _revised(sides: Sides) -> Comparison | None:
    """A later text has recalculated the number, or the earlier one gives it as a first estimate."""
    one, other = sides.a.figure.document.published, sides.b.figure.document.published
    if one is None or other is None or one == other or not is_revised(sides.a, sides.b, sides.vocabulary):
        return None
    return _found(sides, "update", "{1} is a later estimate than {0}.")


def _overtaken(sides: Sides) -> Comparison | None:
    """A number that its own text gives as overtaken."""
    old = [claim for claim in (sides.a, sides.b) if superseded(claim, sides.vocabulary)]
    if len(old) != 1 or not any(grows(claim, sides.vocabulary) for claim in (sides.a, sides.b)):
        return None
    new = sides.b if old[0] is sides.a else sides.a
    return _found(sides, "update", "{} is given as an earlier figure; {} is the newer one.", old[0], new)


def _updated(sides: Sides) -> Comparison | None:
    """A count that grows with time, at two known days."""
    a, b = as_of(sides.a), as_of(sides.b)
    if a is None or b is None or a == b or not sides.growing:
        return None
    first, second = naming.day(sides.a), naming.day(sides.b)
    before, now = sides.pairing.a.typical.low, sides.pairing.b.typical.high
    if before is None or now is None or now >= before or sides.shrinking:
        return _found(sides, "update", f"{{1}} {second} is a later figure than {{0}} {first}.")
    says = f"{{1}} {second} is less than {{0}} {first}, and a running count seldom falls."
    return _found(sides, "update", says, hint="stale number, or a correction?", nature="fall")


def _moved_within(sides: Sides) -> Comparison | None:
    """One article follows the count as it moves ("rose from 70 to 112", a live report)."""
    if not sides.one_document or sides.a.figure.context.voice == "headline":
        return None
    moves = sides.growing and any(moving(claim, sides.vocabulary) for claim in (sides.a, sides.b))
    if not moves and not entered_later(sides.b, sides.a):
        return None
    one, other = (f"{naming.reading(claim)} ({claim.figure.where})" for claim in (sides.a, sides.b))
    reason = f"The article itself moves from {one} to {other} as the count goes on."
    return Comparison(sides.a, sides.b, "update", reason)


def _drifted(sides: Sides) -> Comparison | None:
    """Nearly the same passage in two documents with another number, and not the same count at a later day."""
    if sides.one_document or not same_passage(sides.a, sides.b, sides.vocabulary) or sides.two_speakers:
        return None  # a passage that was copied has one speaker
    later = (update := _updated(sides)) is not None and update.nature is None
    if later or any(found.standing == "unlike" for found in scope(sides)):
        return None  # it goes on about cars, that one about steel
    return _drift(sides.a, sides.b, slip_hint(sides) or "copied wrongly?")


def _conflicting(sides: Sides) -> Comparison:
    """Two speakers, a headline against body, two places of one article in the same voice, else two texts."""
    hint = slip_hint(sides)
    if sides.two_speakers:
        says = "{} and {} cannot both be right: two speakers, each with a number of their own."
        return _found(sides, "disputed", says, hint=hint)
    if sides.one_document:
        one, other = naming.pair(sides.a, sides.b)
        reason = f"One article gives two numbers: {one} and {other}."
        if sides.under_headline:
            reason = f"The headline says {naming.reading(sides.a)}, but its own text has {other}."
        return Comparison(sides.a, sides.b, "conflict", reason, hint=hint, nature="internal")
    same = ", though the speaker is the same" if sides.one_speaker else ""
    nature: Nature | None = "slip" if hint else None
    return _found(sides, "conflict", f"{{}} and {{}} cannot both be right{same}.", hint=hint, nature=nature)


LEVELS: tuple[Level, ...] = (
    contested,
    _one_move,
    _agrees,
    set_apart,
    _compatible,
    _in_part,
    _loosely_said,
    _headline_rounds,
    _drifted,
    _doubtful,
    _revised,
    _overtaken,
    _updated,
    _moved_within,
    _conflicting,
)


def _found(
    sides: Sides,
    relation: Relation,
    says: str,
    *named: Claim,
    hint: str | None = None,
    nature: Nature | None = None,
    unusual: bool = False,
) -> Comparison:
    """A verdict, in a sentence with the two, or ``named`` in another order, in the places of its braces."""
    reason = says.format(*naming.pair(*(named or (sides.a, sides.b))))
    return Comparison(sides.a, sides.b, relation, reason, unusual, hint, nature)
