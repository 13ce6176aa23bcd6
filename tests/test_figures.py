"""The stage of a whole document: which figures there are, in what order, and with what around them."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from factcheck.context.view import Views
from factcheck.documents import document_from_text
from factcheck.figures import extract_figures
from factcheck.vocabulary import default_vocabulary
from tests.factories import extract, figure

STORY = """Blast in Tamale market kills nine

A bomb killed nine people and injured five in a market in Tamale on Tuesday, police said.

• Three of the dead were children.

Two days earlier, no casualties were reported after a smaller blast.
"""


def test_figures_in_text_order_with_their_lines() -> None:
    found = extract(STORY, dt.date(2024, 3, 6)).figures
    assert [(f.number, f.line) for f in found] == [
        ("nine", 1),
        ("nine", 3),
        ("five", 3),
        ("Three", 5),
        ("Two", 7),
        ("no", 7),
    ]
    assert [f.id for f in found] == [f"{found[0].document.id}.f{n}" for n in range(1, 7)]


def test_a_figure_knows_its_words_and_its_sentence() -> None:
    nine = extract(STORY).figures[1]
    assert nine.text == "nine"
    assert nine.sentence_text.startswith("A bomb killed nine people")
    assert nine.sentence_text.endswith("police said.")


def test_every_part_of_the_context_is_read() -> None:
    context = figure(
        "At least [12] soldiers were killed in Kharkiv on Tuesday, police said.", dt.date(2024, 3, 6)
    ).context
    assert context.counted is not None
    assert context.counted.head == "soldier"
    assert context.action is not None
    assert context.action.lemma == "kill"
    assert context.speaker is not None
    assert context.speaker.key == "police"
    assert context.when is not None
    assert context.when.start == dt.date(2024, 3, 5)
    assert context.place is not None
    assert context.voice == "body"
    assert {"counted", "action", "speaker", "when"} <= {cue.part for cue in context.cues}


def test_furniture_holds_no_figures() -> None:
    document = document_from_text("12 people died.\n", "-")
    silent = tuple(block.__class__(block.span, "furniture") for block in document.blocks)
    quiet = document.__class__(document.id, document.path, document.text, document.sha256, blocks=silent)
    assert len(extract_figures(document, default_vocabulary()).figures) == 1
    assert extract_figures(quiet, default_vocabulary()).figures == ()


@pytest.mark.parametrize(
    "text", ["", "\n\n", "No numbers here.", "12", "(((", "12 12 12 12", "$", "of 12 of 12 of", "—12—", "“12"]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    found = extract(text)
    spans = [*(figure.quantity.span for figure in found.figures), *(seen.span for seen in found.seen)]
    read = {at for span in spans for at in range(span.start, span.stop)}
    assert [at for at, letter in enumerate(text) if letter.isdigit() and at not in read] == []


@pytest.mark.parametrize("seed", ["killed 12 of", "including 3 ", "12 -- and ", "were 5 ", "of of of 7 ", "the the 8 "])
def test_long_runs_stay_quick(seed: str) -> None:
    """Nothing here may grow with the square of a sentence: four times the text takes nowhere near sixteen times."""
    extract(seed * 100)  # word lists are made ready by then
    short, long = (seconds(seed * times) for times in (400, 1600))  # past the reach of what looks around
    assert long < 9 * short


def seconds(text: str) -> float:
    """How long one text takes to read, in this process alone."""
    start = time.process_time()
    extract(text)
    return time.process_time() - start


def test_sentences_know_their_neighbours() -> None:
    document = document_from_text("One ship sank. Two fled.\n\nThree came.", "-")
    views = Views(document, default_vocabulary(), ())
    first = views.at(0)
    assert first is not None
    assert first.before is None
    second = first.behind
    assert second is not None
    assert second.text == "Two fled."
    third = second.behind
    assert third is not None
    assert third.text == "Three came."
    assert third.before is not None


def test_the_same_text_gives_the_same_figures() -> None:
    assert extract(STORY).figures == extract(STORY).figures
