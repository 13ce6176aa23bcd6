"""What a story is called, and which documents are of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import factcheck
from factcheck.ruleset import bundled_ruleset
from factcheck.scan import Scan, assemble

MONDAY = dt.date(2031, 3, 3)


def scanned(*texts: str) -> Scan:
    documents = [
        factcheck.document_from_text(text, f"{n}.txt", MONDAY + dt.timedelta(n), id=f"d{n}")
        for n, text in enumerate(texts, 1)
    ]
    return assemble([factcheck.extract(document) for document in documents], bundled_ruleset())


def told(*texts: str) -> list[tuple[str, Sequence[str]]]:
    return [(story.name, story.documents) for story in scanned(*texts).stories]


QUAKE = """Quake shakes {title}

At least {n} people were killed when a quake hit the town of Orvik on Monday, {who} said. The tremor brought down the
Orvik granary and cracked the Hallgard dam.
"""
STRIKE = "Pilots of Norlund Air strike\n\nNorlund Air cancelled 40 flights as its pilots walked out, the airline said."


def test_documents_of_one_event_are_a_story_named_by_place_and_day() -> None:
    quakes = [QUAKE.format(title="Orvik", n=n, who=who) for n, who in ((12, "police"), (15, "the mayor"))]
    found = scanned(*quakes, STRIKE)
    assert [(story.id, story.documents) for story in found.stories] == [("s1", ("d1", "d2")), ("s2", ("d3",))]
    assert found.stories[0].name == "Orvik, 3 March 2031"
    assert found.stories[0].days == (MONDAY, MONDAY + dt.timedelta(2))


def test_a_document_alone_is_called_by_its_title() -> None:
    assert told(STRIKE) == [("Pilots of Norlund Air strike, 4 March 2031", ("d1",))]


def test_a_country_that_is_always_in_the_news_is_no_name() -> None:
    texts = [
        f"Norlund raises {what}\n\nNorlund said it would tax {n} goods from the United States from Monday, its "
        "minister of trade told Norlund radio. The Norlund Chamber warned of empty shelves."
        for what, n in (("tariffs", 300), ("its tariffs again", 340))
    ]
    [(name, documents)] = told(*texts)
    assert documents == ("d1", "d2")
    assert name.startswith("Norlund, ")


def test_every_document_stands_in_one_story() -> None:
    found = scanned(STRIKE, "No number here.", QUAKE.format(title="town", n=9, who="police"))
    assert sorted(document for story in found.stories for document in story.documents) == ["d1", "d2", "d3"]
