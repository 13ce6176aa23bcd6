"""Whom a phrase names by itself: who made a report, the name that an acronym stands for."""

from __future__ import annotations

import re

from factcheck.context.model import Speaker
from factcheck.context.names import credited, read_name
from factcheck.context.sayings import phrase_of
from factcheck.context.speaker_phrases import Phrase
from factcheck.context.view import SentenceView


def text_of(view: SentenceView, phrase: Phrase) -> str:
    return " ".join(phrase.span(view.read).of(view.document.text).split())


def by_itself(view: SentenceView, phrase: Phrase, origin: str | None = None) -> Speaker:
    """A phrase as it names a speaker by itself; who made a report, rather than the report, gives the key."""
    words, text = view.read.lexicon.words, text_of(view, phrase)
    maker = text
    if phrase.head in words("document", "told") and not credited(text, view.vocabulary):
        verb, by = _made_by(view, phrase)
        if by is not None and verb not in words("carrying"):
            return by_itself(view, by, origin)
        maker = _maker(view, phrase, text)
    name = read_name(_in_full(view, maker), view.vocabulary)
    return Speaker(text, name.key, name.named, phrase.span(view.read), origin or credited(maker, view.vocabulary))


def _made_by(view: SentenceView, phrase: Phrase) -> tuple[str, Phrase | None]:
    """What was done with a document and by whom, where a participle tells: "an analysis released by the ministry"."""
    rest = [group for group in view.read.groups if group.start >= phrase.stop][:4]
    by = next((group for group in rest if group.preposition == "by"), None)
    if by is None or rest[0].kind != "verb" or any(g.kind not in ("time", "adverb") for g in rest[1 : rest.index(by)]):
        return "", None
    return rest[0].lemma, phrase_of(view, by)


def _maker(view: SentenceView, phrase: Phrase, text: str) -> str:
    """The part of a document's phrase that names who made it: "a poll by Gallup", "the ministry's report"."""
    for by in (" by ", " from ", " of "):
        _, found, maker = text.partition(by)
        if found and any(word[:1].isupper() for word in maker.split()):
            return maker
    head = view.read.words[phrase.group.head]
    before = view.read.text[view.read.words[phrase.start].start : head.start].rstrip()
    before = re.sub(r"['’]s?$", "", before)
    opens = phrase.start == 0 and before.split()[:1] and before.split()[0].lower() in view.read.lexicon
    named = before.split()[1:] if opens else before.split()
    return before if any(word[:1].isupper() for word in named) else text


_ACRONYM = re.compile(r"(?:[Tt]he )?([A-Z]{2,6})(?:['’]s)?$")


def _in_full(view: SentenceView, text: str) -> str:
    """The name an acronym was introduced for: "the Congressional Budget Office (CBO)"."""
    short = _ACRONYM.match(text)
    if short is None or credited(text, view.vocabulary):
        return text
    letters, source = short.group(1), view.document.text
    at = source.find(f"({letters})")
    found: list[str] = []
    for word in reversed(source[max(0, at - 120) : at].split()) if at >= 0 else ():
        found.insert(0, word)
        initials = "".join(w[0] for w in found if w[0].isupper())
        if initials == letters:
            return " ".join(found)
        if len(initials) > len(letters):
            break
    return text
