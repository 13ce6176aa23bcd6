"""What a bound claim type must also hold: words that can match, examples that mark a number, claims that exist."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from factcheck.ruleset import templates, words
from factcheck.ruleset.model import ClaimType
from factcheck.units.index import unit_index
from factcheck.vocabulary import Vocabulary
from factcheck.vocabulary.places import Path
from factcheck.vocabulary.problems import suggestion

WORD_KEYS = (
    "counted",
    "done_to",
    "done_by",
    "nouns",
    "not_counted",
    "qualifiers",
    "not_qualifiers",
    "near",
    "not_near",
)
_OPPOSITES = (("counted", "not_counted"), ("qualifiers", "not_qualifiers"), ("near", "not_near"))
CLAIM_KEYS = ("at_most", "part_of", "adds_up_to")
_MARK = re.compile(r"\{([^{}]*)\}")


class Fault(NamedTuple):
    """Something wrong inside one claim, at a path below it; a grave one leaves the claim out of the rule set."""

    path: Path
    what: str
    todo: str
    grave: bool = True


def find_faults(
    claim: ClaimType, names: Collection[str], lists: Mapping[str, tuple[str, ...]], vocabulary: Vocabulary
) -> Iterator[Fault]:
    """Everything wrong with a claim type whose keys and values are of the right form."""
    for prefix, way, given in _ways(claim):
        yield from _word_faults(way, given, prefix, lists)
        yield from _unit_faults(way, given, prefix, vocabulary)
        if not any(getattr(way, key) for key in (*WORD_KEYS[:4], "near", "unit", "per")):
            yield Fault(prefix, "this claim would match every number", "give counted, done_to, nouns, near or unit")
    yield from _number_faults(claim)
    yield from find_reference_faults(claim, names)
    fault = templates.fault(claim.question)
    if fault:
        yield Fault(("question",), *fault)
    yield from _example_faults(claim, names)


def _ways(claim: ClaimType) -> Iterator[tuple[Path, ClaimType, Collection[str]]]:
    """Each way to say a claim with its path and the keys it gives itself."""
    yield (), claim, (*WORD_KEYS, "unit", "per")
    for at, (given, way) in enumerate(zip(claim.also, list(claim.ways())[1:], strict=True)):
        yield ("also", at), way, given.given()


def _word_faults(
    way: ClaimType, given: Collection[str], prefix: Path, lists: Mapping[str, tuple[str, ...]]
) -> Iterator[Fault]:
    for key in WORD_KEYS:
        for at, word in enumerate(getattr(way, key) if key in given else ()):
            fault = words.fault(word, lists)
            if fault:
                yield Fault((*prefix, key, at), *fault)
    for key, opposite in _OPPOSITES:
        for at, word in enumerate(getattr(way, opposite)):
            if word in getattr(way, key) and (key in given or opposite in given):
                path = (*prefix, opposite, at) if opposite in given else (*prefix, key)
                yield Fault(path, f'"{word}" is both in {key} and {opposite}', "keep one")


def _unit_faults(way: ClaimType, given: Collection[str], prefix: Path, vocabulary: Vocabulary) -> Iterator[Fault]:
    if not (("unit" in given and way.unit) or ("per" in given and way.per)):
        return
    index = unit_index(vocabulary)
    for at, unit in enumerate(way.unit if "unit" in given else ()):
        if unit not in index.named:
            meant = index.words.get(unit.lower())
            todo = f'did you mean "{meant.name}"?' if meant else suggestion(unit, index.named)
            yield Fault((*prefix, "unit", at), f'no unit "{unit}"', todo)
    denominators = frozenset(index.per.values())
    for at, word in enumerate(way.per if "per" in given else ()):
        if word not in denominators:
            yield Fault((*prefix, "per", at), f'nothing is counted per "{word}"', suggestion(word, denominators))


def _number_faults(claim: ClaimType) -> Iterator[Fault]:
    if claim.low is not None and claim.high is not None and claim.low > claim.high:
        yield Fault(("low",), f"low {claim.low} is above high {claim.high}", "exchange them")
    if claim.tolerance is not None and not Decimal(0) <= claim.tolerance <= Decimal(1):
        yield Fault(("tolerance",), f"tolerance {claim.tolerance} is no share", "give a share from 0 to 1: 0.2 is 20 %")
    if not 0 <= claim.priority <= 10:
        yield Fault(("priority",), f"priority {claim.priority} is out of range", "give 0 to 10; precedence may be any")
    if claim.reach < 1:
        yield Fault(("reach",), f"reach {claim.reach} reaches no word", "give 1 or more")
    if not claim.kind:
        yield Fault(("kind",), "no kind of number", 'give one: kind = ["count"]')
    for at, key in enumerate(claim.may_miss):
        if key not in claim.depends_on:
            yield Fault(("may_miss", at), f'"{key}" is not in scope', "only what is in scope can be missing")


def find_reference_faults(claim: ClaimType, names: Collection[str]) -> Iterator[Fault]:
    """Claims named that do not exist, as when a file that defined them was replaced."""
    for key in CLAIM_KEYS:
        for at, other in enumerate(getattr(claim, key)):
            if other == claim.name:
                yield Fault((key, at), "a claim cannot be checked against itself", "name another claim")
            elif other not in names:
                yield Fault((key, at), f'no claim "{other}"', suggestion(other, names))


def _example_faults(claim: ClaimType, names: Collection[str]) -> Iterator[Fault]:
    if not claim.match:
        yield Fault((), "no example", 'add one: match = ["… killing {12} people"]', grave=False)
    for key, at, part, text in _texts(claim):
        found = _MARK.findall(text)
        path = (key, at) if isinstance(getattr(claim, key)[at], str) else (key, at, part)
        if len(found) != 1:
            what = "no number in braces" if not found else f"{len(found)} numbers in braces"
            yield Fault(path, what, 'mark the one number that is meant: "killing {12} people"', grave=False)
        elif not found[0].strip():
            yield Fault(path, "nothing between the braces", "put the number between them: {12}", grave=False)
    for at, near_miss in enumerate(claim.no_match):
        yield from _instead_faults(claim, ("no_match", at, "instead"), near_miss.instead, names)
    for at, verdict in enumerate(claim.verdict):
        for part in ("a_date", "b_date"):
            if not _is_date(getattr(verdict, part)):
                what = f'"{getattr(verdict, part)}" is no day'
                yield Fault(("verdict", at, part), what, "write it as 2025-06-01", grave=False)


def _instead_faults(claim: ClaimType, path: Path, instead: str | None, names: Collection[str]) -> Iterator[Fault]:
    if instead == claim.name:
        yield Fault(path, "a near-miss cannot belong to its own claim", "name the other claim", grave=False)
    elif instead is not None and instead not in names:
        yield Fault(path, f'no claim "{instead}"', suggestion(instead, names), grave=False)


def _texts(claim: ClaimType) -> Iterator[tuple[str, int, str, str]]:
    for at, match in enumerate(claim.match):
        yield "match", at, "text", match if isinstance(match, str) else match.text
    for at, near_miss in enumerate(claim.no_match):
        yield "no_match", at, "text", near_miss.text
    for at, verdict in enumerate(claim.verdict):
        yield "verdict", at, "a", verdict.a
        yield "verdict", at, "b", verdict.b


def _is_date(text: Any) -> bool:
    if text is None:
        return True
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True
