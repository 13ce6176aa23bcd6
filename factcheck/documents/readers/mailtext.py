"""The text of a plain mail: wrapped lines joined, quoting marks and signatures left out, what is passed on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.documents.entries import Piece

_WIDTH = 62  # characters; a line of a mail that goes as far was broken because it was full
_SIGNATURE = re.compile(r"^-- ?$", re.M)
_SIGNED_LINES = 20
_QUOTED = re.compile(r"^((?:> ?)+)", re.M)
_WROTE = re.compile(r"(?:On|Am|Le|El|Il) .{6,120}\b(?:wrote|schrieb|a écrit|escribió|ha scritto) ?:")
_FORWARDED = re.compile(
    r"^[ \t]*(?:-{3,}\s*(?:Forwarded message|Original Message|Forwarded by .{1,60}?)\s*-*"
    r"|Begin forwarded message:|_{20,})[ \t]*\n\s*"
    r"(?P<head>(?:[ \t]*\*?(?:From|Sent|Date|Subject|To|Cc|Bcc|Reply-To)\*?[ \t]*:.*\n(?:[ \t]+\S.*\n)*)+)",
    re.M | re.I,
)  # fmt: skip
_FIELD = re.compile(r"^[ \t]*\*?(From|Sent|Date|Subject)\*?[ \t]*:\*?[ \t]*(.*(?:\n[ \t]+\S.*)*)", re.M | re.I)


@dataclass(frozen=True, slots=True)
class MailText:
    """What a mail says, and what it tells of the mail it passes on: its from, date and subject as written."""

    pieces: tuple[Piece, ...]
    passed_on: Mapping[str, str] = field(default_factory=dict)


def mail_text(text: str, *, flowed: bool = False) -> MailText:
    """The pieces of a plain body; ``flowed`` tells that a space at the end of a line joins it to the next."""
    text = text.replace("\r\n", "\n").strip("\n")
    forwarded = _FORWARDED.search(text)
    if forwarded is None:
        return MailText(tuple(_said(text, flowed=flowed)))
    told = {name.lower(): " ".join(value.split()) for name, value in _FIELD.findall(forwarded["head"])}
    before, after = text[: forwarded.start()], text[forwarded.end() :]
    head = Piece(forwarded.group().strip(), "furniture")
    return MailText((*_said(before, flowed=flowed), head, *_said(after, flowed=flowed)), told)


def _said(text: str, *, flowed: bool) -> Iterator[Piece]:
    signature = next((match for match in _SIGNATURE.finditer(text) if _is_end(text, match.end())), None)
    body = text[: signature.start()] if signature else text
    held: list[str] = []
    for block in re.split(r"\n[ \t>]*\n", body):
        lines = _QUOTED.sub("", block).split("\n")
        paragraph = _unwrapped(lines, flowed=flowed)
        if _WROTE.fullmatch(paragraph.strip()):
            if held:
                yield Piece("\n\n".join(held))
                held = []
            yield Piece(paragraph.strip(), "furniture")
        elif paragraph.strip():
            held.append(paragraph.strip("\n"))
    if held:
        yield Piece("\n\n".join(held))
    if signature and (rest := text[signature.end() :].strip()):
        yield Piece(rest, "furniture")


def _is_end(text: str, at: int) -> bool:
    return text.count("\n", at) <= _SIGNED_LINES


def _unwrapped(lines: Sequence[str], *, flowed: bool) -> str:
    """Lines of a paragraph with those joined that were broken because they were full."""
    text = ""
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        first = below.split(" ", 1)[0]
        full = len(line.rstrip()) + len(first) >= _WIDTH + 8 and len(line) >= _WIDTH - 12
        joined = (flowed and line.endswith(" ")) or (full and not re.match(r"\s*(?:[-*•]|\d+[.)])\s", below))
        text += line.rstrip() + (" " if joined and below else "\n")
    return text
