"""The order of decision for two figures of one group (SEMANTICS §3.4-3.6): levels, the first that decides wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.comparing.denials import contested
from factcheck.comparing.doubts import doubt_of, scope, set_apart
from factcheck.comparing.loosely import headline_rounds, loosely_said
from factcheck.comparing.model import Comparison
from factcheck.comparing.sides import Sides, as_of, entered_later, grows, in_order, moving, sides_of, superseded
from factcheck.comparing.slips import same_passage, slip_hint
from factcheck.pairs.values import pair_up
from factcheck.quantities import Quantity
from factcheck.vocabulary import Vocabulary

Level = Callable[[Sides], Comparison | None]


def compare(a: Claim, b: Claim, vocabulary: Vocabulary) -> Comparison | None:
    """How two claims that answer one question stand to each other; ``None`` when they cannot be compared."""
    sides = sides_of(a, b, vocabulary)
    if sides is None:
        return None
    found = next(found for level in LEVELS if (found := level(sides)) is not None)
    return replace(found, differences=sides.differences)


def _agrees(sides: Sides) -> Comparison | None:
    if sides.fit == "same":
        return _comparison(sides, "agree", "Both give the same number.")
    if sides.fit == "rounding":
        a, b = naming.pair(sides.a, sides.b)
        how = "one converted and rounded" if sides.pairing.converted else "one rounded"
        return _comparison(sides, "agree", f"{a} and {b} are the same number, {how}.")
    return None


def _one_move(sides: Sides) -> Comparison | None:
    """Old and new level in one sentence ("fell from 24 to 15"): one statement, which contradicts nothing."""
    one, other = sides.a.figure, sides.b.figure
    if not sides.one_document or one.sentence != other.sentence:
        return None
    if {one.quantity.change_part, other.quantity.change_part} != {"from", "to"}:
        return None
    old, new = (sides.a, sides.b) if one.quantity.change_part == "from" else (sides.b, sides.a)
    reason = f"One sentence gives both, as a move from {naming.reading(old)} to {naming.reading(new)}."
    return _comparison(sides, "compatible", reason)


def _alternatives(sides: Sides) -> Comparison | None:
    """A list of alternatives ("30, 50 or 100 days") holds the single number."""
    one, other = sides.a.figure.quantity, sides.b.figure.quantity
    if not (one.alternatives or other.alternatives):
        return None
    if set(sides.pairing.a.values) & set(sides.pairing.b.values):
        return _comparison(sides, "agree", "One is among the alternatives of the other.")
    return None


def _compatible(sides: Sides) -> Comparison | None:
    a, b = naming.pair(sides.a, sides.b)
    if sides.fit == "noted":
        return _comparison(sides, "compatible", f"{a} and {b} are the same number, one of them as a bound.")
    if sides.fit == "typical":
        plain = sides.a.figure.quantity.hedge is None and not sides.a.figure.quantity.vague
        loose, exact = naming.pair(sides.b, sides.a) if plain else (a, b)  # "dozens" leaves room for 36
        return _comparison(sides, "compatible", f"{loose} leaves room for {exact}.")
    if sides.fit == "hard":
        reason = f"{a} and {b} can both be true, but by their usual sense they would not go together."
        return replace(_comparison(sides, "compatible", reason), unusual=True)
    return None


def _doubtful(sides: Sides) -> Comparison | None:
    """Different numbers whose scope is not surely the same: a person has to look."""
    doubt = doubt_of(sides)
    if doubt is None:
        return None
    one, other = naming.pair(sides.a, sides.b)
    reason = f"{one} and {other} differ, but may not be about the same thing: {doubt}."
    return _comparison(sides, "check", reason)


def _overtaken(sides: Sides) -> Comparison | None:
    """A number that its own text gives as overtaken."""
    overtaken = superseded(sides.a, sides.vocabulary), superseded(sides.b, sides.vocabulary)
    if overtaken[0] == overtaken[1] or not any(grows(claim, sides.vocabulary) for claim in (sides.a, sides.b)):
        return None
    old, new = (sides.a, sides.b) if overtaken[0] else (sides.b, sides.a)
    before, now = naming.pair(old, new)
    reason = f"{before} is given as an earlier figure; {now} is the newer one."
    return _comparison(sides, "update", reason)


def _updated(sides: Sides) -> Comparison | None:
    """A count that grows with time, at two known days."""
    a, b = as_of(sides.a), as_of(sides.b)
    if a is None or b is None or a == b:
        return None
    if not (grows(sides.a, sides.vocabulary) and grows(sides.b, sides.vocabulary)):
        return None
    (one, other), (first, second) = naming.pair(sides.a, sides.b), naming.days(sides)
    before, now = sides.pairing.a.typical.low, sides.pairing.b.typical.high
    if before is not None and now is not None and now < before:
        reason = f"{other} {second} is less than {one} {first}, and a running count seldom falls."
        return replace(_comparison(sides, "update", reason), nature="fall", hint="stale number, or a correction?")
    reason = f"{other} {second} is a later figure than {one} {first}."
    return _comparison(sides, "update", reason)


def _moved_within(sides: Sides) -> Comparison | None:
    """One article follows the count as it moves ("rose from 70 to 112", a live report)."""
    if not sides.one_document or sides.a.figure.context.voice == "headline":
        return None
    if not entered_later(sides.b, sides.a):
        if not (grows(sides.a, sides.vocabulary) and grows(sides.b, sides.vocabulary)):
            return None
        if not (moving(sides.a, sides.vocabulary) or moving(sides.b, sides.vocabulary)):
            return None
    x, y = naming.reading(sides.a), naming.reading(sides.b)
    places = sides.a.figure.where, sides.b.figure.where
    reason = f"The article itself moves from {x} ({places[0]}) to {y} ({places[1]}) as the count goes on."
    return _comparison(sides, "update", reason)


def _drifted(sides: Sides) -> Comparison | None:
    """Nearly the same passage in two documents with another number."""
    if sides.one_document or not same_passage(sides.a, sides.b, sides.vocabulary) or sides.two_speakers:
        return None  # a passage that was copied has one speaker
    if any(found.standing == "unlike" for found in scope(sides)):  # it goes on about cars, that one about steel
        return None
    one, other = naming.outlets(sides.a, sides.b)
    x, y = naming.reading(sides.a), naming.reading(sides.b)
    reason = f"Nearly the same passage has {x} in {one} and {y} in {other}."
    return replace(_comparison(sides, "conflict", reason, slip_hint(sides) or "copied wrongly?"), nature="drift")


def _disputed(sides: Sides) -> Comparison | None:
    if not sides.two_speakers:
        return None
    one, other = naming.pair(sides.a, sides.b)
    reason = f"{one} and {other} cannot both be right: two speakers, each with a number of their own."
    return _comparison(sides, "disputed", reason, slip_hint(sides))


def _internal(sides: Sides) -> Comparison | None:
    """Headline against body, or two places of one article in the same voice."""
    if not sides.one_document:
        return None
    one, other = naming.pair(sides.a, sides.b)
    reason = f"One article gives two numbers: {one} and {other}."
    if sides.a.figure.context.voice == "headline" and sides.b.figure.context.voice != "headline":
        reason = f"The headline says {naming.reading(sides.a)}, but its own text has {other}."
    return replace(_comparison(sides, "conflict", reason, slip_hint(sides)), nature="internal")


def _conflicting(sides: Sides) -> Comparison | None:
    one, other = naming.pair(sides.a, sides.b)
    hint = slip_hint(sides)
    same = ", though the speaker is the same" if sides.one_speaker else ""
    reason = f"{one} and {other} cannot both be right{same}."
    return replace(_comparison(sides, "conflict", reason, hint), nature="slip" if hint else None)


LEVELS: tuple[Level, ...] = (
    contested,
    _one_move,
    _alternatives,
    _agrees,
    set_apart,
    _compatible,
    loosely_said,
    headline_rounds,
    _drifted,
    _doubtful,
    _overtaken,
    _updated,
    _moved_within,
    _disputed,
    _internal,
    _conflicting,
)


def _comparison(sides: Sides, relation: str, reason: str, hint: str | None = None) -> Comparison:
    return Comparison(sides.a, sides.b, relation, reason, hint=hint)  # type: ignore[arg-type]


def incomparable(a: Claim, b: Claim, vocabulary: Vocabulary) -> Comparison:
    """What stands between two figures that `compare` cannot compare.

    SEMANTICS §3.1 comes first and stops at two currencies ("$2.5m / €2.5m: not comparable, hinted"), so that the
    "same digits with another currency" of §3.6 is a hint. It is a conflict only where the passage around the number is
    the same too: then the currency, not the number, was copied wrongly.
    """
    a, b = in_order(a, b)
    one, other = a.figure.quantity, b.figure.quantity
    hint = _hint(one, other)
    if hint is not None and a.figure.document.id != b.figure.document.id and same_passage(a, b, vocabulary):
        first, second = naming.outlets(a, b)
        reason = f"Nearly the same passage has {naming.reading(a)} in {first} and {naming.reading(b)} in {second}."
        return Comparison(a, b, "conflict", reason, hint=hint, nature="drift")
    x, y = naming.pair(a, b)
    reason = f"{x} and {y} are not compared: {pair_up(one, other)}."
    return Comparison(a, b, "compatible", reason, hint=hint, nature="apart")


def _hint(a: Quantity, b: Quantity) -> str | None:
    """Where the digits are the same and only the currency, or percent for points, is not."""
    if a.values == b.values and not a.vague and not b.vague:
        if a.kind == b.kind == "money" and a.unit != b.unit:
            return "same digits in another currency: slip?"
        if {a.kind, b.kind} == {"percent", "points"}:
            return "same digits in another unit: slip?"
    return None
