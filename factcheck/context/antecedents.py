"""Whom a speaker's phrase names: "he" and "the mayor" by the sentences before, "the CBO" by its name in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.context.attributions import attributions
from factcheck.context.gazetteer import load_gazetteer
from factcheck.context.model import Speaker
from factcheck.context.names import credited, load_names, read_name
from factcheck.context.openings import leading_phrase
from factcheck.context.speaker_words import speaker_words
from factcheck.context.subjects import Phrase, is_name, phrase_after
from factcheck.context.tagging import tagged
from factcheck.context.view import SentenceView
from factcheck.spans import Span

_FAR = 6  # sentences looked back for the name behind a pronoun or a title


def named_speaker(view: SentenceView, phrase: Phrase, origin: str | None) -> Speaker:
    """The speaker a phrase stands for, with the agency that passed the words on; worked out once a phrase."""
    place = f"speaker {phrase.start} {origin}"
    known = view.memo.get(place)
    if not isinstance(known, Speaker):
        known = view.memo[place] = _read(view, phrase, origin)
    return known


def _read(view: SentenceView, phrase: Phrase, origin: str | None) -> Speaker:
    words = speaker_words(view.vocabulary)
    span = phrase.span(view.tokens)
    text = _text(view, span)
    lower = text.lower()
    single = phrase.stop - phrase.start
    if single == 1 and phrase.head in words.phrases.pronouns:
        text, lower = text[: len(phrase.head)], phrase.head  # "he's"
        found = _last_named(view, phrase, lower in words.phrases.singular_people)
        if found is None:
            return Speaker(text, f"{lower} in {view.document.id}", False, span, origin)
        return Speaker(found.text, found.key, found.named, span, origin or found.origin)
    if single in (2, 3) and lower.startswith("the ") and not text[4:].isupper():
        found = _last_with_word(view, phrase)
        if found is not None:
            return Speaker(found.text, found.key, found.named, span, origin or found.origin)
    return _plain(view, phrase, origin)


def _text(view: SentenceView, span: Span) -> str:
    return " ".join(span.of(view.document.text).split())


def _plain(view: SentenceView, phrase: Phrase, origin: str | None) -> Speaker:
    """A phrase as it names a speaker by itself."""
    named = _named_part(view, phrase)
    text = _text(view, named)
    whole = phrase.span(view.tokens)
    name = read_name(_in_full(view, text), view.vocabulary)
    shown = text if named.start >= whole.stop else _text(view, whole)  # "an analysis … by the office": the office
    return Speaker(shown, name.key, name.named, whole, origin or credited(text, view.vocabulary))


def _named_part(view: SentenceView, phrase: Phrase) -> Span:
    """The part of a phrase that names the speaker: who made the report, not the report."""
    words, tokens, tags = speaker_words(view.vocabulary), view.tokens, tagged(view).tags
    whole = phrase.span(tokens)
    if phrase.head not in words.nouns.sources and phrase.head not in words.nouns.sayings:
        return whole
    if credited(_text(view, whole), view.vocabulary):
        return whole
    for at in range(phrase.start + 1, phrase.stop - 1):
        if tokens[at].lower in ("by", "from", "of") and "q" in tags[at : phrase.stop]:
            return Span(tokens[at + 1].start, whole.stop)
    makers = [at for at in range(phrase.start, phrase.stop - 1) if tags[at] in "qz"]
    if makers and (makers != [0] or tags[0] == "z" or is_name(view, tokens[0])):
        return Span(whole.start, tokens[phrase.stop - 2].stop)
    for at in range(phrase.stop, min(phrase.stop + 6, len(tags))):
        if tokens[at].lower == "by":
            maker = phrase_after(view, at + 1)
            return maker.span(tokens) if maker is not None and maker.proper else whole
        if tags[at] not in "eadjP":
            break
    return whole


_ACRONYM = re.compile(r"(?:[Tt]he )?([A-Z]{2,6})(?:['’]s)?$")


def _in_full(view: SentenceView, text: str) -> str:
    """The name an acronym was introduced for: "the Congressional Budget Office (CBO)"."""
    short = _ACRONYM.match(text)
    if short is None or credited(text, view.vocabulary):
        return text
    letters = short.group(1)
    source = view.document.text
    at = source.find(f"({letters})")
    if at < 0:
        return text
    found: list[str] = []
    for word in reversed(source[max(0, at - 120) : at].split()):
        found.insert(0, word)
        initials = "".join(w[0] for w in found if w[0].isupper())
        if initials == letters:
            return " ".join(found)
        if len(initials) > len(letters):
            break
    return text


# Names in the sentences before


def _before(view: SentenceView) -> Iterator[SentenceView]:
    at: SentenceView | None = view
    for _ in range(_FAR):
        at = at.neighbour(-1) if at is not None else None
        if at is None or at.block.kind in ("title", "heading"):
            return
        yield at


def _last_named(view: SentenceView, pronoun: Phrase, person: bool) -> Speaker | None:
    """The person or body a pronoun stands for: the last that spoke or acted before it."""
    here = [a.speaker for a in attributions(view) if a.speaker and a.speaker.stop <= pronoun.start]
    opening = None if tagged(view).tags[:1] == '"' else leading_phrase(view)
    for candidate in (*reversed(here), *((opening,) if opening and opening.stop <= pronoun.start else ())):
        if (found := _suits(view, candidate, person)) is not None:
            return found
    for depth, before in enumerate(_before(view)):
        spoke = [a.speaker for a in attributions(before) if a.speaker]
        subject = leading_phrase(before)
        for phrase in (*reversed(spoke), *((subject,) if subject else ())):
            if (found := _suits(before, phrase, person)) is not None:
                return found
        if person and depth < 2 and (found := _any_person(before)) is not None:
            return found
    return None


def _suits(view: SentenceView, phrase: Phrase, person: bool) -> Speaker | None:
    """A phrase as a speaker, when it suits a pronoun for a person (or for a body)."""
    words = speaker_words(view.vocabulary)
    if phrase.head in words.phrases.pronouns or phrase.head in words.phrases.nobody:
        return None
    several = person and tagged(view).tags[phrase.stop - 1] == "s" and not phrase.proper
    if several or _is_place(view, phrase):
        return None
    speaker = _plain(view, phrase, None)
    name = read_name(speaker.text, view.vocabulary)
    titles = load_names(view.vocabulary).titles
    fits = name.person or phrase.head in titles if person else not name.person
    return speaker if fits else None


def _is_place(view: SentenceView, phrase: Phrase) -> bool:
    """Whether a phrase is the name of a town with its state behind it: "Henby, Ind., was hit"."""
    tokens, states = view.tokens, load_gazetteer(view.vocabulary)
    inside = any(token.text == "," for token in tokens[phrase.start : phrase.stop])
    if inside or phrase.stop + 1 >= len(tokens) or tokens[phrase.stop].text != ",":
        return inside
    after = tokens[phrase.stop + 1]
    shortened = tokens[phrase.stop + 2 : phrase.stop + 3] and tokens[phrase.stop + 2].text == "."
    return after.text[0].isupper() and bool((shortened and len(after.text) < 6) or states.find(after.text))


def _any_person(view: SentenceView) -> Speaker | None:
    """The first full name of a person in a sentence, wherever it stands."""
    tokens, tags = view.tokens, tagged(view).tags
    at = 0
    while at < len(tags):
        stop = at
        while stop < len(tags) and tags[stop] in "q":
            stop += 1
        if stop - at > 1 and not _is_place(view, Phrase(at, stop, tokens[stop - 1].lower, True)):
            span = Span(tokens[at].start, tokens[stop - 1].stop)
            name = read_name(_text(view, span), view.vocabulary)
            if name.person:
                return Speaker(_text(view, span), name.key, True, span)
        at = max(stop, at + 1)
    return None


def _last_with_word(view: SentenceView, phrase: Phrase) -> Speaker | None:
    """Whom "the mayor" or "the ministry" names: the last speaker whose name in full holds those words.

    A title stands for a person, any other noun for a body.
    """
    tokens = view.tokens[phrase.start + 1 : phrase.stop]
    if not _named_earlier(view.document.text, tokens[-1].lower, tokens[-1].start):
        return None
    words = {token.lower for token in tokens}
    titled = phrase.head in load_names(view.vocabulary).titles
    for before in _before(view):
        for said in reversed(attributions(before)):
            if said.speaker is None or said.speaker.stop - said.speaker.start <= phrase.stop - phrase.start:
                continue
            if not words <= {t.lower for t in before.tokens[said.speaker.start : said.speaker.stop]}:
                continue
            speaker = _plain(before, said.speaker, said.origin)
            if speaker.named and read_name(speaker.text, view.vocabulary).person == titled:
                return speaker
    return None


_BACK = 1500  # characters looked back before sentences are read


def _named_earlier(text: str, word: str, position: int) -> bool:
    """Whether a word stood beside a capital shortly before: "Mayor Ana Ruiz", "a spokeswoman for France Telecom"."""
    start = max(position - _BACK, 0)
    if text.find(word.capitalize(), start, position - 4) >= 0:
        return True
    at = text.find(word + " ", start, position - 4)
    return at >= 0 and not text[max(at - 4, 0) : at].lower().endswith("the ")
