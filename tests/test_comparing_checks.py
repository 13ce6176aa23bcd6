"""Checks across claims: breaks with their working shown, and the near-misses that must stay quiet."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.comparing.checks import find_breaks
from factcheck.comparing.recounts import is_restated
from factcheck.stages import claim
from factcheck.vocabulary import default_vocabulary

BREAKS = [
    ("Police made 15 arrests: nine in the port and five in the old town.", "9 + 5 = 14, not 15"),
    ("Police made 1,500 arrests: 900 in May, 300 in June and 270 in July.", None),  # all may be rounded
    ("Police made 1,500 arrests: 900 in May, 300 in June and 100 in July.", "900 + 300 + 100 = 1,300, not 1,500"),
    ("Police made 14 arrests: nine in the port and five in the old town.", None),
    ("Police made 15 arrests: nine in the port, five in the old town and one on a boat.", None),
    ("Police made 15 arrests: nine in the port, five in the old town and some on boats.", None),
    ("Police made about 15 arrests: nine in the port and five in the old town.", None),
    ("Police made 15 arrests: at least nine in the port and five in the old town.", None),
    ("Police made arrests in 15 towns: nine men in the port and five women at the old gate.", None),
    ("Officials counted 15 casualties, 9 dead and 5 wounded.", "9 + 5 = 14, not 15"),
    ("Officials counted 14 casualties, 9 dead and 5 wounded.", None),
    ("The raid left 36 rebels dead and no civilian casualties, officials said.", None),
    ("Two guards were killed and there were no casualties among the guests.", None),
    ("Officials counted 15 casualties, including 9 dead and 5 wounded.", None),
    ("Officials counted 15 casualties, 9 dead and 5 wounded, and 2 rescuers are missing.", None),
    ("Officials counted 15 casualties, at least 9 dead and 5 wounded.", None),
    ("The blast killed 12 people, including 15 children.", "“15” is given as a part of “12”"),
    ("The blast killed 12 people, including 3 children.", None),
    ("The blasts killed 20 people in two shops, including 15 children.", None),
    ("The blaze ruined three buildings, including 40 flats.", None),
    ("At least 12 of one family, all from Arlen, were killed in the blast.", None),
    ("Gunners shot down 90 of 80 drones launched overnight.", "“90” (downed) cannot be more than “80”"),
    ("Russia launched 80 drones overnight and Ukraine shot down 90 drones, the ministry said.", "“90” (downed) cannot"),
    ("Russia launched 80 drones overnight and Ukraine shot down 72 drones, the ministry said.", None),
    ("Russia launched 80 drones overnight while its air defences shot down 90 Ukrainian drones.", None),
    ("Russian air defences shot down 90 Ukrainian drones as Russia launched 80 Russian drones.", None),
    ("It said that gunners shot down five missiles while the other three missiles were fired at the port.", None),
    ("In all 52 of 80 members (70%) voted for the plan.", "“52” of “80” is 65 %, not “70%”."),
    ("In all 52 of 80 members (65%) voted for the plan.", None),
    ("Turnout was 70% (52 of 80) at noon.", "“52” of “80” is 65 %, not “70%”."),
    ("Turnout was 65% (52 of 80) at noon.", None),
    ("In all 53 of 80 members (66%) voted for the plan.", None),  # 66.25
    ("In all 53 of 81 members (65.4%) voted for the plan.", None),  # 65.43
    ("In all 53 of 81 members (66.4%) voted for the plan.", "is 65.4 %"),
    ("In all 52 of 80 members voted for the plan, 70% more than last year.", None),
    ("In all 52 of 80 members (70% of them women) voted for the plan.", None),
    ("In all about 52 of 80 members (70%) voted for the plan.", None),
    (
        "The crater lies 40 km (40 miles) north.",
        "“40 miles” is given as “40 km” in another unit, but that would be 24.9, not 40.",
    ),
    ("The crater lies 40 km (25 miles) north.", None),
    ("The crater lies some 500 miles (800 km) north.", None),
    ("The wall is 6 feet (2 metres) high.", None),
    ("The bridge is 2 miles long (40 feet wide).", None),
    ("The ship carried 500 tons (450 tonnes) of grain.", None),
    ("It was 30 C (96 F) in the shade.", "“96 F” is given as “30 C” in another unit, but that would be 86, not 96."),
    ("It was 30 C (86 F) in the shade.", None),
    ("Waters have warmed by 2 C (3.6 F) since 1950.", None),
    ("The prize is worth $40 (€40).", None),  # currencies are never converted
    ("He got two years (18 months suspended).", None),
]


@pytest.mark.parametrize(("sentence", "reason"), BREAKS)
def test_checks(sentence: str, reason: str | None) -> None:
    extraction = factcheck.extract(f"The news of the day\n\n{sentence} The mayor spoke.")
    breaks = find_breaks(claim([extraction]), default_vocabulary())
    if reason is None:
        assert [found.reason for found in breaks] == []
    else:
        assert len(breaks) == 1
        assert reason in breaks[0].reason
        assert breaks[0].relation == "conflict"


def test_a_break_is_a_conflict_of_the_scan(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The harbour\n\nThe crater lies 40 km (40 miles) north of the harbour.\n", encoding="utf-8")
    conflicts = factcheck.scan(tmp_path).questions
    assert [conflict.relation for conflict in conflicts if conflict.comparisons] == ["conflict"]
    assert conflicts[0].comparisons[0].nature == "conversion"
    assert conflicts[0].group.id == "g1"


@pytest.mark.parametrize(
    ("sentence", "restated"),
    [
        ("Winds of 150 kph (90 mph) hit the town.", True),
        ("The sea has seen about 1C (1.8F) of warming.", True),
        ("The road runs 150 km from Arlen and 90 miles from Orlen.", False),
        ("The hail was 2 inches wide; the wind blew at 90 mph.", False),
    ],
)
def test_a_measure_and_the_same_in_another_unit_are_one_statement(sentence: str, restated: bool) -> None:
    first, second = claim([factcheck.extract(f"The news of the day\n\n{sentence} The mayor spoke.")])
    assert is_restated(first, second) is restated
    assert is_restated(second, first) is restated
