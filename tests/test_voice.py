"""In which voice: by the kind of block and the quotation marks."""

from __future__ import annotations

import pytest

from factcheck.context.quotations import quotations
from factcheck.context.voice import find_voice
from tests.context_cases import pick

BODY = "\n\nThe stage gave way on Friday, and the mayor went there at once. Nobody was told why it did."


@pytest.mark.parametrize(
    ("text", "number", "voice"),
    [
        ("Stage collapse hurts 12" + BODY, "12", "headline"),
        ("“We saw 12 fall,” says survivor" + BODY, "12", "headline"),
        ("Stage collapse" + BODY + " It hurt 12 people.", "12", "body"),
        ("Stage collapse" + BODY + " “It hurt 12 people,” he said.", "12", "quotation"),
        ("Stage collapse" + BODY + ' "Nobody slept. It hurt 12 people," he said.', "12", "quotation"),
        ("Stage collapse" + BODY + " He called it “a scandal” that hurt 12 people.", "12", "body"),
        ("Stage collapse" + BODY + "\n\n“It was dark.\n\n“It hurt 12 people.”", "12", "quotation"),
    ],
)
def test_voice(text: str, number: str, voice: str) -> None:
    view, quantity = pick(text, number)
    found, cues = find_voice(view, quantity)
    assert found == voice
    assert bool(cues) == (voice != "body")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("“It was dark.\n\n“It was cold,” he said.", ["“It was dark.\n\n", "“It was cold,”"]),
        ("“It was dark.“It was cold,” he said.", ["“It was dark.", "“It was cold,”"]),
        ('"It was dark.\n"It was cold," he said.', ['"It was dark.\n', '"It was cold,"']),
        ('A 6" pipe and a 12" pipe.', []),
        ("He didn't say it's theirs.", []),
        ("No marks.", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [span.of(text) for span in quotations(text, 0, len(text))] == quoted
