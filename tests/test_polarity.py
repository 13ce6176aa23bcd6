import pytest

from factcheck.context.polarity import find_polarity
from tests.factories import extract, floor, marked


def read(text: str) -> str:
    return find_polarity(*marked(text))[0]


def test_share_right() -> None:
    floor("polarity", 0.95, read)


def test_the_cue_is_the_denial() -> None:
    view, quantity = marked("The ministry denied that [12] soldiers had died.")
    _, cues = find_polarity(view, quantity)
    assert [cue.span.of(view.document.text) for cue in cues] == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "There were no immediate reports of casualties.",
        "There was no word on injuries.",
        "Police have no confirmed reports of deaths.",
        "There is no sign of damage.",
        "No casualties were immediately reported.",
        "No deaths have yet been confirmed.",
        "No injuries were known immediately after the blast.",
    ],
)
def test_no_report_is_not_zero(text: str) -> None:
    found = extract(text)
    assert found.figures == ()
    assert any("absence of a report" in seen.why or "report" in seen.why for seen in found.seen)


@pytest.mark.parametrize(
    "text",
    [
        "Officials reported no casualties.",
        "No casualties were reported.",
        "No deaths were confirmed, police said, yet two ships were lost.",
        "No one was killed and the driver fled immediately.",
    ],
)
def test_no_casualties_is_zero(text: str) -> None:
    figure = extract(text).figures[0]
    assert [int(value) for value in figure.quantity.values] == [0]
    assert figure.context.polarity == "affirmed"
