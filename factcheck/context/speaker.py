"""Who says so: the attribution that reaches a figure, carried through quotations and to "he said"."""

from __future__ import annotations

import re

from factcheck.context.antecedents import named_speaker
from factcheck.context.attribution import Attribution
from factcheck.context.attributions import attributions, counts_speakers
from factcheck.context.model import Cue, Speaker
from factcheck.context.names import credited, read_name
from factcheck.context.noun_words import nouns
from factcheck.context.openings import leading_phrase
from factcheck.context.quotations import quotation_at
from factcheck.context.speaker_words import speaker_words
from factcheck.context.subjects import Phrase
from factcheck.context.tagging import tagged, word_at
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.spans import Span

_SELF = frozenset({"i", "we", "me", "us", "myself"})
_FAR = 6  # sentences a quotation's speaker is looked for, and a pronoun's name


def find_speaker(view: SentenceView, quantity: Quantity) -> tuple[Speaker | None, tuple[Cue, ...]]:
    """The speaker of a figure with the words that attribute it; ``None`` for the outlet's own voice.

    In a transcript, what nobody else is said to say is said by the one whose turn it is.
    """
    found = _attributed(view, quantity)
    if view.block.speaker is None or (found[0] is not None and found[0].text.lower() not in _SELF):
        return found
    name = read_name(view.block.speaker, view.vocabulary)
    cue = Cue("speaker", quantity.number, f"in the turn of {view.block.speaker}")
    return Speaker(view.block.speaker, name.key, True), (cue,)


def _attributed(view: SentenceView, quantity: Quantity) -> tuple[Speaker | None, tuple[Cue, ...]]:
    at = quantity.number.start
    chosen = _reaching(view, at, quantity)
    if chosen is not None and not (chosen.quoted and _is_pronoun(view, chosen)):
        return _told(view, chosen, _credit(view, chosen, at))
    quoted = quotation_at(view, at)
    if quoted is None or not _is_speech(view, quoted):
        return _tweeted(view, at)
    carried = _quoted_speaker(view, quoted)
    return _told(*carried, None) if carried else (None, ())


_SIGNED = re.compile(r"[—–-] ?([A-Z][^()\n—]{1,40}?) \(@\w{2,20}\)")


def _tweeted(view: SentenceView, at: int) -> tuple[Speaker | None, tuple[Cue, ...]]:
    """Who signed a post that a text shows as it is: "I never said so. — Ana Hale (@anahale) January 9, 2017"."""
    text, stop = view.document.text, view.block.span.stop
    if text.find(" (@", at, stop) < 0:
        return None, ()
    signed = _SIGNED.search(text, at, stop)
    if signed is None:
        return None, ()
    span = Span(*signed.span(1))
    name = read_name(signed[1], view.vocabulary)
    return Speaker(signed[1], name.key, True, span), (Cue("speaker", span, signed[1]),)


def _is_pronoun(view: SentenceView, attribution: Attribution) -> bool:
    phrase = attribution.speaker
    return phrase is None or phrase.head in speaker_words(view.vocabulary).phrases.pronouns


# The attribution that reaches a place of its sentence


def _reaching(view: SentenceView, at: int, quantity: Quantity) -> Attribution | None:
    """The attribution that says what stands at ``at``: the nearest cue before it in its clause, else one after it."""
    found = [
        a for a in attributions(view) if not (counts_speakers(view, quantity, a) or _tells_of_saying(view, quantity, a))
    ]
    within = [a for a in found if a.reach.start <= at < a.reach.stop] if found else []
    if len(within) < 2:
        return within[0] if within else None
    # "they say", said inside a quotation, gives way to who is quoted
    within = [a for a in within if not (a.quoted and _is_pronoun(view, a))] or within
    strong = [a for a in within if not a.weak] or within
    before = [a for a in strong if a.cue.start < at and not a.back]
    after = [a for a in strong if a.back and a.cue.start > at]
    past = [a for a in strong if a.back and a.cue.start <= at]
    if before and after:
        nearer, later = before[-1], after[0]
        broken = _broken(view, nearer.cue.stop, at) and not _broken(view, at, later.cue.start)
        broken = broken or _accords(view, nearer, at, later) or _is_thought(view, nearer)
        agency = broken or _is_agency(view, nearer)
        return later if agency else nearer
    if before:
        return before[-1]
    if after:
        people = [a for a in after if not _is_agency(view, a)]
        return (people or after)[0]
    return past[-1] if past else strong[0]


def _is_thought(view: SentenceView, nearer: Attribution) -> bool:
    """Whether what reaches a figure is a thought that another tells of: "the army believes it hit 12, an aide said"."""
    words = speaker_words(view.vocabulary)
    return words.verbs.get(nearer.cue.of(view.document.text).lower(), ("", ""))[1] in words.phrases.thinking


_ADJUNCT = re.compile(r"P[Daj]*\Z")


def _tells_of_saying(view: SentenceView, quantity: Quantity, attribution: Attribution) -> bool:
    """Whether a number tells how something was said: '"…," she said in a 30-minute speech', "in one message"."""
    if not attribution.back or quantity.span.start < attribution.cue.stop:
        return False
    dated = quantity.kind == "duration" and word_at(view, view.after(quantity) + 1) in nouns(view.vocabulary).offsets
    between = tagged(view).tags[attribution.index + 1 : view.token_index(quantity.span.start)]
    if dated and not between.strip("a"):
        return True  # '"…," he said two days after the storm'
    return _ADJUNCT.match(between) is not None and view.tokens[attribution.index + 1].lower in ("in", "on", "during")


def _accords(view: SentenceView, nearer: Attribution, at: int, later: Attribution) -> bool:
    """Whether a figure after a comma belongs to the "according to" that closes its part of the sentence."""
    text = view.document.text
    if not later.cue.of(text).lower().startswith("according"):
        return False
    return "," in text[nearer.cue.stop : at] and "," not in text[at : later.cue.start].rstrip(" ,")


def _broken(view: SentenceView, start: int, stop: int) -> bool:
    """Whether a new clause starts between two places: a semicolon, or a comma with a conjunction."""
    tokens, breaks = view.tokens, speaker_words(view.vocabulary).clauses.breaks
    first, last = view.token_index(start) + 1, view.token_index(stop)
    return any(
        tokens[i].text == ";" or (tokens[i].text == "," and tokens[i + 1].lower in breaks) for i in range(first, last)
    )


def _is_agency(view: SentenceView, attribution: Attribution) -> bool:
    phrase = attribution.speaker
    return phrase is not None and credited(phrase.span(view.tokens).of(view.document.text), view.vocabulary) is not None


def _credit(view: SentenceView, chosen: Attribution, at: int) -> str | None:
    """The agency that passes the speaker's words on: told it, or reported them in the same sentence."""
    if chosen.origin or len(attributions(view)) == 1:
        return chosen.origin
    for other in attributions(view):
        phrase = other.speaker
        if other is not chosen and phrase is not None and other.reach.start <= at < other.reach.stop:
            agency = credited(phrase.span(view.tokens).of(view.document.text), view.vocabulary)
            if agency:
                return agency
    return None


# Quotations


def _is_speech(view: SentenceView, quoted: Span) -> bool:
    """Whether a quotation is a speaker's sentence rather than a term in quotation marks."""
    return len(view.document.text[quoted.start : quoted.stop].split()) > 3


def _quoted_speaker(view: SentenceView, quoted: Span) -> tuple[SentenceView, Attribution] | None:
    """The attribution of a quotation that runs over several sentences or paragraphs."""
    return _after_quotation(view, quoted) or _before_quotation(view)


def _after_quotation(view: SentenceView, quoted: Span) -> tuple[SentenceView, Attribution] | None:
    at: SentenceView | None = view
    for _ in range(_FAR):
        at = at.neighbour(1) if at is not None else None
        if at is None:
            return None
        if at.sentence.span.start >= quoted.stop:
            return _closing(view, at, quoted)
        if at.sentence.span.stop >= quoted.stop:
            spoken = (a for a in attributions(at) if not a.quoted and (a.back or a.cue.start >= quoted.stop))
            return next(((at, a) for a in spoken), None)
    return None


def _closing(view: SentenceView, at: SentenceView, quoted: Span) -> tuple[SentenceView, Attribution] | None:
    """The attribution of a quotation whose end fell into the block after: its marks do not close in its own."""
    if quoted.of(view.document.text).rstrip()[-1:] in "\"”»'" or at.block.span.start == view.block.span.start:
        return None
    return next(((at, a) for a in attributions(at) if a.back and not a.quoted), None)


def _before_quotation(view: SentenceView) -> tuple[SentenceView, Attribution] | None:
    """The speaker who opened the quotation, or was quoted just before it (also a paragraph before)."""
    at = view.neighbour(-1)
    for _ in range(_FAR):
        if at is None or at.block.kind not in ("paragraph", "bullet"):
            return None
        found = [a for a in attributions(at) if a.speaker is not None and not a.quoted]
        if found:
            people = [a for a in found if not _is_agency(at, a)]
            return at, (people or found)[-1]
        if at.tokens[-1].text == ":" and (subject := leading_phrase(at)) is not None:  # "The paper is more cautious:"
            return at, Attribution(subject, at.tokens[-1].span, len(at.tokens) - 1, at.sentence.span)
        if quotation_at(at, at.sentence.span.start) is None and quotation_at(at, at.sentence.span.stop - 1) is None:
            return None
        at = at.neighbour(-1)
    return None


# The speaker's name


def _told(view: SentenceView, attribution: Attribution, origin: str | None) -> tuple[Speaker | None, tuple[Cue, ...]]:
    phrase = attribution.speaker or _sentence_subject(view, attribution)
    if phrase is None:
        return None, ()
    speaker = named_speaker(view, phrase, origin)
    cue = Cue("speaker", attribution.cue, f"{attribution.cue.of(view.document.text)} → {speaker.text}")
    return speaker, (cue,)


def _sentence_subject(view: SentenceView, participle: Attribution) -> Phrase | None:
    """Who speaks in ", adding that …": the speaker before it in the sentence, else the sentence's subject."""
    for other in reversed(attributions(view)):
        if other.index < participle.index and other.speaker is not None:
            return other.speaker
    return leading_phrase(view)
