"""Mails: EML and MBOX."""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import PurePath

from factcheck.documents.dates import day_of
from factcheck.documents.entries import Entry, Found, Piece, Source
from factcheck.documents.metadata import Known
from factcheck.documents.model import Unread
from factcheck.documents.readers.mailtext import MailText, mail_text
from factcheck.errors import FactcheckError, UnreadableError

_FROM_LINE = re.compile(rb"^From .*\r?\n", re.M)


def read(source: Source) -> Iterator[Found]:
    """A mail or the mails of a mailbox; a page that was saved as a mail under another name."""
    if _FROM_LINE.match(source.data):
        yield from _mailbox(source)
        return
    message = parsed(source.data)
    if _is_page(message):
        from factcheck.documents.readers import mhtml

        yield from mhtml.read(source)
    else:
        yield from _mail(message, source, 0)


def parsed(data: bytes) -> EmailMessage:
    """The message of some bytes. Raises UnreadableError for what has no headers."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise UnreadableError("no mail: it has no headers", todo="save its text and scan that")
    return message


def _mailbox(source: Source) -> Iterator[Found]:
    starts = [match for match in _FROM_LINE.finditer(source.data) if _opens(source.data, match.start())]
    stops = [match.start() for match in starts[1:]] + [len(source.data)]
    for number, (match, stop) in enumerate(zip(starts, stops, strict=True), start=1):
        try:
            yield from _mail(parsed(source.data[match.end() : stop]), source, number)
        except FactcheckError as error:
            yield Unread(f"{source.path}#{number}", str(error))


def _opens(data: bytes, at: int) -> bool:
    """Whether a "From " line opens a mail: it is the first, or a blank line stands above it."""
    return at == 0 or data[max(0, at - 4) : at].replace(b"\r", b"").endswith(b"\n\n")


def _mail(message: EmailMessage, source: Source, number: int) -> Iterator[Found]:
    body = _body(message)
    subject = str(message.get("subject") or "").strip()
    title = body.passed_on.get("subject") or subject
    pieces = (Piece(title, "title"), *body.pieces)
    if not any(piece.text.strip() for piece in pieces[1:]):
        raise UnreadableError("a mail without text", todo="save what is attached to it and scan that")
    zone = source.options.time_zone
    told = (
        _known(
            title, body.passed_on.get("from", ""), body.passed_on.get("date") or body.passed_on.get("sent", ""), zone
        ),
        _known(subject, str(message.get("from") or ""), str(message.get("date") or ""), zone),
    )
    yield Entry(pieces, told, number=number, location="entry" if number else "line")
    yield from _attached(message, source)


def _known(title: str, sender: str, date: str, zone: str | None) -> Known:
    """What the head of a mail tells, or that of the mail it passes on, which goes before it."""
    name, address = email.utils.parseaddr(sender)
    outlet = name.strip("'\"") or address.rpartition("@")[2]
    return Known("mail", title=title or None, outlet=outlet or None, published=day_of(date, zone))


def _body(message: EmailMessage) -> MailText:
    part = message.get_body(("plain", "html"))
    text = part.get_content() if part is not None else None
    if part is None or not isinstance(text, str):
        return MailText(())
    if part.get_content_subtype() == "plain":
        return mail_text(text, flowed="flowed" in str(part.get("content-type", "")).lower())
    from factcheck.documents.readers import markup

    return MailText(tuple(markup.pieces_of(markup.parse(text))))


def _attached(message: EmailMessage, source: Source) -> Iterator[Found]:
    """The files that a mail carries and that can be read; pictures and signatures are left in silence."""
    from factcheck.documents.readers import by_name

    for part in message.iter_attachments():
        name = PurePath((part.get_filename() or "").replace("\\", "/")).name
        reader = by_name(name) if PurePath(name).suffix else None
        data = part.get_payload(decode=True)
        if reader is not None and isinstance(data, bytes):
            source.budget.spend(len(data))
            yield source.inside(f"{source.path}/{name}", data)


def _is_page(message: EmailMessage) -> bool:
    return "snapshot-content-location" in message or ("from" not in message and "date" not in message)
