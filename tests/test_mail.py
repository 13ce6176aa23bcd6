"""Mails as people send them: wrapped, flowed, answered, signed, passed on, with files attached."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from pathlib import Path

import pytest

import factcheck
from factcheck.documents import Document, read_file
from factcheck.documents.readers.mailtext import mail_text

ONE = (
    "At least 14 people were killed when the ferry Marisol sank off Port Tarn on\nMonday, the coast guard of "
    "Norland said in a statement. The harbour master\nTom Hale counted 212 passengers."
)
SAID = " ".join(ONE.split())
SIGNED = "Bo Sample\nDesk, 12 Mill Street, Tarn 4455\nRoom 315, third floor\nThis mail is confidential; 2 copies only."
HEADS = [
    "---------- Forwarded message ---------\nFrom: {}\nDate: {}\nSubject: {}\nTo: <bo@desk.example>\n",
    "-----Original Message-----\nFrom: {}\nSent: {}\nTo: Bo Sample\nSubject: {}\n",
    "Begin forwarded message:\n\nFrom: {0}\nSubject: {2}\nDate: {1}\nTo: bo@desk.example\n",
    "________________________________\n*From:* {}\n*Sent:* {}\n*To:* Bo Sample\n*Subject:* {}\n",
]


def mail(path: Path, body: str, **more: str) -> Document:
    message = EmailMessage()
    message["From"], message["Subject"] = "Bo Sample <bo@desk.example>", "Fwd: the ferry"
    message["Date"] = "Wed, 05 Mar 2031 09:12:00 +0100"
    message.set_content(body, **more)  # type: ignore[arg-type]
    path.write_bytes(message.as_bytes())
    document = read_file(str(path))[0]
    assert isinstance(document, Document)
    return document


def paragraphs(document: Document) -> list[str]:
    return [b.span.of(document.text) for b in document.blocks if b.kind in ("paragraph", "heading", "bullet")]


def test_wrapped_lines_are_joined(tmp_path: Path) -> None:
    assert paragraphs(mail(tmp_path / "a.eml", f"{ONE}\n\nYours\nBo\n")) == [SAID, "Yours", "Bo"]


def test_flowed_lines_are_joined() -> None:
    pieces = mail_text("At least 14 people were \nkilled.\nNine were hurt.\n", flowed=True).pieces
    assert [piece.text.strip() for piece in pieces] == ["At least 14 people were killed.\nNine were hurt."]


def test_a_list_stays_a_list(tmp_path: Path) -> None:
    lines = [f"- {n} of the boats that had been sent to the place of the disaster by the town" for n in (12, 14, 16)]
    assert paragraphs(mail(tmp_path / "a.eml", "\n".join(lines))) == lines


@pytest.mark.parametrize("mark", ["-- ", "--"])
def test_a_signature_is_no_text(tmp_path: Path, mark: str) -> None:
    document = mail(tmp_path / "a.eml", f"{ONE}\n\n{mark}\n{SIGNED}\n")
    assert [figure.text for figure in factcheck.extract(document).figures] == ["At least 14", "212"]


def test_a_rule_in_the_middle_is_no_signature(tmp_path: Path) -> None:
    document = mail(tmp_path / "a.eml", f"Hello.\n\n--\n{ONE}\n" + "\n\nIt was a cold day in Tarn.\n" * 12)
    assert SAID in paragraphs(document)


def test_an_answer_and_what_it_answers(tmp_path: Path) -> None:
    quoted = "\n".join(f"> {line}" for line in ONE.split("\n"))
    document = mail(tmp_path / "a.eml", f"It was 16.\n\nOn Wed, 5 Mar 2031 at 09:12, Bo Sample wrote:\n\n{quoted}\n")
    assert paragraphs(document) == ["It was 16.", SAID]
    assert ">" not in " ".join(paragraphs(document))


@pytest.mark.parametrize("head", HEADS, ids=range(len(HEADS)))
@pytest.mark.parametrize(
    "date", ["Tue, Mar 4, 2031 at 8:00 AM", "4 March 2031 08:00:00 CET", "Tuesday, March 4, 2031 8:00 AM"]
)
def test_what_is_passed_on_has_its_own_sender_and_day(tmp_path: Path, head: str, date: str) -> None:
    known = head.format("Coast Wire <news@wire.example>", date, "Ferry sinks, 14 dead")
    document = mail(tmp_path / "a.eml", f"See below.\n\n{known}\n{ONE}\n\n-- \n{SIGNED}\n")
    assert (document.outlet, document.outlet_from) == ("Coast Wire", "mail")
    assert (document.published, document.published_from) == (dt.date(2031, 3, 4), "mail")
    assert document.title == "Ferry sinks, 14 dead"
    assert paragraphs(document) == ["See below.", SAID]


def test_without_one_it_is_the_senders(tmp_path: Path) -> None:
    document = mail(tmp_path / "a.eml", ONE)
    assert (document.outlet, document.published, document.title) == ("Bo Sample", dt.date(2031, 3, 5), "Fwd: the ferry")


def test_what_is_attached_is_read(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "a@b.example", "x", "Wed, 05 Mar 2031 09:12:00 +0100"
    message.set_content("See the file that I have attached.")
    message.add_attachment(f"Ferry sinks\n2031-03-04\n\n{SAID}\n".encode(), "text", "plain", filename="../ferry.txt")
    message.add_attachment(b"\x89PNG", "image", "png", filename="logo.png")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    found = read_file(str(tmp_path / "a.eml"))
    assert [each.path.removeprefix(str(tmp_path)) for each in found] == ["/a.eml", "/a.eml/ferry.txt"]
