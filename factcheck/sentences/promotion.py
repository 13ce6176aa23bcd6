"""A clause that was left without a verb: the word in it that can best be one."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import (
    ADJECTIVE,
    ADVERB,
    BASE,
    COMMA,
    DESCRIBING,
    DETERMINER,
    FINITE,
    NAME,
    NOUN,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SINGULAR,
    STOP,
    SUBJECT,
    THIRD,
    TIME,
    TO,
    VERBS,
)  # fmt: skip
from factcheck.sentences.words import Word

_ENOUGH, _ENOUGH_OPENED = 2, 1  # points; a clause that a word opened must have a verb


def missing_verb(words: list[Word], groups: list[Group], clauses: list[Clause]) -> int | None:
    """The index of the word to take as the verb of the first clause that lacks one, or ``None``."""
    for clause in clauses:
        if clause.verb is not None or clause.kind in ("aside", "infinitive", "participle", "gerund"):
            continue
        alone = not words[-1].tags & STOP and not any(c.verb is not None for c in clauses)  # a headline
        enough = _ENOUGH_OPENED if clause.opener or alone else _ENOUGH
        best = max(((_points(words, i, _head(clause)), -i) for i in _candidates(words, groups, clause)), default=(0, 0))
        if best[0] >= enough:
            return -best[1]
    return None


def _candidates(words: list[Word], groups: list[Group], clause: Clause) -> Iterator[int]:
    """Words inside the clause's noun groups that the lexicon knows as a finite verb."""
    held = [clause.subject, *clause.groups]
    beside = [g for g in groups if g.role in ("apposition", "of") and g.clause is clause]
    for group in (*(g for g in held if g is not None), *beside):
        first = group.at + 1 if group.at >= 0 else group.start
        for i in range(first, group.stop):
            if words[i].known & FINITE and not words[i].tags & VERBS & FINITE and (i > 0):
                yield i


def _head(clause: Clause) -> int | None:
    """The head of a clause's subject."""
    return clause.subject.head if clause.subject is not None and clause.subject.head >= 0 else None


def _points(words: list[Word], i: int, subject: int | None) -> int:
    """How well a word would be a verb here: what it usually is, its subject before it, what follows."""
    word, before = words[i], words[i - 1]
    after = words[i + 1].tags if i + 1 < len(words) else 0
    if before.tags & (DETERMINER | POSSESSIVE | PREPOSITION | TO) and not before.tags & (SUBJECT | RELATIVE):
        return -9
    stands = before.tags & DESCRIBING and i > 2 and words[i - 2].lower == "of"  # "the number of wounded stands at 60"
    if before.tags & ADJECTIVE and not before.tags & (NOUN | PLURAL | NAME) and not stands:
        return -9
    points = 2 if word.usual & VERBS else -1
    forms = word.known
    singular, plural = before.tags & SINGULAR, before.tags & PLURAL
    if (before.tags & COMMA or stands) and subject is not None:
        singular, plural = words[subject].tags & SINGULAR, words[subject].tags & PLURAL
    if (
        forms & PAST
        or (forms & THIRD and singular and not plural)
        or (forms & BASE and plural)
        or before.tags & (SUBJECT | RELATIVE)
    ):
        points += 1
    else:
        return -9
    if after & (DETERMINER | NUMBER | OBJECT | POSSESSIVE) and not after & (PREPOSITION | RELATIVE):
        points += 2
    elif after & (PREPOSITION | ADVERB | TIME | TO | NAME | ADJECTIVE | PLURAL):
        points += 1
    elif forms & BASE and plural and after & STOP and i + 2 == len(words):
        points += 2  # "Nine million adults smoke."
    if forms & PARTICIPLE and forms & PAST and before.tags & NUMBER:
        points -= 1
    return points
