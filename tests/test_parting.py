"""Several articles in one text are told apart; one article with rules, dates or credits in it stays one."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import factcheck
from factcheck.cli import main
from factcheck.documents import Document, read_file

ONE = (
    "Fourteen people were killed when the ferry Marisol sank off Port Tarn on Monday, the coast guard said.\n\n"
    "The ferry carried 212 passengers, according to the harbour master, who had counted them in the morning.\n"
)
TWO = (
    "Nine people were killed when the ferry Marisol sank off Port Tarn on Monday, the coast guard said.\n\n"
    "Some 40 rescuers worked through the night, and 6 helicopters were sent to the place of the disaster.\n"
)
FRONT = "---\ntitle: {}\noutlet: {}\ndate: {}\n---\n"
LABELS = "Title: {}\nSource: {}\nDate: {}\n\n"
BOTH = (("Ferry sinks, 14 dead", "Tarn Herald", "2031-03-04"), ("Nine die in wreck", "Coast Wire", "2031-03-05"))
RULE = "=" * 40


def joined(form: str, between: str = "\n") -> str:
    return between.join(form.format(*known) + body for known, body in zip(BOTH, (ONE, TWO), strict=True))


DUMPS = [
    # (text, whether titles, outlets and days are told in it)
    (joined(" date {2} "), "d"),
    (joined("{0}\n{2}\n\n"), "td"),
    (joined("{0}\n\nMarch 4, 2031\n\n"), "t"),
    (joined("{0}\n{2}\n\n", "\n-----\n\n"), "td"),
    (joined("{0}\n\n", f"\n{RULE}\n\n"), "t"),
    (f"{RULE}\n" + joined("{0}\n\n", f"\n{RULE}\n"), "t"),
    (joined("{0}\n\n", "\n===\n\n"), "t"),
    (joined(FRONT), "tod"),
    (joined(LABELS), "tod"),
    (joined(LABELS, "\n----------\n"), "tod"),
    (joined("{0}\nSource: {1}\nPublished: {2}\n\n"), "tod"),
    (joined("{0}\nSource: {1}\nURL: https://a.example/{2}\n\n"), "to"),
    ("Document 1 of 2\n\n" + joined("{0}\n{2}\n\n", "\nDocument 2 of 2\n\n"), "td"),
    ("1 of 2 DOCUMENTS\n\n" + joined("{0}\n{2}\n\n", "\n2 of 2 DOCUMENTS\n\n"), "td"),
]


@pytest.mark.parametrize(("text", "told"), DUMPS, ids=range(len(DUMPS)))
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_article_is_a_document(tmp_path: Path, text: str, told: str, end: str) -> None:
    file = tmp_path / "dump.txt"
    file.write_bytes(text.replace("\n", end).encode())
    found = [each for each in read_file(str(file)) if isinstance(each, Document)]
    assert [document.path for document in found] == [f"{file}#1", f"{file}#2"]
    for document, (title, outlet, day), first in zip(found, BOTH, ("Fourteen", "Nine"), strict=True):
        if "t" in told:
            assert document.title == title
        if "o" in told:
            assert document.outlet == outlet
        if "d" in told:
            assert str(document.published) == day
        body = next(block for block in document.blocks if block.kind == "paragraph")
        assert body.span.of(document.text).startswith(first)
        line = next(n for n, line in enumerate(text.split("\n"), start=1) if f"{first} people" in line)
        assert document.where(document.text.index(f"{first} people")) == f"line {line}"
    texts = " ".join(document.text for document in found)
    assert "DOCUMENTS" not in texts
    assert "2 of 2" not in texts


WHOLE = [
    f"Ferry sinks\n2031-03-04\n\n{ONE}\n-----\n\n{TWO}",
    f"Ferry sinks\n2031-03-04\n\n{ONE}\n* * *\n\nWhat is next\n\n{TWO}",
    f"# Ferry sinks\n\n{ONE}\n---\n\n## The night\n\n{TWO}",
    f"Ferry sinks\n===========\n\n{ONE}\nThe night\n=========\n\n{TWO}",
    f"The ferry, day by day\n\n4 March 2031\n\n{ONE}\n5 March 2031\n\n{TWO}",
    f"The ferry, day by day\n\n{ONE}\n\nMarch 4, 2031\n\n{ONE}\n\nMarch 5, 2031\n\n{TWO}",
    f"Ferry sinks\n2031-03-04\n\n{ONE}\nSource: Coast Wire\nSource: Herald\n\n{TWO}\nSource: Reuters\nSource: AFP\n",
    f"Title: Ferry sinks\nDate: 2031-03-04\n\n{ONE}\n{TWO}\nSource: Coast Wire\nURL: https://a.example/1\n",
    f"Ferry sinks\n2031-03-04\n\n{ONE}\n1 of 3\n\n2 of 3\n\n3 of 3\n\n{TWO}",
    f"Ferry sinks\n2031-03-04\n\n{ONE}\n{RULE}\n",
    f"{ONE}\n{RULE}\n\n{TWO}",  # no titles: it may be a rule in one text
    f"Ferry sinks\n2031-03-04\nUpdated: 2031-03-05\n\n{ONE}\nUpdated on March 5, 2031\n\n{TWO}",
]


@pytest.mark.parametrize("text", WHOLE, ids=range(len(WHOLE)))
def test_one_article(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    (document,) = read_file(str(tmp_path / "a.txt"))
    assert isinstance(document, Document)
    assert document.entry == 0


def test_they_are_compared_and_their_places_are_those_of_the_file(tmp_path: Path) -> None:
    text = joined(LABELS)
    (tmp_path / "dump.txt").write_text(text)
    found = factcheck.scan(tmp_path)
    assert [document.outlet for document in found.documents] == ["Tarn Herald", "Coast Wire"]
    assert any(conflict.relation in ("conflict", "disputed", "update") for conflict in found.questions)
    line = text[: text.index("Nine people")].count("\n") + 1
    figure = next(figure for figure in found.figures if figure.text == "Nine")
    assert figure.line == line
    result = CliRunner().invoke(main, ["scan", str(tmp_path), "-f", "github"])
    assert f"dump.txt,line={line}," in result.stdout or f"dump.txt:{line}" in result.stdout
    told = CliRunner().invoke(main, ["explain", f"{tmp_path}/dump.txt:{line}"])
    assert "“Nine” is a figure" in told.stdout
    missing = CliRunner().invoke(main, ["explain", f"{tmp_path}/dump.txt:999"])
    assert "there is no line 999" in missing.stderr
