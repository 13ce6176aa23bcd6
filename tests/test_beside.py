import pytest

from factcheck.context.beside import find_beside
from tests.factories import corpus, marked


@pytest.mark.parametrize(("kind", "text", "expected"), corpus("beside"))
def test_beside(kind: str, text: str, expected: str) -> None:
    beside, cues = find_beside(*marked(text))
    told = "-" if beside is None else "-".join(map(str, sorted({beside.least, beside.most})))
    assert told == expected
    assert bool(cues) == (beside is not None)
