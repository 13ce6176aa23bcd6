"""What must not be lost: tables with their heads, footnotes, captions, corrections, lists; and SingleFile's pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

import factcheck
from factcheck.documents import Document, read_file
from tests.article_files import HERALD, page

TABLE = (("Town", "Dead", "Missing"), ("Port Tarn", "14", "3"), ("Sela", "9", ""))
NOTE = "The harbour master counted 212 people; the company, 209."
ROWS = ["Port Tarn: Dead 14; Missing 3", "Sela: Dead 9"]


def html(path: Path) -> None:
    first, *rest = TABLE
    heads = "".join(f"<th>{cell}</th>" for cell in first)
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rest)
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    notes = f'<section class="footnotes"><ol><li id="fn1">{NOTE}</li></ol></section>'
    path.write_text(page(HERALD).replace("</article>", f"{table}{notes}</article>"))


def docx(path: Path) -> None:
    import docx as word

    document = word.Document()
    document.add_heading(HERALD.title, level=0)
    document.add_paragraph(HERALD.paragraphs[0])
    document.add_paragraph("40 families left.", style="List Bullet")
    table = document.add_table(rows=0, cols=3)
    for row in TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(path))


def odt(path: Path) -> None:
    from odfdo import Cell, Document, Header, Paragraph, Row, Table

    document = Document("text")
    document.body.clear()
    document.body.append(Header(1, HERALD.title))
    said = Paragraph(HERALD.paragraphs[0])
    said.insert_note(after="killed", note_id="n1", citation="1", body=NOTE)
    document.body.append(said)
    table = Table("t")
    for row in TABLE:
        line = Row()
        for text in row:
            line.append(Cell(text))
        table.append(line)
    document.body.append(table)
    document.save(str(path))


def read(path: Path) -> Document:
    (document,) = read_file(str(path))
    assert isinstance(document, Document), document
    return document


def texts(document: Document, kind: str) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.kind == kind]


@pytest.mark.parametrize("write", [html, docx, odt])
def test_rows_of_a_table_keep_their_heads(tmp_path: Path, write: Callable[[Path], None]) -> None:
    write(tmp_path / f"a.{write.__name__}")
    assert texts(read(tmp_path / f"a.{write.__name__}"), "table") == ROWS


@pytest.mark.parametrize("write", [html, odt])
def test_footnotes_are_read(tmp_path: Path, write: Callable[[Path], None]) -> None:
    write(tmp_path / f"a.{write.__name__}")
    document = read(tmp_path / f"a.{write.__name__}")
    assert NOTE in document.text
    assert {"212", "209"} <= {figure.text for figure in factcheck.extract(document).figures}
    assert "killed when" in document.text  # the note does not stand within the sentence


def test_lists_of_word_are_lists(tmp_path: Path) -> None:
    docx(tmp_path / "a.docx")
    document = read(tmp_path / "a.docx")
    assert texts(document, "bullet") == ["40 families left."]
    assert document.title == HERALD.title


def test_a_page_of_singlefile(tmp_path: Path) -> None:
    """Its comment tells the address; pictures and fonts stand in the page as data, scripts are gone."""
    address = "https://www.herald.example/2031/ferry"
    saved = f"<!--\n Page saved with SingleFile \n url: {address} \n saved date: Fri Mar 07 2031\n-->"
    picture = "data:image/png;base64," + "iVBORw0KGgo" * 4000
    text = page(HERALD).replace("<head>", f"{saved}<head>").replace('<link rel="canonical"', '<link rel="x"')
    text = text.replace("<h1>", f'<img src="{picture}"><h1>')
    (tmp_path / "a.html").write_text(text)
    document = read(tmp_path / "a.html")
    assert document.url == address
    assert (document.published, document.modified) == (dt.date(2031, 3, 4), dt.date(2031, 3, 5))
    assert "base64" not in document.text


@pytest.mark.parametrize(
    "correction",
    [
        "<p><em>Correction: an earlier version said that 16 people had been killed.</em></p>",
        '<div class="correction"><p>Correction: an earlier version said that 16 people had been killed.</p></div>',
        "<aside><p>Correction: an earlier version said that 16 people had been killed.</p></aside>",
        "<footer><p>Correction: an earlier version said that 16 people had been killed.</p></footer>",
    ],
)
def test_corrections_are_not_lost(tmp_path: Path, correction: str) -> None:
    (tmp_path / "a.html").write_text(page(HERALD).replace("</article>", f"{correction}</article>"))
    assert "16 people had been killed" in read(tmp_path / "a.html").text
