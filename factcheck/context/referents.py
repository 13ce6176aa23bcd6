"""Whom a speaker's phrase names: "he" and "the mayor" by the text before, "the CBO" by its name in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.context.model import Speaker
from factcheck.context.names import load_names, read_name
from factcheck.context.quotations import quotation_at
from factcheck.context.saying_verbs import Saying
from factcheck.context.sayings import owner_of, phrase_of, sayings
from factcheck.context.speaker_names import by_itself, text_of
from factcheck.context.speaker_phrases import Phrase
from factcheck.context.view import SentenceView
from factcheck.sentences.lexicon import NAME, NOUN, PLURAL
from factcheck.sentences.word import Word

_LONGEST = 80  # characters of a title and a first name
_FAR, _FARTHEST = 6, 40  # sentences looked back for the name behind a pronoun or a title, without and with quotations
_PEOPLE = ("he", "she")


def named_speaker(view: SentenceView, phrase: Phrase, origin: str | None) -> Speaker | None:
    """The speaker a phrase stands for; ``None`` for an "it" that stands for nobody who speaks."""
    if phrase.head in view.read.lexicon.words("pronoun"):
        found = _antecedent(view, phrase)
        if found is None and phrase.head == "it":
            return None
        if found is None:
            return Speaker(phrase.head, f"{phrase.head} in {view.document.id}", False, phrase.span(view.read), origin)
        return replace(found, span=phrase.span(view.read), origin=origin or found.origin)
    text = text_of(view, phrase)
    if text.lower().startswith("the ") and phrase.stop - phrase.start in (2, 3) and not text[4:].isupper():
        found = _titled(view, phrase)
        if found is not None:
            return replace(found, span=phrase.span(view.read), origin=origin or found.origin)
    return by_itself(view, phrase, origin)


# The text before


def _before(view: SentenceView) -> Iterator[SentenceView]:
    """The sentences before, not too far back; what lies inside a quotation is no step."""
    far = 0
    for at in view.walk(-1, _FARTHEST):
        if at.block.kind in ("title", "heading"):
            return
        quoted = quotation_at(at, at.span.start)
        far += quoted is None or quoted.stop < at.span.stop
        if far > _FAR:
            return
        yield at


def _antecedent(view: SentenceView, pronoun: Phrase) -> Speaker | None:
    """The person or body a pronoun stands for: the last that spoke, or led a sentence, before it.

    Where the sentence before is about the same pronoun, whoever else it names is somebody else.
    """
    for sentence in (view, *_before(view)):
        stop = pronoun.start if sentence is view else len(sentence.read.words)
        for phrase in _leading(sentence, stop):
            if phrase.stop > stop or _is_quoted(sentence, phrase):
                continue
            if phrase.head == pronoun.head and sentence is not view:
                stop = phrase.start
            elif (found := _suits(sentence, phrase, pronoun, inside=sentence is view)) is not None:
                return found
    return None


def _is_quoted(view: SentenceView, phrase: Phrase) -> bool:
    return quotation_at(view, phrase.span(view.read).start) is not None


def _leading(view: SentenceView, stop: int) -> Iterator[Phrase]:
    """Whom a sentence is about, the likeliest first: who says all of it or speaks outermost, then its subjects."""
    told = [said for said in sayings(view) if said.speaker is not None and said.speaker.stop <= stop]
    outermost = [said for said in told if not said.over and not any(_holds(view, other, said) for other in told)]
    for said in (*(said for said in reversed(told) if said.over), *reversed(outermost), *told):
        if said.speaker is not None:
            yield said.speaker
    for clause in view.read.clauses:
        group = clause.subject
        if group is None or group.head < 0 or group.stop > stop or clause.kind not in ("main", "coordinate"):
            continue
        yield phrase_of(view, group)
        if group.possessor >= 0 and (owner := owner_of(view, group)) is not None:
            yield owner


def _holds(view: SentenceView, outer: Saying, inner: Saying) -> bool:
    """Whether one saying is told within another: "Ruiz said Hale claimed"."""
    clause = view.read.groups[inner.at].clause
    above = view.read.groups[outer.at].clause
    while clause is not None and clause.kind != "coordinate" and outer is not inner and not outer.over:
        clause = clause.parent
        if clause is above:
            return True
    return False


def _suits(view: SentenceView, phrase: Phrase, pronoun: Phrase, *, inside: bool) -> Speaker | None:
    """A phrase as a speaker, when it suits the pronoun: a person for "he", a body for "it", either for "they".

    ``inside`` the pronoun's own sentence a new person ("a man") is somebody else.
    """
    words, group = view.read.lexicon.words, phrase.group
    if phrase.head in words("pronoun", "nobody") or group.head < 0:
        return None
    head, word = view.read.words[group.head], view.read.words[phrase.start]
    name = read_name(text_of(view, phrase), view.vocabulary)
    plural = bool(head.tags & PLURAL) and (not head.tags & NAME or phrase.head in words("speaker", "person"))
    alone = phrase.stop - phrase.start == 1 and bool(word.tags & NAME)
    in_full, common = alone and _in_full_before(view, word.text, word.start), _is_common(view, phrase)
    titled = phrase.head in load_names(view.vocabulary).titles or phrase.head in words("person")
    if pronoun.head in _PEOPLE:
        named = word.lower != "the" or titled
        person = name.person and named and not common  # "Jackson", which is a town, too
        new = inside and (group.number >= 0 or word.lower in words("one"))
        fits = (person or (titled and not plural and not new)) and _is_called(view, phrase, pronoun.head)
    elif pronoun.head == "it":
        known = view.read.lexicon.entry(head.lower) if head.lower in view.read.lexicon else None
        body = (alone and not in_full and not common) or (known is not None and bool(known.usual & NOUN))
        body = phrase.head in words("speaker", "document", "told") or (name.named and (body or not name.person))
        fits = body and not plural and phrase.head not in words("person")
    else:
        body = not name.person and (name.named or phrase.head in words("speaker"))
        fits = plural or (body and not inside) or " and " in text_of(view, phrase)
    return by_itself(view, phrase) if fits else None


def _is_called(view: SentenceView, phrase: Phrase, pronoun: str) -> bool:
    """Whether no word of a phrase, nor a title before the name elsewhere, tells a man for "she" or a woman for "he"."""
    read, known = view.read, view.read.lexicon
    others = known.words("man" if pronoun == "she" else "woman")
    own = {phrase.head, *(word.lower for word in read.words[phrase.group.first : phrase.group.stop])}
    return others.isdisjoint(own) and others.isdisjoint(_titles_before(view, read.words[phrase.group.head]))


def _titles_before(view: SentenceView, name: Word) -> list[str]:
    """What stands before a name where it is given in full, not far before: "Mr Brandt", "Queen Ana Brandt"."""
    text, low = view.document.text, max(name.start - 10 * _BACK, 0)
    first = text.find(f" {name.text}", low, name.stop) - _LONGEST  # most names are told only once
    titled = re.compile(rf"\b([A-Z][a-z]+)\.? (?:[A-Z][\w.-]+ )?{re.escape(name.text)}\b")
    found = titled.findall(text, max(first, low), name.stop)
    return [title.lower() for title in found]


def _is_common(view: SentenceView, phrase: Phrase) -> bool:
    """Whether a single capitalised word opens its sentence and is never a name elsewhere: "Trade, she added, …"."""
    if phrase.stop - phrase.start > 1:
        return False
    word = view.read.words[phrase.start]
    opens = word.index == 0 or not view.read.words[word.index - 1].text[-1].isalnum()
    known = word.lower in view.read.lexicon
    return opens and known and re.search(rf"[a-z,] {re.escape(word.text)}\b", view.document.text) is None


def _in_full_before(view: SentenceView, name: str, position: int) -> bool:
    """Whether a single name was given with a title or a first name before: "President Brandt"."""
    full = re.compile(rf"\b[A-Z](?:[\w'’-]+|[a-z]{{0,3}}\.) {re.escape(name)}\b")
    found = full.search(view.document.text, max(position - 10 * _BACK, 0), position)
    if found is None or found[0].split()[0].lower() in view.read.lexicon.closed:
        return False  # "But Norvik"
    return read_name(found[0], view.vocabulary).person


def _titled(view: SentenceView, phrase: Phrase) -> Speaker | None:
    """Whom "the mayor" or "the ministry" names: the last speaker whose name in full holds those words.

    A title stands for a person, any other noun for a body.
    """
    words = {word.lower for word in view.read.words[phrase.start + 1 : phrase.stop]}
    if not _named_earlier(view.document.text, view.read.words[phrase.stop - 1].lower, phrase.span(view.read).start):
        return None
    titled = phrase.head in load_names(view.vocabulary).titles
    plain = [word for word in words if word.isalpha()]
    for before in _before(view):
        text = before.text.lower()
        if not all(word in text for word in plain):
            continue  # not even read
        for said in reversed(sayings(before)):
            if said.speaker is None or said.speaker.stop - said.speaker.start <= phrase.stop - phrase.start:
                continue
            if words <= {w.lower for w in before.read.words[said.speaker.start : said.speaker.stop]}:
                speaker = by_itself(before, said.speaker, said.origin)
                if speaker.named and read_name(speaker.text, view.vocabulary).person == titled:
                    return speaker
    return None


_BACK = 1500  # characters looked back before sentences are read


def _named_earlier(text: str, word: str, position: int) -> bool:
    """Whether a word stood beside a capital shortly before: "Mayor Ana Ruiz", "a spokeswoman for France Telecom"."""
    start = max(position - _BACK, 0)
    if text.find(word.capitalize(), start, position) >= 0:
        return True
    at = text.find(word + " ", start, position)
    return at >= 0 and not text[max(at - 4, 0) : at].lower().endswith("the ")
