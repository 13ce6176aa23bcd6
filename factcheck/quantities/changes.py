"""Changes: what rose or fell, by how much, to what, from what."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.lemmas import verb_lemma
from factcheck.quantities.draft import Draft
from factcheck.quantities.model import Change, ChangePart
from factcheck.quantities.tables import next_words
from factcheck.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Direction:
    verbs: frozenset[str]
    nouns: frozenset[str]
    adverbs: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Neutral:
    verbs: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Between:
    skip: frozenset[str]


@dataclass(frozen=True, slots=True)
class ChangeTable:
    """The table ``changes.toml``."""

    up: Direction
    down: Direction
    change: Neutral
    between: Between


@dataclass(frozen=True, slots=True)
class Changes:
    """Every word that tells a change, and words that may stand between it and its number."""

    verbs: Mapping[str, Change | None]
    nouns: Mapping[str, Change | None]
    adverbs: Mapping[str, Change]
    after: Mapping[str, Change]
    skip: frozenset[str]


@functools.lru_cache(maxsize=8)
def changes(vocabulary: Vocabulary) -> Changes:
    """The change words of a vocabulary."""
    table = vocabulary.bind("changes", ChangeTable)
    both: tuple[tuple[Change, Direction], ...] = (("up", table.up), ("down", table.down))
    verbs: dict[str, Change | None] = dict.fromkeys(table.change.verbs)
    nouns: dict[str, Change | None] = dict.fromkeys(table.change.nouns)
    adverbs: dict[str, Change] = {}
    after: dict[str, Change] = {}
    for direction, words in both:
        verbs.update(dict.fromkeys(words.verbs, direction))
        nouns.update(dict.fromkeys(words.nouns, direction))
        adverbs.update(dict.fromkeys(words.adverbs, direction))
        after.update(dict.fromkeys(words.after, direction))
    return Changes(verbs, nouns, adverbs, after, table.between.skip)


_MARKS = ".,;:()[]\"'“”‘’—–"
_FAR = 9  # words back to the verb of a "to" or "from"


@dataclass(frozen=True, slots=True)
class Told:
    """A change word found before a number: its direction, its distance in words, whether it is a verb."""

    change: Change | None
    distance: int
    word: str
    verb: bool


def told_before(words: list[str], known: Changes, reach: int = _FAR) -> Told | None:
    """The nearest change word among the words before a number, not past the end of a clause."""
    for distance, raw in enumerate(reversed(words[-reach:])):
        if distance and raw[-1:] in ".;:!?":
            return None
        word = raw.strip(_MARKS)
        if word in known.adverbs and not (word == "up" and distance and words[-distance] == "to" and distance == 1):
            return Told(known.adverbs[word], distance, word, True)
        lemma = verb_lemma(word)
        if lemma in known.verbs:
            return Told(known.verbs[lemma], distance, word, True)
        if word in known.nouns:
            return Told(known.nouns[word], distance, word, False)
    return None


def read_change(draft: Draft, text: str, limit: int, known: Changes) -> None:
    """Say whether the number is what something rose or fell by, to or from."""
    words = _before_hedge(draft)
    told = told_before(words, known)
    last = words[-1].strip(_MARKS) if words else ""
    part: ChangePart | None = None
    if told is not None:
        between = [word.strip(_MARKS) for word in words[len(words) - told.distance :]]
        if last in ("by", "to", "from") and draft.before[-1:] not in "-":
            part = last  # type: ignore[assignment]
        elif told.verb and all(word in known.skip for word in between):
            part = "by"
        elif not told.verb and last == "of" and told.distance <= 2:
            part = "by"
        if part == "by" or (part in ("to", "from") and told.change is not None) or (part and told.change is None):
            if part == "by" and told.change is None:
                return
            draft.change, draft.change_part = told.change, part
            draft.trace.append(f'{part}: "{told.word}"')
            return
    _change_after(draft, text, limit, known)


def _before_hedge(draft: Draft) -> list[str]:
    if draft.hedge_start < 0:
        return draft.words
    return draft.before[: len(draft.before) - (draft.start - draft.hedge_start)].lower().split()


def _change_after(draft: Draft, text: str, limit: int, known: Changes) -> None:
    """"5 percent higher", "a 4.2 percent drop", "a 25-point cut"."""
    if draft.unit is None and draft.numeral.form != "multiple":
        return
    after = next_words(text, draft.end, limit, 2)
    for word in after[:2]:
        change = known.after.get(word.lower())
        if change is not None:
            draft.change, draft.change_part = change, "by"
            draft.trace.append(f'by: "{word}"')
            return
        if not re.fullmatch(r"[a-z]+", word) or word in ("of", "to", "from", "and", "in"):
            return
