"""Who says so: the nearest saying above a figure, then the quotation it stands in, then the document's turns."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from factcheck.context.head_nouns import noun_of
from factcheck.context.model import Cue, Speaker
from factcheck.context.names import credited, read_name
from factcheck.context.noun_words import kind_of
from factcheck.context.once import kept
from factcheck.context.quotations import quotation_at
from factcheck.context.reaching import is_agency, is_collected, is_pronoun, reaching
from factcheck.context.referents import named_speaker
from factcheck.context.saying_verbs import Saying
from factcheck.context.sayings import can_speak, owner_of, phrase_of, sayings
from factcheck.context.speaker_phrases import Phrase
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.lexicon import lexicon
from factcheck.spans import Span

_FAR = 6  # sentences a quotation's speaker is looked for
_TERM = 3  # words up to which a quotation is a term, not speech


def find_speaker(view: SentenceView, quantity: Quantity) -> tuple[Speaker | None, tuple[Cue, ...]]:
    """The speaker of a figure with the words that attribute it; ``None`` for the outlet's own voice.

    In a transcript, what nobody else is said to say is said by the one whose turn it is; "Q:" and "A:" name nobody.
    """
    found = _attributed(view, quantity)
    turn, themselves = view.block.speaker, lexicon(view.vocabulary).words("oneself")
    if turn is None or len(turn) == 1 or (found[0] is not None and found[0].text.lower() not in themselves):
        return found
    name = read_name(turn, view.vocabulary)
    return Speaker(turn, name.key, True), (Cue("speaker", quantity.number, f"in the turn of {turn}"),)


def _attributed(view: SentenceView, quantity: Quantity) -> tuple[Speaker | None, tuple[Cue, ...]]:
    chosen = reaching(view, quantity) if quantity.cell is None else _above_table(view)
    quoted = quotation_at(view, quantity.number.start)
    speech = quoted is not None and len(quoted.of(view.document.text).split()) > _TERM
    if chosen is not None and not (chosen.quoted and is_pronoun(view, chosen.speaker)):
        return _told(view, chosen, _credit(view, chosen))
    if quoted is not None and (namer := _namer(view, quantity, quoted)) is not None:
        return _told(view, namer, None)
    if quoted is not None and speech:
        carried = _quoted_speaker(view, quoted)
        return _told(carried[0], carried[1], None) if carried else (None, ())
    introduced = _introduced(view) or _read_out(view, quantity)
    return _told(*introduced, None) if introduced else _signed(view, quantity.number.start)


def _above_table(view: SentenceView) -> Saying | None:
    """Who tells what a table in running text holds: "Share of votes, according to the bank Hale 14% Cole 9%"."""
    words, caption = view.read.words, view.pieces[0]
    for said in sayings(view):
        if said.speaker is not None and said.cue.start < caption.stop:
            inside = [word.index for word in words if word.stop <= caption.stop]
            return replace(said, speaker=replace(said.speaker, stop=min(said.speaker.stop, inside[-1] + 1)))
    return None


def _namer(view: SentenceView, quantity: Quantity, quoted: Span) -> Saying | None:
    """Who holds of something what stands in quotation marks: "Ruiz called them “the 12 wise men”"."""
    words, naming = view.read.words, view.read.lexicon.words("naming")
    for clause, _ in view.path(quantity):
        verb, subject = clause.verb, clause.subject
        if verb is None or subject is None or verb.passive or verb.lemma not in naming or subject.head < 0:
            continue
        if words[subject.head].stop <= quoted.start and can_speak(view, subject):
            return Saying(phrase_of(view, subject), words[verb.head].span, verb.index)
    return None


def _credit(view: SentenceView, chosen: Saying) -> str | None:
    """The agency that passes the speaker's words on: told it, or reported them in the same sentence."""
    if chosen.origin:
        return chosen.origin
    for other in sayings(view):
        if other is not chosen and other.speaker is not None:
            agency = credited(other.speaker.span(view.read).of(view.document.text), view.vocabulary)
            if agency:
                return agency
    return None


# Quotations and turns


def _quoted_speaker(view: SentenceView, quoted: Span) -> tuple[SentenceView, Saying] | None:
    """The attribution of a quotation that runs over several sentences or paragraphs."""
    return _after_quotation(view, quoted) or _before_quotation(view, quoted)


def _after_quotation(view: SentenceView, quoted: Span) -> tuple[SentenceView, Saying] | None:
    for at in view.walk(1, _FAR):
        if at.span.start >= quoted.stop:
            return None
        if at.span.stop >= quoted.stop:
            return next(((at, s) for s in sayings(at) if not s.quoted), None)
    return None


def _before_quotation(view: SentenceView, quoted: Span) -> tuple[SentenceView, Saying] | None:
    """The speaker who opened the quotation, or was quoted just before it (also a paragraph before)."""
    opened = quoted.of(view.document.text)[0] in "\"“«„`'"  # else it was opened in a block before
    for at in view.walk(-1, _FAR):
        if at.block.kind not in ("paragraph", "bullet"):
            return None
        found = [s for s in sayings(at) if s.speaker is not None and not s.quoted]
        if at.text.rstrip().endswith(":") and found:
            return at, found[0]  # "A statement by Ana Ruiz on the bank's claim that …:"
        if found:
            return at, ([s for s in found if not is_agency(at, s)] or found)[-1]
        if at.text.rstrip().endswith(":") and (leader := _leader(at)) is not None:
            return at, leader  # "The paper is more cautious:"
        marked = quotation_at(at, at.span.start) or quotation_at(at, at.span.stop - 1)
        if opened and marked is None:
            return None
        opened = opened or marked is not None
    return None


_COLON = re.compile(r":[ \t]*\n")
_NEAR = 600  # characters before a block in which a colon may introduce it


def _introduced(view: SentenceView) -> tuple[SentenceView, Saying] | None:
    """Who is said, before a colon that ends the block above, to have said or written what stands here unquoted."""
    text, start, kind = view.document.text, view.block.span.start, view.block.kind
    if kind != "bullet" and (kind != "paragraph" or _COLON.search(text, max(start - _NEAR, 0), start) is None):
        return None
    at = view.before
    while at is not None and at.block.span.start == view.block.span.start:
        at = at.before
    while at is not None and at.block.kind == "bullet" == view.block.kind:
        at = at.before
    announced = at is not None and at.block.span.of(text).rstrip().endswith(":")
    if at is None or not (announced or (kind, at.block.kind) == ("bullet", "heading")):
        return None
    told = [s for s in sayings(at) if s.speaker is not None]
    if not announced:
        return (at, told[-1]) if told else None
    if told:
        return at, told[0]
    maker = _maker(at)
    return (at, Saying(maker, Span(at.span.stop - 1, at.span.stop), 0)) if maker is not None else None


def _read_out(view: SentenceView, quantity: Quantity) -> tuple[SentenceView, Saying] | None:
    """The poll or record that the sentence before tells from: what follows in its paragraph is read out of it."""
    subject, words = view.read.clauses[0].subject, view.read.lexicon.words
    own = subject is not None and subject.head >= 0 and noun_of(view.read, subject.head) in words("poll", "of a poll")
    if own or sayings(view):
        return None  # "The survey of 1,268 men had a margin of error of 3 points."
    before = list(takewhile(lambda at: at.block is view.block, view.walk(-1, _GOES_ON)))
    if not any(map(_may_be_read, before)):
        return None
    for at in before:
        told = [s for s in sayings(at) if s.speaker is not None and not s.weak]
        if told:
            polled = told[-1].speaker is not None and told[-1].speaker.head in words("poll")
            shares = kind_of(quantity) in ("percent", "points", "ratio") or not polled  # not "Hale won six states."
            return (at, told[-1]) if shares and is_collected(at, told[-1]) else None
    return None


_GOES_ON = 2  # sentences of a paragraph that go on with what a document says


@kept()
def _may_be_read(view: SentenceView) -> bool:
    """Whether any word of a sentence could be what `is_collected` asks for; most have none, and need not be read."""
    if not view.may_hold("collected"):
        return False
    known = lexicon(view.vocabulary)
    collected = known.words("collected")
    words = (token.lower.replace("’", "'").partition("'")[0] for token in view.tokens if token.kind == "word")
    entries = map(known.entry, words)
    return any(entry.lemma in collected for entry in entries)


def _maker(view: SentenceView) -> Phrase | None:
    """Who made the statement that a sentence announces: "here is a statement from the bank:", "his post starts:"."""
    words, groups = view.read.lexicon.words, view.read.groups
    for group in groups:
        if group.head >= 0 and view.read.words[group.head].lower in words("told", "document"):
            return owner_of(view, group) or (phrase_of(view, group) if group.role != "subject" else None)
    return None


def _leader(view: SentenceView) -> Saying | None:
    """The subject of a sentence that announces what is said next with a colon."""
    subject = view.read.clauses[0].subject
    if subject is None or subject.head < 0 or not can_speak(view, subject):
        return None
    return Saying(phrase_of(view, subject), Span(view.span.stop - 1, view.span.stop), 0)


_SIGNED = re.compile(r"[—–-] ?([A-Z][^()\n—]{1,40}?) \(@\w{2,20}\)")


def _signed(view: SentenceView, at: int) -> tuple[Speaker | None, tuple[Cue, ...]]:
    """Who signed a post that a text shows as it is: "I never said so. — Ana Hale (@anahale) January 9, 2017"."""
    text, stop = view.document.text, view.block.span.stop
    signed = _SIGNED.search(text, at, stop) if text.find(" (@", at, stop) >= 0 else None
    if signed is None:
        return None, ()
    span = Span(*signed.span(1))
    return Speaker(signed[1], read_name(signed[1], view.vocabulary).key, True, span), (Cue("speaker", span, signed[1]),)


# The speaker's name


def _told(view: SentenceView, said: Saying, origin: str | None) -> tuple[Speaker | None, tuple[Cue, ...]]:
    phrase, words = said.speaker, view.read.lexicon.words
    told = phrase is not None and phrase.head in words("told") and view.read.groups[said.at].form == "ing"
    if phrase is None or told:
        phrase = _around(view, said) or phrase  # ", adding that …", "said in a statement announcing …"
    if phrase is not None and phrase.head in words("poll"):
        inner = view.read.groups[phrase.group.index + 1 :]
        sample = next((g for g in inner if g.number >= 0 and g.preposition and g.stop <= phrase.stop), None)
        phrase = replace(phrase, stop=sample.start) if sample is not None else phrase  # "a poll | of 594 voters"
    speaker = named_speaker(view, phrase, origin) if phrase is not None else None
    if speaker is None:
        return None, ()
    return speaker, (Cue("speaker", said.cue, f"{said.cue.of(view.document.text)} → {speaker.text}"),)


def _around(view: SentenceView, said: Saying) -> Phrase | None:
    """Who speaks in ", adding that …": the speaker before it in the sentence, else the sentence's subject."""
    for other in reversed(sayings(view)):
        if other.at < said.at and other.speaker is not None:
            return other.speaker
    leader = _leader(view)
    return leader.speaker if leader is not None else None
