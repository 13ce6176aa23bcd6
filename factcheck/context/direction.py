"""Which way what is counted went: "rockets fired into Israel", "fled from the valley to the coast"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.context.head_nouns import noun_of
from factcheck.context.model import Cue, Mention
from factcheck.context.once import kept, once
from factcheck.context.participants import mention
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import DETERMINER, NAME, POSSESSIVE
from factcheck.vocabulary import toml_table


@dataclass(frozen=True, slots=True)
class Direction:
    """Whence and whither, where the text tells: ``from the valley to Lyon``; ``key`` is equal for one and the same."""

    text: str
    key: str
    origin: Mention | None = None
    goal: Mention | None = None


@toml_table
class _Words:
    """Prepositions of origin and goal, and the verbs and nouns of what has one."""

    origin: frozenset[str]
    goal: frozenset[str]
    moving: frozenset[str]

    @once
    def ways(self) -> frozenset[str]:
        return self.origin | self.goal


_MOVED = frozenset({"subject", "object", "member"})  # what the number is in a clause that tells its way


@kept((None, ()))
def find_direction(view: SentenceView, quantity: Quantity) -> tuple[Direction | None, tuple[Cue, ...]]:
    """Whence or whither what is counted went, by the verb or the noun that tells of its way."""
    group, words = view.group(quantity), view.vocabulary.bind("direction", _Words)
    if group is None or words.ways.isdisjoint(view.prepositions):
        return None, ()
    for way in _ways(view, quantity, group, words.moving):
        origin, whence = _end(view, way, words.origin)
        goal, whither = _end(view, way, words.goal)
        if origin is not None or goal is not None:
            return _direction(view, origin, goal, (*whence, *whither))
    return None, ()


def _ways(view: SentenceView, quantity: Quantity, group: Group, moving: frozenset[str]) -> Iterator[list[Group]]:
    """The groups that may tell a way: of what moved itself, then of the verbs that describe it or hold it."""
    sentence = view.read
    for noun in (group, group.clause.subject if group.clause is not None else None):
        if noun is not None and noun.head >= 0 and noun_of(sentence, noun.head) in moving:
            yield [g for g in sentence.groups if g.role == "within" and g.under is noun]
    telling = [c for c in sentence.clauses if c.under is group or (c.subject is group and c is not group.clause)]
    holding, role = next(((c, role) for c, role in view.path(quantity) if c.verb is not None), (None, ""))
    if holding is not None and role in _MOVED:
        telling.append(holding)
    for clause in telling:
        if clause.verb is not None and clause.lemma in moving:
            yield clause.groups


def _end(view: SentenceView, way: list[Group], prepositions: frozenset[str]) -> tuple[Mention | None, tuple[Cue, ...]]:
    """One end of a way: a place or party that is named or determined, no "to work"."""
    words = view.read.words
    for group in way:
        if group.preposition not in prepositions or group.head < 0:
            continue
        if words[group.head].tags & NAME or words[group.at + 1].tags & (DETERMINER | POSSESSIVE):
            return mention(view, group, "direction")
    return None, ()


def _direction(
    view: SentenceView, origin: Mention | None, goal: Mention | None, cues: tuple[Cue, ...]
) -> tuple[Direction, tuple[Cue, ...]]:
    """Both ends in the words of the text. The goal tells one way from another; the origin, where there is no goal."""
    ends = [("from", origin), ("to", goal)]
    told = [f"{word} {_as_written(view, end)}" for word, end in ends if end is not None]
    key = f"to {goal.key}" if goal is not None else f"from {origin.key}" if origin is not None else ""
    return Direction(" ".join(told), key, origin, goal), cues


def _as_written(view: SentenceView, end: Mention) -> str:
    """A name with the article that the text gives it."""
    text, span = view.document.text, end.span
    article = span is not None and text[: span.start].rstrip()[-4:].lower() in (" the", "the")
    return f"the {end.text}" if article else end.text
