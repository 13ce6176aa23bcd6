"""Files that mean harm or are broken: bounded time and memory, one line for each, and the rest is read."""

from __future__ import annotations

import gzip
import io
import json
import socket
import tarfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.documents import Document, Unread, read_documents, read_file
from factcheck.documents.readers import READERS, load
from tests import article_files
from tests.article_files import ARTICLES, HERALD, MANY, ONE

TOLD_TO_NOBODY = "the secret of the house is 4711 beds"


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def nested(deep: int) -> bytes:
    data = zipped({"a.txt": HERALD.text.encode()})
    for _ in range(deep):
        data = zipped({"inner.zip": data})
    return data


def tarred(name: str) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for kind, at in ((tarfile.REGTYPE, name), (tarfile.SYMTYPE, "link.txt")):
            member = tarfile.TarInfo(at)
            member.type, member.linkname = kind, "/etc/passwd"
            member.size = len(HERALD.text.encode()) if kind == tarfile.REGTYPE else 0
            archive.addfile(member, io.BytesIO(HERALD.text.encode()))
    return buffer.getvalue()


def laughs(inside: str) -> str:
    """A billion laughs in front of a document that laughs."""
    entities = '<!ENTITY a0 "ha 12 dead ">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE x [{entities}]>{inside}'


def rewritten(write: Callable[[Path, article_files.Article], None], member: str, old: str, new: str, to: Path) -> bytes:
    """An office document with one of its parts changed."""
    write(to, HERALD)
    with zipfile.ZipFile(to) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts[member].decode()
    parts[member] = new.encode() if old == "" else text.replace(old, new, 1).encode()
    return zipped(parts)


def locked_pdf(path: Path) -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), encrypt=StandardEncryption("secret"))
    canvas.drawString(100, 700, "14 people were killed.")
    canvas.save()
    return path.read_bytes()


def pages_pdf(path: Path, pages: int, text: str = "14 people were killed.") -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    for _ in range(pages):
        canvas.drawString(100, 400, text)
        canvas.showPage()
    canvas.save()
    return path.read_bytes()


HTML_LAUGHS = laughs("<html><body><p>&a9;</p></body></html>")


def outside(file: Path) -> bytes:
    """A feed that asks for a file."""
    asked = f'<!DOCTYPE rss [<!ENTITY s SYSTEM "file://{file}">]>'
    return f'<?xml version="1.0"?>{asked}<rss><channel><item><title>&s;</title></item></channel></rss>'.encode()


HOSTILE: list[tuple[str, Callable[[Path], bytes], str]] = [
    # (name, its bytes, what is said of it; "" where it is read)
    ("bomb.zip", lambda _: zipped({"a.txt": b"1 " * 100_000_000}), "is more than such a file may have"),
    ("dense.zip", lambda _: zipped({"a.txt": b"1 " * 9_000_000}), "packed more than 200 times tighter"),
    ("bomb.txt.gz", lambda _: gzip.compress(b"1 " * 50_000_000, 9), "packed more than 200 times tighter"),
    ("deep.zip", lambda _: nested(8), "a file inside a file inside a file"),
    ("broken.zip", lambda _: zipped({"a.txt": b"12 dead"})[:40], "broken as an archive"),
    ("broken.gz", lambda _: gzip.compress(HERALD.text.encode())[:200], "broken as an archive"),
    ("broken.tar", lambda _: tarred("a.txt")[:600], "broken as an archive"),
    ("laughs.rss", lambda _: laughs("<rss><channel>&a9;</channel></rss>").encode(), "entities of its own"),
    ("outside.xml", lambda path: outside(path.parent / "secret.txt"), "entities of its own"),
    ("no.xml", lambda _: b"<?xml version='1.0'?><map><a>12 dead</a></map>", "XML, but no feed"),
    (
        "laughs.odt",
        lambda path: rewritten(article_files.odt, "content.xml", "", laughs("<x>&a9;</x>"), path),
        "OpenDocument",
    ),
    (
        "laughs.docx",
        lambda path: rewritten(article_files.docx, "word/document.xml", "", laughs("<x>&a9;</x>"), path),
        "Word document",
    ),
    ("broken.docx", lambda _: b"PK\x03\x04 no package at all", "broken as an office document"),
    ("old.docx", lambda _: b"\xd0\xcf\x11\xe0" + bytes(600), "encrypted"),
    ("locked.pdf", locked_pdf, "encrypted"),
    ("broken.pdf", lambda _: b"%PDF-1.7\n1 0 obj <<", "broken as a PDF"),
    ("long.pdf", lambda path: pages_pdf(path, 2001), "2,001 pages, more than the 2,000"),
    ("scan.pdf", lambda path: pages_pdf(path, 2, ""), "its pages are pictures without text"),
    ("deep.html", lambda _: b"<html><body>" + b"<div>" * 60_000 + b"12 dead" + b"</div>" * 60_000, "no article"),
    ("huge.html", lambda _: b"<html><body>" + b"<p>12 dead</p>" * 120_000, "more than 100,000 elements"),
    ("empty.html", lambda _: b"<html><body><nav><a href='/'>12</a></nav></body></html>", "no article was found"),
    ("deep.json", lambda _: b"[" * 200_000, ""),
    ("broken.json", lambda _: b'{"text": "12 dead', "no JSON"),
    ("figures.csv", lambda _: b"a,b\n1,2\n", "no column of it is known to hold the text"),
    ("empty.csv", lambda _: b"text,date\n", "no rows in it"),
    ("nothing.eml", lambda _: b"From: a@b.example\n\n", "a mail without text"),
    ("none.srt", lambda _: b"no subtitles", "no subtitles in it"),
    ("broken.parquet", lambda _: b"PAR1" + bytes(99), "broken as a Parquet table"),
    ("broken.warc", lambda _: b"WARC/1.0\r\nWARC-Type", "a web archive that holds nothing to read"),
    ("hidden.zip", lambda _: zipped({".a.txt": b"12 dead"}), "a zip archive that holds nothing to read"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "told"), HOSTILE, ids=[row[0] for row in HOSTILE])
def test_one_line_and_the_rest_is_read(tmp_path: Path, name: str, make: Callable[[Path], bytes], told: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text(TOLD_TO_NOBODY)
    data = make(tmp_path / name)
    (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(HERALD.text)
    start = time.process_time()
    documents, unread = read_documents([folder])
    assert time.process_time() - start < 30
    assert [document.path.rpartition("/")[2] for document in documents] == ["good.txt"]
    (problem,) = unread
    assert told in problem.why
    assert "; " in problem.why
    assert "\n" not in problem.why
    assert TOLD_TO_NOBODY not in problem.why


@pytest.mark.parametrize(
    "name", ["../../out.txt", "/etc/out.txt", "a/../../../out.txt", "..\\..\\out.txt", "C:\\out.txt"]
)
def test_names_that_point_elsewhere_stay_inside(tmp_path: Path, name: str) -> None:
    for end, data in ((".zip", zipped({name: HERALD.text.encode()})), (".tar", tarred(name))):
        file = tmp_path / "in" / f"a{end}"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)
        (document,) = read_file(str(file))
        assert isinstance(document, Document)
        assert document.path.startswith(str(file) + "/")
        assert ".." not in document.path
        assert document.path.endswith("out.txt")
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["a.tar", "a.zip"]


def test_entities_of_a_page_are_not_resolved(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(HTML_LAUGHS)
    (found,) = read_file(str(file))
    assert isinstance(found, Unread) or len(found.text) < 10_000


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every format is read with all sockets closed: what would reach for the network fails, and is seen."""
    for number, (end, (write, _, _)) in enumerate(ONE.items()):
        for article in ARTICLES:
            write(tmp_path / f"{number}{article.outlet[:1]}{end}", article)
    for end, (write_all, _, _) in MANY.items():
        write_all(tmp_path / f"export{end}")
    (tmp_path / "undated.html").write_text(
        article_files.page(HERALD).replace("datePublished", "x").replace("dateModified", "y")
        + '<link rel="stylesheet" href="http://127.0.0.1:9/a.css"><script src="http://127.0.0.1:9/a.js"></script>'
    )
    for reader in READERS.values():
        load(reader)  # a library that is imported without sockets stays broken for all that comes after
    asked: list[object] = []

    def refuse(*args: object, **_: object) -> None:
        asked.append(args)
        raise OSError("no network here")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    documents, unread = read_documents([tmp_path])
    assert unread == ()
    assert asked == []
    assert len(documents) == 2 * len(ONE) + 2 * len(MANY) + 1


def test_no_script_runs_and_none_is_text(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(
        article_files.page(HERALD).replace("<article>", "<article><script>document.write('31 dead')</script>")
    )
    (document,) = read_file(str(file))
    assert isinstance(document, Document)
    assert "31" not in document.text


def test_a_broken_row_costs_that_row(tmp_path: Path) -> None:
    rows = [json.dumps({"text": HERALD.body}), '{"text": "12', json.dumps({"text": "Nine people were hurt."})]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    documents, unread = read_documents([tmp_path])
    assert [document.path.rpartition("#")[2] for document in documents] == ["1", "3"]
    assert [problem.path.rpartition("#")[2] for problem in unread] == ["2"]
