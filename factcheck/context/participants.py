"""Who did it, and to whom: the subject of an active verb, the agent after "by", the aim after "on" or "against"."""

from __future__ import annotations

from factcheck.context.action import find_action
from factcheck.context.cues import span_of
from factcheck.context.lexicon import lexicon
from factcheck.context.links import subject_phrase
from factcheck.context.model import Action, Cue, Mention
from factcheck.context.noun_words import COUNT_KINDS
from factcheck.context.nouns import noun_phrase
from factcheck.context.phrases import Phrase, phrase_after
from factcheck.context.tagging import index_of, tagged, word_at
from factcheck.context.verbs import is_happening
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma
from factcheck.quantities import Quantity

_AIMS = frozenset({"on", "against", "at", "toward", "towards"})
_FAR = 12


def find_actor(view: SentenceView, quantity: Quantity) -> tuple[Mention | None, tuple[Cue, ...]]:
    """Who did what happened to what is counted; ``None`` when the text does not say."""
    action, _ = find_action(view, quantity)
    if action is None or action.span is None or _waits(view, quantity):
        return None, ()
    phrase = _agent(view, action)
    if (
        phrase is None and action.span.start < quantity.span.start
    ):  # a verb behind the number has the counted as subject
        phrase = _subject(view, action)
    return _mention(view, phrase, "actor")


def _waits(view: SentenceView, quantity: Quantity) -> bool:
    """Whether the number belongs to a noun before it ("the number of dead rose to 9"): no verb of a doer is near."""
    found = noun_phrase(view, index_of(view, quantity))
    return found is not None and found.how in ("awaiting", "subject")


def find_target(view: SentenceView, quantity: Quantity) -> tuple[Mention | None, tuple[Cue, ...]]:
    """At whom or what it was aimed: "launched 80 drones at the port", "a tariff on steel"."""
    marks = tagged(view)
    anchor = next(a for a, q in zip(marks.anchors, view.quantities, strict=True) if q is quantity)
    for i in range(anchor.stop, min(len(marks.tags), anchor.stop + 8)):
        if marks.tags[i] in ",;wbhm":
            break
        if marks.tags[i] == "P" and view.tokens[i].lower in _AIMS:
            at = i + 1 + (marks.tags[i + 1 : i + 2] in ("D", "z"))
            phrase = phrase_after(marks.tags, at, plural=False)
            if phrase is not None and marks.tags[phrase.head] != "d" and word_at(view, phrase.head) != "board":
                return _mention(view, phrase, "target")
    return _mention(view, _object(view, quantity), "target")


def _object(view: SentenceView, quantity: Quantity) -> Phrase | None:
    """Whom those counted did it to: "50 women accused the producer"."""
    action, _ = find_action(view, quantity)
    if action is None or action.span is None or action.role != "subject" or action.span.start < quantity.span.stop:
        return None
    tags, at = tagged(view).tags, view.token_index(action.span.stop - 1) + 1
    if quantity.kind not in COUNT_KINDS or tags[at : at + 1] not in tuple("Dqz"):
        return None
    phrase = phrase_after(tags, at + (tags[at] in "Dz"), plural=False)
    return None if phrase is None or word_at(view, phrase.head) in lexicon(view.vocabulary).time_nouns else phrase


def _agent(view: SentenceView, action: Action) -> Phrase | None:
    """The agent of a passive: "were destroyed by Ukraine's air force"."""
    if action.span is None or action.role != "object":
        return None
    tags = tagged(view).tags
    at = view.token_index(action.span.stop - 1) + 1
    for i in range(at, min(len(tags), at + _FAR)):
        if tags[i] in ",;wcbhmveg":  # "destroyed 40 jets in a raid overseen by the president": another verb's agent
            return None
        if word_at(view, i) == "by":
            start = i + 1 + (tags[i + 1 : i + 2] == "D")
            return phrase_after(tags, start, plural=False)
    return None


def _subject(view: SentenceView, action: Action) -> Phrase | None:
    """The subject of an active verb whose object is counted; a name or a noun just before it."""
    if action.span is None or action.role != "object":
        return None
    tags = tagged(view).tags
    at = view.token_index(action.span.start)
    if at > 1 and tags[at] == "g" and tags[at - 1] == "b":
        at -= 1  # "is serving 25 years"
        return subject_phrase(view, at)
    if at < 0 or tags[at] not in "veg" or is_happening(view, at) or (at > 0 and tags[at - 1] in "bD#P"):
        return None
    while at > 0 and (tags[at - 1] in "ahm" or word_at(view, at - 1) in ("that", "which", "who")):
        at -= 1
    if word_at(view, at) in ("which", "who") and word_at(view, at - 1) == ",":
        at -= 1  # "Hale, who had demanded $35, sold"
    return subject_phrase(view, at)


def _mention(view: SentenceView, phrase: Phrase | None, part: str) -> tuple[Mention | None, tuple[Cue, ...]]:
    if phrase is None:
        return None, ()
    span = span_of(view.tokens, phrase.start, phrase.stop)
    text = span.of(view.document.text)
    words = [token.lower for token in view.tokens[phrase.start : phrase.stop] if token.kind != "punct"]
    key = " ".join([*words[:-1], noun_lemma(words[-1])]) if words else text.lower()
    return Mention(text, key, span), (Cue(part, span, key),)
