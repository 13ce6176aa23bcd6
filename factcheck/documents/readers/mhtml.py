"""Web pages saved as mails (MHTML): the page, with its address."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.documents.entries import Found, Source
from factcheck.documents.metadata import Known
from factcheck.documents.readers.html import page
from factcheck.documents.readers.mail import parsed
from factcheck.errors import UnreadableError


def read(source: Source) -> Iterator[Found]:
    """The first page in it; what belongs to the page, pictures and styles, is left."""
    message = parsed(source.data)
    part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    data = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(data, bytes):
        raise UnreadableError("no page in it", todo="save the page anew")
    address = str(message.get("snapshot-content-location") or part.get("content-location") or "").strip()
    known = Known("meta", url=address if address.startswith("http") else None)
    yield page(data, source, charset=part.get_content_charset(), known=(known,))
