"""Readers: each a function from a `Source` to what it holds, known by the endings of files and by how they begin.

A new format is one line in `READERS` and one module with a function ``read(source)``; the module, and the library
it stands on, are imported only when such a file is met.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from factcheck.documents.entries import Read
from factcheck.errors import MissingExtraError

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: the endings of its files, how they begin, where its ``read`` lives and what that needs.

    ``begins`` is matched against the first bytes; ``extra`` names the packages to install with ``pip install '.[…]'``.
    ``holds`` is the format of the files inside, where it is always one. ``largest`` is how many bytes a file may have:
    what holds many documents may be larger than one document.
    """

    name: str
    module: str
    what: str
    suffixes: tuple[str, ...] = ()
    begins: str = ""
    extra: str = ""
    holds: str = ""
    largest: int = 20 * MB


_SPACE = r"(?:\xef\xbb\xbf)?\s*"

READERS: Mapping[str, Reader] = {
    reader.name: reader
    for reader in (
        Reader("pdf", "pdf", "PDF", (".pdf",), r"[\s\S]{0,64}%PDF-\d", extra="pdf", largest=200 * MB),
        Reader("zip", "archives", "a zip archive", (".zip",), r"PK(?:\x03\x04|\x05\x06)", largest=500 * MB),
        Reader("docx", "docx", "a Word document", (".docx",), extra="office", largest=100 * MB),
        Reader("odt", "odt", "an OpenDocument text", (".odt",), extra="office", largest=100 * MB),
        Reader("wacz", "archives", "a web archive", (".wacz",), extra="warc", holds="warc", largest=500 * MB),
        Reader("gz", "archives", "a gzip file", (".gz", ".tgz"), r"\x1f\x8b", largest=500 * MB),
        Reader("bz2", "archives", "a bzip2 file", (".bz2", ".tbz2"), r"BZh\d1AY&SY", largest=500 * MB),
        Reader("xz", "archives", "an xz file", (".xz", ".txz"), r"\xfd7zXZ\x00", largest=500 * MB),
        Reader("tar", "archives", "a tar archive", (".tar",), r"[\s\S]{257}ustar", largest=500 * MB),
        Reader("parquet", "parquet", "a Parquet table", (".parquet",), r"PAR1", extra="parquet", largest=500 * MB),
        Reader("warc", "warc", "a web archive", (".warc",), r"WARC/\d", extra="warc", largest=500 * MB),
        Reader("mhtml", "mhtml", "a saved web page", (".mhtml", ".mht"), extra="web", largest=100 * MB),
        Reader("mbox", "mail", "mails", (".mbox",), r"From \S+ .{6,}\r?\n[\w-]+:", largest=500 * MB),
        Reader("eml", "mail", "a mail", (".eml",), r"(?:Received|Return-Path|MIME-Version|Delivered-To|Message-ID):",
               largest=100 * MB),
        Reader("feed", "feeds", "a feed", (".rss", ".atom", ".xml", ".rdf"),
               rf"{_SPACE}(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{{0,500}}?-->\s*|<\?[^>]*>\s*|<!DOCTYPE[^>\[]*(?:\[[\s\S]*?\])?>\s*)*"
               r"<(?:rss|feed|rdf:RDF)\b", extra="web", largest=50 * MB),
        Reader("html", "html", "a web page", (".html", ".htm", ".xhtml"),
               rf"(?i:{_SPACE}(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{{0,800}}?-->\s*)*<(?:!doctype\s+html|html|head)\b)",
               extra="web", largest=50 * MB),
        Reader("vtt", "subtitles", "subtitles", (".vtt",), rf"{_SPACE}WEBVTT\b", extra="subtitles"),
        Reader("srt", "subtitles", "subtitles", (".srt",), rf"{_SPACE}\d+\s*\r?\n\d\d:\d\d:\d\d[,.]\d+ --> ",
               extra="subtitles"),
        Reader("jsonl", "tables", "a table", (".jsonl", ".ndjson"), largest=500 * MB),
        Reader("json", "tables", "a table", (".json",), rf"{_SPACE}(?:\{{\s*\"|\[\s*\{{)", largest=200 * MB),
        Reader("csv", "tables", "a table", (".csv",), largest=500 * MB),
        Reader("tsv", "tables", "a table", (".tsv", ".tab"), largest=500 * MB),
        Reader("text", "plain", "text or Markdown", ("", ".txt", ".text", ".md", ".markdown")),
    )
}  # fmt: skip

_BY_SUFFIX = {suffix: reader for reader in READERS.values() for suffix in reader.suffixes}
_BEGINNINGS = tuple(
    (reader, re.compile(reader.begins.encode("latin-1"))) for reader in READERS.values() if reader.begins
)
_ZIPPED = ("docx", "odt", "wacz")  # zip archives by their bytes, something else by their names
# What only looks like text: a file's own name is believed before these, which begin as any text may.
_TEXTUAL = ("eml", "json", "srt")


def by_name(path: str) -> Reader | None:
    """The reader for a file's ending; ``None`` for an ending that is not known."""
    suffix = PurePath(path).suffix.lower()
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    return READERS["text"] if re.search(r"[\d_]", suffix) else None  # "flood.2", "v1.final_cut": no ending at all


def reader_for(path: str, head: bytes) -> Reader:
    """The reader for a file that begins with ``head``: what it is goes before what it is called."""
    named = by_name(path)
    begun = next((reader for reader, begins in _BEGINNINGS if begins.match(head)), None)
    if begun is None or (begun.name == "zip" and named and named.name in _ZIPPED):
        return named or READERS["text"]
    if named is not None and (begun.name in _TEXTUAL or named.module == begun.module) and path != "-":
        return named
    return begun


def load(reader: Reader) -> Read:
    """The function that reads a format. Raises ImportError where the library it stands on is missing."""
    module = importlib.import_module(f"{__name__}.{reader.module}")
    read: Read = module.read
    return read


def is_installed(reader: Reader) -> bool:
    """Whether the library that a format needs is there."""
    try:
        load(reader)
    except ImportError:
        return False
    return not reader.holds or is_installed(READERS[reader.holds])


def missing(error: ImportError, reader: Reader) -> MissingExtraError:
    """One line for a missing library, with the command that installs it; HTML inside other formats needs `web`."""
    what = f"{reader.what} needs the package {(error.name or '?').partition('.')[0]}"
    return MissingExtraError(what, extra=reader.extra or "web")
