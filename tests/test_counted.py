from factcheck.context.counted import find_counted
from tests.factories import floor, marked


def read(text: str) -> str:
    counted, _ = find_counted(*marked(text))
    return "-" if counted is None else ": ".join(filter(None, (counted.head, " ".join(counted.qualifiers))))


def test_share_right() -> None:
    floor("counted", 0.8, read)


def test_the_cue_is_the_noun_phrase() -> None:
    view, quantity = marked("The raid killed [12] Sudanese soldiers.")
    counted, cues = find_counted(view, quantity)
    assert counted is not None
    assert counted.text == "Sudanese soldiers"
    assert [cue.span.of(view.document.text) for cue in cues] == ["Sudanese soldiers"]


def test_what_is_left_out_has_no_place_in_the_text() -> None:
    counted, cues = find_counted(*marked("The raid killed nine soldiers and injured [five]."))
    assert counted is not None
    assert (counted.head, counted.span, cues) == ("soldier", None, ())
