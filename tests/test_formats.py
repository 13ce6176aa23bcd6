"""Every format: the same two articles give the same figures, claims and conflicts as their plain text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import factcheck
from factcheck.documents import Document
from factcheck.scan import Scan
from tests.article_files import ARTICLES, HERALD, MANY, ONE, WIRE

Facts = list[tuple[object, ...]]
SPOKEN = (".srt", ".vtt")
DAY = dt.date(2031, 3, 4)


def facts(found: Scan) -> Facts:
    """What a scan reads and concludes, without where it stands."""
    claims = {claim.figure.id: claim for claim in found.claims}
    read = [
        (
            *(figure.text, figure.quantity.hard, figure.quantity.kind, claims[figure.id].type, figure.context.voice),
            *(part and part.text for part in (figure.context.counted, figure.context.speaker)),
        )
        for figure in found.figures
    ]
    groups = [
        (conflict.relation, sorted(claim.figure.text for claim in conflict.group.claims))
        for conflict in found.questions
    ]
    return [*read, *sorted(groups)]


def known(document: Document) -> tuple[object, ...]:
    return (document.published, document.published_from, document.outlet, document.outlet_from)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    folder = tmp_path_factory.mktemp("plain")
    for number, article in enumerate(ARTICLES):
        (folder / f"{number}.txt").write_text(article.text)
    found = factcheck.scan(folder)
    assert any(conflict.relation in ("conflict", "disputed") for conflict in found.questions)
    assert len(found.figures) > 10
    return facts(found)


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """The same without headlines, as subtitles have none."""
    folder = tmp_path_factory.mktemp("spoken")
    for number, article in enumerate(ARTICLES):
        (folder / f"{number}.txt").write_text(f"{article.body}\n")
    return facts(factcheck.scan(folder, published=DAY))


@pytest.mark.parametrize("end", ONE)
def test_a_file_of_one_document(tmp_path: Path, end: str, plain: Facts, spoken: Facts) -> None:
    write, published_from, outlet_from = ONE[end]
    for number, article in enumerate(ARTICLES):
        write(tmp_path / f"{number}{end}", article)
    day = DAY if published_from is None else None
    found = factcheck.scan(tmp_path, published=day)
    assert found.unread == ()
    assert [document.note for document in found.documents] == [None, None]
    for document, article in zip(found.documents, ARTICLES, strict=True):
        assert known(document) == (
            DAY,
            published_from or "option",
            article.outlet if outlet_from else None,
            outlet_from,
        )
        assert document.title == (None if end in SPOKEN else article.title)
        assert document.location == {".pdf": "page", ".srt": "time", ".vtt": "time"}.get(
            end, "line" if "warc" not in end else "entry"
        )
    assert facts(found) == (spoken if end in SPOKEN else plain)


@pytest.mark.parametrize("end", MANY)
def test_a_file_of_many_documents(tmp_path: Path, end: str, plain: Facts) -> None:
    write, published_from, outlet_from = MANY[end]
    write(tmp_path / f"export{end}")
    found = factcheck.scan(tmp_path)
    assert found.unread == ()
    for document, article in zip(found.documents, (HERALD, WIRE), strict=True):
        assert document.title == article.title
        assert known(document) == (DAY, published_from, article.outlet if outlet_from else None, outlet_from)
    assert facts(found) == plain


def test_a_folder_with_a_file_of_every_format(tmp_path: Path, plain: Facts) -> None:
    """The two articles in all formats at once are still two articles: the rest are copies, each of them named."""
    (tmp_path / "exports").mkdir()
    for end, (write, _, _) in ONE.items():
        for number, article in enumerate(ARTICLES):
            write(tmp_path / f"{number}{end}", article)
    for end, (write_all, _, _) in MANY.items():
        write_all(tmp_path / "exports" / f"export{end}")
    found = factcheck.scan(tmp_path)
    assert found.unread == ()
    assert [(d.published, d.outlet) for d in found.documents] == [(DAY, article.outlet) for article in ARTICLES]
    assert sum(1 + len(document.copies) for document in found.documents) == 2 * (len(ONE) + len(MANY))
    assert {copy.why for document in found.documents for copy in document.copies} == {"text"}
    assert facts(found) == plain
