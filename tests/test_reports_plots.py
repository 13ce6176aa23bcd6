from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import re
from decimal import Decimal
from importlib.resources import files

import pytest

from factcheck.comparing import TimelinePoint
from factcheck.context.model import When
from factcheck.grouping import Evidence
from factcheck.quantities import Unit
from factcheck.reports import plots
from factcheck.reports.axis import axis
from factcheck.reports.timelines import timeline
from factcheck.reports.waterfall import waterfall
from tests.report_factories import conflict, document, ferry_scan, figure, interval


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ("2 9 40", "0 10 20 30 40"),
        ("12 15", "12 13 14 15"),  # no half people
        ("0.25 0.5", "0.25 0.3 0.35 0.4 0.45 0.5"),
        ("30", "20 25 30 35 40"),
        ("0", "0 1"),
        ("80 472", "0 100 200 300 400 500"),
        ("1187432 1260000", "1.15m 1.2m 1.25m 1.3m"),
        ("162 163", "150 155 160 165 170 175"),  # neighbours look like neighbours
        ("-5 10", "-5 0 5 10"),
        ("1 43000", "1 10 100 1,000 10,000 100,000"),  # by magnitude
        ("0 3 40000", "0 1 10 100 1,000 10,000 100,000"),
        ("5 1E+999999", "3 4 5 6 7"),  # beyond drawing: stands at the edge
        ("5 Infinity", "3 4 5 6 7"),
    ],
)
def test_axis_ticks(values: str, labels: str) -> None:
    assert [tick.label for tick in axis(map(Decimal, values.split())).ticks] == labels.split()


@pytest.mark.parametrize("values", ["2 9 40", "1 43000", "0 3 40000", "-5 10", "1E-30 2E-30", "1E+90 9E+95", "7 7"])
def test_axis_keeps_order_and_stays_on_the_line(values: str) -> None:
    numbers = [Decimal(v) for v in values.split()]
    scale = axis(numbers, room_above=True)
    places = [scale.at(number) for number in numbers]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    assert scale.at(Decimal("1E+9999")) == 100


def test_number_line_shows_each_source_with_its_hedges() -> None:
    line = plots.number_line(ferry_scan().questions[0])
    assert line is not None
    guard, company = line.rows  # from the lowest
    assert (company.source, company.words) == ("the company", "Up to 40")
    assert (guard.source, guard.words) == ("the coast guard", "a few")
    up_to, few = company.marks[0], guard.marks[0]
    assert (up_to.hard.left, up_to.hard.runs_right) == (Decimal(0), False)
    assert up_to.typical.left == line.axis.at(Decimal(20))
    assert [dot.at for dot in up_to.dots] == [line.axis.at(Decimal(40))]
    assert few.dots == ()  # a vague word is a band without a point
    assert few.hard.left < few.typical.left < few.typical.right < few.hard.right


def test_open_ends() -> None:
    doc = document("more than 60, or at least 70")
    more = figure(doc, "60", 60, exact=False, hedge="more_than", low_open=True)
    least = figure(doc, "70", 70, exact=False, hedge="at_least", id="f2")
    line = plots.number_line(conflict([more, least]))
    assert line is not None
    (row,) = line.rows  # nobody is named: one row for the outlet
    assert [mark.hard.runs_right for mark in row.marks] == [True, True]
    assert [mark.dots[0].hollow for mark in row.marks] == [True, False]
    assert row.marks[0].hard.right == 100


def test_equal_readings_of_one_source_are_one_mark() -> None:
    doc = document("12 dead. Then again 12 dead.")
    line = plots.number_line(conflict([figure(doc, "12", 12), figure(doc, "12", 12, id="f2", nth=1)]))
    assert line is not None
    assert [(row.words, len(row.marks)) for row in line.rows] == [("12", 1)]


def test_the_same_words_for_a_source_in_two_outlets_are_two_sources() -> None:
    herald, wire = (document("12 or 15, or 9", name, outlet=name) for name in ("Herald", "Wire"))
    figures = [
        figure(herald, "12", 12, speaker="officials", named=False),
        figure(wire, "15", 15, id="f2", speaker="officials", named=False),
        figure(herald, "9", 9, id="f3", speaker="Ines Duarte"),
        figure(wire, "9", 9, id="f4", speaker="Ines Duarte"),
    ]
    line = plots.number_line(conflict(figures))
    assert line is not None
    assert [row.source for row in line.rows] == ["Ines Duarte", "officials, Herald", "officials, Wire"]


KM, MILE = Unit("kilometre", "length", Decimal(1000)), Unit("mile", "length", Decimal("1609.344"))
USD, EUR = Unit("USD", "money"), Unit("EUR", "money")


def test_units_that_convert_share_the_line() -> None:
    doc = document("40 km, 25 miles")
    line = plots.number_line(
        conflict(
            [figure(doc, "40", 40, unit=KM, kind="length"), figure(doc, "25", 25, unit=MILE, kind="length", id="f2")]
        )
    )
    assert line is not None
    assert (line.unit, line.undrawn) == ("kilometres", ())
    first, second = line.rows[0].marks
    assert abs(first.hard.left - second.hard.left) < 10


def test_shares_and_per_cents_share_the_line() -> None:
    doc = document("half, or 45 percent")
    half = figure(doc, "half", "0.5", kind="ratio")
    line = plots.number_line(conflict([half, figure(doc, "45", 45, kind="percent", id="f2")]))
    assert line is not None
    assert line.undrawn == ()
    assert [mark.dots[0].at for mark in line.rows[0].marks] == [
        line.axis.at(Decimal("0.45")),
        line.axis.at(Decimal("0.5")),
    ]


def test_currencies_do_not() -> None:
    doc = document("$5, €6")
    line = plots.number_line(
        conflict([figure(doc, "$5", 5, unit=USD, kind="money"), figure(doc, "€6", 6, unit=EUR, kind="money", id="f2")])
    )
    assert line is not None
    assert (line.unit, line.undrawn, len(line.rows)) == ("USD", ("€6",), 1)


def test_timeline_of_a_running_total() -> None:
    group = ferry_scan().questions[1]
    guard, _, officials = group.group.claims
    points = (
        TimelinePoint(dt.date(2031, 3, 3), interval(12, 12), (officials,)),
        TimelinePoint(dt.date(2031, 3, 4), interval(14, None), (guard,)),
    )
    line = timeline(dataclasses.replace(group, timeline=points))
    assert line is not None
    first, last = line.readings
    assert (first.at, first.words, first.who) == (Decimal(0), "Twelve", "officials")
    assert first.hard.height == 0
    assert (last.at, last.hard.runs_up, last.words) == (Decimal(100), True, "At least 14")
    assert last.label_at < first.label_at  # up is up
    assert [day.label for day in line.days] == ["3 Mar", "4 Mar"]
    assert (line.has_arrows, line.has_bands, line.has_hollow) == (True, True, False)


def test_every_reading_of_a_day_is_a_mark_of_its_own() -> None:
    doc = document("Several died. Later eight were dead, eight; or at least five.")
    figures = [
        figure(doc, "Several", 2, 20, id="f1", hedge="vague"),
        figure(doc, "eight", 8, id="f2"),
        figure(doc, "eight", 8, id="f3", nth=1, speaker="the mayor"),
        figure(doc, "at least five", 5, exact=False, id="f4", number="five", hedge="at_least"),
    ]
    group = conflict(figures)
    points = (
        TimelinePoint(dt.date(2031, 3, 3), interval(2, None), group.group.claims),
        TimelinePoint(dt.date(2031, 3, 4), interval(8, 8), group.group.claims[1:2]),
    )
    line = timeline(dataclasses.replace(group, timeline=points))
    assert line is not None
    said = [(each.words, each.who, len(each.dots)) for each in line.readings]
    assert said == [
        ("Several", "d1", 0),
        ("at least five", "d1", 1),
        ("eight", "d1, the mayor", 1),
        ("eight", "d1", 1),
    ]
    shifts = [each.shift for each in line.readings[:3]]
    assert shifts == sorted(set(shifts))  # none hides another
    assert all(each.clear > abs(each.shift) for each in line.readings)


def test_counts_have_whole_ticks() -> None:
    doc = document("At least 3 and 4 died.")
    figures = [
        figure(doc, "At least 3", 3, exact=False, typical=interval(3, "4.5"), number="3"),
        figure(doc, "4", 4, id="f2"),
    ]
    group = conflict(figures)
    points = tuple(
        TimelinePoint(dt.date(2031, 3, n), interval(n, n), (claim,)) for n, claim in enumerate(group.group.claims, 3)
    )
    line = timeline(dataclasses.replace(group, timeline=points))
    drawn = plots.number_line(group)
    assert line is not None
    assert drawn is not None
    assert not any("." in tick.label for tick in (*line.ticks, *drawn.axis.ticks))


def test_labels_stand_clear_of_the_line() -> None:
    style = files("factcheck.reports").joinpath("templates/report.css").read_text(encoding="utf-8")
    (rule,) = re.findall(r"\.timeline text\.value \{([^}]*)\}", style)
    assert "paint-order: stroke" in rule
    assert "stroke: var(--card)" in rule


def test_crowded_days_are_labelled_with_room_between() -> None:
    group = ferry_scan().questions[1]
    claims = group.group.claims[:1]
    start = dt.date(2031, 3, 1)
    points = tuple(TimelinePoint(start + dt.timedelta(n), interval(n, n), claims) for n in range(60))
    line = timeline(dataclasses.replace(group, timeline=points))
    assert line is not None
    labelled = [day.at for day in line.days if day.label]
    assert labelled[0] == 0
    assert labelled[-1] == 100
    assert min(b - a for a, b in itertools.pairwise(labelled)) >= 13


def test_days_of_two_years_are_told_apart() -> None:
    group = ferry_scan().questions[1]
    claims = group.group.claims[:1]
    days = (dt.date(2030, 12, 30), dt.date(2031, 1, 2))
    points = tuple(TimelinePoint(day, interval(n, n), claims) for n, day in enumerate(days))
    line = timeline(dataclasses.replace(group, timeline=points))
    assert line is not None
    assert [day.label for day in line.days] == ["30 Dec 2030", "2 Jan 2031"]


def test_alternatives_are_points_with_nothing_between() -> None:
    fig = figure(document("30, 50 or 100 days"), "30, 50 or 100", 30, 100)
    quantity = dataclasses.replace(fig.quantity, alternatives=True, values=(Decimal(30), Decimal(50), Decimal(100)))
    fig = dataclasses.replace(fig, quantity=quantity)
    line = plots.number_line(conflict([fig, fig]))
    assert line is not None
    (mark,) = line.rows[0].marks
    assert len(mark.dots) == 3
    assert mark.hard.width == mark.typical.width == 0


def test_a_month_is_a_month_on_the_timeline() -> None:
    doc = document("12 and 15 died.")
    figures = [figure(doc, "12", 12, id="f1"), figure(doc, "15", 15, id="f2")]
    spans = [(dt.date(2031, 3, 1), dt.date(2031, 3, 31)), (dt.date(2031, 5, 4), dt.date(2031, 5, 4))]
    figures = [
        dataclasses.replace(each, context=dataclasses.replace(each.context, when=When(start, stop, "")))
        for each, (start, stop) in zip(figures, spans, strict=True)
    ]
    group = conflict(figures, relation="update")
    points = tuple(
        TimelinePoint(stop, interval(n, n), (claim,))
        for n, claim, (_, stop) in zip((12, 15), group.group.claims, spans, strict=True)
    )
    line = timeline(dataclasses.replace(group, timeline=points))
    assert line is not None
    assert [each.day for each in line.readings] == ["2031-03", "2031-05-04"]
    assert [day.label for day in line.days] == ["Mar", "4 May"]


def test_no_timeline_of_one_day() -> None:
    group = ferry_scan().questions[1]
    point = TimelinePoint(dt.date(2031, 3, 3), interval(12, 12), group.group.claims[:1])
    assert timeline(dataclasses.replace(group, timeline=(point, point))) is None


def test_waterfall_adds_up_and_leaves_out_what_says_nothing() -> None:
    group = ferry_scan().questions[0].group
    evidence = (
        Evidence("prior", "two figures", -4.0),
        Evidence("place", "unknown", 0.0),
        Evidence("action", "same", 6.0),
    )
    bars = waterfall(dataclasses.replace(group.links[0], evidence=evidence))
    assert [(bar.part, bar.words, bar.adds) for bar in bars] == [("prior", "−4.0", False), ("action", "+6.0", True)]
    assert [(bar.left, bar.width) for bar in bars] == [(Decimal(0), Decimal("66.67")), (Decimal(0), Decimal(100))]


def test_no_evidence_no_waterfall() -> None:
    link = dataclasses.replace(ferry_scan().questions[0].group.links[0], evidence=())
    assert waterfall(link) == ()
