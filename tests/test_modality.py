from factcheck.context.modality import find_modality
from tests.factories import floor, marked


def read(text: str) -> str:
    return find_modality(*marked(text))[0]


def test_share_right() -> None:
    floor("modality", 0.92, read)


def test_words_outside_a_quotation_do_not_reach_in() -> None:
    modality, _ = find_modality(*marked("“We urge you to think of our workers,” [107] senators wrote."))
    assert modality == "actual"


def test_the_cue_is_the_modal_word() -> None:
    view, quantity = marked("The army will send [31] tanks.")
    _, cues = find_modality(view, quantity)
    assert [cue.span.of(view.document.text) for cue in cues] == ["will"]
