"""How a reason names readings, people, outlets and days."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from factcheck.claims import Claim
from factcheck.comparing import naming
from factcheck.context.model import When
from factcheck.documents.called import names, outlet
from tests.claim_factories import claim, document
from tests.report_factories import document as report_document


@pytest.mark.parametrize(
    ("path", "known", "called"),
    [
        ("in/a.txt", "Tarn Herald", "Tarn Herald"),
        ("in/a.txt", "news.tarn.example", "news.tarn.example"),  # a domain is written as it is
        ("in/a.txt", "Tarn Times - Opinion", "Tarn Times – Opinion"),
        ("in/a.txt", "Tarn-on-Sea Post", "Tarn-on-Sea Post"),
        ("in/ferry-sinks.txt", None, "ferry-sinks"),
        ("in/41_1x__41_1x.txt", None, "41_1x"),  # a collection that gives its names twice
        ("in/41_1x__41_2x.txt", None, "41_1x__41_2x"),
        ("-", None, "stdin"),
    ],
)
def test_what_a_reader_calls_a_document(path: str, known: str | None, called: str) -> None:
    assert outlet(report_document("12 died.", path=path, outlet=known)) == called


@pytest.mark.parametrize(
    ("articles", "called"),
    [
        ([("in/a.txt", "Herald"), ("in/b.txt", "Wire")], ["Herald", "Wire"]),
        (
            [("in/Tarn_News__710BLc7AaibyNVtA.txt", "Tarn News"), ("in/Tarn_News__7KvWF4Z5Iti4gyzy.txt", "Tarn News")],
            ["Tarn News (710B…)", "Tarn News (7KvW…)"],
        ),
        ([("monday/flood.txt", None), ("tuesday/flood.txt", None)], ["flood (monday)", "flood (tuesday)"]),
    ],
)
def test_two_documents_of_one_name_are_told_apart(articles: list[tuple[str, str | None]], called: list[str]) -> None:
    documents = [report_document("12 died.", f"d{n}", path=path, outlet=o) for n, (path, o) in enumerate(articles)]
    assert list(names(documents).values()) == called


@pytest.mark.parametrize(
    ("text", "speaker", "named", "called"),
    [
        ("Hospital officials say {40}; the hospital is full.", "Hospital officials", False, "hospital officials"),
        ("Kurdish officials say {40}.", "Kurdish officials", False, "Kurdish officials"),
        ("UN officials say {40}, un autre dit 30.", "UN officials", False, "UN officials"),
        ("Police say {40}.", "Police", False, "police"),
        ("The mayor says {40}.", "The mayor", False, "the mayor"),
        ("Rose Field says {40}; she rose.", "Rose Field", True, "Rose Field"),  # a name, whatever else the word means
        ("news.tarn.example says {40}.", "news.tarn.example", True, "news.tarn.example"),
    ],
)
def test_a_speaker_inside_a_sentence(text: str, speaker: str, named: bool, called: str) -> None:
    assert naming.speaker(claim(text, speaker=speaker, named=named).figure) == called


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The water rose {2} metres.", "“2 metres”"),
        ("The wreck lies {tens} of metres below.", "“tens of metres”"),
        ("They saw a {2}-metre wave.", "“2-metre”"),
        ("It killed {40} people.", "“40”"),
        ("It cost {$3 million}.", "“$3 million”"),
    ],
)
def test_a_reading_with_its_unit(text: str, words: str) -> None:
    assert naming.reading(claim(text)) == words


def _about(made: Claim, start: str, stop: str) -> Claim:
    when = When(dt.date.fromisoformat(start), dt.date.fromisoformat(stop), "")
    context = dataclasses.replace(made.figure.context, when=when)
    return dataclasses.replace(made, figure=dataclasses.replace(made.figure, context=context))


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (("2024-03-04", "2024-03-04"), ("2024-03-05", "2024-03-05"), ("on 4 March 2024", "on 5 March 2024")),
        (("2024-03-01", "2024-03-31"), ("2024-05-01", "2024-05-31"), ("in March 2024", "in May 2024")),
        (("2023-01-01", "2023-12-31"), ("2024-05-01", "2024-05-31"), ("in 2023", "in May 2024")),
        (("2023-03-02", "2023-03-04"), ("2024-03-05", "2024-03-05"), ("on 4 March 2023", "on 5 March 2024")),
    ],
)
def test_days_are_as_exact_as_the_text(one: tuple[str, str], other: tuple[str, str], days: tuple[str, str]) -> None:
    a, b = (_about(claim("It killed {40} people.", aggregation="total"), *span) for span in (one, other))
    assert (naming.day(a), naming.day(b)) == days


@pytest.mark.parametrize(
    ("lines", "speakers", "pair"),
    [
        ((7, 9), (None, "Arlen"), ("“80” in line 7", "“90” according to Arlen (line 9)")),
        ((7, 7), (None, None), ("“80”", "“90” in line 7")),
        ((7, 7), ("Arlen", "Arlen"), ("“80”", "“90” according to Arlen (line 7)")),
        ((7, 7), (None, "Arlen"), ("“80” in line 7", "“90” according to Arlen (the same line)")),
        ((7, 7), ("Arlen", None), ("“80” according to Arlen (line 7)", "“90” in the same line")),
    ],
)
def test_what_is_shared_is_named_once(
    lines: tuple[int, int], speakers: tuple[str | None, str | None], pair: tuple[str, str]
) -> None:
    home = document("It sent 80 drones. It sent 90 drones.")
    one = claim("It sent {80} drones.", inside=home, line=lines[0], speaker=speakers[0])
    two = claim("It sent {90} drones.", inside=home, line=lines[1], speaker=speakers[1])
    assert naming.pair(one, two) == pair
