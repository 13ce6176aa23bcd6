"""Bytes to text: UTF-8, UTF-16 with its mark, Windows-1252 where that is plausible; or the reason why not."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from factcheck.errors import UnreadableError

# The longer mark first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN_BINARY = (
    (b"%PDF-", "a PDF", "save its text (pdftotext FILE.pdf) and scan that"),
    (b"PK\x03\x04", "a zip archive or an office document", "save its text and scan that"),
    (b"\x89PNG", "a picture", "factcheck reads text and Markdown"),
    (b"\xff\xd8\xff", "a picture", "factcheck reads text and Markdown"),
    (b"GIF8", "a picture", "factcheck reads text and Markdown"),
    (b"\x1f\x8b", "a gzip file", "unpack it first"),
)
# Bell, backspace and escape are what terminals leave in a saved text: no mark of a binary file.
_CONTROLS = bytes(range(7)) + b"\x0b" + bytes(code for code in range(14, 32) if code != 0x1B) + b"\x7f"
_SAVE = "save it as UTF-8 text"


class Decoded(NamedTuple):
    """The text, and what a reader should know about how it was decoded."""

    text: str
    note: str | None = None


def decode(data: bytes) -> Decoded:
    """The text of a file's bytes, a byte-order mark not counted; raises UnreadableError with the reason."""
    for start, what, todo in _KNOWN_BINARY:
        if data.startswith(start):
            raise UnreadableError(f"{what}, not text", todo=todo)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_with_mark(data[len(mark) :], encoding))
    if b"\0" in data[:65536] or b"\0" in data:
        raise UnreadableError(_why_zeros(data), todo=_SAVE)
    if _too_many_controls(data):
        raise UnreadableError("a binary file, not text", todo=_SAVE)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _windows(data, error)


def _with_mark(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"marked as {encoding[:6].upper()} but broken at byte {error.start}"
        raise UnreadableError(what, todo=_SAVE) from error


def _why_zeros(data: bytes) -> str:
    head = data[:4096]
    half = len(head) // 2
    if half and (head[1::2].count(0) > 0.7 * half or head[::2].count(0) > 0.7 * half):
        return "UTF-16 without its byte-order mark, it seems"
    return "a binary file, not text"


def _too_many_controls(data: bytes) -> bool:
    head = data[:65536]
    return len(head) - len(head.translate(None, _CONTROLS)) > max(4, len(head) // 50)


def _windows(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """``data`` as Windows-1252, if what that gives looks like text of a Western language."""
    place = f"byte {error.start} (0x{data[error.start]:02x}) is not UTF-8"
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise UnreadableError(f"unknown encoding: {place}, nor is the file Windows-1252", todo=_SAVE) from None
    foreign = [character for character in text if character > "\x7f"]
    letters_or_quotes = sum(1 for c in foreign if c.isalpha() or c in "‘’“”–—…€£©®°·•«»´½¼¾\xa0")
    if len(foreign) > 0.3 * len(text) or letters_or_quotes < 0.8 * len(foreign):
        raise UnreadableError(f"unknown encoding: {place}, and as Windows-1252 it is no text", todo=_SAVE)
    return Decoded(text, f"{place}: read as Windows-1252; save it as UTF-8 if letters look wrong")
