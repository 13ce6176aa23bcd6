"""Attributions by other turns of phrase: "according to X", "confirmed by X", "X's claim that", "police: …"."""

from __future__ import annotations

from factcheck.context.attribution import Attribution, reach
from factcheck.context.gazetteer import load_gazetteer
from factcheck.context.names import credited
from factcheck.context.openings import leading_phrase
from factcheck.context.speaker_words import SpeakerWords, speaker_words
from factcheck.context.subjects import Phrase, can_speak, phrase_after, phrase_before
from factcheck.context.tagging import tagged
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma
from factcheck.spans import Span


def according(view: SentenceView, index: int) -> Attribution | None:
    """The attribution of "According to X, …", "…, according to X"."""
    tokens, tags = view.tokens, tagged(view).tags
    if index + 2 >= len(tokens) or tokens[index + 1].lower != "to":
        return None
    speaker = phrase_after(view, index + 2)
    if speaker is None:
        return None
    cue = Span(tokens[index].start, tokens[index + 1].stop)
    opening = index == 0 or (index <= 2 and tags[index - 1] in "ac,w") or tags[index - 1] in ";"
    if opening:
        return Attribution(speaker, cue, index, reach(view, tokens[speaker.stop - 1].stop))
    more = speaker.stop < len(tokens) and tokens[speaker.stop].text == "," and tokens[index - 1].text == ","
    with_more = [t.lower for t in tokens[speaker.stop : speaker.stop + 2]] == [",", "with"]
    stop = None if more or with_more else cue.start
    return Attribution(speaker, cue, index, reach(view, stop=stop), back=True)


def by_passive(view: SentenceView, index: int, words: SpeakerWords) -> Attribution | None:
    """The attribution of "confirmed by the ministry", "as reported by X"."""
    tokens = view.tokens
    if index == 0 or tokens[index - 1].lower not in words.phrases.by:
        return None
    speaker = phrase_after(view, index + 1)
    if speaker is None or not can_speak(view, speaker, "give"):
        return None
    cue = Span(tokens[index - 1].start, tokens[index].stop)
    stop = tokens[speaker.stop].lower if speaker.stop < len(tokens) else ""
    if stop == "as":
        return Attribution(speaker, cue, index, reach(view), back=True, weak=True)
    if stop in ("that", "at"):
        return Attribution(speaker, cue, index, reach(view, tokens[speaker.stop].stop))
    start = _noun_before(view, index - 2) if tokens[index - 1].lower in words.phrases.made else None
    return Attribution(speaker, cue, index, reach(view, start, cue.start), back=True, weak=start is None)


def _noun_before(view: SentenceView, at: int) -> int:
    """Where the noun phrase that ends at a token starts."""
    tags = tagged(view).tags
    while at > 0 and tags[at - 1] in "nsqjD#a-u":
        at -= 1
    return view.tokens[max(at, 0)].start


def citing(view: SentenceView, index: int) -> Attribution | None:
    speaker = phrase_after(view, index + 1)
    if speaker is None or not can_speak(view, speaker, "give"):
        return None
    return Attribution(speaker, view.tokens[index].span, index, reach(view), back=True)


def by_saying(view: SentenceView, noun: int) -> Attribution | None:
    """The attribution of "Kyiv's claim that …", "issuing an estimate that …", "a statement from X"."""
    tokens = view.tokens
    index = noun + 2 if tokens[noun + 1 : noun + 2] and tokens[noun + 1].text in '"”' else noun + 1
    if index >= len(tokens) or tokens[index].lower not in ("that", "from", "by"):
        return None
    cue = tokens[noun].span
    if tokens[index].lower == "that":
        owner = _owner(view, noun)
        if owner < 0 and not _is_given(view, noun):
            return None
        speaker = _owning(view, owner) if owner >= 0 else None
        if owner >= 0 and (speaker is None or not can_speak(view, speaker, "give")):
            return None
        return Attribution(speaker, cue, index, reach(view, tokens[index].stop), weak=speaker is None)
    speaker = phrase_after(view, index + 1)
    if speaker is None or not can_speak(view, speaker, "give"):
        return None
    return Attribution(speaker, cue, index, reach(view), back=True, weak=True)


def _owning(view: SentenceView, owner: int) -> Phrase | None:
    """The phrase of the one whose claim it is; of plain nouns only the last ("many contest | police claims")."""
    tokens, tags = view.tokens, tagged(view).tags
    if tags[owner] in "zq":
        return phrase_before(view, owner)
    start = owner
    while start > 0 and tags[start - 1] in "jqz":
        start -= 1
    return Phrase(start, owner + 1, noun_lemma(tokens[owner].lower), False)


def _owner(view: SentenceView, noun: int) -> int:
    """Whose claim it is: the possessive or the body before the noun; -1 for the subject's own ("gave a warning")."""
    tags = tagged(view).tags
    at = noun - 1
    if at >= 0 and noun_lemma(view.tokens[at].lower) in speaker_words(view.vocabulary).nouns.roles:
        return at  # "police allegations that"
    while at > 0 and tags[at] in 'nj"' and tags[at - 1] in 'nsqzjD"':
        if tags[at - 1] == "D":
            return -1
        at -= 1
    return at if tags[at] in "zsq" else -1


def _is_given(view: SentenceView, noun: int) -> bool:
    """Whether the subject gives what is said: "issued an estimate that", not "in response to reports that"."""
    tags = tagged(view).tags
    at = noun - 1
    while at > 0 and tags[at] in 'njDae"':
        at -= 1
        if tags[at + 1] == "D":
            break
    return tags[at] in "veg"


def by_colon(view: SentenceView, index: int, words: SpeakerWords) -> Attribution | None:
    """The attribution of "Police: 12 dead in blast": a speaker and a colon open a headline or a paragraph."""
    tokens = view.tokens
    if index < 1 or index + 1 >= len(tokens):
        return None
    if index > 1 and tokens[index - 1].lower in words.verbs and tagged(view).tags[index - 1] == "g":
        return None  # ", adding: “…”" is the verb's
    reached = reach(view, tokens[index].stop)
    if tokens[index + 1].text in '"“':  # "Brandt had a retort: “…”"
        opening = leading_phrase(view)
        return Attribution(opening, tokens[index].span, index, reached) if opening and opening.stop <= index else None
    speaker = phrase_before(view, index - 1) if index <= 6 else None
    if speaker is None or speaker.start != 0 or not _speaks_alone(view, speaker, words):
        return None
    return Attribution(speaker, tokens[index].span, index, reached)


def _speaks_alone(view: SentenceView, speaker: Phrase, words: SpeakerWords) -> bool:
    """Whether a phrase with no verb is a speaker's: "police", "officials", an agency."""
    text = speaker.span(view.tokens).of(view.document.text)
    titled = view.block.kind in ("title", "heading")
    acronym = (
        titled
        and text.isupper()
        and text.isalpha()
        and 1 < len(text) < 7
        and not load_gazetteer(view.vocabulary).find(text)
    )
    return speaker.head in words.nouns.roles or acronym or credited(text, view.vocabulary) is not None


def trailing(view: SentenceView, words: SpeakerWords) -> list[Attribution]:
    """The attribution of "12 dead in blast: police", "12 dead in blast – officials" at the end of a headline."""
    tokens = view.tokens
    for index in range(len(tokens) - 2, max(len(tokens) - 7, 2), -1):
        if tokens[index].text in ":–—-" and tokens[index].start > tokens[index - 1].stop - (tokens[index].text == ":"):
            speaker = phrase_after(view, index + 1)
            if speaker and speaker.stop >= len(tokens) - 1 and _speaks_alone(view, speaker, words):
                cue = tokens[index].span
                return [Attribution(speaker, cue, index, reach(view, stop=cue.start), back=True)]
    return []
