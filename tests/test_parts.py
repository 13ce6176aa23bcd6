import pytest

from factcheck.context.parts import find_whole
from tests.factories import corpus, extract, marked


@pytest.mark.parametrize(("kind", "text", "expected"), corpus("parts"))
def test_whole(kind: str, text: str, expected: str) -> None:
    view, quantity = marked(text)
    whole, _ = find_whole(view, quantity)
    assert ("-" if whole is None else whole.number.of(view.document.text)) == expected


def test_a_part_names_its_whole_by_id() -> None:
    downed, launched = extract("Crews downed 52 of 80 drones.").figures
    assert downed.whole == launched.id
    assert launched.whole is None
