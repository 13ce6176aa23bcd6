"""Noun phrases that could speak: found to the left or right of a verb, over the word classes of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.context.gazetteer import load_gazetteer
from factcheck.context.speaker_words import Phrases, speaker_words
from factcheck.context.tagging import tagged
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma
from factcheck.sentences.tokens import Token
from factcheck.spans import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``[start, stop)`` of a noun phrase; ``head`` is the lower-case lemma of its head."""

    start: int
    stop: int
    head: str
    proper: bool  # its head is a name

    def span(self, tokens: tuple[Token, ...]) -> Span:
        return Span(tokens[self.start].start, tokens[self.stop - 1].stop)


_INSIDE = frozenset("nsqzDju")
_HEADS = frozenset("nsqjrzgeyYHu")


def phrase_before(view: SentenceView, index: int) -> Phrase | None:
    """The noun phrase that ends with the token at ``index``, as far left as it reaches without a verb or a stop."""
    tokens, tags = view.tokens, tagged(view).tags
    words = speaker_words(view.vocabulary).phrases
    if index > 0 and tokens[index].text == "." and tokens[index - 1].lower in words.companies:
        index -= 1
    year = tags[index] == "#" and len(tokens[index].text) == 4 and tags[index - 1 : index] == "P"
    if index < 0 or not (year or tags[index] in _HEADS):
        return None
    if tags[index] == "r" and (index == 0 or tokens[index - 1].text != "."):
        return Phrase(index, index + 1, tokens[index].lower, False)
    start = index
    while start > 0:
        if tokens[start - 1].text == ")":  # "Sen. Ana Ruiz (D) of Ohio"
            bracket = next((at for at in range(start - 2, max(start - 9, -1), -1) if tokens[at].text == "("), 0)
            if bracket > 0 and _reaches(view, bracket - 1, index, words):
                start = bracket
                continue
        if not _reaches(view, start - 1, index, words):
            break
        start -= 1
    if start == 1 and tags[0] == "P":  # "In Kabul police said"
        start = _right_anchored(view, start, index)
    start = _past_period(view, _without_opening(view, start, index), index)
    return _phrase(view, start, index + 1)


def _past_period(view: SentenceView, start: int, index: int) -> int:
    """Past a span of time right before a name: "this week | Russia"."""
    tags, periods = tagged(view).tags, speaker_words(view.vocabulary).phrases.periods
    found = (at for at in range(start, index) if view.tokens[at].text in periods and tags[at + 1] in "qz")
    return next(found, start - 1) + 1


def _reaches(view: SentenceView, at: int, end: int, words: Phrases) -> bool:
    """Whether the phrase going on at ``at + 1`` takes in the token at ``at``."""
    tokens, tags = view.tokens, tagged(view).tags
    tag, token = tags[at], tokens[at]
    before = tags[at - 1] if at else ";"
    inside = tags[at + 1] == "D" and tokens[at + 1].text[0].isupper() and tag == "q"  # "the Thomas More Society"
    if tags[at + 1] == "D" and tag not in "PtDc" and not inside:
        return False  # a determiner opens its phrase: "in the attack | the monitor said"
    if tag in _INSIDE:
        return True
    if tag == "P" or tag == "t":
        joins = before in "nsqz" or (at > 0 and tokens[at - 1].text == ")")
        return token.lower in words.joining and joins and not token.text[0].isupper()
    if tag == "#":
        if before == "P":
            return token.kind == "number" and len(token.text) == 4  # "a review for 2017"
        return before == "D" or (before not in "veg" and token.kind == "word")
    if tag == "a":
        return before == "D"  # "a nearby salon"
    if tag in "ge":  # "monitoring group", "retired general", "the Britain-based group", but not "killing police"
        return before in "Djz" or at == 0 or "-" in token.text or (at > 0 and "-" in tokens[at - 1].text)
    if tag == "c":
        return token.lower in ("and", "&") and _joins(view, at, end)
    if token.text == ".":
        tight = at > 0 and tokens[at - 1].stop == token.start == tokens[at + 1].start - 1  # "weather.com"
        return tight or (at > 0 and (tokens[at - 1].lower in words.abbreviated or len(tokens[at - 1].text) == 1))
    joint = tag == "-" or token.text == "/"  # "Reuters/Ipsos"
    return joint and at > 0 and tokens[at - 1].stop == token.start == tokens[at + 1].start - 1


def _joins(view: SentenceView, at: int, end: int) -> bool:
    """Whether "and" joins two speakers ("Graham and Blumenthal", "police and witnesses") rather than two clauses."""
    tokens, tags = view.tokens, tagged(view).tags
    if at == 0:
        return False
    words = speaker_words(view.vocabulary)
    right = tokens[at + 1]
    last_speaks = noun_lemma(tokens[end].lower) in words.nouns.roles
    if tags[at - 1] == "q" or (tokens[at - 1].text[0].isupper() and right.text[0].isupper()):
        return right.text[0].isupper() or right.lower in words.phrases.owners or (last_speaks and at + 1 == end)
    if tags[at - 1] not in "ns" or not last_speaks:
        return False
    if noun_lemma(tokens[at - 1].lower) not in words.nouns.roles:  # "Indonesia's search and rescue agency"
        return at >= 2 and at + 1 < end and tags[at - 2] in "zDj"
    start = at - 1
    while start > 0 and tags[start - 1] in "nsjqz":
        start -= 1
    return start == 0 or tags[start - 1] in ',;"D'


def _without_opening(view: SentenceView, start: int, end: int) -> int:
    """The start of a phrase without the conjunction or preposition before it ("But police", "In Kabul police")."""
    tokens, tags = view.tokens, tagged(view).tags
    connectors = speaker_words(view.vocabulary).phrases.connectors
    while start < end and (tags[start] in "cwaP,;-" or tokens[start].lower in connectors):
        if tags[start] == "P" and start + 1 < end:
            return _right_anchored(view, start + 1, end)
        start += 1
    return start


def _right_anchored(view: SentenceView, start: int, end: int) -> int:
    """After a preposition at the start, the last stretch that can speak by itself: "In Kabul | police"."""
    tags = tagged(view).tags
    at = end
    while at > start and (tags[at - 1] == "q") == (tags[end] == "q") and tags[at - 1] in "qnsj" and tags[at] != "D":
        at -= 1
    if at > start and tags[at - 1] == "D":
        at -= 1
    return at


def phrase_after(view: SentenceView, index: int) -> Phrase | None:
    """The noun phrase that starts at ``index``, as far right as it reaches."""
    tokens, tags = view.tokens, tagged(view).tags
    if index >= len(tags) or tags[index] not in "nsqzDjrgeu#":
        return None
    if tags[index] == "r":
        return Phrase(index, index + 1, tokens[index].lower, False)
    stop, words = index, speaker_words(view.vocabulary).phrases
    while stop < len(tags) and _goes_on(view, stop, index, words):
        stop += 1
    while stop > index and tags[stop - 1] in "PtDca-;":
        stop -= 1
    return _phrase(view, index, stop)


def _goes_on(view: SentenceView, at: int, start: int, words: Phrases) -> bool:
    tokens, tags = view.tokens, tagged(view).tags
    tag, token = tags[at], tokens[at]
    after = tags[at + 1] if at + 1 < len(tags) else ";"
    tight = at > start and token.kind == "word" and tokens[at - 1].text == "."
    if tight and tokens[at - 2].stop + 1 == tokens[at - 1].stop == token.start:
        return True  # "weather.com"
    if tag in "Da" and token.text[0].isupper() and tags[at - 1] == "q":
        return at > start
    if tag in _INSIDE:
        return tag != "D" or at == start or tags[at - 1] in "Ptzc"
    if tag in "Pt":  # a person's name ends at "in": "said Ana Ruiz in a statement", but "police in Kabul"
        closed = tags[at - 1] in "qz" and token.lower != "of" and tokens[start].text[0].isupper()
        return token.lower in words.joining and after in "nsqzDj" and at > start and not closed
    if tag in "ge#":
        year = (
            tag == "#" and at == start + 1 and tokens[start].lower == "one" and len(token.text) == 4
        )  # "one 2012 study"
        return at == start or year or (tags[at - 1] in "Dj" and tag != "#")
    if tag == "c":
        owned = at + 1 < len(tags) and tokens[at + 1].lower in words.owners
        return token.lower in ("and", "&") and tags[at - 1] == "q" and (after in "qz" or owned)
    if token.text in "'’" and at + 1 < len(tags) and tokens[at + 1].text == "s" and token.stop == tokens[at + 1].start:
        return True  # "the U.K.'s"
    if token.text == ".":
        if at + 1 >= len(tags):
            return False
        tight = tokens[at - 1].stop == token.start == tokens[at + 1].start - 1
        return tight or tokens[at - 1].lower in words.abbreviated or len(tokens[at - 1].text) == 1
    return tag == "-" and after in _INSIDE and tokens[at - 1].stop == token.start == tokens[at + 1].start - 1


def _phrase(view: SentenceView, start: int, stop: int) -> Phrase | None:
    tokens, tags = view.tokens, tagged(view).tags
    if stop <= start:
        return None
    head = start
    if set(tags[start:stop]) <= {"#"}:
        return None
    for at in range(start, stop):
        if tags[at] in "Ptc" and at > start:
            break
        if tags[at] in "nsqzjrgeyYHu":
            head = at
    token = tokens[head]
    name = token.text[0].isupper() and (tags[head] == "z" or head > 0 or is_name(view, token))
    return Phrase(start, stop, noun_lemma(token.lower.removesuffix("'s").removesuffix("’s")), name)


def is_name(view: SentenceView, token: Token) -> bool:
    """Whether a sentence's first word has its capital elsewhere too, after a plain word: "Kronos", not "Drivers"."""
    if (token.text.isupper() and len(token.text) > 1) or load_gazetteer(view.vocabulary).find(token.text):
        return True
    text, word = view.document.text, " " + token.text
    at = text.find(word)
    for _ in range(9):
        if at < 0:
            return False
        if at > 0 and (text[at - 1].islower() or text[at - 1] == ","):
            return True
        at = text.find(word, at + 1)
    return False


def can_speak(view: SentenceView, phrase: Phrase, kind: str) -> bool:
    """Whether a phrase before a verb of the class ``kind`` is a speaker."""
    words = speaker_words(view.vocabulary)
    if phrase.head in words.phrases.nobody or phrase.head in words.phrases.events:
        return False
    if kind in ("say", "clause"):
        return True
    if kind == "show":
        return phrase.proper or phrase.head in words.nouns.sources or phrase.head in words.nouns.finders
    return is_known_speaker(view, phrase)


def is_known_speaker(view: SentenceView, phrase: Phrase) -> bool:
    """Whether a phrase is a name, a pronoun, a role ("officials") or a document ("the report")."""
    words = speaker_words(view.vocabulary)
    if phrase.head in ("number", "figure") and phrase.stop - phrase.start > 2 and not phrase.proper:
        return view.tokens[phrase.start + 2].lower != "of"  # "the number of cases"
    known = phrase.head in words.nouns.roles or phrase.head in words.nouns.sources
    return known or phrase.proper or phrase.head in words.phrases.pronouns
