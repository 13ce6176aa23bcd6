"""Subtitles (SRT, VTT): the cues joined to running text, each with its time, and with its voice where it names one."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import webvtt

from factcheck.documents.decoding import decode
from factcheck.documents.entries import Entry, Found, Piece, Source
from factcheck.documents.layout_words import layout_matchers
from factcheck.documents.turns import find_turns, full_names
from factcheck.errors import UnreadableError
from factcheck.spans import Span

if TYPE_CHECKING:
    from webvtt.models import Caption

_TAG = re.compile(r"</?[a-z][^>]{0,80}>|\{\\[^}]{0,40}\}", re.I)
_PAUSE = 4.0  # seconds without words end a paragraph where the sentence is at its end
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*$")


def read(source: Source) -> Iterator[Found]:
    """The one document of a subtitle file."""
    text = decode(source.data).text.replace("\r\n", "\n").replace("\r", "\n")
    form = "vtt" if text.lstrip("\ufeff \n").startswith("WEBVTT") else "srt"
    try:
        cues: Sequence[Caption] = webvtt.from_buffer(io.StringIO(text), format=form).captions
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError) as error:
        raise UnreadableError("no subtitles in it", todo="save them anew as .srt or .vtt") from error
    pieces = tuple(_pieces(cues, source))
    if not pieces:
        raise UnreadableError("subtitles without words", todo="there is nothing to read in it")
    yield Entry(pieces, location="time", labels=False)


def _pieces(cues: Sequence[Caption], source: Source) -> Iterator[Piece]:
    """Cues joined until another speaks, or until a pause after the end of a sentence."""
    held: list[tuple[str, str]] = []  # the words of each cue, and its time
    speaker, stop = None, 0.0
    for (words, cue), voice in zip(_spoken(cues), _voices(cues, source), strict=True):
        said = voice or speaker
        ended = bool(held) and _SENTENCE_END.search(held[-1][0]) is not None
        if held and (said != speaker or voice or (ended and cue.start_in_seconds - stop > _PAUSE)):
            yield _joined(held, speaker)
            held = []
        speaker, stop = said, cue.end_in_seconds
        held.append((words, _clock(cue.start_in_seconds)))
    if held:
        yield _joined(held, speaker)


def _spoken(cues: Sequence[Caption]) -> Iterator[tuple[str, Caption]]:
    """Each cue's words on one line, without tags and without the label of a turn; cues without words are left out."""
    for cue in cues:
        words = " ".join(_TAG.sub("", cue.text).split())
        if words:
            yield words, cue


def _joined(held: Sequence[tuple[str, str]], speaker: str | None) -> Piece:
    text, marks = "", []
    for words, clock in held:
        text += " " if text else ""
        marks.append((len(text), clock))
        text += words
    return Piece(text, "paragraph", speaker, tuple(marks))


def _voices(cues: Sequence[Caption], source: Source) -> Iterator[str | None]:
    """Who begins to speak in each cue that has words, where it tells: a voice tag, or a label as transcripts have."""
    spoken = list(_spoken(cues))
    lines = [(Span(0, len(words)), words) for words, _ in spoken]
    turns = find_turns(lines, layout_matchers(source.vocabulary))
    text = "\n".join(words for words, _ in spoken)
    named = dict(zip((turn.line for turn in turns), full_names(turns, text), strict=True))
    for at, (_, cue) in enumerate(spoken):
        yield cue.voice or named.get(at)


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
