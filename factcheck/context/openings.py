"""The subject a sentence opens with, where it is someone who can speak."""

from __future__ import annotations

from factcheck.context.speaker_words import speaker_words
from factcheck.context.subjects import Phrase, is_known_speaker, phrase_after
from factcheck.context.tagging import tagged
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma


def leading_phrase(view: SentenceView) -> Phrase | None:
    """The subject a sentence opens with, where it is someone who can speak."""
    tags, start = tagged(view).tags, 0
    if tags[:1] == "P":
        start = _past_opening(view)
    while start < len(tags) and tags[start] in 'ac,"wd':
        start += 1
    if tags[start : start + 1] == "g":
        return None  # "Using data of the ministry and assuming that …"
    phrase = phrase_after(view, start)
    if phrase is not None and tags[start] == "q":
        phrase = _names_alone(view, phrase)
    return phrase if phrase is not None and is_known_speaker(view, phrase) else None


def _past_opening(view: SentenceView) -> int:
    """Past an opening with commas of its own, "In Wells, Mass., and Lyme, …,", to the phrase with a verb behind it."""
    tokens, tags = view.tokens, tagged(view).tags
    commas = [i + 1 for i, t in enumerate(tokens[:30]) if t.text == ","]
    for start in commas:
        phrase = phrase_after(view, start)
        if phrase is not None and phrase.stop < len(tags) and tags[phrase.stop] in "vbhmea":
            return start
    return commas[0] if commas else 0


def _names_alone(view: SentenceView, phrase: Phrase) -> Phrase:
    """The names a phrase opens with, without a plain word that may be a verb: "Davidson | pushes back"."""
    tokens, tags = view.tokens, tagged(view).tags
    roles = speaker_words(view.vocabulary).nouns.roles
    for at in range(phrase.start + 1, phrase.stop):
        if tokens[at].text.islower() and tags[at] in "sna" and noun_lemma(tokens[at].lower) not in roles:
            return Phrase(phrase.start, at, tokens[at - 1].lower, True)
    return phrase
