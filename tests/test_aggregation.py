import pytest

from factcheck.context.aggregation import find_aggregation
from tests.factories import corpus, marked


@pytest.mark.parametrize(("kind", "text", "expected"), corpus("aggregation"))
def test_aggregation(kind: str, text: str, expected: str) -> None:
    aggregation, _ = find_aggregation(*marked(text))
    assert (aggregation or "-") == expected
