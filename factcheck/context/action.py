"""What happened to what is counted: the verb that governs it, in any voice and order, or the noun of the event."""

from __future__ import annotations

from typing import Literal, NamedTuple

from factcheck.context.action_words import action_words, class_of
from factcheck.context.cues import span_of
from factcheck.context.model import Action, Cue
from factcheck.context.nouns import Found, converted_from, noun_phrase, nouns
from factcheck.context.phrases import phrase_before
from factcheck.context.tagging import index_of, tagged, word_at
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma, verb_lemma
from factcheck.quantities import Quantity

Role = Literal["subject", "object"]


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
    """The verb that governs the counted: the one of which they are the object, else the one of which the subject."""
    marks, words = tagged(view), action_words(view.vocabulary)
    anchor = marks.anchors[index]
    source = converted_from(view, index)
    if source is not None:
        return _governing(view, source, found)
    if found is not None and found.how in ("subject", "awaiting", "before"):
        return _linking(view, found, anchor.start) or _before(view, found.phrase.start, marks.tags)
    stop = _end(found, anchor.stop)
    start = _left_edge(view, anchor.start, marks.tags)
    if any((part := noun_phrase(view, i)) is not None and part.whole == index for i in range(index)):
        after = _after(view, stop, marks.tags, listed=False)
        return after if after is not None and not after.finite else None
    direct = _direct_object(view, start, marks.tags)
    if direct is not None and direct.lemma not in words.light and direct.lemma not in words.reporting:
        return _caused(view, direct, stop, marks.tags) or direct
    situation = _situation(view, stop)
    if situation is not None:
        return situation
    prepositional = start > 0 and marks.tags[start - 1] == "P"
    after = _after(view, stop, marks.tags, listed=False)
    if after is not None and (not after.finite or not prepositional):
        return after
    return (
        (_before(view, start, marks.tags) if prepositional or marks.tags[start - 1 : start] == "t" else None)
        or _listed(view, index)
        or (_taken_over(view, index) if found is None else None)
        or (None if prepositional else _after(view, stop, marks.tags, listed=True))
        or (direct if direct is not None and direct.lemma not in ("be", "have") else None)
    )


def _end(found: Found | None, stop: int) -> int:
    """The token after the counted phrase, when it stands behind the number."""
    if found is None or found.how not in ("after", "of", "hyphen", "state", "measured"):
        return stop
    return max(stop, (found.phrase.more[-1] + 1) if found.phrase.more else found.phrase.stop)


def _left_edge(view: SentenceView, at: int, tags: str) -> int:
    """Where the number's phrase starts: before its determiner and adjectives, "a full and immediate 30-day truce"."""
    i = at
    while i > 0 and at - i < 7 and tags[i - 1] in 'jnaec,"':
        i -= 1
    if i < at and word_at(view, i - 1) in ("a", "an"):
        return i - 1
    i = at
    while i > 0 and tags[i - 1] in 'Dza"':
        i -= 1
    return i


def _direct_object(view: SentenceView, at: int, tags: str) -> _Verb | None:
    """The verb right before a phrase that starts at ``at``; its particle may stand between."""
    i = at - 1
    if i > 0 and tags[i] == "P" and view.tokens[i].lower in ("down", "off", "out", "up", "over"):
        i -= 1
    if i < 0 or tags[i] not in "veg" or (tags[i] == "e" and i > 0 and tags[i - 1] == "b"):
        return None
    return _verb(view, i, "object", finite=tags[i] == "v")


def _caused(view: SentenceView, verb: _Verb, stop: int, tags: str) -> _Verb | None:
    """What the object of a causing verb does: "forcing 12 people to flee"."""
    if verb.lemma in action_words(view.vocabulary).causative and tags[stop : stop + 2] == "tv":
        return _verb(view, stop + 1, _active_role(view, stop + 1), finite=False)
    return None


def _situation(view: SentenceView, at: int) -> _Verb | None:
    """Words right behind the counted that tell where they are: "162 people aboard"."""
    situations = action_words(view.vocabulary).situations
    start = at + 1 if tagged(view).tags[at : at + 1] == "b" else at
    for length in (2, 1):
        name = situations.get(tuple(word_at(view, start + i) for i in range(length)))
        if name is not None:
            return _Verb(start, start + length, name, "object", finite=False)
    return None


def _linking(view: SentenceView, found: Found, stop: int) -> _Verb | None:
    """The verb between a noun and its number: "the toll rose to 24", "inflation fell to 3 %"."""
    tags = tagged(view).tags
    for i in range(found.phrase.stop, stop):
        if tags[i] in "veg" and view.tokens[i].lower not in ("according",):
            role: Role = "object" if found.how == "awaiting" else "subject"
            return _verb(view, i, role, finite=True)
    return None


def _verb(view: SentenceView, i: int, role: Role, *, finite: bool) -> _Verb:
    """The verb at token ``i`` with its particle: "shot down", "laid 40 workers off"."""
    lemma = verb_lemma(view.tokens[i].lower)
    words = action_words(view.vocabulary)
    particle = word_at(view, i + 1)
    if lemma in words.phrasal and particle in words.phrasal[lemma]:
        return _Verb(i, i + 2, f"{lemma}-{particle}", role, finite)
    if particle == "dead" and lemma == "shoot":
        return _Verb(i, i + 2, "shoot-dead", role, finite)
    for j in (i + 1, i + 2):
        idiom = words.idioms.get((lemma, noun_lemma(word_at(view, j))))
        if idiom is not None:
            return _Verb(i, j + 1, idiom, "object", finite)
    return _Verb(i, i + 1, lemma, role, finite)


_SUBORDINATING = frozenset({"after", "before", "since", "until", "as", "than", "like", "because", "till"})


def _after(view: SentenceView, at: int, tags: str, *, listed: bool) -> _Verb | None:
    """The verb whose subject ends at ``at``, across short phrases: "12 people on board were killed".

    With ``listed``, also across the rest of a list: "four ships, two planes and a drone took part".
    """
    i, limit = at, min(len(tags), at + (24 if listed else 16))
    while i < limit:
        tag = tags[i]
        if tag in "bhm":
            return _verb_group(view, i, tags)
        if tag in "veg" and not (tag in "eg" and i > at and _is_modifier(tags, i)):
            return _verb_after(view, i, at, tags)
        if tag == "," and (past := _past_aside(tags, i)) is not None:
            i = past
        elif _blocks(view, i, at, tags, listed=listed):
            return None
        else:
            i += 1
    return None


def _verb_after(view: SentenceView, i: int, at: int, tags: str) -> _Verb | None:
    if tags[i] == "v":
        return _verb(view, i, _active_role(view, i), finite=True)
    if tags[i] == "e":
        return _participle(view, i, tags)
    return _verb(view, i, "subject", finite=False) if i == at else None


def _is_modifier(tags: str, i: int) -> bool:
    """Whether a participle stands before its noun: "of the extended family"."""
    return tags[i - 1] in "DPjz#" and tags[i + 1 : i + 2] in tuple("nsqj")


def _blocks(view: SentenceView, i: int, at: int, tags: str, *, listed: bool) -> bool:
    """Whether a token ends the way from a subject to its verb."""
    tag = tags[i]
    if tag == "c":
        return not listed and "between" not in (word_at(view, j) for j in range(at, i))
    if tag in ",#":
        return not listed
    if tag == "w":
        return i > at or word_at(view, i) not in ("who", "that", "which")
    return tag in ";rt" or (tag == "P" and word_at(view, i) in _SUBORDINATING)


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
        elif tag not in 'a"t':
            return None
        i += 1
    return None


def is_happening(view: SentenceView, i: int) -> bool:
    """Whether the verb at token ``i`` is one whose subject undergoes it: "12 died"."""
    return verb_lemma(view.tokens[i].lower) in action_words(view.vocabulary).happening


def _active_role(view: SentenceView, i: int) -> Role:
    return "object" if is_happening(view, i) else "subject"


def _participle(view: SentenceView, i: int, tags: str) -> _Verb:
    """An -ed form right after the noun: active with an object behind it or where it takes none, else passive."""
    lemma = verb_lemma(view.tokens[i].lower)
    following = tags[i + 1] if i + 1 < len(tags) else ";"
    active = following in "D#qzrj" or lemma in action_words(view.vocabulary).intransitive
    return _verb(view, i, _active_role(view, i) if active else "object", finite=active)


def _before(view: SentenceView, at: int, tags: str) -> _Verb | None:
    """The verb or noun of an event whose object starts at ``at``: "killing 12", "the arrest of 12", "fired at 12"."""
    at = _left_edge(view, at, tags)
    direct = _direct_object(view, at, tags)
    if direct is not None:
        return direct
    return _across_preposition(view, at - 1, tags) if at >= 2 and tags[at - 1] in "Pt" else None


def _across_preposition(view: SentenceView, i: int, tags: str) -> _Verb | None:
    """Past a preposition: to a verb ("fired at 12"), or to the noun of an event ("the deaths of 12")."""
    j = i - 1
    while j >= 0 and tags[j] in 'a"Pt':
        j -= 1
    if j < 0:
        return None
    if tags[j] in "veg":
        return _verb(view, j, "object", finite=tags[j] == "v")
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
            return _verb(view, start, "object", finite=tags[start] == "v")
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
    end = _end(earlier, marks.anchors[index - 1].stop)
    between = marks.tags[end : marks.anchors[index].start]
    if len(between) > 3 or not between or any(tag not in ",caD" for tag in between):
        return None
    verb = _governing(view, index - 1, earlier)
    return verb if verb is not None and verb.start < marks.anchors[index].start else None
