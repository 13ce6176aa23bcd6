"""What happened to what is counted: the verb that governs it, in any voice and order, or the noun of the event."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from factcheck.context.cues import span_of
from factcheck.context.model import Action, Cue
from factcheck.context.nouns import Found, noun_phrase, nouns
from factcheck.context.phrases import phrase_before
from factcheck.context.tagging import index_of, tagged, word_at
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma, verb_lemma
from factcheck.quantities import Quantity
from factcheck.vocabulary import Vocabulary

Role = Literal["subject", "object"]


@dataclass(frozen=True, slots=True)
class _Verbs:
    verbs: str


@dataclass(frozen=True, slots=True)
class _NounList:
    nouns: str


@dataclass(frozen=True, slots=True)
class _ActionFile:
    classes: Mapping[str, str]
    phrasal: Mapping[str, str]
    reporting: _Verbs
    light: _Verbs
    happening: _Verbs
    intransitive: _Verbs
    nominal: _NounList
    of_whole: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ActionWords:
    """``actions.toml``, ready for look-up."""

    classes: Mapping[str, str]  # word -> class
    phrasal: Mapping[str, frozenset[str]]
    reporting: frozenset[str]
    light: frozenset[str]
    happening: frozenset[str]
    intransitive: frozenset[str]
    nominal: frozenset[str]
    of_whole: Mapping[str, str]


@functools.lru_cache(maxsize=8)
def action_words(vocabulary: Vocabulary) -> ActionWords:
    file = vocabulary.bind("actions", _ActionFile)
    return ActionWords(
        classes={word: name for name, words in file.classes.items() for word in words.split()},
        phrasal={verb: frozenset(particles.split()) for verb, particles in file.phrasal.items()},
        reporting=frozenset(file.reporting.verbs.split()),
        light=frozenset(file.light.verbs.split()),
        happening=frozenset(file.happening.verbs.split()),
        intransitive=frozenset(file.intransitive.verbs.split()),
        nominal=frozenset(file.nominal.nouns.split()),
        of_whole=file.of_whole,
    )


def class_of(lemma: str, vocabulary: Vocabulary) -> str:
    """The name under which all words for one action go: ``die``, ``dead``, ``perish`` → ``kill``."""
    return action_words(vocabulary).classes.get(lemma, lemma)


class _Verb(NamedTuple):
    """A verb found: its tokens, its lemma, the role of what is counted, and how firmly it governs it."""

    start: int
    stop: int
    lemma: str
    role: Role
    finite: bool


def find_action(view: SentenceView, quantity: Quantity) -> tuple[Action | None, tuple[Cue, ...]]:
    """What happened to what ``quantity`` counts, and the words that say so."""
    memo = view.memo.setdefault("action", {})
    index = index_of(view, quantity)
    if not isinstance(memo, dict):
        return None, ()
    if index not in memo:
        memo[index] = _find(view, index)
    action: Action | None = memo[index]
    if action is None or action.span is None:
        return action, ()
    return action, (Cue("action", action.span, action.lemma),)


def _find(view: SentenceView, index: int) -> Action | None:
    found = noun_phrase(view, index)
    if found is not None:
        event = _event(view, found)
        if event is not None:
            return event
    verb = _governing(view, index, found)
    if verb is None:
        return _implied(view, index)
    return Action(class_of(verb.lemma, view.vocabulary), span_of(view.tokens, verb.start, verb.stop), verb.role)


def _event(view: SentenceView, found: Found) -> Action | None:
    """An action that lies in the noun or state itself: "12 deaths", "five dead", "a toll of 15"."""
    head = found.phrase.head
    word = view.tokens[head].lower
    lemma = noun_lemma(word)
    events = nouns(view.vocabulary).events
    name = events.get(lemma)
    if name is None and lemma in ("toll", "life", "dead", "wounded", "injured"):
        name = {"life": "kill"}.get(lemma) or class_of(lemma, view.vocabulary)
    if name is None and found.how == "state" and word not in ("others", "more"):
        name = class_of(word if word in action_words(view.vocabulary).classes else verb_lemma(word), view.vocabulary)
    return None if name is None else Action(name, span_of(view.tokens, head, head + 1))


def _implied(view: SentenceView, index: int) -> Action | None:
    """The action of a whole, from that of its part."""
    for i in range(index):
        found = noun_phrase(view, i)
        if found is not None and found.whole == index:
            part, _ = find_action(view, view.quantities[i])
            if part is not None and part.lemma in action_words(view.vocabulary).of_whole:
                return Action(action_words(view.vocabulary).of_whole[part.lemma], None, part.role)
    return None


def _governing(view: SentenceView, index: int, found: Found | None) -> _Verb | None:
    marks, words = tagged(view), action_words(view.vocabulary)
    anchor = marks.anchors[index]
    stop = anchor.stop
    if found is not None and found.how in ("after", "of", "hyphen", "state", "measured"):
        stop = max(stop, found.phrase.stop)
        if found.phrase.more:
            stop = found.phrase.more[-1] + 1
    if found is not None and found.how in ("subject", "awaiting", "before"):
        return _linking(view, found, anchor.start) or _before(view, found.phrase.start, marks.tags)
    part_of = any((f := noun_phrase(view, i)) is not None and f.whole == index for i in range(index))
    after = _after(view, stop, marks.tags)
    if part_of:
        return after if after is not None and not after.finite else None
    if after is not None and after.finite and after.lemma not in words.light:
        return after
    before = _before(view, anchor.start, marks.tags)
    if before is not None and before.lemma not in words.light and before.lemma not in words.reporting:
        return before
    if after is not None:
        return after
    listed = _listed(view, index) or (_taken_over(view, index) if found is None else None)
    return listed or (before if before is not None and before.lemma in words.light - {"be", "have"} else None)


def _linking(view: SentenceView, found: Found, stop: int) -> _Verb | None:
    """The verb between a noun and its number: "the toll rose to 24", "inflation fell to 3 %"."""
    tags = tagged(view).tags
    for i in range(found.phrase.stop, stop):
        if tags[i] in "veg" and view.tokens[i].lower not in ("according",):
            return _verb(view, i, "subject", finite=True)
    return None


def _verb(view: SentenceView, i: int, role: Role, *, finite: bool) -> _Verb:
    """The verb at token ``i`` with its particle: "shot down", "laid 40 workers off"."""
    lemma = verb_lemma(view.tokens[i].lower)
    words = action_words(view.vocabulary)
    particle = word_at(view, i + 1)
    if lemma in words.phrasal and particle in words.phrasal[lemma]:
        return _Verb(i, i + 2, f"{lemma}-{particle}", role, finite)
    if word_at(view, i + 1) == "dead" and lemma == "shoot":
        return _Verb(i, i + 2, "shoot-dead", role, finite)
    return _Verb(i, i + 1, lemma, role, finite)


def _after(view: SentenceView, at: int, tags: str) -> _Verb | None:
    """The verb whose subject ends at ``at``, across short phrases: "12 people on board were killed"."""
    i, limit = at, min(len(tags), at + 16)
    while i < limit:
        tag = tags[i]
        if tag in "bhm":
            return _verb_group(view, i, tags)
        if tag == "v":
            return _verb(view, i, _active_role(view, i), finite=True)
        if tag == "e":
            return _participle(view, i, tags)
        if tag == "g" and i == at:
            return _verb(view, i, "subject", finite=False)
        if tag == "," and (past := _past_aside(tags, i)) is not None:
            i = past
            continue
        if tag in ",;c#" or (tag == "w" and i > at + 3):
            return None
        if tag == "n" and i == at and view.tokens[i].lower in nouns(view.vocabulary).states:
            return _Verb(i, i + 1, view.tokens[i].lower, "object", finite=True)
        i += 1
    return None


def _past_aside(tags: str, comma: int) -> int | None:
    """Past words set off by commas before the verb: "six civilians, including two children, were buried"."""
    close = tags.find(",", comma + 1, comma + 14)
    return close + 1 if close > 0 and tags[close + 1 : close + 2] in ("b", "h", "m", "v") else None


def _verb_group(view: SentenceView, i: int, tags: str) -> _Verb | None:
    """From an auxiliary to its main verb: passive after a form of "be", else active; a state after a copula."""
    passive = False
    limit = min(len(tags), i + 8)
    while i < limit:
        tag = tags[i]
        if tag == "b":
            passive = True
        elif tag in "hm":
            passive = False
        elif tag == "e":
            role: Role = "object" if passive else _active_role(view, i)
            return _verb(view, i, role, finite=True)
        elif tag in "vg":
            return _verb(view, i, _active_role(view, i), finite=True)
        elif tag == "n" and view.tokens[i].lower in nouns(view.vocabulary).states:
            return _Verb(i, i + 1, view.tokens[i].lower, "object", finite=True)
        elif tag not in 'a"t':
            return None
        i += 1
    return None


def _active_role(view: SentenceView, i: int) -> Role:
    lemma = verb_lemma(view.tokens[i].lower)
    return "object" if lemma in action_words(view.vocabulary).happening else "subject"


def _participle(view: SentenceView, i: int, tags: str) -> _Verb:
    """An -ed form right after the noun: active with an object behind it or where it takes none, else passive."""
    lemma = verb_lemma(view.tokens[i].lower)
    following = tags[i + 1] if i + 1 < len(tags) else ";"
    active = following in "D#qzrj" or lemma in action_words(view.vocabulary).intransitive
    return _verb(view, i, _active_role(view, i) if active else "object", finite=active)


def _before(view: SentenceView, at: int, tags: str) -> _Verb | None:
    """The verb or noun of an event whose object starts at ``at``: "killing 12", "the arrest of 12", "fired at 12"."""
    i = at - 1
    while i >= 0 and tags[i] in 'aD"':
        i -= 1
    if i < 0:
        return None
    if tags[i] == "P" and view.tokens[i].lower in ("down", "off", "out", "up"):
        i -= 1
    if i >= 0 and tags[i] in "veg":
        return _governed(view, i, tags)
    if i >= 1 and tags[i] in "Pt":
        return _across_preposition(view, i, tags)
    return None


def _governed(view: SentenceView, i: int, tags: str) -> _Verb:
    return _verb(view, i, "object", finite=tags[i] == "v")


def _across_preposition(view: SentenceView, i: int, tags: str) -> _Verb | None:
    """Past a preposition: to a verb ("fired at 12"), or to the noun of an event ("the deaths of 12")."""
    j = i - 1
    while j >= 0 and tags[j] in 'a"Pt':
        j -= 1
    if j < 0:
        return None
    if tags[j] in "veg":
        return _governed(view, j, tags)
    phrase = phrase_before(tags, j + 1)
    if phrase is None:
        return None
    head = noun_lemma(view.tokens[phrase.head].lower)
    if head in action_words(view.vocabulary).nominal:
        return _Verb(phrase.head, phrase.head + 1, head, "object", finite=False)
    if phrase.start > 0 and view.tokens[i].lower in ("to", "by", "from", "at", "with", "for", "in", "on"):
        start = phrase.start - 1
        while start >= 0 and tags[start] in "Da":
            start -= 1
        if start >= 0 and tags[start] in "veg":
            return _governed(view, start, tags)
    return None


def _taken_over(view: SentenceView, index: int) -> _Verb | None:
    """The verb of the number that a bare one is compared with: "rose to 24, up from 12"."""
    marks = tagged(view)
    if index == 0 or not {"from", "to"} & {
        word_at(view, i) for i in range(marks.anchors[index].start - 2, marks.anchors[index].start)
    }:
        return None
    return _governing(view, index - 1, noun_phrase(view, index - 1))


def _listed(view: SentenceView, index: int) -> _Verb | None:
    """The verb of the number before in a list: "launched 80 drones and seven missiles"."""
    if index == 0:
        return None
    marks = tagged(view)
    earlier = noun_phrase(view, index - 1)
    end = max(marks.anchors[index - 1].stop, earlier.phrase.stop if earlier else 0)
    between = marks.tags[end : marks.anchors[index].start]
    if len(between) > 3 or not between or any(tag not in ",caD" for tag in between):
        return None
    return _governing(view, index - 1, earlier)
