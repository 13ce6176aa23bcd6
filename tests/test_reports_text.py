from __future__ import annotations

import pytest

from factcheck.reports.text import one_line, quote, quotes_of, visible
from tests.report_factories import document, figure


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “text” 12 €", "plain – “text” 12 €"),
        ("two\nlines\tand a tab\r\n", "two\nlines\tand a tab\r\n"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("bell\x07 null\x00 del\x7f", "bell␇ null␀ del␡"),
        ("\x9b31m", "\ufffd31m"),  # the eight-bit escape of old terminals
        ("\u202e21\u202c dead", "[U+202E]21[U+202C] dead"),
        ("\u2067a\u2069", "[U+2067]a[U+2069]"),
        ("מתים 12\u200f", "מתים 12\u200f"),  # a plain mark of a right-to-left text stays
        ("half \ud83d a pair", "half \ufffd a pair"),
        ("line\u2028end\u0085", "line\nend\n"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown
    visible(text).encode("utf-8")


def test_one_line() -> None:
    assert one_line("  a\n\tb \u2028 c\x1b ") == "a b c␛"


@pytest.mark.parametrize(
    ("text", "words", "limit", "expected"),
    [
        ("Some 12 died.", "12", 600, ("Some ", "12", " died.")),
        ("12 died.", "12", 600, ("", "12", " died.")),
        ("The dead: 12", "12", 600, ("The dead: ", "12", "")),
        ("It was ($12) then", "12", 600, ("It was ($", "12", ") then")),
        ("one two three four 12 five six seven eight", "12", 20, ("…four ", "12", " five six…")),
        ("A  wide   gap  12\t\tdead", "12", 600, ("A wide gap ", "12", " dead")),
    ],
)
def test_quote(text: str, words: str, limit: int, expected: tuple[str, str, str]) -> None:
    assert quote(figure(document(text), words, 12), limit) == expected


def test_quote_of_one_endless_word_is_cut_beside_the_figure() -> None:
    before, words, after = quote(figure(document("x" * 9000 + " 12 " + "y" * 9000), "12", 12), 400)
    assert words == "12"
    assert len(before) < 250
    assert len(after) < 250
    assert before.endswith("xx ")
    assert after.startswith(" yy")


def test_a_sentence_is_quoted_in_full_once() -> None:
    start = "The harbour master of Port Tarn counted 12 dead on the pier and 15 dead in the hold of the ferry that sank"
    doc = document(f"{start} on Monday night in the storm off the cape, she said. Then 19 died.\nAnd 12 more.")
    figures = [figure(doc, w, int(w), id=f"f{w}") for w in ("12", "15")] + [figure(doc, "12", 12, id="f3", nth=1)]
    first, again, other = map(str, quotes_of(figures))
    assert first == doc.text.splitlines()[0]
    assert again == "…Port Tarn counted 12 dead on the pier and 15 dead in the hold of the ferry that sank on…"
    assert other == "And 12 more."


def test_a_list_bullet_is_no_part_of_a_quote() -> None:
    doc = document("• Some 12 died.\n– And 15 more.\n12–15 died.")
    shown = [str(quote(figure(doc, "12", 12))), str(quote(figure(doc, "15", 15))), str(quote(figure(doc, "12–15", 12)))]
    assert shown == ["Some 12 died.", "And 15 more.", "12–15 died."]
