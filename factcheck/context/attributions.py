"""All attributions of a sentence."""

from __future__ import annotations

from dataclasses import replace

from factcheck.context.attribution import Attribution
from factcheck.context.nearness import lowers
from factcheck.context.quotations import quotation_at
from factcheck.context.speaker_words import SpeakerWords, speaker_words
from factcheck.context.speech import by_verb
from factcheck.context.tagging import tagged
from factcheck.context.turns import according, by_colon, by_passive, by_saying, citing, trailing
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.spans import Span


def attributions(view: SentenceView) -> tuple[Attribution, ...]:
    """All attributions of a sentence, in text order; worked out once."""
    known = view.memo.get("attributions")
    if isinstance(known, tuple):
        return known
    words = speaker_words(view.vocabulary)
    titled = view.block.kind in ("title", "heading")
    found = _find(view, words, titled) if titled or not words.cues.isdisjoint(lowers(view)) else ()
    view.memo["attributions"] = found
    return found


def _find(view: SentenceView, words: SpeakerWords, titled: bool) -> tuple[Attribution, ...]:
    found: list[Attribution] = []
    cues = words.cues
    for index, token in enumerate(view.tokens):
        if token.lower in cues:
            attribution = _read(view, index, token.lower, words)
            if attribution is not None:
                found.append(attribution)
    if titled:
        found += trailing(view, words)
    return tuple([_within_quotation(view, attribution) for attribution in found])


def _read(view: SentenceView, index: int, lower: str, words: SpeakerWords) -> Attribution | None:
    """The attribution that a cue word makes, if it is one here."""
    if lower == "according":
        return according(view, index)
    if lower == "by":
        return by_passive(view, index, words)
    if lower == ":":
        return by_colon(view, index, words)
    if lower == "citing":
        return citing(view, index)
    attribution = by_verb(view, index, words) if lower in words.verbs else None
    if attribution is None and lower in words.sayings:
        return by_saying(view, index)
    return attribution


def _within_quotation(view: SentenceView, attribution: Attribution) -> Attribution:
    """An attribution made inside a quotation reaches no further than the quotation."""
    quoted = quotation_at(view, attribution.cue.start)
    if quoted is None:
        return attribution
    held = attribution.reach
    within = Span(max(held.start, quoted.start), min(held.stop, quoted.stop))
    return replace(attribution, reach=within, quoted=True)


def is_spoken(view: SentenceView, first: int) -> bool:
    """Whether a phrase tells when something was said or proposed: it follows the verb of speaking closely."""
    tags = tagged(view).tags
    for said in attributions(view):
        speaker = said.speaker
        if speaker is not None and speaker.start <= first < max(speaker.stop, said.index):
            return True  # in the speaker's phrase or its apposition
        if said.index >= first:
            continue
        between = tags[said.index + 1 : first]
        if said.back and speaker is not None and said.index <= speaker.start:
            between = tags[speaker.stop : first]  # "said X on Friday", "according to X on Friday"
            if speaker.stop > first:
                return True
        if said.back and not any(tag in 'vbhm"' for tag in between):
            return True
        if not any(tag in 'vbhmew,;#"' for tag in between) and len(between) <= 6 and not _content(between):
            return True
    return False


def _content(between: str) -> bool:
    """Whether what stands between a verb of speaking and a phrase of time is already what was said."""
    return "n" in between and "P" not in between[: between.index("n")]


def counts_speakers(view: SentenceView, quantity: Quantity, attribution: Attribution) -> bool:
    """Whether a number counts those who speak: "12 senators wrote", "a few on the left said"."""
    speaker = attribution.speaker
    if speaker is None or quantity.span.start > view.tokens[speaker.stop - 1].start:
        return False
    tags, at = tagged(view).tags, speaker.start
    if at > 1 and tags[at - 1] == "P":
        at -= 1  # "a few on | the left said"
    elif tags[at] == "D":
        at = 0  # "killing 32 | a medic said"
    first = view.tokens[max(at - 1, 0)].start
    own = tags[at - 1 : at] == "#" and quantity.span.start <= first < max(quantity.span.stop, quantity.number.stop)
    return own or speaker.span(view.tokens).holds(quantity.span)
