"""Speaker, days, place and voice never fail, whatever words and marks stand together."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.context.speaker import find_speaker
from factcheck.context.view import Views
from factcheck.context.voice import find_voice
from factcheck.context.when import find_when
from factcheck.context.where import find_place
from factcheck.documents import document_from_text
from factcheck.quantities import read_quantities
from factcheck.vocabulary import default_vocabulary

WORDS = """
said says told claims reported according to by that the a police Police X Kabul U.S. US in at near on since Friday
June 2 2014 last week ago 12 two hundreds $5 40% killed and but while who which , . : ; — - ( ) “ ” " ' ’s he she
it quoted as saying adding citing Mr. Co. Sen. of for statement confirmed North village Hospital quake é « »
""".split()  # noqa: SIM905 - a list of words reads better as words
PIECES = [*WORDS, "June 2", "\n", "\n\n", "$5 million", "the number of", "as confirmed by"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join))
def test_any_text(text: str) -> None:
    vocabulary = default_vocabulary()
    document = document_from_text(text, "-", dt.date(2025, 6, 4), vocabulary=vocabulary)
    quantities = read_quantities(document.text, vocabulary, [block.span for block in document.blocks]).quantities
    views = Views(document, vocabulary, quantities)
    for quantity in quantities:
        view = views.of(quantity)
        if view is None:
            continue
        for found, cues in (find(view, quantity) for find in (find_speaker, find_when, find_place, find_voice)):
            assert bool(cues) <= (found is not None)
            assert all(document.text[cue.span.start : cue.span.stop] for cue in cues)
