"""The five seed documents, row by row: every figure, its reading, claim and speaker, and how they group.

Run on the real documents of ``../shared/seeds`` (see EXPECTED.md there) and on the project's own ``seeds/``, which
carry the same figures in other sentences.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

import factcheck
from factcheck.claims import Claim
from factcheck.comparing import FLAGGED, Conflict
from factcheck.scan import Scan

ROOT = Path(__file__).parent.parent
CORPORA = {"own": ROOT / "seeds", "real": ROOT.parent / "shared" / "seeds"}
ANY = "any"  # the speaker of this row is a matter of taste

INF = None


class Row(NamedTuple):
    """A figure (``times`` of them) that document ``doc`` must hold."""

    doc: str
    values: tuple[int, ...]
    low: str | None
    high: str | None
    unit: str  # unit's name, or the head of what is counted
    claim: str | None
    speaker: str | None  # words of the speaker; None: the outlet's own voice
    times: int = 1


ROWS = [
    Row("000", (3,), "3", "3", "year", "war.duration", None),
    Row("000", (2,), "2", "2", "round", "talks.round", ANY),
    Row("000", (4,), "4", "4", "party|way|meeting", ANY, ANY),
    Row("001", (30,), "30", "30", "day", "ceasefire.length", "Kyiv|allies", 2),
    Row("001", (3,), "3", "3", "year", "war.duration", ANY),
    Row("001", (20000, 99999), "10000", INF, "person", "casualties.killed", None),
    Row("002", (2,), "2", "2", "round", "talks.round", None, 2),
    Row("002", (2,), "2", "2.4", "week", ANY, None),
    Row("002", (162,), "162", "162", "drone", "drones.downed", "Defense Ministry"),
    Row("002", (52,), "52", "52", "drone", "drones.downed", "Ukraine"),
    Row("002", (80,), "80", "80", "drone", "drones.launched", "Ukraine"),
    Row("002", (500,), "500", "500", "percent", "tariffs.rate", "legislation"),
    Row("002", (82,), "82", "82", "co-sponsor", "legislation.cosponsors", "Graham"),
    Row("002", (40,), "0", "40", "bomber", "aircraft.destroyed", "security services"),
    Row("002", (), "2", "9", "plane", "aircraft.destroyed", "Russian officials"),
    Row("002", (0,), "0", "0", "casualty|person", "casualties", "Russian officials"),
    Row("002", (40,), "40", "40", "bomber", "aircraft.destroyed", "security official"),
    Row("002", (12,), "12", INF, "soldier", "casualties.killed", "army"),
    Row("002", (12,), "12", "12", "soldier", "casualties.killed", None, 2),
    Row("002", (60,), "60", INF, "injury|person|soldier", "casualties.injured", ANY, 2),
    Row("002", (472,), "472", "472", "drone", "drones.launched", "Ukraine"),
    Row("002", (7,), "7", "7", "missile", "missiles.launched", "Ukraine"),
    Row("002", (11,), "11", "11", "settlement", ANY, None),
    Row("002", (163,), "163", "163", "outlet|source", ANY, None, 2),
    Row("003", (3,), "3", INF, "year", "war.duration", None),
    Row("003", (2,), "2", INF, "month", ANY, ANY),
    Row("003", (30,), "30", "30", "day", "ceasefire.length", "Ukraine"),
    Row("003", (30, 50, 100), "30", "100", "day", "ceasefire.length", "Sybiha"),
    Row("003", (20000, 99999), "10000", INF, "person", "casualties.killed", None),
    Row("003", (2000000, 9999999), "1000000", INF, "person", "displacement", None),
    Row("003", (3,), "3", INF, "year", "talks.gap", None),
    Row("003", (48,), "48", "48", "hour", ANY, "Macron"),
    Row("003", (), "12", "199", "drone", "drones.launched", ANY),
    Row("004", (3,), "3", INF, "year", "talks.gap", None),
    Row("004", (30,), "30", "30", "day", "ceasefire.length", ANY),
    Row("004", (1000,), "1000", "1000", "prisoner", "prisoners.exchanged", None),
    Row("004", (9,), "9", "9", "person|civilian", "casualties.killed", "authorities"),
    Row("004", (5,), "5", "5", "person|civilian", "casualties.injured", "authorities"),
    Row("004", (6,), "6", INF, "person", "casualties.killed", None),
    Row("004", (12,), "12", INF, "person", "casualties.injured", None),
    Row("004", (5,), "5", "5", "region", ANY, "Moscow"),
    Row("004", (4,), "4", "4", "region", ANY, ANY),
]

# Each line: figures that stand together, as (document, value).
TOGETHER: list[list[tuple[str, str]]] = [
    [("001", "30 day"), ("003", "30 day"), ("004", "30 day"), ("003", "30/50/100 day")],
    [("001", "tens"), ("003", "tens")],
    [("000", "3 war"), ("001", "3 war"), ("003", "3 war")],
    [("003", "3 gap"), ("004", "3 gap")],
    [("000", "round"), ("002", "round")],
    [("002", "12 soldiers")],
    [("002", "60 injured")],
]


def values(claim: Claim) -> tuple[int, ...]:
    """The values of a claim that are whole numbers, as the tables here write them."""
    return tuple(int(value) for value in claim.figure.quantity.values)


WHERE: dict[str, Callable[[Claim], object]] = {
    "30 day": lambda c: values(c) == (30,) and c.type == "ceasefire.length",
    "30/50/100 day": lambda c: values(c) == (30, 50, 100),
    "tens": lambda c: c.figure.quantity.vague and c.type and c.type.startswith("casualties.killed"),
    "3 war": lambda c: c.type == "war.duration",
    "3 gap": lambda c: c.type == "talks.gap",
    "round": lambda c: c.type == "talks.round",
    "12 soldiers": lambda c: values(c) == (12,) and (c.type or "").startswith("casualties.killed"),
    "60 injured": lambda c: values(c) == (60,),
    "9 killed": lambda c: values(c) == (9,),
    "6 killed": lambda c: values(c) == (6,),
    "162": lambda c: values(c) == (162,),
    "52": lambda c: values(c) == (52,),
    "500": lambda c: values(c) == (500,),
}
APART = [
    (("004", "9 killed"), ("004", "6 killed")),
    (("004", "9 killed"), ("002", "12 soldiers")),
    (("004", "6 killed"), ("002", "12 soldiers")),
    (("002", "162"), ("002", "52")),
]


@functools.cache
def scanned(corpus: str) -> Scan:
    return factcheck.scan([CORPORA[corpus]])


@pytest.fixture(params=CORPORA)
def scan(request: pytest.FixtureRequest) -> Scan:
    if not CORPORA[request.param].is_dir():
        pytest.skip(f"{CORPORA[request.param]} is not here")
    return scanned(request.param)


def doc(claim: Claim) -> str:
    return Path(claim.figure.document.path).name[:3]


def describe(claim: Claim) -> str:
    figure, context = claim.figure, claim.figure.context
    return (
        f"{doc(claim)} {figure.text!r} {figure.quantity.values} "
        f"{figure.quantity.hard.low}..{figure.quantity.hard.high} "
        f"unit={figure.quantity.unit and figure.quantity.unit.name} counted={context.counted and context.counted.head} "
        f"action={context.action and context.action.lemma} claim={claim.type} "
        f"speaker={context.speaker and context.speaker.text}"
    )


def fits(claim: Claim, row: Row) -> bool:
    quantity, counted = claim.figure.quantity, claim.figure.context.counted
    names = {quantity.unit.name if quantity.unit else None, counted.head if counted else None}
    low, high = (None if b is None else Decimal(b) for b in (row.low, row.high))
    if quantity.hedge is None:  # rounding slack is no part of the reading
        reading_fits = values(claim) == row.values
    elif quantity.vague and row.values:
        reading_fits = (quantity.typical.low, quantity.typical.high) == tuple(map(Decimal, row.values))
    else:
        reading_fits = (quantity.hard.low, quantity.hard.high) == (low, high)
    return doc(claim) == row.doc and reading_fits and _any(row.unit, names)


def _any(options: str, names: Iterable[str | None]) -> bool:
    return any(option == name for option in options.split("|") for name in names)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.doc}-{row.low}-{row.unit}")
def test_row(scan: Scan, row: Row) -> None:
    found = [claim for claim in scan.claims if fits(claim, row)]
    near = "\n".join(describe(claim) for claim in scan.claims if doc(claim) == row.doc)
    if row.claim not in (ANY, None):
        found = [claim for claim in found if (claim.type or "").startswith(str(row.claim))]
    if row.speaker != ANY:
        found = [claim for claim in found if _speaker_fits(claim, row.speaker)]
    assert len(found) >= row.times, f"{row} among:\n{near}"


def _speaker_fits(claim: Claim, words: str | None) -> bool:
    speaker = claim.figure.context.speaker
    if words is None:
        return speaker is None
    return speaker is not None and any(word in speaker.text for word in words.split("|"))


def test_nothing_else_with_digits_is_a_figure(scan: Scan) -> None:
    extra = [
        describe(claim)
        for claim in scan.claims
        if any(letter.isdigit() for letter in claim.figure.number) and not any(fits(claim, row) for row in ROWS)
    ]
    assert extra == []


def test_every_digit_is_a_figure_or_seen_with_a_reason(scan: Scan) -> None:
    for document in scan.documents:
        covered: set[int] = set()
        for figure in scan.figures:
            if figure.document.id == document.id:
                covered.update(range(*figure.quantity.span))
        for owner, seen in scan.seen:
            if owner.id == document.id:
                assert seen.why
                covered.update(range(*seen.span))
        missed = [at for at, letter in enumerate(document.text) if letter.isdigit() and at not in covered]
        assert [document.text[max(0, at - 20) : at + 20] for at in missed] == []


def group_of(scan: Scan, claim: Claim) -> Conflict | None:
    return next((c for c in scan.questions if any(m.figure.id == claim.figure.id for m in c.group.claims)), None)


def pick(scan: Scan, where: tuple[str, str]) -> list[Claim]:
    found = [claim for claim in scan.claims if doc(claim) == where[0] and WHERE[where[1]](claim)]
    assert found, where
    return found


@pytest.mark.parametrize("members", TOGETHER, ids=lambda members: members[0][1])
def test_grouped(scan: Scan, members: list[tuple[str, str]]) -> None:
    claims = [claim for member in members for claim in pick(scan, member)]
    groups = {conflict.group.id if conflict else None for conflict in (group_of(scan, c) for c in claims)}
    assert len(claims) > 1
    assert len(groups) == 1, [describe(c) for c in claims]
    assert None not in groups, [describe(c) for c in claims]
    group = group_of(scan, claims[0])
    assert group is not None
    assert group.relation in ("agree", "compatible")


@pytest.mark.parametrize(("one", "other"), APART, ids=str)
def test_kept_apart(scan: Scan, one: tuple[str, str], other: tuple[str, str]) -> None:
    for a in pick(scan, one):
        for b in pick(scan, other):
            group = group_of(scan, a)
            assert group is None or group is not group_of(scan, b)


def test_tariff_stands_alone(scan: Scan) -> None:
    group = group_of(scan, pick(scan, ("002", "500"))[0])
    assert group is None


def test_exactly_two_groups_are_flagged(scan: Scan) -> None:
    flagged = {c.relation: c for c in scan.questions if c.relation in FLAGGED}
    shown = [(c.relation, c.group.question, [describe(m) for m in c.group.claims]) for c in flagged.values()]
    assert len([c for c in scan.questions if c.relation in FLAGGED]) == 2, shown
    disputed, check = flagged["disputed"], flagged["check"]
    assert {c.type for c in disputed.group.claims} == {"aircraft.destroyed"}
    assert sorted(c.figure.text.lower() for c in disputed.group.claims) == ["40", "a few", "up to 40"]
    assert {c.type for c in check.group.claims} == {"drones.launched"}
    assert {80, 472} <= {int(v) for c in check.group.claims for v in c.figure.quantity.values}
