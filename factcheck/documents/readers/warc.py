"""Web archives (WARC): every page that was fetched well and holds an article (warcio)."""

from __future__ import annotations

import io
from collections.abc import Iterator

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from factcheck.documents.entries import LARGEST, Found, Source
from factcheck.documents.metadata import Known
from factcheck.documents.model import Unread
from factcheck.documents.readers.html import page
from factcheck.errors import UnreadableError


def read(source: Source) -> Iterator[Found]:
    """The articles of an archive, each with its address; pages that hold none are counted and told in one line."""
    without = 0
    try:
        for number, record in enumerate(ArchiveIterator(io.BytesIO(source.data)), start=1):
            if not _is_page(record):
                continue
            data = record.content_stream().read(LARGEST + 1)
            source.budget.spend(len(data))
            known = Known("meta", url=record.rec_headers.get_header("WARC-Target-URI"))
            try:
                yield page(data, source, known=(known,), number=number)
            except UnreadableError:
                without += 1
    except ArchiveLoadFailed as error:
        raise UnreadableError("broken as a web archive", todo="save it anew") from error
    if without:
        yield Unread(source.path, f"{without} of its pages hold no article; look at them in a browser if they matter")


def _is_page(record: object) -> bool:
    kind = getattr(record, "rec_type", "")
    headers = getattr(record, "http_headers", None)
    if kind not in ("response", "resource"):
        return False
    if headers is None:
        told = record.rec_headers.get_header("Content-Type") or ""  # type: ignore[attr-defined]
        return "html" in told
    return headers.get_statuscode() == "200" and "html" in (headers.get_header("Content-Type") or "")
