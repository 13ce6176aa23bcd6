"""Scans built by hand for the reports' tests: each figure is named by its words and found in its document's text."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from factcheck.claims import Claim
from factcheck.comparing import Comparison, Conflict, Relation
from factcheck.context.model import Aggregation, Counted, Speaker, When
from factcheck.context.registry import Context
from factcheck.documents import Document, Unread
from factcheck.figures import Figure
from factcheck.grouping import ClaimGroup, Evidence, Link
from factcheck.intervals import Interval
from factcheck.quantities import Hedge, Kind, Quantity, Seen, Unit
from factcheck.scan import Scan
from factcheck.spans import Span
from factcheck.stories import tell_stories
from factcheck.vocabulary import default_vocabulary

Bound = int | str | None


def interval(low: Bound, high: Bound, *, low_open: bool = False, high_open: bool = False) -> Interval:
    return Interval(None if low is None else Decimal(low), None if high is None else Decimal(high), low_open, high_open)


def document(text: str, name: str = "d1", **known: Any) -> Document:
    known.setdefault("path", f"articles/{name}.txt")
    return Document(name, text=text, sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), **known)


def figure(
    doc: Document,
    words: str,
    low: Bound,
    high: Bound = None,
    *,
    id: str = "f1",  # noqa: A002 (the field's name)
    number: str | None = None,
    exact: bool = True,
    typical: Interval | None = None,
    hedge: Hedge | None = None,
    kind: Kind = "count",
    unit: Unit | None = None,
    speaker: str | None = None,
    named: bool = True,
    as_of: str | None = None,
    counted: str | None = None,
    aggregation: Aggregation | None = None,
    nth: int = 0,
    low_open: bool = False,
) -> Figure:
    """The ``nth`` place of ``words`` in the document as a figure; one bound alone makes an exact value."""
    start = -1
    for _ in range(nth + 1):
        start = doc.text.index(words, start + 1)
    span = Span(start, start + len(words))
    number_start = doc.text.index(number or words, start)
    hard = interval(low, low if exact and high is None else high, low_open=low_open)
    day = dt.date.fromisoformat(as_of) if as_of else None
    quantity = Quantity(
        span,
        Span(number_start, number_start + len(number or words)),
        tuple(v for v in (hard.low, hard.high) if v is not None)[-1:],
        hard,
        typical or hard,
        kind,
        hedge,
        unit,
    )
    context = Context(
        counted=Counted(counted, counted.split()[-1]) if counted else None,
        speaker=Speaker(speaker, speaker.lower(), named) if speaker else None,
        when=When(day, day, as_of or "") if day else None,
        aggregation=aggregation,
    )
    stop = doc.text.find("\n", span.stop)
    sentence = Span(doc.text.rfind("\n", 0, span.start) + 1, len(doc.text) if stop < 0 else stop)
    return Figure(id, doc, doc.line(start), quantity, sentence, context)


def claim(fig: Figure, question: str, type: str | None = "aircraft.destroyed") -> Claim:  # noqa: A002
    return Claim(fig, type, None, question, (type or question, fig.quantity.kind))


def conflict(
    figures: Sequence[Figure],
    question: str = "How many bombers were destroyed?",
    relation: Relation = "disputed",
    *,
    id: str = "g1",  # noqa: A002
    type: str | None = "aircraft.destroyed",  # noqa: A002
    pairs: Sequence[tuple[int, int, Relation, str]] = (),
    hint: str | None = None,
    priority: float = 0.9,
    origins: int = 2,
) -> Conflict:
    claims = tuple(claim(f, question, type) for f in figures)
    link = Link(
        claims[0], claims[-1], (Evidence("action", "both destroy", 4.1), Evidence("place", "unknown", 0.0)), 0.97
    )
    group = ClaimGroup(id, type, question, claims, (link,), 0.97)
    comparisons = tuple(
        Comparison(claims[a], claims[b], rel, reason, hint=hint if n == 0 else None)
        for n, (a, b, rel, reason) in enumerate(pairs)
    )
    span = claims[0].figure.quantity.hard
    for other in claims[1:]:
        span = span.hull(other.figure.quantity.hard)
    outlets = len({f.document.outlet or f.document.path for f in figures})
    return Conflict(group, relation, comparisons, priority, span, origins, outlets)


def seen(doc: Document, words: str, why: str) -> Seen:
    """The first place of ``words`` in the document as something that is no figure."""
    start = doc.text.index(words)
    return Seen(Span(start, start + len(words)), why)


def scan(conflicts: Sequence[Conflict] = (), alone: Sequence[Figure] = (), **rest: Any) -> Scan:
    """A Scan of the conflicts' documents and figures, those ``alone`` after them."""
    claims = [c for conflict in conflicts for c in conflict.group.claims]
    figures = [c.figure for c in claims] + list(alone)
    documents = rest.pop("documents", None) or tuple({f.document.id: f.document for f in figures}.values())
    rest.setdefault("seen", ())
    rest.setdefault("unread", ())
    ties = [[claim.figure.document.id for claim in each.group.claims] for each in conflicts]
    rest.setdefault("stories", tell_stories(documents, figures, (), ties, default_vocabulary()))
    return Scan(documents, tuple(figures), tuple(claims), tuple(conflicts), rules_hash="0123456789abcdef", **rest)


TOLL = """Rescuers in Port Tarn end the search
At least 14 people died when the ferry Marisol went down, the coast guard said on Tuesday.
The harbour master, Ines Duarte, put the dead at 19.
Up to 40 passengers were aboard, the company said; the coast guard said a few.
"""
WIRE = """Ferry sinks off Port Tarn
Twelve people were killed, officials said on Monday.
A ticket cost about $2.5 million in 1999 money, one joke went.
"""


def ferry_scan(**rest: Any) -> Scan:
    """Two documents, four claims' worth of figures: a dispute, an update, an agreement, one alone, one unread."""
    herald = document(
        TOLL,
        "d1",
        path="in/herald.txt",
        outlet="Tarn Herald",
        published=dt.date(2031, 3, 4),
        title="Rescuers end search",
    )
    wire = document(WIRE, "d2", path="in/wire.txt", outlet="Coast Wire", published=dt.date(2031, 3, 3))
    usual = interval(14, 21)
    dead = [
        figure(
            herald,
            "At least 14",
            14,
            exact=False,
            typical=usual,
            hedge="at_least",
            number="14",
            id="f1",
            speaker="the coast guard",
            as_of="2031-03-04",
            counted="people",
            aggregation="total",
        ),
        figure(herald, "19", 19, id="f2", speaker="Ines Duarte", as_of="2031-03-04", aggregation="total"),
        figure(
            wire, "Twelve", 12, id="f3", speaker="officials", as_of="2031-03-03", counted="people", aggregation="total"
        ),
    ]
    aboard = [
        figure(
            herald,
            "Up to 40",
            0,
            40,
            id="f4",
            number="40",
            typical=interval(20, 40),
            hedge="at_most",
            speaker="the company",
        ),
        figure(herald, "a few", 2, 9, id="f5", typical=interval(3, 6), hedge="vague", speaker="the coast guard"),
    ]
    money = figure(
        wire,
        "about $2.5 million",
        2000000,
        3000000,
        id="f6",
        number="$2.5 million",
        kind="money",
        hedge="about",
        unit=Unit("USD", "money"),
    )
    return scan(
        [
            conflict(
                aboard,
                "How many passengers were aboard?",
                "disputed",
                id="g1",
                type=None,
                pairs=[(0, 1, "disputed", "The company says up to 40, the coast guard says a few (2 to 9).")],
                hint="slip of unit or typing?",
            ),
            conflict(
                dead,
                "How many people were killed?",
                "update",
                id="g2",
                type="casualties.killed",
                priority=0.4,
                pairs=[(0, 2, "update", "The later report (4 March) says at least 14, the earlier (3 March) says 12.")],
            ),
        ],
        [money],
        seen=((wire, seen(wire, "1999", "year")),),
        unread=(Unread("in/scan.pdf", "the file is encrypted; save it without a password"),),
        **rest,
    )


HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> </script> ]]> <!-- {{ 7*7 }} ${8*8} "
    "\"quotes' & \u202eoverride \u2067isolate \x1b[31mred\x1b[0m \x00null \ud800half | pipe "
    "`tick` **bold** _em_ [a](b) @someone #12 =1+1 '''wiki''' [[link]] {{tpl}} ~~~~ ::error::x\n"
)


def hostile_scan(times: int = 1) -> Scan:
    """A group whose every text, from the path to the reason, tries to be more than text."""
    line = HOSTILE.strip()
    text = (HOSTILE + "Then 12 died " + "w" * 10_000 + ".\n") * times + HOSTILE + "Then 15 died, =HYPERLINK(1).\n"
    doc = document(text, "d1", path=f"in/{line}.txt", outlet=line, title=line, published=dt.date(2031, 3, 4))
    figures = [
        figure(doc, "12", 12, id="f1", speaker=line, counted=line),
        figure(doc, "15", 15, id="f2", speaker="=" + line),
    ]
    pairs: list[tuple[int, int, Relation, str]] = [(0, 1, "conflict", line), (0, 1, "check", line)]
    group = conflict(figures, line, "conflict", type=line, pairs=pairs, hint=line)
    return scan([dataclasses.replace(group, notes=(line,), copies=((line, line),))], unread=(Unread(line, line),))


def large_scan(conflicts: int, alone: int = 0) -> Scan:
    """Many groups of two figures each, and more figures that stand alone, in documents of a hundred figures."""
    relations: tuple[Relation, ...] = ("conflict", "disputed", "check", "update", "compatible", "agree")
    total = 2 * conflicts + alone
    docs = [
        document(
            "".join(f"In town {k} some {k} people met.\n" for k in range(n, min(n + 100, total))), f"d{n // 100 + 1}"
        )
        for n in range(0, total, 100)
    ]
    figures = [
        figure(docs[k // 100], f"some {k} people", k, id=f"f{k + 1}", number=str(k), speaker=f"official {k % 7}")
        for k in range(total)
    ]
    groups = [
        conflict(
            figures[2 * n : 2 * n + 2],
            f"How many people met in case {n}?",
            relations[n * len(relations) // conflicts],
            id=f"g{n + 1}",
            type=f"meeting.kind{n % 5}",
            pairs=[(0, 1, relations[n * len(relations) // conflicts], f"They say {2 * n} and {2 * n + 1}.")],
            priority=1 - n / conflicts,
        )
        for n in range(conflicts)
    ]
    return scan(groups, figures[2 * conflicts :], documents=tuple(docs))


def uneven_stories() -> Scan:
    """Nine questions of one story and one of another, which is the second in rank."""
    lines = "".join(f"Of these there were {n} or {n + 1}.\n" for n in range(100, 190, 10))
    long, short = document("Tarn\n" + lines, "d1", title="Tarn"), document("Marl\nIt had 7 or 8.\n", "d2", title="Marl")
    pairs = [[figure(long, str(each), each, id=f"f{each}") for each in (n, n + 1)] for n in range(100, 190, 10)]
    pairs.insert(1, [figure(short, str(each), each, id=f"f{each}") for each in (7, 8)])
    told: tuple[tuple[int, int, Relation, str], ...] = ((0, 1, "disputed", "They differ."),)
    return scan([conflict(two, f"Number {n}?", id=f"g{n}", pairs=told) for n, two in enumerate(pairs, 1)])


def matrices() -> Scan:
    """Two stories, each with a wide matrix of its sources and questions of several pairs."""
    told: tuple[tuple[int, int, Relation, str], ...] = (
        (0, 1, "disputed", "They differ."),
        (0, 2, "check", "So do they."),
    )
    found = []
    for n, town in enumerate(("Tarn", "Marl")):
        kinds = ("boats", "cranes", "piers", "sheds", "tugs", "carts")
        lines = [f"It had {{}}{at} {kind}.\n" for at, kind in enumerate(kinds, 1)]
        texts = ["".join(lines).format(*[each] * len(kinds)) for each in (5, 6, 7)]
        docs = [document(f"{town}\n{text}", f"d{n}{each}", title=town) for each, text in enumerate(texts, 5)]
        for at, kind in enumerate(kinds, 1):
            numbers = [10 * each + at for each in (5, 6, 7)]
            said = [figure(doc, str(m), m, id=f"f{n}-{m}") for doc, m in zip(docs, numbers, strict=True)]
            found.append(conflict(said, f"How many {kind} had {town}?", id=f"g{n}{at}", pairs=told))
    return scan(found)
