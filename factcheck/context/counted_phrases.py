"""What a noun phrase says is counted: its head and qualifiers as lemmas, all words for people under one head."""

from __future__ import annotations

import functools

from factcheck.context.gazetteer import load_gazetteer
from factcheck.context.head_nouns import Head, noun_of
from factcheck.context.model import PERSON, Counted
from factcheck.context.noun_words import COUNT_KINDS, kind_of, nouns
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma
from factcheck.sentences.lexicon import ADJECTIVE, DETERMINER, ING, NOUNS, PARTICIPLE, lexicon
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary


def built(view: SentenceView, index: int, head: Head) -> Counted:
    """What a phrase says a quantity counts or measures; a noun that a hyphen ties to the number is what is counted."""
    sentence, same = view.read, nouns(view.vocabulary).same
    span = Span(sentence.words[head.start].start, sentence.words[head.stop - 1].stop)
    text = span.of(view.document.text).replace("[", "").replace("]", "")  # an editor's words are the phrase's own
    qualifiers = _qualifiers(view, head)
    if head.joined:
        rest = [] if head.group.head < head.start else [*qualifiers, _lemma(view, head.head)]
        joined = noun_lemma(head.joined)
        return Counted(head.joined, same.get(joined, joined), tuple(rest), span)
    lemma = _lemma(view, head.head)
    if kind_of(view.quantities[index]) not in COUNT_KINDS:
        if lemma in demonyms(view.vocabulary):
            lemma, qualifiers = PERSON, [*qualifiers, lemma]
        return Counted(text, lemma, tuple(qualifiers), span)
    people, told = _persons(view, lemma, qualifiers)
    beside = _beside(view, head) if people in nouns(view.vocabulary).people else []
    if beside:
        people, told = PERSON, (*told, *([people] if people != PERSON else []), *beside)
    return Counted(text, people, told, span)


def _beside(view: SentenceView, head: Head) -> list[str]:
    """Other people in the same count: "239 passengers and crew", "12 men and women"."""
    sentence, words = view.read, nouns(view.vocabulary)
    found: list[str] = []
    link = sentence.after(head.group)
    while link is not None and link.kind == "and":
        group = sentence.after(link)
        if group is None or group.head < 0 or group.number >= 0 or group.role != "member":
            break
        lemma = _lemma(view, group.head)
        if lemma not in words.people or sentence.words[group.start].tags & DETERMINER:
            break
        found += [lemma] if lemma not in words.plain_persons else []
        link = sentence.after(group)
    return found


def _persons(view: SentenceView, lemma: str, qualifiers: list[str]) -> tuple[str, tuple[str, ...]]:
    """Head and qualifiers, with all words for people as such under one head."""
    words, known = nouns(view.vocabulary), view.read.lexicon
    plain = lemma in words.plain_persons or lemma in words.states or lemma in words.events
    described = lemma in known.unchanging and known.entry(lemma).usual & ADJECTIVE  # "the elderly"
    if plain or described or lemma in words.crowds or lemma in demonyms(view.vocabulary):  # "three Malians"
        told = [word for word in qualifiers if word not in words.plain_persons]
        return PERSON, (*told, *([] if plain else [lemma]))
    return lemma, tuple(qualifiers)


@functools.lru_cache(maxsize=8)
def demonyms(vocabulary: Vocabulary) -> frozenset[str]:
    """The lemmas of people told by country, people or faith."""
    return lexicon(vocabulary).words("demonym") | load_gazetteer(vocabulary).demonyms.keys()


def _qualifiers(view: SentenceView, head: Head) -> list[str]:
    """The words before the head that tell which, as lemmas."""
    silent = nouns(view.vocabulary).silent
    return [
        noun_lemma(word.lower)
        for word in view.read.words[head.start : head.head]
        if word.known & (NOUNS | ADJECTIVE | PARTICIPLE | ING) and word.lower not in silent and word.text[0].isalnum()
    ]


def _lemma(view: SentenceView, i: int) -> str:
    """The lemma of a noun, or the head that stands for it."""
    lemma = noun_of(view.read, i)
    return nouns(view.vocabulary).same.get(lemma, lemma)
