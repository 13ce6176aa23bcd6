"""The scope of two figures, part by part: the same, unlike, or left out by a text (SEMANTICS §3.3, a rule's ``scope``).

A part is *apart* when both texts give it and the two can never be one: another nation, another day. It is *unlike*
when both give it in words that may yet mean one thing ("the SBU", "Ukraine"). It is *missing* when one of them leaves
it out, or gives it less exactly than the other: May beside the 12th of May, a province beside its town.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from factcheck.claims import Claim
from factcheck.claims.questions import plural_phrase
from factcheck.context.calendar import matcher
from factcheck.context.gazetteer import load_gazetteer, relate
from factcheck.context.model import Mention, When
from factcheck.context.names import read_name
from factcheck.context.registry import ScopeKey
from factcheck.documents.dates import find_date
from factcheck.lemmas import noun_lemma
from factcheck.pairs.lists import linking_lists
from factcheck.ruleset.model import SCOPE
from factcheck.vocabulary import Vocabulary

Standing = Literal["apart", "unlike", "missing"]
_WORDS = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)


class Difference(NamedTuple):
    """One part of the scope in which two figures are not surely the same, and how, in words."""

    part: ScopeKey
    standing: Standing
    says: str


def scope_parts(a: Claim, b: Claim) -> tuple[ScopeKey, ...]:
    """The parts that the numbers of both depend on, by their rules; without a rule, on the day and the place."""
    theirs = [claim.rule.depends_on if claim.rule is not None else SCOPE for claim in (a, b)]
    return tuple(part for part in theirs[0] if part in theirs[1])


def differences(a: Claim, b: Claim, vocabulary: Vocabulary) -> Iterator[Difference]:
    """The parts of the scope in which two figures are not surely the same, in the order of the rule."""
    for part in scope_parts(a, b):
        found = _PARTS[part](a, b, vocabulary) if part in _PARTS else _plainly(part, a, b)
        if found is not None:
            yield Difference(part, *found)


Found = tuple[Standing, str] | None
Compare = Callable[[Claim, Claim, Vocabulary], Found]


def _plainly(part: str, a: Claim, b: Claim) -> Found:
    """A part that has nothing of its own to ask: given by both in the same words, or not."""
    one, other = getattr(a.figure.context, part), getattr(b.figure.context, part)
    if one is None or other is None:
        return "missing", f"neither gives a {part}" if one is other else f"one of them gives no {part}"
    return None if one.key == other.key else ("unlike", f"one is told {one.text}, the other {other.text}")


def _when(a: Claim, b: Claim, vocabulary: Vocabulary) -> Found:
    one, other = a.figure.context.when, b.figure.context.when
    if one is None and other is None:
        undated = _titled_days(a, b) or _weekdays(a, b, vocabulary)
        if undated is not None:
            return undated
    if one is None or other is None:
        return "missing", "the days are not given" if one is other else "one of them names no day"
    if (one.start, one.stop) == (other.start, other.stop):
        return None
    if one.stop < other.start or other.stop < one.start:
        return "apart", f"one is about {_days(one)}, the other about {_days(other)}"
    return "missing", f"one is about {_days(one)}, the other about {_days(other)}"


def _titled_days(a: Claim, b: Claim) -> Found:
    """Bulletins whose titles name their days ("Front report, 26 February 2026"): what names no day is of that one."""
    one, other = (_titled_day(claim.figure.document.title or "") for claim in (a, b))
    if one is None or other is None or one == other:
        return None
    return "apart", f"one is of the report on {_day(one)}, the other of that on {_day(other)}"


def _weekdays(a: Claim, b: Claim, vocabulary: Vocabulary) -> Found:
    """Sentences of one undated text, each with a weekday of its own: Sunday is not Thursday, whatever the date."""
    if a.figure.document.id != b.figure.document.id or a.figure.document.published is not None:
        return None
    one, other = (_weekday(claim, vocabulary) for claim in (a, b))
    if one is None or other is None or one == other:
        return None
    return "apart", f"one is of {one}, the other of {other}"


def _weekday(claim: Claim, vocabulary: Vocabulary) -> str | None:
    """The one weekday that the sentence of a figure names."""
    known = matcher(vocabulary).calendar.weekdays
    named = {word for word in _WORDS.findall(claim.figure.sentence_text) if word.istitle() and word.lower() in known}
    return named.pop() if len(named) == 1 else None


@functools.lru_cache(maxsize=1024)
def _titled_day(title: str) -> dt.date | None:
    found = find_date(title)
    return found.date if found is not None else None


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _days(when: When) -> str:
    """ "3 May 2024", "May 2024", "2024", else the first day and the last."""
    label = when.label
    if len(label) == len("2024-05"):
        return f"{when.start:%B} {when.start.year}"
    if when.start == when.stop:
        return _day(when.start)
    return label.replace(" – ", " to ")


def _place(a: Claim, b: Claim, vocabulary: Vocabulary) -> Found:
    one, other = a.figure.context.place, b.figure.context.place
    if one is None or other is None:
        return "missing", "neither names a place" if one is other else "one of them names no place"
    relation = relate(one, other, load_gazetteer(vocabulary))
    if relation == "same":
        return None
    standing: Standing = {"apart": "apart", "nested": "missing"}.get(relation, "unlike")  # type: ignore[assignment]
    return standing, f"one is about {one.name}, the other about {other.name}"


def _actor(a: Claim, b: Claim, vocabulary: Vocabulary) -> Found:
    one, other = a.figure.context.actor, b.figure.context.actor
    if one is None or other is None:
        silent = [claim for claim in (a, b) if claim.figure.context.actor is None and not _counts_doers(claim)]
        if not silent:
            return None
        return "missing", "neither says who did it" if len(silent) > 1 else "one of them does not say who did it"
    names = _named(one, a, vocabulary), _named(other, b, vocabulary)
    if None in names:  # "the attack", "gunmen": said, but nobody in particular
        return None
    return _parties(one, other, *names, "one names {} as who did it, the other {}", vocabulary)  # type: ignore[arg-type]


def _counts_doers(claim: Claim) -> bool:
    """Whether what is counted is who did it: "twelve drivers protested"."""
    action = claim.figure.context.action
    return action is not None and action.role == "subject"


def _target(a: Claim, b: Claim, vocabulary: Vocabulary) -> Found:
    one, other = a.figure.context.target, b.figure.context.target
    if one is None or other is None:
        whole = "neither says" if one is other else "one of them does not say"
        return "missing", f"{whole} at whom or what it is aimed"
    names = _words(one.text, vocabulary), _words(other.text, vocabulary)
    return _parties(one, other, *names, "one is aimed at {}, the other at {}", vocabulary)


def _parties(
    one: Mention, other: Mention, a: frozenset[str], b: frozenset[str], says: str, vocabulary: Vocabulary
) -> Found:
    """Two who are named: one nation is not another; other names without a word in common may be one party."""
    if a & b or _initials(one.text, other.text):
        return None
    nations = _nations(vocabulary)
    standing: Standing = "apart" if a & nations and b & nations else "unlike"
    return standing, says.format(_plain(one.text), _plain(other.text))


def _named(mention: Mention, claim: Claim, vocabulary: Vocabulary) -> frozenset[str] | None:
    """The words of a name, peoples as their countries; ``None`` for what names nobody, such as "the attack"."""
    words = _words(mention.text, vocabulary)
    if words & _nations(vocabulary):
        return words
    if not read_name(mention.text, vocabulary).named:
        return None
    last = mention.text.split()[-1]
    within = re.search(rf"[a-z,] {re.escape(last)}\b", claim.figure.document.text)  # no mere capital of a first word
    return words if within else None


@functools.lru_cache(maxsize=4)
def _nations(vocabulary: Vocabulary) -> frozenset[str]:
    """Countries as the keys of names write them."""
    return frozenset(nation.lower().replace(" ", "-") for nation in load_gazetteer(vocabulary).countries)


def _words(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(read_name(_plain(text), vocabulary).key.split())


def _plain(text: str) -> str:
    return _ARTICLE.sub("", text)


def _initials(one: str, other: str) -> bool:
    """Whether one is short for the other: "IDF", "Israel Defense Forces"."""
    short, long = sorted((one.replace(".", ""), other), key=len)
    letters = "".join(word[0] for word in _plain(long).split() if word[0].isupper())
    return short.isupper() and _plain(short).casefold() == letters.casefold()


def _qualifiers(a: Claim, b: Claim, vocabulary: Vocabulary) -> Found:
    one, other = a.figure.context.counted, b.figure.context.counted
    if one is None or other is None:
        return None
    nations = load_gazetteer(vocabulary).demonyms
    kinds = [{nations.get(word, noun_lemma(word)) for word in counted.qualifiers} for counted in (one, other)]
    if kinds[0] == kinds[1]:
        return None
    named = [plural_phrase(_plain(counted.text), counted.head) for counted in (one, other)]
    says = f"one counts {named[0]}, the other {named[1]}"
    if not kinds[0] <= kinds[1] and not kinds[1] <= kinds[0]:
        excluded = _excluded(kinds[0] - kinds[1], kinds[1] - kinds[0], frozenset(nations.values()), vocabulary)
        return ("apart" if excluded else "unlike"), says
    return "missing", says


def _excluded(one: set[str], other: set[str], nations: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Whether nothing is both: Russian and Ukrainian, northern and southern."""
    if one & nations and other & nations:
        return True
    lists = linking_lists(vocabulary)
    return any(lists.exclude(x, y) for x in one for y in other)


_PARTS: dict[str, Compare] = {
    "when": _when,
    "place": _place,
    "actor": _actor,
    "target": _target,
    "qualifiers": _qualifiers,
}
