from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.comparing import Relation
from factcheck.context.model import When
from factcheck.decisions.model import Decision, Review, Standing
from factcheck.intervals import Interval
from factcheck.quantities import Kind, Unit
from factcheck.reports import describe
from factcheck.reports.sides import short_reading
from factcheck.spans import Span
from tests.factories import figure as figure_in
from tests.report_factories import conflict, document, ferry_scan, figure, interval, scan


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0", "0"),
        ("12", "12"),
        ("1000", "1,000"),
        ("1187432", "1,187,432"),
        ("2500000", "2.5 million"),
        ("1E+9", "1 billion"),
        ("3300000000000", "3.3 trillion"),
        ("0.75", "0.75"),
        ("25.0", "25"),
        ("0.3333333333333333333333333333", "0.3333…"),
        ("0.6666666666666666666666666667", "0.6666…"),
        ("1333.333333333333333333333333", "1,333.3333…"),
        ("0.00001666666666666666666666667", "0.00001666…"),
        ("0.123456789", "0.123456789"),
        ("-1250", "-1,250"),
        ("1E+40", "1e+40"),
        ("1E-30", "1e-30"),
        ("Infinity", "Infinity"),
    ],
)
def test_number(value: str, words: str) -> None:
    assert describe.number(Decimal(value)) == words


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (interval(12, 12), "12"),
        (interval(12, None), "12 or more"),
        (interval(60, None, low_open=True), "more than 60"),
        (interval(2, 9), "2 to 9"),
        (interval(0, 40), "up to 40"),
        (interval(0, 40, high_open=True), "under 40"),
        (interval(None, 40), "up to 40"),
        (interval(0, 0), "0"),
        (interval(None, None), "any number"),
        (interval("1150000", "1250000"), "1.15 to 1.25 million"),
    ],
)
def test_interval(span: Interval, words: str) -> None:
    assert describe.interval(span) == words


@pytest.mark.parametrize(
    ("low", "high", "kind", "unit", "words"),
    [
        (12, 12, "count", None, "12"),
        (30, 30, "duration", Unit("day", "time"), "30 days"),
        (1, 1, "duration", Unit("day", "time"), "1 day"),
        (25, 25, "percent", Unit("percent", "percent"), "25%"),
        (3, 3, "points", Unit("point", "points"), "3 points"),
        (2000000, 3000000, "money", Unit("USD", "money"), "2 to 3 million USD"),
        (900000, 3000000, "money", Unit("USD", "money"), "900,000 to 3 million USD"),
        (20, None, "percent", Unit("percent", "percent"), "20% or more"),
        (2, None, "length", Unit("foot", "length"), "2 feet or more"),
        (1, None, "length", Unit("foot", "length"), "1 foot or more"),
        (2, 2, "temperature", Unit("degree celsius", "temperature"), "2 degrees Celsius"),
        (None, None, "length", Unit("foot", "length"), "any number of feet"),
        (None, None, "percent", Unit("percent", "percent"), "any percentage"),
    ],
)
def test_reading(low: int | None, high: int | None, kind: Kind, unit: Unit | None, words: str) -> None:
    fig = figure(document("It was 12."), "12", low, high, exact=low == high, kind=kind, unit=unit)
    assert describe.reading(fig.quantity) == words


@pytest.mark.parametrize(
    ("hard", "typical", "kind", "words"),
    [
        (interval(3, None), interval(3, "4.5"), "count", "3 or more, usually 3 to 4"),  # no half of a person
        (interval(1, None), interval(1, "1.5"), "count", "1 or more, usually 1"),
        (interval("25.6", "38.4"), interval("28.8", "35.2"), "count", "26 to 38, usually 29 to 35"),
        (interval("0.25", "0.25"), interval("0.25", "0.25"), "ratio", "25%"),
        (interval("1.6", "2.4"), interval("1.8", "2.2"), "duration", "1.6 to 2.4 days, usually 1.8 to 2.2"),
    ],
)
def test_readings_are_as_people_count(hard: Interval, typical: Interval, kind: Kind, words: str) -> None:
    unit = Unit("day", "time") if kind == "duration" else None
    fig = figure(document("It was 12."), "12", 12, kind=kind, unit=unit)
    values = (Decimal(2),) if kind != "ratio" else (Decimal("0.25"),)
    quantity = dataclasses.replace(fig.quantity, hard=hard, typical=typical, values=values)
    assert describe.reading(quantity) == words


@pytest.mark.parametrize(
    ("relation", "n", "words"),
    [
        ("conflict", 1, "1 conflict"),
        ("conflict", 2, "2 conflicts"),
        ("disputed", 2, "2 disputed"),
        ("check", 2, "2 to check"),
        ("update", 2, "2 updates"),
        ("agree", 1, "1 agrees"),
        ("agree", 2, "2 agree"),
    ],
)
def test_tallied(relation: Relation, n: int, words: str) -> None:
    assert describe.tallied(relation, n) == words


def test_reading_tells_what_a_reader_expects_where_it_is_narrower() -> None:
    fig = figure(document("a few"), "a few", 2, 9, typical=interval(3, 6))
    assert describe.reading(fig.quantity) == "2 to 9, usually 3 to 6"


@pytest.mark.parametrize(
    ("text", "number", "unit", "words"),
    [
        ("over eight hours", "over eight", "hours", "over eight hours"),
        ("a thirteen-minute spree", "thirteen", "minute", "thirteen-minute"),
        ("tens of metres", "tens", "metres", "tens of metres"),
        ("hours: eight", "eight", "hours", "eight"),
        ("eight (or more) hours", "eight", "hours", "eight"),
        ("eight men", "eight", None, "eight"),
    ],
)
def test_words_of_a_figure_with_its_unit(text: str, number: str, unit: str | None, words: str) -> None:
    fig = figure(document(text), number, 8)
    at = Span(text.index(unit), text.index(unit) + len(unit)) if unit else None
    with_unit = dataclasses.replace(fig, quantity=dataclasses.replace(fig.quantity, unit_span=at))
    assert describe.words(with_unit) == words


def test_who_where_and_when() -> None:
    found = ferry_scan()
    first, alone = found.questions[1].group.claims[0].figure, found.figures[-1]
    assert describe.source(first) == "the coast guard"
    assert describe.source(alone) == "Coast Wire"  # no speaker: the outlet in its own voice
    assert describe.place(first) == "in/herald.txt:2"
    assert describe.day(first) == dt.date(2031, 3, 4)
    assert describe.day(alone) == dt.date(2031, 3, 3)  # the day of publication


@pytest.mark.parametrize(
    ("spans", "days"),
    [
        ([("2031-03-04", "2031-03-04")], "2031-03-04"),
        ([("2031-03-01", "2031-03-31")], "2031-03"),
        ([("2031-01-01", "2031-12-31")], "2031"),
        ([("2031-03-04", "2031-03-04"), ("2031-03-09", "2031-03-09")], "2031-03-04 – 2031-03-09"),
        ([("2031-03-01", "2031-03-31"), ("2031-03-09", "2031-03-09")], "2031-03"),
        ([None], "2031-03-05"),  # the day of publication
        ([None, ("2030-01-01", "2030-12-31")], "2030-01-01 – 2031-03-05"),
    ],
)
def test_days_are_as_exact_as_the_texts(spans: list[tuple[str, str] | None], days: str) -> None:
    doc = document("It was 12.", published=dt.date(2031, 3, 5))
    plain = figure(doc, "12", 12)
    whens = [span and When(dt.date.fromisoformat(span[0]), dt.date.fromisoformat(span[1]), "") for span in spans]
    contexts = [dataclasses.replace(plain.context, when=when) for when in whens]
    assert describe.days([dataclasses.replace(plain, context=context) for context in contexts]) == days


def test_no_day_is_known() -> None:
    assert describe.days([figure(document("It was 12."), "12", 12)]) == ""


def test_one_speaker_goes_by_the_fullest_name() -> None:
    doc = document("12 and 15 and 19")
    figures = [figure(doc, w, int(w), id=w, speaker=s) for w, s in (("12", "Duarte"), ("15", "Ines"), ("19", "Rui"))]
    one = dataclasses.replace(figures[1].context.speaker, text="Ines Duarte", key="duarte")  # type: ignore[type-var]
    figures[1] = dataclasses.replace(figures[1], context=dataclasses.replace(figures[1].context, speaker=one))
    assert describe.speakers(figures) == ["Ines Duarte", "Rui"]


def test_the_reason_is_that_of_the_comparison_that_decided() -> None:
    doc = document("12 or 15 or 90")
    figures = [figure(doc, w, int(w), id=f"f{w}") for w in ("12", "15", "90")]
    pairs = [(0, 1, "check", "Perhaps."), (0, 2, "conflict", "They cannot both be right.")]
    assert describe.reason(conflict(figures, relation="conflict", pairs=pairs)) == "They cannot both be right."  # type: ignore[arg-type]


def test_flagged_groups_come_first() -> None:
    doc = document("12 and 15")
    figures = [figure(doc, "12", 12), figure(doc, "15", 15, id="f2")]
    found = scan([conflict(figures, relation="agree", id="g1"), conflict(figures, relation="check", id="g2")])
    assert [c.group.id for c in describe.ordered(found)] == ["g2", "g1"]


AT = dt.datetime(2031, 3, 5, 9, tzinfo=dt.UTC)
DISMISSED = Decision("1", AT, "Ana", "dismissed", "two ferries")


@pytest.mark.parametrize(
    ("standing", "headline", "words"),
    [
        (None, "1 claim to look at", ""),
        (Standing(), "1 claim to look at", ""),
        (
            Standing("decided", DISMISSED),
            "Every conflict is decided",
            "Dismissed by Ana on 2031-03-05: two ferries",
        ),
        (
            Standing("reopened", DISMISSED, "dismissed when it was 12 and 15; now also 19"),
            "1 claim to look at",
            "Open again: dismissed when it was 12 and 15; now also 19 (dismissed by Ana on 2031-03-05: two ferries)",
        ),
    ],
)
def test_decisions(standing: Standing | None, headline: str, words: str) -> None:
    review = Review((standing, Standing())) if standing else None
    found = ferry_scan(review=review)
    assert describe.headline(found) == headline
    assert describe.standing(standing) == words


def test_nothing_found() -> None:
    assert describe.headline(scan()) == "Nothing was read"
    assert describe.headline(scan(documents=(document("All quiet.\n"),))) == "No conflict found"


def test_rules_of_the_tool_and_of_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert describe.rule_place("rules/deaths.toml", 4) == "factcheck's rules/deaths.toml:4"
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "deaths.toml").write_text("")
    assert describe.rule_place("rules/deaths.toml", 4) == "rules/deaths.toml:4"
    assert describe.rule_place("/elsewhere/x.toml", 4) == "/elsewhere/x.toml:4"


@pytest.mark.parametrize(
    ("unit", "plural"),
    [
        ("day", "days"),
        ("century", "centuries"),
        ("inch", "inches"),
        ("foot", "feet"),
        ("square foot", "square feet"),
        ("mile per hour", "miles per hour"),
        ("degree Celsius", "degrees Celsius"),
        ("degree fahrenheit", "degrees Fahrenheit"),
        ("degree angle", "degrees"),
        ("celsius", "celsius"),
        ("USD", "USD"),
        ("yuan", "yuan"),
        ("dollar", "dollars"),
    ],
)
def test_plural_unit(unit: str, plural: str) -> None:
    assert describe.plural_unit(unit) == plural


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ("28.968192", "34.7618304", "29 to 34.8 miles"),
        ("12345.6", "2500000", "12,300 to 2.5 million miles"),
        ("28.968192", None, "29 miles or more"),
    ],
)
def test_a_range_of_converted_figures_is_rounded(low: str, high: str | None, words: str) -> None:
    doc = document("It is 30 or 40 off.")
    units = (Unit("mile", "length"), Unit("kilometre", "length"))
    figures = [figure(doc, w, w, kind="length", unit=unit) for w, unit in zip(("30", "40"), units, strict=True)]
    assert describe.of_group(interval(low, high), conflict(figures)) == words
    same = [figures[0], figures[0]]
    assert describe.of_group(interval("28.968192", "34.5"), conflict(same)) == "28.968192 to 34.5 miles"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (interval(0, 1, high_open=True), "under 1 week"),
        (interval(1, None, low_open=True), "more than 1 week"),
        (interval(1, None), "1 week or more"),
        (interval(0, 2, high_open=True), "under 2 weeks"),
        (interval(0, 1), "up to 1 week"),
        (interval(1, 11), "1 to 11 weeks"),
    ],
)
def test_one_of_a_unit_is_singular(span: Interval, words: str) -> None:
    quantity = dataclasses.replace(
        figure(document("It was 12."), "12", 12).quantity, kind="duration", unit=Unit("week", "time")
    )
    assert describe.with_unit(describe.interval(span), quantity) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (Decimal(1) / 3, None, "33.3% or more"),
        (Decimal(2) / 3, Decimal(2) / 3, "66.7%"),
        (Decimal(1) / 3000, Decimal(1) / 3000, "0.0333%"),
        (Decimal(5) / 3, None, "166.7% or more"),
        (Decimal("0.12345"), None, "12.345% or more"),
    ],
)
def test_a_share_without_end_is_rounded(low: Decimal, high: Decimal | None, words: str) -> None:
    quantity = dataclasses.replace(
        figure(document("It was 12."), "12", 12).quantity, kind="ratio", hard=Interval(low, high)
    )
    assert describe.committed(quantity) == words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army lost [40] soldiers.", ()),
        ("The army did not lose [40] soldiers.", ("denied",)),
        ("The port plans to hire [40] welders.", ("planned",)),
    ],
)
def test_a_reading_says_what_a_figure_is_told_as(text: str, told: tuple[str, ...]) -> None:
    found = figure_in(text)
    assert describe.told_as(found) == told
    assert short_reading(found) == ", ".join(("40", *told))
