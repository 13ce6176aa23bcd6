"""Two articles in every format, each file written by a program that is made for it."""

from __future__ import annotations

import csv
import email.message
import email.policy
import gzip
import io
import json
import mailbox
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from xml.etree import ElementTree


@dataclass(frozen=True)
class Article:
    """What an article says, and what its outlet tells of it."""

    title: str
    outlet: str
    day: str  # 2031-03-04
    url: str
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def text(self) -> str:
        return f"{self.title}\n{self.day}\n\n{self.body}\n"


HERALD = Article(
    "Ferry sinks off Port Tarn, 14 dead",
    "Tarn Herald",
    "2031-03-04",
    "https://herald.example/2031/ferry",
    (
        "At least 14 people were killed when the ferry Marisol sank off Port Tarn on Monday, the coast guard said.",
        "The ferry carried 212 passengers and a crew of 11, according to the harbour master, who had counted them.",
        "Divers searched an area of 30 square kilometres and found two boats, but no trace of the missing cargo.",
        "The operator was fined $2.5 million in 2029 after 3 inspections, the ministry of transport said on Tuesday.",
    ),
)
WIRE = Article(
    "Nine killed in ferry disaster",
    "Coast Wire",
    "2031-03-04",
    "https://wire.example/a/9",
    (
        "Nine people were killed when the ferry Marisol sank off Port Tarn on Monday, the coast guard said.",
        "The ferry carried about 250 passengers, according to the harbour master, and sank within 20 minutes.",
        "Some 40 rescuers worked through the night, and 6 helicopters were sent to the place of the disaster.",
    ),
)
ARTICLES = (HERALD, WIRE)

Write = Callable[[Path, Article], None]


def text(path: Path, article: Article) -> None:
    path.write_text(article.text)


def markdown(path: Path, article: Article) -> None:
    front = (
        f"---\ntitle: >\n  {article.title}\noutlet: {article.outlet}\ndate: {article.day}\nurl: {article.url}\n---\n"
    )
    path.write_text(f"{front}\n# {article.title}\n\n{article.body}\n")


def page(article: Article) -> str:
    """A page with a menu, teasers and a footer around the article."""
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": article.title,
        "datePublished": f"{article.day}T08:00:00+01:00", "dateModified": "2031-03-05T09:00:00+01:00",
        "publisher": {"@type": "Organization", "name": article.outlet},
    }  # fmt: skip
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in article.paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(article.title)}</title>'
        f'<link rel="canonical" href="{article.url}"><script type="application/ld+json">{json.dumps(data)}</script>'
        '</head><body><nav><ul><li><a href="/a">27 hurt in bus crash</a></li><li><a href="/b">World</a></li></ul></nav>'
        f"<main><article><h1>{escape(article.title)}</h1><p class=byline>By Ann Example</p>{body}</article>"
        '<aside><h2>Most read</h2><ol><li><a href="/c">88 dead in earlier wreck</a></li></ol></aside></main>'
        "<footer>© 2031. 14 comments. Call 555 0142.</footer></body></html>"
    )


def html(path: Path, article: Article) -> None:
    path.write_text(page(article))


def mhtml(path: Path, article: Article) -> None:
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["Snapshot-Content-Location"] = article.url
    message["Subject"] = article.title
    message["MIME-Version"] = "1.0"
    message.set_content(page(article), subtype="html", cte="quoted-printable")
    message.make_related()
    path.write_bytes(message.as_bytes())


def mail(article: Article) -> email.message.EmailMessage:
    message = email.message.EmailMessage()
    message["From"] = f"{article.outlet} <desk@{article.url.split('/')[2]}>"
    message["To"] = "reader@reader.example"
    message["Subject"] = article.title
    message["Date"] = "Tue, 04 Mar 2031 08:00:00 +0100"
    message.set_content(article.body + "\n")
    return message


def eml(path: Path, article: Article) -> None:
    path.write_bytes(mail(article).as_bytes())


def html_mail(path: Path, article: Article) -> None:
    message = mail(article)
    message.set_content("".join(f"<div>{escape(each)}</div>" for each in article.paragraphs), subtype="html")
    path.write_bytes(message.as_bytes())


def pdf(path: Path, article: Article) -> None:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    style = getSampleStyleSheet()
    parts = [Paragraph(escape(article.title), style["Title"]), Paragraph(article.day, style["Normal"])]
    for paragraph in article.paragraphs:
        parts += [Spacer(1, 8), Paragraph(escape(paragraph), style["Normal"])]
    SimpleDocTemplate(str(path), title=article.title, invariant=1).build(parts)


def docx(path: Path, article: Article) -> None:
    import docx as word

    document = word.Document()
    document.add_paragraph(article.title, style="Title")
    document.add_paragraph(f"Source: {article.outlet}")
    document.add_paragraph(f"Published: {article.day}")
    for paragraph in article.paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(path))


def odt(path: Path, article: Article) -> None:
    from odfdo import Document, Header, Paragraph

    document = Document("text")
    document.body.clear()
    document.body.append(Header(1, article.title))
    document.body.append(Paragraph(f"Source: {article.outlet}"))
    document.body.append(Paragraph(f"Published: {article.day}"))
    for paragraph in article.paragraphs:
        document.body.append(Paragraph(paragraph))
    document.save(str(path))


def srt(path: Path, article: Article) -> None:
    path.write_text("\n".join(_cues(article, ",")))


def vtt(path: Path, article: Article) -> None:
    path.write_text("WEBVTT\n\n" + "\n".join(_cues(article, ".")))


def _cues(article: Article, point: str) -> list[str]:
    """Eight words a cue, as people are shown them, a pause after each paragraph."""
    cues: list[str] = []
    at = 0
    for paragraph in article.paragraphs:
        words = paragraph.split()
        for start in range(0, len(words), 8):
            times = (f"00:{second // 60:02}:{second % 60:02}{point}000" for second in (at, at + 3))
            cues.append(f"{len(cues) + 1}\n{' --> '.join(times)}\n{' '.join(words[start : start + 8])}\n")
            at += 3
        at += 10
    return cues


def gz(path: Path, article: Article) -> None:
    path.write_bytes(gzip.compress(article.text.encode()))


def warc(path: Path, article: Article) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as handle:
        writer = WARCWriter(handle, gzip=path.suffix == ".gz")
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        payload = io.BytesIO(page(article).encode())
        record = writer.create_warc_record(article.url, "response", payload=payload, http_headers=headers)
        writer.write_record(record)
        record.raw_stream.close()


def sidecar(path: Path, article: Article) -> None:
    """A text that tells nothing of itself, and what is told beside it."""
    path.write_text(f"{article.title}\n\n{article.body}\n")
    told = f'outlet = "{article.outlet}"\npublished = {article.day}\nurl = "{article.url}"\n'
    path.with_name(f"{path.name}.meta.toml").write_text(told)


# Formats of one document a file: the ending, how it is written, from where its day and its outlet are known.
ONE: Mapping[str, tuple[Write, str | None, str | None]] = {
    ".txt": (text, "header", None),
    ".text": (sidecar, "sidecar", "sidecar"),
    ".md": (markdown, "front_matter", "front_matter"),
    ".html": (html, "json_ld", "json_ld"),
    ".mhtml": (mhtml, "json_ld", "json_ld"),
    ".pdf": (pdf, "header", None),
    ".docx": (docx, "label", "label"),
    ".odt": (odt, "label", "label"),
    ".eml": (eml, "mail", "mail"),
    ".html.eml": (html_mail, "mail", "mail"),
    ".srt": (srt, None, None),
    ".vtt": (vtt, None, None),
    ".txt.gz": (gz, "header", None),
    ".warc": (warc, "json_ld", "json_ld"),
    ".warc.gz": (warc, "json_ld", "json_ld"),
}


def row(article: Article) -> dict[str, str]:
    return {
        "headline": article.title, "publisher": article.outlet, "published_at": f"{article.day}T08:00:00+01:00",
        "url": article.url, "text": article.body,
    }  # fmt: skip


def csv_file(path: Path) -> None:
    with path.open("w", newline="") as handle:
        writer = csv.DictWriter(handle, list(row(HERALD)), delimiter="\t" if path.suffix == ".tsv" else ",")
        writer.writeheader()
        writer.writerows(row(article) for article in ARTICLES)


def json_file(path: Path) -> None:
    path.write_text(json.dumps({"status": "ok", "articles": [row(article) for article in ARTICLES]}))


def jsonl_file(path: Path) -> None:
    path.write_text("".join(json.dumps(row(article)) + "\n" for article in ARTICLES))


def parquet_file(path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([row(article) for article in ARTICLES]), path)


def mbox_file(path: Path) -> None:
    box = mailbox.mbox(path)
    for article in ARTICLES:
        box.add(mail(article))
    box.close()


def rss(path: Path) -> None:
    root = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(root, "channel")
    ElementTree.SubElement(channel, "title").text = "Digest"
    for article in ARTICLES:
        item = ElementTree.SubElement(channel, "item")
        ElementTree.SubElement(item, "title").text = article.title
        ElementTree.SubElement(item, "link").text = article.url
        ElementTree.SubElement(item, "source", url=article.url).text = article.outlet
        ElementTree.SubElement(item, "pubDate").text = "Tue, 04 Mar 2031 08:00:00 +0100"
        body = "".join(f"<p>{escape(each)}</p>" for each in article.paragraphs)
        ElementTree.SubElement(item, "description").text = body
    ElementTree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def atom(path: Path) -> None:
    name = "{http://www.w3.org/2005/Atom}"
    root = ElementTree.Element(f"{name}feed")
    ElementTree.SubElement(root, f"{name}title").text = "Digest"
    for article in ARTICLES:
        entry = ElementTree.SubElement(root, f"{name}entry")
        ElementTree.SubElement(entry, f"{name}title").text = article.title
        ElementTree.SubElement(entry, f"{name}link", href=article.url)
        ElementTree.SubElement(entry, f"{name}published").text = f"{article.day}T08:00:00+01:00"
        source = ElementTree.SubElement(entry, f"{name}source")
        ElementTree.SubElement(source, f"{name}title").text = article.outlet
        content = ElementTree.SubElement(entry, f"{name}content", type="html")
        content.text = "".join(f"<p>{escape(each)}</p>" for each in article.paragraphs)
    ElementTree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def zip_file(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, article in enumerate(ARTICLES):
            archive.writestr(f"a/{number}.md", article.text)


def tar_file(path: Path) -> None:
    with tarfile.open(path, "w:gz" if path.suffix == ".tgz" else "w") as archive:
        for number, article in enumerate(ARTICLES):
            data = article.text.encode()
            member = tarfile.TarInfo(f"a/{number}.txt")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))


def wacz_file(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("datapackage.json", json.dumps({"profile": "data-package", "resources": []}))
        for number, article in enumerate(ARTICLES):
            part = path.with_name(f"{number}.warc.gz")
            warc(part, article)
            archive.writestr(f"archive/{number}.warc.gz", part.read_bytes())
            part.unlink()


# Formats of many documents a file.
MANY: Mapping[str, tuple[Callable[[Path], None], str, str | None]] = {
    ".csv": (csv_file, "label", "label"),
    ".tsv": (csv_file, "label", "label"),
    ".json": (json_file, "label", "label"),
    ".jsonl": (jsonl_file, "label", "label"),
    ".parquet": (parquet_file, "label", "label"),
    ".mbox": (mbox_file, "mail", "mail"),
    ".rss": (rss, "feed", "feed"),
    ".atom": (atom, "feed", "feed"),
    ".zip": (zip_file, "header", None),
    ".tar": (tar_file, "header", None),
    ".tgz": (tar_file, "header", None),
    ".wacz": (wacz_file, "json_ld", "json_ld"),
}
