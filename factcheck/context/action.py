"""What happened to what is counted: the verb that governs it, in any voice and order, or the noun of the event."""

from __future__ import annotations

from factcheck.context.action_words import action_words, class_of
from factcheck.context.cues import span_of
from factcheck.context.governing import BEHIND, governing_verb, part_of
from factcheck.context.links import Found
from factcheck.context.measures import is_moved_from, is_up
from factcheck.context.model import Action, Cue
from factcheck.context.noun_words import COUNT_KINDS, nouns
from factcheck.context.nouns import is_bare_number, noun_phrase
from factcheck.context.parts import find_whole
from factcheck.context.tagging import index_of, tagged, word_at
from factcheck.context.verbs import Verb
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma, verb_lemma
from factcheck.quantities import Quantity

_MOVES = frozenset({"rise", "fall"})


def find_action(view: SentenceView, quantity: Quantity) -> tuple[Action | None, tuple[Cue, ...]]:
    """What happened to what ``quantity`` counts, and the words that say so."""
    memo = view.memo.setdefault("action", {})
    index = index_of(view, quantity)
    if not isinstance(memo, dict):
        return None, ()
    if index not in memo:
        memo[index] = None  # guards against a part and a whole that wait for each other
        memo[index] = _find(view, index)
    action: Action | None = memo[index]
    if action is None or action.span is None:
        return action, ()
    return action, (Cue("action", action.span, action.lemma),)


def _find(view: SentenceView, index: int) -> Action | None:
    found = noun_phrase(view, index)
    countable = found is not None and view.quantities[index].kind in COUNT_KINDS
    event = _event(view, found) if countable and found is not None else None
    if event is not None:
        return event
    at = tagged(view).anchors[index].start - 1
    if found is not None and (is_moved_from(view, index) or (found.how == "subject" and is_up(view, at + 1))):
        return Action("rise" if word_at(view, at) == "up" else "fall", span_of(view.tokens, at, at + 1), "subject")
    if found is not None and is_bare_number(view, found):
        return _moved(view, index)
    verb = governing_verb(view, index, found)
    if verb is None:
        return _stative(view, found) or _of_whole(view, index) or _of_part(view, index)
    action = Action(
        _class(view, verb, index, found, countable=countable), span_of(view.tokens, verb.start, verb.stop), verb.role
    )
    if found is None and action.lemma in _MOVES and view.quantities[index].kind in COUNT_KINDS:
        return _moved(view, index) or action
    return action


def _class(view: SentenceView, verb: Verb, index: int, found: Found | None, *, countable: bool) -> str:
    """The class of a verb, which may hang on what is counted: jobs "cut", "shed" and "lost" are all lost."""
    name = class_of(verb.lemma, view.vocabulary)
    if found is None:
        return name
    by = word_at(view, tagged(view).anchors[index].start - 1) == "by"
    if name in _MOVES and (countable or verb.role == "subject") and found.how in BEHIND and not by:
        name = verb.lemma  # "dropped 12 bombs", "12 senators raised concerns": no amount moves
    if found.how == "subject":
        name = action_words(view.vocabulary).moved.get(name, name)
    head = noun_lemma(word_at(view, found.phrase.head))
    idiom = action_words(view.vocabulary).idioms.get((verb.lemma, head))
    if idiom is not None:
        return idiom  # "claimed four American lives"
    return action_words(view.vocabulary).of_head.get((head, name), name)


def _event(view: SentenceView, found: Found) -> Action | None:
    """An action that lies in the noun or state itself: "12 deaths", "five dead", "a toll of 15"."""
    head = found.phrase.head
    word = word_at(view, head)
    lemma = noun_lemma(word)
    name = nouns(view.vocabulary).events.get(lemma)
    if (
        name is None
        and found.how in ("state", "awaiting")
        and word in nouns(view.vocabulary).states - {"others", "more"}
    ):
        name = word if word in action_words(view.vocabulary).classes else verb_lemma(word)
    return None if name is None else Action(class_of(name, view.vocabulary), span_of(view.tokens, head, head + 1))


def _stative(view: SentenceView, found: Found | None) -> Action | None:
    """A state among the qualifiers: "eight dead civilians"."""
    if found is None:
        return None
    for i in range(found.phrase.start, found.phrase.head):
        word = word_at(view, i)
        name = class_of(word, view.vocabulary) if tagged(view).tags[i] == "e" else ""
        if name in ("kill", "injure", "miss"):
            return Action(name, span_of(view.tokens, i, i + 1))
    return None


def _of_whole(view: SentenceView, index: int) -> Action | None:
    """The action of the whole for a part that has none of its own: "12 died, including three children"."""
    whole, _ = find_whole(view, view.quantities[index])
    if whole is None:
        return None
    action, _ = find_action(view, whole)
    return None if action is None else Action(action.lemma, None, action.role)


def _of_part(view: SentenceView, index: int) -> Action | None:
    """What had to happen to a whole before a part of it could: 52 of 80 drones downed, so 80 launched."""
    i = part_of(view, index)
    part = None if i is None else find_action(view, view.quantities[i])[0]
    name = action_words(view.vocabulary).of_whole.get(part.lemma) if part is not None else None
    return Action(name, None) if name is not None else None


def _moved(view: SentenceView, index: int) -> Action | None:
    """What the counted suffered, of a number that rose or fell: "It climbed from four to five"."""
    if index > 0:
        return find_action(view, view.quantities[index - 1])[0]
    before = view.neighbour(-1)
    if before is None or not before.quantities or tagged(view).tags[:1] not in ("r", "D"):
        return None
    action, _ = find_action(before, before.quantities[-1])
    return None if action is None else Action(action.lemma, None, action.role)
