from factcheck.context.aggregation import find_aggregation
from tests.factories import floor, marked


def read(text: str) -> str:
    return find_aggregation(*marked(text))[0] or "-"


def test_share_right() -> None:
    floor("aggregation", 0.93, read)
