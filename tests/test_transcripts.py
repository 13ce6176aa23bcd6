"""Transcripts: every turn has its name, and the figures in it that speaker; what only has colons is no transcript."""

from __future__ import annotations

import pytest

from factcheck.documents import document_from_text
from tests.factories import extract

SAID = ("We created 15,000 jobs last year.", "It was 8,000 jobs.", "No, that is wrong.", "It is what the law says.")
NAMES = ("Anna Hale", "Tom Reed")


def told(label: str, *, same_line: bool) -> str:
    """A conversation whose labels have one form; ``{}`` is the name, ``{0}`` in capitals as ``{1}``."""
    turns = []
    for at, said in enumerate(SAID):
        name = NAMES[at % 2]
        turns.append(label.format(name, name.upper(), f"{at}:{at * 7 + 10}") + (" " if same_line else "\n") + said)
    return "\n\n".join(turns) + "\n"


FORMS = [
    ("{0}:", True),
    ("{0}:", False),
    ("{1}:", True),
    ("{1}:", False),
    ("**{0}:**", True),
    ("**{0}**:", True),
    ("{0} {2}", False),
    ("{0}  {2}", False),
    ("{0}: ({2})", False),
    ("[{2}] {0}:", True),
    ("{2} {0}", False),
    (">> {1}:", True),
    ("{1}, CNN HOST:", True),
    ("SEN. {1} (D-MA):", True),
    ("{1} [through interpreter]:", True),
]


@pytest.mark.parametrize(("label", "same_line"), FORMS)
def test_each_turn_has_its_name(label: str, same_line: bool) -> None:
    text = told(label, same_line=same_line)
    blocks = document_from_text(text).blocks
    said = [(block.span.of(text), block.speaker) for block in blocks if block.kind != "turn"]
    assert [words for words, _ in said] == list(SAID)
    assert [(speaker or "").removeprefix("Sen. ") for _, speaker in said] == [*NAMES, *NAMES]
    figures = extract(text).figures
    speakers = [figure.context.speaker.text if figure.context.speaker else "" for figure in figures]
    assert [figure.text for figure in figures] == ["15,000", "8,000"]
    assert [speaker.removeprefix("Sen. ") for speaker in speakers] == [*NAMES]


def test_a_short_name_is_the_full_one_before() -> None:
    text = (
        "WOLF MARTENS, HOST: We have 12 questions.\nANNA HALE: I have 3 answers.\n"
        "MARTENS: You said 40 factories closed.\nHALE: The ministry said 50 did.\nAnd I built 6 schools.\n"
    )
    speakers = {f.text: f.context.speaker and f.context.speaker.text for f in extract(text).figures}
    assert speakers == {
        "12": "Wolf Martens", "3": "Anna Hale", "40": "Wolf Martens", "50": "The ministry", "6": "Anna Hale"
    }  # fmt: skip


SHORT = [
    # (the label of each turn, who speaks): two turns are enough where the labels are sure
    ("Minister Dahl: (02:10)\n{}\n\nMayor Oster: (02:31)\n{}\n", ["Minister Dahl", "Mayor Oster"]),
    ("**Anna Hale:** [2:10] {}\n\n**Tom Reed:** [2:44] {}\n", ["Anna Hale", "Tom Reed"]),
    ("REP. DAHL: {}\n\nMR. OSTER: {}\n", ["Rep. Dahl", "Mr. Oster"]),
    ("Minister Dahl: {}\n\nMayor Oster: {}\n", [None, None]),
    ("THE CLAIM: {}\n\nTHE FACTS: {}\n", [None, None]),
    ("REP. DAHL: {}\n\nREP. DAHL: {}\n", [None, None]),
]


@pytest.mark.parametrize(("form", "speakers"), SHORT)
def test_two_turns(form: str, speakers: list[str | None]) -> None:
    figures = extract(form.format("We built 40 schools last year.", "No. You built 12 schools.")).figures
    assert [figure.context.speaker and figure.context.speaker.text for figure in figures] == speakers


NO_TRANSCRIPTS = [
    "Source: Coast Wire\nThe ferry sank with 12 aboard.\nSource: Coast Wire\nIt was raised.\nMore: below.\nMore: 3\n",
    "Opinion: Ferries are old\nExplainer: How 12 ferries sank\nOpinion: The 3 lessons\nExplainer: Who pays\n",
    "Police: 12 dead in wreck\nThe ferry sank on Monday.\nPolice: 14 dead\nIt was raised on Tuesday.\n",
    "Anna Hale: teacher, 41\nTom Reed: nurse, 33\nJon Hale: pupil, 9\nMia Reed: pupil, 7\nAda Hale: baker, 60\n",
    "The mayor said this: 12 were dead. The Harbour Master said that: 14 were.\n" * 4,
]


@pytest.mark.parametrize("text", NO_TRANSCRIPTS, ids=[text[:20] for text in NO_TRANSCRIPTS])
def test_colons_alone_make_no_transcript(text: str) -> None:
    assert all(block.speaker is None and block.kind != "turn" for block in document_from_text(text).blocks)


def test_an_article_that_quotes_a_conversation_is_not_all_spoken() -> None:
    plain = "The ferry sank off Port Tarn on Monday, and the two argued about it.\n\n"
    text = plain * 12 + told("{1}:", same_line=True) + "\n" + plain * 12
    spoken = [
        block.span.of(text) for block in document_from_text(text).blocks if block.speaker and block.kind != "turn"
    ]
    assert spoken == list(SAID)
