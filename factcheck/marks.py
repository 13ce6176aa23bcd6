"""How everything that factcheck writes is known again: by a mark in it, never by its name."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from factcheck._version import __version__

LINE = f"Made by factcheck {__version__}"
COMMENT = f"\n<!-- {LINE} -->\n"
_HEAD, _TAIL = 4096, 512  # bytes of a file in which a mark stands

# The line at the end of a text, alone or in a comment; where a format has no room for it, how it begins.
_CLOSING = re.compile(r"^(?:<!-- |::debug::)?Made by factcheck \d\S*(?: -->)?\s*\Z", re.MULTILINE)
_OPENING = re.compile(
    r'\s*\{\s*"schema": \d+,\s*"factcheck": "'  # json
    r'|\{"record": "scan", "schema": \d+, "factcheck": "'  # jsonl
    r'|\{"schema": \d+, "id": "[0-9a-f]{12}", "at": "[^"]*", "by": '  # the log of decisions
    r'|\[\s*\{\s*"id": "[0-9a-f]{12}",\s*"(?:at": "[^"]*",\s*"by|question)": '  # its exports, findings
    r"|id,at,by,decision,numbers,question,|finding,question,verdict,reason,|\| id \| at \| by \| decision \|"
    r"|group,(?:[a-z_]+,)*?question,(?:[a-z_]+,)*?figure,"  # csv
    r'|\s*\{\s*"\$schema": "[^"]*sarif[^"]*",\s*"version": "[^"]*",\s*"runs": \[\s*\{\s*"tool": \{\s*'
    r'"driver": \{\s*"name": "factcheck"'
    r'|(?is:<!doctype html>.{0,4000}<meta name="generator" content="factcheck )'
)


def is_ours(start: bytes, end: bytes) -> bool:
    """Whether the first and the last bytes of a file are those of something that factcheck wrote."""
    encoding = "utf-16" if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    if _OPENING.match(start.decode(encoding, "replace")):
        return True
    if encoding == "utf-16":  # as some shells write what is printed
        encoding = "utf-16-le" if start.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
        end = end[len(end) % 2 :]
    return _CLOSING.search(end.decode(encoding, "replace")) is not None


def is_our_file(path: Path) -> bool:
    """Whether factcheck wrote a file; no for what is no file or does not open."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            start = file.read(_HEAD)
            file.seek(0, 2)
            file.seek(max(0, file.tell() - _TAIL))
            return is_ours(start, file.read(_TAIL))
    except OSError:
        return False
